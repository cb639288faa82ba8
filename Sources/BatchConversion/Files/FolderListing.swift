/// What a path names.
package enum FileKind: Sendable {
  case file, folder, link, other
}

/// A file as the file system knows it, whatever its names.
package struct FileIdentity: Hashable, Sendable {
  private var device: UInt64
  private var number: UInt64

  fileprivate init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
  }
}

/// Asking the file system what stands where.
package enum FileSystem {
  /// What a path names, following links, or `nil` where it names nothing that can be reached.
  package static func kind(of path: String) -> FileKind? { status(path, follows: true).map(kind) }

  /// Whether a pipe or a device stands at a path, or anything in /dev.
  static func isStream(_ path: String) -> Bool {
    kind(of: path) == .other || path.hasPrefix("/dev/")
  }

  /// What a path names, a link as a link.
  static func kindOfLink(_ path: String) -> FileKind? { status(path, follows: false).map(kind) }

  /// The identity of the file that a path names, following links.
  package static func identity(of path: String) -> FileIdentity? {
    status(path, follows: true).map(FileIdentity.init)
  }

  /// The names in a folder, in the order of their bytes, without `.` and `..`.
  static func names(in folder: String) throws(SystemError) -> [String] {
    guard let stream = unsafe opendir(folder.systemName) else { throw .last }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe SystemPath.text(
          cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes a folder and those above it.
  ///
  /// With `inside`, folders below that path must be real ones: a link there would lead out of the tree.
  static func makeFolder(_ path: String, inside root: String? = nil) throws(SystemError) {
    var path = path
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    guard !path.isEmpty, path != root || kind(of: path) != .folder else { return }
    switch kindOfLink(path) {
    case .folder: return
    case .link:
      let isBelow = root.map { path.utf8.count > $0.utf8.count } ?? false
      guard !isBelow, kind(of: path) == .folder else { throw SystemError(number: ELOOP) }
      return
    case .file, .other: throw SystemError(number: ENOTDIR)
    case nil: break
    }
    let above = Path.folder(of: path)
    if above != path { try makeFolder(above, inside: root) }
    if !makeOneFolder(path), errno != EEXIST { throw .last }
  }

  /// The path that a link leads to in the end; a path that is no link is what it is.
  package static func target(of path: String) -> String {
    kindOfLink(path) == .link ? resolved(path) ?? path : path
  }

  /// The path from the root of the file system, links followed where the file is there.
  static func absolutePath(of path: String) -> String {
    if let target = resolved(path) { return target }
    return path.hasPrefix("/") ? path : Path.joined(absolutePath(of: "."), path)
  }

  /// The folder for files that nobody keeps.
  static var temporaryFolder: String { Environment.value(of: "TMPDIR") ?? "/tmp" }

  /// Whether a process of that number lives.
  static func isAlive(process: Int32) -> Bool { kill(process, 0) == 0 || errno == EPERM }

  /// Whether nothing stands at a path; of one that cannot be looked at that is not known.
  package static func isGone(_ path: String) -> Bool {
    status(path, follows: false) == nil && (errno == ENOENT || errno == ENOTDIR)
  }

  private static func status(_ path: String, follows: Bool) -> stat? {
    var status = stat()
    let name = path.systemName
    let failed = unsafe follows ? stat(name, &status) : lstat(name, &status)
    return failed == 0 ? status : nil
  }

  private static func kind(_ status: stat) -> FileKind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }
}
