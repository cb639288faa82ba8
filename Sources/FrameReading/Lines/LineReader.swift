internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Lays the blocks of a document out as lines, in reading order.
///
/// Tables that only lay out the page (the letterhead and the signature of most documents) give the
/// paragraphs of their cells; other tables stay whole.
struct LineReader {
  /// The lines so far.
  private(set) var lines: [Line] = []

  /// The lines folded.
  private(set) var folded: FoldedLines

  /// How many paragraphs were read, those of tables included: the number of the next.
  private(set) var paragraphCount = 0

  private let endsParagraphs: Bool
  private let lexicon: Lexicon

  /// How many scalars of a line are looked at for its capitals.
  private static let shapeLimit = 160

  /// Reads a document.
  init(_ document: SourceDocument, in lexicon: Lexicon) {
    self.lexicon = lexicon
    endsParagraphs = document.hasCertainParagraphEnds
    lines.reserveCapacity(document.blocks.count)
    folded = FoldedLines(lineCount: document.blocks.count)
    for index in document.blocks.indices { read(document.blocks[index], isInCell: false) }
    if !endsParagraphs { lines = FlattenedTable.joining(lines, in: lexicon) }
  }

  /// Gives the lines away.
  mutating func takeLines() -> [Line] {
    var taken: [Line] = []
    swap(&taken, &lines)
    return taken
  }

  private mutating func read(_ block: SourceBlock, isInCell: Bool) {
    switch block {
    case .paragraph(let paragraph): read(paragraph, isInCell: isInCell)
    case .table(let table):
      if LayoutTable.isLayout(table, in: lexicon) {
        for row in table.rows {
          for cell in row.cells {
            for block in cell.blocks { read(block, isInCell: true) }
          }
        }
      } else {
        let start = SourceSpans(SourceSpan(paragraph: paragraphCount, range: 0..<0))
        lines.append(
          Line(
            text: "", location: table.location, spans: start, table: table, endsParagraph: true))
        paragraphCount += block.paragraphCount
      }
    }
  }

  private mutating func read(_ paragraph: SourceParagraph, isInCell: Bool) {
    defer { paragraphCount += 1 }
    var start = 0
    let utf8 = paragraph.text.utf8
    var isFirst = true
    // A break inside the paragraph opens a line of its own where a marker follows, and in cells.
    if endsParagraphs, paragraph.text.hasLineBreak {
      let bytes = Array(utf8)
      for (index, byte) in bytes.enumerated()
      where byte == 0x0A && (isInCell || LineReader.opensMarker(bytes[(index + 1)...])) {
        append(paragraph, start..<index, isFirst: isFirst, isInCell: isInCell)
        isFirst = false
        start = index + 1
      }
    }
    if !endsParagraphs, let end = LineReader.ruleEnd(utf8) {
      append(paragraph, 0..<end, isFirst: true, isInCell: isInCell)
      start = end
    }
    append(paragraph, start..<utf8.count, isFirst: isFirst, isInCell: isInCell)
  }

  /// Where a rule of strokes ends that text follows on the same line, as in `-----Căn cứ …`, or `nil`.
  private static func ruleEnd(_ bytes: String.UTF8View) -> Int? {
    guard let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "_") else {
      return nil
    }
    let length = bytes.prefix { $0 == first }.count
    guard length >= 3, length < bytes.count else { return nil }
    return bytes.dropFirst(length).contains { $0 >= 0x41 } ? length : nil
  }

  /// Whether bytes start as a number, a letter with bracket, or a bullet does.
  private static func opensMarker(_ bytes: ArraySlice<UInt8>) -> Bool {
    let rest = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    guard let first = rest.first, let second = rest.dropFirst().first else { return false }
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): return second == 0x20
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let mark = rest.drop { $0 &- 0x30 < 10 }.first
      return mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return second == UInt8(ascii: ")")
    default: return false
    }
  }

  /// Adds the line of a paragraph that stands in a range of its text.
  private mutating func append(
    _ paragraph: SourceParagraph, _ range: Range<Int>, isFirst: Bool, isInCell: Bool
  ) {
    let (text, start) = Line.trimmed(paragraph.text, range)
    let label = isFirst ? paragraph.label : nil
    // Where nothing is printed there is no line.
    guard !text.isEmpty || label?.text.isEmpty == false else { return }
    let opening = folded.fold(text)
    let end = start + text.utf8.count
    var notes: [NoteReference] = []
    if !paragraph.notes.isEmpty {
      // They stand in order; lines and notes may be many.
      let first = paragraph.notes.firstPlace { $0.offset >= range.lowerBound }
      notes = paragraph.notes[first...].prefix { $0.offset <= range.upperBound }.map {
        NoteReference(id: $0.id, offset: min(max($0.offset - start, 0), end - start))
      }
    }
    var shape =
      if let opening {
        LineShape(text, folded: folded.text, opening: opening.prefix(LineReader.shapeLimit))
      } else {
        LineShape(
          text, folded: folded.last,
          opening: (0..<folded.last.count).prefix(LineReader.shapeLimit))
      }
    let (isBold, boldPrefix) = readLooks(of: paragraph, start..<end, into: &shape)
    lines.append(
      Line(
        text: text, folded: opening, location: paragraph.location,
        spans: SourceSpans(SourceSpan(paragraph: paragraphCount, range: start..<end)),
        label: label, notes: notes,
        shape: shape, isBold: isBold, boldPrefix: boldPrefix,
        isCentred: paragraph.format.alignment == .center, isInCell: isInCell,
        outlineLevel: paragraph.format.outlineLevel,
        startsPage: isFirst && paragraph.format.startsPage, endsParagraph: endsParagraphs))
  }

  /// Whether a range of a paragraph is bold, and how many bytes of it are at its start; capitals that Word
  /// makes of its letters go to its shape.
  private func readLooks(
    of paragraph: SourceParagraph, _ range: Range<Int>, into shape: inout LineShape
  ) -> (isBold: Bool, boldPrefix: Int) {
    let first = paragraph.runs.firstPlace { $0.end > range.lowerBound }
    var start = first > 0 ? paragraph.runs[first - 1].end : 0
    var isBold = !paragraph.runs.isEmpty
    var boldPrefix = 0
    for run in paragraph.runs[first...] {
      guard start < range.upperBound else { break }
      if run.end > range.lowerBound && start < range.upperBound {
        if run.style.contains(.bold) {
          if isBold { boldPrefix = min(run.end, range.upperBound) - range.lowerBound }
        } else {
          isBold =
            isBold
            && LineReader.isBlank(
              paragraph.text, max(start, range.lowerBound)..<min(run.end, range.upperBound))
        }
        if run.style.contains(.capitals) && shape.length > 0 { shape.isCapitals = true }
      }
      start = run.end
    }
    return (isBold, boldPrefix)
  }

  private static func isBlank(_ text: String, _ range: Range<Int>) -> Bool {
    text.withBytes { bytes in
      range.allSatisfy { bytes[$0] == 0x20 || bytes[$0] == 0x09 || bytes[$0] == 0x0A }
    }
  }
}

extension Array {
  /// The first place of an ordered array whose element fits, and all behind it, or its count.
  fileprivate func firstPlace(where fits: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if fits(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
