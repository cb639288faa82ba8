/// Calls of the system that take a path, each in one place.
extension FileSystem {
  /// Opens a file; children do not inherit it.
  static func openFile(_ path: String, _ flags: Int32) throws(SystemError) -> Int32 {
    try retrying { unsafe open(path.systemName, flags | O_CLOEXEC, 0o666) }
  }

  /// Removes a file, and says whether it was there and could be removed.
  @discardableResult
  static func removeFile(_ path: String) -> Bool { unsafe unlink(path.systemName) == 0 }

  /// Gives a file or folder another path; a file that stands there is replaced.
  static func rename(_ path: String, to other: String) throws(SystemError) {
    if unsafe systemRename(path.systemName, other.systemName) != 0 { throw .last }
  }

  /// Removes a folder with nothing in it, and says whether it was one.
  @discardableResult
  static func removeEmptyFolder(_ path: String) -> Bool { unsafe rmdir(path.systemName) == 0 }

  /// Makes one folder, and says whether it was not there and could be made.
  static func makeOneFolder(_ path: String, mode: mode_t = 0o777) -> Bool {
    unsafe mkdir(path.systemName, mode) == 0
  }

  /// Makes a folder that nobody else may look into, among the files that nobody keeps.
  static func makeTemporaryFolder() throws(SystemError) -> String {
    while true {
      let name = "mucluc-" + String(UInt64.random(in: .min ... .max), radix: 36)
      let path = Path.joined(temporaryFolder, name)
      if makeOneFolder(path, mode: 0o700) { return path }
      guard errno == EEXIST else { throw .last }
    }
  }

  /// The path from the root of the file system to what a path leads to, or `nil` where that is not there.
  static func resolved(_ path: String) -> String? {
    guard let target = unsafe realpath(path.systemName, nil) else { return nil }
    defer { unsafe free(target) }
    return unsafe SystemPath.text(cString: target)
  }
}

/// The call `rename`, by a name that no method shadows.
@unsafe private func systemRename(_ path: [CChar], _ other: [CChar]) -> Int32 {
  unsafe rename(path, other)
}

/// The set of some signals.
func signalSet(_ numbers: [Int32]) -> sigset_t {
  var set = sigset_t()
  unsafe sigemptyset(&set)
  for number in numbers { unsafe sigaddset(&set, number) }
  return set
}
