internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Finds amounts with their units (số lượng).
///
/// ```text
/// 12,5 tỷ đồng            amount 12.5, unit "tỷ đồng"
/// 16 - 18%/năm            amount "16-18", unit "%/năm"
/// 41/56 cơ sở             amount "41/56", unit "cơ sở"
/// 3 tỷ 250 triệu đồng     amount 3.25, unit "tỷ đồng"
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
    /// The token behind the last scale of an amount in several: `3 tỷ 250 triệu`; otherwise 0.
    var scalesEnd = 0
  }

  /// The quantity that begins with a number at a token.
  func quantity(at index: Int) -> QuantityMatch? {
    guard self[index].kind == .number, isFree(at: index) else { return nil }
    let end = numeralEnd(at: index)
    if let match = pair(at: index, behind: end) ?? scaled(at: index, behind: end) { return match }
    let start = afterTotal(afterWords(end))
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

  /// Behind a word that says that all are counted: `1.400 tổng hồ sơ`.
  private func afterTotal(_ index: Int) -> Int {
    guard means(index, .totalOf), phrase(at: index + 1, meaning: .unit) != nil else { return index }
    return index + 1
  }

  /// An amount in several scales, the larger before the smaller: `3 tỷ 250 triệu đồng`.
  private func scaled(at index: Int, behind end: Int) -> QuantityMatch? {
    guard end == index + 1, var scale = phrase(at: end, meaning: .scale), scale.value > 0 else {
      return nil
    }
    while let count = self[scale.end].number, self[scale.end].isSpaced,
      let next = phrase(at: scale.end + 1, meaning: .scale), next.value > 0,
      next.value < scale.value, Double(count) < power(scale.value - next.value)
    {
      scale = next
    }
    guard scale.end > end + 1 else { return nil }
    let unit = unitEnd(at: scale.end - 1, amount: index)
    return unit.map {
      QuantityMatch(end: $0, unit: end, second: 0, isRatio: false, scalesEnd: scale.end)
    }
  }

  /// Ten to the power of a number.
  private func power(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// The fact that a quantity is, or `nil` where its digits are no number.
  func fact(_ match: QuantityMatch, from index: Int) -> Fact? {
    guard let amount = amount(of: match, from: index) else { return nil }
    return fact(.quantity(amount, unit: unit(of: match)), index..<match.end)
  }

  /// The amount of a quantity, or `nil` where its digits are no number.
  func amount(of match: QuantityMatch, from index: Int) -> Amount? {
    guard let first = numeral(at: index) else { return nil }
    if match.second > 0 {
      guard let second = numeral(at: match.second) else { return nil }
      return .text(first.digits + (match.isRatio ? "/" : "-") + second.digits)
    }
    guard match.scalesEnd > 0, let scale = phrase(at: match.unit, meaning: .scale) else {
      return .number(first.value)
    }
    // All in the smallest scale, so that the sum is of whole numbers, then in the largest.
    var sum = first.value
    var last = scale
    while last.end < match.scalesEnd, let count = self[last.end].number,
      let next = phrase(at: last.end + 1, meaning: .scale)
    {
      sum = sum * power(last.value - next.value) + Double(count)
      last = next
    }
    return .number(sum / power(scale.value - last.value))
  }

  /// The unit of a quantity; of several scales the first counts.
  func unit(of match: QuantityMatch) -> String {
    guard match.scalesEnd > 0, let scale = phrase(at: match.unit, meaning: .scale) else {
      return squeezed(match.unit..<match.end)
    }
    let measure = squeezed(match.scalesEnd..<match.end)
    let isRate = self[match.scalesEnd].isSlash
    return squeezed(match.unit..<scale.end) + (measure.isEmpty || isRate ? "" : " ") + measure
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
    if before.isSlash { return isSecond(at: index) }
    if before.isMark(Code.ellipsis) || before.isStop || before.isComma || before.isMark(0x5F) {
      return false
    }
    // The minutes of 8:30.
    if before.isMark(UInt8(ascii: ":")), self[index - 2].kind == .number { return false }
    // `Km12+300`, `QĐ-5`: the mark before belongs to a code.
    return before.isSpaced || self[index - 2].kind == .none || self[index - 2].kind == .mark
      || !before.isDash && !before.isMark(UInt8(ascii: "+"))
  }

  /// Whether a slash stands between the unit of another amount and the number: `24 hộ dân/3,15 ha`, `83%/50%`.
  private func isSecond(at index: Int) -> Bool {
    let unit = self[index - 2]
    if unit.isMark(UInt8(ascii: "%")) { return self[index - 3].kind == .number }
    guard unit.kind == .word, !unit.isCapital, unit.length > 1, !self[index - 1].isSpaced else {
      return false
    }
    return (max(0, index - 8)..<index - 2).contains {
      self[$0].kind == .number && self[$0 + 1].kind == .word && self[$0 + 1].isSpaced
    }
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
    let start = isRatio ? afterTotal(secondEnd) : secondEnd
    guard let unit = unitEnd(at: start, amount: index, ratio: isRatio ? second : nil),
      !isDivided(start, unit)
    else {
      return nil
    }
    // Around the clock: 24/24 giờ, 24/24h.
    if isRatio, self[index].number == 24, self[second].number == 24 { return nil }
    return QuantityMatch(end: unit, unit: start, second: second, isRatio: isRatio)
  }

  /// Whether the unit is no unit because a number goes on behind it: `4 năm 2023`, `2 năm học`, `tuần 3 tháng 5`,
  /// `Trung ương 4 khóa XII`.
  private func isDivided(_ start: Int, _ end: Int) -> Bool {
    if means(end - 1, .termNumber), roman(at: end) != nil { return true }
    if means(end - 1, .month), self[end].length <= 2, let month = self[end].number {
      return (1...12).contains(month)
    }
    guard means(end - 1, .year) else { return false }
    if means(end, .schoolYear) { return true }
    guard yearNumber(at: end) != nil else { return false }
    return !(isUntil(at: end + 1) || means(end + 1, .and) || self[end + 1].isComma)
      || yearNumber(at: end + 2) == nil
  }
}
