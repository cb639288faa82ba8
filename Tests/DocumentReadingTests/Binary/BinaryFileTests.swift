import DocumentReading
import Foundation
import ProgrammeModel
import TestSupport
import Testing

/// What is read as a document of Word 97-2003, what is refused by name, and what damage does.
@Suite struct BinaryFileTests {
  private static func code(_ bytes: [UInt8], _ name: String = "test.doc") -> String {
    do throws(ReadingError) {
      return try DocumentReader().read(bytes, named: name).value.format.rawValue
    } catch {
      return error.code
    }
  }

  @Test(arguments: [
    (UInt16(0xA5EC), UInt16(0xC1), UInt16(0x1200), "doc"),
    (0xA5EC, 0xC0, 0x1200, "doc"), (0xA5EC, 0x101, 0x1200, "doc"), (0xA5EC, 0x6E00, 0x1200, "doc"),
    // A template, and one that asks for a password only to be changed.
    (0xA5EC, 0xC1, 0x1201, "doc"), (0xA5EC, 0xC1, 0x1A00, "doc"), (0xA5EC, 0xC1, 0x1000, "doc"),
    (0xA5EC, 0xC1, 0x1300, "read.encrypted"), (0xA5EC, 0xC1, 0x9300, "read.encrypted"),
    (0xA5DC, 0x68, 0x1200, "read.old-word-format"), (0xA5DC, 0x65, 0, "read.old-word-format"),
    (0xA699, 0xC1, 0x1200, "read.old-word-format"), (0xA5DB, 0x2D, 0, "read.old-word-format"),
    (0xA5DC, 0x68, 0x1300, "read.encrypted"), (0x1234, 0xC1, 0x1200, "read.damaged-part"),
  ])
  func `the head says what a document is`(
    _ identifier: UInt16, _ version: UInt16, _ flags: UInt16, _ expected: String
  ) {
    var doc = DocBuilder(DocParagraph("Kế hoạch"))
    doc.identifier = identifier
    doc.version = version
    doc.flags = flags
    #expect(Self.code(doc.bytes()) == expected)
  }

