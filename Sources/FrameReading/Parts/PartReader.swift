internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Cuts a document into its parts, and each part into letterhead, text, recipients and signature.
struct PartReader {
  private let lines: [Line]
  private let folded: FoldedLines
  private let isText: Bool
  private let lexicon: Lexicon
  private var parts: [OpenPart] = []
  private var part: OpenPart
  private var tail: Tail?
  private var text = FoldedText()
  /// Memory for a line behind the one that is read.
  private var next = FoldedText()
  /// The last line that opens recipients, once it was looked for; -1 where there is none.
  private var lastRecipients: Int?

  /// Recipients and signature as far as they were read, and what to take back if they were none.
  private struct Tail {
    var reader: TailReader
    var start: Int
    var linesBefore: Int
  }

  /// How many words a line has at most that opens a zone.
  private static let mostWords = 30

  /// How many lines a look-ahead for a motto, a type or a signature reads.
  private static let lookAhead = 8

  /// Cuts a document.
  static func parts(
    of lines: [Line], _ folded: FoldedLines, isText: Bool, in lexicon: Lexicon
  ) -> [OpenPart] {
    var reader = PartReader(lines, folded, isText: isText, in: lexicon)
    reader.read()
    return reader.parts
  }

  private init(_ lines: [Line], _ folded: FoldedLines, isText: Bool, in lexicon: Lexicon) {
    self.lines = lines
    self.folded = folded
    self.isText = isText
    self.lexicon = lexicon
    part = OpenPart(isAppendix: false)
  }

  private mutating func read() {
    var index = readHead(from: 0)
    while index < lines.count {
      // The words of a longer line are not asked for.
      if lines[index].shape.wordCount <= PartReader.mostWords {
        folded.fold(lines[index].text, at: lines[index].folded, limit: 200, into: &text)
      }
      if opensAppendix(at: index) {
        closePart()
        part = OpenPart(isAppendix: true)
        index = readHead(from: index)
        continue
      }
      index = readLine(at: index)
    }
    closePart()
  }

  private mutating func readHead(from index: Int) -> Int {
    var head = HeadReader(lines, isAppendix: part.isAppendix, in: lexicon)
    let next = head.read(from: index)
    part = head.part
    guard next == index, part.isAppendix else { return next }
    part.add(line(.title, index))
    return index + 1
  }

  private mutating func closePart() {
    parts.append(part)
    tail = nil
  }

  /// Takes a line into the text or the tail; the result is the next line to read.
  private mutating func readLine(at index: Int) -> Int {
    if tail != nil {
      if tail?.reader.read(lines[index], into: &part) == true { return index + 1 }
      return leaveTail(at: index)
    }
    if isText, isPageNumber(at: index) {
      part.lines.append(line(.page, index))
      return index + 1
    }
    if isText, isPageRule(lines[index]), index + 1 < lines.count,
      lines[index + 1].text.utf8.count <= 3,
      Int(lines[index + 1].text) != nil
    {
      part.lines.append(line(.rule, index))
      return index + 1
    }
    if opensTail(at: index) {
      tail = Tail(
        reader: TailReader(in: lexicon), start: index, linesBefore: part.lines.count)
      if tail?.reader.read(lines[index], into: &part) == true { return index + 1 }
      tail = nil
    } else if let end = movedHead(at: index) {
      return end
    }
    part.body.append(index)
    return index + 1
  }

  /// A line of the document with a role.
  private func line(_ role: DocumentLine.Role, _ index: Int) -> FrameLine {
    FrameLine(role, lines[index].text, at: lines[index].location, in: lexicon)
  }

  /// Ends the tail before a line of text: an appendix without title follows a signature; anything else was
  /// no tail.
  private mutating func leaveTail(at index: Int) -> Int {
    guard let ended = tail else { return index }
    tail = nil
    // Samples of signatures stand inside a text: the recipients of the document are still to come.
    let isSample = !ended.reader.hasRecipients && recipientsFollow(index)
    let isSigned =
      ended.reader.hasSignature && (ended.reader.hasName || ended.reader.hasRecipients) && !isSample
    if isSigned || (ended.reader.hasRecipients && part.lines.count > ended.linesBefore + 2) {
      text.fold(lines[index].text, limit: 200)
      // `Ghi chú:` below a signature belongs to what was signed.
      if text.opens(with: .listOpening, in: lexicon) {
        part.body.append(index)
        return index + 1
      }
      closePart()
      part = OpenPart(isAppendix: true)
      let isHeading =
        (lines[index].shape.isCapitals || attachmentFollows(index, within: 5))
        && lines[index].table == nil && lines[index].label == nil
        && MarkerReader(text: text, lexicon: lexicon).candidates().isEmpty
      return isHeading ? readHead(from: index) : index
    }
    part.lines.removeSubrange(ended.linesBefore...)
    part.body.append(contentsOf: ended.start...index)
    return index + 1
  }

