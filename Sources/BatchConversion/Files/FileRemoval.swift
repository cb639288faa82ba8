extension FileSystem {
  /// Whether a path leads to a file below a folder over folders alone: no link, no way back up.
  static func isFile(_ path: String, below root: String) -> Bool {
    var root = root
    while root.utf8.count > 1, root.utf8.last == UInt8(ascii: "/") { root.removeLast() }
    guard path.utf8.starts(with: "\(root)/".utf8), kindOfLink(path) == .file else { return false }
    var folder = Path.folder(of: path)
    while folder.utf8.count > root.utf8.count {
      guard Path.name(of: folder) != "..", kindOfLink(folder) == .folder else { return false }
      folder = Path.folder(of: folder)
    }
    return folder.utf8.elementsEqual(root.utf8)
  }

  /// Removes a folder with the files in it; where it has folders in it, it stays.
  static func removeFolder(_ path: String) {
    guard kindOfLink(path) == .folder else { return }
    for name in (try? names(in: path)) ?? [] {
      removeFile(Path.joined(path, name))
    }
    removeEmptyFolder(path)
  }

  /// Removes a file, and the folders below `root` that are empty then.
  static func remove(_ path: String, below root: String) throws(SystemError) {
    if !removeFile(path) { throw .last }
    var folder = Path.folder(of: path)
    while folder.utf8.count > root.utf8.count, removeEmptyFolder(folder) {
      folder = Path.folder(of: folder)
    }
  }
}
