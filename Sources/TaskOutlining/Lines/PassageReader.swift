internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Joins the wrapped lines of a text and reads the markers that open its paragraphs.
struct PassageReader {
  /// The passages so far.
  var passages: [Passage] = []

  let lines: PartLines
  let wrapWidth: Int?
  let foldedLines: FoldedLines
  let lexicon: Lexicon
  var folded = FoldedText()

  /// How many scalars of a line are folded: enough for two markers and the words of a heading.
  private static let foldLimit = 120

  /// Reads the lines of a part's text.
  static func passages(
    of lines: consuming PartLines, _ folded: FoldedLines, _ lexicon: Lexicon
  ) -> [Passage] {
    var reader = PassageReader(lines, folded, lexicon)
    reader.read()
    return reader.passages
  }

  private init(_ lines: PartLines, _ folded: FoldedLines, _ lexicon: Lexicon) {
    self.lines = lines
    self.lexicon = lexicon
    foldedLines = folded
    wrapWidth = PassageReader.wrapWidth(of: lines)
    passages.reserveCapacity(lines.count)
  }

  private mutating func read() {
    var index = 0
    let lines = lines
    while index < lines.count {
      if let end = TabbedTable.end(of: lines, from: index, foldedLines, lexicon) {
        append(table: TabbedTable.table(of: lines, index..<end), at: lines[index])
        index = end
      } else if let end = Quotation.end(
        of: lines, from: index, isOpen: passages.indices.last.map { passages[$0].opens } == true,
        lexicon)
      {
        appendQuotation(lines, index..<end)
        index = end
      } else {
        read(lines[index])
        index += 1
      }
    }
  }

  private mutating func read(_ line: consuming Line) {
    if let source = line.table {
      append(table: TableBlock.table(of: source.value, at: line.spans, lexicon), at: line)
      return
    }
    foldedLines.fold(line, limit: PassageReader.foldLimit, into: &folded)
    var candidates =
      line.label.map { LabelMarker.candidates(of: $0.value, lexicon) }
      ?? MarkerReader(text: folded, lexicon: lexicon).candidates()
    if isEmphasis(line, candidates) { candidates = [] }
    if isCutRange(line, candidates) || isCutPhrase(line, candidates)
      || candidates.isEmpty && joins(line)
    {
      join(line)
      return
    }
    append(line, candidates)
  }

  /// Whether the star before a line is one of a pair around it, as Markdown puts them.
  private func isEmphasis(_ line: Line, _ candidates: [MarkerCandidate]) -> Bool {
    guard let star = candidates.first, star.family == .star, star.textStart == star.end else {
      return false
    }
    return line.text.utf8.dropFirst().contains(UInt8(ascii: "*"))
  }

  private mutating func append(_ line: consuming Line, _ candidates: [MarkerCandidate]) {
    guard line.label == nil, let cut = innerMarker(of: candidates) else {
      let length = line.shape.length
      passages.append(passage(of: line, candidates, length: length))
      return
    }
    let (head, rest) = split(line, at: cut)
    passages.append(passage(of: head, candidates, length: line.shape.length))
    folded.fold(rest.text, limit: PassageReader.foldLimit)
    append(rest, MarkerReader(text: folded, lexicon: lexicon).candidates())
  }

  /// The passage that a line, or its first half, opens behind those read; the length is that of the whole line.
  private func passage(
    of line: consuming Line, _ candidates: [MarkerCandidate], length: Int
  ) -> Passage {
    var mayContinue = false
    var followsInline = false
    if let last = passages.indices.last, passages[last].table == nil {
      // Where nothing is wrapped a division of the text opens a paragraph.
      let opensDivision =
        wrapWidth == nil && candidates.first?.family.namesTopics == true
        && line.shape.wordCount <= PassageReader.mostTitleWords
      mayContinue =
        !line.endsParagraph && isUnfinished(last) && isFull(last) && !opensDivision
      if let candidate = candidates.first, Inline.isCounted(candidate) {
        followsInline = Inline.holds(candidate, in: passages[last])
      }
    }
    return Passage(
      looks: line, lastLineLength: length, candidates: candidates, mayContinue: mayContinue,
      followsInline: followsInline)
  }

