internal import ContentDigest
internal import ProgrammeModel

/// Reading whole files with the calls of the operating system.
///
/// Foundation would cost more than reading a small file does.
package enum FileBytes {
  /// The bytes of a file, or of standard input where the path is `-`.
  ///
  /// A file that gets shorter or longer meanwhile is no whole document; a file of more than `limit` bytes
  /// is read no further than that.
  package static func read(
    _ path: String, limit: Int = .max, seconds: Double? = nil
  ) throws(FileFailure) -> [UInt8] {
    let deadline = seconds.map { ContinuousClock.now + .milliseconds(Int($0 * 1000)) }
    do {
      guard path != "-" else {
        return try read(
          descriptor: STDIN_FILENO, sizeHint: 0, limit: limit, deadline: deadline)
      }
      // A pipe that nobody writes to is opened without waiting where time is limited.
      let waits = deadline == nil ? 0 : O_NONBLOCK
      let descriptor = try FileSystem.openFile(path, O_RDONLY | waits)
      defer { _ = close(descriptor) }
      let before = try status(of: descriptor)
      guard before.st_mode & S_IFMT != S_IFDIR else { throw SystemError(number: EISDIR) }
      let bytes = try read(
        descriptor: descriptor, sizeHint: min(Int(before.st_size), limit), limit: limit,
        deadline: before.st_mode & S_IFMT == S_IFREG ? nil : deadline)
      guard before.st_mode & S_IFMT == S_IFREG else { return bytes }
      let after = try status(of: descriptor)
      guard before.st_size == after.st_size, bytes.count >= min(Int(after.st_size), limit) else {
        throw FileFailure.changedWhileRead
      }
      return bytes
    } catch let error as SystemError {
      if error.number == ETIME, let seconds { throw .timeLimit(seconds: seconds) }
      throw .input(error)
    } catch let error as FileFailure {
      throw error
    } catch {
      throw .input(SystemError(number: EIO))
    }
  }

  /// The digest of a file as it stands, or `nil` where it cannot be read; the file is not held whole.
  static func digest(of path: String) -> String? {
    var digest = RunningDigest()
    do throws(FileFailure) {
      try forEachPiece(of: path) { digest.absorb($0) }
      return digest.hexadecimal
    } catch {
      return nil
    }
  }

  /// Hands on the bytes of a file piece by piece; it is not held whole.
  static func forEachPiece(
    of path: String, _ body: ([UInt8]) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    do {
      let descriptor = try FileSystem.openFile(path, O_RDONLY)
      defer { _ = close(descriptor) }
      var buffer = [UInt8](repeating: 0, count: 1 << 20)
      while true {
        let received = try receive(from: descriptor, into: &buffer, at: 0)
        if received == 0 { return }
        try body(received == buffer.count ? buffer : Array(buffer[..<received]))
      }
    } catch let error as SystemError {
      throw .input(error)
    } catch let error as FileFailure {
      throw error
    } catch {
      throw .input(SystemError(number: EIO))
    }
  }

  /// Waits for bytes to come, or for the end of them; says no where it has to be asked again.
  private static func waits(
    for descriptor: Int32, until deadline: ContinuousClock.Instant
  ) throws(SystemError) -> Bool {
    if ContinuousClock.now >= deadline { throw SystemError(number: ETIME) }
    return Pipe.isReadable(descriptor, milliseconds: 50)
  }

  private static func status(of descriptor: Int32) throws(SystemError) -> stat {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .last }
    return status
  }

  /// Everything that a descriptor still holds, up to a little more than the limit.
  package static func read(
    descriptor: Int32, sizeHint: Int, limit: Int = .max,
    deadline: ContinuousClock.Instant? = nil
  ) throws(SystemError) -> [UInt8] {
    // One byte more than the file has: then the second call meets the end at once.
    var bytes = [UInt8](repeating: 0, count: max(sizeHint, 0) + 1)
    var count = 0
    while count <= limit {
      if count == bytes.count {
        bytes.append(contentsOf: repeatElement(0, count: max(count, 65536)))
      }
      if let deadline, try !waits(for: descriptor, until: deadline) { continue }
      let received = try receive(from: descriptor, into: &bytes, at: count)
      if received == 0 { break }
      count += received
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// Reads what is available now into `bytes` from `index` on; returns the count, 0 at the end.
  static func receive(
    from descriptor: Int32, into bytes: inout [UInt8], at index: Int
  ) throws(SystemError) -> Int {
    let space = bytes.count - index
    return try retrying {
      unsafe bytes.withUnsafeMutableBytes { buffer in
        guard let start = buffer.baseAddress else { return 0 }
        return unsafe sysRead(descriptor, start + index, space)
      }
    }
  }
}

/// The call `read`, by a name that no method shadows.
private func sysRead(_ descriptor: Int32, _ start: UnsafeMutableRawPointer, _ count: Int) -> Int {
  unsafe read(descriptor, start, count)
}
