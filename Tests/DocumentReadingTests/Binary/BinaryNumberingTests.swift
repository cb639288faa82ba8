import ProgrammeModel
import TestSupport
import Testing

/// The numbers that Word prints in documents of Word 97-2003 ([MS-DOC] 2.4.6.3, 2.4.6.4).
@Suite struct BinaryNumberingTests {
  /// The usual levels of a programme.
  private static let programme = DocList(
    id: 100,
    [
      DocLevel(1, "%1."), DocLevel(0, "%2."), DocLevel(4, "%3)"), DocLevel(23, "-"),
      DocLevel(22, "%5/"),
    ])

  /// A document with lists and a paragraph for each place in them.
  private func doc(
    _ lists: [DocList], uses: [DocListUse], _ places: [[UInt8]]
  ) -> DocBuilder {
    var doc = DocBuilder()
    doc.lists = lists
    doc.listUses = uses
    for place in places { doc.add(DocParagraph("x", place)) }
    return doc
  }

  @Test func `a programme's levels are counted each on its own`() throws {
    let places = [0, 1, 1, 2, 2, 3, 4, 0, 1].map { Property.list(1, level: $0) }
    #expect(
      try labels(doc([Self.programme], uses: [DocListUse(of: 100)], places))
        == "I. 1. 2. a) b) - 01/ II. 1.")
  }

  @Test(arguments: [
    // The number of a use, as a number of two bytes: negative keeps the indentation.
    (1, "I."), (-1, "I."), (0, "–"), (0xF801, "–"), (3, "–"), (0x800, "–"), (-3, "–"),
  ])
  func `a paragraph names the use of a list`(_ use: Int, _ expected: String) throws {
    let doc = doc([Self.programme], uses: [DocListUse(of: 100)], [Property.list(use)])
    #expect(try labels(doc) == expected)
  }

  @Test(arguments: [(8, "–"), (9, "–"), (12, "–"), (2, "a)")])
  func `a level beyond the ninth is none`(_ level: Int, _ expected: String) throws {
    let doc = doc(
      [Self.programme], uses: [DocListUse(of: 100)], [Property.list(1, level: level)])
    #expect(try labels(doc) == expected)
  }

  @Test func `uses of one list go on counting, other lists do not`() throws {
    let lists = [DocList(id: 1, [DocLevel(0, "%1.")]), DocList(id: 2, [DocLevel(0, "%1.")])]
    let uses = [DocListUse(of: 1), DocListUse(of: 1), DocListUse(of: 2)]
    #expect(
      try labels(doc(lists, uses: uses, [1, 2, 3, 1].map { Property.list($0) })) == "1. 2. 1. 3.")
  }

  @Test func `a style names the list, and the level that names the style is its level`() throws {
    var doc = DocBuilder()
    var list = Self.programme
    list.styles = [1, 2]
    doc.lists = [list]
    doc.listUses = [DocListUse(of: 100)]
    doc.styles += [
      DocStyle(identifier: 1, name: "heading 1", paragraph: sprm(0x460B, 1)),
      DocStyle(identifier: 2, name: "heading 2", paragraph: sprm(0x460B, 1)),
    ]
    for style in [1, 2, 2, 1, 2] { doc.add(DocParagraph("x", style: UInt16(style))) }
    // The number of the style is taken away, and another level stands in its place.
    doc.add(DocParagraph("x", sprm(0x460B, 0), style: 2))
    doc.add(DocParagraph("x", sprm(0x260A, 2), style: 2))
    #expect(try labels(doc) == "I. 1. 2. II. 1. – a)")
  }

  @Test func `a level may print all numbers in digits, those with a zero as they are`() throws {
    let levels = [
      DocLevel(1, "%1."), DocLevel(22, "%1.%2"), DocLevel(0, "%1.%2.%3", isLegal: true),
    ]
    let places = [0, 1, 2].map { Property.list(1, level: $0) }
    #expect(
      try labels(doc([DocList(id: 1, levels)], uses: [DocListUse(of: 1)], places))
        == "I. I.01 1.01.1")
  }

  @Test(arguments: [
    (UInt8?.none, "I. 1. a) b) 2. a) II. 1. a)"), (0, "I. 1. a) b) 2. c) II. 1. d)"),
    (1, "I. 1. a) b) 2. c) II. 1. a)"), (2, "I. 1. a) b) 2. a) II. 1. a)"),
  ])
  func `a level starts again as it says`(_ restart: UInt8?, _ expected: String) throws {
    let levels = [
      DocLevel(1, "%1."), DocLevel(0, "%2."), DocLevel(4, "%3)", restart: restart),
    ]
    let places = [0, 1, 2, 2, 1, 2, 0, 1, 2].map { Property.list(1, level: $0) }
    #expect(
      try labels(doc([DocList(id: 1, levels)], uses: [DocListUse(of: 1)], places)) == expected)
  }

  @Test func `a use may start a level anew, once`() throws {
    let lists = [DocList(id: 1, [DocLevel(0, "%1.", start: 3)])]
    let uses = [DocListUse(of: 1), DocListUse(of: 1, [.init(level: 0, start: 7)])]
    #expect(
      try labels(doc(lists, uses: uses, [1, 1, 2, 2, 1, 2].map { Property.list($0) }))
        == "3. 4. 7. 8. 9. 10.")
  }

  @Test func `a use may replace a level, whose start then counts`() throws {
    let lists = [DocList(id: 1, [DocLevel(0, "%1.")])]
    let level = DocLevel(4, "(%1)", start: 5)
    let both = [
      DocListUse(of: 1), DocListUse(of: 1, [.init(level: 0, start: 99, definition: level)]),
    ]
    #expect(
      try labels(doc(lists, uses: both, [1, 1, 2, 2, 1].map { Property.list($0) }))
        == "1. 2. (e) (f) 7.")
    // Without a start of its own the use goes on with the numbers of the list.
    let formatted = [DocListUse(of: 1), DocListUse(of: 1, [.init(level: 0, definition: level)])]
    #expect(
      try labels(doc(lists, uses: formatted, [1, 1, 2].map { Property.list($0) })) == "1. 2. (c)")
    // A level that does not exist is passed over, and what stands behind it is read.
    let beyond = [
      DocListUse(
        of: 1, [.init(level: 12, start: 4, definition: level), .init(level: 0, start: 6)]),
      DocListUse(of: 1, [.init(level: 0, start: 8)]),
    ]
    #expect(try labels(doc(lists, uses: beyond, [1, 2].map { Property.list($0) })) == "6. 8.")
  }

  @Test func `a bullet is the picture of its font, a label may be in a legacy font`() throws {
    var doc = doc(
      [
        DocList(id: 1, [DocLevel(23, "\u{F0B7}", characters: Property.font(1))]),
        DocList(id: 2, [DocLevel(0, "§iÒu %1.", characters: Property.font(2))]),
        DocList(id: 3, [DocLevel(255, "")]),
      ], uses: [DocListUse(of: 1), DocListUse(of: 2), DocListUse(of: 3)],
      [1, 2, 2, 3].map { Property.list($0) })
    doc.fonts += [("Symbol", 2), (".VnTime", 0)]
    #expect(try labels(doc) == "• §iÒu 1. §iÒu 2. –")
  }

  @Test(arguments: [
    // Word draws a soft hyphen as a dash; in a number it is a letter of TCVN3.
    (23, "\u{AD}", "Times New Roman", "-"), (23, "\u{AD}", ".VnTime", "-"),
    (23, "\u{F02D}", "Symbol", "-"), (23, "\u{2013}", ".VnTime", "\u{2013}"),
    (23, "+", "Times New Roman", "+"), (0, "Ch\u{AD}¬ng %1", ".VnTime", "Ch\u{AD}¬ng 1"),
  ])
  func `a dash is a dash, however a bullet says it`(
    _ format: UInt8, _ text: String, _ font: String, _ expected: String
  ) throws {
    var doc = doc(
      [DocList(id: 1, [DocLevel(format, text, characters: Property.font(1))])],
      uses: [DocListUse(of: 1)], [Property.list(1)])
    doc.fonts.append((font, font == "Symbol" ? 2 : 0))
    #expect(try labels(doc) == expected)
  }

  @Test(arguments: [
    // The number of Word 6 (ANLD): its format, and the list that the paragraph is in beside it.
    (UInt8(0), Int?.none, "–", ["read.undefined-list"]), (4, nil, "–", ["read.undefined-list"]),
    (0xFF, nil, "–", []), (0, 1, "I.", []), (0, 0, "–", ["read.undefined-list"]),
  ])
  func `a number that Word 6 counted is not printed, and that is noticed`(
    _ format: UInt8, _ use: Int?, _ expected: String, _ codes: [String]
  ) throws {
    let number = sprm(0xC63E, [format] + [UInt8](repeating: 0, count: 51))
    let list = use.map { Property.list($0) } ?? []
    let doc = doc(
      [Self.programme], uses: [DocListUse(of: 100)], [number + list, number + list, []])
    #expect(try labels(doc) == "\(expected) \(expected == "I." ? "II." : expected) –")
    #expect(try read(doc).diagnostics.map(\.code) == codes)
  }

  @Test func `paragraphs whose mark is deleted do not count`() throws {
    var doc = doc([Self.programme], uses: [DocListUse(of: 100)], [])
    let place = Property.list(1)
    doc.add(DocParagraph("a", place))
    doc.add(DocParagraph([("b", [])], place, markProperties: Property.deleted))
    doc.add(DocParagraph("c", place))
    doc.add(DocParagraph("d", place))
    #expect(try dump(doc) == "I. a\nII. bc\nIII. d")
  }

  @Test func `a section that ends in an empty paragraph of a list prints no number`() throws {
    var doc = doc([Self.programme], uses: [DocListUse(of: 100)], [])
    doc.add(DocParagraph("a", Property.list(1)))
    doc.add(DocParagraph("", Property.list(1), mark: 0x0C))
    doc.add(DocParagraph("b", Property.list(1)))
    let ends = doc.starts()
    let none: [UInt8] = [0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0]
    doc.structures[6] = positions([0, ends[2], ends[3]], [none, none])
    #expect(try dump(doc) == "I. a\nII. b")
  }

  @Test func `stories count apart`() throws {
    var doc = doc([Self.programme], uses: [DocListUse(of: 100)], [])
    doc.add(DocParagraph([("a", []), ("\u{2}", Property.special)], Property.list(1)))
    doc.add(DocParagraph("b", Property.list(1)))
    doc.add(DocParagraph("chú thích", Property.list(1)), to: .footnotes)
    doc.add(DocParagraph(""), to: .footnotes)
    doc.structures[2] = positions([1, 4], [[1, 0]])
    doc.structures[3] = positions([0, 10, 11])
    #expect(try dump(doc) == "I. a\nII. b\nfootnote 1: I. chú thích")
  }

  @Test func `a list that is cut short has the levels that are there`() throws {
    var doc = doc(
      [Self.programme], uses: [DocListUse(of: 100)], [0, 1].map { Property.list(1, level: $0) })
    doc.change = { _, table in table = Array(table.dropLast(100)) }
    // The uses of lists are gone and some of the levels: text first.
    #expect(try read(doc).value.blocks.count == 2)
  }
}
