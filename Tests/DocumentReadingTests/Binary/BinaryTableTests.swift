import DocumentReading
import ProgrammeModel
import TestSupport
import Testing

/// Tables of documents of Word 97-2003 ([MS-DOC] 2.4.3 to 2.4.5).
@Suite struct BinaryTableTests {
  /// The definition of a row: edges of cells, and their merges.
  private static func definition(
    _ edges: [Int], horizontal: [Int] = [], vertical: [Int] = [], borders: [UInt8]? = nil
  ) -> [UInt8] {
    let count = edges.count - 1
    var operand: [UInt8] = [UInt8(count)]
    for edge in edges { operand += UInt16(bitPattern: Int16(edge)).littleEndian16 }
    for index in 0..<count {
      let flags =
        (index < horizontal.count ? horizontal[index] : 0)
        | (index < vertical.count ? vertical[index] : 0) << 5
      operand += UInt16(flags).littleEndian16 + [0, 0]
      for _ in 0..<4 { operand += borders ?? [0, 0, 0, 0] }
    }
    return sprm(0xD608, operand)
  }

  /// A row of depth 1: its cells, then its mark.
  private static func row(_ cells: [String], _ definition: [UInt8] = []) -> [DocParagraph] {
    cells.map { DocParagraph($0, Property.cell, mark: 0x07) }
      + [DocParagraph("", Property.cell + sprm(0x2417, 1) + definition, mark: 0x07)]
  }

  private func doc(_ paragraphs: [DocParagraph]...) -> DocBuilder {
    var doc = DocBuilder()
    for paragraph in paragraphs.flatMap({ $0 }) { doc.add(paragraph) }
    return doc
  }

  private func table(_ doc: DocBuilder) throws -> SourceTable? {
    for case .table(let table) in try read(doc).value.blocks { return table }
    return nil
  }

  @Test func `cells and rows end with their marks`() throws {
    let doc = doc(
      [DocParagraph("trước")], Self.row(["TT", "Nội dung"]), Self.row(["1", "Việc"]),
      [DocParagraph("sau")])
    let document = try read(doc).value
    #expect(dump(document) == "trước\n║ TT | Nội dung\n║ 1 | Việc\nsau")
    // The marks of rows are no paragraphs.
    #expect(document.paragraphCount == 6)
    guard case .table(let table) = document.blocks[1] else { return #expect(Bool(false)) }
    #expect(table.location == Location(part: "main", paragraph: 2) && !table.hasBorders)
  }

  @Test func `a cell may hold several paragraphs`() throws {
    let cell = [DocParagraph("một", Property.cell), DocParagraph("hai", Property.cell, mark: 0x07)]
    let doc = doc(cell, Self.row(["ba"]))
    #expect(try dump(doc) == "║ một / hai | ba")
  }

  @Test func `cells that span columns are told by the edges of all rows`() throws {
    let doc = doc(
      Self.row(["a", "b", "c"], Self.definition([0, 1000, 2000, 3000])),
      Self.row(["d", "e"], Self.definition([-2, 2002, 3001])),
      Self.row(["f"], Self.definition([1000, 3000])))
    let cells = try #require(try table(doc)).rows.map {
      $0.cells.map { [$0.column, $0.columnSpan] }
    }
    #expect(cells == [[[0, 1], [1, 1], [2, 1]], [[0, 2], [2, 1]], [[1, 2]]])
  }

  @Test func `merged cells are one`() throws {
    // What is in a cell that goes on with the one above is on no page.
    let doc = doc(
      Self.row(
        ["a", "b", ""], Self.definition([0, 9, 18, 27], horizontal: [0, 1, 2], vertical: [3])),
      Self.row(["che", "d", "e"], Self.definition([0, 9, 18, 27], vertical: [1])),
      Self.row(["f", "g", "h"], Self.definition([0, 9, 18, 27])))
    let outcome = try read(doc)
    #expect(dump(outcome.value) == "║ a | b\n║ ^ | d | e\n║ f | g | h")
    #expect(outcome.value.unread == [UnreadContent(part: "main", element: "w:vMerge", count: 3)])
    guard case .table(let table) = outcome.value.blocks[0] else { return }
    #expect(table.rows[0].cells.map(\.columnSpan) == [1, 2])
    // A cell that goes on with none is a cell.
    let alone = self.doc(Self.row(["a", "b"], Self.definition([0, 9, 18], vertical: [1])))
    #expect(try dump(alone) == "║ a | b")
  }

