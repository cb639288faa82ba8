#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Reading whole files with the calls of the operating system.
///
/// Foundation would cost more than reading a small file does.
enum FileBytes {
  /// The bytes of a file, or of standard input where the path is `-`.
  static func read(_ path: String) throws(SystemError) -> [UInt8] {
    guard path != "-" else { return try read(descriptor: STDIN_FILENO, sizeHint: 0) }
    let descriptor = try retrying { unsafe open(path, O_RDONLY | O_CLOEXEC) }
    defer { _ = close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .last }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw SystemError(number: EISDIR) }
    return try read(descriptor: descriptor, sizeHint: Int(status.st_size))
  }

  /// Everything that a descriptor still holds.
  static func read(descriptor: Int32, sizeHint: Int) throws(SystemError) -> [UInt8] {
    // One byte more than the file has: then the second call meets the end at once.
    var bytes = [UInt8](repeating: 0, count: max(sizeHint, 0) + 1)
    var count = 0
    while true {
      if count == bytes.count {
        bytes.append(contentsOf: repeatElement(0, count: max(count, 65536)))
      }
      let space = bytes.count - count
      let received = try retrying {
        unsafe bytes.withUnsafeMutableBytes { buffer in
          guard let start = buffer.baseAddress else { return 0 }
          return unsafe sysRead(descriptor, start + count, space)
        }
      }
      if received == 0 { break }
      count += received
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}

/// The call `read`, by a name that no method shadows.
private func sysRead(_ descriptor: Int32, _ start: UnsafeMutableRawPointer, _ count: Int) -> Int {
  unsafe read(descriptor, start, count)
}
