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
    try database.writing { () throws(ArchiveError) in
      for root in roots {
        try database.execute("INSERT OR IGNORE INTO roots VALUES (?)", [.text(root)])
      }
    }
  }

  /// Writes changes, all of them or none, and closes the citations that they concern.
  public func write(_ changes: [ArchiveChange]) throws(ArchiveError) {
    try database.writing { () throws(ArchiveError) in
      let last = try database.row("SELECT max(id) FROM citations")?[0].integer ?? 0
      var writer = ArchiveWriter(db: database)
      for change in changes { try writer.apply(change) }
      let resolver = CitationResolver(db: database)
      try resolver.resolve(writer.codes)
      try resolver.resolve(writer.citedCodes.subtracting(writer.codes), after: last)
    }
  }
}

/// What writes one batch of changes.
private struct ArchiveWriter {
  let db: Database

  /// The codes of the documents that came or went, copies apart: any citation may name another now.
  private(set) var codes: Set<String> = []

  /// The codes of the citations that came.
  private(set) var citedCodes: Set<String> = []

  init(db: Database) {
    self.db = db
  }

  mutating func apply(_ change: ArchiveChange) throws(ArchiveError) {
    switch change {
    case .put(let root, let path, let rows, let reading):
      try remove(root, path)
      try insert(rows, root, reading)
    case .failed(let root, let path, let code, let message):
      try db.execute(
        "INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?)",
        [.text(root), .text(path), .text(code), .text(message)])
    case .gone(let root, let path): try remove(root, path)
    }
  }

  private mutating func insert(
    _ bytes: [UInt8], _ root: String, _ reading: String
  ) throws(ArchiveError) {
    var before: [ArchiveTable: Int] = [:]
    for table in ArchiveTable.allCases where table.hasID {
      before[table] = try db.row("SELECT max(id) FROM \(table.name)")?[0].integer ?? 0
    }
    var insertions: [ArchiveTable: String] = [:]
    let isWhole = try ArchiveRowBytes.read(bytes) { (table, cells) throws(ArchiveError) in
      let values = cells.map { cell -> SQLValue in
        switch cell {
        case .null: .null
        case .integer(let number): .integer(number)
        case .real(let number): .real(number)
        case .text(let text): .text(text)
        case .row(let table, let number): .integer((before[table] ?? 0) + number)
        case .root: .text(root)
        case .reading: .text(reading)
        }
      }
      let places = repeatElement("?", count: cells.count).joined(separator: ", ")
      let insertion = insertions[table] ?? "INSERT INTO \(table.name) VALUES (\(places))"
      insertions[table] = insertion
      try db.execute(insertion, values)
      switch table {
      case .passages:
        try db.execute(
          "INSERT INTO passages_written(rowid, title, text) VALUES (?, ?, ?)",
          [values[0], values[5], values[6]])
      // The key of the code is the last cell but one.
      case .documents:
        if case .text(let code) = cells[cells.count - 2],
          try !CitationResolver(db: db).isLaterCopy(values[0])
        {
          codes.insert(code)
        }
      case .citations:
        if case .text(let code) = cells[cells.count - 2] { citedCodes.insert(code) }
      default: break
      }
    }
    guard isWhole else { throw ArchiveError.failed("rows of a document are damaged") }
  }

  private mutating func remove(_ root: String, _ path: String) throws(ArchiveError) {
    let key: [SQLValue] = [.text(root), .text(path)]
    try db.execute("DELETE FROM failures WHERE root = ? AND path = ?", key)
    let document = try db.row(
      "SELECT id, code_key FROM documents WHERE root = ? AND path = ?", key)
    guard let document else { return }
    let id = document[0]
    if let code = document[1].text { codes.insert(code) }
    // An index without text of its own has to be told what to forget.
    let passages = try db.statement(
      "SELECT id, title, text FROM passages WHERE document_id = ?", [id])
    while let passage = try passages.next() {
      try db.execute(
        """
        INSERT INTO passages_written(passages_written, rowid, title, text)
        VALUES ('delete', ?, ?, ?)
        """, passage.cells)
      try db.execute(
        """
        INSERT INTO passages_key(passages_key, rowid, title, text) VALUES ('delete', ?, ?, ?)
        """,
        [
          passage[0], SQLValue(passage[1].text.map(SearchKey.of)),
          SQLValue(passage[2].text.map(SearchKey.of)),
        ])
    }
    for (table, condition) in ArchiveSchema.dependents {
      try db.execute("DELETE FROM \(table) WHERE \(condition)", [id])
    }
    try db.execute(
      "UPDATE citations SET cited_document_id = NULL WHERE cited_document_id = ?", [id])
    try db.execute("DELETE FROM documents WHERE id = ?", [id])
  }
}
