internal import ProgrammeModel
internal import VietnameseText

/// Joins the wrapped lines of a text and reads the markers that open its paragraphs.
struct PassageReader {
  /// The passages so far.
  private(set) var passages: [Passage] = []

  private let lines: [Line]
  private let wrapWidth: Int?
  private let foldedLines: FoldedLines
  private var folded = FoldedText()

  /// How many scalars of a line are folded: enough for two markers and the words of a heading.
  private static let foldLimit = 120

  /// Reads the lines of a part's text.
  static func passages(of lines: [Line], _ folded: FoldedLines) -> [Passage] {
    var reader = PassageReader(lines, folded)
    reader.read()
    return reader.passages
  }

  private init(_ lines: [Line], _ folded: FoldedLines) {
    self.lines = lines
    foldedLines = folded
    wrapWidth = PassageReader.wrapWidth(of: lines)
    passages.reserveCapacity(lines.count)
  }

  private mutating func read() {
    var index = 0
    while index < lines.count {
      if let end = TabbedTable.end(of: lines, from: index) {
        append(table: TabbedTable.table(of: lines[index..<end]), at: lines[index])
        index = end
      } else if let end = Quotation.end(
        of: lines, from: index, isOpen: passages.last?.opens == true)
      {
        appendQuotation(lines[index..<end])
        index = end
      } else {
        read(lines[index])
        index += 1
      }
    }
  }

