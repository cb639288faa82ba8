import ProgrammeModel
import Testing

@testable import ProgrammeWorkbook

/// Rows on their way from the threads that read to the one that writes.
@Suite struct WorkbookRowTests {
  @Test(arguments: [
    WorkbookCell.text("1.10"), .text("=1+1"), .text("hai\ndòng"), .text(""), .text("\u{1F600}"),
    .number(7), .number(12.5), .date("2026-04-24"), .empty,
    WorkbookCell(kind: .file, text: "2023/q4.docx"), WorkbookCell(kind: .document, text: "-"),
  ])
  func `a cell goes into bytes and back`(_ cell: WorkbookCell) {
    let rows = [
      WorkbookRow(sheet: .tasks, cells: [cell, .text("x"), cell]),
      WorkbookRow(sheet: .list, cells: [cell]),
    ]
    #expect(WorkbookRow.rows(of: WorkbookRow.bytes(of: rows)) == rows)
  }

  @Test func `the signs that part cells become blanks in a cell`() {
    let row = WorkbookRow(sheet: .findings, cells: [.text("a\u{1F}b\u{1E}c")])
    #expect(WorkbookRow.rows(of: WorkbookRow.bytes(of: [row])).first?.cells == [.text("a b c")])
  }

  @Test(arguments: WorkbookSheet.allCases)
  func `a sheet has a name and headings in both languages`(_ sheet: WorkbookSheet) {
    for language in MessageLanguage.allCases {
      #expect((1...31).contains(sheet.name(in: language).count))
      let headings = sheet.columns(in: language).map(\.heading)
      #expect(!headings.isEmpty && headings.allSatisfy { !$0.isEmpty })
    }
    #expect(
      sheet.columns(in: .english).map(\.width) == sheet.columns(in: .vietnamese).map(\.width))
  }
}
