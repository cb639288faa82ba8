#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A list of paths, each ended by a zero byte, as `find -print0` writes it.
///
/// It is read as it comes: a program at the other end of a pipe gets its answer to one path before it
/// has to name the next.
struct PathList: ~Copyable {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0

  /// Opens a list; `-` is standard input.
  init(_ path: String) throws(SystemError) {
    descriptor =
      path == "-" ? STDIN_FILENO : try retrying { unsafe open(path, O_RDONLY | O_CLOEXEC) }
  }

  deinit {
    if descriptor != STDIN_FILENO { _ = close(descriptor) }
  }

  /// The next path, or `nil` at the end.
  mutating func next() -> String? {
    while true {
      if let end = buffer[start...].firstIndex(of: 0) {
        let path = String(decoding: buffer[start..<end], as: UTF8.self)
        start = end + 1
        if !path.isEmpty { return path }
        continue
      }
      guard receive() > 0 else {
        let path = String(decoding: buffer[start...], as: UTF8.self)
        start = buffer.count
        return path.isEmpty ? nil : path
      }
    }
  }

  private mutating func receive() -> Int {
    buffer.removeFirst(start)
    start = 0
    let end = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: 65536))
    let received = try? FileBytes.receive(from: descriptor, into: &buffer, at: end)
    buffer.removeLast(65536 - (received ?? 0))
    return received ?? 0
  }
}
