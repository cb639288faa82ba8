/// A list of paths, a line each or each ended by a zero byte, as `find -print0` writes it.
///
/// A zero byte among the bytes that come first tells which: it never stands in a list of lines. An empty path
/// is passed by, and of a line that ends as on Windows the carriage return is no part.
///
/// The list is read as it comes: a program at the other end of a pipe gets its answer to one path before it
/// has to name the next.
package struct PathList: ~Copyable {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var separator: UInt8?

  /// More bytes than the path of any file has (PATH_MAX of Linux, 4096): a longer one is no path.
  private static let longestPath = 4096

  /// Opens a list; `-` is standard input.
  package init(_ path: String) throws(FileFailure) {
    do throws(SystemError) {
      descriptor =
        path == "-" ? STDIN_FILENO : try FileSystem.openFile(path, O_RDONLY)
    } catch {
      throw .input(error)
    }
  }

  deinit {
    if descriptor != STDIN_FILENO { _ = close(descriptor) }
  }

  /// The next path, or `nil` at the end.
  package mutating func next() throws(FileFailure) -> String? {
    while true {
      let end = separator.flatMap { buffer[start...].firstIndex(of: $0) }
      if let end {
        if let path = try path(before: end) { return path }
      } else if try !receive() {
        return start < buffer.count ? try path(before: buffer.count) : nil
      }
    }
  }

  /// The path up to an index, or `nil` where there is none; what is behind comes next.
  private mutating func path(before end: Int) throws(FileFailure) -> String? {
    var bytes = buffer[start..<end]
    start = min(end + 1, buffer.count)
    if separator != 0, bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    if bytes.count > Self.longestPath { throw .noPathList(.longPath) }
    if bytes.contains(0) { throw .noPathList(.mixed) }
    return bytes.isEmpty ? nil : SystemPath.text(of: bytes)
  }

  /// Takes what comes next, or returns `false` at the end of the list.
  private mutating func receive() throws(FileFailure) -> Bool {
    if buffer.count - start > Self.longestPath { throw .noPathList(.longPath) }
    buffer.removeFirst(start)
    start = 0
    let end = buffer.count
    let size = 65536
    buffer.append(contentsOf: repeatElement(0, count: size))
    do throws(SystemError) {
      let received = try FileBytes.receive(from: descriptor, into: &buffer, at: end)
      buffer.removeLast(size - received)
    } catch {
      throw .input(error)
    }
    if separator == nil { separator = try separatorSoFar() }
    return buffer.count > end
  }

  /// What ends the paths of the list, or `nil` where no path has ended yet.
  private func separatorSoFar() throws(FileFailure) -> UInt8? {
    // What Windows calls Unicode has a zero byte in every letter of a path.
    let isUTF16 = buffer.starts(with: [0xFF, 0xFE]) || buffer.starts(with: [0xFE, 0xFF])
    if isUTF16 { throw .noPathList(.utf16) }
    if buffer.contains(0) { return 0 }
    return buffer.contains(UInt8(ascii: "\n")) ? UInt8(ascii: "\n") : nil
  }
}

/// Why what was named as a list of paths is none.
package enum PathListFault: Hashable, Sendable {
  /// It is UTF-16 text.
  case utf16
  /// A path in it is longer than any path.
  case longPath
  /// It has lines, and a zero byte behind them.
  case mixed
}
