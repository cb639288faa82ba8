internal import ProgrammeModel

extension BodyReader {
  /// A table that is being read.
  struct OpenTable {
    var rows: [SourceRow] = []
    var hasBorders: Bool?
    var drawsCellBorder = false
    var style: Int32?
    /// How many columns the grid has, and how many cells there are.
    var width = 0
    var cellCount = 0
    /// How many grid columns are covered from above, by their first column; for cells that say they go
    /// on with a cell that is not there.
    var openMerges: Set<Int> = []
  }

  /// A row that is being read.
  struct OpenRow {
    var cells: [SourceCell] = []
    var isHeader = false
    var isDeleted = false
    var column = 0
    var merges: Set<Int> = []
  }

  /// Reads a table up to its end tag and puts it into the flow.
  mutating func readTable(into flow: inout BlockFlow) throws(ReadingError) {
    finish(&flow)
    try enter()
    let first = xml.paragraphCount + 1
    var table = OpenTable()
    table.style = flow.tableStyle
    try readRows(of: &table)
    nesting -= 1
    // Every row has a cell in every column of the grid in the end.
    try xml.use(max(0, table.width * table.rows.count - table.cellCount), of: .cells)
    guard !table.rows.isEmpty else { return }
    let styled = table.style.flatMap { state.styles.list[Int($0)].hasBorders } ?? false
    var block = SourceBlock.table(
      SourceTable(
        rows: table.rows, hasBorders: (table.hasBorders ?? styled) || table.drawsCellBorder,
        location: Location(part: xml.part, paragraph: first)))
    if flow.startsPage {
      flow.startsPage = false
      block.updateFirstParagraph { $0.format.startsPage = true }
    }
    flow.blocks.append(block)
  }

  /// Reads rows, also those in wrappers, up to the end tag.
  private mutating func readRows(of table: inout OpenTable) throws(ReadingError) {
    while true {
      switch try xml.next() {
      case .start(let element) where element.isWord:
        switch element.name {
        case .tr: try readRow(into: &table)
        case .tblPr: try readTableProperties(into: &table)
        case .del, .moveFrom: try skipDeleted()
        default: try readRows(of: &table)
        }
      case .start: try readRows(of: &table)
      case .text: break
      case .end, .finish: return
      }
    }
  }

  private mutating func readTableProperties(into table: inout OpenTable) throws(ReadingError) {
    while true {
      switch try xml.next() {
      case .start(let element) where element.isWord && element.name == .tblBorders:
        table.hasBorders = try xml.readsBorders()
      case .start(let element):
        if element.isWord, element.name == .tblStyle, let id = xml.value(.val, of: element) {
          table.style = state.styles.index(of: id)
        }
        try xml.skip()
      case .text: break
      case .end, .finish: return
      }
    }
  }

  private mutating func readRow(into table: inout OpenTable) throws(ReadingError) {
    var row = OpenRow()
    try readCells(of: &row, &table)
    guard !row.isDeleted else { return }
    table.openMerges = row.merges
    table.width = max(table.width, row.column)
    table.cellCount += row.cells.count
    guard !row.cells.isEmpty else { return }
    table.rows.append(SourceRow(cells: row.cells, isHeader: row.isHeader))
  }

  /// Reads cells, also those in wrappers, up to the end tag.
  private mutating func readCells(
    of row: inout OpenRow, _ table: inout OpenTable
  ) throws(ReadingError) {
    while true {
      switch try xml.next() {
      case .start(let element) where element.isWord:
        switch element.name {
        case .tc where row.isDeleted: try xml.skip()
        case .tc: try readCell(into: &row, &table)
        case .trPr: try readRowProperties(into: &row)
        case .tblPrEx: try xml.skip()
        default: try readCells(of: &row, &table)
        }
      case .start: try readCells(of: &row, &table)
      case .text: break
      case .end, .finish: return
      }
    }
  }

