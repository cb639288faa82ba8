internal import ProgrammeModel
internal import VietnameseText

/// A table that is being read.
struct HTMLTable {
  /// A cell that reaches into rows below.
  private struct Span {
    var rowsLeft: Int
    var columns: Int
  }

  /// The blocks that stood before it.
  var outer: [SourceBlock]
  /// The rows that are whole.
  private(set) var rows: [SourceRow] = []
  /// Whether the table or a cell draws a border.
  var hasBorders = false
  /// The number of its first paragraph.
  let firstParagraph: Int
  /// Whether the rows that begin now are those of the head.
  var isInHead = false
  /// Whether a row is open.
  private(set) var isInRow = false

  private var cells: [SourceCell] = []
  private var column = 0
  private var next = (rows: 1, columns: 1)
  private var isHeader = true
  /// The cells that reach into the row that is open, by their first columns.
  private var spans: [Int: Span] = [:]
  private var nextSpans: [Int: Span] = [:]

  /// Begins a table.
  init(outer: [SourceBlock], firstParagraph: Int) {
    self.outer = outer
    self.firstParagraph = firstParagraph
  }

  /// Begins a row.
  mutating func beginRow() {
    isInRow = true
    cells = []
    column = 0
    isHeader = true
  }

  /// Begins a cell; those that reach down from rows above come first.
  mutating func beginCell(rows: Int, columns: Int, isHeader: Bool) {
    next = (rows, min(columns, CellProperties.mostColumns))
    if !isHeader { self.isHeader = false }
    passSpans()
  }

  /// Ends a cell.
  mutating func endCell(_ blocks: [SourceBlock]) {
    let start = min(column, CellProperties.mostColumns)
    cells.append(SourceCell(blocks: blocks, column: start, columnSpan: next.columns))
    // A span of 0 rows reaches to the end of the table.
    let rowsLeft = next.rows == 0 ? Int.max : next.rows - 1
    if rowsLeft > 0 { nextSpans[start] = Span(rowsLeft: rowsLeft, columns: next.columns) }
    column = start + next.columns
  }

  /// Ends the row, and says how many cells it has.
  mutating func endRow() -> Int {
    guard isInRow else { return 0 }
    isInRow = false
    let hasOwnCells = !cells.isEmpty
    passSpans()
    for column in spans.keys.sorted() where column > self.column {
      append(spans[column], at: column)
    }
    let count = cells.count
    if hasOwnCells { rows.append(SourceRow(cells: cells, isHeader: isInHead || isHeader)) }
    for (column, span) in spans where span.rowsLeft > 1 {
      nextSpans[column] = Span(rowsLeft: span.rowsLeft - 1, columns: span.columns)
    }
    spans = nextSpans
    nextSpans = [:]
    return hasOwnCells ? count : 0
  }

  /// Adds the cells that reach into the row at the column where the next one would begin.
  private mutating func passSpans() {
    while let span = spans[column] { append(span, at: column) }
  }

  private mutating func append(_ span: Span?, at column: Int) {
    guard let span else { return }
    cells.append(
      SourceCell(blocks: [], column: column, columnSpan: span.columns, continuesAbove: true))
    self.column = column + max(span.columns, 1)
  }
}

// Tables of a page.
extension HTMLBuilder {
  /// Begins a table or a part of one.
  mutating func begin(
    _ tag: HTMLTag, _ element: inout Element, _ style: HTMLStyle, _ attributes: HTMLAttributes
  ) {
    if tag == .table {
      guard tables.count < account.limits.nesting else { return fail(.nesting) }
      var table = HTMLTable(outer: blocks, firstParagraph: paragraphCount + 1)
      table.hasBorders =
        attributes.border.map { $0.trimmingBlanks != "0" } ?? style.hasBorder ?? false
      tables.append(table)
      blocks = []
      element.isContainer = true
      return
    }
    guard let table = tables.indices.last else { return }
    switch tag {
    case .tr:
      if tables[table].isInRow { endRow() }
      tables[table].outer += blocks
      blocks = []
      tables[table].beginRow()
      element.isContainer = true
    case .td, .th:
      if !tables[table].isInRow { tables[table].beginRow() }
      // Text between cells has no place in the table; it stands before it.
      tables[table].outer += blocks
      blocks = []
      if style.hasBorder ?? false { tables[table].hasBorders = true }
      tables[table].beginCell(
        rows: attributes.rowSpan, columns: attributes.columnSpan, isHeader: tag == .th)
      element.isContainer = true
    case .caption: element.isContainer = true
    default:
      tables[table].isInHead = tag == .thead
      element.isContainer = true
    }
  }

  /// Ends the head of a table; what follows it are plain rows.
  mutating func endTableHead() {
    if let table = tables.indices.last { tables[table].isInHead = false }
  }

  /// A caption stands before its table.
  mutating func endCaption() {
    guard let table = tables.indices.last, !tables[table].isInRow else { return }
    tables[table].outer += blocks
    blocks = []
  }

  mutating func endCell() {
    guard let table = tables.indices.last else { return }
    // A row that began inside the cell has ended the one around it.
    if !tables[table].isInRow { tables[table].beginRow() }
    tables[table].endCell(blocks)
    blocks = []
  }

  mutating func endRow() {
    guard let table = tables.indices.last else { return }
    tables[table].outer += blocks
    blocks = []
    let count = tables[table].endRow()
    if !account.budget.use(count, of: .cells) { fail(.cells) }
  }

  mutating func endTable() {
    guard let table = tables.indices.last else { return }
    if tables[table].isInRow { endRow() }
    let read = tables.removeLast()
    let left = blocks
    blocks = read.outer
    if !read.rows.isEmpty {
      blocks.append(
        .table(
          SourceTable(
            rows: read.rows, hasBorders: read.hasBorders,
            location: Location(
              part: nil, paragraph: min(read.firstParagraph, max(paragraphCount, 1)))
          )))
    }
    blocks += left
  }
}
