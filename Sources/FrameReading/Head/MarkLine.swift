internal import VietnameseLanguage
internal import VietnameseText

/// The marks of security (độ mật), urgency (độ khẩn) and draft of a document.
struct MarkLine: Hashable {
  /// The mark of security as written, or `nil`.
  var security: String?

  /// The mark of urgency as written, or `nil`.
  var urgency: String?

  /// Whether the line calls the document a draft (dự thảo).
  var isDraft = false

  /// Reads a line; marks of circulation (tài liệu thu hồi, lưu hành nội bộ) are none of these.
  init(_ line: String, in lexicon: Lexicon) {
    let words = squeezed(line)
    let text = FoldedText(words)
    var end = 0
    for index in text.codes.indices where index >= end {
      guard
        let mark = text.phrase([.security, .urgency, .draft, .secrecy], in: lexicon, at: index)
      else { continue }
      end = mark.end
      // The words of *bí mật nhà nước* and *độ mật* are no marks.
      if mark.meaning.contains(.security) { security = security ?? text.slice(words, index..<end) }
      if mark.meaning.contains(.urgency) { urgency = urgency ?? text.slice(words, index..<end) }
      if mark.meaning.contains(.draft) { isDraft = true }
    }
  }

  /// Whether a mark of security, urgency, circulation or draft stands in the line alone.
  static func isMark(_ text: FoldedText, in lexicon: Lexicon) -> Bool {
    guard text.count <= 60 else { return false }
    let start = text.codes.first == UInt8(ascii: "(") ? text.skippingBlanks(1) : 0
    guard
      let end = text.end(
        of: [.security, .urgency, .draft, .circulation], in: lexicon, at: start)
    else { return false }
    // `DỰ THẢO KẾ HOẠCH` is the type of a draft.
    let behind = text.skippingBlanks(end)
    if text.documentType(in: lexicon, at: behind)?.type.headsDocuments == true { return false }
    if end == text.count || end == text.count - 1 && text.codes[end] == UInt8(ascii: ")") {
      return true
    }
    // `Dự thảo lần 2`, `DỰ THẢO 3/5/2024`, `KHÔNG PHỔ BIẾN TRÊN …`
    return text.capitals[start]
      && (text.codes.contains(where: Code.isDigit) || text.capitals[start + 1])
  }
}
