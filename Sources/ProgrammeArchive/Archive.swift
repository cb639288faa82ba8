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
/// to one database: each waits for the others. One thread at a time uses an archive.
public final class Archive {
  let database: Database

  /// How long a process waits for another one that writes, in seconds.
  private static let patience = 300

  /// Opens an archive to write to it, and makes it where there is none.
  public static func writing(_ path: String) throws(ArchiveError) -> Archive {
    let archive = try Archive(path, isReadOnly: false)
    let database = archive.database
    try database.writing { () throws(ArchiveError) in
      let tables = try database.row("SELECT count(*) FROM sqlite_master")?[0].integer
      if tables == 0 { try ArchiveSchema.make(in: database) }
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
    database = try Database(path, isReadOnly: isReadOnly, patience: Self.patience)
    try database.execute("PRAGMA cache_size = -65536")
  }

  private func checkVersion() throws(ArchiveError) {
    let id = try database.row("PRAGMA application_id")?[0].integer
    let version = try database.row("PRAGMA user_version")?[0].integer
    guard id == ArchiveSchema.applicationID else { throw .notAnArchive }
    guard version == ArchiveSchema.version else { throw .otherVersion(version ?? 0) }
  }

  /// The paths that the archive was made of, in order.
  public func roots() throws(ArchiveError) -> [String] {
    try database.rows("SELECT path FROM roots ORDER BY path").compactMap(\.[0].text)
  }

  /// What is known of the documents below a root, by their paths; those that failed last time are not.
  public func documents(below root: String) throws(ArchiveError) -> [String: ArchivedFile] {
    let rows = try database.statement(
      """
      SELECT d.path, d.sha256, d.reading, f.path IS NULL FROM documents d
      LEFT JOIN failures f USING (root, path) WHERE root = ?
      """, [.text(root)])
    var files: [String: ArchivedFile] = [:]
    while let row = try rows.next() {
      files[row[0].text ?? ""] = ArchivedFile(
        sha256: row[1].text ?? "", reading: row[2].text ?? "", isSettled: row[3] == .integer(1))
    }
    return files
  }

  /// The paths below a root that failed last time.
  public func failures(below root: String) throws(ArchiveError) -> [String] {
    try database.rows("SELECT path FROM failures WHERE root = ?", [.text(root)])
      .compactMap(\.[0].text)
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
}
