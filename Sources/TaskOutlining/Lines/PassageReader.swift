internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Joins the wrapped lines of a text and reads the markers that open its paragraphs.
struct PassageReader {
  /// The passages so far.
  private(set) var passages: [Passage] = []

  private let lines: PartLines
  private let wrapWidth: Int?
  private let foldedLines: FoldedLines
  private let lexicon: Lexicon
  private var folded = FoldedText()

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
      append(table: TableBlock.table(of: source, lexicon), at: line)
      return
    }
    foldedLines.fold(line, limit: PassageReader.foldLimit, into: &folded)
    var candidates =
      line.label.map { LabelMarker.candidates(of: $0, lexicon) }
      ?? MarkerReader(text: folded, lexicon: lexicon).candidates()
    if isEmphasis(line, candidates) { candidates = [] }
    if isCutRange(line, candidates) || candidates.isEmpty && joins(line) {
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
      mayContinue = !line.endsParagraph && isUnfinished(last) && isFull(last)
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
  private static let mostTitleWords = 12

  /// Whether a marker behind a marker is one: after a dash only another bullet, after a number a bullet or a
  /// number below it.
  private func isNested(_ inner: MarkerCandidate, in outer: MarkerCandidate) -> Bool {
    if outer.family.isBullet { return inner.family.isBullet }
    return inner.family.isBullet
      ? inner.family != .circle : inner.family.rank > outer.family.rank && !inner.family.isCompound
  }

  /// Cuts a line in two; what looks belong to which half is told by its runs no more, so both keep them.
  private func split(_ line: Line, at scalar: Int) -> (Line, Line) {
    let offset = Int(folded.offsets[scalar])
    var head = line
    var rest = line
    let (headText, _) = Line.trimmed(line.text, 0..<offset)
    head.text = headText
    rest.text = String(Substring(line.text.utf8.dropFirst(offset)))
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
        passages.removeLast()
      }
    }
    var passage = Passage(looks: line, lastLineLength: 0, table: table)
    passage.text = ""
    passages.append(passage)
  }

  private mutating func appendQuotation(_ lines: PartLines, _ quoted: Range<Int>) {
    var whole = lines[quoted.lowerBound]
    guard !whole.endsParagraph else {
      for place in quoted {
        if let source = lines[place].table {
          append(table: TableBlock.table(of: source, lexicon), at: lines[place])
        } else {
          append(lines[place], [])
        }
      }
      return
    }
    whole.text = quoted.map { lines[$0].text }.joined(separator: "\n")
    whole.shape = lines[quoted.upperBound - 1].shape
    append(whole, [])
  }

  // MARK: Joining

  /// Whether a line without marker goes on with the passage before it.
  private func joins(_ line: Line) -> Bool {
    guard let last = passages.indices.last, passages[last].table == nil,
      !line.startsPage || !line.endsParagraph
    else { return false }
    let shape = passages[last].looks.shape
    // The family of the marker where it is read in one way.
    let title = passages[last].candidates.first?.family
    if let title {
      // The marker stands alone: what follows is its title.
      if isBareMarker(last) { return line.shape.wordCount <= 60 }
      if title.namesTopics, line.shape.isCapitals, shape.isCapitals, shape.finalMark != .period,
        shape.finalMark != .colon,
        line.outlineLevel == nil || line.outlineLevel == passages[last].looks.outlineLevel
      {
        return true
      }
    }
    guard !line.endsParagraph, isUnfinished(last) || isCutBehindSemicolon(last, line),
      !isCaption(folded), !isCaption(at: last)
    else { return false }
    if line.shape.startsSmall || line.shape.startsWithDigit {
      return !shape.isCapitals || line.shape.isCapitals
    }
    if let first = line.text.utf8.first, first < 0x41, first != UInt8(ascii: "\""),
      first != UInt8(ascii: "("), first != UInt8(ascii: "*"), first != UInt8(ascii: "#")
    {
      return true
    }
    // Formulas and forms break their lines anywhere; where nothing tells of wrapping only sentences go on.
    if wrapWidth != nil || title != nil && shape.wordCount >= PassageReader.fewestWords,
      endsInside(passages[last].text)
    {
      return true
    }
    guard let wrapWidth else { return false }
    // Where lines are wrapped a text without marker ends with a mark; a full line goes on whatever letter the
    // next one starts with.
    if title == nil && !shape.isCapitals && !line.shape.isCapitals { return true }
    if goesOnByItsList(last) { return true }
    guard passages[last].lastLineLength * 5 >= wrapWidth * 4 else { return false }
    return shape.isCapitals == line.shape.isCapitals || shape.wordCount > 12
  }

  /// Whether a line is the caption of a day or of a part of one.
  private func isCaption(_ text: FoldedText) -> Bool {
    text.isDayPart(in: lexicon) || UnmarkedHeading.isDayCaption(text, lexicon)
  }

  /// Whether a passage is one.
  private func isCaption(at place: Int) -> Bool {
    guard passages[place].candidates.isEmpty,
      passages[place].looks.shape.wordCount <= PassageReader.mostTitleWords
    else { return false }
    return isCaption(FoldedText(passages[place].text))
  }

  /// Whether a full line of wrapped text ends with a semicolon and the next one starts small.
  private func isCutBehindSemicolon(_ place: Int, _ line: Line) -> Bool {
    guard let wrapWidth, passages[place].looks.shape.finalMark == .semicolon,
      line.shape.startsSmall || folded.opens(with: .provision, in: lexicon)
    else { return false }
    return passages[place].lastLineLength * 2 >= wrapWidth
  }

  /// Whether the dash before the line is that of two numbers between which the line was wrapped: `1` / `- 2 lò`.
  private func isCutRange(_ line: Line, _ candidates: [MarkerCandidate]) -> Bool {
    guard wrapWidth != nil, candidates.first?.family == .dash,
      let last = passages.indices.last, passages[last].table == nil,
      let digit = passages[last].text.utf8.last, Code.isDigit(digit),
      isUnfinished(last), let start = candidates.first?.textStart, start < folded.count
    else { return false }
    return Code.isDigit(folded.codes[start])
  }

  /// Whether the item of the list before this one ended with a semicolon: this one has not ended yet.
  private func goesOnByItsList(_ place: Int) -> Bool {
    guard let own = passages[place].candidates.first, own.ordinal > 1, !own.family.isBullet,
      !own.family.namesTopics, place > 0
    else { return false }
    return passages[place - 1].looks.shape.finalMark == .semicolon
      && passages[place - 1].candidates.contains {
        $0.family == own.family && $0.ordinal == own.ordinal - 1
      }
  }

  /// Whether the text ends inside a bracket, or with a word that something must follow: `tại Điều 3 của`.
  private func endsInside(_ text: String) -> Bool {
    let utf8 = text.utf8
    if let open = utf8.suffix(80).lastIndex(of: UInt8(ascii: "(")), open > utf8.startIndex,
      !utf8[open...].contains(UInt8(ascii: ")"))
    {
      return true
    }
    let ending = FoldedText(String(text.unicodeScalars.suffix(PassageReader.longestEnding)))
    guard let start = ending.start(of: .joining, in: lexicon, endingAt: ending.count) else {
      return false
    }
    // CỦA ends a title in capitals as any word does.
    return start > 0 && !ending.capitals[start]
  }

  /// How many words tell a sentence that was cut from a cell or a formula.
  private static let fewestWords = 8

  /// How many scalars at its end are looked at for the word that a text ends with.
  private static let longestEnding = 24

  /// Whether the last line of a passage is so long that the next may go on with it: headings are short.
  private func isFull(_ place: Int) -> Bool {
    guard let wrapWidth else {
      return passages[place].looks.shape.wordCount > PassageReader.mostTitleWords
        && !passages[place].looks.shape.isCapitals
    }
    return passages[place].lastLineLength * 3 >= wrapWidth * 2
  }

  private func isUnfinished(_ place: Int) -> Bool {
    !passages[place].looks.shape.isFinished && passages[place].looks.shape.length > 0
  }

  /// Whether nothing but a marker stands in a passage.
  private func isBareMarker(_ place: Int) -> Bool {
    guard passages[place].looks.label == nil, let candidate = passages[place].candidates.first
    else { return false }
    return passages[place].looks.shape.length <= 40 && candidate.textStart == candidate.end
      && candidate.end > 0 && passages[place].text.unicodeScalars.count <= candidate.end
  }

  private mutating func join(_ line: Line) {
    // The text that a bare marker was waiting for.
    let isTitle = passages.indices.last.map(isBareMarker) ?? false
    guard var last = passages.popLast() else { return }
    let wasCapitals = last.looks.shape.isCapitals || isTitle
    let start = last.text.utf8.count + 1
    last.text += " " + line.text
    last.looks.notes += line.notes.map { NoteReference(id: $0.id, offset: $0.offset + start) }
    last.looks.shape.finalMark = line.shape.finalMark
    last.looks.shape.length += 1 + line.shape.length
    last.looks.shape.wordCount += line.shape.wordCount
    last.looks.shape.isCapitals = wasCapitals && line.shape.isCapitals
    last.lastLineLength = line.shape.length
    if isTitle {
      for index in last.candidates.indices {
        last.candidates[index].textStart = last.candidates[index].end + 1
      }
    }
    passages.append(last)
  }

  /// The length at which the lines of a text are wrapped, in bytes, or `nil` where a line is a paragraph.
  private static func wrapWidth(of lines: PartLines) -> Int? {
    var lengths: [Int] = []
    for index in 0..<lines.count where !lines[index].endsParagraph && lines[index].table == nil {
      lengths.append(lines[index].shape.length)
    }
    guard lengths.count >= 8 else { return nil }
    lengths.sort()
    let width = lengths[lengths.count * 9 / 10]
    // A line of a page holds about a hundred letters, some of three bytes.
    guard width <= 170 else { return nil }
    let full = (0..<lines.count).count {
      lines[$0].shape.length * 5 >= width * 3 && !lines[$0].shape.isFinished
    }
    return full * 4 >= lengths.count || goingOn(lines, width) * 8 >= lengths.count ? width : nil
  }

  /// How many lines start small behind a full line that has no final mark.
  private static func goingOn(_ lines: PartLines, _ width: Int) -> Int {
    (1..<lines.count).count { index in
      let shape = lines[index - 1].shape
      return lines[index].shape.startsSmall && shape.length * 5 >= width * 3 && !shape.isFinished
        && !lines[index].text.utf8.prefix(3).contains(UInt8(ascii: ")"))
    }
  }
}
