internal import VietnameseText

/// The blocks of properties of a part that stand in it again and again, so that each is read once.
///
/// Half the tags of a Word document lie in properties of paragraphs, runs and cells (`w:pPr`, `w:rPr`,
/// `w:tcPr`) that stood before, byte for byte. What the tape took of such a block the first time is repeated
/// wherever the same bytes stand again.
@safe struct RepeatedBlocks: ~Copyable {
  /// What is known of a block.
  enum State: UInt8, BitwiseCopyable {
    /// It was not read as a whole, or what was read of it was taken back.
    case new
    /// The tape has what was read of it.
    case kept
    /// It says nothing.
    case empty
  }

  /// A block that stands somewhere.
  struct Block: BitwiseCopyable {
    var number: Int
    /// How many bytes it has.
    var count: Int
    var state: State
  }

  /// What is remembered of a block.
  struct Entry: BitwiseCopyable {
    var state = State.new
    /// The two blocks that followed it last, or -1.
    var next: Int32 = -1
    var other: Int32 = -1
    /// Where on the tape it lies.
    var places = XMLTape.Places()
  }

  /// Longer blocks have no number.
  private static let longest = 2048
  /// How many numbers there are.
  private static let most = 1 << 12

  /// The blocks that were met.
  private var met = ByteStrings(most: Self.most, bytes: 1 << 20)
  private var entries = PlainBuffer<Entry>(capacity: 0)
  /// The block that was met last.
  private var last = 0

  /// Looks at the block that begins with a start tag without attributes.
  ///
  /// - Parameter part: what there is of the part from the start tag on.
  /// - Returns: the block, or `nil` where it has no number.
  mutating func block(at part: UnsafeBufferPointer<UInt8>) -> Block? {
    guard let number = unsafe expected(at: part) ?? find(at: part) else { return nil }
    last = number
    return Block(number: number, count: met.count(of: number), state: entries[number].state)
  }

  /// Remembers what is known of a block, and where it lies.
  mutating func settle(_ number: Int, _ state: State, at places: XMLTape.Places) {
    entries[number].state = state
    entries[number].places = places
  }

  /// Where on the tape a block lies that is kept.
  @inline(__always)
  func places(of number: Int) -> XMLTape.Places { entries[number].places }

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
    guard count > 0,
      let number = unsafe met.index(of: UnsafeBufferPointer(rebasing: part[..<count]))
    else { return nil }
    if number == entries.count { entries.append(Entry()) }
    entries[last].other = entries[last].next
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
}
