import ProgrammeModel
import TestSupport
import Testing
import VietnameseText

@testable import DocumentReading

/// Corners of Word's format where text could be lost, glued or doubled.
@Suite struct WordCornerTests {
  private func field(_ code: String, data: String = "", result: String? = nil) -> String {
    let data = data.isEmpty ? "" : "<w:ffData>\(data)</w:ffData>"
    let shown =
      result.map {
        "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>\($0)</w:t></w:r>"
      } ?? ""
    return "<w:r><w:fldChar w:fldCharType=\"begin\">\(data)</w:fldChar></w:r>"
      + "<w:r><w:instrText> \(code) </w:instrText></w:r>\(shown)"
      + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
  }

  private func run(_ text: String) -> String {
    "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  private static let pageBreak = "<w:r><w:br w:type=\"page\"/></w:r>"

  // MARK: Page breaks

  @Test(arguments: [
    ("một\(pageBreak)hai", "một\nhai", [false, true]),
    ("một\(pageBreak)", "một\nsau", [false, true]),
    ("\(pageBreak)một", "một\nsau", [true, false]),
    ("một\(pageBreak)\(pageBreak)hai\(pageBreak)ba", "một\nhai\nba", [false, true, true]),
    // Other breaks stay in the line.
    ("một<w:r><w:br/></w:r>hai", "một⏎hai\nsau", [false, false]),
    ("một<w:r><w:br w:type=\"column\"/></w:r>hai", "một⏎hai\nsau", [false, false]),
  ])
  func `a page break inside a paragraph separates what stands around it`(
    _ content: String, _ expected: String, _ startsPage: [Bool]
  ) throws {
    var runs = content
    for word in ["một", "hai", "ba"] { runs = runs.replacing(word, with: run(word)) }
    let next = expected.hasSuffix("sau") ? p("sau") : ""
    let document = try read(DocxBuilder(body: "<w:p>\(runs)</w:p>\(next)"))
    #expect(dump(document) == expected)
    var starts: [Bool] = []
    document.forEachParagraph { starts.append($0.format.startsPage) }
    #expect(starts == startsPage)
  }

  @Test func `a page break separates in cells, and the number stands once`() throws {
    let numbering =
      "<w:numbering><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
      + "<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"
      + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"
    let list = "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
    let broken = "<w:p>\(list)\(run("a"))\(Self.pageBreak)\(run("b"))</w:p>"
    var docx = DocxBuilder(
      body: "\(broken)\(broken)<w:tbl><w:tr><w:tc>\(broken)</w:tc></w:tr></w:tbl>")
    docx.addPart("word/numbering.xml", type: "numbering", numbering)
    #expect(dump(try read(docx)) == "1. a\nb\n2. a\nb\n║ 3. a / b")
  }

  // MARK: Fields

  @Test(arguments: [
    ("AUTONUM \\s .", "1. 2. 3."), ("AUTONUM", "1. 2. 3."), ("AUTONUM \\s )", "1) 2) 3)"),
    ("AUTONUM \\* ROMAN", "I. II. III."), ("AUTONUMLGL", "1. 2. 3."), ("AUTONUMLGL \\e", "1 2 3"),
    ("AUTONUMOUT", "1. 2. 3."),
    ("autonum", "1. 2. 3."),
    // Fields of other names print what the file holds.
    ("AUTOTEXT x", "– – –"), ("NUMPAGES", "– – –"),
  ])
  func `paragraphs are numbered by fields`(_ code: String, _ expected: String) throws {
    let body = String(repeating: "<w:p>\(field(code))\(run(" Việc"))</w:p>", count: 3)
    let numbers = dump(try read(DocxBuilder(body: body))).split(separator: "\n").map {
      $0 == " Việc" ? "–" : $0.replacing(" Việc", with: "")
    }
    #expect(numbers.joined(separator: " ") == expected)
  }

  @Test func `numbers of fields follow the outline levels`() throws {
    func item(_ level: Int, _ code: String) -> String {
      "<w:p><w:pPr><w:outlineLvl w:val=\"\(level)\"/></w:pPr>\(field(code))\(run(" x"))</w:p>"
    }
    func numbers(_ code: String) throws -> String {
      let body = [0, 1, 1, 2, 0, 1].map { item($0, code) }.joined()
      return dump(try read(DocxBuilder(body: body))).replacing(" x", with: "")
        .replacing("\n", with: " ")
    }
    #expect(try numbers("AUTONUMLGL") == "1. 1.1. 1.2. 1.2.1. 2. 2.1.")
    #expect(try numbers("AUTONUMOUT") == "I. A. B. 1. II. A.")
  }

  @Test(arguments: [
    (
      "FORMDROPDOWN",
      "<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"Quý I\"/><w:listEntry w:val=\"Quý II\"/></w:ddList>",
      "Quý II"
    ),
    (
      "FORMDROPDOWN",
      "<w:ddList><w:default w:val=\"1\"/><w:listEntry w:val=\"a\"/><w:listEntry w:val=\"b\"/></w:ddList>",
      "b"
    ),
    (
      "FORMDROPDOWN", "<w:ddList><w:listEntry w:val=\"a\"/><w:listEntry w:val=\"b\"/></w:ddList>",
      "a"
    ),
    ("FORMDROPDOWN", "<w:ddList><w:result w:val=\"7\"/><w:listEntry w:val=\"a\"/></w:ddList>", ""),
    ("FORMCHECKBOX", "<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>", "☒"),
    ("FORMCHECKBOX", "<w:checkBox><w:default w:val=\"1\"/></w:checkBox>", "☒"),
    (
      "FORMCHECKBOX", "<w:checkBox><w:default w:val=\"1\"/><w:checked w:val=\"0\"/></w:checkBox>",
      "☐"
    ),
    ("FORMCHECKBOX", "<w:checkBox/>", "☐"),
    // The data of a field of another kind is not shown.
    ("FORMTEXT", "<w:textInput><w:default w:val=\"x\"/></w:textInput>", ""),
    ("REF a", "<w:checkBox><w:checked/></w:checkBox>", ""),
  ])
  func `a form field shows what is chosen`(_ code: String, _ data: String, _ shown: String) throws {
    let docx = DocxBuilder(body: "<w:p>\(run("a"))\(field(code, data: data))\(run("b"))</w:p>")
    let document = try read(docx)
    #expect(dump(document) == "a\(shown)b")
    #expect(document.characterCount == 2 + shown.filter { $0 != " " }.count)
  }

  @Test func `a result that the file holds is kept as it is`() throws {
    let data = "<w:ddList><w:listEntry w:val=\"a\"/></w:ddList>"
    let body =
      "<w:p>\(field("FORMDROPDOWN", data: data, result: "b"))\(field("AUTONUM", result: "7."))"
      + "\(field("FORMTEXT", data: "<w:textInput/>", result: "c"))</w:p>"
    #expect(dump(try read(DocxBuilder(body: body))) == "b7.c")
  }

  // MARK: Paragraphs

  @Test(arguments: [
    ("<w:framePr w:dropCap=\"drop\" w:lines=\"3\"/>", "Đảng bộ"),
    ("<w:framePr w:dropCap=\"margin\"/>", "Đảng bộ"),
    ("<w:framePr w:dropCap=\"none\"/>", "Đ\nảng bộ"),
    ("<w:framePr w:w=\"100\"/>", "Đ\nảng bộ"), ("", "Đ\nảng bộ"),
  ])
  func `a drop cap belongs to the next paragraph`(_ frame: String, _ expected: String) throws {
    let document = try read(DocxBuilder(body: p("Đ", frame) + p("ảng bộ")))
    #expect(dump(document) == expected)
    #expect(!document.unread.contains { $0.count > 0 })
  }

  @Test func `a drop cap before nothing stands by itself`() throws {
    #expect(dump(try read(DocxBuilder(body: p("Đ", "<w:framePr w:dropCap=\"drop\"/>")))) == "Đ")
  }

  @Test func `the guide above ruby is counted, not read`() throws {
    let ruby =
      "<w:ruby><w:rubyPr/><w:rt>\(run("トウ"))</w:rt><w:rubyBase>\(run("東"))</w:rubyBase></w:ruby>"
    for inner in ["<w:r>\(ruby)</w:r>", ruby] {
      let document = try read(DocxBuilder(body: "<w:p>\(run("a"))\(inner)\(run("b"))</w:p>"))
      #expect(dump(document) == "a東b")
      #expect(
        document.unread == [UnreadContent(part: "word/document.xml", element: "w:rt", count: 2)])
      #expect(document.characterCount == 5)
    }
  }

