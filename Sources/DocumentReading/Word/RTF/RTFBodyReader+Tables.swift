internal import ProgrammeModel
internal import VietnameseText

// Tables.
extension RTFBodyReader {
  /// Opens and closes tables until so many are open.
  mutating func settle(_ depth: Int) throws(ReadingError) {
    while story.tables.count > depth { try closeTable() }
    while story.tables.count < depth {
      try builder.enter()
      story.tables.append(RTFTable(firstParagraph: max(paragraphCount, 1)))
    }
  }

  /// Ends a cell of the table at a depth.
  mutating func endCell(at depth: Int) throws(ReadingError) {
    guard group.destination == .text else { return }
    try endParagraph(group.format, depth: depth)
    let table = story.tables[depth - 1]
    builder.finish(&table.flow)
    table.cells.append(table.flow.blocks)
    table.flow.blocks = []
  }

  /// Ends a row of the table at a depth.
  mutating func endRow(at depth: Int) throws(ReadingError) {
    // Text behind the last cell of a row has no place on the page: it is shown as one more cell.
    if story.visibleCount > 0, depth > 0 { try endCell(at: depth) }
    guard depth > 0, story.tables.count >= depth else { return }
    try settle(depth)
    endRow(of: story.tables[depth - 1], depth > 1 ? nestedRow : row)
  }

  private mutating func endRow(of table: RTFTable, _ definition: RTFRow) {
    builder.finish(&table.flow)
    if !table.flow.blocks.isEmpty { table.cells.append(table.flow.blocks) }
    table.flow.blocks = []
    guard !table.cells.isEmpty else { return }
    table.rows.append(RTFTable.Row(cells: table.cells, definition: definition))
    table.cells = []
  }

  /// Ends the innermost table and puts it into the flow around it.
  private mutating func closeTable() throws(ReadingError) {
    guard let table = story.tables.popLast() else { return }
    let depth = story.tables.count
    if table.rows.isEmpty, table.cells.isEmpty {
      // Paragraphs that only say that they stand in a table are no table.
      builder.nesting -= 1
      builder.finish(&table.flow)
      if depth > 0 {
        story.tables[depth - 1].flow.blocks += table.flow.blocks
      } else {
        story.flow.blocks += table.flow.blocks
      }
      return
    }
    endRow(of: table, depth > 0 ? nestedRow : row)
    let story = story
    if depth > 0 {
      try emit(table, into: &story.tables[depth - 1].flow)
    } else {
      try emit(table, into: &story.flow)
    }
  }

  private mutating func emit(
    _ table: RTFTable, into flow: inout BlockFlow
  ) throws(ReadingError) {
    let grid = Self.grid(of: table)
    // The nesting is that of the table, which was entered when it was opened.
    builder.nesting -= 1
    var open = try builder.openTable(firstParagraph: table.firstParagraph, in: &flow)
    open.hasBorders = table.rows.contains { $0.definition.hasBorder }
    for row in table.rows {
      var openRow = OpenRow()
      openRow.isHeader = row.definition.isHeader
      openRow.column = grid.column(of: row.definition.left)
      for (index, blocks) in row.cells.enumerated() {
        var properties = CellProperties()
        if row.definition.cells.indices.contains(index) {
          let cell = row.definition.cells[index]
          properties = cell.properties
          properties.span = max(grid.column(of: cell.right) - openRow.column, 1)
        }
        var cellFlow = BlockFlow()
        cellFlow.blocks =
          builder.isCovered(properties, openRow, open) ? covered(blocks) : blocks
        try builder.endCell(&cellFlow, properties, in: &openRow, &open)
      }
      builder.endRow(openRow, in: &open)
    }
    try builder.endTable(open, into: &flow)
  }

  /// The columns of a table; rows that share a definition are asked once.
  private static func grid(of table: RTFTable) -> TableGrid {
    var edges: [Int] = []
    var serial: Int?
    for row in table.rows where row.definition.serial != serial {
      edges.append(row.definition.left)
      edges += row.definition.cells.map(\.right)
      serial = row.definition.serial
    }
    return TableGrid(edges: edges)
  }

  /// Counts the text of a cell that a merge covers; no page shows it.
  private mutating func covered(_ blocks: [SourceBlock]) -> [SourceBlock] {
    var count = 0
    for block in blocks { block.forEachParagraph { count += $0.text.visibleCharacterCount } }
    builder.metCharacters -= count
    builder.skip(count, element: Unread.covered)
    return []
  }
}
