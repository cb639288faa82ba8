import DocumentReading
import ProgrammeModel
import TestSupport
import Testing

/// Tracked changes: the document reads as if all of them were accepted.
@Suite struct RevisionTests {
  private func run(_ text: String) -> String {
    "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  @Test(arguments: [
    ("<w:ins w:author=\"A\" w:date=\"2023-01-01T00:00:00Z\">", "</w:ins>"),
    ("<w:ins>", "</w:ins>"), ("<w:moveTo>", "</w:moveTo>"), ("<w:ins><w:ins>", "</w:ins></w:ins>"),
  ])
  func `what was inserted stays, whoever and whenever`(_ start: String, _ end: String) throws {
    let body = "<w:p>\(run("Giao "))\(start)\(run("Văn phòng "))\(end)\(run("chủ trì"))</w:p>"
    #expect(try dump(body: body) == "Giao Văn phòng chủ trì")
  }

  @Test(arguments: [
    "<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>",
    "<w:moveFrom><w:r><w:t>bỏ</w:t></w:r></w:moveFrom>",
    "<w:ins><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:ins>",
    "<w:r><w:delText>bỏ</w:delText></w:r>",
  ])
  func `what was deleted or moved away is gone and not counted`(_ deleted: String) throws {
    let document = try read(DocxBuilder(body: "<w:p>\(run("còn"))\(deleted)</w:p>"))
    #expect(dump(document) == "còn")
    #expect(document.characterCount == 3)
  }

  @Test func `a moved paragraph stands once, where it was moved to`() throws {
    let body = """
      \(p("một"))\
      <w:moveFromRangeStart w:id="1" w:name="m"/>\
      <w:p><w:pPr><w:rPr><w:moveFrom w:id="2"/></w:rPr></w:pPr><w:moveFrom w:id="3">\
      \(run("chuyển"))</w:moveFrom></w:p><w:moveFromRangeEnd w:id="1"/>\
      \(p("hai"))\
      <w:moveToRangeStart w:id="4" w:name="m"/>\
      <w:p><w:pPr><w:rPr><w:moveTo w:id="5"/></w:rPr></w:pPr><w:moveTo w:id="6">\
      \(run("chuyển"))</w:moveTo></w:p><w:moveToRangeEnd w:id="4"/>
      """
    #expect(try dump(body: body) == "một\nhai\nchuyển")
  }

  @Test func `a deleted mark joins the paragraph to the next, which keeps its look`() throws {
    let body = """
      <w:p><w:pPr><w:jc w:val="center"/><w:rPr><w:del/></w:rPr></w:pPr>\(run("Quyết "))</w:p>\
      <w:p><w:pPr><w:jc w:val="right"/></w:pPr>\(run("định"))</w:p>
      """
    let document = try read(DocxBuilder(body: body))
    #expect(dump(document) == "Quyết định")
    guard case .paragraph(let paragraph)? = document.blocks.first else {
      Issue.record("no paragraph")
      return
    }
    #expect(paragraph.format.alignment == .end)
    #expect(paragraph.location == Location(part: "word/document.xml", paragraph: 2))
  }

  @Test(arguments: ["</w:body>", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"])
  func `a deleted mark before no paragraph leaves the text where it is`(_ next: String) throws {
    let body = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(run("cuối"))</w:p>"
    let more = next.hasPrefix("<w:tbl>") ? next : ""
    #expect(try dump(body: body + more).hasPrefix("cuối"))
  }

  @Test(arguments: ["<w:del/>", "<w:moveFrom/>"])
  func `a deleted row is no row`(_ revision: String) throws {
    let body = """
      <w:tbl><w:tr><w:tc>\(p("a"))</w:tc></w:tr>\
      <w:tr><w:trPr>\(revision)</w:trPr><w:tc>\(p("b"))</w:tc></w:tr>\
      <w:tr><w:trPr><w:ins/></w:trPr><w:tc>\(p("c"))</w:tc></w:tr></w:tbl>
      """
    #expect(try dump(body: body) == "║ a\n║ c")
  }

  @Test func `a table whose rows are all deleted is no table`() throws {
    let body = """
      <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>\(p("b"))</w:tc></w:tr></w:tbl>\(p("sau"))
      """
    #expect(try dump(body: body) == "sau")
  }

  @Test func `tracked changes are said once`() throws {
    let body = "<w:p><w:ins>\(run("a"))</w:ins></w:p><w:p><w:ins>\(run("b"))</w:ins></w:p>"
    let outcome = try DocumentReader().read(DocxBuilder(body: body).bytes(), named: "a.docx")
    #expect(outcome.diagnostics.map(\.code) == ["read.tracked-changes"])
    let plain = try DocumentReader().read(DocxBuilder(body: p("a")).bytes(), named: "a.docx")
    #expect(plain.diagnostics.isEmpty)
  }
}