  @Test(arguments: [
    ("<w:r><w:t>a<w:t>LỒNG</w:t>b</w:t></w:r>", "aLỒNGb"),
    ("<w:r><w:t>a<w:foo><w:t>b</w:t>c</w:foo>d</w:t></w:r>", "abcd"),
    ("<w:r><w:t>a<w:foo/>b</w:t></w:r>", "ab"),
  ])
  func `text that is nested in text stands in its order`(_ runs: String, _ expected: String) throws
  {
    let document = try read(DocxBuilder(body: "<w:p>\(runs)</w:p>"))
    #expect(dump(document) == expected)
    #expect(document.characterCount == expected.count)
  }

  // MARK: Tables and packages

  @Test(arguments: [
    ("<w:tbl>\(p("ngoài"))<w:tr><w:tc>\(p("trong"))</w:tc></w:tr></w:tbl>", "║ ngoài\n║ trong"),
    ("<w:tbl><w:tr>\(p("ngoài"))<w:tc>\(p("trong"))</w:tc></w:tr></w:tbl>", "║ ngoài | trong"),
    ("<w:tbl><w:tr><w:tc><w:r><w:t>trong</w:t></w:r></w:tc></w:tr></w:tbl>", "║ trong"),
    ("<w:tbl><w:p/><w:tr><w:p/><w:tc>\(p("trong"))</w:tc></w:tr></w:tbl>", "║ trong"),
    (
      "<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>\(p("a"))</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>",
      "║ a"
    ),
  ])
  func `text in odd places of a table is placed in its order`(
    _ table: String, _ expected: String
  ) throws {
    let document = try read(DocxBuilder(body: table))
    #expect(dump(document) == expected)
    #expect(document.characterCount == expected.filter { $0.isLetter }.count)
  }

