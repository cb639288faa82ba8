internal import CSQLite

/// A SQLite database, for one thread at a time.
///
/// ```swift
/// let database = try Database("kho.db", isReadOnly: true, patience: 1)
/// let paths = try database.rows("SELECT path FROM roots WHERE path > ?", [.text("a")])
/// ```
final class Database {
  private let connection: Connection

  /// The statements that were prepared, by what they say: there are few, and they come again.
  private var statements: [String: Statement] = [:]

  /// Opens a database; where one may write, it is made if it is not there.
  ///
  /// `patience` says how long to wait for other connections, in seconds.
  init(_ path: String, isReadOnly: Bool, patience: Int) throws(ArchiveError) {
    connection = try Connection(path, isReadOnly: isReadOnly, patience: patience)
  }

  /// A statement with the values of its places, ready to be carried out.
  func statement(_ sql: String, _ values: [SQLValue] = []) throws(ArchiveError) -> Statement {
    let statement: Statement
    if let prepared = statements[sql] {
      statement = prepared
    } else {
      statement = try Statement(sql, on: connection)
      statements[sql] = statement
    }
    try statement.bind(values)
    return statement
  }

  /// Carries out a statement.
  func execute(_ sql: String, _ values: [SQLValue] = []) throws(ArchiveError) {
    try statement(sql, values).run()
  }

  /// Carries out statements that have no places.
  func execute(script: String) throws(ArchiveError) {
    try connection.check(unsafe sqlite3_exec(connection.pointer, script, nil, nil, nil))
  }

  /// The rows of a query.
  func rows(_ sql: String, _ values: [SQLValue] = []) throws(ArchiveError) -> [SQLRow] {
    let statement = try statement(sql, values)
    var rows: [SQLRow] = []
    while let row = try statement.next() { rows.append(row) }
    return rows
  }

  /// The first row of a query, or `nil`.
  func row(_ sql: String, _ values: [SQLValue] = []) throws(ArchiveError) -> SQLRow? {
    let statement = try statement(sql, values)
    defer { statement.reset() }
    return try statement.next()
  }

  /// Does everything or nothing; nobody else writes meanwhile.
  func writing<Result>(
    _ body: () throws(ArchiveError) -> Result
  ) throws(ArchiveError) -> Result {
    try transaction("BEGIN IMMEDIATE", body)
  }

  /// Reads what was there at one moment.
  func reading<Result>(
    _ body: () throws(ArchiveError) -> Result
  ) throws(ArchiveError) -> Result {
    try transaction("BEGIN DEFERRED", body)
  }

  private func transaction<Result>(
    _ begin: String, _ body: () throws(ArchiveError) -> Result
  ) throws(ArchiveError) -> Result {
    try execute(begin)
    do throws(ArchiveError) {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // A full disk has taken everything back already: then there is nothing to roll back.
      try? execute("ROLLBACK")
      throw error
    }
  }
}
