import Foundation
import ProgrammeModel
import TestSupport
import Testing

@testable import DocumentReading

/// Elements that reading does not know neither mend what is broken around them nor break what is whole.
@Suite struct StrictXMLTests {
  /// What a document gives: its dump and how many characters it has, or the code of its error.
  private func outcome(_ docx: [UInt8]) -> String {
    do {
      let document = try DocumentReader().read(docx, named: "test.docx").value
      return "\(dump(document)) (\(document.characterCount))"
    } catch {
      return error.code
    }
  }

  private func paragraph(_ content: String) -> [UInt8] {
    DocxBuilder(
      body: "<w:p><w:r><w:t xml:space=\"preserve\">\(content)</w:t></w:r></w:p>"
    ).bytes()
  }

  @Test(arguments: [
    // Brackets of which an element parts the last from the others, and those that stand together.
    ("một]]<w:foo/>&gt;hai", "một]]>hai (9)"), ("một]]<w:foo/>>hai", "một]]>hai (9)"),
    ("một]]>hai", "read.malformed-xml"), ("một]<w:foo/>]>hai", "một]]>hai (9)"),
    // A reference that an element cuts is none.
    ("một&am<w:foo/>p;hai", "read.malformed-xml"), ("một&amp;<w:foo/>hai", "một&hai (7)"),
    ("một&<w:foo/>amp;hai", "read.malformed-xml"),
    // Line breaks: each of two is a blank, two bytes that are one break are one.
    ("một\r<w:foo/>\nhai", "một  hai (6)"), ("một\r\n<w:foo/>hai", "một hai (6)"),
    ("một\r\nhai", "một hai (6)"), ("một\n\rhai", "một  hai (6)"),
  ])
  func `an element that is not known does not join its neighbours`(
    _ content: String, _ expected: String
  ) {
    #expect(outcome(paragraph(content)) == expected)
  }

  @Test func `a letter that an element cuts is a mistake`() {
    let docx = DocxBuilder(body: "<w:p><w:r><w:t>hai ế</w:t></w:r></w:p>")
    for cut in 0..<3 {
      var archive = docx.archive()
      let part = archive.entries.firstIndex { $0.name == "word/document.xml" } ?? 0
      let letter = Array("ế".utf8)
      let whole = archive.entries[part].bytes
      guard let start = whole.indices.first(where: { whole[$0...].starts(with: letter) }) else {
        return
      }
      archive.entries[part].bytes.insert(contentsOf: "<w:foo/>".utf8, at: start + cut)
      #expect(outcome(archive.bytes()) == (cut == 0 ? "hai ế (4)" : "read.malformed-xml"))
    }
  }

  @Test(arguments: [
    ("<w:foo/>", "", "read.malformed-xml"), ("", "<w:foo/>", "read.malformed-xml"),
    ("<!-- a -->", "<!-- b -->", "hai (3)"), ("<?a?>", "\n\n", "hai (3)"),
    ("", "x", "read.malformed-xml"), ("x", "", "read.malformed-xml"),
  ])
  func `a part has one root element`(_ before: String, _ behind: String, _ expected: String) {
    var docx = DocxBuilder(body: "<w:p><w:r><w:t>hai</w:t></w:r></w:p>")
    docx.document = "\(before)\(docx.document)\(behind)"
    #expect(outcome(docx.bytes()) == expected)
  }

  @Test(arguments: [
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>",
    "<Relationships/>", "<foo/>", "<x:foo xmlns:x=\"urn:x\"></x:foo>",
  ])
  func `a root element may be empty, whatever its name`(_ relationships: String) {
    var archive = DocxBuilder(body: "<w:p><w:r><w:t>hai</w:t></w:r></w:p>").archive()
    archive.add("word/_rels/document.xml.rels", Array(relationships.utf8))
    #expect(outcome(archive.bytes()) == "hai (3)")
  }

  @Test func `a name is known by its letters alone`() {
    // Made to have the hash of `sz`, an element that is left out, in the reader of before.
    let body =
      "<w:p><w:r><w:t>một</w:t></w:r></w:p><w:p><w:zCFmAUYNeweFcOnt><w:r><w:t>hai</w:t></w:r>"
      + "</w:zCFmAUYNeweFcOnt></w:p><w:p><w:sz><w:r><w:t>ba</w:t></w:r></w:sz></w:p>"
    #expect(outcome(DocxBuilder(body: body).bytes()) == "một\nhai (6)")
  }

  @Test(arguments: ["&#38;", "&amp;"])
  func `an ampersand in a value is one`(_ reference: String) throws {
    let numbering =
      "<w:numbering><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\">"
      + "<w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"A\(reference)B\(reference)#38;\"/></w:lvl>"
      + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"
    let item = p("x", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>")
    for comment in ["", "<!-- libxml2 reads on -->"] {
      var docx = DocxBuilder(body: item)
      docx.addPart(
        "word/numbering.xml", type: "numbering",
        numbering.replacing("<w:num ", with: comment + "<w:num "))
      #expect(dump(try read(docx)) == "A&B&#38; x")
    }
  }

  private static let memory = "/proc/self/statm"

  /// How many pages of the process are resident.
  private func residentPages() throws -> Int {
    let words = try String(contentsOfFile: Self.memory, encoding: .utf8).split(separator: " ")
    return try #require(words.count > 1 ? Int(words[1]) : nil)
  }

  @Test(
    .enabled(if: FileManager.default.isReadableFile(atPath: memory), "needs /proc"),
    arguments: [1, 600])
  func `a thousand document types leave no memory behind`(_ entityCount: Int) throws {
    let entities = (0..<entityCount).map { "<!ENTITY e\($0) \"x\">" }.joined()
    var docx = DocxBuilder(body: "<w:p/>")
    docx.document = "<!DOCTYPE d [\(entities)]>\(docx.document)"
    let bytes = docx.bytes()
    for _ in 0..<50 { #expect(outcome(bytes) == "read.document-type") }
    let before = try residentPages()
    for _ in 0..<1000 { #expect(outcome(bytes) == "read.document-type") }
    // It was 12 kB a file with one entity, 240 kB with 600.
    #expect(try residentPages() - before < 1000, "pages of four kilobytes")
  }
}
