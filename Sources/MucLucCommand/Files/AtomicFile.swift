#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Writing a file so that nobody ever sees a part of it.
///
/// The bytes go to a temporary file in the same folder, are synced to the disk, and take the name in
/// one step.
enum AtomicFile {
  /// Replaces the file at `path`, or makes it.
  static func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
    let temporary = temporaryPath(beside: path)
    let descriptor = try retrying {
      unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    }
    do {
      defer { _ = close(descriptor) }
      try ByteOutput.write(bytes, to: descriptor)
      _ = try retrying { fsync(descriptor) }
    } catch {
      _ = unsafe unlink(temporary)
      throw error
    }
    guard unsafe rename(temporary, path) == 0 else {
      let error = SystemError.last
      _ = unsafe unlink(temporary)
      throw error
    }
  }

  /// A hidden name in the same folder, different in every process.
  static func temporaryPath(beside path: String) -> String {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    return "\(folder).mucluc-\(getpid())-\(Path.name(of: path).utf8.count).tmp"
  }
}
