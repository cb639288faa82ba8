/// A Compound File ([MS-CFB]): the container of Word 97-2003, and of locked documents of later versions.
///
/// It is a file system in a file: sectors in chains, with a table that tells what follows each. Nothing in
/// it is believed. A chain is never longer than the file and never meets a sector twice, and the tree of
/// names is walked without recursion and every entry once.
struct CompoundFile {
  /// An entry of the directory: a storage or a stream.
  private struct Entry {
    var name: String
    var isStream: Bool
    var left: Int
    var right: Int
    var child: Int
    var start: Int
    var size: Int
  }

  /// What opens every Compound File (2.2).
  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private let file: String
  private let sectors: SectorChains
  /// The sectors of streams below the cutoff, 64 bytes each, which lie in a stream of their own (2.4).
  private let miniSectors: SectorChains
  private let cutoff: Int
  private let entries: [Entry]
  /// The entries in the root, by their names in capitals.
  private let root: [String: Int]

  private static let noEntry = 0xFFFF_FFFF
  private static let entrySize = 128
  private static let miniSectorSize = 64

  /// Reads the tables and the directory.
  init(reading file: [UInt8], named name: String) throws(ReadingError) {
    let bytes = ByteView(file)
    do throws(SectorChains.Damage) {
      // 512 bytes, or 4096 in version 4 (2.2).
      guard let shift = bytes.uint16(at: 0x1E), shift == 9 || shift == 12 else { throw .header }
      let sectors = try SectorChains(ofFile: bytes, sectorSize: 1 << shift)
      let directory = try sectors.chain(from: bytes.uint32(at: 0x30) ?? 0)
      entries = Self.entries(of: directory, isLarge: shift == 12)
      guard let first = entries.first else { throw .directory }
      let miniTable = try sectors.chain(from: bytes.uint32(at: 0x3C) ?? SectorChains.endOfChain)
      let miniStream = try sectors.chain(from: first.start, atMost: first.size)
      miniSectors = SectorChains(
        miniStream, firstSector: 0, sectorSize: Self.miniSectorSize,
        next: SectorChains.numbers(of: miniTable))
      self.sectors = sectors
    } catch {
      throw .damagedArchive(file: name, reason: error.rawValue)
    }
    self.file = name
    cutoff = bytes.uint32(at: 0x38) ?? 4096
    root = Self.childrenOfRoot(in: entries)
  }

  /// Whether the root holds an entry of a name, in whatever case.
  func holds(_ name: String) -> Bool { root[name.uppercased()] != nil }

  /// The bytes of a stream in the root, or `nil` where there is none of the name.
  ///
  /// Streams in storages are not looked at: embedded documents have streams of the same names.
  func stream(_ name: String) throws(ReadingError) -> ByteView? {
    guard let index = root[name.uppercased()], entries[index].isStream else { return nil }
    let entry = entries[index]
    do throws(SectorChains.Damage) {
      return try (entry.size < cutoff ? miniSectors : sectors)
        .chain(from: entry.start, atMost: entry.size)
    } catch {
      throw .damagedPart(file: file, part: name, reason: error.rawValue)
    }
  }
}

extension CompoundFile {
  /// Whether a file names an entry anywhere where entries may stand, whatever else is wrong with it.
  static func mentions(_ name: String, in file: [UInt8]) -> Bool {
    let letters = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let bytes = ByteView(file)
    return stride(from: 512, to: file.count, by: entrySize).contains {
      bytes.clipped(at: $0, count: letters.count).slice.elementsEqual(letters)
    }
  }

  /// The entries of the directory (2.6.1); in version 3 only the low half of a size counts.
  private static func entries(of directory: ByteView, isLarge: Bool) -> [Entry] {
    stride(from: 0, to: directory.count - entrySize + 1, by: entrySize).map { offset in
      let entry = directory.clipped(at: offset, count: entrySize)
      let length = min(entry.uint16(at: 64) ?? 0, 64)
      let size = entry.uint32(at: 120) ?? 0
      let isHuge = isLarge && (entry.uint32(at: 124) ?? 0) != 0
      return Entry(
        name: entry.utf16(at: 0, units: max(0, length / 2 - 1)),
        isStream: entry.uint8(at: 66) == 2,
        left: entry.uint32(at: 68) ?? noEntry, right: entry.uint32(at: 72) ?? noEntry,
        child: entry.uint32(at: 76) ?? noEntry,
        start: entry.uint32(at: 116) ?? SectorChains.endOfChain,
        size: isHuge ? Int.max : size)
    }
  }

