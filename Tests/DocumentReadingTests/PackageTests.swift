import DocumentReading
import ProgrammeModel
import TestSupport
import Testing

/// Packages of every producer, and files that are none.
@Suite struct PackageTests {
  private func read(_ archive: ArchiveWriter) throws -> String {
    dump(try DocumentReader().read(archive.bytes(), named: "a.docx").value)
  }

  private func failure(_ bytes: [UInt8], named name: String = "a.docx") -> ReadingError? {
    do throws(ReadingError) {
      _ = try DocumentReader().read(bytes, named: name)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ["word/document2.xml", "content.xml", "a/b/c.xml", "word/tài liệu.xml"])
  func `the main part is found by its relationship`(_ name: String) throws {
    var docx = DocxBuilder(body: item("thân", 1))
    docx.mainPart = name
    docx.addPart(
      "word/numbering7.xml", type: "numbering",
      "<w:numbering>\(list(1, level(0, "decimal", "%1.")))</w:numbering>")
    #expect(try dump(DocumentReadingTests.read(docx)) == "1. thân")
  }

  @Test(arguments: [
    "word/document.xml", "./word/document.xml", "/word/../word/document.xml", "word\\document.xml",
    "word/document.xml#x", "word/document%2Exml",
  ])
  func `a target is a path`(_ target: String) throws {
    var archive = DocxBuilder(body: p("thân")).archive()
    for index in archive.entries.indices where archive.entries[index].name == "_rels/.rels" {
      let text = String(decoding: archive.entries[index].bytes, as: UTF8.self)
      archive.entries[index].bytes = Array(text.replacing("/word/document.xml", with: target).utf8)
    }
    #expect(try read(archive) == "thân")
  }

  @Test func `without relationships the content type names the main part`() throws {
    var docx = DocxBuilder(body: p("thân"))
    docx.mainPart = "word/khác.xml"
    var archive = docx.archive()
    archive.entries.removeAll { $0.name == "_rels/.rels" }
    #expect(try read(archive) == "thân")
  }

  @Test(arguments: [
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
  ])
  func `documents with macros and templates are documents`(_ type: String) throws {
    var docx = DocxBuilder(body: p("thân"))
    docx.mainType = type
    #expect(try dump(DocumentReadingTests.read(docx)) == "thân")
  }

  @Test func `a strict document reads as a transitional one`() throws {
    var docx = DocxBuilder(body: item("thân", 1))
    docx.isStrict = true
    docx.addPart(
      "word/numbering.xml", type: "numbering",
      "<w:numbering>\(list(1, level(0, "decimal", "%1.")))</w:numbering>")
    #expect(try dump(DocumentReadingTests.read(docx)) == "1. thân")
  }

  @Test(arguments: [true, false])
  func `a part in UTF-16 reads as one in UTF-8`(_ isBigEndian: Bool) throws {
    var archive = DocxBuilder(body: p("Kế hoạch")).archive()
    for index in archive.entries.indices where archive.entries[index].name == "word/document.xml" {
      let text = String(decoding: archive.entries[index].bytes, as: UTF8.self)
        .replacing("UTF-8", with: "UTF-16")
      archive.entries[index].bytes = ("\u{FEFF}" + text).utf16.flatMap {
        let bytes = [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)]
        return isBigEndian ? bytes.reversed() : bytes
      }
    }
    #expect(try read(archive) == "Kế hoạch")
  }

  @Test func `a byte order mark is no text`() throws {
    var archive = DocxBuilder(body: p("thân")).archive()
    for index in archive.entries.indices where archive.entries[index].name == "word/document.xml" {
      archive.entries[index].bytes = [0xEF, 0xBB, 0xBF] + archive.entries[index].bytes
    }
    #expect(try read(archive) == "thân")
  }

  @Test func `ZIP64 is ZIP`() throws {
    var archive = DocxBuilder(body: p("thân")).archive()
    archive.isZIP64 = true
    #expect(try read(archive) == "thân")
  }

  @Test func `names of parts are equal whatever their case`() throws {
    var archive = DocxBuilder(body: p("thân")).archive()
    for index in archive.entries.indices where archive.entries[index].name == "word/document.xml" {
      archive.entries[index].name = "Word/Document.xml"
      archive.entries[index].localName = "word/document.xml"
    }
    #expect(try read(archive) == "thân")
  }

