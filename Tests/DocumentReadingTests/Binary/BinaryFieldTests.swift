import ProgrammeModel
import TestSupport
import Testing

/// Fields of documents of Word 97-2003: results are read, codes are not.
@Suite struct BinaryFieldTests {
  /// The dump of a document with one paragraph of runs.
  private func dumped(_ runs: [(String, [UInt8])]) throws -> String {
    try dump(DocBuilder(DocParagraph(runs)))
  }

  @Test func `the result of a field is text, its code is not`() throws {
    #expect(try dumped([("Xem ", [])] + field(" REF x ", "mục 2") + [(".", [])]) == "Xem mục 2.")
    #expect(try dumped([("a", [])] + field(" REF x ") + [("b", [])]) == "ab")
  }

  @Test func `fields stand in codes and results of one another`() throws {
    let inner = field(" PAGE ", "7")
    let mark = Property.special
    #expect(
      try dumped(
        [("\u{13}", mark), (" IF ", [])] + inner + [(" = 7 ", []), ("\u{14}", mark), ("a", [])]
          + inner + [("b", []), ("\u{15}", mark), ("c", [])]) == "a7bc")
  }

  @Test func `a field without an end hides nothing, and that is noticed`() throws {
    let open = [("a", [UInt8]()), ("\u{13}", Property.special), (" SEQ ", []), ("b", [])]
    let outcome = try read(DocBuilder(DocParagraph(open), DocParagraph("sau")))
    #expect(dump(outcome.value) == "a SEQ b\nsau")
    #expect(outcome.diagnostics.map(\.code) == ["read.open-field"])
    // An end without a beginning is nothing at all.
    #expect(try dumped([("a", []), ("\u{15}", Property.special), ("b", [])]) == "ab")
  }

  @Test func `a result may go on over paragraphs, and so may a code`() throws {
    let mark = Property.special
    let result = DocBuilder(
      DocParagraph([("\u{13}", mark), (" TOC ", []), ("\u{14}", mark), ("I. Mở đầu", [])]),
      DocParagraph("II. Kết thúc"), DocParagraph([("\u{15}", mark), ("Sau", [])]))
    #expect(try dump(result) == "I. Mở đầu\nII. Kết thúc\nSau")
    let code = DocBuilder(
      DocParagraph([("a", []), ("\u{13}", mark), (" IF x", [])]), DocParagraph("mã"),
      DocParagraph([("mã", []), ("\u{14}", mark), ("b", []), ("\u{15}", mark), ("c", [])]),
      DocParagraph("d"))
    let document = try read(code).value
    #expect(dump(document) == "abc\nd")
    guard case .paragraph(let last) = document.blocks[1] else { return }
    #expect(last.location.paragraph == 4)
  }

  @Test func `sixty thousand beginnings cost no more than their characters`() throws {
    let begins = String(repeating: "\u{13}", count: 60_000)
    #expect(try dumped([(begins, Property.special), ("văn bản", [])]) == "văn bản")
  }

  @Test func `automatic numbers that Word does not keep are printed`() throws {
    var paragraphs: [DocParagraph] = []
    for _ in 0..<3 { paragraphs.append(DocParagraph(field(" AUTONUM ") + [(" việc", [])])) }
    paragraphs.append(DocParagraph(field(" AUTONUM \\* ROMAN ") + [(" việc", [])]))
    paragraphs.append(DocParagraph(field(" AUTONUMLGL \\e ") + [(" việc", [])]))
    // With a result there is nothing to count.
    paragraphs.append(DocParagraph(field(" AUTONUM ", "9)") + [(" việc", [])]))
    var doc = DocBuilder()
    for paragraph in paragraphs { doc.add(paragraph) }
    #expect(try dump(doc) == "1. việc\n2. việc\n3. việc\nIV. việc\n1 việc\n9) việc")
  }

  @Test func `automatic numbers follow the levels of headings`() throws {
    var doc = DocBuilder()
    doc.styles += [DocStyle(identifier: 1, name: "h1"), DocStyle(identifier: 2, name: "h2")]
    for style in [1, 2, 2, 1, 2] {
      doc.add(DocParagraph(field(" AUTONUMLGL ") + [("x", [])], style: UInt16(style)))
    }
    #expect(try dump(doc) == "1.x\n1.1.x\n1.2.x\n2.x\n2.1.x")
    doc.paragraphs = [:]
    for style in [1, 2, 2, 1] {
      doc.add(DocParagraph(field(" AUTONUMOUT ") + [("x", [])], style: UInt16(style)))
    }
    #expect(try dump(doc) == "I.x\nA.x\nB.x\nII.x")
  }
}

/// Form fields, whose choice stands outside the text.
@Suite struct BinaryFormTests {
  /// A document with a form field of a kind (1 a box, 2 a list), its choice and its default.
  private func shown(_ kind: UInt16, _ choice: UInt16, byDefault: UInt16, _ entries: [String] = [])
    throws
    -> String
  {
    func text(_ text: String) -> [UInt8] {
      UInt16(text.utf16.count).littleEndian16 + text.utf16.flatMap(\.littleEndian16)
    }
    var form: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF] + (kind | choice << 2).littleEndian16
    form += [0, 0, 0, 0] + text("Chọn") + [0, 0] + byDefault.littleEndian16
    for _ in 0..<5 { form += text("x") + [0, 0] }
    form += [0xFF, 0xFF] + UInt16(entries.count).littleEndian16 + [0, 0] + entries.flatMap(text)
    let head = UInt32(68 + form.count).littleEndian32 + UInt16(68).littleEndian16
    let mark = sprm(0x6A03, 4) + sprm(0x0806, 1) + Property.special
    var doc = DocBuilder(
      DocParagraph([
        ("Mức: ", []), ("\u{13}", Property.special), (" FORM ", []), ("\u{1}", mark),
        ("\u{15}", Property.special), (".", []),
      ]))
    doc.data = [0, 0, 0, 0] + head + [UInt8](repeating: 0, count: 62) + form
    return try dump(doc)
  }

  @Test func `the choice of a form field is text`() throws {
    let entries = ["Khẩn", "Thượng khẩn", "Hỏa tốc"]
    #expect(try shown(2, 1, byDefault: 0, entries) == "Mức: Thượng khẩn.")
    #expect(try shown(2, 25, byDefault: 2, entries) == "Mức: Hỏa tốc.")
    #expect(try shown(2, 7, byDefault: 0, entries) == "Mức: .")
    #expect(try shown(1, 1, byDefault: 0) == "Mức: ☒.")
    #expect(try shown(1, 25, byDefault: 0) == "Mức: ☐.")
    #expect(try shown(0, 0, byDefault: 0) == "Mức: .")
  }
}
