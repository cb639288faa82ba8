internal import VietnameseText

/// The blocks of properties of a part that stand in it again and again, so that each is parsed once.
///
/// Half the tags of a Word document lie in properties of paragraphs, runs and cells (`w:pPr`, `w:rPr`,
/// `w:tcPr`) that stood before, byte for byte. The first time the sieve puts an element around a block whose
/// name is its number (`<bkqhxwzyaf><w:rPr>…</w:rPr></bkqhxwzyaf>`), and the tape keeps what libxml2 reported
/// of it; from then on that element alone is parsed (`<bkqhxwzyaf/>`), and the tape repeats what it kept.
///
/// A block that is the same must mean the same. It is therefore closed in itself, on one line, all its tags
/// have the prefix `w`, and where that prefix is declared again blocks are no longer numbered.
@safe struct RepeatedBlocks: ~Copyable {
  /// What is known of a block.
  enum State: UInt8, BitwiseCopyable {
    /// It was met.
    case met
    /// The tape keeps it.
    case kept
    /// The sieve left nothing of it.
    case empty
  }

  /// A block that has a number.
  struct Block: BitwiseCopyable {
    /// Its number.
    var number: Int
    /// How many bytes it has.
    var count: Int
    var state: State
  }

  /// What is remembered of a block.
  struct Entry: BitwiseCopyable {
    var hash: UInt64
    /// Where its bytes are.
    var first: Int32
    var count: Int32
    /// The number of the block that followed it last, or -1.
    var next: Int32 = -1
    var state = State.met
  }

  /// Longer blocks have no number.
  private static let longest = 2048
  /// How many blocks of a part have numbers, and how many bytes they have together.
  private static let mostEntries = BlockName.count
  private static let mostBytes = 1 << 20

  private var isOpen = true
  private var entries = PlainBuffer<Entry>(capacity: 0)
  private var bytes = PlainBuffer<UInt8>(capacity: 0)
  /// The number of the block that was met last.
  private var last = 0
  /// An open-addressed table of the numbers by their hashes, from 1; twice as large as it must be.
  private var slots = PlainBuffer<UInt16>(capacity: 0)
  private static let slotBits = 13

  /// Looks at the block that begins with a start tag.
  ///
  /// - Parameter part: what there is of the part from the start tag on.
  /// - Returns: the block, or `nil` where it has no number.
  mutating func block(at part: UnsafeBufferPointer<UInt8>) -> Block? {
    guard isOpen, let number = unsafe expectedNumber(at: part) ?? number(at: part) else {
      return nil
    }
    last = number
    return Block(number: number, count: Int(entries[number].count), state: entries[number].state)
  }

  /// Remembers what became of a block.
  mutating func settle(_ number: Int, as state: State) {
    entries[number].state = state
  }

  /// Remembers that the prefix `w` is declared; where there are blocks already it may mean something else.
  mutating func declarePrefix() {
    if entries.count > 0 { isOpen = false }
  }

  /// The block that followed the last one before, where it stands here too; mostly it does.
  @inline(__always)
  private func expectedNumber(at part: UnsafeBufferPointer<UInt8>) -> Int? {
    guard entries.count > 0, entries[last].next >= 0 else { return nil }
    let number = Int(entries[last].next)
    let count = Int(entries[number].count)
    guard count <= part.count,
      unsafe areEqual(number, UnsafeBufferPointer(rebasing: part[..<count]))
    else { return nil }
    return number
  }

