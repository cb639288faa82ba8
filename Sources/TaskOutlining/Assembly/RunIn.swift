internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Telling a heading that runs into its text from a sentence that holds a colon.
///
/// ```text
/// 1. Công tác dân vận: Tiếp tục quán triệt …     a heading and its text
/// 2. Phối hợp thực hiện các nội dung: tuyên …    a sentence: it opens with a verb
/// + Cấp huyện: 01 cuộc.                          an item: a number follows
/// ```
enum RunIn {
  /// The most words of such a heading (documents.md 3.4).
  private static let mostWords = 12

  /// Where the heading ends and its text starts, in scalars, or `nil` where there is none.
  ///
  /// `text` is the text behind the marker, folded as far as a heading can reach, `boldPrefix` the number
  /// of scalars at its start that are bold, `hasChildren` whether nodes stand below it.
  static func split(
    _ text: FoldedText, boldPrefix: Int, hasChildren: Bool, _ lexicon: Lexicon
  ) -> (titleEnd: Int, textStart: Int)? {
    guard text.codes.contains(UInt8(ascii: ":")), let colon = colon(in: text) else { return nil }
    let start = text.skippingBlanks(colon + 1)
    guard start < text.count, start > colon + 1 || Code.isLetter(text.codes[start]) else {
      return nil
    }
    var end = colon
    while end > 0, Code.isSpace(text.codes[end - 1]) { end -= 1 }
    guard end > 0 else { return nil }
    let isBold = boldPrefix > 0 && boldPrefix >= end && boldPrefix <= start + 1
    if isBold { return (end, start) }
    guard Code.isLetter(text.codes[start]) || text.codes[start] == Code.openingQuote else {
      return nil
    }
    if announces(text, end, lexicon) { return nil }
    // A verb alone names a topic: «Yêu cầu: …».
    if let verb = text.end(of: verbs, in: lexicon), verb < end {
      // A verb opens a sentence, unless a sentence of its own follows and nodes stand below.
      return hasChildren && text.capitals[start] ? (end, start) : nil
    }
    return (end, start)
  }

  /// The first colon that can end a heading.
  private static func colon(in text: FoldedText) -> Int? {
    var words = 1
    var brackets = 0
    for index in 0..<text.count {
      switch text.codes[index] {
      case UInt8(ascii: ":"):
        guard brackets == 0, words <= mostWords, index > 0 else { return nil }
        let isTime =
          Code.isDigit(text.codes[index - 1]) && index + 1 < text.count
          && Code.isDigit(text.codes[index + 1])
        return isTime ? nil : index
      case UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"), Code.ellipsis: return nil
      case UInt8(ascii: "."):
        // A period inside an abbreviation or a number goes on without a blank.
        if index + 1 < text.count, Code.isSpace(text.codes[index + 1]), words > 3 { return nil }
      case UInt8(ascii: "("), Code.openingQuote: brackets += 1
      case UInt8(ascii: ")"), Code.closingQuote: brackets -= 1
      case 0x20, 0x09, 0x0A:
        if index > 0, !Code.isSpace(text.codes[index - 1]) { words += 1 }
      default: break
      }
    }
    return nil
  }

  /// Whether the words before the colon announce a list.
  private static func announces(_ text: FoldedText, _ end: Int, _ lexicon: Lexicon) -> Bool {
    text.start(of: .announcing, in: lexicon, endingAt: end) != nil
      || text.opens(with: .listOpening, in: lexicon)
  }

  /// Words that open a task (documents.md 3.4).
  private static let verbs: Meaning = [.sentenceVerb]
}