  @Test func `a bad checksum of a picture does not stop the text`() throws {
    var archive = DocxBuilder(body: p("thân")).archive()
    archive.entries.append(
      ArchiveWriter.Entry(name: "word/media/image1.png", bytes: [1, 2, 3], checksum: 0))
    #expect(try read(archive) == "thân")
  }

  @Test func `a name that stands twice means its first entry`() throws {
    var archive = DocxBuilder(body: p("thân")).archive()
    archive.add("word/document.xml", Array("<x/>".utf8))
    #expect(try read(archive) == "thân")
  }

  @Test func `every failure has its own error`() {
    let docx = DocxBuilder(body: p("thân"))
    #expect(failure([]) == .empty(file: "a.docx"))
    #expect(failure(Array("Kế hoạch".utf8)) == .notAnArchive(file: "a.docx"))
    #expect(failure(Array(docx.bytes().dropLast(40))) == .truncatedArchive(file: "a.docx"))
    #expect(
      failure(Array("%PDF-1.7".utf8), named: "a.pdf") == .otherFormat(file: "a.pdf", format: "PDF"))
    var office = ArchiveWriter()
    office.add("mimetype", Array("application/vnd.oasis.opendocument.text".utf8))
    office.add("content.xml", Array("<x/>".utf8))
    #expect(failure(office.bytes()) == .otherFormat(file: "a.docx", format: "OpenDocument"))
    var empty = ArchiveWriter()
    empty.add("a.txt", [0x61])
    #expect(failure(empty.bytes()) == .missingMainPart(file: "a.docx", tried: "word/document.xml"))
    var sheet = docx
    sheet.mainPart = "xl/workbook.xml"
    sheet.mainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    #expect(
      failure(sheet.bytes()) == .notAWordDocument(file: "a.docx", contentType: sheet.mainType))
  }

  @Test(arguments: [
    ("WordDocument", "read.damaged-part"), ("EncryptedPackage", "read.encrypted"),
    ("EncryptionInfo", "read.encrypted"), ("Workbook", "read.other-format"),
  ])
  func `a compound file is told by its streams`(_ stream: String, _ code: String) {
    var file = CompoundFileWriter()
    file.add(stream, [0, 0, 0, 0])
    #expect(failure(file.bytes())?.code == code)
  }

  @Test(arguments: [
    "<w:p><w:r></w:p>", "<w:p>&khôngCó;</w:p>", "<w:p", "<w:p><w:r><w:t>\u{1}</w:t></w:r></w:p>",
  ])
  func `XML that is not well-formed names its part and line`(_ xml: String) {
    guard case .malformedXML(_, let part, let line, _)? = failure(DocxBuilder(body: xml).bytes())
    else {
      Issue.record("no error for \(xml)")
      return
    }
    #expect(part == "word/document.xml")
    #expect(line == 2)
  }

  @Test(arguments: [
    "<!DOCTYPE w:document>", "<!DOCTYPE w:document SYSTEM \"http://localhost/x.dtd\">",
    "<!DOCTYPE w:document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
    "<!DOCTYPE w:document [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>",
  ])
  func `a document type is refused`(_ declaration: String) {
    var docx = DocxBuilder(body: "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>")
    docx.document = DocxBuilder.declared(docx.document)
      .replacing("<w:document", with: declaration + "<w:document")
    #expect(failure(docx.bytes()) == .documentType(file: "a.docx", part: "word/document.xml"))
  }

  @Test func `every error says in both languages what to do`() {
    let errors: [ReadingError] = [
      .empty(file: "f"), .notAnArchive(file: "f"), .truncatedArchive(file: "f"),
      .damagedArchive(file: "f", reason: "r"), .encrypted(file: "f"),
      .oldWordFormat(file: "f", version: "Word 6/95"),
      .otherFormat(file: "f", format: "PDF"), .notText(file: "f"),
      .missingMainPart(file: "f", tried: "t"), .notAWordDocument(file: "f", contentType: "c"),
      .damagedPart(file: "f", part: "p", reason: "r"),
      .malformedXML(file: "f", part: "p", line: 3, reason: "r"),
      .documentType(file: "f", part: "p"),
      .limit(file: "f", part: "p", kind: .ratio, allowed: 4),
    ]
    #expect(Set(errors.map(\.code)).count == errors.count)
    for error in errors {
      for language in MessageLanguage.allCases {
        let message = error.message(in: language)
        #expect(message.hasPrefix("f: "), "\(message)")
        #expect(error.part.map { message.contains($0) } ?? true, "\(message)")
      }
      #expect(error.message(in: .english) != error.message(in: .vietnamese))
    }
  }
}
