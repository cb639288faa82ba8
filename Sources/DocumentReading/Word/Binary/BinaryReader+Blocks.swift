internal import ProgrammeModel

extension BinaryReader {
  /// Reads the blocks of a story or of a part of one.
  mutating func readBlocks(
    of text: StoryText, into flow: inout BlockFlow
  ) throws(ReadingError) {
    try readBlocks(text.paragraphs[...], depth: 0, of: text, into: &flow)
  }

  /// Reads paragraphs, and those that stand deeper as tables.
  private mutating func readBlocks(
    _ paragraphs: ArraySlice<StoryText.Paragraph>, depth: Int, of text: StoryText,
    into flow: inout BlockFlow
  ) throws(ReadingError) {
    var rest = paragraphs
    while let first = rest.first {
      if first.record.depth <= depth {
        try read(first, of: text, into: &flow)
        rest = rest.dropFirst()
      } else {
        let table = rest.prefix { $0.record.depth > depth }
        try readTables(table, depth: depth + 1, of: text, into: &flow)
        rest = rest.dropFirst(table.count)
      }
    }
  }

  /// Reads a story of its own, such as a text box: its lists are counted from the start.
  mutating func readStory(_ text: StoryText) throws(ReadingError) -> [SourceBlock] {
    let outer = builder.beginStory()
    var flow = BlockFlow()
    try readBlocks(of: text, into: &flow)
    builder.endStory(&flow, outer)
    return flow.blocks
  }
}

// Tables.
extension BinaryReader {
  /// A row of a table: its paragraphs and what its mark says.
  private struct Row {
    var paragraphs: ArraySlice<StoryText.Paragraph>
    var definition: TableDefinition
  }

  /// Reads the rows of a depth; those of another style begin another table.
  private mutating func readTables(
    _ paragraphs: ArraySlice<StoryText.Paragraph>, depth: Int, of text: StoryText,
    into flow: inout BlockFlow
  ) throws(ReadingError) {
    var rows: [Row] = []
    var rest = paragraphs
    while !rest.isEmpty {
      let cells = rest.prefix { !($0.isRowMark && $0.record.depth == depth) }
      rest = rest.dropFirst(cells.count)
      // At the end of a damaged table a row has no mark.
      let row = Row(
        paragraphs: cells, definition: TableDefinition(rest.first?.record.tableLists ?? []))
      rest = rest.dropFirst()
      guard !row.paragraphs.isEmpty else { continue }
      if let last = rows.last, last.definition.style != row.definition.style {
        try readTable(rows, depth: depth, of: text, into: &flow)
        rows = []
      }
      rows.append(row)
    }
    if !rows.isEmpty { try readTable(rows, depth: depth, of: text, into: &flow) }
  }

  private mutating func readTable(
    _ rows: [Row], depth: Int, of text: StoryText, into flow: inout BlockFlow
  ) throws(ReadingError) {
    let grid = TableGrid(edges: rows.flatMap(\.definition.edges))
    var table = try builder.openTable(
      firstParagraph: rows.first?.paragraphs.first?.number ?? 1, in: &flow)
    if let style = rows.first?.definition.style, builder.styles.list.indices.contains(style) {
      table.style = Int32(truncatingIfNeeded: style)
    }
    for row in rows {
      if let borders = row.definition.hasBorders {
        table.hasBorders = (table.hasBorders ?? false) || borders
      }
      try read(row, grid, depth: depth, of: text, into: &table)
    }
    try builder.endTable(table, into: &flow)
  }

  private mutating func read(
    _ row: Row, _ grid: TableGrid, depth: Int, of text: StoryText, into table: inout OpenTable
  ) throws(ReadingError) {
    var open = OpenRow()
    open.isHeader = row.definition.isHeader
    let edges = row.definition.edges
    if let first = edges.first { open.column = grid.column(of: first) }
    var rest = row.paragraphs
    var index = 0
    while !rest.isEmpty {
      let inner = rest.prefix { !($0.endsCell && $0.record.depth == depth) }
      // What stands behind the last mark of a cell is one more cell: it is on no page, but it is text.
      let cell = rest.prefix(inner.count + 1)
      rest = rest.dropFirst(cell.count)
      var properties = CellProperties()
      if row.definition.cells.indices.contains(index) {
        let definition = row.definition.cells[index]
        properties.continuesLeft = definition.continuesLeft
        properties.continuesAbove = definition.continuesAbove
        properties.startsMerge = definition.startsMerge
        properties.drawsBorder = definition.drawsBorder
      }
      if edges.indices.contains(index + 1) {
        properties.span = max(1, grid.column(of: edges[index + 1]) - open.column)
      }
      try read(cell, properties, depth: depth, of: text, in: &open, &table)
      index += 1
    }
    // A row of which no letter and no mark is left was deleted.
    open.isDeleted = open.cells.allSatisfy(\.blocks.isEmpty) && isDeleted(row, depth: depth)
    builder.endRow(open, in: &table)
  }

  private mutating func read(
    _ cell: ArraySlice<StoryText.Paragraph>, _ properties: CellProperties, depth: Int,
    of text: StoryText, in row: inout OpenRow, _ table: inout OpenTable
  ) throws(ReadingError) {
    var flow = BlockFlow(tableStyle: table.style)
    if builder.isCovered(properties, row, table) {
      for paragraph in cell {
        builder.skip(
          visibleCharacters(in: paragraph.start..<paragraph.end), element: Unread.covered)
      }
    } else {
      try readBlocks(cell, depth: depth, of: text, into: &flow)
    }
    try builder.endCell(&flow, properties, in: &row, &table)
  }

  /// Whether a tracked change deletes the marks of all cells of a row.
  private mutating func isDeleted(_ row: Row, depth: Int) -> Bool {
    row.paragraphs.allSatisfy { look(at: $0.end, of: $0, inTable: nil).isDeleted }
  }
}
