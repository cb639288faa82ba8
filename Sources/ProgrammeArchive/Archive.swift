internal import GRDB

/// Many documents in one SQLite database, to search in.
///
/// ```swift
/// let archive = try Archive.writing("kho.db")
/// try archive.write([.put(root: "2023", path: "kh-12.docx", rows: rows, reading: "0.1.0")])
/// let hits = try Archive.reading("kho.db").hits(for: ArchiveSearch(words: ["nuoc", "sach"]))
/// ```
///
/// A document is known by its root, the path that was given, and its path from there. Changes that are written
/// together are in the database together or not at all, wherever the process ends. Several processes may write
/// to one database: each waits for the others.
public final class Archive: Sendable {
  let queue: DatabaseQueue

  /// How long a process waits for another one that writes, in seconds.
  private static let patience = 300.0

  /// Opens an archive to write to it, and makes it where there is none.
  public static func writing(_ path: String) throws(ArchiveError) -> Archive {
    let archive = try Archive(path, isReadOnly: false)
    try archive.calling {
      try archive.queue.write { db in
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        if tables == 0 { try ArchiveSchema.make(in: db) }
      }
    }
    try archive.checkVersion()
    return archive
  }

  /// Opens an archive to search in it.
  public static func reading(_ path: String) throws(ArchiveError) -> Archive {
    do throws(ArchiveError) {
      let archive = try Archive(path, isReadOnly: true)
      try archive.checkVersion()
      return archive
    } catch .needsRepair {
      // What a process left that was killed while it wrote is taken back by the next one that may write.
      let archive = try Archive(path, isReadOnly: false)
      try archive.checkVersion()
      return archive
    }
  }

  private init(_ path: String, isReadOnly: Bool) throws(ArchiveError) {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(Self.patience)
    // Rows are taken out table by table; the checks would look every row up once more.
    configuration.foreignKeysEnabled = false
    configuration.maximumReaderCount = 1
    configuration.prepareDatabase { db in
      db.add(function: ArchiveFunction.hasWords)
      try db.execute(sql: "PRAGMA cache_size = -65536")
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw ArchiveError(error)
    }
  }

  private func checkVersion() throws(ArchiveError) {
    let (id, version) = try calling {
      try queue.read { db in
        (
          try Int.fetchOne(db, sql: "PRAGMA application_id"),
          try Int.fetchOne(db, sql: "PRAGMA user_version")
        )
      }
    }
    guard id == ArchiveSchema.applicationID else { throw .notAnArchive }
    guard version == ArchiveSchema.version else { throw .otherVersion(version ?? 0) }
  }

  /// Calls the database; whatever goes wrong is an `ArchiveError`.
  func calling<Result>(_ body: () throws -> Result) throws(ArchiveError) -> Result {
    do {
      return try body()
    } catch let error as ArchiveError {
      throw error
    } catch {
      throw ArchiveError(error)
    }
  }

  /// The paths that the archive was made of, in order.
  public func roots() throws(ArchiveError) -> [String] {
    try calling {
      try queue.read { try String.fetchAll($0, sql: "SELECT path FROM roots ORDER BY path") }
    }
  }

  /// What is known of the documents below a root, by their paths; those that failed last time are not.
  public func documents(below root: String) throws(ArchiveError) -> [String: ArchivedFile] {
    try calling {
      try queue.read { db in
        let rows = try Row.fetchCursor(
          db,
          sql: """
            SELECT d.path, d.sha256, d.reading, f.path IS NULL FROM documents d
            LEFT JOIN failures f USING (root, path) WHERE root = ?
            """, arguments: [root])
        var files: [String: ArchivedFile] = [:]
        while let row = try rows.next() {
          files[row[0]] = ArchivedFile(sha256: row[1], reading: row[2], isSettled: row[3])
        }
        return files
      }
    }
  }

  /// The paths below a root that failed last time.
  public func failures(below root: String) throws(ArchiveError) -> [String] {
    try calling {
      try queue.read {
        try String.fetchAll($0, sql: "SELECT path FROM failures WHERE root = ?", arguments: [root])
      }
    }
  }
}

/// What an archive knows of a file.
public struct ArchivedFile: Hashable, Sendable {
  /// The digest of the file as it was read.
  public var sha256: String

  /// The version of the program and the settings that it was read with.
  public var reading: String

  /// Whether the file could be read the last time that it was looked at.
  public var isSettled: Bool
}

/// Why an archive cannot be used.
public enum ArchiveError: Error, Hashable, Sendable {
  /// There is no such file.
  case notFound
  /// The file is no archive of this program.
  case notAnArchive
  /// The archive was made by another version of the program.
  case otherVersion(Int)
  /// A process was killed while it wrote, and this one may not take back what it left.
  case needsRepair
  /// Another process has been writing for too long.
  case busy
  /// The disk is full.
  case diskFull
  /// SQLite says why.
  case failed(String)

  /// Tells what an error of the database means.
  init(_ error: any Error) {
    guard let error = error as? DatabaseError else {
      self = .failed("\(error)")
      return
    }
    switch error.resultCode {
    case .SQLITE_CANTOPEN: self = .notFound
    case .SQLITE_NOTADB: self = .notAnArchive
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_FULL: self = .diskFull
    case .SQLITE_READONLY: self = .needsRepair
    default: self = .failed(error.message ?? "SQLite \(error.resultCode.rawValue)")
    }
  }
}
