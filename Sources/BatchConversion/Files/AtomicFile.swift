/// Writing a file so that nobody ever sees a part of it.
///
/// The bytes go to a temporary file in the same folder, are synced to the disk, and take the name in
/// one step:
///
/// ```swift
/// var file = try AtomicFile(at: "out/tasks.csv")
/// try file.append(header)
/// try file.finish()  // before that, out/tasks.csv is what it was
/// ```
///
/// A pipe or a device is written to directly: it must not be replaced by a file. So is whatever stands in
/// /dev, where `/dev/stdout` is a link that may lead to a file.
package struct AtomicFile: ~Copyable {
  private let descriptor: Int32
  private let path: String
  private let temporary: String?

  /// Starts a file that will stand at the path.
  package init(at path: String) throws(SystemError) {
    self.path = path
    if FileSystem.isStream(path) {
      temporary = nil
      descriptor = try FileSystem.openFile(path, O_WRONLY)
    } else {
      let name = Self.temporaryPath(beside: path)
      temporary = name
      descriptor = try FileSystem.openFile(name, O_WRONLY | O_CREAT | O_EXCL)
    }
  }

  deinit {
    _ = close(descriptor)
    if let temporary { FileSystem.removeFile(temporary) }
  }

  /// Adds bytes.
  package mutating func append(_ bytes: [UInt8]) throws(SystemError) {
    try ByteOutput.write(bytes, to: descriptor)
  }

  /// Gives the file its name, once its bytes are safe; without `syncs` whoever writes it sees to that.
  package consuming func finish(syncs: Bool = true) throws(SystemError) {
    guard let temporary else { return }
    if syncs { _ = try retrying { fsync(descriptor) } }
    // Afterwards the temporary name is gone, and removing it at the end does nothing.
    try FileSystem.rename(temporary, to: path)
  }

  /// Replaces the file at `path`, or makes it.
  package static func write(
    _ bytes: [UInt8], to path: String, syncs: Bool = true
  ) throws(SystemError) {
    var file = try AtomicFile(at: path)
    try file.append(bytes)
    try file.finish(syncs: syncs)
  }

  /// How many names this process has given.
  private static let given = Monitor(0)

  /// A hidden name in the same folder, different in every process and for every file.
  static func temporaryPath(beside path: String) -> String {
    let number = given.update { count in
      count += 1
      return count
    }
    return Path.joined(Path.folder(of: path), "\(prefix)\(getpid())-\(number)\(suffix)")
  }

  private static let prefix = ".mucluc-"
  private static let suffix = ".tmp"

  /// Removes what killed runs left in a folder: temporary files and folders whose process lives no more.
  ///
  /// To be called before anything is written; a file that bears this process's number is an old one then.
  static func removeLeftovers(in folder: String) {
    guard let names = try? FileSystem.names(in: folder) else { return }
    for name in names where name.hasPrefix(prefix) && name.hasSuffix(suffix) {
      guard let number = name.dropFirst(prefix.count).split(separator: "-").first,
        let process = Int32(number), process > 0,
        process == getpid() || !FileSystem.isAlive(process: process)
      else { continue }
      let path = Path.joined(folder, name)
      if !FileSystem.removeFile(path) { FileSystem.removeFolder(path) }
    }
  }
}
