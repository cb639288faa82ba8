internal import ProgrammeModel

/// A table that is being read.
struct OpenTable {
  /// The rows so far.
  var rows: [SourceRow] = []
  /// Whether the table itself draws borders, or `nil` where it does not say.
  var hasBorders: Bool?
  /// Whether a cell draws any.
  var drawsCellBorder = false
  /// The style, an index into the styles.
  var style: Int32?
  /// The number of the table's first paragraph.
  let firstParagraph: Int
  /// How many columns the grid has.
  fileprivate var width = 0
  /// How many cells there are.
  fileprivate var cellCount = 0
  /// The first columns of the cells that may go on in the next row.
  fileprivate var openMerges: Set<Int> = []

  /// Starts a table.
  init(style: Int32?, firstParagraph: Int) {
    self.style = style
    self.firstParagraph = firstParagraph
  }
}

/// A row that is being read.
struct OpenRow {
  /// The cells so far.
  var cells: [SourceCell] = []
  /// Whether the row is repeated on every page.
  var isHeader = false
  /// Whether a tracked change deletes the row.
  var isDeleted = false
  /// The column where the next cell begins.
  var column = 0 {
    didSet { column = min(max(column, 0), CellProperties.mostColumns) }
  }
  fileprivate var merges: Set<Int> = []
}

/// What a cell says of itself.
struct CellProperties {
  /// How many columns of the grid it covers.
  var span = 1 {
    didSet { span = min(max(span, 1), CellProperties.mostColumns) }
  }
  /// Whether it goes on with the cell above.
  var continuesAbove = false
  /// Whether it goes on with the cell to the left.
  var continuesLeft = false
  /// Whether the cells below may go on with it.
  var startsMerge = false
  /// Whether a tracked change deletes it.
  var isDeleted = false
  /// Whether it draws a border.
  var drawsBorder = false

  /// Word's tables have at most 63 columns; numbers in files may say anything.
  static let mostColumns = 255
}

extension WordBuilder {
  /// Starts a table in a flow.
  ///
  /// - Parameters:
  ///   - firstParagraph: the number that its first paragraph will have.
  ///   - flow: the blocks around it.
  /// - Returns: the table, for `endTable`.
  /// - Throws: `ReadingError.limit` where tables stand too deep in one another.
  mutating func openTable(
    firstParagraph: Int, in flow: inout BlockFlow
  ) throws(ReadingError) -> OpenTable {
    finish(&flow)
    try enter()
    return OpenTable(style: flow.tableStyle, firstParagraph: firstParagraph)
  }

  /// Whether a cell of a row goes on with a cell above that is there: its own text is not printed.
  func isCovered(
    _ properties: CellProperties, _ row: borrowing OpenRow, _ table: borrowing OpenTable
  ) -> Bool {
    properties.continuesAbove && table.openMerges.contains(row.column)
  }

  /// Ends a cell, whose text was read into a flow of its own, and puts it into its row.
  mutating func endCell(
    _ flow: inout BlockFlow, _ properties: CellProperties, in row: inout OpenRow,
    _ table: inout OpenTable
  ) throws(ReadingError) {
    if properties.drawsBorder { table.drawsCellBorder = true }
    finish(&flow)
    guard !properties.isDeleted else { return }
    try use(1, of: .cells)
    let isCovered = isCovered(properties, row, table)
    if properties.startsMerge || isCovered { row.merges.insert(row.column) }
    let column = row.column
    row.column = column + properties.span
    if properties.continuesLeft, flow.blocks.isEmpty, let last = row.cells.indices.last {
      row.cells[last].columnSpan += properties.span
      return
    }
    row.cells.append(
      SourceCell(
        blocks: flow.blocks, column: column, columnSpan: properties.span,
        continuesAbove: isCovered))
  }

  /// Ends a row and puts it into its table.
  func endRow(_ row: OpenRow, in table: inout OpenTable) {
    guard !row.isDeleted else { return }
    table.openMerges = row.merges
    table.width = max(table.width, row.column)
    table.cellCount += row.cells.count
    guard !row.cells.isEmpty else { return }
    table.rows.append(SourceRow(cells: row.cells, isHeader: row.isHeader))
  }

  /// Ends a table and puts it into the flow.
  mutating func endTable(
    _ table: OpenTable, into flow: inout BlockFlow
  ) throws(ReadingError) {
    nesting -= 1
    // Every row has a cell in every column of the grid in the end.
    try use(max(0, table.width * table.rows.count - table.cellCount), of: .cells)
    guard !table.rows.isEmpty else { return }
    let styled = table.style.flatMap { styles.list[Int($0)].hasBorders } ?? false
    var block = SourceBlock.table(
      SourceTable(
        rows: table.rows, hasBorders: (table.hasBorders ?? styled) || table.drawsCellBorder,
        location: location(of: table.firstParagraph)))
    if flow.startsPage {
      flow.startsPage = false
      block.updateFirstParagraph { $0.format.startsPage = true }
    }
    flow.blocks.append(block)
  }
}
