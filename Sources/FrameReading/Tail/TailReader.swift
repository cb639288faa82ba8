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

  private let lexicon: Lexicon
  private var lastRole: DocumentLine.Role?
  private var isFiled = false
  /// Whether a bracket that a line of the signature opened is still open.
  private var isInBracket = false
  private var text = FoldedText()

  /// Longer lines are text, not part of a signature.
  private static let mostWords = 40

  /// Starts to read a tail.
  init(in lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  /// Adds a line to a part, or says that it is text and ends the tail.
  mutating func read(_ line: Line, into part: inout OpenPart) -> Bool {
    guard line.table == nil else { return false }
    if let label = line.label?.value, !line.isInCell {
      // Word's own dashes before the recipients.
      guard lastRole == .recipients, !label.text.utf8.contains(where: { Code.isWord($0) }),
        line.shape.wordCount <= TailReader.mostWords
      else { return false }
      add(HeadLine(.recipients), line.text, line.spans, line, to: &part)
      return true
    }
    text.fold(line.text, limit: LineCursor.limit)
    // What is not folded would be in no column: a longer line stays whole.
    let isWhole = line.text.utf8.count <= LineCursor.limit
    let ranges = isWhole ? Columns.ranges(in: text, lexicon) : []
    if ranges.count > 1 {
      let whole = text
      for range in ranges {
        let piece = whole.slice(line.text, range)
        text.fold(piece)
        let reading =
          reading(of: piece, line) ?? roleByNeighbours(line).map { HeadLine($0) }
          ?? HeadLine(.signature)
        add(reading, piece, line.spans.slice(whole.bytes(range)), line, to: &part)
      }
      return true
    }
    guard let reading = reading(of: line.text, line) ?? roleByNeighbours(line).map({ HeadLine($0) })
    else { return false }
    add(reading, line.text, line.spans, line, to: &part)
    return true
  }

  private mutating func add(
    _ reading: HeadLine, _ words: String, _ spans: SourceSpans, _ line: Line,
    to part: inout OpenPart
  ) {
    part.lines.append(
      FrameLine(
        reading.role, words, at: line.location, spans, in: lexicon, content: reading.content))
    if reading.role != .page && reading.role != .rule { lastRole = reading.role }
    if reading.role == .signature {
      let last = words.utf8.last { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }
      isInBracket = last.map { $0 == UInt8(ascii: "(") } ?? isInBracket
    }
  }

  /// What the words of a line or column, which are folded in `text`, make it.
  private mutating func reading(of words: String, _ line: Line) -> HeadLine? {
    if text.opens(with: .recipients, in: lexicon) {
      hasRecipients = true
      return HeadLine(.recipients)
    }
    if text.isRule { return HeadLine(.rule) }
    if text.isPageNumber(in: lexicon) { return HeadLine(.page) }
    guard line.shape.wordCount <= TailReader.mostWords else { return nil }
    if isInBracket, lastRole == .signature {
      // A person's name ends a remark that nobody closed.
      isInBracket = !SignatureLine.isName(text, in: lexicon)
      if isInBracket { return HeadLine(.signature) }
    }
    if hasName, lastRole == .signature || lastRole == .mark {
      if text.opens(with: .signingTime, in: lexicon) { return HeadLine(.mark, .words) }
      if isFiling {
        let isRecipient = hasRecipients && !isFiled
        isFiled = isFiled || isRecipient
        return isRecipient ? HeadLine(.recipients) : HeadLine(.mark, .words)
      }
    }
    if isListed(text) {
      guard hasRecipients else { return nil }
      isFiled = isFiled || text.end(of: .filing, in: lexicon, at: text.skippingBlanks(1)) != nil
      return HeadLine(.recipients)
    }
    if SignatureLine.isAuthority(text, in: lexicon) || SignatureLine.isSigned(text, in: lexicon)
      || isPosition(line)
    {
      hasSignature = true
      return HeadLine(.signature)
    }
    if hasSignature, text.opens(with: .stamp, in: lexicon) { return HeadLine(.mark) }
    if let head = HeadLine(text, words, in: lexicon), head.role != .addressees { return head }
    // Where a name was met, words in capitals are the title of what is attached.
    let isMixed = text.capitals.contains(true) && !line.shape.isCapitals
    if hasSignature, !hasName || isMixed, SignatureLine.isName(text, in: lexicon) {
      hasName = true
      return HeadLine(.signature)
    }
    return nil
  }

  /// Whether the line says where a copy is kept: `Lưu: VT`, `Lưu tại kho …`, `Hồ sơ lưu`; not `Lưu ý …`.
  private var isFiling: Bool {
    guard let end = text.end(of: .filing, in: lexicon) else { return false }
    let next = text.skippingBlanks(end)
    guard next < text.count else { return true }
    return text.codes[next] == UInt8(ascii: ":") || text.capitals[next]
      || text.codes[..<end].contains(where: Code.isSpace)
      || text.end(of: .locative, in: lexicon, at: next) != nil
  }

  private func isPosition(_ line: Line) -> Bool {
    text.count < 80 && line.shape.finalMark != .semicolon && line.shape.finalMark != .comma
      && SignatureLine.isPosition(text, in: lexicon)
  }

  private func isListed(_ text: FoldedText) -> Bool {
    guard let first = text.codes.first else { return false }
    return first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || first == Code.bullet
  }

  /// The role of a line that its words do not tell, or `nil` where it is text.
  private mutating func roleByNeighbours(_ line: Line) -> DocumentLine.Role? {
    let shape = line.shape
    guard shape.wordCount <= TailReader.mostWords else { return nil }
    if shape.isCapitals, shape.wordCount <= 14, !hasName,
      hasSignature || hasRecipients && line.isInCell
    {
      hasSignature = true
      return .signature
    }
    if lastRole == .recipients, hasRecipients, !shape.isCapitals || shape.finalMark != .none {
      return shape.wordCount <= 30 ? .recipients : nil
    }
    // A recipient goes on behind a line of the other column.
    if hasRecipients, !isFiled, shape.startsSmall, shape.wordCount <= 14 { return .recipients }
    if lastRole == .signature, shape.wordCount <= 8, !hasName,
      shape.finalMark == .none || text.codes.last == UInt8(ascii: ")")
    {
      return .signature
    }
    // Room for what stands below the signature in a form.
    return text.isRoom ? .rule : nil
  }
}
