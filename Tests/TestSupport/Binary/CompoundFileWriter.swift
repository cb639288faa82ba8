/// Writes Compound Files ([MS-CFB]) in memory for tests, also ones that are odd.
///
/// ```swift
/// var file = CompoundFileWriter()
/// file.streams["WordDocument"] = bytes
/// let container = file.bytes()
/// ```
///
/// Streams below 4096 bytes lie in the mini stream, as the format demands. The directory is a list: every
/// entry is the right neighbour of the one before.
public struct CompoundFileWriter {
  /// The streams of the root, in order.
  public var streams: [(name: String, bytes: [UInt8])] = []
  /// Changes the table of what follows each sector before it is written.
  public var changeTable: (inout [UInt32]) -> Void = { _ in }
  /// How many bytes the file is cut short by.
  public var missingBytes = 0

  private static let sectorSize = 512
  private static let miniSectorSize = 64
  private static let cutoff = 4096
  private static let endOfChain: UInt32 = 0xFFFF_FFFE
  private static let free: UInt32 = 0xFFFF_FFFF
  private static let table: UInt32 = 0xFFFF_FFFD

  /// Starts an empty file.
  public init() {}

  /// Adds a stream.
  public mutating func add(_ name: String, _ bytes: [UInt8]) { streams.append((name, bytes)) }

  /// The file.
  public func bytes() -> [UInt8] {
    var sectors: [UInt8] = []
    var next: [UInt32] = []
    /// Adds a chain of sectors and gives its first.
    func chain(_ bytes: [UInt8]) -> UInt32 {
      guard !bytes.isEmpty else { return Self.endOfChain }
      let first = next.count
      sectors += bytes.padded(to: Self.sectorSize)
      let count = (bytes.count + Self.sectorSize - 1) / Self.sectorSize
      for index in 0..<count {
        next.append(index + 1 < count ? UInt32(first + index + 1) : Self.endOfChain)
      }
      return UInt32(first)
    }
    var mini: [UInt8] = []
    var miniNext: [UInt32] = []
    var starts: [UInt32] = []
    for stream in streams {
      guard stream.bytes.count < Self.cutoff else {
        starts.append(chain(stream.bytes))
        continue
      }
      starts.append(stream.bytes.isEmpty ? Self.endOfChain : UInt32(miniNext.count))
      let padded = stream.bytes.padded(to: Self.miniSectorSize)
      mini += padded
      let count = padded.count / Self.miniSectorSize
      for index in 0..<count {
        miniNext.append(index + 1 < count ? UInt32(miniNext.count + 1) : Self.endOfChain)
      }
    }
    let miniStart = chain(mini)
    let miniTable = miniNext.flatMap(\.littleEndian32)
    let miniTableStart = chain(miniTable)
    let directoryStart = chain(directory(starts, miniStart: miniStart, miniSize: mini.count))
    // The table has an entry for its own sectors too.
    var tableCount = 0
    while (next.count + tableCount) * 4 > tableCount * Self.sectorSize { tableCount += 1 }
    let tableStart = next.count
    next += [UInt32](repeating: Self.table, count: tableCount)
    changeTable(&next)
    next += [UInt32](repeating: Self.free, count: tableCount * Self.sectorSize / 4 - next.count)
    sectors += next.flatMap(\.littleEndian32)
    let head = header(
      tables: (0..<tableCount).map { UInt32(tableStart + $0) }, directoryStart, miniTableStart,
      miniTables: (miniTable.count + Self.sectorSize - 1) / Self.sectorSize)
    return Array((head + sectors).dropLast(missingBytes))
  }

  private func header(
    tables: [UInt32], _ directory: UInt32, _ miniTable: UInt32, miniTables: Int
  ) -> [UInt8] {
    var head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    head += [UInt8](repeating: 0, count: 16)
    for number in [0x3E, 3, 0xFFFE, 9, 6] { head += UInt16(number).littleEndian16 }
    head += [UInt8](repeating: 0, count: 10)
    for number in [
      UInt32(tables.count), directory, 0, UInt32(Self.cutoff), miniTable, UInt32(miniTables),
      Self.endOfChain, 0,
    ] { head += number.littleEndian32 }
    for index in 0..<109 {
      head += (index < tables.count ? tables[index] : Self.free).littleEndian32
    }
    return head
  }

  private func directory(_ starts: [UInt32], miniStart: UInt32, miniSize: Int) -> [UInt8] {
    var bytes = entry(
      "Root Entry", kind: 5, right: Self.free, child: streams.isEmpty ? Self.free : 1, miniStart,
      miniSize)
    for (index, stream) in streams.enumerated() {
      bytes += entry(
        stream.name, kind: 2, right: index + 1 < streams.count ? UInt32(index + 2) : Self.free,
        child: Self.free, starts[index], stream.bytes.count)
    }
    return bytes
  }

  private func entry(
    _ name: String, kind: UInt8, right: UInt32, child: UInt32, _ start: UInt32, _ size: Int
  ) -> [UInt8] {
    let units = Array(name.utf16) + [0]
    var bytes = units.flatMap(\.littleEndian16).padded(to: 64)
    bytes += UInt16(units.count * 2).littleEndian16 + [kind, 1]
    for number in [Self.free, right, child] { bytes += number.littleEndian32 }
    bytes += [UInt8](repeating: 0, count: 36)
    return bytes + start.littleEndian32 + UInt32(size).littleEndian32 + UInt32(0).littleEndian32
  }
}

extension UInt16 {
  /// The two bytes, the low one first.
  public var littleEndian16: [UInt8] { [UInt8(self & 0xFF), UInt8(self >> 8)] }
}

extension UInt32 {
  /// The four bytes, the low one first.
  public var littleEndian32: [UInt8] {
    [0, 8, 16, 24].map { UInt8(self >> $0 & 0xFF) }
  }
}

extension [UInt8] {
  /// The bytes with zeros behind them up to a multiple of a size.
  func padded(to size: Int) -> [UInt8] {
    self + [UInt8](repeating: 0, count: (size - count % size) % size)
  }
}
