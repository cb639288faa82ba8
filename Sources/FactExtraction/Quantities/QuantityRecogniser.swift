internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Finds amounts with their units (số lượng).
///
/// ```text
/// 12,5 tỷ đồng            amount 12.5, unit "tỷ đồng"
/// 16 - 18%/năm            amount "16-18", unit "%/năm"
/// 41/56 cơ sở             amount "41/56", unit "cơ sở"
/// 01 cuộc kiểm tra        amount 1, unit "cuộc kiểm tra"
/// ```
///
/// A number without a unit is no quantity, and neither is one that names or orders something: `Điều 5`,
/// `thứ 23`, `mức độ 3`, `Đề án 06`, a telephone or file number.
extension TokenisedText {
  /// A quantity in tokens.
  struct QuantityMatch {
    /// The token behind it.
    var end: Int
    /// The first token of its unit.
    var unit: Int
    /// The first token of its second number, or 0.
    var second: Int
    /// Whether the two numbers are a ratio and no range.
    var isRatio: Bool
  }

  /// The quantity that begins with a number at a token.
  func quantity(at index: Int) -> QuantityMatch? {
    guard self[index].kind == .number, isFree(at: index) else { return nil }
    let end = numeralEnd(at: index)
    if let match = pair(at: index, behind: end) { return match }
    let start = afterWords(end)
    guard let unit = unitEnd(at: start, amount: index), !isDivided(start, unit) else { return nil }
    return QuantityMatch(end: unit, unit: start, second: 0, isRatio: false)
  }

  /// Behind a number said again in words: `02 (hai) bản`.
  private func afterWords(_ index: Int) -> Int {
    guard self[index].isMark(UInt8(ascii: "(")) else { return index }
    var end = index + 1
    while end < index + 8, self[end].kind == .word, !self[end].isUppercase { end += 1 }
    guard end > index + 1, self[end].isMark(UInt8(ascii: ")")),
      phrase(at: index + 1, meaning: [.listed, .noun]).map({ $0.end < end }) ?? true
    else { return index }
    return end + 1
  }

  /// The fact that a quantity is, or `nil` where its digits are no number.
  func fact(_ match: QuantityMatch, from index: Int) -> Fact? {
    guard let first = numeral(at: index) else { return nil }
    var amount = Amount.number(first.value)
    if match.second > 0 {
      guard let second = numeral(at: match.second) else { return nil }
      amount = .text(first.digits + (match.isRatio ? "/" : "-") + second.digits)
    }
    return fact(.quantity(amount, unit: squeezed(match.unit..<match.end)), index..<match.end)
  }

  /// Whether nothing touches the number that makes it a part of a code, and it is no telephone number.
  private func isFree(at index: Int) -> Bool {
    let token = self[index]
    if token.length > 8
      || token.length > 5 && self[index].number.map({ $0 < 10_000_000 }) == true
        && token.key >> UInt64(8 * (token.length - 1)) == 0x30
    {
      return false
    }
    guard index > 0, !token.isSpaced else { return true }
    let before = self[index - 1]
    guard before.kind == .mark else { return false }
    if before.isMark(Code.ellipsis) || before.isSlash || before.isStop || before.isComma
      || before.isMark(0x5F)
    {
      return false
    }
    // `Km12+300`, `QĐ-5`: the mark before belongs to a code.
    return before.isSpaced || self[index - 2].kind == .none || self[index - 2].kind == .mark
      || !before.isDash && !before.isMark(UInt8(ascii: "+"))
  }

  /// A range (`16 - 18%`, `3 đến 4 cán bộ`) or a ratio (`41/56 cơ sở`).
  private func pair(at index: Int, behind end: Int) -> QuantityMatch? {
    let separator = self[end]
    let isRatio = separator.isSlash
    guard
      isRatio || isUntil(at: end), self[end + 1].kind == .number
    else { return nil }
    let second = end + 1
    let secondEnd = numeralEnd(at: second)
    guard let unit = unitEnd(at: secondEnd, amount: index, isRatio: isRatio),
      !isDivided(secondEnd, unit)
    else {
      return nil
    }
    // Around the clock: 24/24 giờ, 24/24h.
    if isRatio, self[index].number == 24, self[second].number == 24 { return nil }
    return QuantityMatch(end: unit, unit: secondEnd, second: second, isRatio: isRatio)
  }