  @Test func `bare letters between cells are counted`() throws {
    let document = try read(
      DocxBuilder(body: "<w:tbl>ab<w:tr>c<w:tc>\(p("d"))</w:tc></w:tr></w:tbl>"))
    #expect(dump(document) == "║ d")
    #expect(
      document.unread == [UnreadContent(part: "word/document.xml", element: "#text", count: 3)])
  }

  @Test(
    arguments: [
      { "\\" + $0.replacing("/", with: "\\") }, { $0.replacing("/", with: "\\") }, { "/" + $0 },
      { $0.uppercased() }, { $0 },
    ] as [@Sendable (String) -> String])
  func `names of entries may be written in another way`(_ rename: @Sendable (String) -> String)
    throws
  {
    var docx = DocxBuilder(body: p("hai"))
    docx.addPart("word/styles.xml", type: "styles", "<w:styles></w:styles>")
    var archive = docx.archive()
    for entry in archive.entries.indices where archive.entries[entry].name != "[Content_Types].xml"
    {
      archive.entries[entry].name = rename(archive.entries[entry].name)
    }
    #expect(dump(try DocumentReader().read(archive.bytes(), named: "a.docx").value) == "hai")
  }

  // MARK: Numbers

  @Test(arguments: [
    ("decimalZero", "<w:isLgl/>", "I. 1.01 1.02"), ("decimalZero", "", "I. I.01 I.02"),
    ("lowerLetter", "<w:isLgl/>", "I. 1.1 1.2"), ("lowerLetter", "", "I. I.a I.b"),
  ])
  func `legal numbering prints other levels in decimal`(
    _ format: String, _ legal: String, _ expected: String
  ) throws {
    let numbering =
      "<w:numbering><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
      + "<w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\">"
      + "<w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>\(legal)<w:lvlText w:val=\"%1.%2\"/>"
      + "</w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
      + "</w:numbering>"
    func item(_ level: Int, _ mark: String = "") -> String {
      p("x", "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"1\"/></w:numPr>\(mark)")
    }
    var docx = DocxBuilder(
      body: item(0, "<w:rPr><w:vanish/></w:rPr>") + item(1) + item(1))
    docx.addPart("word/numbering.xml", type: "numbering", numbering)
    var labels: [String] = []
    try read(docx).forEachParagraph { labels.append($0.label?.text ?? "–") }
    // The first paragraph's mark is hidden, its number is not.
    #expect(labels.joined(separator: " ") == expected)
  }

  private func numbering(_ pattern: String) -> String {
    "<w:numbering><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
      + "<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"\(pattern)\"/></w:lvl></w:abstractNum>"
      + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"
  }

  @Test(arguments: [
    (253, "a", true), (254, "a", false), (253, "ế", true), (254, "ế", false), (126, "😀", true),
    (127, "😀", false), (100_000, "a", false),
  ])
  func `a label is as long as Word allows`(_ count: Int, _ letter: String, _ isRead: Bool) {
    var docx = DocxBuilder(
      body: p("x", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"))
    docx.addPart(
      "word/numbering.xml", type: "numbering",
      numbering("%1" + String(repeating: letter, count: count)))
    if isRead {
      #expect(throws: Never.self) { try read(docx) }
    } else {
      #expect(
        throws: ReadingError.limit(
          file: "test.docx", part: "word/numbering.xml", kind: .labelLength, allowed: 255)
      ) { try read(docx) }
    }
  }

  @Test(arguments: [
    ("nothing", ". Phạm vi", "1.", "Phạm vi"), ("nothing", ") Phạm vi", "1)", "Phạm vi"),
    ("nothing", "./ Phạm vi", "1./", "Phạm vi"),
    // Letters, a mark before letters and what stands behind a blank are text.
    ("nothing", "Phạm vi", "1", "Phạm vi"), ("nothing", ".Phạm vi", "1", ".Phạm vi"),
    ("nothing", " . Phạm vi", "1", " . Phạm vi"), ("nothing", "...", "1", "..."),
    ("space", ". Phạm vi", "1", ". Phạm vi"), ("tab", ". Phạm vi", "1", ". Phạm vi"),
  ])
  func `a mark behind a label that nothing separates from the text belongs to the label`(
    _ suffix: String, _ text: String, _ label: String, _ rest: String
  ) throws {
    var docx = DocxBuilder(
      body: "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
        + "\(run(text))</w:p>")
    docx.addPart(
      "word/numbering.xml", type: "numbering",
      numbering("%1").replacing("<w:lvlText", with: "<w:suff w:val=\"\(suffix)\"/><w:lvlText"))
    let document = try read(docx)
    guard case .paragraph(let paragraph)? = document.blocks.first else {
      return #expect(Bool(false))
    }
    #expect(paragraph.label?.text == label)
    #expect(paragraph.text == rest)
    #expect(paragraph.runs.last?.end == rest.utf8.count)
    #expect(document.characterCount == rest.visibleCharacterCount)
  }

  @Test(arguments: [
    ("Webdings", "n", "⬤"), ("Wingdings 2", "P", "•"), ("Wingdings 3", "}", "•"),
    ("Times New Roman", "n", "n"), ("Wingdings", "Ø", "⮚"),
  ])
  func `a bullet in a font of pictures is no letter`(
    _ font: String, _ letter: String, _ expected: String
  ) throws {
    let fonts = "<w:rPr><w:rFonts w:ascii=\"\(font)\" w:hAnsi=\"\(font)\"/></w:rPr>"
    var docx = DocxBuilder(
      body: p("x", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"))
    docx.addPart(
      "word/numbering.xml", type: "numbering",
      numbering(letter).replacing("decimal", with: "bullet").replacing(
        "</w:lvl>", with: "\(fonts)</w:lvl>"))
    #expect(dump(try read(docx)) == "\(expected) x")
  }

  // MARK: What is not read is counted

  private func alternatives(_ requires: String, fallback: String?) -> String {
    "<mc:AlternateContent><mc:Choice Requires=\"\(requires)\">\(p("mới"))</mc:Choice>"
      + (fallback.map { "<mc:Fallback>\($0)</mc:Fallback>" } ?? "") + "</mc:AlternateContent>"
  }

  @Test(arguments: [
    ("w14", "mới"), ("wps wp14", "mới"), ("zzz", "cũ"), ("wps zzz", "cũ"), ("", "mới"),
    // Prefixes are names of namespaces, whatever they are called.
    ("fw", "mới"), ("fo", "cũ"), ("fw fo", "cũ"),
  ])
  func `a choice is read only where its extensions are understood`(
    _ requires: String, _ expected: String
  ) throws {
    let declared = Self.declaring(alternatives(requires, fallback: p("cũ")))
    #expect(dump(try read(DocxBuilder(body: declared))) == expected)
    // Where there is no fallback, what is not understood is counted.
    let alone = try read(
      DocxBuilder(body: Self.declaring(alternatives(requires, fallback: nil))))
    #expect(dump(alone) == (expected == "cũ" ? "" : expected))
    #expect(alone.unread.map(\.element) == (expected == "cũ" ? ["mc:Choice"] : []))
    #expect(alone.characterCount == 3)
  }

  private static func declaring(_ body: String, _ attributes: String = "") -> String {
    "<w:sdt xmlns:fw=\"http://schemas.microsoft.com/office/word/2012/wordml\" xmlns:fo=\"urn:fo\" "
      + "xmlns:zz=\"urn:zz\" \(attributes)>\(body)</w:sdt>"
  }

  @Test(
    arguments: [
      ("mc:Ignorable=\"zz\"", "ab", 3), ("mc:Ignorable=\"w14 zz fo\"", "ab", 3),
      ("mc:Ignorable=\"zz\" mc:ProcessContent=\"zz:bỏ\"", "aRÁCb", 0),
      ("mc:Ignorable=\"zz\" mc:ProcessContent=\"zz:*\"", "aRÁCb", 0),
      ("mc:Ignorable=\"zz\" mc:ProcessContent=\"zz:khác fo:bỏ\"", "ab", 3),
      // What nobody says may be left out is kept, and so is what Word understands.
      ("", "aRÁCb", 0), ("mc:Ignorable=\"fo\"", "aRÁCb", 0),
    ], [XMLPullReader.Parser.plainFirst, .libXMLAlone])
  func `elements that may be left out are left out, and their text is counted`(
    _ said: (attributes: String, text: String, count: Int), _ parser: XMLPullReader.Parser
  ) throws {
    let body = Self.declaring(
      "<w:p zz:a=\"1\">\(run("a"))<zz:bỏ><w:r><w:t>RÁC</w:t></w:r></zz:bỏ>\(run("b"))</w:p>",
      said.attributes)
    var reader = DocumentReader()
    reader.readsWithLibXMLAlone = parser == .libXMLAlone
    let document = try reader.read(DocxBuilder(body: body).bytes(), named: "a.docx").value
    #expect(dump(document) == said.text)
    #expect(document.characterCount == 5)
    #expect(document.unread.map(\.element) == (said.count > 0 ? ["mc:Ignorable"] : []))
    #expect(document.unread.reduce(0) { $0 + $1.count } == said.count)
  }

  @Test func `what an element says of namespaces ends with it`() throws {
    let unknown = "<w:p><zz:x xmlns:zz=\"urn:zz\">\(run("x"))</zz:x></w:p>"
    let body = Self.declaring(unknown, "mc:Ignorable=\"zz\"") + unknown
    #expect(dump(try read(DocxBuilder(body: body))) == "x")
  }

  private static let drawn = [
    (
      "chart", "word/charts/chart1.xml",
      "<c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"rel1\"/>",
      "<c:chartSpace xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:v>Quý I</c:v>"
        + "<a:p><a:r><a:t>Thu</a:t></a:r></a:p></c:chartSpace>",
      ["a:t": 3, "c:v": 4]
    ),
    (
      "diagramData", "word/diagrams/data1.xml",
      "<dgm:relIds xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" r:dm=\"rel1\"/>",
      "<dgm:dataModel xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\">"
        + "<a:p><a:r><a:t>Huyện ủy</a:t></a:r></a:p></dgm:dataModel>", ["a:t": 7]
    ),
  ]

  @Test(arguments: drawn)
  func `text of charts and diagrams is counted, and the place of the picture told`(
    _ type: String, _ part: String, _ reference: String, _ content: String, _ counts: [String: Int]
  ) throws {
    var docx = DocxBuilder(
      body: p("một")
        + "<w:p><w:r><w:drawing><a:graphic>\(reference)</a:graphic></w:drawing></w:r></w:p>")
    docx.addPart(part, type: type, id: "rel1", content)
    let outcome = try DocumentReader().read(docx.bytes(), named: "a.docx")
    #expect(dump(outcome.value) == "một")
    #expect(
      Dictionary(uniqueKeysWithValues: outcome.value.unread.map { ($0.element, $0.count) })
        == counts)
    #expect(outcome.value.unread.allSatisfy { $0.part == part })
    #expect(outcome.value.characterCount == 3 + counts.values.reduce(0, +))
    let warnings = outcome.diagnostics.filter { $0.code == "read.unread-text" }
    #expect(warnings.count == counts.count)
    #expect(
      warnings.allSatisfy { $0.location == Location(part: "word/document.xml", paragraph: 2) })
  }

  @Test(arguments: [
    ("footnotes", "<w:footnotes><w:footnote w:id=\"2\">#</w:footnote></w:footnotes>", "w:footnote"),
    ("header", "<w:hdr>#</w:hdr>", "w:hdr"), ("footer", "<w:ftr>#</w:ftr>", "w:ftr"),
    ("endnotes", "<w:endnotes><w:endnote w:id=\"2\">#</w:endnote></w:endnotes>", "w:endnote"),
    ("glossaryDocument", "<w:glossaryDocument>#</w:glossaryDocument>", "w:glossaryDocument"),
  ])
  func `text of a part that nothing refers to is counted`(
    _ type: String, _ content: String, _ element: String
  ) throws {
    var docx = DocxBuilder(body: p("một"))
    docx.addPart("word/a.xml", type: type, content.replacing("#", with: p("hai ba")))
    let document = try read(docx)
    #expect(dump(document) == "một")
    #expect(document.unread == [UnreadContent(part: "word/a.xml", element: element, count: 5)])
    #expect(document.characterCount == 8)
  }

  @Test func `names in a package are said in form C`() throws {
    var docx = DocxBuilder(body: p("một"))
    docx.addPart("word/bie\u{302}\u{309}u.xml", type: "header", "<w:hdr>\(p("hai"))</w:hdr>")
    let outcome = try DocumentReader().read(docx.bytes(), named: "a.docx")
    let names = outcome.value.unread.map(\.part) + outcome.diagnostics.flatMap(\.arguments)
    #expect(names.contains { $0.utf8.elementsEqual("word/bi\u{1EC3}u.xml".utf8) })
    #expect(names.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value != 0x302 } })
  }

  @Test func `a part that is broken and not read does no harm`() throws {
    var docx = DocxBuilder(body: p("một"))
    docx.addPart("word/a.xml", type: "header", "<w:hdr>\(p("hai"))<w:p>")
    #expect(dump(try read(docx)) == "một")
  }

  @Test func `of two entries of one name the first is read, and that is told`() throws {
    var archive = DocxBuilder(body: p("một")).archive()
    let plain = archive.bytes()
    archive.add("word/document.xml", Array("<w:document/>".utf8))
    let outcome = try DocumentReader().read(archive.bytes(), named: "a.docx")
    #expect(dump(outcome.value) == "một")
    #expect(outcome.diagnostics.map(\.code) == ["read.duplicate-entry"])
    #expect(try DocumentReader().read(plain, named: "a.docx").diagnostics.isEmpty)
  }

  @Test func `an entry that calls itself something else is read by its place, and that is told`()
    throws
  {
    var archive = DocxBuilder(body: p("một")).archive()
    let index = try #require(archive.entries.firstIndex { $0.name == "word/document.xml" })
    archive.entries[index].localName = "word/khac.xml"
    let outcome = try DocumentReader().read(archive.bytes(), named: "a.docx")
    #expect(dump(outcome.value) == "một")
    let diagnostic = try #require(outcome.diagnostics.first)
    #expect(outcome.diagnostics.count == 1)
    #expect(diagnostic.arguments == ["word/document.xml", "word/khac.xml"])
  }

  // MARK: Documents without text

  private static let picture =
    "<w:drawing><wp:inline><a:graphic><a:graphicData><a:blip r:embed=\"p\"/></a:graphicData></a:graphic>"
    + "</wp:inline></w:drawing>"

  @Test(
    arguments: [
      ("<w:p/>", "0"), ("<w:p><w:r>\(picture)</w:r></w:p>", "1"),
      (
        "<w:p><w:r>\(picture)<w:t> </w:t>\(picture)</w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
        "2"
      ),
      ("<w:p><w:r><w:pict><v:shape><v:imagedata r:id=\"p\"/></v:shape></w:pict></w:r></w:p>", "1"),
      ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>", "0"),
      // A letter is text, wherever it stands.
      ("<w:p><w:r>\(picture)<w:t>a</w:t></w:r></w:p>", nil),
      ("<w:tbl><w:tr><w:tc>\(p("a"))</w:tc></w:tr></w:tbl>", nil),
      (
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>\(p("a"))</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
        nil
      ),
    ] as [(String, String?)])
  func `a document without text says so, and how many pictures it has`(
    _ body: String, _ pictures: String?
  ) throws {
    let outcome = try DocumentReader().read(DocxBuilder(body: body).bytes(), named: "a.docx")
    let diagnostic = outcome.diagnostics.first { $0.code == "read.no-text" }
    #expect(diagnostic?.arguments.first == pictures)
    #expect(diagnostic.map { $0.severity == .warning } ?? true)
  }

  @Test func `a subdocument that is not there is told`() throws {
    var docx = DocxBuilder(body: p("một") + "<w:p><w:subDoc r:id=\"rel9\"/></w:p>")
    docx.relationships.append((id: "rel9", type: "subDocument", target: "phan2.docx"))
    let outcome = try DocumentReader().read(docx.bytes(), named: "a.docx")
    #expect(outcome.diagnostics.map(\.code) == ["read.missing-part"])
    #expect(
      outcome.diagnostics.first?.location == Location(part: "word/document.xml", paragraph: 2))
  }

  @Test(arguments: [
    ("<w:p><w:altChunk r:id=\"c\"/></w:p>", "trước\ngiữa\nsau"),
    ("<w:p>#<w:altChunk r:id=\"c\"/></w:p>", "trước\nchữ\ngiữa\nsau"),
    ("<w:altChunk r:id=\"c\"/>", "trước\ngiữa\nsau"),
    (
      "<w:tbl><w:tr><w:tc>#<w:altChunk r:id=\"c\"/><w:p>#</w:p></w:tc><w:tc><w:p>#</w:p></w:tc></w:tr></w:tbl>",
      "trước\n║ chữ / giữa / chữ | chữ\nsau"
    ),
    (
      "<w:tbl><w:tr><w:tc><w:p>#<w:altChunk r:id=\"c\"/></w:p></w:tc></w:tr></w:tbl>",
      "trước\n║ chữ / giữa\nsau"
    ),
    ("<w:altChunk r:id=\"c\"/><w:altChunk r:id=\"c\"/>", "trước\ngiữa\ngiữa\nsau"),
    ("<w:altChunk r:id=\"nichts\"/>", "trước\nsau"),
  ])
  func `a chunk stands where it is named`(_ middle: String, _ expected: String) throws {
    let middle = middle.replacing("#", with: run("chữ"))
    var docx = DocxBuilder(body: p("trước") + middle + p("sau"))
    docx.parts.append(("word/c.txt", Array("giữa".utf8)))
    docx.relate("word/c.txt", type: "aFChunk", id: "c")
    #expect(dump(try read(docx)) == expected)
  }
}