  private mutating func read(_ line: Line) {
    if let source = line.table {
      append(table: TableBlock.table(of: source), at: line)
      return
    }
    foldedLines.fold(line, limit: PassageReader.foldLimit, into: &folded)
    var candidates =
      line.label.map { LabelMarker.candidates(of: $0) } ?? MarkerReader(text: folded).candidates()
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

  private mutating func append(_ line: Line, _ candidates: [MarkerCandidate]) {
    guard line.label == nil, let cut = innerMarker(of: candidates) else {
      passages.append(passage(of: line, candidates, length: line.shape.length))
      return
    }
    let (head, rest) = split(line, at: cut)
    passages.append(passage(of: head, candidates, length: line.shape.length))
    folded.fold(rest.text, limit: PassageReader.foldLimit)
    append(rest, MarkerReader(text: folded).candidates())
  }

  /// The passage that a line, or its first half, opens behind those read; the length is that of the whole line.
  private func passage(
    of line: Line, _ candidates: [MarkerCandidate], length: Int
  ) -> Passage {
    var mayContinue = false
    var followsInline = false
    if let last = passages.indices.last, passages[last].table == nil {
      mayContinue = !line.endsParagraph && isUnfinished(passages[last]) && isFull(passages[last])
      followsInline = candidates.first.map { Inline.holds($0, in: passages[last]) } ?? false
    }
    return Passage(
      text: line.text, location: line.location, looks: line, lastLineLength: length,
      candidates: candidates, mayContinue: mayContinue, followsInline: followsInline)
  }

  /// Where a marker inside the folded line opens a paragraph of its own, in scalars, or `nil`.
  ///
  /// It stands directly behind the marker (`II. 1. Công tác tổ chức`) or behind the colon of a short heading
  /// (`2. Về kinh tế: - Tiếp tục …`).
  private func innerMarker(of candidates: [MarkerCandidate]) -> Int? {
    guard let outer = candidates.first, candidates.count == 1, outer.textStart > outer.end else {
      return nil
    }
    let reader = MarkerReader(text: folded)
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
    let (headText, _) = LineReader.trimmed(line.text, 0..<offset)
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
    if let last = passages.last, last.candidates.isEmpty, last.table == nil,
      last.looks.shape.wordCount <= 40
    {
      folded.fold(last.text, limit: 20)
      if folded.opens(withAny: PassageReader.captions) {
        table.caption = last.text
        passages.removeLast()
      }
    }
    var passage = Passage(text: "", location: line.location, looks: line, lastLineLength: 0)
    passage.table = table
    passages.append(passage)
  }

  private static let captions = Phrases.keywords("bảng", "biểu", "phụ biểu")

  private mutating func appendQuotation(_ quoted: ArraySlice<Line>) {
    guard let first = quoted.first, !first.endsParagraph else {
      for line in quoted {
        if let source = line.table {
          append(table: TableBlock.table(of: source), at: line)
        } else {
          append(line, [])
        }
      }
      return
    }
    var whole = first
    whole.text = quoted.map(\.text).joined(separator: "\n")
    whole.shape = quoted.last?.shape ?? first.shape
    append(whole, [])
  }

  // MARK: Joining

  /// Whether a line without marker goes on with the passage before it.
  private func joins(_ line: Line) -> Bool {
    guard let last = passages.last, last.table == nil, !line.startsPage || !line.endsParagraph
    else { return false }
    let shape = last.looks.shape
    if let title = last.titleFamily {
      // The marker stands alone: what follows is its title.
      if last.isBareMarker { return line.shape.wordCount <= 60 }
      if title.namesTopics, line.shape.isCapitals, shape.isCapitals, shape.finalMark != .period,
        shape.finalMark != .colon,
        line.outlineLevel == nil || line.outlineLevel == last.looks.outlineLevel
      {
        return true
      }
    }
    guard !line.endsParagraph, isUnfinished(last) || isCutBehindSemicolon(last, line) else {
      return false
    }
    if line.shape.startsSmall || line.shape.startsWithDigit {
      return !shape.isCapitals || line.shape.isCapitals
    }
    if let first = line.text.utf8.first, first < 0x41, first != UInt8(ascii: "\""),
      first != UInt8(ascii: "("), first != UInt8(ascii: "*"), first != UInt8(ascii: "#")
    {
      return true
    }
    // Formulas and forms break their lines anywhere; where nothing tells of wrapping only sentences go on.
    if wrapWidth != nil || !last.candidates.isEmpty && shape.wordCount >= PassageReader.fewestWords,
      endsInside(last)
    {
      return true
    }
    guard let wrapWidth else { return false }
    // Where lines are wrapped a text without marker ends with a mark; a full line goes on whatever letter the
    // next one starts with.
    if last.candidates.isEmpty && !shape.isCapitals && !line.shape.isCapitals { return true }
    if goesOnByItsList(last) { return true }
    guard last.lastLineLength * 5 >= wrapWidth * 4 else { return false }
    return shape.isCapitals == line.shape.isCapitals || last.looks.shape.wordCount > 12
  }

  /// Whether a full line of wrapped text ends with a semicolon and the next one starts small.
  private func isCutBehindSemicolon(_ passage: Passage, _ line: Line) -> Bool {
    guard let wrapWidth, passage.looks.shape.finalMark == .semicolon,
      line.shape.startsSmall || folded.opens(withAny: PassageReader.places)
    else { return false }
    return passage.lastLineLength * 2 >= wrapWidth
  }

  /// Words of a place in a document: `Điều 4 của Nghị định …` opens no article.
  private static let places = Phrases.keywords("điều", "khoản", "điểm")

  /// Whether the dash before the line is that of two numbers between which the line was wrapped: `1` / `- 2 lò`.
  private func isCutRange(_ line: Line, _ candidates: [MarkerCandidate]) -> Bool {
    guard wrapWidth != nil, candidates.first?.family == .dash, let last = passages.last,
      last.table == nil, let digit = last.text.utf8.last, Code.isDigit(digit),
      isUnfinished(last), let start = candidates.first?.textStart, start < folded.count
    else { return false }
    return Code.isDigit(folded.codes[start])
  }

  /// Whether the item of the list before this one ended with a semicolon: this one has not ended yet.
  private func goesOnByItsList(_ passage: Passage) -> Bool {
    guard let own = passage.candidates.first, own.ordinal > 1, !own.family.isBullet,
      !own.family.namesTopics, passages.count > 1
    else { return false }
    let before = passages[passages.count - 2]
    return before.looks.shape.finalMark == .semicolon
      && before.candidates.contains { $0.family == own.family && $0.ordinal == own.ordinal - 1 }
  }

  /// Whether the text ends inside a bracket, or with a word that something must follow: `tại Điều 3 của`.
  private func endsInside(_ passage: Passage) -> Bool {
    let utf8 = passage.text.utf8
    if let open = utf8.suffix(80).lastIndex(of: UInt8(ascii: "(")), open > utf8.startIndex,
      !utf8[open...].contains(UInt8(ascii: ")"))
    {
      return true
    }
    let ending = passage.text.utf8.suffix(16)
    return PassageReader.openWords.contains { word in
      ending.count > word.count && ending.suffix(word.count).elementsEqual(word)
    }
  }

  /// How many words tell a sentence that was cut from a cell or a formula.
  private static let fewestWords = 8

  /// Words that end no paragraph, a blank before each.
  private static let openWords: [[UInt8]] = [
    " của", " và", " các", " với", " tại", " theo", " cho", " từ", " những", " bởi", " hoặc",
    " thuộc", " giữa", " bằng",
  ].map { Array($0.utf8) }

  /// Whether the last line of a passage is so long that the next may go on with it: headings are short.
  private func isFull(_ passage: Passage) -> Bool {
    guard let wrapWidth else {
      return passage.looks.shape.wordCount > PassageReader.mostTitleWords
        && !passage.looks.shape.isCapitals
    }
    return passage.lastLineLength * 3 >= wrapWidth * 2
  }

  private func isUnfinished(_ passage: Passage) -> Bool {
    !passage.looks.shape.isFinished && passage.looks.shape.length > 0
  }

  private mutating func join(_ line: Line) {
    guard var last = passages.popLast() else { return }
    // The text that a bare marker was waiting for.
    let isTitle = last.isBareMarker
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
  private static func wrapWidth(of lines: [Line]) -> Int? {
    let lengths = lines.lazy.filter { !$0.endsParagraph && $0.table == nil }.map(\.shape.length)
      .sorted()
    guard lengths.count >= 8 else { return nil }
    let width = lengths[lengths.count * 9 / 10]
    // A line of a page holds about a hundred letters, some of three bytes.
    guard width <= 170 else { return nil }
    let full = lines.count { $0.shape.length * 5 >= width * 3 && !$0.shape.isFinished }
    return full * 4 >= lengths.count || goingOn(lines, width) * 8 >= lengths.count ? width : nil
  }

  /// How many lines start small behind a full line that has no final mark.
  private static func goingOn(_ lines: [Line], _ width: Int) -> Int {
    zip(lines, lines.dropFirst()).count { line, next in
      next.shape.startsSmall && line.shape.length * 5 >= width * 3 && !line.shape.isFinished
        && !next.text.utf8.prefix(3).contains(UInt8(ascii: ")"))
    }
  }
}

extension Passage {
  /// The family of the marker where it is read in one way.
  fileprivate var titleFamily: Family? { candidates.first?.family }

  /// Whether nothing but a marker stands in it.
  fileprivate var isBareMarker: Bool {
    guard looks.label == nil, let candidate = candidates.first else { return false }
    return looks.shape.length <= 40 && candidate.textStart == candidate.end && candidate.end > 0
      && text.unicodeScalars.count <= candidate.end
  }
}