  /// Whether the unit is no unit because a code or a year goes on behind it: `4 năm 2023`, `2 năm học`.
  private func isDivided(_ start: Int, _ end: Int) -> Bool {
    guard means(end - 1, .year) else { return false }
    if means(end, .schoolYear) { return true }
    guard yearNumber(at: end) != nil else { return false }
    return !(isUntil(at: end + 1) || means(end + 1, .and) || self[end + 1].isComma)
      || yearNumber(at: end + 2) == nil
  }

  // MARK: Units

  /// Where the unit ends that begins at the token, or `nil` where there is none.
  private func unitEnd(at index: Int, amount: Int, isRatio: Bool = false) -> Int? {
    let token = self[index]
    guard token.kind == .word || token.isMark(UInt8(ascii: "%")) || token.isMark(Code.other) else {
      return nil
    }
    if let (end, meaning) = knownUnit(at: index) {
      guard isAmount(amount, unit: index, end: end, meaning: meaning) else { return nil }
      return rateEnd(from: listEnd(from: end, meaning: meaning))
    }
    // Of what a fraction is taken is no unit: 2/3 tổng số thành viên.
    return isRatio ? nil : unknownNoun(at: index, amount: amount)
  }

  private func knownUnit(at index: Int) -> (end: Int, meaning: Meaning)? {
    guard let first = phrase(at: index, meaning: .unit) else { return nil }
    var end = first.end
    var meaning = first.meaning
    if meaning.contains(.scale) {
      while let next = phrase(at: end, meaning: .scale) { end = next.end }
      if let (next, _) = knownUnit(at: end) { end = next }
      return (end, .measure)
    }
    if meaning.contains(.measure), let power = powerEnd(behind: end) { return (power, .measure) }
    if meaning.contains(.classifier), let noun = phrase(at: end, meaning: [.noun, .listed]),
      !self[end].isCapital, noun.end >= phrase(at: end, meaning: .verb)?.end ?? 0
    {
      end = noun.end
    } else if meaning.contains(.classifier), !meaning.contains(.noun),
      let noun = classified(at: end)
    {
      end = noun
    } else if meaning.isDisjoint(with: .measure.union(.duration)) {
      meaning.insert(.noun)
    }
    return (end, meaning)
  }

  /// `m²`, written with a raised digit.
  private func powerEnd(behind end: Int) -> Int? {
    guard self[end].isMark(Code.other), !self[end].isSpaced, self[end - 1].length <= 2 else {
      return nil
    }
    return end + 1
  }

  /// The noun of two syllables behind a classifier that the vocabulary does not have.
  private func classified(at index: Int) -> Int? {
    let token = self[index]
    guard token.kind == .word, !token.isCapital,
      phrase(at: index, meaning: [.grammar, .ordering]) == nil
    else { return nil }
    if let verb = phrase(at: index, meaning: .verb) { return verb.end }
    let next = self[index + 1]
    guard next.kind == .word, !next.isCapital, phrase(at: index + 1, meaning: [.grammar]) == nil
    else { return index + 1 }
    return index + 2
  }

