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
/// 2 tỷ 5 trăm triệu đồng  amount 2.5, unit "tỷ đồng"
/// 01 cuộc kiểm tra        amount 1, unit "cuộc kiểm tra"
/// ```
///
/// A number without a unit is no quantity, and neither is one that names or orders something: `Điều 5`,
/// `thứ 23`, `mức độ 3`, `Đề án 06`, a telephone or file number.
enum QuantityRecogniser: FactRecogniser {
  static var words: Meaning { [] }
  static var readsNumbers: Bool { true }

  static func fact(at index: Int, in text: TokenisedText) -> RecognisedFact? {
    guard let match = quantity(at: index, in: text), !isDate(match, from: index, in: text),
      let amount = amount(of: match, from: index, in: text)
    else { return nil }
    return RecognisedFact(.quantity(amount, unit: unit(of: match, in: text)), end: match.end)
  }

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
  static func quantity(at index: Int, in text: TokenisedText) -> QuantityMatch? {
    guard text[index].kind == .number, isFree(at: index, in: text) else { return nil }
    let end = text.numeralEnd(at: index)
    if let match = pair(at: index, behind: end, in: text)
      ?? scaled(at: index, behind: end, in: text)
    {
      return match
    }
    let start = afterTotal(afterWords(end, in: text), in: text)
    guard let unit = unitEnd(at: start, amount: index, in: text), !isDivided(start, unit, in: text)
    else { return nil }
    return QuantityMatch(end: unit, unit: start, second: 0, isRatio: false)
  }

  /// Behind a number said again in words: `02 (hai) bản`.
  private static func afterWords(_ index: Int, in text: TokenisedText) -> Int {
    guard text[index].isMark(UInt8(ascii: "(")) else { return index }
    var end = index + 1
    while end < index + 8, text[end].kind == .word, !text[end].isUppercase { end += 1 }
    guard end > index + 1, text[end].isMark(UInt8(ascii: ")")),
      text.phrase(at: index + 1, meaning: [.listed, .noun]).map({ $0.end < end }) ?? true
    else { return index }
    return end + 1
  }

  /// Behind a word that says that all are counted: `1.400 tổng hồ sơ`.
  private static func afterTotal(_ index: Int, in text: TokenisedText) -> Int {
    guard text.means(index, .totalOf), text.phrase(at: index + 1, meaning: .unit) != nil else {
      return index
    }
    return index + 1
  }

  /// An amount in several scales, the larger before the smaller: `3 tỷ 250 triệu đồng`.
  private static func scaled(at index: Int, behind end: Int, in text: TokenisedText)
    -> QuantityMatch?
  {
    guard end == index + 1, var scale = text.phrase(at: end, meaning: .scale), scale.value > 0
    else {
      return nil
    }
    while let next = smallerScale(behind: scale, in: text) { scale = next.scale }
    guard scale.end > end + 1 else { return nil }
    let unit = unitEnd(at: scale.end - 1, amount: index, in: text)
    return unit.map {
      QuantityMatch(end: $0, unit: end, second: 0, isRatio: false, scalesEnd: scale.end)
    }
  }

  /// What goes on behind a scale with a smaller one: `250 triệu`, `5 trăm triệu`.
  private static func smallerScale(behind scale: Lexicon.Phrase, in text: TokenisedText)
    -> (count: Double, scale: Lexicon.Phrase)?
  {
    guard let number = text[scale.end].number, text[scale.end].isSpaced else { return nil }
    let isHundreds = text.means(scale.end + 1, .hundredWord)
    let count = Double(number) * (isHundreds ? 100 : 1)
    guard let next = text.phrase(at: scale.end + (isHundreds ? 2 : 1), meaning: .scale),
      next.value > 0, next.value < scale.value, count < power(scale.value - next.value, in: text)
    else { return nil }
    return (count, next)
  }