  /// Whether recipients stand somewhere behind a line.
  private mutating func recipientsFollow(_ index: Int) -> Bool {
    if lastRecipients == nil {
      var folded = FoldedText()
      lastRecipients =
        lines.lastIndex {
          guard $0.table == nil, $0.shape.length > 0 else { return false }
          folded.fold($0.text, limit: 20)
          return folded.opens(with: .recipients, in: lexicon)
        } ?? -1
    }
    return index < lastRecipients ?? -1
  }

  // MARK: Page numbers

  /// Whether a line of a text file is the number of a page and not a cell of a flattened table.
  private func isPageNumber(at index: Int) -> Bool {
    guard lines[index].text.utf8.count <= 14, text.isPageNumber(in: lexicon) else { return false }
    // `PAGE 16` is one wherever it stands; a number alone might be a cell of a column of numbers.
    if !Code.isDigit(text.codes[0]), Code.isLetter(text.codes[0]) { return true }
    let neighbours = [index - 1, index + 1].filter { lines.indices.contains($0) }.map { lines[$0] }
    return neighbours.allSatisfy {
      $0.shape.wordCount > 2 || $0.text.utf8.first == UInt8(ascii: "P") || isPageRule($0)
    }
  }

  /// Whether the line is the rule between two pages, `---`.
  private func isPageRule(_ line: Line) -> Bool {
    line.text.utf8.count >= 3 && line.text.utf8.allSatisfy { $0 == UInt8(ascii: "-") }
  }

  // MARK: Recipients and signature

  /// How many words the first line of recipients and signature has at most.
  private static let mostTailWords = 28

  private mutating func opensTail(at index: Int) -> Bool {
    let shape = lines[index].shape
    // Blanks between two columns count for nothing.
    guard lines[index].table == nil, shape.wordCount <= PartReader.mostTailWords else {
      return false
    }
    if text.opens(with: .recipients, in: lexicon) { return true }
    if shape.length < 300, Columns.mayBeSeveral(in: text, lexicon) {
      let ranges = Columns.ranges(in: text, lexicon)
      if ranges.count == 2, text.end(of: .recipients, in: lexicon, at: ranges[1].lowerBound) != nil
      {
        return true
      }
    }
    guard shape.wordCount <= 14, lines[index].label == nil else { return false }
    if isText, standsBesideAnother(index) { return true }
    let isSet = shape.isCapitals || lines[index].isCentred || lines[index].isInCell
    if SignatureLine.isAuthority(text, in: lexicon) {
      return isSet || signatureFollows(index)
    }
    guard SignatureLine.isPosition(text, in: lexicon), shape.wordCount <= 9,
      shape.finalMark == .none
    else {
      return false
    }
    return isSet && signatureFollows(index)
  }

  /// Whether the line of a text file holds two positions side by side: `NGƯỜI LẬP BIỂU          GIÁM ĐỐC`.
  private func standsBesideAnother(_ index: Int) -> Bool {
    guard lines[index].shape.finalMark == .none, Columns.mayBeSeveral(in: text, lexicon) else {
      return false
    }
    let ranges = Columns.ranges(in: text, lexicon)
    return ranges.count > 1
      && ranges.allSatisfy { range in
        let column = FoldedText(text.slice(lines[index].text, range))
        return SignatureLine.isPosition(column, in: lexicon)
          || SignatureLine.isAuthority(column, in: lexicon)
      }
  }

  /// Whether a signature goes on after the line: a name, a remark or the recipients.
  private mutating func signatureFollows(_ index: Int) -> Bool {
    var next = FoldedText()
    for line in lines[(index + 1)...].prefix(5) where line.table == nil {
      next.fold(line.text, limit: 80)
      if next.opens(with: .recipients, in: lexicon) || SignatureLine.isSigned(next, in: lexicon)
        || SignatureLine.isName(next, in: lexicon)
      {
        return true
      }
      guard SignatureLine.isPosition(next, in: lexicon) || line.shape.isCapitals else {
        return false
      }
    }
    return index + 5 >= lines.count
  }

  // MARK: Letterheads after the text

