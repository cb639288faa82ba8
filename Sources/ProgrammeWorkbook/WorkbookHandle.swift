internal import CXLSXWriter

/// The owner of libxlsxwriter's workbook, with its sheets and formats; nothing else calls the library.
///
/// Sheets are numbers, counted from 0 in the order in which they are added, and rows and columns too.
@safe final class WorkbookHandle {
  /// How a cell looks.
  enum Format: Int {
    case heading, text, day, link
  }

  /// What a cell holds.
  enum Value {
    case number(Double)
    case day(year: Int32, month: Int32, day: Int32)
    case text(String)
    /// A link, which looks like its target until a text is written there.
    case link(String)
  }

  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [UnsafeMutablePointer<lxw_format>?] = unsafe []
  private var sheets: [UnsafeMutablePointer<lxw_worksheet>] = unsafe []
  private var isClosed = false

  /// Starts a workbook that holds one row in memory, or is `nil` where it cannot be made.
  init?(at path: String) {
    guard let book = unsafe cxlsxwriter_new(path) else { return nil }
    unsafe self.book = unsafe book
    unsafe formats = [
      cxlsxwriter_add_format(book, nil, 0xDD_EBF7, 0, 1, 0),
      cxlsxwriter_add_format(book, "@", 0, 0, 0, 0),
      cxlsxwriter_add_format(book, "dd/mm/yyyy", 0, 0, 0, 0),
      cxlsxwriter_add_format(book, nil, 0, 0x05_63C1, 0, 1),
    ]
  }

  deinit {
    if !isClosed { unsafe lxw_workbook_free(book) }
  }

  private func format(_ format: Format?) -> UnsafeMutablePointer<lxw_format>? {
    unsafe format.flatMap { unsafe formats[$0.rawValue] }
  }

  /// Adds a sheet, and gives its number, or `nil` where it cannot be added.
  ///
  /// Its first row stays where it is when one scrolls, and so do some columns.
  func addSheet(_ name: String, widths: [Double], fixedColumns: UInt16) -> Int? {
    guard let sheet = unsafe workbook_add_worksheet(book, name) else { return nil }
    for (column, width) in widths.enumerated() {
      unsafe worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil)
    }
    unsafe worksheet_freeze_panes(sheet, 1, fixedColumns)
    unsafe sheets.append(sheet)
    return unsafe sheets.count - 1
  }

  /// Writes a cell.
  func write(
    _ value: Value, _ sheet: Int, _ row: UInt32, _ column: UInt16, as look: Format? = nil
  ) throws(WorkbookFile.Failure) {
    let (sheet, format) = unsafe (sheets[sheet], format(look))
    let result: lxw_error
    switch value {
    case .number(let number):
      result = unsafe worksheet_write_number(sheet, row, column, number, format)
    case .day(let year, let month, let day):
      var date = lxw_datetime(year: year, month: month, day: day, hour: 0, min: 0, sec: 0)
      result = unsafe worksheet_write_datetime(sheet, row, column, &date, format)
    case .text(let text): result = unsafe worksheet_write_string(sheet, row, column, text, format)
    case .link(let target): result = unsafe worksheet_write_url(sheet, row, column, target, format)
    }
    try check(result)
  }

  /// Lets a reader filter the rows of a sheet up to one.
  func setFilter(_ sheet: Int, lastRow: UInt32, lastColumn: UInt16) {
    unsafe worksheet_autofilter(sheets[sheet], 0, 0, lastRow, lastColumn)
  }

  /// Writes the file.
  func close() throws(WorkbookFile.Failure) {
    isClosed = true
    try check(unsafe workbook_close(book))
  }

  private func check(_ error: lxw_error) throws(WorkbookFile.Failure) {
    if error != LXW_NO_ERROR { throw .init(reason: unsafe String(cString: lxw_strerror(error))) }
  }
}
