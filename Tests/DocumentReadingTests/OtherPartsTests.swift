import DocumentReading
import ProgrammeModel
import TestSupport
import Testing

/// Notes, headers, footers, comments and text of other formats.
@Suite struct OtherPartsTests {
  private func reference(_ kind: String, _ id: Int) -> String {
    "<w:r><w:\(kind)Reference w:id=\"\(id)\"/></w:r>"
  }

  @Test func `notes are tied to their paragraph in the order of their references`() throws {
    var docx = DocxBuilder(
      body: """
        <w:p><w:r><w:t>Một</w:t></w:r>\(reference("footnote", 7))<w:r><w:t>hai</w:t></w:r>\
        \(reference("endnote", 2))\(reference("footnote", 3))</w:p>
        """)
    docx.addPart(
      "word/footnotes.xml", type: "footnotes",
      """
      <w:footnotes><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>\
      </w:footnote><w:footnote w:id="3">\(p("sau"))</w:footnote><w:footnote w:id="7">\(p("trước"))\
      </w:footnote><w:footnote w:id="9">\(p("lạc"))</w:footnote></w:footnotes>
      """)
    docx.addPart(
      "word/endnotes.xml", type: "endnotes",
      "<w:endnotes><w:endnote w:id=\"2\">\(p("cuối"))</w:endnote></w:endnotes>")
    let document = try read(docx)
    #expect(
      dump(document)
        == "Mộthai\nfootnote 1: trước\nfootnote 2: sau\nendnote e1: cuối")
    document.blocks.first?.forEachParagraph {
      #expect($0.notes.map(\.id) == ["1", "e1", "2"])
      #expect($0.notes.map(\.offset) == [5, 8, 8])
    }
    #expect(
      document.unread == [
        UnreadContent(part: "word/footnotes.xml", element: "w:footnote", count: 3)
      ])
  }

  private func withFurniture(_ parts: [(id: String, pages: String, xml: String)]) -> DocxBuilder {
    let references = parts.map {
      let kind = $0.xml.hasPrefix("<w:hdr") ? "header" : "footer"
      return "<w:\(kind)Reference w:type=\"\($0.pages)\" r:id=\"\($0.id)\"/>"
    }.joined()
    var docx = DocxBuilder(body: p("thân") + "<w:sectPr>\(references)</w:sectPr>")
    for part in parts {
      let kind = part.xml.hasPrefix("<w:hdr") ? "header" : "footer"
      docx.addPart("word/\(part.id).xml", type: kind, id: part.id, part.xml)
    }
    return docx
  }

  @Test func `headers and footers are furniture, page numbers apart`() throws {
    let page = """
      <w:p><w:r><w:t>- </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE\
      </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r>\
      <w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> -</w:t></w:r></w:p>
      """
    let simple = "<w:p><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>3</w:t></w:r></w:fldSimple></w:p>"
    let mixed = """
      <w:p><w:r><w:t xml:space="preserve">Trang </w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>4</w:t>\
      </w:r></w:fldSimple></w:p>
      """
    let docx = withFurniture([
      ("h1", "default", "<w:hdr>\(p("HUYỆN ỦY"))\(page)</w:hdr>"),
      ("f1", "default", "<w:ftr>\(simple)\(mixed)</w:ftr>"),
    ])
    #expect(
      try dump(read(docx))
        == "thân\nheader: HUYỆN ỦY\npage: -2-\npage: 3\nfooter: Trang 4")
  }

  @Test func `what repeats and what no page shows is counted as unread`() throws {
    let docx = withFurniture([
      ("h1", "default", "<w:hdr>\(p("đầu"))</w:hdr>"),
      ("h2", "first", "<w:hdr>\(p("trang đầu"))</w:hdr>"),
      ("h3", "default", "<w:hdr>\(p("đầu"))</w:hdr>"),
      ("h4", "even", "<w:hdr>\(p("chẵn"))</w:hdr>"),
    ])
    let document = try read(docx)
    #expect(dump(document) == "thân\nheader: đầu")
    #expect(
      document.unread == [
        UnreadContent(part: "word/h2.xml", element: "w:hdr", count: 8),
        UnreadContent(part: "word/h3.xml", element: "w:hdr", count: 3),
        UnreadContent(part: "word/h4.xml", element: "w:hdr", count: 4),
      ])
  }

  @Test func `first and even pages have headers where the document says so`() throws {
    var docx = withFurniture([
      ("h2", "first", "<w:hdr>\(p("trang đầu"))</w:hdr>"),
      ("h4", "even", "<w:hdr>\(p("chẵn"))</w:hdr>"),
    ])
    docx.document = docx.document.replacing("</w:sectPr>", with: "<w:titlePg/></w:sectPr>")
    docx.addPart(
      "word/settings.xml", type: "settings", "<w:settings><w:evenAndOddHeaders/></w:settings>")
    #expect(try dump(read(docx)) == "thân\nheader: trang đầu\nheader: chẵn")
  }

  @Test func `comments are never text`() throws {
    var docx = DocxBuilder(
      body:
        "<w:p><w:commentRangeStart w:id=\"0\"/><w:r><w:t>chữ</w:t><w:commentReference w:id=\"0\"/></w:r></w:p>"
    )
    docx.addPart(
      "word/comments.xml", type: "comments",
      "<w:comments><w:comment w:id=\"0\">\(p("sửa lại"))</w:comment></w:comments>")
    let outcome = try DocumentReader().read(docx.bytes(), named: "a.docx")
    #expect(dump(outcome.value) == "chữ")
    #expect(
      outcome.value.unread == [
        UnreadContent(part: "word/comments.xml", element: "w:comment", count: 6)
      ])
    #expect(outcome.diagnostics.map(\.code) == ["read.comments"])
  }

  private func withChunk(_ name: String, _ type: String, _ bytes: [UInt8]) -> DocxBuilder {
    var docx = DocxBuilder(body: p("trước") + "<w:altChunk r:id=\"c1\"/>" + p("sau"))
    docx.parts.append((name, bytes))
    docx.relate(name, type: "aFChunk", id: "c1")
    docx.defaultTypes[name.split(separator: ".").last.map(String.init) ?? ""] = type
    return docx
  }

  @Test func `HTML in the place of text is text`() throws {
    let html = """
      <html><head><title>x</title><style>p {}</style></head><body><h1>Tiêu đề</h1><p>một <b>hai</b>
      ba<br>bốn</p><ol><li>a<li>b<ul><li>c</ul></ol><table><tr><th>STT<th>Việc<tr><td>1<td>Họp</table>
      <script>alert(1)</script>cuối</body></html>
      """
    let docx = withChunk("word/a.html", "text/html", Array(html.utf8))
    #expect(
      try dump(read(docx)) == """
        trước
        Tiêu đề
        một hai ba⏎bốn
        1. a
        2. b
        • c
        ║ STT | Việc
        ║ 1 | Họp
        cuối
        sau
        """)
  }

  @Test func `plain text in the place of text is text`() throws {
    let docx = withChunk("word/a.txt", "text/plain", Array("một\n\nhai\n".utf8))
    let document = try read(docx)
    #expect(dump(document) == "trước\nmột\nhai\nsau")
    var places: [Location] = []
    document.forEachParagraph { places.append($0.location) }
    #expect(places[2] == Location(part: "word/a.txt", paragraph: 3))
  }

  @Test func `a Word document in the place of text is text`() throws {
    let inner = DocxBuilder(
      body: """
        <w:p><w:r><w:rPr><w:rFonts w:hAnsi=".VnTime"/></w:rPr><w:t>trong</w:t></w:r></w:p>
        """)
    let docx = withChunk("word/a.docx", "application/x-word", inner.bytes())
    let document = try read(docx)
    #expect(dump(document) == "trước\ntrong\nsau")
    document.blocks[1].forEachParagraph { paragraph in
      #expect(paragraph.location.part == "word/a.docx/word/document.xml")
      #expect(paragraph.runs.first?.font.map { document.fonts[$0] } == ".VnTime")
    }
  }

  @Test func `RTF and web archives in the place of text are text`() throws {
    let rtf = #"{\rtf1{\fonttbl{\f0\fcharset0 .VnTime;}}\f0 trong{\footnote ch\'f3}\par}"#
    let document = try read(withChunk("word/a.rtf", "application/rtf", Array(rtf.utf8)))
    #expect(dump(document) == "trước\ntrong\nsau\nfootnote word/a.rtf#1: chó")
    document.blocks[1].forEachParagraph { paragraph in
      #expect(paragraph.location == Location(part: "word/a.rtf", paragraph: 1))
      #expect(paragraph.runs.first?.font.map { document.fonts[$0] } == ".VnTime")
    }
    let archive = "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>trong</p>"
    let other = try read(withChunk("word/a.mht", "message/rfc822", Array(archive.utf8)))
    #expect(dump(other) == "trước\ntrong\nsau")
  }

  @Test func `what a chunk of RTF holds counts for the document`() throws {
    var limits = ReadingLimits()
    limits.paragraphs = 3
    let rtf = Array(#"{\rtf1 a\par b\par}"#.utf8)
    #expect(
      throws: ReadingError.limit(
        file: "test.docx: word/a.rtf", part: nil, kind: .paragraphs, allowed: 3)
    ) { try read(withChunk("word/a.rtf", "application/rtf", rtf), limits: limits) }
  }

  @Test func `a chunk that is not read is a warning with its part`() throws {
    let docx = withChunk("word/a.pdf", "application/pdf", Array("%PDF-1.7".utf8))
    let outcome = try DocumentReader().read(docx.bytes(), named: "a.docx")
    #expect(dump(outcome.value) == "trước\nsau")
    #expect(outcome.diagnostics.map(\.code) == ["read.unread-chunk"])
    #expect(outcome.diagnostics.first?.arguments.contains("word/a.pdf") == true)
  }

  @Test func `a part that is not there is a warning`() throws {
    var docx = DocxBuilder(body: p("thân"))
    docx.relate("word/styles.xml", type: "styles")
    let outcome = try DocumentReader().read(docx.bytes(), named: "a.docx")
    #expect(dump(outcome.value) == "thân")
    #expect(outcome.diagnostics.map(\.code) == ["read.missing-part"])
  }
}
