import DocumentReading
import ProgrammeModel
import TestSupport
import Testing

/// Text boxes, wrappers, fields, characters: the places where readers lose text.
@Suite struct BodyTests {
  private func box(_ text: String) -> String { "<w:txbxContent>\(p(text))</w:txbxContent>" }

  @Test func `a text box that is written twice stands once, after its paragraph`() throws {
    let body = """
      <w:p><w:r><w:t>trước</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>\
      <wp:anchor><wp:posOffset>12</wp:posOffset><a:graphic><wps:wsp><wps:txbx>\(box("MẬT"))</wps:txbx>\
      </wps:wsp></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>\
      <v:textbox>\(box("MẬT"))</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>\
      <w:r><w:t>sau</w:t></w:r></w:p>\(p("MẬT"))
      """
    #expect(try dump(body: body) == "trướcsau\nMẬT\nMẬT")
  }

  @Test(arguments: [
    "<w:pict><v:rect><v:textbox>@</v:textbox></v:rect></w:pict>",
    "<w:drawing><wp:inline><wps:txbx>@</wps:txbx></wp:inline></w:drawing>",
    """
    <mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>@</wps:txbx></w:drawing>\
    </mc:Choice></mc:AlternateContent>
    """,
    """
    <mc:AlternateContent><mc:Choice Requires="wps"><w:drawing/></mc:Choice><mc:Fallback><w:pict>\
    <v:shape><v:textbox>@</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>
    """,
    """
    <w:drawing><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>@</wps:txbx></mc:Choice>\
    <mc:Fallback><v:textbox>@</v:textbox></mc:Fallback></mc:AlternateContent></w:drawing>
    """,
    "<w:object><v:shape><v:textbox>@</v:textbox></v:shape></w:object>",
  ])
  func `a text box is found however it is drawn`(_ drawing: String) throws {
    let drawn = drawing.replacing("@", with: box("khung"))
    #expect(try dump(body: "<w:p><w:r>\(drawn)</w:r></w:p>") == "khung")
  }

  @Test func `words of WordArt are text, sizes of drawings are not`() throws {
    let body = """
      <w:p><w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r></w:p>\
      <w:p><w:r><w:drawing><wp:posOffset>914400</wp:posOffset><wp:align>left</wp:align></w:drawing>\
      </w:r></w:p>
      """
    #expect(try dump(body: body) == "DỰ THẢO")
  }

  @Test(arguments: [
    "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>@</w:sdtContent></w:sdt>",
    "<w:smartTag w:element=\"place\"><w:smartTagPr/>@</w:smartTag>",
    "<w:customXml w:element=\"x\"><w:customXmlPr/>@</w:customXml>",
    "<w:bdo w:val=\"ltr\">@</w:bdo>", "<w:dir w:val=\"ltr\">@</w:dir>",
    "<w:hyperlink r:id=\"rId9\">@</w:hyperlink>",
    "<w:fldSimple w:instr=\" TITLE \">@</w:fldSimple>",
    "<w:khôngBiết>@</w:khôngBiết>", "<x:la xmlns:x=\"urn:la\">@</x:la>",
  ])
  func `text in a wrapper is text`(_ wrapper: String) throws {
    let inner = wrapper.replacing("@", with: "<w:r><w:t>hai</w:t></w:r>")
    let body = "<w:p><w:r><w:t>một</w:t></w:r>\(inner)<w:r><w:t>ba</w:t></w:r></w:p>"
    #expect(try dump(body: body) == "mộthaiba")
  }

  @Test(arguments: [
    "<w:sdt><w:sdtContent>@</w:sdtContent></w:sdt>", "<w:customXml>@</w:customXml>",
    "<w:ins>@</w:ins>",
    "<mc:AlternateContent><mc:Choice Requires=\"wps\">@</mc:Choice></mc:AlternateContent>",
    "<x:la xmlns:x=\"urn:la\">@</x:la>",
  ])
  func `blocks in a wrapper are blocks`(_ wrapper: String) throws {
    let table = "<w:tbl><w:tr><w:tc>\(p("ô"))</w:tc></w:tr></w:tbl>"
    let body = p("một") + wrapper.replacing("@", with: p("hai") + table) + p("ba")
    #expect(try dump(body: body) == "một\nhai\n║ ô\nba")
  }

  @Test func `text in an element that is not known is kept with a warning`() throws {
    let docx = DocxBuilder(
      body:
        "<x:a xmlns:x=\"urn:x\">ngoài</x:a><w:p><w:r><x:b xmlns:x=\"urn:x\">trong</x:b></w:r></w:p>"
    )
    let outcome = try DocumentReader().read(docx.bytes(), named: "a.docx")
    #expect(dump(outcome.value) == "ngoài\ntrong")
    #expect(outcome.diagnostics.map(\.code) == ["read.unknown-element", "read.unknown-element"])
    #expect(outcome.value.characterCount == 10)
  }

  @Test func `a field is its result, not its code`() throws {
    func field(_ code: String, _ result: String) -> String {
      """
      <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>\(code)</w:instrText></w:r>\
      <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>\(result)</w:t></w:r>\
      <w:r><w:fldChar w:fldCharType="end"/></w:r>
      """
    }
    let nested = """
      <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>\
      \(field("DOCPROPERTY x", "ẩn"))<w:r><w:instrText> = 1</w:instrText></w:r>\
      <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>hiện</w:t></w:r>\
      <w:r><w:fldChar w:fldCharType="end"/></w:r>
      """
    let document = try read(
      DocxBuilder(body: "<w:p>\(field("DATE", "ngày"))</w:p><w:p>\(nested)</w:p>"))
    #expect(dump(document) == "ngày\nhiện")
    #expect(document.characterCount == 8)
  }

