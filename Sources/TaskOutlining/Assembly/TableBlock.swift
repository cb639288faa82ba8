internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Turns a table of the source into one of the output, every cell in the column where it stands.
struct TableBlock {
  /// Where the paragraphs stand: each of a table that was put together of lines, or the start of the first.
  private let paragraphs: SourceSpans

  /// How many paragraphs were read.
  private var count = 0

  /// The pieces of the cells that were read, by their starts in their cells, and the number of each one's cell.
  private var pieces: [(cell: Int, piece: SourceSpans.Piece)] = []

  private init(at paragraphs: SourceSpans) { self.paragraphs = paragraphs }

  /// How many characters of automatic labels the cells of a table show.
  static func labelCharacters(in source: SourceTable) -> Int {
    var count = 0
    SourceBlock.table(source).forEachParagraph {
      count += $0.label?.text.visibleCharacterCount ?? 0
    }
    return count
  }

  /// Makes the table; the lines of a cell are joined by `\n`, a merged cell stands once.
  static func table(of source: SourceTable, at spans: SourceSpans, _ lexicon: Lexicon) -> Table {
    var block = TableBlock(at: spans)
    return block.table(of: source, lexicon)
  }

  private mutating func table(of source: SourceTable, _ lexicon: Lexicon) -> Table {
    let width = source.rows.reduce(0) { width, row in
      max(width, row.cells.last.map { min($0.column, TableBlock.mostColumns) + 1 } ?? 0)
    }
    var rows = source.rows.enumerated().map { place, row in
      var cells = [String](repeating: "", count: width)
      for cell in row.cells {
        let column = min(cell.column, width - 1)
        let start = cells[column].isEmpty ? 0 : cells[column].utf8.count + 1
        let text = text(of: cell.blocks, from: start, in: place * width + column)
        guard !text.isEmpty else { continue }
        // In place: what stands beyond the last column may be a hundred thousand cells.
        if !cells[column].isEmpty { cells[column] += "\n" }
        cells[column] += text
      }
      return cells
    }
    let headerCount = TableBlock.headerCount(of: source, rows, lexicon)
    // Where each cell starts in the text of the table.
    var starts = [Int](repeating: 0, count: rows.count * width)
    var header: [String] = rows.first.flatMap { headerCount > 0 ? $0 : nil } ?? []
    for row in 1..<max(headerCount, 1) {
      for (column, cell) in rows[row].enumerated() where !cell.isEmpty {
        if !header[column].isEmpty { header[column] += "\n" }
        starts[row * width + column] = header[column].utf8.count
        header[column] += cell
      }
    }
    var start = 0
    for column in header.indices {
      for row in 0..<headerCount { starts[row * width + column] += start }
      start += header[column].utf8.count + 1
    }
    for row in headerCount..<rows.count {
      for column in 0..<width {
        starts[row * width + column] = start
        start += rows[row][column].utf8.count + 1
      }
    }
    rows.removeFirst(headerCount)
    var table = Table(header: header, rows: rows, location: source.location)
    table.spans = spans(of: starts)
    table.continued = source.rows.dropFirst(headerCount).map { row in
      row.cells.filter { $0.continuesAbove && $0.column < width }.map(\.column)
    }
    return table
  }

  /// Where the text of the table stands, whose cells start at bytes of it.
  private func spans(of starts: [Int]) -> SourceSpans {
    var placed = pieces.map { cell, piece in
      SourceSpans.Piece(start: starts[cell] + piece.start, span: piece.span)
    }
    // Cells of a header over two rows, and those beyond the last column, are out of order.
    placed.sort { $0.start < $1.start }
    return SourceSpans(placed)
  }

  /// More columns than any page holds.
  private static let mostColumns = 255

  /// The rows that make up the header: those that Word repeats, or the first where its cells say so.
  private static func headerCount(
    of source: SourceTable, _ rows: [[String]], _ lexicon: Lexicon
  ) -> Int {
    let repeated = source.rows.prefix { $0.isHeader }.count
    if repeated > 0 && repeated < rows.count { return repeated }
    guard rows.count > 1, let first = source.rows.first, let cells = rows.first else { return 0 }
    guard cells.count(where: { !$0.isEmpty }) > 1 else { return 0 }
    // A header that reaches over two rows holds cells that the second row goes on with.
    let second = source.rows[1]
    let isDeep =
      second.cells.contains { $0.continuesAbove } && first.cells.contains { $0.columnSpan > 1 }
    let isBold = first.cells.allSatisfy { cell in
      cell.blocks.allSatisfy { block in
        guard case .paragraph(let paragraph) = block else { return false }
        return paragraph.text.isEmpty || paragraph.runs.contains { $0.style.contains(.bold) }
      }
    }
    let isNumbered = isRowNumber(cells[0], lexicon)
    return isBold || isNumbered ? (isDeep ? 2 : 1) : 0
  }

  /// Whether a cell is the heading of a column of row numbers: `STT`, `TT.`.
  private static func isRowNumber(_ cell: String, _ lexicon: Lexicon) -> Bool {
    var text = FoldedText()
    text.fold(cell, limit: 40)
    guard let end = text.end(of: .rowNumber, in: lexicon) else { return false }
    return !text.codes[end...].contains(where: Code.isWord)
  }

  /// The text of blocks in a cell, which starts at a byte of it.
  private mutating func text(of blocks: [SourceBlock], from start: Int, in cell: Int) -> String {
    // Most cells hold one paragraph.
    if blocks.count == 1, case .paragraph(let paragraph) = blocks[0], paragraph.label == nil {
      return text(of: paragraph, from: start, in: cell)
    }
    var text = ""
    func next(_ text: String, from start: Int) -> Int {
      text.isEmpty ? start : start + text.utf8.count + 1
    }
    func add(_ line: String, behind separator: String, to text: inout String) {
      guard !line.isEmpty else { return }
      if !text.isEmpty { text += separator }
      text += line
    }
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        let start = next(text, from: start)
        var line = paragraph.label?.text ?? ""
        add(
          self.text(of: paragraph, from: next(line, from: start), in: cell), behind: " ", to: &line)
        add(line, behind: "\n", to: &text)
      case .table(let table):
        for row in table.rows {
          let start = next(text, from: start)
          var line = ""
          for inner in row.cells {
            let text = self.text(of: inner.blocks, from: next(line, from: start), in: cell)
            add(text, behind: "\t", to: &line)
          }
          add(line, behind: "\n", to: &text)
        }
      }
    }
    return text
  }

  /// The text of a paragraph in a cell, without its label.
  private mutating func text(
    of paragraph: SourceParagraph, from start: Int, in cell: Int
  ) -> String {
    defer { count += 1 }
    let known = paragraphs.pieces
    let number = (known.first?.span.paragraph ?? 0) + count
    var (text, span) = Line.trimmed(paragraph, number: number)
    if known.count > 1, count < known.count { span = known[count].span }
    if !text.isEmpty { pieces.append((cell, SourceSpans.Piece(start: start, span: span))) }
    return text
  }
}
