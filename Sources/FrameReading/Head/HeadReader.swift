internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Reads the letterhead and the title that open a part, and says where its text starts.
///
/// ```text
/// ĐẢNG BỘ TỈNH SÔNG LAM          superior
/// HUYỆN ỦY BÌNH TRÚC             issuer
/// Số      -CTr/HU                number
/// CHƯƠNG TRÌNH                   type
/// Công tác quý IV/2023           title
/// Quý IV/2023, Đảng bộ …         (the text starts)
/// ```
struct HeadReader {
  /// All lines of the document.
  let lines: [Line]

  /// The vocabulary.
  let lexicon: Lexicon

  /// The part that is read.
  private(set) var part: OpenPart

  var text = FoldedText()
  var following = FoldedText()
  private var start = 0
  var names: [Name] = []
  var hasEvidence = false
  var hasType = false
  var hasSubject = false
  var titleCount = 0
  private var hasNumber = false
  /// The index, in the part, of the line whose number or date may go on in the next.
  private var field = 0
  var isTitled = false
  var isAttached = false
  var isTitleOver = false
  /// Whether the type stands in a style of headings.
  var isTypeStyled = false
  var lastRole: DocumentLine.Role?

  /// Whether the words of a line are certainly of a letterhead, by its index, for lines examined so far.
  var evidence: [Int: Bool] = [:]

  /// A name of a body, and its index among the lines of the part.
  struct Name {
    var place: Int
    var text: FoldedText
  }

  /// The most words of a line with the type and its issuer: `QUYẾT ĐỊNH CỦA BỘ TRƯỞNG BỘ TÀI CHÍNH`.
  private static let mostTypeWords = 12

  /// The most lines of a letterhead.
  private static let mostLines = 80

  /// Starts to read a part.
  init(_ lines: [Line], isAppendix: Bool, in lexicon: Lexicon) {
    self.lines = lines
    self.lexicon = lexicon
    part = OpenPart(isAppendix: isAppendix)
  }

  /// Reads from a line on; the result is the first line of the text.
  mutating func read(from start: Int) -> Int {
    self.start = start
    var index = start
    let end = min(lines.count, start + HeadReader.mostLines)
    while index < end {
      let line = lines[index]
      if line.table != nil || !readLine(line, at: index) { break }
      index += 1
    }
    guard hasEvidence || part.isAppendix else {
      part = OpenPart(isAppendix: part.isAppendix)
      return start
    }
    for (place, role) in roles {
      let line = part.lines[place]
      part.lines[place] = FrameLine(role, line.text, at: line.location, line.spans, in: lexicon)
    }
    return index
  }

  /// Takes a line into the head; false where the text starts.
  mutating func readLine(_ line: Line, at index: Int) -> Bool {
    if line.text.utf8.contains(0x0A), readBrokenLine(line, at: index) { return true }
    text.fold(line.text, limit: 400)
    if line.label != nil && !line.isInCell && (hasType || titleCount > 0) { return false }
    var ranges = line.text.utf8.count < 360 ? Columns.ranges(in: text, lexicon) : []
    if namesBodyBelowTitle(ranges, line) { ranges = [] }
    if ranges.count > 1, readColumns(ranges, of: line, at: index, needsAll: true) { return true }
    if let reading = reading(of: line.text, line, at: index) {
      if reading.role == .placedate, ranges.count > 1, holdsPlaceAndDate(line, ranges.last),
        readColumns(ranges, of: line, at: index, needsAll: false)
      {
        return true
      }
      add(reading, line.text, line.spans, line)
      return true
    }
    if ranges.count > 1, !opensOutline(line),
      readColumns(ranges, of: line, at: index, needsAll: false)
    {
      return true
    }
    if isTitle(line, at: index) {
      add(HeadLine(.title), line.text, line.spans, line)
      return true
    }
    guard !hasType, !hasSubject, isBeforeEvidence(line, at: index) else { return false }
    addName(line.text, line.spans, text, line)
    return true
  }