  /// Whether number and unit are an amount, not a place in an order or a name.
  private func isAmount(_ index: Int, unit: Int, end: Int, meaning: Meaning) -> Bool {
    let token = self[unit]
    if token.isMark(UInt8(ascii: "%")) { return true }
    // `tại 3.4 phần A` is a place in an order: only measures have Latin decimals.
    if self[index + 1].isStop, unit == index + 3, self[index + 2].length != 3,
      meaning.isDisjoint(with: .measure)
    {
      return false
    }
    // A text that begins so is numbered: `4.1 Chỉ đạo …`, `1g. Bảng …`.
    if index == 0, token.isCapital || token.length == 1 && self[end].isStop { return false }
    // `mục 3.4 Phần A` goes on in order, `8 Nội dung` is a note; `9 Huyện` is an amount all the same.
    if token.isCapital, meaning.isDisjoint(with: .measure.union(.duration)),
      meaning.contains(.ordering) && !meaning.contains(.listed)
        || !meaning.contains(.listed) && !token.isUppercase
    {
      return false
    }
    // One letter is a unit where it touches its number, or a metre: `7 đ)` is a point of a clause.
    if token.kind == .word, token.length == 1, end == unit + 1 {
      guard !token.isCapital, !token.isSpaced || token.key == UInt64(UInt8(ascii: "m")) else {
        return false
      }
    } else if token.kind == .word, !token.isSpaced,
      meaning.isDisjoint(with: .measure.union(.duration))
    {
      return false
    }
    // The hour of a day: 8 giờ 30, lúc 14 giờ.
    if means(unit, .hour), end == unit + 1,
      self[end].kind == .number || means(index - 1, .beforeHour)
    {
      return false
    }
    if means(index - 1, .hour) { return false }
    let before = precedingMeaning(at: index)
    guard before.contains(.ordering), !before.contains(.counting) else { return true }
    if means(index - 1, .provisionOfLaw) { return false }
    if means(index - 2, .each) || means(index - 3, .each) { return true }
    return !meaning.isDisjoint(with: [.measure, .duration]) && !means(index - 1, .number)
      && !means(index - 1, .countsInOrder)
  }

  /// Where a list of like nouns ends: `xã, phường, thị trấn`, `phòng (ban)`.
  private func listEnd(from end: Int, meaning: Meaning) -> Int {
    guard meaning.contains(.listed) else { return end }
    var end = end
    while self[end].isComma, let next = phrase(at: end + 1, meaning: .listed),
      !self[end + 1].isCapital, !isNounOfClause(next.end)
    {
      end = next.end
    }
    if self[end].isMark(UInt8(ascii: "(")), let next = phrase(at: end + 1, meaning: .listed),
      self[next.end].isMark(UInt8(ascii: ")"))
    {
      end = next.end + 1
    }
    return end
  }

  /// Whether a noun behind a comma opens a clause of its own: `12 cơ quan, đơn vị được …` does not.
  private func isNounOfClause(_ index: Int) -> Bool { self[index].kind == .number }

  /// Where a rate ends: `%/năm`, `triệu đồng/người/năm`.
  private func rateEnd(from end: Int) -> Int {
    var end = end
    while self[end].isSlash,
      let next = phrase(at: end + 1, meaning: [.measure, .duration, .noun, .listed]),
      !self[end].isSpaced || self[end + 1].isSpaced
    {
      end = next.end
    }
    return end
  }

  /// A noun that the vocabulary does not have, where the words before or the number itself tell that it
  /// is counted: `có 12 chậu hoa`, `03 chậu hoa`.
  private func unknownNoun(at index: Int, amount: Int) -> Int? {
    let token = self[index]
    guard token.kind == .word, token.isSpaced, !token.isCapital, self[index - 1].kind == .number,
      phrase(at: index, meaning: [.grammar, .verb, .ordering, .counting]) == nil
    else { return nil }
    let before = precedingMeaning(at: amount)
    guard !before.contains(.ordering) else { return nil }
    let isCounted =
      before.contains(.counting)
      || self[amount].length == 2 && (self[amount].number ?? 0) < 10 && amount + 1 == index
    guard isCounted else { return nil }
    let next = self[index + 1]
    guard next.kind == .word, !next.isCapital,
      phrase(at: index + 1, meaning: [.grammar, .verb]) == nil
    else { return index + 1 }
    return index + 2
  }
}
