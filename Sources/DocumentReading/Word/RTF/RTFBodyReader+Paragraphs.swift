internal import ProgrammeModel
internal import VietnameseText

// Paragraphs.
extension RTFBodyReader {
  /// Takes the open paragraph out of the story, or opens one; it has to be put back.
  mutating func takeParagraph() -> OpenParagraph {
    if let paragraph = story.paragraph.take() { return paragraph }
    paragraphCount += 1
    story.look = RunLook(font: nil, style: [], isHidden: false)
    let story = story
    let depth = story.tables.count
    if depth > 0 {
      return builder.openParagraph(number: paragraphCount, in: &story.tables[depth - 1].flow)
    }
    return builder.openParagraph(number: paragraphCount, in: &story.flow)
  }

  /// Ends the paragraph with the format that holds now.
  mutating func endParagraph(endsSection: Bool = false) throws(ReadingError) {
    guard group.destination == .text else { return }
    if group.format.isDeleted, !endsSection {
      // The text joins the next paragraph, whose properties hold for both.
      builder.hasTrackedChanges = true
      return
    }
    try endParagraph(group.format, depth: group.format.depth, endsSection: endsSection)
  }

  /// Ends the paragraph, which stands in so many tables.
  mutating func endParagraph(
    _ format: RTFFormat, depth: Int, endsSection: Bool = false
  ) throws(ReadingError) {
    var paragraph = takeParagraph()
    try builder.use(1, of: .paragraphs)
    paragraph.closeRun(story.look)
    var stated = stated(of: format, in: &paragraph)
    stated.endsSection = endsSection
    stated.isDropCap = format.isDropCap
    if format.isStyleSeparator { stated.isStyleSeparator = true }
    try settle(depth)
    let story = story
    if depth > 0 {
      builder.apply(stated, to: &paragraph, in: story.tables[depth - 1].flow)
      builder.end(paragraph, into: &story.tables[depth - 1].flow)
    } else {
      builder.apply(stated, to: &paragraph, in: story.flow)
      builder.end(paragraph, into: &story.flow)
    }
  }

  /// What a format says of a paragraph.
  private mutating func stated(
    of format: RTFFormat, in paragraph: inout OpenParagraph
  ) -> StatedProperties {
    var stated = StatedProperties()
    stated.style = builder.styles.index(ofID: RTFDefinitions.styleID(format.style))
    stated.paragraph = format.paragraph
    if format.toggles.contains(.hidden) { stated.mark.set(.hidden, true) }
    useLabel(format, in: &stated, of: &paragraph)
    return stated
  }

  /// Takes the label that the file holds, unless its lists give one.
  private mutating func useLabel(
    _ format: RTFFormat, in stated: inout StatedProperties, of paragraph: inout OpenParagraph
  ) {
    guard let label = story.storedLabel.take() else { return }
    if let list = format.paragraph.list, list != 0,
      let instance = builder.numbering.instance(withID: list),
      (0..<Numbering.levelCount).contains(format.paragraph.listLevel ?? 0),
      builder.numbering.level(format.paragraph.listLevel ?? 0, of: instance) != nil
    {
      return
    }
    stated.paragraph.list = nil
    paragraph.label = ListLabel(
      text: label, level: min(max(format.oldListLevel ?? format.paragraph.listLevel ?? 0, 0), 8),
      list: builder.numbering.abstracts.count + max(format.paragraph.list ?? 0, 0),
      value: label.lastNumber)
    paragraph.isCounted = true
  }

  /// Ends a paragraph that has no mark, at the end of a story or of a row.
  private mutating func endOpenParagraph(depth: Int? = nil) throws(ReadingError) {
    guard story.paragraph != nil else { return }
    let format = story.lastFormat
    try endParagraph(format, depth: depth ?? format.depth)
  }

  /// Breaks the page in the paragraph: what stood before it is a paragraph of its own.
  mutating func breakPage() throws(ReadingError) {
    var paragraph = takeParagraph()
    let depth = group.format.depth
    let stated = stated(of: group.format, in: &paragraph)
    try settle(depth)
    let story = story
    if depth > 0 {
      builder.apply(stated, to: &paragraph, in: story.tables[depth - 1].flow)
      builder.breakPage(in: &paragraph, story.look, into: &story.tables[depth - 1].flow)
    } else {
      builder.apply(stated, to: &paragraph, in: story.flow)
      builder.breakPage(in: &paragraph, story.look, into: &story.flow)
    }
    story.paragraph = consume paragraph
  }

  /// Notes that the page's number is printed here; the file does not hold it.
  mutating func notePageNumber() {
    var paragraph = takeParagraph()
    paragraph.pageNumberCharacters += 1
    story.paragraph = consume paragraph
  }
}

// Tables.
extension RTFBodyReader {
  /// Opens and closes tables until so many are open.
  private mutating func settle(_ depth: Int) throws(ReadingError) {
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

// Stories.
extension RTFBodyReader {
  /// Begins a story inside the one that is open; it ends with the group.
  mutating func beginStory(_ kind: RTFStory.Kind) throws(ReadingError) {
    // A note or text box stands behind the paragraph that it belongs to.
    if case .furniture = kind {} else { story.paragraph = takeParagraph() }
    try builder.enter()
    stories.append(
      RTFStory(
        kind, isHidden: group.format.toggles.contains(.hidden), outerCounter: builder.beginStory()))
    group.destination = .text
    group.format.resetParagraph()
    group.ending = .story
  }

  /// Ends the innermost story, whose last paragraph need not have a mark.
  mutating func endStory() throws(ReadingError) {
    try endOpenParagraph()
    try settle(0)
    let story = story
    guard stories.count > 1 else { return builder.finish(&story.flow) }
    builder.endStory(&story.flow, story.outerCounter)
    builder.nesting -= 1
    stories.removeLast()
    switch story.kind {
    case .body: break
    case .textBox:
      var paragraph = takeParagraph()
      paragraph.anchored.append(contentsOf: story.flow.blocks)
      self.story.paragraph = consume paragraph
    case .note: keepNote(story)
    case .furniture(let isHeader, let pages):
      furniture.append(RTFFurniture(isHeader: isHeader, pages: pages, blocks: story.flow.blocks))
    }
  }
}
