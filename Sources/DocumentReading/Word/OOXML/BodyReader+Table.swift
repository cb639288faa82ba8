internal import ProgrammeModel

extension BodyReader {
  /// Reads a table up to its end tag and puts it into the flow.
  mutating func readTable(into flow: inout BlockFlow) throws(ReadingError) {
    var table = try builder.openTable(firstParagraph: xml.paragraphCount + 1, in: &flow)
    try readRows(of: &table)
    try builder.endTable(table, into: &flow)
  }

  /// Reads rows, also those in wrappers, up to the end tag.
  private mutating func readRows(of table: inout OpenTable) throws(ReadingError) {
    let own = xml.depth
    while true {
      switch try xml.nextEvent() {
      case .start(let element):
        let around = xml.depth - 1
        switch element.isWord ? element.name : .other {
        case .tr: try readRow(into: &table)
        case .tblPr: try readTableProperties(into: &table)
        case .del, .moveFrom: builder.hasTrackedChanges = true
        case .p, .r, .hyperlink, .tbl:
          var row = OpenRow()
          try readStray(element, into: &row, &table)
          builder.endRow(row, in: &table)
        default: continue
        }
        try xml.close(to: around)
      case .text(let text): leaveOut(text)
      case .end: if xml.depth < own { return }
      case .finish: return
      }
    }
  }

  /// Reads a block that stands where a row or a cell should, as a cell of its own.
  private mutating func readStray(
    _ element: XMLElement, into row: inout OpenRow, _ table: inout OpenTable
  ) throws(ReadingError) {
    var flow = BlockFlow(tableStyle: table.style)
    _ = try readBlock(element, into: &flow)
    builder.finish(&flow)
    guard !flow.blocks.isEmpty else { return }
    builder.note(
      .unknownElement, "w:tbl/w:\(element.name)", at: builder.location(of: xml.paragraphCount))
    try builder.endCell(&flow, CellProperties(), in: &row, &table)
  }

  private mutating func readTableProperties(into table: inout OpenTable) throws(ReadingError) {
    try forEachChild { (reader, element) throws(ReadingError) in
      guard element.isWord else { return }
      if element.name == .tblBorders {
        table.hasBorders = try reader.xml.readsBorders()
      } else if element.name == .tblStyle, let id = reader.xml.value(.val, of: element) {
        table.style = reader.builder.styles.index(ofID: id)
      }
    }
  }

  private mutating func readRow(into table: inout OpenTable) throws(ReadingError) {
    var row = OpenRow()
    try readCells(of: &row, &table)
    builder.endRow(row, in: &table)
  }

  /// Reads cells, also those in wrappers, up to the end tag.
  private mutating func readCells(
    of row: inout OpenRow, _ table: inout OpenTable
  ) throws(ReadingError) {
    let own = xml.depth
    while true {
      switch try xml.nextEvent() {
      case .start(let element):
        let around = xml.depth - 1
        switch element.isWord ? element.name : .other {
        case .tc: if !row.isDeleted { try readCell(into: &row, &table) }
        case .trPr: try readRowProperties(into: &row)
        case .tblPrEx: break
        case .p, .r, .hyperlink, .tbl: try readStray(element, into: &row, &table)
        default: continue
        }
        try xml.close(to: around)
      case .text(let text): leaveOut(text)
      case .end: if xml.depth < own { return }
      case .finish: return
      }
    }
  }

  private mutating func readRowProperties(into row: inout OpenRow) throws(ReadingError) {
    try forEachChild { (reader, element) throws(ReadingError) in
      guard element.isWord else { return }
      switch element.name {
      case .gridBefore: row.column = reader.xml.number(of: element) ?? 0
      case .tblHeader: row.isHeader = reader.xml.isOn(element)
      case .del, .moveFrom:
        row.isDeleted = true
        reader.builder.hasTrackedChanges = true
      case .ins: reader.builder.hasTrackedChanges = true
      default: break
      }
    }
  }

  private mutating func readCell(
    into row: inout OpenRow, _ table: inout OpenTable
  ) throws(ReadingError) {
    var properties = CellProperties()
    var flow = BlockFlow(tableStyle: table.style)
    try forEachChild { (reader, element) throws(ReadingError) in
      if element.isWord, element.name == .tcPr {
        properties = try reader.xml.cellProperties()
      } else if properties.isDeleted {
        return
      } else if reader.builder.isCovered(properties, row, table) {
        reader.builder.skip(try reader.xml.skipCountingText(), element: Unread.covered)
      } else if try !reader.readBlock(element, into: &flow) {
        try reader.readBlocks(into: &flow, of: reader.xml.localName(of: element))
      }
    }
    try builder.endCell(&flow, properties, in: &row, &table)
  }
}

extension XMLPullReader {
  /// Reads `w:tcPr` up to its end tag.
  fileprivate mutating func cellProperties() throws(ReadingError) -> CellProperties {
    var properties = CellProperties()
    try forEachChild { (xml, element) throws(ReadingError) in
      guard element.isWord else { return }
      switch element.name {
      case .tcBorders: if try xml.readsBorders() { properties.drawsBorder = true }
      case .gridSpan: properties.span = xml.number(of: element) ?? 1
      case .vMerge:
        properties.startsMerge = xml.value(.val, of: element) == "restart"
        properties.continuesAbove = !properties.startsMerge
      case .hMerge: properties.continuesLeft = xml.value(.val, of: element) != "restart"
      case .cellDel: properties.isDeleted = true
      default: break
      }
    }
    return properties
  }
}
