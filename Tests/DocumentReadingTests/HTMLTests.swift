import DocumentReading
import Foundation
import ProgrammeModel
import TestSupport
import Testing

/// Pages of HTML and web archives: the samples of Fixtures/html, and what no sample can show.
@Suite struct HTMLTests {
  private static let samples = SpecFile.samples(
    in: Fixtures.folder.appendingPathComponent("html"))

  private func read(
    _ page: String, limits: ReadingLimits = ReadingLimits()
  ) throws(ReadingError) -> Outcome<SourceDocument> {
    try DocumentReader(limits: limits).read(Array("<html>\(page)".utf8), named: "a.html")
  }

  @Test(arguments: samples)
  func `a sample is read as it says`(_ sample: SpecFile.Sample) throws {
    var outcome = try read(sample.input.joined(separator: "\n"))
    showFonts(in: &outcome.value)
    #expect(
      marked(outcome) == sample.expected.joined(separator: "\n"),
      sourceLocation: sample.sourceLocation)
  }

  /// Writes the name of a run's font behind it.
  private func showFonts(in document: inout SourceDocument) {
    let fonts = document.fonts
    document.updateEachParagraph { paragraph in
      var text = Array(paragraph.text.utf8)
      for run in paragraph.runs.reversed() {
        if let font = run.font, fonts[font] != "Symbol" {
          text.insert(contentsOf: "{\(fonts[font])}".utf8, at: run.end)
        }
      }
      paragraph.text = String(decoding: text, as: UTF8.self)
    }
  }

  @Test func `there are samples`() {
    #expect(Self.samples.count > 18)
  }

  @Test func `every visible character is placed or counted`() throws {
    for sample in Self.samples {
      let document = try read(sample.input.joined(separator: "\n")).value
      #expect(Self.isComplete(document), sourceLocation: sample.sourceLocation)
    }
  }

  @Test func `tags in any order lose nothing`() throws {
    let tags = [
      "<table>", "</table>", "<tr>", "</tr>", "<td>", "<td rowspan=2>", "</td>", "<th>",
      "<td colspan=3>", "<caption>", "</caption>", "<thead>", "<tbody>", "</tbody>", "<div>",
      "</div>", "<p>", "</p>", "<br>", "<ul>", "</ul>", "<ol start=4>", "<li>", "</li>", "<b>",
      "</b>",
      "<h1>", "</h1>", "<pre>", "</pre>", "<rt>", "</rt>", "<span style='mso-list:Ignore'>",
      "<dir id=sdfootnote1>", "<td id=sdfootnote1>", "<table id=sdfootnote2>", "</dir>",
      "</span>", "<p style='mso-list:l0 level1 lfo1'>", "<span style='display:none'>",
      "<div style='mso-element:footnote' id=ftn1>", "<div style='mso-element:header'>",
      "<a style='mso-footnote-id:ftn1'>", "</a>", "<div style='mso-element:comment-list'>",
      "<span style='mso-special-character:footnote'>", "<span style='mso-tab-count:1'>", "<del>",
      "<del datetime=1>", "</del>", "<script>", "</script>", "<style>", "</style>", "&nbsp;", "ư",
      " ",
    ]
    var random = SeededGenerator(seed: 27)
    for number in 0..<1_500 {
      let page = (0..<40).map { place in
        (tags.randomElement(using: &random) ?? "") + (Bool.random(using: &random) ? "\(place)" : "")
      }.joined()
      let document = try read(page).value
      #expect(Self.isComplete(document), "\(number): \(page)")
    }
  }

  @Test func `a row that begins inside a cell ends the row around, not the cell`() throws {
    #expect(
      dump(try read("<table><tr><td>a<div><tr><td>b</table>sau").value).contains("a"))
    let inner = "<div style='mso-element:footnote' id=ftn1><p>b<tr><th>c<td>d"
    let document = try read("<table><tr><td>a\(inner)</table>sau").value
    #expect(Self.isComplete(document))
    // A list, a cell or a table may be a note too.
    for tag in ["dir", "ul", "li", "table", "td"] {
      let note = "<table><tr><td><p>a</p><\(tag) id=sdfootnote1><p>b</p></\(tag)></table>sau"
      #expect(Self.isComplete(try read(note).value), "\(tag)")
    }
    for text in ["a", "b", "c", "d", "sau"] { #expect(dump(document).contains(text)) }
    #expect(dump(try read("<table><tr><td>a<tr><td>b</table>").value) == "║ a\n║ b")
  }

  /// Whether every visible character of a document is placed or counted.
  private static func isComplete(_ document: SourceDocument) -> Bool {
    var placed = document.unread.reduce(0) { $0 + $1.count }
    document.forEachParagraph {
      placed += $0.text.unicodeScalars.count { !$0.properties.isWhitespace }
    }
    return placed == document.characterCount
  }

  @Test(arguments: [
    "<html>", "<HTML><body>", "<!DOCTYPE html>", "\u{FEFF}<html>", "  \n<table border=1><tr><td>a",
    "<meta charset=utf-8>", "<!-- a --><html>", "<?xml version='1.0'?><html xmlns='x'>", "<p>a",
    "<div/>",
    "<p class=a>b",
  ])
  func `what opens with a tag of HTML is a page, whatever its name`(_ text: String) throws {
    for name in ["a.doc", "a.txt", "a.docx"] {
      #expect(try DocumentReader().read(Array(text.utf8), named: name).value.format == .html)
    }
  }

  @Test(arguments: [
    "<Tên cơ quan>", "< html>", "a <html>", "<p", "<phường Ba>", "<1>", "<b1>", "<>", "<!-- a -->",
    "<?xml?><a/>",
    "1 < 2 <html>",
  ])
  func `what only looks like a page is text`(_ text: String) throws {
    #expect(try DocumentReader().read(Array(text.utf8), named: "a.txt").value.format == .txt)
  }

  @Test func `the charset is told by the content`() throws {
    func encoding(_ bytes: [UInt8]) throws -> (String?, String) {
      let document = try DocumentReader().read(bytes, named: "a.html").value
      return (document.encoding?.name, dump(document))
    }
    let utf16 = Array("\u{FEFF}<html><p>Việt".utf16).flatMap {
      [UInt8($0 & 0xFF), UInt8($0 >> 8)]
    }
    #expect(try encoding(utf16) == ("utf-16le", "Việt"))
    // Whatever it says: what is UTF-8 is UTF-8.
    #expect(
      try encoding(Array("<meta charset=windows-1252><p>Việt".utf8)) == ("utf-8", "Việt"))
    #expect(
      try encoding(Array("<meta charset=windows-1258><p>Ti".utf8) + [0xEA, 0xEC])
        == ("windows-1258", "Tiê\u{301}"))
    #expect(
      try encoding(
        Array("<meta http-equiv=a content='text/html; charset=gb2312'><p>".utf8) + [0xD6, 0xD0])
        == ("gb2312", "中"))
    // Western pages may be in an encoding from before Unicode: their bytes stand as they are.
    #expect(
      try encoding(Array("<meta charset=iso-8859-1><p>quy".utf8) + [0xD5, 0x74, 0x92])
        == ("unknown-8bit", "quyÕt\u{92}"))
    // A font from before Unicode, or an entity, speaks of characters.
    #expect(
      try encoding(Array("<p><font face='.VnTime'>quy".utf8) + [0xD5, 0x74, 0x92])
        == ("windows-1252", "quyÕt’"))
    #expect(
      try encoding(Array("<p>Vi&#7879;t".utf8) + [0xE0]) == ("windows-1252", "Việtà"))
  }

  @Test func `a page is not read deeper than its end tags allow`() throws {
    let open = String(repeating: "<b>", count: 100_000)
    #expect(throws: ReadingError.self) { try read(open + "x") }
    let unclosed = String(repeating: "<p><font size=2>Điều</p>", count: 1_000)
    #expect(try read(unclosed).value.blocks.count == 1_000)
  }

  @Test func `limits of paragraphs, cells and nesting hold`() throws {
    var limits = ReadingLimits()
    limits.paragraphs = 2
    limits.cells = 4
    limits.nesting = 2
    func kind(_ page: String) -> ReadingLimits.Kind? {
      do { _ = try read(page, limits: limits) } catch {
        if case .limit(_, _, let kind, _) = error { return kind }
      }
      return nil
    }
    #expect(kind("<p>a<p>b") == nil)
    #expect(kind("<p>a<p>b<p>c") == .paragraphs)
    #expect(kind("<table><tr><td><td><tr><td><td></table>") == nil)
    #expect(kind("<table><tr><td rowspan=9><td><tr><td><tr><td></table>") == .cells)
    #expect(kind("<table><tr><td><table><tr><td>") == nil)
    #expect(kind("<table><tr><td><table><tr><td><table><tr><td>") == .nesting)
  }

  // MARK: Web archives

  private func archive(_ parts: String, type: String = "multipart/related; boundary=\"=b\"")
    -> [UInt8]
  {
    Array(
      "MIME-Version: 1.0\r\nContent-Type: \(type)\r\n\r\nNobody reads this.\r\n\(parts)"
        .utf8)
  }

  @Test func `a web archive is its page`() throws {
    let page = Data("<p>Việc một</p>".utf8).base64EncodedString()
    let bytes = archive(
      """
      --=b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--=b\r
      Content-Type: text/html;\r\n\tcharset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n\(page)\r\n--=b--\r
      sau
      """)
    let document = try DocumentReader().read(bytes, named: "a.doc").value
    #expect(document.format == .html)
    #expect(document.encoding == .utf8)
    #expect(dump(document) == "Việc một")
  }

  @Test func `the page of a web archive is in the charset of its part`() throws {
    let bytes = archive(
      "--=b\r\nContent-Type: text/html; charset=windows-1258\r\nContent-Transfer-Encoding: quoted-printable"
        + "\r\n\r\n<p>Ti=EA=ECng Vi=\r\nt</p>\r\n--=b--")
    #expect(dump(try DocumentReader().read(bytes, named: "a.mht").value) == "Tiê\u{301}ng Vit")
  }

  @Test func `headers of Word stand in a page of their own`() throws {
    let bytes = archive(
      """
      --=b\r\nContent-Location: file:///C:/a.htm\r\nContent-Type: text/html\r\n\r\n<p>Thân</p>\r\n--=b\r
      Content-Location: file:///C:/a_files/header.htm\r\nContent-Type: text/html\r\n\r
      <div style='mso-element:header' id=h1><p>Đầu</p></div><div style='mso-element:footnote-separator'>x</div>\r\n--=b--
      """)
    let outcome = try DocumentReader().read(bytes, named: "a.mht")
    #expect(marked(outcome) == "Thân\nheader: Đầu\nunread w:hdr 1")
  }

  @Test func `the page that the archive names is read, frames are counted`() throws {
    let part = "\r\nContent-Type: text/html; charset=utf-8\r\nContent-ID: "
    let bytes = archive(
      "--b\(part)<1>\r\n\r\n<p>khung</p>\r\n--b\(part)<2>\r\n\r\n<p>Thân</p>\r\n--b--",
      type: "multipart/related; start=\"<2>\"; boundary=b")
    let outcome = try DocumentReader().read(bytes, named: "a.mht")
    #expect(marked(outcome) == "Thân\nunread iframe 5")
  }

  @Test func `an archive in an archive is read, but not for ever`() throws {
    func nested(_ depth: Int) -> [UInt8] {
      var inner = "Content-Type: text/html\r\n\r\n<p>sâu</p>"
      for level in 0..<depth {
        inner =
          "Content-Type: multipart/mixed; boundary=b\(level)\r\n\r\n--b\(level)\r\n\(inner)\r\n--b\(level)--"
      }
      return Array("MIME-Version: 1.0\r\n\(inner)".utf8)
    }
    #expect(dump(try DocumentReader().read(nested(3), named: "a.mht").value) == "sâu")
    #expect(throws: ReadingError.self) { try DocumentReader().read(nested(9), named: "a.mht") }
  }

  @Test(arguments: [
    "MIME-Version: 1.0\n\nXin chào", "Số: 12\nMIME-Version: 1.0\nContent-Type: text/html",
    "Kính gửi: Các sở\n\nMIME-Version: 1.0", "MIME-Version: 1.0\nContent-Type: text/plain\n\na",
  ])
  func `what only looks like a web archive is text`(_ text: String) throws {
    #expect(try DocumentReader().read(Array(text.utf8), named: "a.txt").value.format == .txt)
  }

  @Test func `an archive without a page is told`() {
    let bytes = archive("--=b\r\nContent-Type: image/png\r\n\r\nAAAA\r\n--=b--")
    #expect(throws: ReadingError.missingMainPart(file: "a.mht", tried: "text/html")) {
      try DocumentReader().read(bytes, named: "a.mht")
    }
  }

  // MARK: Quoted-printable

  @Test func `text in the encoding of mail is decoded, and that is said`() throws {
    let text = "CH=C6=AF=C6=A0NG TR=C3=8CNH c=\n=E1=BB=A7a x=C3=A3"
    let outcome = try DocumentReader().read(Array(text.utf8), named: "a.txt")
    #expect(marked(outcome) == "CHƯƠNG TRÌNH của xã\nnote read.quoted-printable")
  }

  @Test(arguments: [
    "a=5, b=C3", "x=C3=A3 va y=1", "=C6=AF", "?q=C3=A1&r=C3=A1&s=c", "1+1=2", "=====",
    "=41=42=43=44=45",
    "=c3=a1=c3=a1=c3=a1",
  ])
  func `text with equals signs stays as it is`(_ text: String) throws {
    #expect(dump(try DocumentReader().read(Array(text.utf8), named: "a.txt").value) == text)
  }
}
