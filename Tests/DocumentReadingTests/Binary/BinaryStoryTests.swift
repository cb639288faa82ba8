import DocumentReading
import ProgrammeModel
import TestSupport
import Testing

/// Notes, headers, text boxes and comments of documents of Word 97-2003 ([MS-DOC] 2.3, 2.8).
@Suite struct BinaryStoryTests {
  private static let note = ("\u{2}", Property.special)

  @Test func `notes are told by positions and refer from the text`() throws {
    var doc = DocBuilder(
      DocParagraph([("Một", []), Self.note, (" hai", []), Self.note, (" ba", []), ("*", [])]))
    doc.add(DocParagraph([Self.note, (" chú thích", [])]), to: .footnotes)
    doc.add(DocParagraph("dấu riêng"), to: .footnotes)
    doc.add(DocParagraph(""), to: .footnotes)
    doc.add(DocParagraph([Self.note, (" cuối", [])]), to: .endnotes)
    doc.add(DocParagraph(""), to: .endnotes)
    doc.structures[2] = positions([3, 12, 15], [[1, 0], [0, 0]])
    doc.structures[3] = positions(doc.starts(in: .footnotes))
    doc.structures[46] = positions([8, 15], [[1, 0]])
    doc.structures[47] = positions(doc.starts(in: .endnotes))
    let document = try read(doc).value
    #expect(
      dump(document)
        == "Một hai ba*\nfootnote 1:  chú thích\nfootnote 2: dấu riêng\nendnote e1:  cuối")
    guard case .paragraph(let paragraph) = document.blocks[0],
      case .paragraph(let second) = document.notes[1].blocks[0]
    else { return #expect(Bool(false)) }
    #expect(
      paragraph.notes == [
        NoteReference(id: "1", offset: 5), NoteReference(id: "e1", offset: 9),
        NoteReference(id: "2", offset: 12),
      ])
    #expect(second.location == Location(part: "footnotes", paragraph: 2))
  }

  @Test func `a note that nothing refers to is counted`() throws {
    var doc = DocBuilder(
      DocParagraph([("Một", []), ("\u{2}", Property.special + Property.deleted)]))
    doc.add(DocParagraph("mất rồi"), to: .footnotes)
    doc.add(DocParagraph(""), to: .footnotes)
    doc.structures[2] = positions([3, 5], [[1, 0]])
    doc.structures[3] = positions(doc.starts(in: .footnotes))
    let document = try read(doc).value
    #expect(dump(document) == "Một")
    #expect(
      document.unread == [UnreadContent(part: "footnotes", element: "w:footnote", count: 6)])
  }

  /// A document with headers and footers, by section: even header, odd header, even footer, odd footer,
  /// first header, first footer.
  private static func doc(headers: [[String]], settings: UInt8 = 0, title: Bool = false)
    -> DocBuilder
  {
    var doc = DocBuilder(DocParagraph("văn bản"))
    var places = [Int](repeating: 0, count: 7)
    for text in headers.flatMap({ $0 }) {
      if !text.isEmpty {
        let runs: [(String, [UInt8])] =
          text.hasPrefix("#")
          ? [(String(text.dropFirst()), [])] + field(" PAGE ", "2") : [(text, [])]
        doc.add(DocParagraph(runs), to: .headers)
        doc.add(DocParagraph(""), to: .headers)
      }
      places.append(doc.starts(in: .headers).last ?? 0)
    }
    doc.structures[11] = positions(places + [places.last ?? 0])
    doc.structures[31] = [settings, 0]
    let none: [UInt8] = [0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0]
    doc.structures[6] = positions([0] + headers.map { _ in 8 }, headers.map { _ in none })
    guard title else { return doc }
    doc.change = { main, _ in main += [3, 0] + sprm(0x300A, 1) }
    let place = doc.unchangedStreams().main.count
    doc.structures[6] = positions(
      [0, 8], [[0, 0] + UInt32(place).littleEndian32 + [0, 0, 0, 0, 0, 0]])
    return doc
  }

  @Test func `headers and footers stand apart, each once`() throws {
    let section = ["chẵn", "lẻ", "", "#- ", "đầu", ""]
    let outcome = try read(Self.doc(headers: [section, ["", "lẻ", "", "#- ", "", ""]]))
    #expect(dump(outcome.value) == "văn bản\nheader: lẻ\npage: - 2")
    // Even and first pages have none of their own here, and the second section repeats the first.
    #expect(
      outcome.value.unread == [
        UnreadContent(part: "headers", element: "w:hdr", count: 9),
        UnreadContent(part: "headers", element: "w:ftr", count: 2),
      ])
    #expect(outcome.diagnostics.map(\.code) == ["read.repeated-header"])
  }

  @Test func `even and first pages have headers where the document says so`() throws {
    let section = ["chẵn", "lẻ", "", "", "đầu", ""]
    #expect(
      try dump(Self.doc(headers: [section], settings: 1)) == "văn bản\nheader: chẵn\nheader: lẻ")
    #expect(
      try dump(Self.doc(headers: [section], title: true)) == "văn bản\nheader: lẻ\nheader: đầu")
  }

  /// A document with text boxes whose shapes are anchored.
  private static func doc(
    boxes: [(text: String, shape: UInt32, reusable: Bool)], anchors: [UInt32],
    drawing: [UInt8] = [], deleted: Bool = false
  ) -> DocBuilder {
    let mark = Property.special + (deleted ? Property.deleted : [])
    var doc = DocBuilder(
      DocParagraph([("Trước", []), (String(repeating: "\u{8}", count: anchors.count), mark)]),
      DocParagraph("Sau"))
    for box in boxes { doc.add(DocParagraph(box.text), to: .textBoxes) }
    doc.add(DocParagraph(""), to: .textBoxes)
    let entries = boxes.map { box in
      [UInt8](repeating: 0, count: 8) + [box.reusable ? 1 : 0, 0, 0, 0, 0, 0]
        + box.shape.littleEndian32 + [0, 0, 0, 0]
    }
    let rubbish = [UInt8](repeating: 0xEE, count: 22)
    doc.structures[56] = positions(doc.starts(in: .textBoxes), entries + [rubbish])
    doc.structures[40] = positions(
      anchors.indices.map { 5 + $0 } + [99],
      anchors.map { $0.littleEndian32 + [UInt8](repeating: 0, count: 22) })
    doc.structures[50] = drawing
    return doc
  }

  @Test func `text boxes stand behind the paragraph that anchors their shape`() throws {
    let doc = Self.doc(
      boxes: [("Hộp A", 7, false), ("Hộp B", 8, false), ("Hộp C", 9, false)], anchors: [8, 7])
    let document = try read(doc).value
    // What no character anchors stands at the end.
    #expect(dump(document) == "Trước\nHộp B\nHộp A\nSau\nHộp C")
    guard case .paragraph(let box) = document.blocks[1] else { return }
    #expect(box.location == Location(part: "textboxes", paragraph: 2))
  }

  @Test func `a text that waits to be used again, or was deleted, is on no page`() throws {
    let waiting = Self.doc(boxes: [("Hộp A", 7, true), ("Hộp B", 8, false)], anchors: [8])
    let document = try read(waiting).value
    #expect(dump(document) == "Trước\nHộp B\nSau")
    #expect(
      document.unread == [UnreadContent(part: "textboxes", element: "w:txbxContent", count: 4)])
    let deleted = Self.doc(boxes: [("Hộp A", 7, false)], anchors: [7], deleted: true)
    #expect(try dump(deleted) == "Trước\nSau")
  }

  @Test func `in a group the group is anchored, and drawn words are read`() throws {
    func record(_ kind: UInt16, _ head: UInt16 = 0, _ content: [UInt8]) -> [UInt8] {
      head.littleEndian16 + kind.littleEndian16 + UInt32(content.count).littleEndian32 + content
    }
    func shape(_ id: UInt32, _ properties: [UInt8] = []) -> [UInt8] {
      record(0xF004, 0xF, record(0xF00A, 2, id.littleEndian32 + [0, 0, 0, 0]) + properties)
    }
    let words = "DỰ THẢO".utf16.flatMap(\.littleEndian16) + [0, 0]
    let art = record(
      0xF00B, 0x13, UInt16(0xC0C0).littleEndian16 + UInt32(words.count).littleEndian32 + words)
    let group = record(0xF003, 0xF, shape(20) + shape(7) + shape(8))
    let page = record(0xF003, 0xF, shape(1) + group + shape(30, art))
    let drawing = record(0xF000, 0xF, []) + [0] + record(0xF002, 0xF, page)
    let doc = Self.doc(
      boxes: [("Hộp A", 7, false), ("Hộp B", 8, false)], anchors: [30, 20], drawing: drawing)
    #expect(try dump(doc) == "Trước\nDỰ THẢO\nHộp A\nHộp B\nSau")
  }

  @Test func `comments are counted and not read`() throws {
    var doc = DocBuilder(DocParagraph([("Một", []), ("\u{5}", Property.special), (" hai", [])]))
    doc.add(DocParagraph([("\u{5}", Property.special), ("xem lại", [])]), to: .comments)
    doc.add(DocParagraph(""), to: .comments)
    let outcome = try read(doc)
    #expect(dump(outcome.value) == "Một hai")
    #expect(
      outcome.value.unread == [UnreadContent(part: "comments", element: "w:comment", count: 6)])
    #expect(outcome.diagnostics.map(\.code) == ["read.comments"])
  }
}
