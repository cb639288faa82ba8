internal import CXLSXWriter
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
@safe public final class WorkbookFile {
  /// The file could not be written.
  public struct Failure: Error {
    /// What the library says.
    public let reason: String
  }

  /// One tab.
  @unsafe private struct Tab {
    var sheet: UnsafeMutablePointer<lxw_worksheet>
    /// The row that is written next.
    var row: UInt32 = 1
    /// How many tabs of its kind stand before it.
    var part = 0
  }

  private let book: UnsafeMutablePointer<lxw_workbook>
  private let language: MessageLanguage
  private var tabs: [WorkbookSheet: Tab] = unsafe [:]
  private let heading: UnsafeMutablePointer<lxw_format>?
  private let text: UnsafeMutablePointer<lxw_format>?
  private let day: UnsafeMutablePointer<lxw_format>?
  private let link: UnsafeMutablePointer<lxw_format>?
  private var linkCount = 0
  /// The place of the document whose rows are written: the name of its sheet, and its row counted from one.
  private var document = (sheet: "", row: UInt32(0))
  private var isFinished = false

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
    var options = unsafe lxw_workbook_options()
    unsafe options.constant_memory = 1
    guard let book = unsafe workbook_new_opt(path, &options) else {
      throw Failure(reason: "cannot make \(path)")
    }
    unsafe self.book = unsafe book
    self.language = language
    unsafe heading = workbook_add_format(book)
    unsafe text = workbook_add_format(book)
    unsafe day = workbook_add_format(book)
    unsafe link = workbook_add_format(book)
    unsafe format_set_bold(heading)
    unsafe format_set_bg_color(heading, 0xDD_EBF7)
    let formats = unsafe [heading, text, day, link]
    for index in 0..<4 {
      unsafe format_set_text_wrap(formats[index])
      unsafe format_set_align(formats[index], UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    unsafe format_set_num_format(text, "@")
    unsafe format_set_num_format(day, "dd/mm/yyyy")
    unsafe format_set_font_color(link, 0x05_63C1)
    unsafe format_set_underline(link, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    // The same documents give the same bytes: the file does not say when it was made.
    var properties = unsafe lxw_doc_properties()
    unsafe properties.created = 315_532_800
    unsafe workbook_set_properties(book, &properties)
    for sheet in WorkbookSheet.allCases { try open(sheet, part: 0) }
  }

  deinit {
    if !isFinished { unsafe lxw_workbook_free(book) }
  }

  /// The name of a sheet, one of several where the first is full.
  private func name(of sheet: WorkbookSheet, _ part: Int) -> String {
    sheet.name(in: language) + (part > 0 ? " \(part + 1)" : "")
  }

  private func open(_ sheet: WorkbookSheet, part: Int) throws(Failure) {
    let name = name(of: sheet, part)
    guard let tab = unsafe workbook_add_worksheet(book, name) else {
      throw Failure(reason: "cannot add the sheet \(name)")
    }
    let columns = sheet.columns(in: language)
    for (place, column) in columns.enumerated() {
      let place = UInt16(place)
      unsafe worksheet_set_column(tab, place, place, column.width, nil)
    }
    for (place, column) in columns.enumerated() {
      unsafe worksheet_write_string(tab, 0, UInt16(place), column.heading, heading)
    }
    unsafe worksheet_freeze_panes(tab, 1, sheet == .list ? 0 : 1)
    unsafe tabs[sheet] = Tab(sheet: tab, part: part)
  }

  /// Adds a row; a cell that names the document's file leads to `file`, a path from the workbook's folder.
  public func add(_ row: WorkbookRow, linkedTo file: String) throws(Failure) {
    if unsafe tabs[row.sheet]?.row == mostRows, let part = unsafe tabs[row.sheet]?.part {
      setFilter(row.sheet)
      try open(row.sheet, part: part + 1)
    }
    guard let tab = unsafe tabs[row.sheet] else { return }
    if row.sheet == .documents {
      document = unsafe (name(of: .documents, tab.part), tab.row + 1)
    }
    for (place, cell) in row.cells.enumerated() {
      try unsafe write(cell, tab, UInt16(place), file)
    }
    if row.sheet == .list {
      let number = unsafe UInt32(tab.part) * (mostRows - 1) + tab.row
      unsafe worksheet_write_number(tab.sheet, tab.row, 0, Double(number), text)
    }
    unsafe tabs[row.sheet]?.row += 1
  }

  private func write(
    _ cell: WorkbookCell, _ tab: Tab, _ column: UInt16, _ file: String
  ) throws(Failure) {
    guard !cell.text.isEmpty else { return }
    let (sheet, row) = unsafe (tab.sheet, tab.row)
    var result = LXW_NO_ERROR
    switch cell.kind {
    case .number:
      result = unsafe worksheet_write_number(sheet, row, column, Double(cell.text) ?? 0, nil)
    case .date:
      let parts = cell.text.split(separator: "-").compactMap { Int32($0) }
      guard parts.count == 3, parts[0] >= 1900 else { fallthrough }
      var date = lxw_datetime(
        year: parts[0], month: parts[1], day: parts[2], hour: 0, min: 0, sec: 0)
      result = unsafe worksheet_write_datetime(sheet, row, column, &date, day)
    case .text:
      result = unsafe worksheet_write_string(sheet, row, column, fitting(cell.text), text)
    case .file, .document:
      linkCount += 1
      let target =
        cell.kind == .file ? "external:\(file)" : "internal:'\(document.sheet)'!A\(document.row)"
      if linkCount > Self.mostLinks || target.utf8.count > 2000 {
        result = unsafe worksheet_write_string(sheet, row, column, fitting(cell.text), text)
      } else {
        result = unsafe worksheet_write_url(sheet, row, column, target, link)
        // Of a path the library would make one of Windows.
        if result == LXW_NO_ERROR {
          result = unsafe worksheet_write_string(sheet, row, column, fitting(cell.text), link)
        }
      }
    }
    if result != LXW_NO_ERROR { throw failure(result) }
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
    guard let tab = unsafe tabs[sheet] else { return }
    let last = UInt16(sheet.columns(in: language).count - 1)
    unsafe worksheet_autofilter(tab.sheet, 0, 0, max(tab.row - 1, 0), last)
  }

  /// Writes the file.
  public func finish() throws(Failure) {
    for sheet in WorkbookSheet.allCases { setFilter(sheet) }
    isFinished = true
    let result = unsafe workbook_close(book)
    if result != LXW_NO_ERROR { throw failure(result) }
  }

  private func failure(_ error: lxw_error) -> Failure {
    Failure(reason: unsafe String(cString: lxw_strerror(error)))
  }
}
