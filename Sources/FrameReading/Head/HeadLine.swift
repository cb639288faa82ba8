internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Telling the lines of a letterhead by their words.
enum HeadLine {
  /// The longest number line and the longest date line, in scalars.
  private static let longest = 90

  /// The role that the words alone give a line, or `nil` where they do not tell.
  static func role(of text: FoldedText) -> DocumentLine.Role? {
    if text.isRule { return .rule }
    if text.opens(withAny: Phrases.mottos) { return .motto }
    if text.isNumberLine { return .number }
    if isPlaceAndDate(text) { return .placedate }
    if isMark(text) { return .mark }
    if text.opens(withAny: Phrases.addressees) { return .addressees }
    return nil
  }

  /// Whether the line goes on with a symbol, as `Số: 63` and `/2025/QĐ-UBND` on two lines do.
  static func isSymbolTail(_ text: FoldedText) -> Bool {
    guard text.count >= 4, text.count <= 30 else { return false }
    let first = text.codes[0]
    guard first == UInt8(ascii: "-") || first == UInt8(ascii: "/") else { return false }
    return text.codes.dropFirst().contains(UInt8(ascii: "/"))
      && !text.codes.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") })
  }

  /// Whether place and date stand here, blanks allowed: `Hà Nội, ngày … tháng 8 năm 2025`.
  static func isPlaceAndDate(_ text: FoldedText) -> Bool {
    guard text.count <= longest, !text.opens(withAny: Phrases.legalBases),
      !text.opens(withAny: Phrases.attachments)
    else { return false }
    // The end of `(Ban hành kèm theo Quyết định số …` on the line above.
    if text.codes.last == UInt8(ascii: ")"), !text.codes.contains(UInt8(ascii: "(")) {
      return false
    }
    for index in 0..<text.count {
      let isDay = text.codes[index] == UInt8(ascii: "n")
      guard isDay || text.codes[index] == UInt8(ascii: "t") else { continue }
      guard let end = text.end(of: isDay ? day : month, at: index) else { continue }
      guard opensDate(text, before: index) else { continue }
      let next = skipBlankNumber(text, end)
      if next >= text.count { return index > 0 || !isDay ? next > end || isDay : false }
      // `tháng5`: the blank before a number is often forgotten.
      if isDay, text.hasPrefix(month, at: next) { return true }
      if isDay, text.codes[next] == UInt8(ascii: "/") || text.codes[next] == UInt8(ascii: "-"),
        next > end
      {
        return true
      }
      if !isDay, text.end(of: year, at: next) != nil { return true }
    }
    return false
  }

  private static let day = Keyword("ngày")
  private static let month = Keyword("tháng")
  private static let year = Keyword("năm")

  /// Whether nothing, dots or a place with its comma stand before the date.
  private static func opensDate(_ text: FoldedText, before index: Int) -> Bool {
    var end = index
    while end > 0, Code.isSpace(text.codes[end - 1]) { end -= 1 }
    guard end > 0 else { return true }
    let code = text.codes[end - 1]
    return end <= 45
      && (code == UInt8(ascii: ",") || code == UInt8(ascii: ".") || code == Code.ellipsis
        || code == UInt8(ascii: "-") || code == UInt8(ascii: ";"))
  }

  /// Skips a number, dots and blanks.
  private static func skipBlankNumber(_ text: FoldedText, _ start: Int) -> Int {
    var index = start
    while index < text.count {
      let code = text.codes[index]
      guard
        Code.isSpace(code) || Code.isDigit(code) || code == UInt8(ascii: ".")
          || code == Code.ellipsis
          || code == UInt8(ascii: "_")
      else { break }
      index += 1
    }
    return index
  }

  /// Whether a mark of security, urgency, circulation or draft stands here alone.
  static func isMark(_ text: FoldedText) -> Bool {
    guard text.count <= 60, let end = text.end(ofAny: Phrases.marks) else { return false }
    if end == text.count { return true }
    // `Dự thảo lần 2`, `DỰ THẢO 3/5/2024`, `KHÔNG PHỔ BIẾN TRÊN …`
    return text.capitals[0]
      && (text.codes.contains(where: Code.isDigit) || text.capitals[1] || text.codes[0] == 0x28)
  }

  /// Whether the line holds nothing but the number of a page: `12`, `- 3 -`, `PAGE 16`, `Trang 2/5`.
  static func isPageNumber(_ text: FoldedText) -> Bool {
    guard text.count <= 14 else { return false }
    var index = text.end(ofAny: pageWords) ?? 0
    let hasWord = index > 0
    var digits = 0
    while index < text.count {
      let code = text.codes[index]
      if Code.isDigit(code) {
        digits += 1
      } else if !Code.isSpace(code) && code != UInt8(ascii: "-") && code != UInt8(ascii: "/") {
        return false
      }
      index += 1
    }
    let hasSlash = text.codes.contains(UInt8(ascii: "/"))
    return hasWord || (digits > 0 && digits <= 3 && !hasSlash)
  }

  private static let pageWords = Phrases.keywords("page", "trang")

  /// Whether a bracket behind the title says to what the text is attached:
  /// `LÀM VIỆC CỦA CHI BỘ (Ban hành kèm theo Quyết định số 7/QĐ)`.
  static func holdsAttachment(_ text: FoldedText) -> Bool {
    text.codes.indices.contains { index in
      text.codes[index] == UInt8(ascii: "(")
        && text.end(ofAny: Phrases.attachments, at: index) != nil
    }
  }

  /// Whether the line is a type of document alone or the type with the start of the title, the type in
  /// capitals.
  static func isType(_ text: FoldedText) -> Bool {
    guard let (type, end) = text.documentType(in: .standard, at: typeStart(text)),
      type.headsDocuments
    else { return false }
    if end == text.count { return text.capitals[0] || text.count > 0 }
    guard text.codes[end] != UInt8(ascii: ":") else { return false }
    return (0..<end).allSatisfy { text.capitals[$0] || !Code.isLetter(text.codes[$0]) }
  }

  /// Whether the line is a type of document and nothing else.
  static func isTypeAlone(_ text: FoldedText) -> Bool {
    guard let (type, end) = text.documentType(in: .standard, at: typeStart(text)) else {
      return false
    }
    return type.headsDocuments && end == text.count
  }

  /// Where the type starts: behind *bản* in `BẢN QUY ĐỊNH`.
  private static func typeStart(_ text: FoldedText) -> Int {
    text.end(of: copy, at: 0).map { text.skippingBlanks($0) } ?? 0
  }

  private static let copy = Keyword("bản")
}
