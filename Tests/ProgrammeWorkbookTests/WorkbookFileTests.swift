import Foundation
import ProgrammeModel
import TestSupport
import Testing

@testable import ProgrammeWorkbook

/// A workbook whose cells and sheets are full.
@Suite struct WorkbookFileTests {
  static let hasReader: Bool = {
    guard let path = Python.path else { return false }
    return (try? Python.run(path, "import openpyxl", [], input: []))?.status == 0
  }()

  @Test(
    .enabled(if: hasReader, "python3-openpyxl is needed"),
    arguments: ["a", "\u{1F600}", "đ", "e\u{301}"])
  func `a text is cut at the limit of a cell, and what is cut says so`(_ letter: String) throws {
    let full = String(repeating: letter, count: 32_767 / letter.utf16.count)
    let longer = String(repeating: letter, count: 40_000)
    let cells = try read(
      [WorkbookRow(sheet: .tasks, cells: [.text(full), .text(longer)])],
      "[c.value for c in book['Nhiệm vụ'][2]][:2]")
    #expect(cells[0] == full)
    let end = " … (còn nữa trong tệp)"
    let kept = cells[1].unicodeScalars.dropLast(end.unicodeScalars.count)
    #expect(cells[1].hasSuffix(end) && longer.unicodeScalars.starts(with: kept))
    #expect((32_766...32_767).contains(cells[1].utf16.count))
  }

  @Test(.enabled(if: hasReader, "python3-openpyxl is needed"))
  func `a link leads to the sheet that the row of its document stands in`() throws {
    let rows = (1...7).flatMap { number in
      [
        WorkbookRow(sheet: .documents, cells: [WorkbookCell(kind: .file, text: "\(number).txt")]),
        WorkbookRow(sheet: .tasks, cells: [WorkbookCell(kind: .document, text: "\(number).txt")]),
      ]
    }
    let places = try read(
      rows,
      "[r[0].hyperlink.location for s in book if s.title.startswith('Nhiệm') for r in s.iter_rows(min_row=2)]",
      mostRows: 4)
    #expect(
      places
        == ["", " 2", " 3"].flatMap { part in (2...4).map { "'Văn bản\(part)'!A\($0)" } }
        .prefix(7).map { $0 })
  }

  /// Writes a workbook, and gives the texts that an expression of Python reads from it.
  private func read(
    _ rows: [WorkbookRow], _ expression: String, mostRows: UInt32 = 1_048_576
  ) throws -> [String] {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    let workbook = try WorkbookFile(at: file.path, in: .vietnamese, mostRows: mostRows)
    for row in rows { try workbook.add(row, linkedTo: "a.txt") }
    try workbook.finish()
    let script = """
      import json, openpyxl, sys
      book = openpyxl.load_workbook(sys.argv[1])
      print(json.dumps(\(expression)))
      """
    let output = try Python.run(Python.path ?? "", script, [file.path], input: [])
    return try #require(JSONSerialization.jsonObject(with: Data(output.bytes)) as? [String])
  }
}
