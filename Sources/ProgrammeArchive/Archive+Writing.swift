internal import GRDB
internal import VietnameseText

/// A change of an archive.
public enum ArchiveChange: Sendable {
  /// A document that is new or was read anew; the rows are those of `ArchiveRows`.
  case put(root: String, path: String, rows: [UInt8], reading: String)
  /// A file that cannot be read; what was read of it before stays.
  case failed(root: String, path: String, code: String, message: String)
  /// A file that is no longer there.
  case gone(root: String, path: String)
}

extension Archive {
  /// Notes the paths that the archive is made of.
  public func addRoots(_ roots: [String]) throws(ArchiveError) {
    try calling {
      try queue.write { db in
        for root in roots {
          try db.execute(sql: "INSERT OR IGNORE INTO roots VALUES (?)", arguments: [root])
        }
      }
    }
  }

  /// Writes changes, all of them or none, and closes the citations that they concern.
  public func write(_ changes: [ArchiveChange]) throws(ArchiveError) {
    try calling {
      try queue.write { db in
        var writer = ArchiveWriter(db: db)
        for change in changes { try writer.apply(change) }
        try CitationResolver(db: db).resolve(writer.codes)
      }
    }
  }
}

/// What writes one batch of changes.
private struct ArchiveWriter {
  let db: Database

  /// The codes of the documents and citations that came or went.
  private(set) var codes: Set<String> = []

  init(db: Database) {
    self.db = db
  }

  mutating func apply(_ change: ArchiveChange) throws {
    switch change {
    case .put(let root, let path, let rows, let reading):
      try remove(root, path)
      try insert(rows, root, reading)
    case .failed(let root, let path, let code, let message):
      try db.execute(
        sql: "INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?)",
        arguments: [root, path, code, message])
    case .gone(let root, let path): try remove(root, path)
    }
  }

  private mutating func insert(_ bytes: [UInt8], _ root: String, _ reading: String) throws {
    var before: [ArchiveTable: Int] = [:]
    for table in ArchiveTable.allCases where table.hasID {
      let last = try db.cachedStatement(sql: "SELECT max(id) FROM \(table.name)")
      before[table] = try Int.fetchOne(last) ?? 0
    }
    let written = try db.cachedStatement(
      sql: "INSERT INTO passages_written(rowid, title, text) VALUES (?, ?, ?)")
    var statements: [ArchiveTable: Statement] = [:]
    let isWhole = try ArchiveRowBytes.read(bytes) { table, cells in
      let values = cells.map { cell -> DatabaseValue in
        switch cell {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .row(let table, let number): ((before[table] ?? 0) + number).databaseValue
        case .root: root.databaseValue
        case .reading: reading.databaseValue
        }
      }
      let statement: Statement
      if let prepared = statements[table] {
        statement = prepared
      } else {
        let places = repeatElement("?", count: cells.count).joined(separator: ", ")
        statement = try db.cachedStatement(sql: "INSERT INTO \(table.name) VALUES (\(places))")
        statements[table] = statement
      }
      try statement.execute(arguments: StatementArguments(values))
      switch table {
      case .passages: try written.execute(arguments: [values[0], values[5], values[6]])
      case .documents, .citations:
        // The key of the code is the last cell but one.
        if case .text(let code) = cells[cells.count - 2] { codes.insert(code) }
      default: break
      }
    }
    guard isWhole else { throw ArchiveError.failed("rows of a document are damaged") }
  }

  private mutating func remove(_ root: String, _ path: String) throws {
    try db.execute(
      sql: "DELETE FROM failures WHERE root = ? AND path = ?", arguments: [root, path])
    let document = try Row.fetchOne(
      db, sql: "SELECT id, code_key FROM documents WHERE root = ? AND path = ?",
      arguments: [root, path])
    guard let document else { return }
    let id: Int = document[0]
    if let code: String = document[1] { codes.insert(code) }
    // An index without text of its own has to be told what to forget.
    let passages = try Row.fetchCursor(
      db, sql: "SELECT id, title, text FROM passages WHERE document_id = ?", arguments: [id])
    let fromWritten = try db.cachedStatement(
      sql: """
        INSERT INTO passages_written(passages_written, rowid, title, text)
        VALUES ('delete', ?, ?, ?)
        """)
    let fromKey = try db.cachedStatement(
      sql: "INSERT INTO passages_key(passages_key, rowid, title, text) VALUES ('delete', ?, ?, ?)")
    while let passage = try passages.next() {
      let (number, title, text): (Int, String?, String?) = (passage[0], passage[1], passage[2])
      try fromWritten.execute(arguments: [number, title, text])
      try fromKey.execute(
        arguments: [number, title.map(SearchKey.of), text.map(SearchKey.of)])
    }
    for (table, condition) in ArchiveSchema.dependents {
      try db.execute(sql: "DELETE FROM \(table) WHERE \(condition)", arguments: [id])
    }
    try db.execute(
      sql: "UPDATE citations SET cited_document_id = NULL WHERE cited_document_id = ?",
      arguments: [id])
    try db.execute(sql: "DELETE FROM documents WHERE id = ?", arguments: [id])
  }
}