  private mutating func readRowProperties(into row: inout OpenRow) throws(ReadingError) {
    while true {
      switch try xml.next() {
      case .start(let element):
        if element.isWord {
          switch element.name {
          case .gridBefore: row.column = min(max(xml.number(of: element) ?? 0, 0), Self.mostColumns)
          case .tblHeader: row.isHeader = xml.isOn(element)
          case .del, .moveFrom:
            row.isDeleted = true
            state.hasTrackedChanges = true
          case .ins: state.hasTrackedChanges = true
          default: break
          }
        }
        try xml.skip()
      case .text: break
      case .end, .finish: return
      }
    }
  }

  /// A cell's properties.
  struct CellProperties {
    var span = 1
    var continuesAbove = false
    var continuesLeft = false
    var startsMerge = false
    var isDeleted = false
    var drawsBorder = false
  }

  private mutating func readCell(
    into row: inout OpenRow, _ table: inout OpenTable
  ) throws(ReadingError) {
    var properties = CellProperties()
    var flow = BlockFlow(tableStyle: table.style)
    reading: while true {
      switch try xml.next() {
      case .start(let element) where element.isWord && element.name == .tcPr:
        properties = try cellProperties(of: element)
        if properties.drawsBorder { table.drawsCellBorder = true }
      case .start(let element):
        if properties.isDeleted || isCovered(properties, row, table) {
          try passOverCell(element, properties)
        } else {
          try readBlock(element, into: &flow)
        }
      case .text: break
      case .end, .finish: break reading
      }
    }
    finish(&flow)
    guard !properties.isDeleted else { return }
    try xml.use(1, of: .cells)
    place(flow.blocks, properties, in: &row, table)
  }

  /// Whether the cell goes on with a cell above that is there.
  private func isCovered(
    _ properties: CellProperties, _ row: OpenRow, _ table: OpenTable
  ) -> Bool {
    properties.continuesAbove && table.openMerges.contains(row.column)
  }

  /// Passes over a block that a merge hides or a revision deletes.
  private mutating func passOverCell(
    _ element: XMLElement, _ properties: CellProperties
  ) throws(ReadingError) {
    let count = try xml.skipCountingText()
    if !properties.isDeleted { state.skip(count, part: xml.part, element: "w:vMerge") }
  }

  private func place(
    _ blocks: [SourceBlock], _ properties: CellProperties, in row: inout OpenRow,
    _ table: OpenTable
  ) {
    let isCovered = isCovered(properties, row, table)
    if properties.startsMerge || isCovered { row.merges.insert(row.column) }
    let column = row.column
    row.column = min(column + properties.span, Self.mostColumns)
    if properties.continuesLeft, blocks.isEmpty, let last = row.cells.indices.last {
      row.cells[last].columnSpan += properties.span
      return
    }
    row.cells.append(
      SourceCell(
        blocks: blocks, column: column, columnSpan: properties.span, continuesAbove: isCovered))
  }

  /// Reads `w:tcPr` up to its end tag.
  private mutating func cellProperties(
    of element: XMLElement
  ) throws(ReadingError) -> CellProperties {
    if let known = knownCells[element.block] {
      xml.skipBlock(element.block)
      return known
    }
    let properties = try readCellProperties()
    knownCells[element.block] = properties
    return properties
  }

  private mutating func readCellProperties() throws(ReadingError) -> CellProperties {
    var properties = CellProperties()
    while true {
      switch try xml.next() {
      case .start(let element) where element.isWord && element.name == .tcBorders:
        if try xml.readsBorders() { properties.drawsBorder = true }
      case .start(let element):
        if element.isWord {
          let restarts = xml.value(.val, of: element).map { $0 == "restart" } ?? false
          switch element.name {
          case .gridSpan:
            properties.span = min(max(xml.number(of: element) ?? 1, 1), Self.mostColumns)
          case .vMerge:
            properties.continuesAbove = !restarts
            properties.startsMerge = restarts
          case .hMerge: properties.continuesLeft = !restarts
          case .cellDel: properties.isDeleted = true
          default: break
          }
        }
        try xml.skip()
      case .text: break
      case .end, .finish: return properties
      }
    }
  }

  /// Word's tables have at most 63 columns; numbers in attributes may say anything.
  private static var mostColumns: Int { 255 }
}
