internal import VietnameseText

/// The blocks of properties of a part that stand in it again and again, so that each is parsed once.
///
/// Half the tags of a Word document lie in properties of paragraphs, runs and cells (`w:pPr`, `w:rPr`,
/// `w:tcPr`) that stood before, byte for byte. The first time the sieve puts an element around what it leaves
/// of a block whose name is a number (`<bkqhxwzyaf><w:rPr>…</w:rPr></bkqhxwzyaf>`), and the tape keeps what
/// libxml2 reported of it; from then on that element alone is parsed (`<bkqhxwzyaf/>`), and the tape repeats
/// what it kept. Blocks of which the same is left have the same number.
///
/// A block that is the same must mean the same. It is therefore closed in itself, on one line, all its tags
/// have the prefix `w`, and where that prefix is declared again blocks are no longer numbered.
@safe struct RepeatedBlocks: ~Copyable {
  /// What is to be done with a block.
  enum Fate: BitwiseCopyable {
    /// It is sifted; what is left of it gets a number.
    case sift
    /// The element that stands for a number takes its place.
    case replace(Int)
    /// Nothing is left of it.
    case drop
  }

  /// A block that was met.
  struct Block: BitwiseCopyable {
    /// Which of the blocks that were met it is.
    var index: Int
    /// How many bytes it has.
    var count: Int
    var fate: Fate
  }

  /// What is remembered of a block that was met.
  struct Entry: BitwiseCopyable {
    /// The number of what is left of it; `isNew` where it was not sifted, `isEmpty` where nothing is left.
    var number: Int32 = Self.isNew
    /// The two blocks that followed it last, or -1.
    var next: Int32 = -1
    var other: Int32 = -1

    static let isNew: Int32 = -1
    static let isEmpty: Int32 = -2
  }

  /// Longer blocks have no number.
  private static let longest = 2048

  private var isOpen = true
  /// The blocks that were met.
  private var met = ByteStrings(most: 1 << 12, bytes: 1 << 20)
  private var entries = PlainBuffer<Entry>(capacity: 0)
  /// What was left of them, by their numbers, and whether the tape keeps it.
  private var left = ByteStrings(most: BlockName.count, bytes: 1 << 19)
  private var isKept = PlainBuffer<Bool>(capacity: 0)
  /// The block that was met last.
  private var last = 0

  /// Looks at the block that begins with a start tag.
  ///
  /// - Parameter part: what there is of the part from the start tag on.
  /// - Returns: the block, or `nil` where it has no number.
  mutating func block(at part: UnsafeBufferPointer<UInt8>) -> Block? {
    guard isOpen, let index = unsafe expected(at: part) ?? find(at: part) else { return nil }
    last = index
    let number = entries[index].number
    let fate: Fate =
      if number == Entry.isEmpty {
        .drop
      } else if number >= 0, isKept[Int(number)] {
        .replace(Int(number))
      } else {
        .sift
      }
    return Block(index: index, count: met.count(of: index), fate: fate)
  }

  /// Takes what was left of a block that was sifted.
  ///
  /// - Returns: what is to be done with it: it is dropped, replaced, or given the number that is returned.
  mutating func settle(
    _ index: Int, left bytes: UnsafeBufferPointer<UInt8>
  ) -> (fate: Fate, number: Int?) {
    guard !bytes.isEmpty else {
      entries[index].number = Entry.isEmpty
      return (.drop, nil)
    }
    guard let number = unsafe left.index(of: bytes, adding: true) else { return (.sift, nil) }
    entries[index].number = Int32(truncatingIfNeeded: number)
    if number == isKept.count { isKept.append(false) }
    return (isKept[number] ? .replace(number) : .sift, number)
  }

  /// Remembers that the tape keeps what has a number.
  mutating func keep(_ number: Int) {
    isKept[number] = true
  }

  /// Remembers that the prefix `w` is declared; where there are blocks already it may mean something else.
  mutating func declarePrefix() {
    if entries.count > 0 { isOpen = false }
  }

  /// One of the blocks that followed the last one before, where it stands here too; mostly it does.
  @inline(__always)
  private func expected(at part: UnsafeBufferPointer<UInt8>) -> Int? {
    guard entries.count > 0 else { return nil }
    let (next, other) = (Int(entries[last].next), Int(entries[last].other))
    if next >= 0, unsafe met.begins(part, next) { return next }
    if other >= 0, unsafe met.begins(part, other) { return other }
    return nil
  }

  /// Finds the block among those that were met, or adds it to them.
  private mutating func find(at part: UnsafeBufferPointer<UInt8>) -> Int? {
    let count = unsafe Self.length(of: part)
    guard count > 0 else { return nil }
    let block = unsafe UnsafeBufferPointer(rebasing: part[..<count])
    var index = unsafe met.index(of: block, adding: false)
    if index == nil, unsafe Self.isClosed(block) {
      index = unsafe met.index(of: block, adding: true)
      if index != nil { entries.append(Entry()) }
    }
    guard let index else { return nil }
    entries[last].other = entries[last].next
    entries[last].next = Int32(truncatingIfNeeded: index)
    return index
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

  /// Writes the name of a number: the letters of all names, and three from `a` to `p`.
  @inline(__always)
  static func write(_ number: Int, to name: UnsafeMutablePointer<UInt8>) {
    unsafe UnsafeMutableRawPointer(name).storeBytes(of: first.littleEndian, as: UInt64.self)
    for index in 0..<3 {
      unsafe name[7 + index] =
        UInt8(ascii: "a") + UInt8(truncatingIfNeeded: number >> (4 * index) & 15)
    }
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