  @Test func `modifiers of a row change its cells`() throws {
    let base = Self.definition([0, 100, 200, 300])
    func cells(_ change: [UInt8]) throws -> [[Int]] {
      try #require(try table(doc(Self.row(["a", "b", "c"], base + change)))).rows[0].cells.map {
        [$0.column, $0.columnSpan]
      }
    }
    #expect(try cells([]) == [[0, 1], [1, 1], [2, 1]])
    #expect(try cells(sprm(0x5622, 0x0201)) == [[0, 1], [1, 1], [2, 1]])
    #expect(try cells(sprm(0x7621, 100 << 16 | 0x0103)) == [[0, 1], [1, 1], [2, 1]])
    #expect(try cells(sprm(0x3404, 1)) == [[0, 1], [1, 1], [2, 1]])
    #expect(
      try #require(try table(doc(Self.row(["a"], sprm(0x3404, 1))))).rows[0].isHeader)
    #expect(try !#require(try table(doc(Self.row(["a"])))).rows[0].isHeader)
  }

  @Test(arguments: [
    ([UInt8]?.none, false), ([0, 0, 0, 0], false), ([0xFF, 0xFF, 0xFF, 0xFF], false),
    ([4, 1, 0, 0], true),
  ])
  func `borders of cells are drawn or not`(_ border: [UInt8]?, _ isDrawn: Bool) throws {
    let row = Self.row(["a"], Self.definition([0, 9], borders: border))
    #expect(try #require(try table(doc(row))).hasBorders == isDrawn)
  }

  @Test(arguments: [
    ([UInt8]?.none, true), ([0, 0, 0, 0], true), ([0xFF, 0xFF, 0xFF, 0xFF], false),
  ])
  func `cells may take away the borders of their table`(
    _ border: [UInt8]?, _ isDrawn: Bool
  ) throws {
    let lines = sprm(0xD605, [UInt8]((0..<6).flatMap { _ in [6, 1, 0, 0] as [UInt8] }))
    let row = Self.row(["a"], lines + Self.definition([0, 9], borders: border))
    #expect(try #require(try table(doc(row))).hasBorders == isDrawn)
  }

  @Test func `tables stand in cells of tables`() throws {
    let inner = [
      DocParagraph("x", Property.depth(2) + sprm(0x244B, 1)),
      DocParagraph("y", Property.depth(2) + sprm(0x244B, 1)),
      DocParagraph("", Property.depth(2) + sprm(0x244B, 1) + sprm(0x244C, 1)),
    ]
    let doc = doc(
      [DocParagraph("a", Property.cell)], inner,
      [DocParagraph("", Property.cell, mark: 0x07)], Self.row(["b"]), [DocParagraph("sau")])
    #expect(try dump(doc) == "║ a / ║ x | y | b\nsau")
    #expect(try read(doc).value.paragraphCount == 6)
  }

  @Test func `a long definition of a row stands in the stream Data`() throws {
    let long = Self.definition([0, 1000, 2000, 3000, 4000])
    var doc = doc(Self.row(["a"], sprm(0x6646, 4)), Self.row(["b", "c", "d", "e"], long))
    doc.data = [0, 0, 0, 0] + UInt16(25).littleEndian16
    let row = Property.cell + sprm(0x2417, 1) + Self.definition([0, 4000])
    doc.data = [0, 0, 0, 0] + UInt16(row.count).littleEndian16 + row
    doc.paragraphs[.main]?[1].properties = sprm(0x6646, 4)
    let cells = try #require(try table(doc)).rows.map { $0.cells.map(\.columnSpan) }
    #expect(cells == [[4], [1, 1, 1, 1]])
    // One that names itself, or a place that is not there, says nothing.
    doc.data = [0, 0, 0, 0] + UInt16(6).littleEndian16 + sprm(0x6646, 4)
    #expect(try dump(doc).hasPrefix("║ a"))
    doc.paragraphs[.main]?[1].properties = sprm(0x6646, 4_000_000)
    #expect(try dump(doc).hasPrefix("║ a"))
  }

  @Test func `damaged tables lose no text`() throws {
    // The file ends in a row.
    #expect(
      try dump(
        doc([DocParagraph("a", Property.cell, mark: 0x07), DocParagraph("b", Property.cell)]))
        == "║ a | b")
    // A row without cells, and a mark of a cell outside.
    #expect(
      try dump(doc(Self.row([]), [DocParagraph("a", mark: 0x07), DocParagraph("b")])) == "a\nb")
    // Text between the last cell and the mark of the row.
    let loose = [
      DocParagraph("a", Property.cell, mark: 0x07), DocParagraph("b", Property.cell),
      DocParagraph("", Property.cell + sprm(0x2417, 1), mark: 0x07),
    ]
    #expect(try dump(doc(loose)) == "║ a | b")
    // More cells than the definition has, and fewer.
    #expect(
      try dump(doc(Self.row(["a", "b", "c"], Self.definition([0, 9])), Self.row(["d"])))
        == "║ a | b | c\n║ d")
  }

  @Test func `a depth that nobody writes meets the limit`() throws {
    let doc = doc([DocParagraph("a", Property.depth(60_000))])
    #expect(
      throws: ReadingError.limit(file: "test.doc", part: "main", kind: .nesting, allowed: 24)
    ) { try read(doc) }
    #expect(try dump(self.doc([DocParagraph("a", Property.depth(20))])).hasSuffix("a"))
    #expect(try dump(self.doc([DocParagraph("a", sprm(0x6649, 60_000))])) == "a")
  }

  @Test func `a row all of whose marks are deleted is no row`() throws {
    func row(_ texts: [(String, [UInt8])], _ mark: [UInt8]) -> [DocParagraph] {
      texts.map { text in
        DocParagraph([text], Property.cell, mark: 0x07, markProperties: mark)
      } + [
        DocParagraph([], Property.cell + sprm(0x2417, 1), mark: 0x07, markProperties: mark)
      ]
    }
    let deleted = Property.deleted
    #expect(
      try dump(doc(Self.row(["a"]), row([("b", deleted)], deleted), Self.row(["c"]))) == "║ a\n║ c")
    // A row without text whose marks stand is a row.
    #expect(try dump(doc(Self.row(["a"]), row([("b", deleted)], []))) == "║ a\n║ ")
  }

  @Test func `a table style counts for all cells, and what it says of some of them for none`()
    throws
  {
    // What holds for the first row alone: the cells it is about, and the properties (`sprmCCnf`).
    let firstRow = sprm(0xCA85, [0x01, 0x00] + Property.hidden)
    var doc = doc(
      Self.row(["a"], sprm(0x563A, 1)), Self.row(["b"], sprm(0x563A, 1)), [DocParagraph("sau")])
    doc.styles.append(
      DocStyle(name: "Bảng", kind: .table, characters: sprm(Property.bold, 1) + firstRow))
    let document = try read(doc).value
    #expect(dump(document) == "║ a\n║ b\nsau")
    var isBold: [Bool] = []
    document.forEachParagraph { isBold.append($0.runs.first?.style.contains(.bold) ?? false) }
    #expect(isBold == [true, true, false])
    // A row without the style.
    let plain = self.doc(Self.row(["a"]))
    var runs: [RunStyle] = []
    try read(plain).value.forEachParagraph { runs += $0.runs.map(\.style) }
    #expect(!runs.contains(.bold))
  }

  @Test func `rows of another style are another table`() throws {
    let doc = doc(
      Self.row(["a"], sprm(0x563A, 1)), Self.row(["b"], sprm(0x563A, 1)),
      Self.row(["c"], sprm(0x563A, 2)))
    #expect(try read(doc).value.blocks.count == 2)
  }
}