  /// Where a marker inside the folded line opens a paragraph of its own, in scalars, or `nil`.
  ///
  /// It stands directly behind the marker (`II. 1. Công tác tổ chức`) or behind the colon of a short heading
  /// (`2. Về kinh tế: - Tiếp tục …`).
  private func innerMarker(of candidates: [MarkerCandidate]) -> Int? {
    guard let outer = candidates.first, candidates.count == 1, outer.textStart > outer.end else {
      return nil
    }
    let reader = MarkerReader(text: folded, lexicon: lexicon)
    let inner = reader.candidates(at: outer.textStart).first {
      ($0.ordinal <= 1 || $0.family.isCompound) && $0.textStart > $0.end
        && $0.family != outer.family
        && !$0.isRepaired && isNested($0, in: outer)
    }
    if inner != nil { return outer.textStart }
    var words = 0
    for index in outer.textStart..<folded.count {
      if Code.isSpace(folded.codes[index]) { words += 1 }
      guard words <= PassageReader.mostTitleWords else { return nil }
      guard folded.codes[index] == UInt8(ascii: ":") else { continue }
      let start = folded.skippingBlanks(index + 1)
      guard start > index + 1, start < folded.count else { return nil }
      let isBullet = reader.candidates(at: start).contains {
        $0.family.isBullet && $0.textStart > $0.end
      }
      return isBullet ? start : nil
    }
    return nil
  }

  /// The most words before a colon that a bullet follows on the same line.
  static let mostTitleWords = 12

  /// Whether a marker behind a marker is one: after a dash only another bullet, after a number a bullet or a
  /// number below it.
  private func isNested(_ inner: MarkerCandidate, in outer: MarkerCandidate) -> Bool {
    if outer.family.isBullet { return inner.family.isBullet }
    return inner.family.isBullet
      ? inner.family != .circle
      : inner.family.traits.rank > outer.family.traits.rank && !inner.family.isCompound
  }

  /// Cuts a line in two; what looks belong to which half is told by its runs no more, so both keep them.
  private func split(_ line: Line, at scalar: Int) -> (Line, Line) {
    let offset = Int(folded.offsets[scalar])
    var head = line
    var rest = line
    let (headText, start) = Line.trimmed(line.text, 0..<offset)
    head.setText(headText, at: line.spans.slice(start..<start + headText.utf8.count))
    rest.setText(
      String(Substring(line.text.utf8.dropFirst(offset))),
      at: line.spans.slice(offset..<line.text.utf8.count))
    head.notes = line.notes.filter { $0.offset < offset }
    rest.notes = line.notes.compactMap {
      $0.offset < offset ? nil : NoteReference(id: $0.id, offset: $0.offset - offset)
    }
    var text = FoldedText(head.text)
    head.shape = LineShape(head.text, folded: text, opening: 0..<text.count)
    text.fold(rest.text, limit: 160)
    rest.shape = LineShape(rest.text, folded: text, opening: 0..<text.count)
    rest.boldPrefix = max(0, line.boldPrefix - offset)
    rest.label = nil
    return (head, rest)
  }

  private mutating func append(table: Table, at line: Line) {
    var table = table
    if let last = passages.indices.last, passages[last].candidates.isEmpty,
      passages[last].table == nil, passages[last].looks.shape.wordCount <= 40
    {
      folded.fold(passages[last].text, limit: 20)
      if folded.opens(with: .caption, in: lexicon) {
        table.caption = passages[last].text
        table.captionSpans = passages[last].looks.spans
        passages.removeLast()
      }
    }
    var passage = Passage(looks: line, lastLineLength: 0, table: Rare(table))
    passage.looks.setText("", at: line.spans.start)
    passages.append(passage)
  }

  private mutating func appendQuotation(_ lines: PartLines, _ quoted: Range<Int>) {
    var whole = lines[quoted.lowerBound]
    guard !whole.endsParagraph else {
      for place in quoted {
        if let source = lines[place].table {
          let spans = lines[place].spans
          append(table: TableBlock.table(of: source.value, at: spans, lexicon), at: lines[place])
        } else {
          append(lines[place], [])
        }
      }
      return
    }
    for place in quoted.dropFirst() { whole.append(lines[place], behind: "\n") }
    whole.shape = lines[quoted.upperBound - 1].shape
    append(whole, [])
  }
}