  /// What a line or column is, from its words, which are folded in `text`, and from what was read before.
  func reading(of words: String, _ line: Line, at index: Int) -> HeadLine? {
    if isInsideBrackets, line.shape.wordCount < 60 { return HeadLine(.title) }
    if let reading = HeadLine(text, words, in: lexicon) {
      if reading.role == .rule, isTitleOver, titleCount > 0, !line.isInCell { return nil }
      if isInsideTitle(reading) { return HeadLine(.title, reading.content) }
      if !opensSentence(reading) { return reading }
    }
    if !hasType, isPartOfMotto(words, line, at: index) { return HeadLine(.motto) }
    if !hasType, !hasSubject, opensOwnTitle(line, at: index) { return HeadLine(.title) }
    if text.opens(with: .attachment, in: lexicon), hasEvidence || hasSubject {
      return HeadLine(.title)
    }
    if lastRole == .number, NumberLine.isSymbol(text) || isAwaitedNumber {
      return HeadLine(.number)
    }
    if lastRole == .placedate, text.count < 40,
      text.opens(with: [.month, .year], in: lexicon) || isCutOffDate && Code.isDigit(text.codes[0])
    {
      return HeadLine(.placedate)
    }
    if lastRole == .addressees, isAddressee { return HeadLine(.addressees) }
    if text.opens(with: .subject, in: lexicon), !isTitleOver,
      !hasType || titleCount == 0 || lastRole == .number || lastRole == .placedate,
      hasEvidence || text.codes[0] == UInt8(ascii: "v")
    {
      return HeadLine(.title)
    }
    if !hasType, !hasSubject,
      text.isTypeLine(in: lexicon) || opensLaw(line, at: index) || namesOwnIssuer(line)
    {
      return HeadLine(.type)
    }
    return nil
  }

  /// Whether the number stands on the line below its word: `Số:` / `20/2022/QĐ-UBND`.
  private var isAwaitedNumber: Bool {
    guard let above = part.lines[field].number, above.number == nil, above.symbol == nil,
      text.count <= 40, Code.isDigit(text.codes[0])
    else { return false }
    return text.codes.contains(UInt8(ascii: "/")) && !text.codes.contains(where: Code.isSpace)
  }

  /// Whether a motto is wrapped in the line: `CỘNG HÒA XÃ HỘI` / `CHỦ NGHĨA VIỆT NAM`.
  private func isPartOfMotto(_ words: String, _ line: Line, at index: Int) -> Bool {
    guard line.shape.isCapitals, line.shape.wordCount <= 6 else { return false }
    if lastRole == .motto, let last = part.lines.last,
      MottoLine.isMotto(FoldedText(last.text + " " + words), in: lexicon),
      !MottoLine.isMotto(FoldedText(last.text), in: lexicon)
    {
      return true
    }
    guard index + 1 < lines.count, lines[index + 1].shape.isCapitals,
      lines[index + 1].shape.wordCount <= 6
    else { return false }
    return MottoLine.isMotto(FoldedText(words + " " + lines[index + 1].text), in: lexicon)
  }

  /// Whether a line that opens as a number or a date does goes on with a title:
  /// `Thông tư số 99/1998/TT-BTC`, `ngày 26/8/1999 của Thủ tướng Chính phủ`.
  private func isInsideTitle(_ reading: HeadLine) -> Bool {
    guard titleCount > 0 || hasType, !isTitleOver, lastRole == .title || lastRole == .type else {
      return false
    }
    switch reading.content {
    // The number of the document itself stands above: this is one that the title cites.
    case .number: return hasNumber
    case .date(let date):
      return date.range.lowerBound == 0 && !date.endsLine && !text.capitals[0]
    default: return false
    }
  }

