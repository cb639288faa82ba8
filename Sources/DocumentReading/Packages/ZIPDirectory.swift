/// The records of a ZIP archive (APPNOTE 4.3), as far as libzip does not compare them.
///
/// Every entry has its name twice, in the directory at the end and in front of its own bytes. Readers differ
/// in which of the two they follow, so that where they differ a file can say two things.
enum ZIPDirectory {
  /// The entries whose own record has another name than the directory.
  static func renamedEntries(in bytes: Span<UInt8>) -> [(name: String, other: String)] {
    var renamed: [(name: String, other: String)] = []
    guard let end = endOfDirectory(in: bytes) else { return [] }
    var offset = number(of: 4, at: end + 16, in: bytes) ?? bytes.count
    while number(of: 4, at: offset, in: bytes) == 0x0201_4B50,
      let length = number(of: 2, at: offset + 28, in: bytes),
      let extra = number(of: 2, at: offset + 30, in: bytes),
      let comment = number(of: 2, at: offset + 32, in: bytes),
      let record = number(of: 4, at: offset + 42, in: bytes)
    {
      if number(of: 4, at: record, in: bytes) == 0x0403_4B50,
        let ownLength = number(of: 2, at: record + 26, in: bytes),
        let name = name(of: length, at: offset + 46, in: bytes),
        let own = self.name(of: ownLength, at: record + 30, in: bytes), own != name
      {
        renamed.append(
          (String(decoding: name, as: UTF8.self), String(decoding: own, as: UTF8.self)))
      }
      offset += 46 + length + extra + comment
    }
    return renamed
  }

  /// Where the record stands that ends the archive: 22 bytes, and a comment of at most 65,535.
  private static func endOfDirectory(in bytes: Span<UInt8>) -> Int? {
    var offset = bytes.count - 22
    while offset >= max(0, bytes.count - 22 - 0xFFFF) {
      if number(of: 4, at: offset, in: bytes) == 0x0605_4B50 { return offset }
      offset -= 1
    }
    return nil
  }

  private static func number(of width: Int, at offset: Int, in bytes: Span<UInt8>) -> Int? {
    guard offset >= 0, offset <= bytes.count - width else { return nil }
    return (0..<width).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }

  private static func name(of length: Int, at offset: Int, in bytes: Span<UInt8>) -> [UInt8]? {
    guard offset >= 0, offset <= bytes.count - length else { return nil }
    return (0..<length).map { bytes[offset + $0] }
  }
}