  /// Takes a letterhead that was moved behind the text; the result is the line after it, or `nil`.
  private mutating func movedHead(at index: Int) -> Int? {
    guard !part.body.isEmpty, opensLetterhead(at: index) else { return nil }
    var head = HeadReader(lines, isAppendix: false, in: lexicon)
    let end = head.read(from: index)
    guard end > index else { return nil }
    part.lines.append(contentsOf: head.part.lines)
    return end
  }

  /// Whether a name of a body stands here and a motto soon after, or a motto itself.
  private mutating func opensLetterhead(at index: Int) -> Bool {
    let shape = lines[index].shape
    guard shape.length < 200, shape.wordCount <= PartReader.mostWords else { return false }
    // `TỔ TRƯỞNG` opens like a body does.
    if let tail, !tail.reader.hasName, SignatureLine.isPosition(text, in: lexicon) { return false }
    let isMotto = text.opens(with: .motto, in: lexicon)
    guard isMotto || text.opensBody(in: lexicon), lines[index].table == nil,
      lines[index].label == nil
    else { return false }
    if isMotto { return shape.wordCount <= 14 }
    guard shape.finalMark == .none else { return false }
    for range in Columns.ranges(in: text, lexicon).dropFirst()
    where text.end(of: .motto, in: lexicon, at: range.lowerBound) != nil {
      return true
    }
    guard shape.isCapitals || lines[index].isInCell || lines[index].isCentred else { return false }
    for place in (index + 1)..<max(index + 1, min(index + 1 + PartReader.lookAhead, lines.count)) {
      guard lines[place].shape.wordCount <= 20 else { return false }
      next.fold(lines[place].text, limit: 200)
      if next.opens(with: .motto, in: lexicon) { return true }
    }
    return false
  }

  // MARK: Appendices

  private mutating func opensAppendix(at index: Int) -> Bool {
    guard index > 0, lines[index].table == nil,
      lines[index].shape.wordCount <= PartReader.mostWords, lines[index].label == nil
    else {
      return false
    }
    if let end = text.end(of: .appendix, in: lexicon),
      opensAppendixTitle(at: index, wordEnd: end)
    {
      return true
    }
    if text.isTypeAlone(in: lexicon), opensAttachment(at: index) { return true }
    return (tail != nil || !part.body.isEmpty) && opensLetterhead(at: index) && typeFollows(index)
  }

  /// Whether a line that starts with *Phụ lục*, *Mẫu số* and the like is the title of an appendix.
  private func opensAppendixTitle(at index: Int, wordEnd: Int) -> Bool {
    let shape = lines[index].shape
    guard shape.wordCount <= 12, shape.finalMark != .semicolon,
      shape.finalMark != .comma,
      shape.finalMark != .colon
    else { return false }
    let isSet = shape.isCapitals || lines[index].isCentred || lines[index].startsPage
    let isProper = text.opens(with: .properAppendix, in: lexicon)
    guard isProper else {
      return tail != nil && isSet && shape.isCapitals
    }
    // `Mẫu số 1a          CỘNG HÒA XÃ HỘI …`: the letterhead of a form beside its number.
    if tail != nil, Columns.ranges(in: text, lexicon).count > 1 { return true }
    let isShort = shape.wordCount <= 4
    if tail != nil || part.isAppendix { return isSet || isShort }
    return (isSet && shape.wordCount <= 8)
      || (isShort && attachmentFollows(index, within: 4))
  }

  /// Whether a type of document alone on its line opens an attached document.
  private func opensAttachment(at index: Int) -> Bool {
    let shape = lines[index].shape
    guard shape.finalMark == .none else { return false }
    guard shape.isCapitals || lines[index].isCentred || tail != nil else {
      // A transcript may have lost its capitals.
      return !shape.startsSmall && attachmentFollows(index, within: 2)
    }
    return attachmentFollows(index, within: 6)
      || (tail?.reader.hasName == true && shape.isCapitals)
  }

  private func attachmentFollows(_ index: Int, within count: Int) -> Bool {
    var next = FoldedText()
    return lines[(index + 1)...].prefix(count).contains { line in
      next.fold(line.text, limit: 300)
      return next.opens(with: .attachment, in: lexicon) || next.holdsAttachment(in: lexicon)
    }
  }

  private func typeFollows(_ index: Int) -> Bool {
    var next = FoldedText()
    for line in lines[(index + 1)...].prefix(14) where line.table == nil {
      next.fold(line.text, limit: 120)
      if next.isTypeLine(in: lexicon) { return true }
      if line.shape.wordCount > 40 { return false }
    }
    return false
  }
}