  /// Whether a date opens a sentence of the text: `Ngày 18/01/2024, Ban Chấp hành … họp phiên thường kỳ`.
  private func opensSentence(_ reading: HeadLine) -> Bool {
    guard case .date(let date) = reading.content, !date.endsLine else { return false }
    return date.range.lowerBound == 0 || hasType
  }

  /// Whether the first line of an appendix says so, in a file of its own too.
  private func opensOwnTitle(_ line: Line, at index: Int) -> Bool {
    guard index == start, line.shape.wordCount <= 12, !line.shape.isFinished else { return false }
    return text.opens(with: part.isAppendix ? .appendix : .properAppendix, in: lexicon)
  }

  /// Whether the date above stopped at the end of its line.
  private var isCutOffDate: Bool { part.lines[field].date?.date.isCutOff == true }

  private var isAddressee: Bool {
    guard let first = text.codes.first else { return false }
    return (first == UInt8(ascii: "-") || first == UInt8(ascii: "+")) && text.count > 2
  }

  /// Whether a type word in small letters opens the first line of a legal text, its title behind it.
  private func opensLaw(_ line: Line, at index: Int) -> Bool {
    guard index == 0, !line.shape.isFinished, let (type, _) = text.documentType(in: lexicon),
      type.headsDocuments, text.capitals[0]
    else { return false }
    var next = FoldedText()
    return lines.dropFirst().prefix(4).contains { line in
      next.fold(line.text, limit: 40)
      return next.opens(with: .legalBasis, in: lexicon)
    }
  }

  /// Whether the type stands in small letters with its issuer: `Nghị định của Chính phủ`.
  private func namesOwnIssuer(_ line: Line) -> Bool {
    guard !line.shape.isFinished, line.shape.wordCount <= 30,
      let (type, end) = text.documentType(in: lexicon), type.headsDocuments
    else { return false }
    return text.end(of: .of, in: lexicon, at: text.skippingBlanks(end)) != nil
  }

  /// Adds a line, or a column of it, with what it is.
  mutating func add(
    _ reading: HeadLine, _ words: String, _ spans: SourceSpans, _ line: Line
  ) {
    if reading.role == .number || reading.role == .placedate {
      if reading.content != nil {
        field = part.lines.count
      } else {
        // The number or the date goes on in this line.
        part.lines[field].goOn(words, in: lexicon)
      }
    }
    let content = reading.role == .title ? reading.content ?? .words : reading.content
    part.add(
      FrameLine(reading.role, words, at: line.location, spans, in: lexicon, content: content))
    lastRole = reading.role
    switch reading.role {
    case .number:
      (hasEvidence, hasNumber) = (true, true)
      // `NGHỊ QUYẾT SỐ 214 NQ/UBTVQH9 NGÀY 26-8-1994` alone at the top holds the type too.
      if part.lines.count == 1, line.shape.isCapitals,
        text.documentType(in: lexicon)?.type.headsDocuments == true
      {
        hasType = true
      }
    case .motto, .placedate: hasEvidence = true
    case .type:
      (hasEvidence, hasType) = (true, true)
      isTypeStyled = line.outlineLevel != nil
      // `Quyết định quy định chức năng …`: the line holds the title too.
      isTitled = line.shape.wordCount > HeadReader.mostTypeWords
    case .title:
      titleCount += 1
      isAttached = isAttached || text.opens(with: .attachment, in: lexicon)
      hasSubject = hasSubject || !hasType
      hasEvidence = true
    case .rule: isTitleOver = titleCount > 0 || (hasType && isTitleOver)
    case .addressees:
      isTitleOver = true
      hasEvidence = true
    default: break
    }
  }

  /// Adds a line, or a column of it, as a name of a body.
  mutating func addName(
    _ words: String, _ spans: SourceSpans, _ text: FoldedText, _ line: Line
  ) {
    names.append(Name(place: part.lines.count, text: text))
    part.add(FrameLine(.issuer, words, at: line.location, spans, in: lexicon))
    lastRole = .issuer
  }
}
