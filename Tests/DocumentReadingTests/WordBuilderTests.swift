import ProgrammeModel
import Testing

@testable import DocumentReading

/// A reader of any format of Word fills the definitions and drives the builder, without XML.
@Suite struct WordBuilderTests {
  private func builder(
    styles: [Styles.Style] = [], numbering: Numbering = .none,
    limits: ReadingLimits = ReadingLimits()
  ) -> WordBuilder {
    WordBuilder(
      file: "a.doc", part: "main", styles: Styles(styles), numbering: numbering,
      fonts: FontTable(), limits: limits, budget: ReadingBudget(limits))
  }

  /// Adds a paragraph of one run.
  private func add(
    _ text: String, _ number: Int, _ stated: StatedProperties = StatedProperties(),
    _ run: RunProperties = .none, to flow: inout BlockFlow, _ builder: inout WordBuilder
  ) {
    var paragraph = builder.openParagraph(number: number, in: &flow)
    builder.apply(stated, to: &paragraph, in: flow)
    let look = builder.styles.look(of: run, over: paragraph.base)
    builder.append(text, look, to: &paragraph)
    paragraph.closeRun(look)
    builder.end(paragraph, into: &flow)
  }

  private func document(_ flow: consuming BlockFlow, _ builder: inout WordBuilder) -> SourceDocument
  {
    builder.finish(&flow)
    var document = SourceDocument(name: "a.doc", format: .docx)
    document.blocks = flow.blocks
    builder.complete(&document)
    return document
  }

  @Test func `lists are counted, styles and levels inherited`() {
    let levels = [NumberFormat.upperRoman, .decimal].enumerated().map { index, format in
      ListLevel(start: 1, format: format, pieces: [.counter(index), .literal(".")])
    }
    var list = Numbering.Abstract(id: 7)
    list.levels[0] = levels[0]
    list.levels[1] = levels[1]
    let numbering = Numbering([list], [Numbering.Instance(id: 1, abstractID: 7)])
    var builder = builder(
      styles: [
        Styles.Style(id: "0", isDefault: true, isParagraphStyle: true),
        Styles.Style(
          id: "1", name: "heading 1", isParagraphStyle: true,
          paragraph: ParagraphProperties(outlineLevel: 0, list: 1)),
        Styles.Style(
          id: "2", isParagraphStyle: true, basedOn: "1",
          paragraph: ParagraphProperties(listLevel: 1)),
      ], numbering: numbering)
    var flow = BlockFlow(isBody: true)
    for (number, style) in [1, 2, 2, 0, 1].enumerated() {
      add("x", number + 1, StatedProperties(style: Int32(style)), to: &flow, &builder)
    }
    #expect(dump(document(flow, &builder)) == "I. x\n1. x\n2. x\nx\nII. x")
  }

  @Test func `hidden text and deleted marks are accounted for`() {
    var builder = builder()
    var flow = BlockFlow(isBody: true)
    var hidden = RunProperties()
    hidden.set(.hidden, true)
    add("ẩn đi", 1, StatedProperties(), hidden, to: &flow, &builder)
    add("một ", 2, StatedProperties(isMarkDeleted: true), to: &flow, &builder)
    add("hai", 3, to: &flow, &builder)
    let document = document(flow, &builder)
    #expect(dump(document) == "một hai")
    #expect(document.unread == [UnreadContent(part: "main", element: "w:vanish", count: 4)])
    #expect(document.characterCount == 10)
    #expect(document.blocks.map(\.location) == [Location(part: "main", paragraph: 3)])
  }

  @Test func `a field shows its result`() {
    var builder = builder()
    var flow = BlockFlow(isBody: true)
    var paragraph = builder.openParagraph(number: 1, in: &flow)
    let look = builder.styles.look(of: .none, over: paragraph.base)
    builder.append("Trang ", look, to: &paragraph)
    builder.beginField(in: &paragraph)
    builder.appendCode(" PAGE ".utf8, to: &paragraph)
    builder.separateField(in: &paragraph)
    builder.append("2", look, to: &paragraph)
    builder.endField(in: &paragraph)
    builder.end(paragraph, into: &flow)
    #expect(dump(document(flow, &builder)) == "Trang 2")
  }

  @Test func `merged cells and nested tables keep their places`() throws {
    var builder = builder()
    var flow = BlockFlow(isBody: true)
    var table = try builder.openTable(firstParagraph: 1, in: &flow)
    for row in [
      [("a", CellProperties(span: 2, startsMerge: true)), ("b", CellProperties())],
      [("", CellProperties(span: 2, continuesAbove: true)), ("c", CellProperties())],
    ] {
      var open = OpenRow()
      for (text, properties) in row {
        var cell = BlockFlow(tableStyle: table.style)
        #expect(builder.isCovered(properties, open, table) == properties.continuesAbove)
        add(text, 1, to: &cell, &builder)
        try builder.endCell(&cell, properties, in: &open, &table)
      }
      builder.endRow(open, in: &table)
    }
    try builder.endTable(table, into: &flow)
    #expect(dump(document(flow, &builder)) == "║ a | b\n║ ^ | c")
  }

  @Test func `notes are named in the order of their references`() {
    var builder = builder()
    var flow = BlockFlow(isBody: true)
    var paragraph = builder.openParagraph(number: 1, in: &flow)
    let look = builder.styles.look(of: .none, over: paragraph.base)
    builder.append("a", look, to: &paragraph)
    builder.refer(to: 12, .footnote, look, in: &paragraph)
    builder.refer(to: 3, .endnote, look, in: &paragraph)
    builder.refer(to: 7, .footnote, look, in: &paragraph)
    #expect(paragraph.notes.map(\.id) == ["1", "e1", "2"])
    #expect(builder.notes.number(of: 7, .footnote) == 2)
    #expect(builder.notes.number(of: 8, .footnote) == nil)
  }

  @Test func `tables too deep in one another are an error`() {
    var limits = ReadingLimits()
    limits.nesting = 2
    var builder = builder(limits: limits)
    var flow = BlockFlow()
    #expect(throws: ReadingError.self) {
      for _ in 0..<3 { _ = try builder.openTable(firstParagraph: 1, in: &flow) }
    }
  }
}

extension SourceBlock {
  fileprivate var location: Location {
    switch self {
    case .paragraph(let paragraph): paragraph.location
    case .table(let table): table.location
    }
  }
}
