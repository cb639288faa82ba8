internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Cuts a document into its parts, and each part into letterhead, text, recipients and signature.
struct PartReader {
  let lines: [Line]
  let folded: FoldedLines
  let isText: Bool
  let lexicon: Lexicon
  private var parts: [OpenPart] = []
  var part: OpenPart
  var tail: Tail?
  var text = FoldedText()
  /// Memory for a line behind the one that is read.
  var next = FoldedText()
  /// The last line that opens recipients, once it was looked for; -1 where there is none.
  private var lastRecipients: Int?

  /// Recipients and signature as far as they were read, and what to take back if they were none.
  struct Tail {
    var reader: TailReader
    var start: Int
    var linesBefore: Int
  }

  /// How many words a line has at most that opens a zone.
  static let mostWords = 30

  /// How many lines a look-ahead for a motto, a type or a signature reads.
  static let lookAhead = 8

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
    if isLoneRule(at: index) {
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
    } else if closesWithBody(at: index) {
      part.lines.append(line(.signature, index))
      return index + 1
    }
    part.body.append(index)
    return index + 1
  }

  /// A line of the document with a role.
  private func line(_ role: DocumentLine.Role, _ index: Int) -> FrameLine {
    let line = lines[index]
    return FrameLine(role, line.text, at: line.location, line.spans, in: lexicon)
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

  /// Whether strokes alone part the text from what closes it, and are no room for an answer: a sentence ends above
  /// them, and nothing of the kind stands below.
  private func isLoneRule(at index: Int) -> Bool {
    let utf8 = lines[index].text.utf8
    guard utf8.count >= 10, utf8.allSatisfy({ $0 == UInt8(ascii: "_") }), index > 0,
      lines[index - 1].table == nil, lines[index - 1].shape.finalMark == .period
    else { return false }
    return index + 1 < lines.count && lines[index + 1].text.utf8.first != UInt8(ascii: "_")
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
}
