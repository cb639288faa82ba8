/// A text of OpenDocument (.odt), which is not read: only whether another program may be given it.
enum OpenDocument {
  /// The parts that say what is on the pages.
  private static let parts = ["content.xml", "styles.xml"]
  private static let manifest = "META-INF/manifest.xml"

  /// Why the file is not read: it is locked, meets a limit, or is just of another format.
  static func refusal(
    of bytes: [UInt8], named name: String, limits: ReadingLimits
  ) throws(ReadingError) -> ReadingError {
    try ZIPArchive.read(bytes, file: name, limits: limits, budget: ReadingBudget(limits)) {
      (archive) throws(ReadingError) -> ReadingError in
      // A locked part has what it is locked with in the manifest (Part 3, 3.4).
      if var entry = try archive.open(manifest),
        String(decoding: try entry.readAll(), as: UTF8.self).contains("encryption-data")
      {
        return .encrypted(file: name)
      }
      for part in parts {
        if var entry = try archive.open(part) { _ = try entry.readAll() }
      }
      return .otherFormat(file: name, format: "OpenDocument")
    }
  }
}
