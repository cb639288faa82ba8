internal import VietnameseLanguage
internal import VietnameseText

/// What is counted: the unit behind a number, and whether number and unit are an amount.
extension QuantityRecogniser {
  /// Where the unit ends that begins at the token, or `nil` where there is none; `ratio` is the second number
  /// of a ratio.
  static func unitEnd(at index: Int, amount: Int, ratio: Int? = nil, in text: TokenisedText) -> Int?
  {
    let token = text[index]
    guard token.kind == .word || token.isMark(UInt8(ascii: "%")) || token.isMark(Code.other) else {
      return nil
    }
    if let (end, meaning) = knownUnit(at: index, in: text) {
      guard isAmount(amount, unit: index, end: end, meaning: meaning, in: text) else { return nil }
      return rateEnd(from: listEnd(from: end, meaning: meaning, in: text), in: text)
    }
    guard let ratio else { return unknownNoun(at: index, amount: amount, in: text) }
    // 2/3 số ủy viên
    if text.means(index, .number),
      let noun = text.phrase(at: index + 1, meaning: [.noun, .listed, .actor])
    {
      return noun.end
    }
    // A fraction of what the vocabulary does not have is none: 1/3 chiều dài; 41/56 sáng kiến is.
    return text[ratio].length > 1 ? unknownNoun(at: index, amount: amount, in: text) : nil
  }

  private static func knownUnit(at index: Int, in text: TokenisedText) -> (
    end: Int, meaning: Meaning
  )? {
    // 3 trăm triệu đồng
    if text.means(index, .hundredWord), text.phrase(at: index + 1, meaning: .scale) != nil {
      return knownUnit(at: index + 1, in: text)
    }
    guard let first = text.phrase(at: index, meaning: .unit) else { return nil }
    var end = first.end
    var meaning = first.meaning
    if meaning.contains(.scale) {
      while let next = text.phrase(at: end, meaning: .scale) { end = next.end }
      if let (next, _) = knownUnit(at: end, in: text) { end = next }
      return (end, .measure)
    }
    if meaning.contains(.measure), let power = powerEnd(behind: end, in: text) {
      return (power, .measure)
    }
    if meaning.contains(.classifier), let noun = text.phrase(at: end, meaning: [.noun, .listed]),
      !text[end].isCapital, noun.end >= text.phrase(at: end, meaning: .verb)?.end ?? 0
    {
      end = noun.end
    } else if meaning.contains(.classifier), !meaning.contains(.noun),
      let noun = classified(at: end, in: text)
    {
      end = noun
    } else if meaning.isDisjoint(with: .measure.union(.duration)) {
      meaning.insert(.noun)
    }
    return (end, meaning)
  }

  /// `m²`, written with a raised digit.
  private static func powerEnd(behind end: Int, in text: TokenisedText) -> Int? {
    guard text[end].isMark(Code.other), !text[end].isSpaced, text[end - 1].length <= 2 else {
      return nil
    }
    return end + 1
  }

  /// The noun of two syllables behind a classifier that the vocabulary does not have.
  private static func classified(at index: Int, in text: TokenisedText) -> Int? {
    let token = text[index]
    guard token.kind == .word, !token.isCapital,
      text.phrase(at: index, meaning: [.grammar, .ordering]) == nil
    else { return nil }
    if let verb = text.phrase(at: index, meaning: .verb) { return verb.end }
    let next = text[index + 1]
    guard next.kind == .word, !next.isCapital,
      text.phrase(at: index + 1, meaning: [.grammar]) == nil
    else { return index + 1 }
    return index + 2
  }

