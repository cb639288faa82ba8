import DocumentReading
import ProgrammeModel
import TestSupport
import Testing

/// The text of documents of Word 97-2003: pieces, looks, characters that mean something.
@Suite struct BinaryTextTests {
  @Test func `paragraphs are read with their styles and fonts`() throws {
    var doc = DocBuilder(
      DocParagraph("KẾ HOẠCH", sprm(0x2403, 1)), DocParagraph("Nội dung", style: 1))
    doc.fonts.append((".VnTime", 0))
    doc.styles.append(
      DocStyle(
        identifier: 2, name: "Đề mục 2", base: 0,
        characters: sprm(Property.bold, 0x81)
          + Property.font(1)))
    let document = try read(doc).value
    guard case .paragraph(let title) = document.blocks[0],
      case .paragraph(let body) = document.blocks[1]
    else { return #expect(Bool(false)) }
    #expect(document.format == .doc && document.paragraphCount == 2)
    #expect(title.text == "KẾ HOẠCH" && title.format.alignment == .center)
    #expect(title.location == Location(part: "main", paragraph: 1))
    #expect(body.format.styleName == "Đề mục 2" && body.format.outlineLevel == 1)
    #expect(body.runs == [TextRun(end: body.text.utf8.count, font: 1, style: .bold)])
    #expect(document.fonts == ["Times New Roman", ".VnTime"])
  }

  @Test func `a narrow piece is Windows-1252 whatever its language`() throws {
    // TCVN3: 0xAD is the letter ư, no hyphen; 0x96 is a dash and 0x80 the sign of the euro.
    let text = "\u{AD}\u{B5}\u{AE}\u{96}\u{80}\u{E9}"
    var doc = DocBuilder(DocParagraph(text))
    doc.narrowPieces = [0]
    #expect(try dump(doc) == "\u{AD}µ®–€é")
    // In a wide piece the same numbers are characters of Unicode.
    doc.narrowPieces = []
    #expect(try dump(doc) == text)
  }

  @Test func `pieces are read in the order of the text, not of the file`() throws {
    var doc = DocBuilder(
      DocParagraph([("Kế hoạch ", []), ("so 7", sprm(Property.bold, 1)), (" năm 2004", [])]))
    doc.pieceLengths = [9, 4]
    doc.narrowPieces = [1]
    let inOrder = try read(doc).value
    doc.pieceOrder = [2, 0, 1]
    let scattered = try read(doc).value
    #expect(dump(inOrder) == "Kế hoạch so 7 năm 2004")
    #expect(scattered.blocks == inOrder.blocks)
    guard case .paragraph(let paragraph) = scattered.blocks[0] else { return }
    #expect(paragraph.runs.map(\.style) == [[], .bold, []])
  }

  @Test(arguments: [
    // One property, by its number of one byte, and its value.
    (UInt16(0x5C << 1 | 1 << 8), [[UInt8]](), "Một  ba"),
    (UInt16(0x5C << 1), [], "Một hai ba"),
    // A list of properties by its number.
    (UInt16(0 << 1 | 1), [sprm(0x083C, 1)], "Một  ba"),
    (UInt16(7 << 1 | 1), [sprm(0x083C, 1)], "Một hai ba"),
  ])
  func `a piece has a modifier over its properties`(
    _ modifier: UInt16, _ lists: [[UInt8]], _ expected: String
  ) throws {
    var doc = DocBuilder(DocParagraph("Một hai ba"))
    doc.pieceLengths = [4, 3]
    doc.pieceModifiers[1] = modifier
    doc.modifierLists = lists
    #expect(try dump(doc) == expected)
  }

  @Test(arguments: [
    (0, false, false), (1, true, true), (0x80, false, true), (0x81, true, false), (2, false, true),
  ])
  func `a toggle may refer to the style`(_ value: Int, _ plain: Bool, _ styled: Bool) throws {
    var doc = DocBuilder(
      DocParagraph([("a", sprm(Property.bold, value))]),
      DocParagraph([("a", sprm(Property.bold, value))], style: 1))
    doc.styles.append(DocStyle(name: "B", base: 0, characters: sprm(Property.bold, 1)))
    var isBold: [Bool] = []
    try read(doc).value.forEachParagraph { isBold.append($0.runs[0].style.contains(.bold)) }
    #expect(isBold == [plain, styled])
  }

  @Test func `a character style counts where it stands, over the paragraph's`() throws {
    var doc = DocBuilder(
      DocParagraph([
        ("a", sprm(0x4A30, 2)), ("b", sprm(Property.bold, 0) + sprm(0x4A30, 2)),
        ("c", sprm(0x4A30, 2) + sprm(Property.bold, 0)), ("d", []),
      ]))
    doc.styles += [
      DocStyle(name: "Nền", kind: .character, characters: sprm(0x2A3E, 1)),
      DocStyle(name: "Đậm", kind: .character, base: 1, characters: sprm(Property.bold, 0x81)),
    ]
    guard case .paragraph(let paragraph) = try read(doc).value.blocks[0] else { return }
    #expect(
      paragraph.runs.map(\.style) == [[.bold, .underlined], .underlined, []]
        && paragraph.runs.map(\.end) == [2, 3, 4])
  }