  @Test func `a field without end hides nothing`() throws {
    let body = """
      <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>\
      <w:r><w:t>một</w:t></w:r></w:p><w:p><w:r><w:t>hai</w:t></w:r>\
      <w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
      """
    #expect(try dump(body: body) == "một\nhai")
  }

  @Test(arguments: [
    ("139<w:noBreakHyphen/>QĐ", "139\u{2011}QĐ"), ("tr<w:softHyphen/>êng", "tr\u{AD}êng"),
    ("a<w:tab/>b", "a⇥b"), ("a<w:ptab w:alignment=\"right\"/>b", "a⇥b"), ("a<w:br/>b", "a⏎b"),
    ("a<w:cr/>b", "a⏎b"), ("a<w:br w:type=\"column\"/>b", "a⏎b"),
    ("a<w:sym w:font=\"Symbol\" w:char=\"F0B7\"/>b", "a\u{F0B7}b"),
    ("a<w:sym w:font=\"Wingdings\" w:char=\"FC\"/>b", "a\u{F0FC}b"),
    ("a<w:sym w:font=\"Times New Roman\" w:char=\"00A9\"/>b", "a©b"),
    ("a<w:lastRenderedPageBreak/>b", "ab"), ("a<w:sym w:char=\"zz\"/>b", "ab"),
  ])
  func `a character that has an element of its own is a character`(
    _ run: String, _ expected: String
  ) throws {
    let parts = run.split(separator: "<", omittingEmptySubsequences: false)
    let rest = parts.dropFirst().joined(separator: "<").split(separator: ">", maxSplits: 1)
    let body = """
      <w:p><w:r><w:t>\(parts[0])</w:t><\(rest[0])><w:t>\(rest.count > 1 ? rest[1] : "")</w:t></w:r></w:p>
      """
    #expect(try dump(body: body) == expected)
  }

  @Test func `a symbol is a run in its font`() throws {
    let body = """
      <w:p><w:r><w:t>a</w:t><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>b</w:t></w:r></w:p>
      """
    let document = try read(DocxBuilder(body: body))
    document.forEachParagraph { paragraph in
      #expect(paragraph.runs.map(\.end) == [1, 4, 5])
      #expect(paragraph.runs.map { $0.font.map { document.fonts[$0] } } == [nil, "Wingdings", nil])
    }
  }

  @Test func `blanks at the ends of a text count where they are preserved`() throws {
    let body = """
      <w:p><w:r><w:t> một </w:t></w:r><w:r><w:t xml:space="preserve"> hai </w:t></w:r></w:p>
      """
    #expect(try dump(body: body) == "một hai ")
    var docx = DocxBuilder(body: "<w:p><w:r><w:t> một\n</w:t></w:r></w:p>")
    #expect(try dump(read(docx)) == "một")
    docx.document = docx.document.replacing(
      "<w:document>", with: "<w:document xml:space=\"preserve\">")
    #expect(try dump(read(docx)) == " một ")
  }

  @Test func `letters of formulas are text`() throws {
    let body = "<w:p><m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath></w:p>"
    #expect(try dump(body: body) == "x=2")
  }

  @Test(arguments: [
    "<w:rPr><w:vanish/></w:rPr>", "<w:rPr><w:rStyle w:val=\"H\"/></w:rPr>",
  ])
  func `hidden text is counted as unread`(_ look: String) throws {
    var docx = DocxBuilder(
      body: "<w:p><w:r>\(look)<w:t>ẩn ý</w:t></w:r><w:r><w:t>rõ</w:t></w:r></w:p>")
    docx.addPart(
      "word/styles.xml", type: "styles",
      """
      <w:styles><w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>
      """)
    let document = try read(docx)
    #expect(dump(document) == "rõ")
    #expect(
      document.unread == [UnreadContent(part: "word/document.xml", element: "w:vanish", count: 3)])
    #expect(document.characterCount == 5)
  }

  @Test func `hidden text that is shown again is text`() throws {
    var docx = DocxBuilder(
      body: """
        <w:p><w:r><w:rPr><w:rStyle w:val="H"/><w:vanish w:val="0"/></w:rPr><w:t>rõ</w:t></w:r></w:p>
        """)
    docx.addPart(
      "word/styles.xml", type: "styles",
      """
      <w:styles><w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>
      """)
    #expect(try dump(read(docx)) == "rõ")
  }

  @Test func `a style separator runs a heading into its text`() throws {
    let body = """
      <w:p><w:pPr><w:outlineLvl w:val="1"/><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>\
      <w:r><w:t>Mục đích.</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve"> Yêu cầu</w:t></w:r></w:p>
      """
    let document = try read(DocxBuilder(body: body))
    #expect(dump(document) == "Mục đích. Yêu cầu")
    document.forEachParagraph { #expect($0.format.outlineLevel == 1) }
  }

  @Test func `a page starts where it breaks`() throws {
    let body = """
      \(p("một"))<w:p><w:r><w:br w:type="page"/></w:r></w:p>\(p("hai"))\
      <w:p><w:r><w:t>ba</w:t><w:br w:type="page"/></w:r></w:p>\(p("bốn"))\
      \(p("năm", "<w:pageBreakBefore/>"))\(p("sáu", "<w:sectPr/>"))\(p("bảy"))\
      \(p("tám", "<w:sectPr><w:type w:val=\"continuous\"/></w:sectPr>"))\(p("chín"))<w:sectPr/>
      """
    var pages: [String] = []
    try read(DocxBuilder(body: body)).forEachParagraph {
      if $0.format.startsPage { pages.append($0.text) }
    }
    #expect(pages == ["hai", "bốn", "năm", "chín"])
  }
}
