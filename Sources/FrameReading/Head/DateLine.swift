internal import DocumentLines
internal import VietnameseLanguage
internal import VietnameseText

/// Place and date (địa danh, ngày tháng năm) of a document, read from their line.
///
/// ```swift
/// DateLine("Phụng Hiệp, ngày      tháng    năm 2023")  // Phụng Hiệp, 2023
/// DateLine("Hà Nội, ngày … tháng 8 năm 2025")          // Hà Nội, 2025-08
/// DateLine("………, ngày ….. tháng … năm 20…")            // no place, nothing written
/// ```
///
/// What is left blank stays unknown: a day is never invented.
struct DateLine: Hashable {
  /// The place, or `nil` where it is left blank.
  var place: String?

  /// The words of the date, blanks included.
  var text: String

  /// The date, as far as it is written.
  var date: PartialDate

  /// Where the date starts and ends, in scalars of the line.
  private(set) var range: Range<Int>

  /// Whether no words stand behind the date.
  private(set) var endsLine: Bool

  /// Where the date starts with the hour before it, as in `hồi 14 giờ 30 ngày …`.
  private var opening: Int

  /// The first date that stands in a line, or in several lines of one date joined by a space; `nil` where
  /// there is none.
  init?(_ line: String, in lexicon: Lexicon) {
    self.init(TokenisedText(line, lexicon: lexicon)) { !$0.isCutOff }
  }

  /// The date of a line that holds place and date and, behind them, at most words of a title; a date that is cut
  /// off at the end of the line is one: `Hà Nội, ngày`.
  init?(opening text: FoldedText, _ line: String, in lexicon: Lexicon) {
    guard text.count <= Self.longest,
      text.codes.indices.contains(where: {
        text.end(of: [.day, .month], in: lexicon, at: $0) != nil || Self.isTight(text, at: $0)
      }),
      !text.opens(with: [.legalBasis, .attachment], in: lexicon)
    else { return nil }
    // The end of `(Ban hành kèm theo Quyết định số …` on the line above.
    if text.codes.last == UInt8(ascii: ")"), !text.codes.contains(UInt8(ascii: "(")) { return nil }
    self.init(TokenisedText(line, lexicon: lexicon)) { $0.hasWord }
    guard Self.opensDate(text, before: opening, in: lexicon) else { return nil }
    // `Thực hiện Kế hoạch số 12-KH/TU, ngày 10/7/2031 của …`: a sentence that was wrapped.
    if !endsLine, text.codes[..<range.lowerBound].contains(where: Code.isDigit) { return nil }
    // A word for a day or a month alone is no date, nor is a month without a place: `Tháng 7 năm 2031`.
    if date.isCutOff || text.opens(with: .month, in: lexicon), range.lowerBound == 0 { return nil }
  }

  /// The longest line of a date, in scalars.
  private static let longest = 90

  /// Whether a word and a digit touch at a place, as in `tháng5`.
  private static func isTight(_ text: FoldedText, at index: Int) -> Bool {
    index > 0 && Code.isDigit(text.codes[index]) && Code.isLetter(text.codes[index - 1])
  }

  private init?(_ text: TokenisedText, where isWanted: (PartialDate) -> Bool) {
    for index in text.tokens.indices {
      let token = text[index]
      let touches = index > 0 && !token.isSpaced && text[index - 1].kind != .mark
      guard token.kind != .mark, !touches, let (date, end) = PartialDate.read(text, at: index),
        isWanted(date)
      else { continue }
      self.date = date
      self.text = text.slice(index..<end)
      range = text.scalars(index..<end)
      endsLine = (end..<text.count).allSatisfy { text[$0].kind == .mark }
      let hour = (1..<max(1, index)).first {
        text[$0 - 1].isComma && text[$0 + 1].kind == .number
          && text.phrase(at: $0, meaning: .beforeHour) != nil
      }
      opening = text.scalars((hour ?? index)..<end).lowerBound
      place = Self.place(text, before: hour ?? index)
      return
    }
    return nil
  }

  /// What stands before the date, without the comma and without dots to be written on.
  private static func place(_ text: TokenisedText, before index: Int) -> String? {
    let isName = { (place: Int) in text[place].kind != .mark }
    guard let first = (0..<index).first(where: isName), var last = (0..<index).last(where: isName)
    else { return nil }
    if text[last + 1].isMark(UInt8(ascii: ")")) { last += 1 }
    return text.slice(first..<last + 1)
  }

  /// Whether nothing, dots or a place with its comma stand before the date; `Thời gian: 14h00, ngày …`,
  /// `Thứ Hai, ngày …` and `Hôm nay, ngày …` are no places.
  private static func opensDate(
    _ text: FoldedText, before index: Int, in lexicon: Lexicon
  ) -> Bool {
    if text.codes[..<index].contains(UInt8(ascii: ":")) { return false }
    if text.opens(with: [.weekday, .today], in: lexicon) { return false }
    // Vào hồi 8 giờ, ngày …; but: Từ Sơn, ngày …
    var hour = 0
    while let word = text.end(of: .beforeHour, in: lexicon, at: hour) {
      hour = text.skippingBlanks(word)
    }
    if hour > 0, hour < text.count, !text.capitals[hour] { return false }
    var end = index
    while end > 0, Code.isSpace(text.codes[end - 1]) { end -= 1 }
    guard end > 0 else { return true }
    let code = text.codes[end - 1]
    return end <= 45
      && (code == UInt8(ascii: ",") || code == UInt8(ascii: ".") || code == Code.ellipsis
        || code == UInt8(ascii: "-") || code == UInt8(ascii: ";"))
  }
}
