import DocumentReading
import ProgrammeModel
import TestSupport
import Testing

/// Fonts and looks after styles are resolved.
@Suite struct LookTests {
  private let styles = """
    <w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/></w:rPr>\
    </w:rPrDefault></w:docDefaults>\
    <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>\
    <w:style w:type="paragraph" w:styleId="V"><w:name w:val="Văn bản"/><w:rPr>\
    <w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/><w:b/></w:rPr></w:style>\
    <w:style w:type="paragraph" w:styleId="W"><w:basedOn w:val="V"/><w:rPr><w:i/></w:rPr></w:style>\
    <w:style w:type="character" w:styleId="C"><w:rPr><w:rFonts w:hAnsi="VNI-Times"/><w:b/></w:rPr>\
    </w:style><w:style w:type="paragraph" w:styleId="L1"><w:basedOn w:val="L2"/></w:style>\
    <w:style w:type="paragraph" w:styleId="L2"><w:basedOn w:val="L1"/><w:rPr><w:caps/></w:rPr></w:style>\
    <w:style w:type="table" w:styleId="T"><w:rPr><w:rFonts w:hAnsi=".VnArial"/></w:rPr></w:style>\
    </w:styles>
    """

  private func runs(_ body: String) throws -> [String] {
    var docx = DocxBuilder(body: body)
    docx.addPart("word/styles.xml", type: "styles", styles)
    docx.addPart(
      "word/theme/theme1.xml", type: "theme",
      """
      <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:fontScheme>\
      <a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont>\
      <a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:theme>
      """)
    let document = try read(docx)
    var looks: [String] = []
    document.forEachParagraph { paragraph in
      for run in paragraph.runs {
        var look = run.font.map { document.fonts[$0] } ?? "–"
        if run.style.contains(.bold) { look += " b" }
        if run.style.contains(.italic) { look += " i" }
        if run.style.contains(.underlined) { look += " u" }
        if run.style.contains(.capitals) { look += " c" }
        looks.append(look)
      }
    }
    return looks
  }

  @Test(arguments: [
    ("", "", "Calibri"), ("V", "", ".VnTime b"), ("W", "", ".VnTime b i"), ("L1", "", "Calibri c"),
    ("V", "<w:rStyle w:val=\"C\"/>", "VNI-Times"),
    ("V", "<w:rFonts w:hAnsi=\"Arial\"/>", "Arial b"),
    ("V", "<w:rFonts w:eastAsia=\"Arial\"/>", ".VnTime b"),
    ("V", "<w:rFonts w:ascii=\"Arial\"/>", ".VnTime b"),
    ("V", "<w:rFonts w:hAnsi=\"Arial\" w:hAnsiTheme=\"majorHAnsi\"/>", "Cambria b"),
    ("", "<w:rFonts w:ascii=\"Arial\"/>", "Arial"), ("V", "<w:b w:val=\"0\"/>", ".VnTime"),
    ("", "<w:u w:val=\"single\"/><w:caps/>", "Calibri u c"),
    ("", "<w:u w:val=\"none\"/>", "Calibri"),
    ("không có", "", "Calibri"),
  ])
  func `a run has the look of its own, its styles and the defaults`(
    _ style: String, _ look: String, _ expected: String
  ) throws {
    let styled = style.isEmpty ? "" : "<w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>"
    let body = "<w:p>\(styled)<w:r><w:rPr>\(look)</w:rPr><w:t>x</w:t></w:r></w:p>"
    #expect(try runs(body) == [expected])
  }

  @Test func `a table style stands below the paragraph's`() throws {
    let body = """
      <w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr><w:tr><w:tc>\(p("a"))\
      \(p("b", "<w:pStyle w:val=\"V\"/>"))</w:tc></w:tr></w:tbl>
      """
    #expect(try runs(body) == [".VnArial", ".VnTime b"])
  }

  @Test func `runs of one look are one run`() throws {
    let run = "<w:r><w:t>Hà</w:t></w:r>"
    #expect(
      try runs("<w:p>\(run)\(run)<w:r><w:rPr><w:b/></w:rPr><w:t>!</w:t></w:r></w:p>").count == 2)
  }

  @Test func `a paragraph's format comes from itself, its list, its styles`() throws {
    let styles = """
      <w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr>\
      <w:jc w:val="center"/><w:outlineLvl w:val="0"/><w:ind w:left="100" w:firstLine="20"/></w:pPr></w:style>
      """
    let numbering = list(
      1,
      level(0, "decimal", "%1.", "<w:pPr><w:ind w:left=\"720\" w:hanging=\"360\"/></w:pPr>"))
    let body =
      p("một", "<w:pStyle w:val=\"H\"/>") + item("hai", 1, style: "H")
      + p("ba", "<w:pStyle w:val=\"H\"/><w:jc w:val=\"end\"/><w:outlineLvl w:val=\"9\"/>")
    var formats: [ParagraphFormat] = []
    try read(numbered(numbering, body, styles: styles)).forEachParagraph {
      formats.append($0.format)
    }
    #expect(formats.map(\.indentation) == [120, 360, 120])
    #expect(formats.map(\.alignment) == [.center, .center, .end])
    #expect(formats.map(\.outlineLevel) == [0, 0, nil])
    #expect(formats.map(\.styleName) == ["heading 1", "heading 1", "heading 1"])
  }
}
