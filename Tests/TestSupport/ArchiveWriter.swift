/// Writes ZIP archives in memory for tests, also ones that are odd: entries are stored, not deflated.
///
/// ```swift
/// var archive = ArchiveWriter()
/// archive.add("word/document.xml", Array("<w:document …".utf8))
/// let bytes = archive.bytes()
/// ```
public struct ArchiveWriter {
  /// An entry with what its headers say of it.
  public struct Entry {
    /// The name in the table of contents.
    public var name: String
    /// The name in front of the bytes, where it differs.
    public var localName: String?
    /// The bytes.
    public var bytes: [UInt8]
    /// The checksum that is written, where it is not the right one.
    public var checksum: UInt32?

    /// Makes an entry.
    public init(name: String, localName: String? = nil, bytes: [UInt8], checksum: UInt32? = nil) {
      self.name = name
      self.localName = localName
      self.bytes = bytes
      self.checksum = checksum
    }
  }

  /// The entries in order.
  public var entries: [Entry] = []
  /// Whether sizes and offsets are written in the fields of ZIP64.
  public var isZIP64 = false
  /// Bytes before the archive.
  public var preamble: [UInt8] = []

  /// Starts an empty archive.
  public init() {}

  /// Adds an entry.
  public mutating func add(_ name: String, _ bytes: [UInt8]) {
    entries.append(Entry(name: name, bytes: bytes))
  }

  /// The archive.
  public func bytes() -> [UInt8] {
    var output = preamble
    var directory: [UInt8] = []
    for entry in entries {
      let offset = output.count
      let checksum = entry.checksum ?? Self.checksum(of: entry.bytes)
      output.number(0x0403_4B50, 4)
      header(of: entry, name: entry.localName ?? entry.name, checksum, to: &output)
      directory.number(0x0201_4B50, 4)
      directory.number(isZIP64 ? 45 : 20, 2)
      header(of: entry, name: entry.name, checksum, at: offset, to: &directory)
      output += entry.bytes
    }
    let start = output.count
    output += directory
    if isZIP64 { end64(directorySize: directory.count, start, to: &output) }
    output.number(0x0605_4B50, 4)
    output.number(0, 4)
    output.number(isZIP64 ? 0xFFFF : entries.count, 2)
    output.number(isZIP64 ? 0xFFFF : entries.count, 2)
    output.number(isZIP64 ? 0xFFFF_FFFF : directory.count, 4)
    output.number(isZIP64 ? 0xFFFF_FFFF : start, 4)
    output.number(0, 2)
    return output
  }

  /// What both headers of an entry say; that of the table of contents has its offset too.
  private func header(
    of entry: Entry, name: String, _ checksum: UInt32, at offset: Int? = nil,
    to output: inout [UInt8]
  ) {
    let size = entry.bytes.count
    output.number(isZIP64 ? 45 : 20, 2)
    output.number(0x0800, 2)  // names in UTF-8
    output.number(0, 2)  // stored
    output.number(0, 4)  // time and date
    output.number(Int(checksum), 4)
    output.number(isZIP64 ? 0xFFFF_FFFF : size, 4)
    output.number(isZIP64 ? 0xFFFF_FFFF : size, 4)
    output.number(name.utf8.count, 2)
    output.number(isZIP64 ? (offset == nil ? 20 : 28) : 0, 2)
    if let offset {
      output.number(0, 2)  // comment
      output.number(0, 2)  // disk
      output.number(0, 2)
      output.number(0, 4)
      output.number(isZIP64 ? 0xFFFF_FFFF : offset, 4)
    }
    output += Array(name.utf8)
    guard isZIP64 else { return }
    output.number(1, 2)
    output.number(offset == nil ? 16 : 24, 2)
    output.number(size, 8)
    output.number(size, 8)
    if let offset { output.number(offset, 8) }
  }

  private func end64(directorySize: Int, _ start: Int, to output: inout [UInt8]) {
    let place = output.count
    output.number(0x0606_4B50, 4)
    output.number(44, 8)
    output.number(45, 2)
    output.number(45, 2)
    output.number(0, 4)
    output.number(0, 4)
    output.number(entries.count, 8)
    output.number(entries.count, 8)
    output.number(directorySize, 8)
    output.number(start, 8)
    output.number(0x0706_4B50, 4)
    output.number(0, 4)
    output.number(place, 8)
    output.number(1, 4)
  }

  /// CRC-32 as ZIP has it.
  static func checksum(of bytes: [UInt8]) -> UInt32 {
    var checksum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      checksum = table[Int((checksum ^ UInt32(byte)) & 0xFF)] ^ (checksum >> 8)
    }
    return ~checksum
  }

  private static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { code, _ in
      code & 1 == 1 ? 0xEDB8_8320 ^ (code >> 1) : code >> 1
    }
  }
}

extension [UInt8] {
  /// Adds a number with its lowest byte first.
  fileprivate mutating func number(_ number: Int, _ size: Int) {
    for index in 0..<size { append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }
}