  @Test func `a chain of styles that comes back to itself ends`() throws {
    var doc = DocBuilder(DocParagraph("a", style: 2))
    doc.styles += [
      DocStyle(name: "A", base: 2, characters: sprm(Property.bold, 1)),
      DocStyle(name: "B", base: 1, characters: sprm(0x0836, 1)),
    ]
    guard case .paragraph(let paragraph) = try read(doc).value.blocks[0] else { return }
    #expect(paragraph.runs[0].style == [.bold, .italic])
  }

  @Test(arguments: [
    ("a\u{1E}b", "a\u{2011}b"), ("a\u{1F}b", "ab"), ("a\u{AD}b", "a\u{AD}b"),
    ("a\u{B}b", "a⏎b"), ("a\u{E}b", "a⏎b"), ("a\u{9}b", "a⇥b"), ("a\u{A0}b", "a\u{A0}b"),
    ("a\u{C}b", "a\nb"), ("\u{C}b", "b"), ("a\u{C}", "a"), ("a\u{0}b", "a b"),
    ("a\u{1}\u{2}\u{5}\u{8}b", "ab"), ("a(b", "a(b"), ("a\u{13}b\u{15}c", "abc"),
    ("😀", "😀"),
  ])
  func `characters that are no letters are read as what they mean`(
    _ text: String, _ expected: String
  ) throws {
    #expect(try dump(DocBuilder(DocParagraph(text))) == expected)
  }

  @Test func `half of a pair is no letter`() throws {
    var paragraph = DocParagraph("a")
    paragraph.runs[0].text = [0x61, 0xD83D, 0x62, 0xDE00, 0xD83D]
    #expect(try dump(DocBuilder(paragraph)) == "a\u{FFFD}b\u{FFFD}\u{FFFD}")
  }

  @Test func `a symbol stands in its font, a parenthesis for itself`() throws {
    var doc = DocBuilder(
      DocParagraph([("(", sprm(0x6A09, 0xF0E5 << 16 | 1)), ("K(1)", [])]))
    doc.fonts.append(("Symbol", 2))
    guard case .paragraph(let paragraph) = try read(doc).value.blocks[0] else { return }
    #expect(paragraph.text == "\u{F0E5}K(1)")
    #expect(paragraph.runs.map(\.font) == [1, 0] || paragraph.runs.map(\.font) == [1, nil])
  }

  @Test func `letters of one byte in a font of pictures are codes`() throws {
    var doc = DocBuilder(
      DocParagraph([("\u{B7} a", Property.font(1)), ("\u{B7} a", Property.font(0))]))
    doc.fonts.append(("Symbol", 2))
    doc.narrowPieces = [0]
    #expect(try dump(doc) == "\u{F0B7} \u{F061}\u{B7} a")
    // A legacy font has the character set 0, and wide letters are what they are.
    doc.fonts[1] = (".VnTime", 0)
    #expect(try dump(doc) == "\u{B7} a\u{B7} a")
    doc.fonts[1] = ("Symbol", 2)
    doc.narrowPieces = []
    #expect(try dump(doc) == "\u{B7} a\u{B7} a")
  }

