internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Turns a table of the source into one of the output, every cell in the column where it stands.
enum TableBlock {
  /// How many characters of automatic labels the cells of a table show.
  static func labelCharacters(in source: SourceTable) -> Int {
    var count = 0
    SourceBlock.table(source).forEachParagraph {
      count += $0.label?.text.visibleCharacterCount ?? 0
    }
    return count
  }

  /// Makes the table; the lines of a cell are joined by `\n`, a merged cell stands once.
  static func table(of source: SourceTable, _ lexicon: Lexicon) -> Table {
    let width = source.rows.reduce(0) { width, row in
      max(width, row.cells.last.map { min($0.column, mostColumns) + 1 } ?? 0)
    }
    var rows = source.rows.map { row in
      var cells = [String](repeating: "", count: width)
      for cell in row.cells {
        let text = text(of: cell.blocks)
        guard !text.isEmpty else { continue }
        let column = min(cell.column, width - 1)
        // In place: what stands beyond the last column may be a hundred thousand cells.
        if !cells[column].isEmpty { cells[column] += "\n" }
        cells[column] += text
      }
      return cells
    }
    let headerCount = headerCount(of: source, rows, lexicon)
    let header = rows.prefix(headerCount).reduce(into: [String]()) { header, row in
      if header.isEmpty { header = row; return }
      for (column, cell) in row.enumerated() where !cell.isEmpty {
        if !header[column].isEmpty { header[column] += "\n" }
        header[column] += cell
      }
    }
    rows.removeFirst(headerCount)
    var table = Table(header: header, rows: rows, location: source.location)
    table.continued = source.rows.dropFirst(headerCount).map { row in
      row.cells.filter { $0.continuesAbove && $0.column < width }.map(\.column)
    }
    return table
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

  private static func text(of blocks: [SourceBlock]) -> String {
    // Most cells hold one paragraph.
    if blocks.count == 1, case .paragraph(let paragraph) = blocks[0], paragraph.label == nil {
      return Line.trimmed(paragraph.text)
    }
    var lines: [String] = []
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        let text = Line.trimmed(paragraph.text)
        if let label = paragraph.label, !label.text.isEmpty {
          lines.append(text.isEmpty ? label.text : label.text + " " + text)
        } else if !text.isEmpty {
          lines.append(text)
        }
      case .table(let table):
        for row in table.rows {
          let cells = row.cells.map { self.text(of: $0.blocks) }.filter { !$0.isEmpty }
          if !cells.isEmpty { lines.append(cells.joined(separator: "\t")) }
        }
      }
    }
    return lines.joined(separator: "\n")
  }
}