  /// Whether number and unit are an amount, not a place in an order or a name.
  private static func isAmount(
    _ index: Int, unit: Int, end: Int, meaning: Meaning, in text: TokenisedText
  ) -> Bool {
    let token = text[unit]
    if token.isMark(UInt8(ascii: "%")) { return true }
    // Chương trình giáo dục phổ thông 2018 cấp tiểu học: four digits without a stop are the year of a name.
    if unit == index + 1, text.yearNumber(at: index) != nil, index > 0,
      meaning.isDisjoint(with: .measure.union(.duration)),
      !text.precedingMeaning(at: index).contains(.counting),
      text.phrase(before: index, meaning: .verb) == nil
    {
      return false
    }
    // `tại 3.4 phần A` is a place in an order: only measures have Latin decimals.
    if text[index + 1].isStop, unit == index + 3, text[index + 2].length != 3,
      meaning.isDisjoint(with: .measure)
    {
      return false
    }
    // A text that begins so is numbered: `4.1 Chỉ đạo …`, `1g. Bảng …`.
    if index == 0, token.isCapital || token.length == 1 && text[end].isStop { return false }
    // `mục 3.4 Phần A` goes on in order, `8 Nội dung` is a note; `9 Huyện` is an amount all the same.
    if token.isCapital, meaning.isDisjoint(with: .measure.union(.duration)),
      !meaning.contains(.listed), meaning.contains(.ordering) || !token.isUppercase,
      !isPlainAmount(index, in: text) || text.phrase(at: unit, meaning: .provisionOfLaw) != nil
        || isListedInOrder(index, in: text)
    {
      return false
    }
    // One letter is a unit where it touches its number, or a metre: `7 đ)` is a point of a clause.
    if token.kind == .word, token.length == 1, end == unit + 1 {
      guard !token.isCapital, !token.isSpaced || token.key == UInt64(UInt8(ascii: "m")) else {
        return false
      }
    } else if token.kind == .word, !token.isSpaced,
      meaning.isDisjoint(with: .measure.union(.duration)),
      // 1475em: a noun in small letters may touch its number.
      token.isCapital || meaning.isDisjoint(with: [.noun, .listed])
    {
      return false
    }
    if isClock(index, unit: unit, end: end, in: text) || text.means(index - 1, .clock) {
      return false
    }
    let before = text.precedingMeaning(at: index)
    guard before.contains(.ordering), !before.contains(.counting) else { return true }
    if text.means(index - 1, .provisionOfLaw) { return false }
    if text.means(index - 2, .each) || text.means(index - 3, .each) { return true }
    return !meaning.isDisjoint(with: [.measure, .duration]) && !text.means(index - 1, .number)
      && !text.means(index - 1, .countsInOrder)
  }

  /// Whether a number is the hour of a day: `8 giờ 30`, `lúc 14 giờ`, `16 giờ ngày thứ Sáu`, `từ 6 giờ đến 23 giờ`.
  private static func isClock(_ index: Int, unit: Int, end: Int, in text: TokenisedText) -> Bool {
    guard text.means(unit, .clock), end == unit + 1 else { return false }
    if text[end].kind == .number || text.means(index - 1, .beforeHour)
      || text.means(end, .partOfDay)
      || text.means(end, .day) || text.means(end, .every) && !text.means(end, .each)
      || text.phrase(at: end, meaning: .weekday) != nil
    {
      return true
    }
    // đến 23 giờ, behind another hour
    return text.isUntil(at: index - 1)
      && (max(0, index - 5)..<max(0, index - 1)).contains {
        text.means($0, .clock) && text[$0 - 1].kind == .number
      }
  }

  /// Whether the digits alone tell that a number is an amount: `02`, `16`, `5.200`.
  static func isPlainAmount(_ index: Int, in text: TokenisedText) -> Bool {
    let token = text[index]
    return text.numeralEnd(at: index) > index + 1 || token.length == 2 || token.length == 3
  }

  /// Where a list of like nouns ends: `xã, phường, thị trấn`, `phòng (ban)`.
  private static func listEnd(from end: Int, meaning: Meaning, in text: TokenisedText) -> Int {
    guard meaning.contains(.listed) else { return end }
    let first = end
    var end = end
    while text[end].isComma, let next = text.phrase(at: end + 1, meaning: .listed),
      !text[end + 1].isCapital, !isNounOfClause(next.end, in: text)
    {
      end = next.end
    }
    // 95 xã, phường và thị trấn
    if end > first, text.means(end, .and), let next = text.phrase(at: end + 1, meaning: .listed),
      !text[end + 1].isCapital, text[next.end].kind != .number
    {
      end = next.end
    }
    if text[end].isMark(UInt8(ascii: "(")), let next = text.phrase(at: end + 1, meaning: .listed),
      text[next.end].isMark(UInt8(ascii: ")"))
    {
      end = next.end + 1
    }
    return end
  }

  /// Whether a noun behind a comma opens a clause of its own: `12 cơ quan, đơn vị được …` does not.
  private static func isNounOfClause(_ index: Int, in text: TokenisedText) -> Bool {
    text[index].kind == .number
  }

