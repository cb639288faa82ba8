import DocumentReading
import ProgrammeModel
import TestSupport
import Testing

/// The numbers that Word prints (ECMA-376 Part 1, 17.9).
@Suite struct NumberingTests {
  /// The usual levels of a programme, from Roman numerals to plus signs.
  private let programme = list(
    1, level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)"),
    level(3, "bullet", "-"), level(4, "bullet", "+"))

  /// The labels of a document's paragraphs, joined by blanks; – where there is none.
  private func labels(_ docx: DocxBuilder) throws -> String {
    var labels: [String] = []
    try read(docx).forEachParagraph { labels.append($0.label?.text ?? "–") }
    return labels.joined(separator: " ")
  }

  @Test func `a programme's levels are counted each on its own`() throws {
    let body = [0, 1, 1, 2, 2, 3, 4, 0, 1].map { item("x", 1, $0) }.joined()
    #expect(try labels(numbered(programme, body)) == "I. 1. 2. a) b) - + II. 1.")
  }

  @Test func `instances of one list share its counters`() throws {
    let numbering =
      abstract(1, level(0, "decimal", "%1.")) + instance(1, of: 1) + instance(2, of: 1)
    let body = item("a", 1) + item("b", 2) + item("c", 1)
    #expect(try labels(numbered(numbering, body)) == "1. 2. 3.")
  }

  @Test func `different lists count apart`() throws {
    let numbering =
      abstract(1, level(0, "decimal", "%1.")) + abstract(2, level(0, "decimal", "%1."))
      + instance(1, of: 1) + instance(2, of: 2)
    #expect(
      try labels(numbered(numbering, item("a", 1) + item("b", 2) + item("c", 1))) == "1. 1. 2.")
  }

  @Test func `list and level are inherited each on its own`() throws {
    let styles = """
      <w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>\
      </w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:numPr>\
      <w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
      """
    let body =
      p("một", "<w:pStyle w:val=\"A\"/>") + p("hai", "<w:pStyle w:val=\"B\"/>")
      + p("ba", "<w:pStyle w:val=\"B\"/><w:numPr><w:ilvl w:val=\"2\"/></w:numPr>")
    #expect(try labels(numbered(programme, body, styles: styles)) == "I. 1. a)")
  }

  @Test func `a style that names a list stands for the level that names the style`() throws {
    let numbering = list(
      1, level(0, "upperRoman", "%1.", "<w:pStyle w:val=\"A\"/>"),
      level(1, "decimal", "%2.", "<w:pStyle w:val=\"B\"/>"))
    let styles = ["A", "B"].map {
      """
      <w:style w:type="paragraph" w:styleId="\($0)"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>\
      </w:pPr></w:style>
      """
    }.joined()
    let body = p("một", "<w:pStyle w:val=\"A\"/>") + p("hai", "<w:pStyle w:val=\"B\"/>")
    #expect(try labels(numbered(numbering, body, styles: styles)) == "I. 1.")
  }

  @Test func `list 0 cancels the number of the style`() throws {
    let styles = """
      <w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>\
      </w:style>
      """
    let body =
      p("một", "<w:pStyle w:val=\"A\"/>") + item("không", 0, style: "A")
      + p("hai", "<w:pStyle w:val=\"A\"/>")
    #expect(try labels(numbered(programme, body, styles: styles)) == "I. – II.")
  }

  @Test(arguments: [
    ("", "I. 1. a) b) 2. a) II. 1. a)"),
    ("<w:lvlRestart w:val=\"0\"/>", "I. 1. a) b) 2. c) II. 1. d)"),
    ("<w:lvlRestart w:val=\"1\"/>", "I. 1. a) b) 2. c) II. 1. a)"),
    ("<w:lvlRestart w:val=\"2\"/>", "I. 1. a) b) 2. a) II. 1. a)"),
    ("<w:lvlRestart w:val=\"99\"/>", "I. 1. a) b) 2. a) II. 1. a)"),
  ])
  func `a deeper counter starts again as its level says`(_ rule: String, _ expected: String) throws
  {
    let numbering = list(
      1, level(0, "upperRoman", "%1."), level(1, "decimal", "%2."),
      level(2, "lowerLetter", "%3)", rule))
    let body = [0, 1, 2, 2, 1, 2, 0, 1, 2].map { item("x", 1, $0) }.joined()
    #expect(try labels(numbered(numbering, body)) == expected)
  }

  @Test func `a start that is overridden fires once`() throws {
    let numbering =
      abstract(1, level(0, "decimal", "%1.")) + instance(1, of: 1)
      + instance(2, of: 1, restart(0)) + instance(3, of: 1, restart(0, at: 7))
    let body = [1, 1, 2, 2, 1, 2, 3, 3].map { item("x", $0) }.joined()
    #expect(try labels(numbered(numbering, body)) == "1. 2. 1. 2. 3. 4. 7. 8.")
  }

  @Test func `an override below a parent of another instance does not fire for a style`() throws {
    let numbering =
      abstract(1, level(0, "upperRoman", "%1.") + level(1, "decimal", "%2."))
      + instance(1, of: 1) + instance(2, of: 1, restart(1))
    let styles = """
      <w:style w:type="paragraph" w:styleId="B"><w:pPr><w:numPr><w:ilvl w:val="1"/>\
      <w:numId w:val="2"/></w:numPr></w:pPr></w:style>
      """
    let body =
      item("x", 1) + item("x", 1, 1) + p("x", "<w:pStyle w:val=\"B\"/>")
    #expect(try labels(numbered(numbering, body, styles: styles)) == "I. 1. 2.")
    let direct = item("x", 1) + item("x", 1, 1) + item("x", 2, 1)
    #expect(try labels(numbered(numbering, direct)) == "I. 1. 1.")
  }

  @Test func `a level in an override replaces format, text and start`() throws {
    let override =
      "<w:lvlOverride w:ilvl=\"0\">\(level(0, "lowerLetter", "(%1)", start: 3))</w:lvlOverride>"
    let numbering =
      abstract(1, level(0, "decimal", "%1.")) + instance(1, of: 1, override)
    #expect(try labels(numbered(numbering, item("x", 1) + item("x", 1))) == "(c) (d)")
  }

  @Test func `a link leads to the list of a numbering style`() throws {
    let numbering =
      abstract(1, "<w:numStyleLink w:val=\"S\"/>")
      + abstract(2, level(0, "upperLetter", "%1.") + "<w:styleLink w:val=\"S\"/>")
      + abstract(3, "<w:numStyleLink w:val=\"T\"/><w:styleLink w:val=\"T\"/>")
      + instance(1, of: 1) + instance(2, of: 2) + instance(3, of: 3)
    let body = item("a", 1) + item("b", 2) + item("to itself", 3)
    #expect(try labels(numbered(numbering, body)) == "A. B. –")
  }

  @Test func `every place prints its level in its own format`() throws {
    let numbering = list(
      1, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2."),
      level(2, "lowerLetter", "%1.%2.%3", "<w:isLgl/>"), level(3, "bullet", "*"),
      level(4, "decimal", "%4%5)"))
    let body = [0, 1, 2, 3, 4].map { item("x", 1, $0) }.joined()
    #expect(try labels(numbered(numbering, body)) == "I. I.1. 1.1.1 * 1)")
  }

  @Test func `a parent that was not met prints its start and counts as met`() throws {
    let numbering = list(
      1, level(0, "decimal", "%1.", start: 4), level(1, "decimal", "%1.%2."))
    let body = item("x", 1, 1) + item("x", 1, 1) + item("x", 1, 0)
    #expect(try labels(numbered(numbering, body)) == "4.1. 4.2. 5.")
  }

  @Test func `a level that names no start begins at zero`() throws {
    let numbering = list(
      1, "<w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>")
    #expect(try labels(numbered(numbering, item("x", 1) + item("x", 1))) == "0. 1.")
  }

  @Test func `a level without number prints its letters`() throws {
    let numbering = list(1, level(0, "none", "Chú ý%1:"), level(1, "none", ""))
    #expect(try labels(numbered(numbering, item("x", 1) + item("x", 1, 1))) == "Chú ý: –")
  }

  @Test(arguments: [
    ("lowerLetter", 26, "z"), ("lowerLetter", 27, "aa"), ("lowerLetter", 28, "bb"),
    ("upperLetter", 53, "AAA"), ("lowerRoman", 4, "iv"), ("upperRoman", 3999, "MMMCMXCIX"),
    ("upperRoman", 4000, "4000"), ("decimalZero", 7, "07"), ("decimalZero", 12, "12"),
    ("ordinal", 22, "22nd"), ("ordinal", 11, "11th"), ("cardinalText", 21, "Twenty-one"),
    ("ordinalText", 20, "Twentieth"), ("ordinalText", 101, "One hundred first"), ("hex", 31, "1F"),
    ("chicago", 6, "††"), ("decimalEnclosedCircle", 3, "③"), ("numberInDash", 5, "- 5 -"),
    ("decimalFullWidth", 12, "１２"), ("vietnameseCounting", 1, "một"),
    ("vietnameseCounting", 15, "mười lăm"), ("vietnameseCounting", 21, "hai mươi mốt"),
    ("vietnameseCounting", 105, "một trăm lẻ năm"),
  ])
  func `a number is printed in the format of its level`(
    _ format: String, _ number: Int, _ expected: String
  ) throws {
    let numbering = list(1, level(0, format, "%1", start: number))
    #expect(try labels(numbered(numbering, item("x", 1))) == expected)
  }

  @Test func `a custom format counts with zeros before the number`() throws {
    let numbering = list(
      1,
      """
      <w:lvl w:ilvl="0"><w:start w:val="8"/><mc:AlternateContent><mc:Choice Requires="w14">\
      <w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>\
      <w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>
      """)
    #expect(try labels(numbered(numbering, item("x", 1))) == "008")
  }

  @Test(arguments: ["999999999999", "2147483647", "-5", "x", ""])
  func `a hostile number is bounded`(_ start: String) throws {
    let numbering = list(
      1,
      """
      <w:lvl w:ilvl="0"><w:start w:val="\(start)"/><w:numFmt w:val="lowerLetter"/>\
      <w:lvlText w:val="%1)"/></w:lvl>
      """)
    _ = try labels(numbered(numbering, item("x", 1) + item("y", 1)))
  }

  @Test func `counters run through the cells of a table`() throws {
    let table = """
      <w:tbl><w:tr><w:tc>\(item("a", 1))</w:tc><w:tc>\(item("b", 1))</w:tc></w:tr>\
      <w:tr><w:tc>\(item("c", 1))</w:tc></w:tr></w:tbl>
      """
    #expect(try labels(numbered(programme, table + item("d", 1))) == "I. II. III. IV.")
  }

  @Test func `a text box is a story of its own`() throws {
    let box = """
      <w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>\(item("trong", 1))</w:txbxContent>\
      </v:textbox></v:shape></w:pict></w:r></w:p>
      """
    #expect(try labels(numbered(programme, item("a", 1) + box + item("b", 1))) == "I. I. II.")
  }

  @Test(arguments: [
    "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:sectPr/></w:pPr></w:p>",
    "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:vanish/></w:rPr></w:pPr></w:p>",
    """
    <w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r>\
    <w:delText>bỏ</w:delText></w:r></w:del></w:p>
    """,
    """
    <w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc></w:tr><w:tr><w:tc>\
    <w:tcPr><w:vMerge/></w:tcPr><w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>\
    </w:tc></w:tr></w:tbl>
    """,
    """
    <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>\(item("bỏ", 1))</w:tc></w:tr></w:tbl>
    """,
  ])
  func `a paragraph that is not printed is not counted`(_ hidden: String) throws {
    #expect(try labels(numbered(programme, item("a", 1) + hidden + item("b", 1))) == "I. II.")
  }

  @Test func `an empty paragraph in a list prints its number`() throws {
    let empty = "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>"
    #expect(try labels(numbered(programme, item("a", 1) + empty + item("b", 1))) == "I. II. III.")
  }

  @Test func `a label that is hidden is counted and not printed`() throws {
    let numbering = list(1, level(0, "decimal", "%1.", "<w:rPr><w:vanish/></w:rPr>"))
    #expect(try labels(numbered(numbering, item("a", 1))) == "–")
  }

  @Test func `a label in capitals is printed in capitals`() throws {
    let numbering = list(1, level(0, "decimal", "Điều %1.", "<w:rPr><w:caps/></w:rPr>"))
    #expect(try labels(numbered(numbering, item("a", 1))) == "ĐIỀU 1.")
  }

  @Test(arguments: [
    ("Symbol", "\u{F0B7}", "•"), ("Wingdings", "\u{F0A7}", "▪"), ("Wingdings", "\u{F0D8}", "⮚"),
    ("Symbol", "\u{F02D}", "-"), ("Courier New", "o", "o"), ("Times New Roman", "–", "–"),
    ("Không có", "\u{F0B7}", "•"), ("Wingdings 2", "\u{F0D1}", "•"), ("Wingdings", "\u{A7}", "▪"),
  ])
  func `a bullet is the picture its font has`(
    _ font: String, _ code: String, _ expected: String
  ) throws {
    let look = "<w:rPr><w:rFonts w:ascii=\"\(font)\" w:hAnsi=\"\(font)\"/></w:rPr>"
    let numbering = list(1, level(0, "bullet", code, look))
    #expect(try labels(numbered(numbering, item("a", 1))) == expected)
  }

  @Test(arguments: [
    (" LISTNUM ", "I. xem 1. đây"), (" LISTNUM \\l 3 ", "I. xem a) đây"),
    (" LISTNUM NumberDefault ", "I. xem 1) đây"),
    (" LISTNUM NumberDefault \\l 4 \\s 3", "I. xem (3) đây"),
    (" LISTNUM \"Khoản\" ", "I. xem Khoản 1 đây"),
  ])
  func `a LISTNUM field counts inside a line`(_ code: String, _ expected: String) throws {
    let numbering =
      programme + abstract(2, "<w:name w:val=\"Khoản\"/>" + level(0, "decimal", "Khoản %1"))
      + instance(2, of: 2)
    let field = """
      <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>\(code)</w:instrText></w:r>\
      <w:r><w:fldChar w:fldCharType="end"/></w:r>
      """
    let body = """
      <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r>\
      <w:t xml:space="preserve">xem </w:t></w:r>\(field)<w:r><w:t xml:space="preserve"> đây</w:t></w:r>\
      </w:p>
      """
    #expect(try dump(read(numbered(numbering, body))) == expected)
  }

  @Test func `a typed number beside a label stays text`() throws {
    #expect(try dump(read(numbered(programme, item("1. Kiểm tra", 1)))) == "I. 1. Kiểm tra")
  }

  @Test(arguments: [
    (item("x", 9), "read.undefined-list"), (item("x", 1, 7), "read.undefined-level"),
    (item("x", 1, 12), "read.undefined-level"), (item("x", 2), "read.number-format"),
  ])
  func `a list that is not what it should be is a warning`(
    _ body: String, _ code: String
  ) throws {
    let docx = numbered(programme + list(2, level(0, "klingon", "%1.")), body)
    let outcome = try DocumentReader().read(docx.bytes(), named: "test.docx")
    #expect(outcome.diagnostics.map(\.code) == [code])
  }

  @Test func `a document without lists has no labels`() throws {
    #expect(try dump(body: item("x", 1)) == "x")
  }
}