  @Test(arguments: [
    // TCVN3 in its three dresses: bytes, the characters of Windows-1252, codes of a symbol font.
    (".VnTime", "§iÒu", true, "§iÒu"), (".VnTime", "§iÒu", false, "§iÒu"),
    (".VnTime", "\u{F0A7}i\u{F0D2}u \u{F096}", false, "§iÒu –"),
    ("VNI-Times", "\u{F0D1}ieàu", false, "Ñieàu"),
    // A font that is none of them keeps its codes, and so does a blank.
    ("Symbol", "\u{F0A7}i", false, "\u{F0A7}i"),
    ("Times New Roman", "\u{F0A7}i", false, "\u{F0A7}i"),
    (".VnTime", "\u{F020}i\u{F8FF}", false, "\u{F020}i\u{F8FF}"),
  ])
  func `letters of a legacy font are those of Windows-1252 however they stand`(
    _ font: String, _ text: String, _ isNarrow: Bool, _ expected: String
  ) throws {
    var doc = DocBuilder(DocParagraph([(text, Property.font(1))]))
    doc.fonts.append((font, 0))
    if isNarrow { doc.narrowPieces = [0] }
    #expect(try dump(doc) == expected)
  }

  @Test func `changes are read as accepted`() throws {
    let doc = DocBuilder(
      DocParagraph([("Giao ", []), ("Sở Y tế", Property.deleted), ("Sở Nội vụ", Property.inserted)]
      ),
      DocParagraph([("Mở đầu ", [])], sprm(0x2403, 1), markProperties: Property.deleted),
      DocParagraph("và kết thúc", sprm(0x2403, 2)),
      DocParagraph([("mất", Property.deleted)], markProperties: Property.deleted),
      DocParagraph("còn"))
    let outcome = try read(doc)
    #expect(dump(outcome.value) == "Giao Sở Nội vụ\nMở đầu và kết thúc\ncòn")
    #expect(outcome.diagnostics.map(\.code) == ["read.tracked-changes"])
    guard case .paragraph(let joined) = outcome.value.blocks[1] else { return }
    #expect(joined.format.alignment == .end)
    // What is marked 80 follows the style, which knows of no changes.
    let kept = DocBuilder(DocParagraph([("a", sprm(0x0800, 0x80)), ("b", sprm(0x0800, 0))]))
    #expect(try dump(kept) == "ab")
  }

  @Test func `hidden text is counted and not read`() throws {
    let outcome = try read(
      DocBuilder(DocParagraph([("Hiện", []), ("ẩn đi", Property.hidden)]), DocParagraph("còn")))
    #expect(dump(outcome.value) == "Hiện\ncòn")
    #expect(outcome.value.unread == [UnreadContent(part: "main", element: "w:vanish", count: 4)])
    #expect(outcome.diagnostics.map(\.code) == ["read.hidden-text"])
  }

  @Test func `a style separator joins two paragraphs in one line`() throws {
    let doc = DocBuilder(
      DocParagraph(
        [("Điều 1. ", [])], markProperties: sprm(0x0818, 1) + sprm(0x083C, 1)),
      DocParagraph("Phạm vi"), DocParagraph("sau"))
    #expect(try dump(doc) == "Điều 1. Phạm vi\nsau")
  }

  @Test func `a section ends with its last character, and a page break parts a paragraph`() throws {
    var doc = DocBuilder(
      DocParagraph("Phần một", mark: 0x0C), DocParagraph("trang\u{C}sau"), DocParagraph("hết"))
    let ends = doc.starts()
    doc.structures[6] = positions(
      [0, ends[1], ends[3]],
      [[UInt8]](
        repeating: [0, 0, 0xFF, 0xFF, 0xFF, 0xFF] + [UInt8](repeating: 0, count: 6), count: 2))
    let document = try read(doc).value
    #expect(dump(document) == "Phần một\ntrang\nsau\nhết")
    var startsPage: [Bool] = []
    document.forEachParagraph { startsPage.append($0.format.startsPage) }
    #expect(startsPage == [false, true, true, false])
    #expect(document.paragraphCount == 3)
  }

  @Test func `a continuous section starts no page`() throws {
    var doc = DocBuilder(DocParagraph("một", mark: 0x0C), DocParagraph("hai"))
    let ends = doc.starts()
    doc.change = { main, _ in
      main += [3, 0] + sprm(0x3009, 0)
    }
    // The properties of the second section are the last bytes of the stream.
    let place = doc.unchangedStreams().main.count
    let none: [UInt8] = [0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0]
    doc.structures[6] = positions(
      [0, ends[1], ends[2]],
      [none, [0, 0] + UInt32(place).littleEndian32 + [0, 0, 0, 0, 0, 0]])
    var startsPage: [Bool] = []
    try read(doc).value.forEachParagraph { startsPage.append($0.format.startsPage) }
    #expect(startsPage == [false, false])
  }
}