  /// The entries in the root: its child and all that stand left and right of that.
  private static func childrenOfRoot(in entries: [Entry]) -> [String: Int] {
    var children: [String: Int] = [:]
    var isMet = [Bool](repeating: false, count: entries.count)
    var open = [entries[0].child]
    while let index = open.popLast() {
      guard entries.indices.contains(index), !isMet[index] else { continue }
      isMet[index] = true
      let entry = entries[index]
      let name = entry.name.uppercased()
      if children[name] == nil { children[name] = index }
      open += [entry.left, entry.right]
    }
    return children
  }
}

/// The sectors of a Compound File and what follows each (2.3): a stream is a chain of them.
struct SectorChains {
  /// What is wrong with a file.
  enum Damage: String, Error {
    /// Its header.
    case header = "its header is damaged"
    /// It has no directory.
    case directory = "it has no directory"
    /// A chain leads to a sector that the file does not have.
    case outside = "a chain of sectors leaves the file"
    /// A chain meets a sector twice.
    case cycle = "a chain of sectors comes back to itself"
  }

  private let bytes: ByteView
  /// Where the sector 0 starts.
  private let firstSector: Int
  private let sectorSize: Int
  private let next: [Int]

  /// What stands behind the last sector of a chain.
  static let endOfChain = 0xFFFF_FFFE
  /// Numbers from here on are marks, not sectors.
  private static let firstMark = 0xFFFF_FFFA

  /// Takes a table of what follows each sector.
  init(_ bytes: ByteView, firstSector: Int, sectorSize: Int, next: [Int]) {
    self.bytes = bytes
    self.firstSector = firstSector
    self.sectorSize = sectorSize
    self.next = next
  }

  /// Gathers the table from the sectors that the header and a chain of further lists name (2.5).
  init(ofFile bytes: ByteView, sectorSize: Int) throws(Damage) {
    let count = bytes.count / sectorSize
    /// The numbers in a sector.
    func numbers(in sector: Int) -> [Int] {
      Self.numbers(of: bytes.clipped(at: (sector + 1) * sectorSize, count: sectorSize))
    }
    var table = (0..<109).compactMap { bytes.uint32(at: 0x4C + 4 * $0) }
    var lists: Set<Int> = []
    var list = bytes.uint32(at: 0x44) ?? Self.endOfChain
    while list < count {
      guard lists.insert(list).inserted else { throw .cycle }
      let sectors = numbers(in: list)
      table += sectors.dropLast()
      list = sectors.last ?? Self.endOfChain
    }
    var met: Set<Int> = []
    let next = table.filter { $0 < count && met.insert($0).inserted }.flatMap(numbers)
    self.init(bytes, firstSector: sectorSize, sectorSize: sectorSize, next: next)
  }

  /// The numbers of four bytes in a stretch.
  static func numbers(of view: ByteView) -> [Int] {
    stride(from: 0, to: view.count - 3, by: 4).compactMap { view.uint32(at: $0) }
  }

  /// The bytes of a chain of sectors; the last may be cut off by the end of the file.
  ///
  /// The size that it is said to have is believed as far as the file goes.
  func chain(from start: Int, atMost size: Int = Int.max) throws(Damage) -> ByteView {
    let wanted = min(size, bytes.count)
    var gathered: [UInt8] = []
    var isMet = [Bool](repeating: false, count: bytes.count / sectorSize + 1)
    var sector = start
    while sector < Self.firstMark, gathered.count < wanted {
      let offset = firstSector + sector * sectorSize
      guard isMet.indices.contains(sector), offset < bytes.count else { throw .outside }
      guard !isMet[sector] else { throw .cycle }
      isMet[sector] = true
      gathered += bytes.clipped(at: offset, count: min(sectorSize, wanted - gathered.count)).slice
      sector = next.indices.contains(sector) ? next[sector] : Self.endOfChain
    }
    return ByteView(gathered)
  }
}
