internal import CSQLite

/// A statement in SQL that was prepared, and its place among the rows that it gives.
@safe final class Statement {
  private let handle: OpaquePointer
  private let connection: Connection

  /// Prepares the one statement of a text.
  init(_ sql: String, on connection: Connection) throws(ArchiveError) {
    var prepared: OpaquePointer?
    try connection.check(
      unsafe sqlite3_prepare_v2(connection.pointer, sql, -1, &prepared, nil))
    guard let handle = unsafe prepared else { throw .failed("no statement") }
    unsafe self.handle = handle
    self.connection = connection
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// Goes back before the first row.
  func reset() { unsafe sqlite3_reset(handle) }

  /// Gives the places `?` their values, and goes back before the first row.
  func bind(_ values: [SQLValue]) throws(ArchiveError) {
    reset()
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      let code: Int32
      switch value {
      case .null: code = unsafe sqlite3_bind_null(handle, place)
      case .integer(let number): code = unsafe sqlite3_bind_int64(handle, place, Int64(number))
      case .real(let number): code = unsafe sqlite3_bind_double(handle, place, number)
      case .text(var text):
        code = text.withUTF8 { bytes in
          unsafe bytes.withMemoryRebound(to: CChar.self) { letters in
            unsafe csqlite_bind_text(
              handle, place, letters.baseAddress, sqlite3_uint64(letters.count))
          }
        }
      }
      try connection.check(code)
    }
  }

  /// The next row, or `nil` behind the last.
  func next() throws(ArchiveError) -> SQLRow? {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW:
      let count = unsafe sqlite3_column_count(handle)
      return SQLRow(cells: (0..<count).map(value))
    case let code:
      defer { reset() }
      if code != SQLITE_DONE { try connection.check(code) }
      return nil
    }
  }

  /// A copy of a value of the row; bytes that are no text are none of an archive's.
  private func value(_ column: Int32) -> SQLValue {
    switch unsafe sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: .integer(Int(unsafe sqlite3_column_int64(handle, column)))
    case SQLITE_FLOAT: .real(unsafe sqlite3_column_double(handle, column))
    case SQLITE_TEXT:
      unsafe .text(
        String(
          decoding: UnsafeBufferPointer(
            start: sqlite3_column_text(handle, column),
            count: Int(sqlite3_column_bytes(handle, column))), as: UTF8.self))
    default: .null
    }
  }

  /// Carries the statement out to its end.
  func run() throws(ArchiveError) {
    while try next() != nil {}
  }
}

/// A value of a column, or of a place `?`.
enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int)
  case real(Double)
  case text(String)

  /// A text, or nothing.
  init(_ text: String?) { self = text.map { .text($0) } ?? .null }

  /// A number, or nothing.
  init(_ number: Int?) { self = number.map { .integer($0) } ?? .null }

  /// The text, or `nil` where it is none.
  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The whole number, or `nil` where it is none.
  var integer: Int? { if case .integer(let number) = self { number } else { nil } }

  /// The number, or `nil` where it is none.
  var real: Double? {
    switch self {
    case .real(let number): number
    case .integer(let number): Double(number)
    case .null, .text: nil
    }
  }
}

/// A row that a query gave.
struct SQLRow: Hashable, Sendable {
  /// The values of its columns, in order.
  let cells: [SQLValue]

  /// The value of a column.
  subscript(column: Int) -> SQLValue { cells[column] }
}
