internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Gives the lines after the text their roles: recipients, signature, page numbers.
///
/// The two columns of the paper come side by side on one line, one after the other, or interleaved line by
/// line; so every line is told by its own words first and by its neighbours after.
struct TailReader {
  /// Whether `Nơi nhận` was met.
  private(set) var hasRecipients = false

  /// Whether an authority, a position or a remark such as `(Đã ký)` was met.
  private(set) var hasSignature = false

  /// Whether a name was met after them.
  private(set) var hasName = false

  private var lastRole: DocumentLine.Role?
  private var isFiled = false
  private var text = FoldedText()

  /// Longer lines are text, not part of a signature.
  private static let mostWords = 40

  /// Adds a line to a part, or says that it is text and ends the tail.
  mutating func read(_ line: Line, into part: inout Part) -> Bool {
    guard line.table == nil else { return false }
    if let label = line.label, !line.isInCell {
      // Word's own dashes before the recipients.
      guard lastRole == .recipients, !label.text.utf8.contains(where: { Code.isWord($0) }),
        line.shape.wordCount <= TailReader.mostWords
      else { return false }
      add(.recipients, line.text, line, to: &part)
      return true
    }
    text.fold(line.text, limit: 400)
    if let role = role(of: text, line) {
      add(role, line.text, line, to: &part)
      return true
    }
    let ranges = Columns.ranges(in: text)
    if ranges.count > 1 {
      let whole = text
      for range in ranges {
        let piece = whole.slice(line.text, range)
        text.fold(piece)
        add(
          role(of: text, line, isColumn: true) ?? roleByNeighbours(line) ?? .signature, piece, line,
          to: &part)
      }
      return true
    }
    guard let role = roleByNeighbours(line) else { return false }
    add(role, line.text, line, to: &part)
    return true
  }

  private mutating func add(
    _ role: DocumentLine.Role, _ words: String, _ line: Line, to part: inout Part
  ) {
    part.lines.append(DocumentLine(role: role, text: words, location: line.location))
    if role != .page && role != .rule { lastRole = role }
  }

  /// The role that the words of a line or column tell.
  private mutating func role(
    of text: FoldedText, _ line: Line, isColumn: Bool = false
  ) -> DocumentLine.Role? {
    guard isColumn || Columns.ranges(in: text).count == 1 else { return nil }
    if text.opens(withAny: Phrases.recipients) {
      hasRecipients = true
      return .recipients
    }
    if text.isRule { return .rule }
    if HeadLine.isPageNumber(text) { return .page }
    guard line.shape.wordCount <= TailReader.mostWords else { return nil }
    if isListed(text) {
      guard hasRecipients else { return nil }
      isFiled = isFiled || text.end(of: TailReader.filing, at: text.skippingBlanks(1)) != nil
      return .recipients
    }
    if SignatureShape.isAuthority(text) || SignatureShape.isSigned(text) {
      hasSignature = true
      return .signature
    }
    if SignatureShape.isPosition(text), text.count < 80, line.shape.finalMark != .semicolon,
      line.shape.finalMark != .comma
    {
      hasSignature = true
      return .signature
    }
    if HeadLine.isMark(text) || hasSignature && text.opens(withAny: TailReader.stamps) {
      return .mark
    }
    if HeadLine.isPlaceAndDate(text) { return .placedate }
    if text.opens(withAny: Phrases.mottos) { return .motto }
    if text.isNumberLine { return .number }
    if SignatureShape.isName(text), hasSignature {
      hasName = true
      return .signature
    }
    return nil
  }

  /// What programmes that read scanned pages write for the picture of a stamp.
  private static let stamps = Phrases.keywords("dấu mộc", "con dấu", "[con dấu", "[dấu", "hình dấu")

  /// *Lưu: …*: the last of the recipients.
  private static let filing = Keyword("lưu")

  private func isListed(_ text: FoldedText) -> Bool {
    guard let first = text.codes.first else { return false }
    return first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || first == Code.bullet
  }

  /// The role of a line that its words do not tell, or `nil` where it is text.
  private mutating func roleByNeighbours(_ line: Line) -> DocumentLine.Role? {
    let shape = line.shape
    guard shape.wordCount <= TailReader.mostWords else { return nil }
    if shape.isCapitals && shape.wordCount <= 14 && hasSignature && !hasName { return .signature }
    if lastRole == .recipients, hasRecipients, !shape.isCapitals || shape.finalMark != .none {
      return shape.wordCount <= 30 ? .recipients : nil
    }
    // A recipient goes on behind a line of the other column.
    if hasRecipients, !isFiled, shape.startsSmall, shape.wordCount <= 14 { return .recipients }
    if lastRole == .signature, shape.wordCount <= 8, shape.finalMark == .none, !hasName {
      return .signature
    }
    return nil
  }
}