  @Test(arguments: [
    (["Workbook"], "Excel 97-2003"), (["Book"], "Excel 5/95"),
    (["PowerPoint Document"], "PowerPoint 97-2003"), (["Contents"], "OLE2"), ([], "OLE2"),
  ])
  func `other documents in the same container are named`(_ streams: [String], _ format: String) {
    var file = CompoundFileWriter()
    for stream in streams { file.add(stream, [1, 2, 3]) }
    #expect(throws: ReadingError.otherFormat(file: "a.doc", format: format)) {
      try DocumentReader().read(file.bytes(), named: "a.doc")
    }
  }

  @Test func `names of streams are told whatever their case, and only in the root`() throws {
    var doc = DocBuilder(DocParagraph("a"))
    doc.changeContainer = { $0.streams[0].name = "WORDDOCUMENT" }
    #expect(try dump(doc) == "a")
    doc.changeContainer = { $0.streams[0].name = "WordDocument2" }
    #expect(Self.code(doc.bytes()) == "read.other-format")
  }

  @Test(arguments: [
    (Array("I. Nhiệm vụ".utf8), "txt"), (Array("%PDF-1.4".utf8), "read.other-format"),
    ([0xDB, 0xA5, 0x2D, 0x00, 0x31], "read.old-word-format"),
    ([0x31, 0xBE, 0x00, 0x00], "read.old-word-format"),
    ([0xFF, 0x57, 0x50, 0x43], "read.other-format"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "read.damaged-archive"), ([], "read.empty"),
    (DocxBuilder(body: "<w:p/>").bytes(), "docx"),
  ])
  func `a file is what it is, not what it is called`(_ bytes: [UInt8], _ expected: String) {
    #expect(Self.code(bytes, "a.doc") == expected)
  }

  @Test func `a document may be cut short in its last sector`() throws {
    var doc = DocBuilder(DocParagraph("Kế hoạch"))
    // The directory is followed by the table of sectors alone; a long text lies in sectors of its own.
    doc.add(DocParagraph(String(repeating: "chữ ", count: 4000)))
    let whole = try dump(doc)
    doc.changeContainer = { $0.missingBytes = 100 }
    #expect(try dump(doc) == whole)
  }

  @Test(arguments: [
    ("a chain of sectors comes back to itself", UInt32(0)),
    ("a chain of sectors leaves the file", 100_000),
  ])
  func `chains of sectors are bounded`(_ reason: String, _ next: UInt32) {
    var doc = DocBuilder(DocParagraph(String(repeating: "chữ ", count: 4000)))
    doc.changeContainer = { $0.changeTable = { $0[1] = next } }
    #expect(
      throws: ReadingError.damagedPart(file: "a.doc", part: "WordDocument", reason: reason)
    ) {
      try DocumentReader().read(doc.bytes(), named: "a.doc")
    }
  }

  @Test func `a chain that ends early is read as far as it goes`() throws {
    var doc = DocBuilder(DocParagraph("Kế hoạch"))
    doc.add(DocParagraph(String(repeating: "chữ ", count: 4000)))
    // Without the pages of properties the text is still text.
    doc.changeContainer = { $0.changeTable = { $0[20] = 0xFFFF_FFFE } }
    let outcome = try read(doc)
    #expect(dump(outcome.value).hasPrefix("Kế hoạch\nchữ chữ"))
    #expect(outcome.diagnostics.map(\.code) == ["read.damaged-text"])
  }

  @Test func `the other table stream is better than none`() throws {
    var doc = DocBuilder(DocParagraph("Kế hoạch"))
    doc.changeContainer = { $0.streams[1].name = "0Table" }
    let outcome = try read(doc)
    #expect(dump(outcome.value) == "Kế hoạch")
    #expect(outcome.diagnostics.map(\.code) == ["read.missing-part"])
    doc.changeContainer = { $0.streams.removeLast() }
    #expect(Self.code(doc.bytes()) == "read.damaged-part")
  }

  @Test func `pieces that lie over one another are refused before they cost much`() {
    var doc = DocBuilder(DocParagraph(String(repeating: "x", count: 5000)))
    doc.change = { _, table in
      // A thousand pieces of the same text, in a table that takes the place of all others.
      var places: [UInt8] = []
      var entries: [UInt8] = []
      for index in 0...1000 { places += UInt32(index * 5000).littleEndian32 }
      for _ in 0..<1000 { entries += [0, 0] + UInt32(2048).littleEndian32 + [0, 0] }
      table += [2] + UInt32(places.count + entries.count).littleEndian32 + places + entries
    }
    // The new table is behind the old one: its place in the head is changed too.
    let size = doc.unchangedStreams().table.count
    let change = doc.change
    doc.change = { main, table in
      change(&main, &table)
      main.replaceSubrange(0x1A2..<0x1A6, with: UInt32(size).littleEndian32)
      main.replaceSubrange(0x1A6..<0x1AA, with: UInt32(12_009).littleEndian32)
    }
    #expect(
      throws: ReadingError.limit(file: "a.doc", part: "WordDocument", kind: .ratio, allowed: 2)
    ) {
      try DocumentReader().read(doc.bytes(), named: "a.doc")
    }
  }

  @Test func `every byte may be wrong`() {
    var doc = DocBuilder(
      DocParagraph(field(" PAGE ", "1") + [("chữ", Property.font(0))], Property.list(1)),
      DocParagraph("ô", Property.cell, mark: 0x07),
      DocParagraph(
        "", Property.cell + sprm(0x2417, 1) + sprm(0xD608, [1, 0, 0, 9, 0]), mark: 0x07))
    doc.lists = [DocList(id: 1, [DocLevel(0, "%1.")])]
    doc.listUses = [DocListUse(of: 1, [.init(level: 0, start: 4)])]
    let bytes = doc.bytes()
    var random = SeededGenerator(seed: 26)
    for _ in 0..<3000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        damaged[Int.random(in: damaged.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      let code = Self.code(damaged)
      #expect(["doc", "txt"].contains(code) || code.hasPrefix("read."))
    }
    for count in stride(from: 0, to: bytes.count, by: 97) {
      let code = Self.code(Array(bytes.prefix(count)))
      #expect(code == "doc" || code.hasPrefix("read."))
    }
  }

  @Test func `limits hold for old documents too`() {
    var limits = ReadingLimits()
    limits.paragraphs = 3
    var doc = DocBuilder()
    for _ in 0..<4 { doc.add(DocParagraph("a")) }
    #expect(
      throws: ReadingError.limit(file: "test.doc", part: "main", kind: .paragraphs, allowed: 3)
    ) { try read(doc, limits: limits) }
    limits = ReadingLimits()
    limits.definitions = 5
    doc.lists = [DocList(id: 1, [DocLevel(0, "%1.")])]
    #expect(
      throws: ReadingError.limit(file: "test.doc", part: "main", kind: .definitions, allowed: 5)
    ) { try read(doc, limits: limits) }
    limits = ReadingLimits()
    limits.textBytes = 10
    let long = DocBuilder(DocParagraph("hơn mười byte"))
    #expect(
      throws: ReadingError.limit(file: "test.doc", part: "main", kind: .textBytes, allowed: 10)
    ) { try read(long, limits: limits) }
  }

  // Of the legacy plan LibreOffice loses a letter: it writes the ư of TCVN3, which stands there as an element
  // of its own, as the optional hyphen.
  @Test(arguments: ["quarterly-programme", "action-plan", "revised-report"])
  func `what LibreOffice makes of a fixture reads as the fixture does`(_ name: String) throws {
    let old = Fixtures.folder.appendingPathComponent("binary/\(name).doc")
    let new = Fixtures.folder.appendingPathComponent("programmes/\(name)-word/input.docx")
    let documents = try [old, new].map {
      try DocumentReader().read([UInt8](Data(contentsOf: $0)), named: "a").value
    }.map { document in
      var document = document
      // It counts the pages anew.
      document.furniture.removeAll { $0.kind == .page }
      return document
    }
    #expect(dump(documents[0]) == dump(documents[1]))
  }
}
