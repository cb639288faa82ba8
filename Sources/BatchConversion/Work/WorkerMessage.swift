/// What run and worker send one another: parts of bytes, the length of each in front.
enum WorkerMessage {
  private static let lengthBytes = 8

  /// Sends parts, or returns `false` where the other side is gone.
  static func write(_ parts: [[UInt8]], to descriptor: Int32) -> Bool {
    do {
      for part in parts {
        let length = UInt64(part.count)
        let head = (0..<lengthBytes).map { UInt8(truncatingIfNeeded: length >> UInt64($0 * 8)) }
        try ByteOutput.write(head, to: descriptor)
        try ByteOutput.write(part, to: descriptor)
      }
      return true
    } catch {
      return false
    }
  }

  /// Receives that many parts, or `nil` where the other side is gone.
  static func read(from descriptor: Int32, count: Int) -> [[UInt8]]? {
    var parts: [[UInt8]] = []
    for _ in 0..<count {
      guard let head = exactly(lengthBytes, from: descriptor) else { return nil }
      let length = head.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      guard let size = Int(exactly: length), let part = exactly(size, from: descriptor) else {
        return nil
      }
      parts.append(part)
    }
    return parts
  }

  private static func exactly(_ size: Int, from descriptor: Int32) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: size)
    var count = 0
    while count < size {
      guard let received = try? FileBytes.receive(from: descriptor, into: &bytes, at: count),
        received > 0
      else { return nil }
      count += received
    }
    return bytes
  }
}