  /// Ten to the power of a number.
  private static func power(_ exponent: Int, in text: TokenisedText) -> Double {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// The amount of a quantity, or `nil` where its digits are no number.
  static func amount(of match: QuantityMatch, from index: Int, in text: TokenisedText) -> Amount? {
    guard let first = text.numeral(at: index) else { return nil }
    if match.second > 0 {
      guard let second = text.numeral(at: match.second) else { return nil }
      return .text(first.digits + (match.isRatio ? "/" : "-") + second.digits)
    }
    guard match.scalesEnd > 0, let scale = text.phrase(at: match.unit, meaning: .scale) else {
      return .number(first.value)
    }
    // All in the smallest scale, so that the sum is of whole numbers, then in the largest.
    var sum = first.value
    var last = scale
    while last.end < match.scalesEnd, let next = smallerScale(behind: last, in: text) {
      sum = sum * power(last.value - next.scale.value, in: text) + next.count
      last = next.scale
    }
    return .number(sum / power(scale.value - last.value, in: text))
  }

  /// The unit of a quantity; of several scales the first counts.
  static func unit(of match: QuantityMatch, in text: TokenisedText) -> String {
    guard match.scalesEnd > 0, let scale = text.phrase(at: match.unit, meaning: .scale) else {
      return text.squeezed(match.unit..<match.end)
    }
    let measure = text.squeezed(match.scalesEnd..<match.end)
    let isRate = text[match.scalesEnd].isSlash
    return text.squeezed(match.unit..<scale.end) + (measure.isEmpty || isRate ? "" : " ") + measure
  }

  /// Whether what reads as a quantity is a date: `6 tháng cuối năm`, `20/11` of a feast.
  private static func isDate(
    _ match: QuantityMatch, from index: Int, in text: TokenisedText
  ) -> Bool {
    guard let date = text.date(at: index) else { return false }
    return date.end > match.end || date.period.start.year != nil
  }

  /// Whether nothing touches the number that makes it a part of a code, and it is no telephone number.
  private static func isFree(at index: Int, in text: TokenisedText) -> Bool {
    let token = text[index]
    if token.length > 8
      || token.length > 5 && text[index].number.map({ $0 < 10_000_000 }) == true
        && token.key >> UInt64(8 * (token.length - 1)) == 0x30
    {
      return false
    }
    guard index > 0, !token.isSpaced else { return true }
    let before = text[index - 1]
    guard before.kind == .mark else { return false }
    if before.isSlash { return isSecond(at: index, in: text) }
    if before.isMark(Code.ellipsis) || before.isStop || before.isComma || before.isMark(0x5F) {
      return false
    }
    // The minutes of 8:30.
    if before.isMark(UInt8(ascii: ":")), text[index - 2].kind == .number { return false }
    // `Km12+300`, `QĐ-5`: the mark before belongs to a code.
    return before.isSpaced || text[index - 2].kind == .none || text[index - 2].kind == .mark
      || !before.isDash && !before.isMark(UInt8(ascii: "+"))
  }

  /// Whether a slash stands between the unit of another amount and the number: `24 hộ dân/3,15 ha`, `83%/50%`.
  private static func isSecond(at index: Int, in text: TokenisedText) -> Bool {
    let unit = text[index - 2]
    if unit.isMark(UInt8(ascii: "%")) { return text[index - 3].kind == .number }
    guard unit.kind == .word, !unit.isCapital, unit.length > 1, !text[index - 1].isSpaced else {
      return false
    }
    return (max(0, index - 8)..<index - 2).contains {
      text[$0].kind == .number && text[$0 + 1].kind == .word && text[$0 + 1].isSpaced
    }
  }

  /// A range (`16 - 18%`, `3 đến 4 cán bộ`) or a ratio (`41/56 cơ sở`).
  private static func pair(at index: Int, behind end: Int, in text: TokenisedText) -> QuantityMatch?
  {
    let separator = text[end]
    let isRatio = separator.isSlash
    guard
      isRatio || text.isUntil(at: end), text[end + 1].kind == .number
    else { return nil }
    let second = end + 1
    let secondEnd = text.numeralEnd(at: second)
    let start = isRatio ? afterTotal(secondEnd, in: text) : secondEnd
    guard let unit = unitEnd(at: start, amount: index, ratio: isRatio ? second : nil, in: text),
      !isDivided(start, unit, in: text)
    else {
      return nil
    }
    // Around the clock: 24/24 giờ, 24/24h.
    if isRatio, text[index].number == 24, text[second].number == 24 { return nil }
    return QuantityMatch(end: unit, unit: start, second: second, isRatio: isRatio)
  }

  /// Whether the unit is no unit because a number goes on behind it: `4 năm 2023`, `2 năm học`, `tuần 3 tháng 5`,
  /// `Trung ương 4 khóa XII`.
  private static func isDivided(_ start: Int, _ end: Int, in text: TokenisedText) -> Bool {
    if text.means(end - 1, .termNumber), text.roman(at: end) != nil { return true }
    if text.means(end - 1, .month), text[end].length <= 2, let month = text[end].number {
      return (1...12).contains(month)
    }
    guard text.means(end - 1, .year) else { return false }
    if text.means(end, .schoolYear) { return true }
    guard text.yearNumber(at: end) != nil else { return false }
    return !(text.isUntil(at: end + 1) || text.means(end + 1, .and) || text[end + 1].isComma)
      || text.yearNumber(at: end + 2) == nil
  }
}
