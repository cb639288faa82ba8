/// Writing bytes to an open descriptor.
package enum ByteOutput {
  /// Writes all bytes.
  package static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var start = 0
    while start < bytes.count {
      start += try retrying {
        unsafe bytes.withUnsafeBytes { buffer in
          guard let address = buffer.baseAddress else { return 0 }
          return unsafe sysWrite(descriptor, address + start, buffer.count - start)
        }
      }
    }
  }

  /// Writes to standard output.
  ///
  /// A pipe that the reader closed is no failure: whoever reads has what they wanted, and the program
  /// ends.
  package static func writeToStandardOutput(_ bytes: [UInt8]) throws(SystemError) {
    do {
      try write(bytes, to: STDOUT_FILENO)
    } catch {
      if error.number == EPIPE { exit(0) }
      throw error
    }
  }

  /// Writes to standard error as it is, control characters included.
  package static func draw(_ text: String) {
    try? write(Array(text.utf8), to: STDERR_FILENO)
  }

  /// Writes a line to standard error; control characters in it stand escaped.
  package static func complain(_ line: String, end: String = "\n") {
    try? write(Array((SystemPath.shown(line) + end).utf8), to: STDERR_FILENO)
  }
}

/// The call `write`, by a name that no method shadows.
private func sysWrite(_ descriptor: Int32, _ start: UnsafeRawPointer, _ count: Int) -> Int {
  unsafe write(descriptor, start, count)
}
