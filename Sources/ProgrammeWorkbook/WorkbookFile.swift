public import ProgrammeModel

/// A workbook (.xlsx) that is being written, row by row: memory does not grow with the rows.
///
/// ```swift
/// let workbook = try WorkbookFile(at: "kho.xlsx", in: .vietnamese)
/// for row in WorkbookRow.rows(of: programme) { try workbook.add(row, linkedTo: "2023/q4.docx") }
/// try workbook.finish()
/// ```
///
/// Codes and ids are texts, days are days of the calendar, and no cell is a formula. A sheet that is full goes on
/// in another one.
public final class WorkbookFile {
  /// The file could not be written.
  public struct Failure: Error {
    /// What the library says.
    public let reason: String
  }

  /// One tab.
  private struct Tab {
    /// The number of its sheet.
    var sheet: Int
    /// The row that is written next.
    var row: UInt32 = 1
    /// How many tabs of its kind stand before it.
    var part = 0
  }

  private let book: WorkbookHandle
  private let language: MessageLanguage
  private var tabs: [WorkbookSheet: Tab] = [:]
  private var linkCount = 0
  /// The place of the document whose rows are written: the name of its sheet, and its row counted from one.
  private var document = (sheet: "", row: UInt32(0))

  /// How many rows a sheet holds.
  private let mostRows: UInt32

  /// How many links a workbook holds, and how many units of UTF-16 a cell (Excel's limits).
  private static let (mostLinks, mostLetters) = (65_000, 32_767)

  /// Starts a workbook that will stand at a path.
  public convenience init(at path: String, in language: MessageLanguage) throws(Failure) {
    // Excel's limit.
    try self.init(at: path, in: language, mostRows: 1_048_576)
  }

  /// Starts a workbook whose sheets hold so many rows, the headings among them.
  init(at path: String, in language: MessageLanguage, mostRows: UInt32) throws(Failure) {
    self.mostRows = mostRows
    guard let book = WorkbookHandle(at: path) else { throw Failure(reason: "cannot make \(path)") }
    self.book = book
    self.language = language
    for sheet in WorkbookSheet.allCases { try open(sheet, part: 0) }
  }

  /// The name of a sheet, one of several where the first is full.
  private func name(of sheet: WorkbookSheet, _ part: Int) -> String {
    sheet.name(in: language) + (part > 0 ? " \(part + 1)" : "")
  }

  private func open(_ sheet: WorkbookSheet, part: Int) throws(Failure) {
    let name = name(of: sheet, part)
    let columns = sheet.columns(in: language)
    guard
      let tab = book.addSheet(
        name, widths: columns.map(\.width), fixedColumns: sheet == .list ? 0 : 1)
    else { throw Failure(reason: "cannot add the sheet \(name)") }
    for (place, column) in columns.enumerated() {
      try book.write(.text(column.heading), tab, 0, UInt16(place), as: .heading)
    }
    tabs[sheet] = Tab(sheet: tab, part: part)
  }

  /// Adds a row; a cell that names the document's file leads to `file`, a path from the workbook's folder.
  public func add(_ row: WorkbookRow, linkedTo file: String) throws(Failure) {
    if let tab = tabs[row.sheet], tab.row == mostRows {
      setFilter(row.sheet)
      try open(row.sheet, part: tab.part + 1)
    }
    guard let tab = tabs[row.sheet] else { return }
    if row.sheet == .documents {
      document = (name(of: .documents, tab.part), tab.row + 1)
    }
    for (place, cell) in row.cells.enumerated() {
      try write(cell, tab, UInt16(place), file)
    }
    if row.sheet == .list {
      let number = UInt32(tab.part) * (mostRows - 1) + tab.row
      try book.write(.number(Double(number)), tab.sheet, tab.row, 0, as: .text)
    }
    tabs[row.sheet]?.row += 1
  }

  private func write(
    _ cell: WorkbookCell, _ tab: Tab, _ column: UInt16, _ file: String
  ) throws(Failure) {
    guard !cell.text.isEmpty else { return }
    let (sheet, row) = (tab.sheet, tab.row)
    let text = WorkbookHandle.Value.text(fitting(cell.text))
    switch cell.kind {
    case .number: try book.write(.number(Double(cell.text) ?? 0), sheet, row, column)
    case .date:
      let parts = cell.text.split(separator: "-").compactMap { Int32($0) }
      guard parts.count == 3, parts[0] >= 1900 else { fallthrough }
      try book.write(
        .day(year: parts[0], month: parts[1], day: parts[2]), sheet, row, column, as: .day)
    case .text: try book.write(text, sheet, row, column, as: .text)
    case .file, .document:
      linkCount += 1
      let target =
        cell.kind == .file ? "external:\(file)" : "internal:'\(document.sheet)'!A\(document.row)"
      if linkCount > Self.mostLinks || target.utf8.count > 2000 {
        return try book.write(text, sheet, row, column, as: .text)
      }
      try book.write(.link(target), sheet, row, column, as: .link)
      // Of a path the library would make one of Windows.
      try book.write(text, sheet, row, column, as: .link)
    }
  }

  /// A text as long as a cell may be; what is cut says so.
  private func fitting(_ text: String) -> String {
    guard text.utf16.count > Self.mostLetters else { return text }
    let cut = language == .vietnamese ? SheetWording.cut.vietnamese : SheetWording.cut.english
    var rest = Self.mostLetters - cut.utf16.count
    let kept = text.unicodeScalars.prefix { scalar in
      rest -= UTF16.width(scalar)
      return rest >= 0
    }
    return String(kept) + cut
  }

  /// Lets a reader filter the rows of a sheet.
  private func setFilter(_ sheet: WorkbookSheet) {
    guard let tab = tabs[sheet] else { return }
    book.setFilter(
      tab.sheet, lastRow: tab.row - 1,
      lastColumn: UInt16(sheet.columns(in: language).count - 1))
  }

  /// Writes the file.
  public func finish() throws(Failure) {
    for sheet in WorkbookSheet.allCases { setFilter(sheet) }
    try book.close()
  }
}