  /// The number of the block, which is new where it has none.
  private mutating func number(at part: UnsafeBufferPointer<UInt8>) -> Int? {
    let count = unsafe Self.length(of: part)
    guard count > 0 else { return nil }
    let block = unsafe UnsafeBufferPointer(rebasing: part[..<count])
    if slots.count == 0 { slots.append(0, count: 1 << Self.slotBits) }
    let hash = unsafe Self.hash(of: block)
    var slot = Int(hash >> UInt64(64 - Self.slotBits))
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if entries[number].hash == hash, Int(entries[number].count) == count,
        unsafe areEqual(number, block)
      {
        entries[last].next = Int32(truncatingIfNeeded: number)
        return number
      }
      slot = (slot + 1) & (1 << Self.slotBits - 1)
    }
    guard entries.count < Self.mostEntries, bytes.count + count <= Self.mostBytes,
      unsafe Self.isClosed(block)
    else { return nil }
    let number = entries.count
    slots[slot] = UInt16(truncatingIfNeeded: number + 1)
    entries.append(
      Entry(
        hash: hash, first: Int32(truncatingIfNeeded: bytes.count),
        count: Int32(truncatingIfNeeded: count)))
    unsafe bytes.append(block)
    entries[last].next = Int32(truncatingIfNeeded: number)
    return number
  }

  /// How long a block is from its start tag to the first end tag of its name; 0 where that is too far.
  private static func length(of part: UnsafeBufferPointer<UInt8>) -> Int {
    // `<w:pPr>` becomes `</w:pPr>`, and `<w:tcPr` becomes `</w:tcPr`.
    guard part.count > 16 else { return 0 }
    let endTag = unsafe ByteWord(part, at: 0).first(7) << 8 & ~0xFF00 | 0x2F3C
    let last = min(longest, part.count - 16)
    var index = 7
    while index < last {
      let word = unsafe ByteWord(part, at: index)
      let skipped = word.count(before: UInt8(ascii: "<"))
      index += skipped
      guard skipped < 8 else { continue }
      if unsafe ByteWord(part, at: index).first(8) == endTag {
        index += endTag >> 56 == UInt64(UInt8(ascii: ">")) ? 8 : 9
        return unsafe part[index - 1] == UInt8(ascii: ">") ? index : 0
      }
      index += 1
    }
    return 0
  }

  /// Whether there is nothing in a block but tags of the prefix `w`, on one line, and no block of its name.
  private static func isClosed(_ block: UnsafeBufferPointer<UInt8>) -> Bool {
    let startTag = unsafe ByteWord(block, at: 0).first(6)
    var lowest: UInt8 = 0x20
    for index in block.indices { lowest = min(lowest, unsafe block[index]) }
    guard lowest == 0x20 else { return false }
    var index = 1
    while index < block.count - 8 {
      let skipped = unsafe ByteWord(block, at: index).count(before: UInt8(ascii: "<"))
      index += skipped
      guard skipped < 8, index < block.count - 8 else { continue }
      let tag = unsafe ByteWord(block, at: index)
      if tag.first(6) == startTag { return false }
      // `<w:` or `</w:`.
      guard tag.first(3) == 0x3A773C || tag.first(4) == 0x3A77_2F3C else { return false }
      index += 1
    }
    return true
  }

  @inline(__always)
  private static func hash(of block: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: block.count)
    var index = 0
    while index < block.count {
      // The last eight bytes may overlap those before them.
      let word = unsafe ByteWord(block, at: min(index, block.count - 8)).first(8)
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      index += 8
    }
    return hash &* 0x9E37_79B9_7F4A_7C15
  }

  /// Whether a block has the bytes of the one with a number, which has as many.
  @inline(__always)
  private func areEqual(_ number: Int, _ block: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = Int(entries[number].first)
    let known = unsafe bytes.values(first..<first + block.count)
    var index = 0
    while index < block.count {
      let place = min(index, block.count - 8)
      guard unsafe ByteWord(known, at: place).first(8) == ByteWord(block, at: place).first(8) else {
        return false
      }
      index += 8
    }
    return true
  }
}

/// The names of the elements that stand for numbered blocks.
///
/// They begin with letters that are drawn anew for every process: no document can name such an element.
enum BlockName {
  /// How many numbers there are.
  static let count = 1 << 12
  /// How many letters a name has.
  static let length = 10

  /// The letters that all names begin with, as they lie in memory.
  private static let first: UInt64 = (0..<7).reduce(0) { letters, index in
    letters | UInt64(UInt8.random(in: 0x61...0x7A)) << UInt64(8 * index)
  }

  /// The first seven and the last three letters of a number's name, as they lie in memory.
  @inline(__always)
  static func letters(of number: Int) -> (first: UInt64, last: UInt64) {
    let number = UInt64(truncatingIfNeeded: number)
    return (first, 0x61_6161 + (number & 15 | (number >> 4 & 15) << 8 | (number >> 8 & 15) << 16))
  }

  /// The number that a name stands for, or `nil` where it is another name.
  static func number(of name: String) -> Int? {
    let letters = Array(name.utf8)
    guard letters.count == length, ByteWord(letters.prefix(7)).first(7) == first else {
      return nil
    }
    return letters.suffix(3).reversed().reduce(0) { $0 << 4 | (Int($1) - 0x61) & 15 }
  }
}