  /// Where a rate ends: `%/năm`, `triệu đồng/người/năm`.
  private static func rateEnd(from end: Int, in text: TokenisedText) -> Int {
    var end = end
    // 80 ca/100.000 dân; not: 24 hộ dân/3,15 ha
    if text[end].isSlash, !text[end].isSpaced, !text[end + 1].isSpaced,
      isPowerOfTen(end + 1, in: text)
    {
      let counted = text.numeralEnd(at: end + 1)
      if let noun = text.phrase(at: counted, meaning: [.noun, .listed, .classifier, .actor]) {
        return noun.end
      }
      return text[counted].kind == .word && !text[counted].isCapital ? counted + 1 : end
    }
    while text[end].isSlash,
      let next = text.phrase(
        at: end + 1, meaning: [.measure, .duration, .noun, .listed, .classifier]),
      !text[end].isSpaced || text[end + 1].isSpaced
    {
      end = next.end
    }
    return end
  }

  /// Whether a number is a thousand, ten thousand or more that is a power of ten.
  private static func isPowerOfTen(_ index: Int, in text: TokenisedText) -> Bool {
    guard let number = text.numeral(at: index)?.value, number >= 1000 else { return false }
    var rest = number
    while rest >= 10 { rest /= 10 }
    return rest == 1
  }

  /// A noun that the vocabulary does not have: `có 12 chậu hoa`, `35 chậu hoa`, `5.200 Sổ sức khỏe`, `32 TTHC`.
  private static func unknownNoun(at index: Int, amount: Int, in text: TokenisedText) -> Int? {
    let token = text[index]
    guard token.kind == .word, token.isSpaced, token.length > 1, text[index - 1].kind == .number,
      !text.means(amount - 1, .clock),
      text.phrase(
        at: index, meaning: [.grammar, .verb, .predicate, .ordering, .counting, .notCounted])
        == nil
    else { return nil }
    let before = text.precedingMeaning(at: listStart(of: amount, in: text))
    guard before.isDisjoint(with: [.ordering, .numbered, .quarter, .year]) else { return nil }
    let isCounted = before.contains(.counting)
    let isYear = text[amount].length == 4 && amount + 1 == index
    guard isCounted || isPlainAmount(amount, in: text) && !isYear else { return nil }
    if token.isCapital {
      return capitalNoun(at: index, amount: amount, isCounted: isCounted, in: text)
    }
    // A bare number of two digits may still belong to a name that we do not know.
    guard isCounted || text[amount - 1].kind != .word || !text[amount - 1].isCapital else {
      return nil
    }
    let next = text[index + 1]
    guard next.kind == .word, !next.isCapital,
      text.phrase(at: index + 1, meaning: [.grammar, .verb]) == nil
    else { return index + 1 }
    // A word of several syllables stands whole: `03 tủ hồ sơ`.
    return max(index + 2, text.phrase(at: index + 1, meaning: [.noun, .listed])?.end ?? 0)
  }

  /// Whether a word that numbers stand in order behind opens the list that a number ends.
  private static func isListedInOrder(_ index: Int, in text: TokenisedText) -> Bool {
    let before = text.precedingMeaning(at: listStart(of: index, in: text))
    return before.contains(.ordering) && !before.contains(.counting)
  }

  /// The first number of a list that ends with a number: `Điều 29, 30, 31 và 33 Luật …`.
  private static func listStart(of index: Int, in text: TokenisedText) -> Int {
    var start = index
    while start > max(0, index - 24), text[start - 1].isComma || text.means(start - 1, .and),
      text[start - 2].kind == .number
    {
      start -= 2
    }
    return start
  }

  /// A noun with a capital: the type of a document, an abbreviation, a name with the words that go with it.
  private static func capitalNoun(
    at index: Int, amount: Int, isCounted: Bool, in text: TokenisedText
  ) -> Int? {
    guard amount > 0, !text[amount - 1].isCapital || isCounted else { return nil }
    if let type = text.phrase(at: index, meaning: .documentType) { return type.end }
    guard text.phrase(at: index, meaning: [.bodies, .place, .numbered]) == nil,
      !text[index].isUppercase || !text[index + 1].isUppercase
    else { return nil }
    if text[index].isUppercase { return index + 1 }
    let hasZero = text[amount].length == 2 && (text[amount].number ?? 10) < 10
    guard isCounted || hasZero || text.numeralEnd(at: amount) > amount + 1 else { return nil }
    var end = index + 1
    while end < index + 5, text[end].kind == .word, !text[end].isCapital || end == index + 1,
      text.phrase(at: end, meaning: [.grammar, .verb, .relation, .place]) == nil
    {
      end += 1
    }
    return end
  }
}
