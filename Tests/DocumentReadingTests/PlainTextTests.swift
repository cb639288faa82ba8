import ProgrammeModel
import Testing

@testable import DocumentReading

struct PlainTextTests {
  private func read(_ bytes: [UInt8]) throws -> SourceDocument {
    try DocumentReader().read(bytes, named: "a.txt").value
  }

  private func paragraphs(_ document: SourceDocument) -> [SourceParagraph] {
    document.blocks.compactMap {
      if case .paragraph(let paragraph) = $0 { paragraph } else { nil }
    }
  }

  static let forms: [([UInt8], TextEncoding, String)] = [
    (Array("Quý IV".utf8), .utf8, "Quý IV"),
    ([0xEF, 0xBB, 0xBF] + Array("Quý IV".utf8), .utf8, "Quý IV"),
    ([0xFF, 0xFE, 0x51, 0, 0xFD, 0, 0x11, 0x01], .utf16LittleEndian, "Qýđ"),
    ([0xFE, 0xFF, 0, 0x51, 0, 0xFD, 0x1E, 0xA1], .utf16BigEndian, "Qýạ"),
    ([0x51, 0, 0x75, 0, 0x20, 0, 0xA1, 0x1E], .utf16LittleEndian, "Qu ạ"),
    ([0, 0x51, 0, 0x75, 0, 0x20, 0x1E, 0xA1], .utf16BigEndian, "Qu ạ"),
    ([0xFF, 0xFE, 0x3D, 0xD8, 0x00, 0xDE], .utf16LittleEndian, "\u{1F600}"),
    ([0x71, 0x75, 0x79, 0xD5, 0x74], .bytes, "quy\u{D5}t"),
    ([0x51, 0xC3, 0xBD, 0x20, 0xC3], .bytes, "Q\u{C3}\u{BD} \u{C3}"),
    ([0xC0, 0x80], .bytes, "\u{C0}\u{80}"),
    ([0xED, 0xA0, 0x80], .bytes, "\u{ED}\u{A0}\u{80}"),
  ]

  @Test(arguments: forms)
  func `bytes are read in their own form`(
    _ bytes: [UInt8], _ encoding: TextEncoding, _ text: String
  )
    throws
  {
    let document = try read(bytes)
    #expect(document.encoding == encoding)
    #expect(paragraphs(document).map(\.text) == [text])
  }

  static let markdown: [(line: String, text: String, isBold: Bool)] = [
    ("# THÔNG TƯ", "THÔNG TƯ", true), ("## Điều 2. Việc", "Điều 2. Việc", true),
    ("**KT. BỘ TRƯỞNG**", "KT. BỘ TRƯỞNG", true), ("***Nơi nhận:***", "Nơi nhận:", true),
    ("*Hà Bình, ngày 2 tháng 5*", "Hà Bình, ngày 2 tháng 5", false),
    ("Theo **Điều 2** và *Điều 3*.", "Theo Điều 2 và Điều 3.", false),
    ("1\\. Mua phao", "1. Mua phao", false), ("\\- Sơn cột", "- Sơn cột", false),
    // No marks: a bullet, a star alone, a pair that is not closed, a number sign.
    ("* Mua phao", "* Mua phao", false), ("*", "*", false), ("2 * 3 * 4", "2 * 3 * 4", false),
    ("**Mua phao", "**Mua phao", false), ("Phao (*)", "Phao (*)", false), ("#1", "#1", false),
    ("Họ tên: ____", "Họ tên: ____", false),
  ]

  @Test(arguments: markdown)
  func `the marks of Markdown are looks`(_ line: String, _ text: String, _ isBold: Bool) throws {
    let document = try read(Array("# A B\n\n**C D**\n\n**E F**\n\n\(line)\n".utf8))
    let last = try #require(paragraphs(document).last)
    #expect(last.text == text)
    #expect(last.location.line == 7)
    #expect(last.runs.isEmpty || last.runs.last?.end == text.utf8.count)
    #expect((last.runs.first?.style.contains(.bold) ?? false) == isBold)
    let unread = document.unread.reduce(0) { $0 + $1.count }
    let placed = paragraphs(document).reduce(0) { $0 + $1.text.filter { $0 != " " }.count }
    #expect(unread + placed == document.characterCount)
  }

