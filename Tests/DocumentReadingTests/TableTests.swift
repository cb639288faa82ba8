import DocumentReading
import ProgrammeModel
import TestSupport
import Testing

@Suite struct TableTests {
  private func cell(_ content: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(content)</w:tc>"
  }

  private func table(_ rows: String...) -> String {
    "<w:tbl>" + rows.map { "<w:tr>\($0)</w:tr>" }.joined() + "</w:tbl>"
  }

  private func first(_ document: SourceDocument) -> SourceTable? {
    for case .table(let table) in document.blocks { return table }
    return nil
  }

  @Test func `a nested table stands in its place`() throws {
    let inner = table(cell(p("trong")))
    #expect(try dump(body: table(cell(p("a") + inner + p("b")))) == "║ a / ║ trong / b")
  }

  @Test func `merged cells hold their text once and know their columns`() throws {
    let body = table(
      cell(p("gộp ngang"), "<w:gridSpan w:val=\"2\"/>")
        + cell(p("dọc"), "<w:vMerge w:val=\"restart\"/>"),
      cell(p("a")) + cell(p("b")) + cell("<w:p/>", "<w:vMerge/>"))
    let document = try read(DocxBuilder(body: body))
    #expect(dump(document) == "║ gộp ngang | dọc\n║ a | b | ^")
    let rows = first(document)?.rows ?? []
    #expect(rows.map { $0.cells.map(\.column) } == [[0, 2], [0, 1, 2]])
    #expect(rows.map { $0.cells.map(\.columnSpan) } == [[2, 1], [1, 1, 1]])
  }

  @Test func `text in a cell that a merge covers is counted as unread`() throws {
    let body = table(
      cell(p("trên"), "<w:vMerge w:val=\"restart\"/>"), cell(p("che"), "<w:vMerge/>"))
    let document = try read(DocxBuilder(body: body))
    #expect(dump(document) == "║ trên\n║ ^")
    #expect(
      document.unread == [UnreadContent(part: "word/document.xml", element: "w:vMerge", count: 3)])
  }

  @Test func `a cell that goes on with none is a cell`() throws {
    #expect(try dump(body: table(cell(p("a"), "<w:vMerge/>"))) == "║ a")
  }

  @Test func `cells merged from side to side as old Word does are one`() throws {
    let body = table(
      cell(p("a"), "<w:hMerge w:val=\"restart\"/>") + cell("<w:p/>", "<w:hMerge/>") + cell(p("b")))
    let document = try read(DocxBuilder(body: body))
    #expect(first(document)?.rows.first?.cells.map(\.column) == [0, 2])
    #expect(first(document)?.rows.first?.cells.map(\.columnSpan) == [2, 1])
  }

  @Test func `a row that starts late starts at its column`() throws {
    let body =
      "<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"2\"/></w:trPr>\(cell(p("a")))</w:tr></w:tbl>"
    #expect(first(try read(DocxBuilder(body: body)))?.rows.first?.cells.map(\.column) == [2])
  }

  @Test func `rows and cells in wrappers are rows and cells`() throws {
    let body = """
      <w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>\(cell(p("a")))</w:sdtContent></w:sdt>\
      <w:customXml>\(cell(p("b")))</w:customXml></w:tr></w:sdtContent></w:sdt></w:tbl>
      """
    #expect(try dump(body: body) == "║ a | b")
  }

  @Test func `a row that repeats is a header`() throws {
    let body =
      "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>\(cell(p("STT")))</w:tr><w:tr>\(cell(p("1")))</w:tr></w:tbl>"
    #expect(first(try read(DocxBuilder(body: body)))?.rows.map(\.isHeader) == [true, false])
  }

  @Test(arguments: [
    ("", "", false),
    ("<w:tblBorders><w:top w:val=\"single\"/></w:tblBorders>", "", true),
    ("<w:tblBorders><w:top w:val=\"nil\"/><w:left w:val=\"none\"/></w:tblBorders>", "", false),
    ("", "<w:tcBorders><w:bottom w:val=\"single\"/></w:tcBorders>", true),
    ("<w:tblStyle w:val=\"Grid\"/>", "", true), ("<w:tblStyle w:val=\"Sub\"/>", "", true),
    (
      "<w:tblStyle w:val=\"Grid\"/><w:tblBorders><w:top w:val=\"none\"/></w:tblBorders>", "", false
    ),
  ])
  func `a table has borders where any is drawn`(
    _ properties: String, _ cellProperties: String, _ expected: Bool
  ) throws {
    var docx = DocxBuilder(
      body:
        "<w:tbl><w:tblPr>\(properties)</w:tblPr><w:tr>\(cell(p("a"), cellProperties))</w:tr></w:tbl>"
    )
    docx.addPart(
      "word/styles.xml", type: "styles",
      """
      <w:styles><w:style w:type="table" w:styleId="Sub"><w:basedOn w:val="Grid"/></w:style>\
      <w:style w:type="table" w:styleId="Grid"><w:tblPr><w:tblBorders><w:top w:val="single"/>\
      </w:tblBorders></w:tblPr></w:style></w:styles>
      """)
    #expect(first(try read(docx))?.hasBorders == expected)
  }

  @Test func `a letterhead keeps its columns`() throws {
    let body = table(
      cell(p("HUYỆN ỦY") + p("*")) + cell(p("ĐẢNG CỘNG SẢN VIỆT NAM") + p("ngày 3 tháng 2")))
    #expect(try dump(body: body) == "║ HUYỆN ỦY / * | ĐẢNG CỘNG SẢN VIỆT NAM / ngày 3 tháng 2")
  }
}