  @Test(arguments: markdown)
  func `a text with fewer marks is no Markdown`(
    _ line: String, _ text: String, _ isBold: Bool
  ) throws {
    let document = try read(Array("# A B\nC D\n\(line)\nE F".utf8))
    #expect(paragraphs(document).map(\.text) == ["# A B", "C D", line, "E F"])
    #expect(document.unread.isEmpty)
  }

  @Test func `rows of bars under a divider are a table`() throws {
    let text =
      "# A B\n# C D\n# E F\n| STT | Việc |\n|---|:--|\n| 1 | **Mua** phao |\n| 2 | |\n| a | b"
    let document = try read(Array(text.utf8))
    guard case .table(let table)? = document.blocks.last else {
      Issue.record("no table")
      return
    }
    let rows = table.rows.map { row in
      row.cells.map { cell in
        cell.blocks.map { if case .paragraph(let cell) = $0 { cell.text } else { "" } }.joined()
      }
    }
    #expect(rows == [["STT", "Việc"], ["1", "Mua phao"], ["2", ""], ["a", "b"]])
    #expect(table.rows.map(\.isHeader) == [true, false, false, false])
    let plain = try read(Array("# A B\n# C D\n# E F\n| STT | Việc |\n| 1 | Mua |".utf8))
    #expect(paragraphs(plain).map(\.text).last == "| 1 | Mua |")
  }

  @Test(arguments: [
    Array("a\u{0}b".utf8), [0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01, 0, 0, 0, 0, 0],
    [1, 2, 3, 4, 5, 0x61, 0x62],
  ])
  func `binary files are refused`(_ bytes: [UInt8]) {
    #expect(throws: ReadingError.notText(file: "a.txt")) { try read(bytes) }
  }

  @Test(arguments: [
    Array("Căn cứ \u{13}PAGE\u{14}1\u{15} Quyết định".utf8), Array("\u{1F}2. Các đơn vị".utf8),
  ])
  func `a field mark here and there is no sign of a binary file`(_ bytes: [UInt8]) throws {
    #expect(try read(bytes).blocks.count == 1)
  }

  static let lines: [(String, [Int])] = [
    ("a\nb", [1, 2]), ("a\r\nb\r\n", [1, 2]), ("a\rb", [1, 2]), ("a\u{85}b", [1, 2]),
    ("a\u{2028}b\u{2029}c", [1, 2, 3]), ("a\n\n \t\n b", [1, 4]),
    ("a\u{B}b\u{C}c\nd", [1, 1, 1, 2]),
    ("", []), ("\n\n", []), ("á»\u{85}n", [1]), ("“a” – b", [1]),
  ]

  @Test(arguments: lines.filter { !$0.0.isEmpty })
  func `a line that is not blank is a paragraph with its number`(_ text: String, _ numbers: [Int])
    throws
  {
    #expect(paragraphs(try read(Array(text.utf8))).map(\.location.line) == numbers)
  }

  @Test func `a form feed starts a page, blanks at the front are counted`() throws {
    let found = paragraphs(try read(Array("một\n\u{C}   hai  \n\tba".utf8)))
    #expect(found.map(\.text) == ["một", "hai", "ba"])
    #expect(found.map(\.format.startsPage) == [false, true, false])
    #expect(found.map(\.format.indentation) == [0, 3, 1])
  }

  @Test func `half of a surrogate pair is reported with its number`() throws {
    let outcome = try DocumentReader().read(
      [0xFF, 0xFE, 0x41, 0, 0x00, 0xD8, 0x42, 0, 0x43], named: "a.txt")
    #expect(paragraphs(outcome.value).map(\.text) == ["A\u{FFFD}B"])
    #expect(
      outcome.diagnostics == [
        Diagnostic(.loneSurrogates, "1", "D800"), Diagnostic(.oddByte, "43"),
      ])
  }
}
