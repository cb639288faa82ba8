internal import VietnameseText

/// The start tags of a part that were read last, found again by their letters: most are spelled like one before.
///
/// What is kept of a tag means the same wherever it stands; its prefix is resolved there.
struct KnownTags {
  /// What a start tag means.
  struct Tag {
    /// How many bytes it has.
    var count: Int
    /// The place of its name in the table of names.
    var name: Int
    /// The place of its prefix there.
    var prefix: Int
    /// What its local name means.
    var meaning: XMLMeaning
    /// Whether it is that of an empty element.
    var isEmpty: Bool
    /// Its attributes in the buffer of events.
    var attributes: Range<Int>
    /// Where its letters stand, once it is known.
    var letters = 0
  }

  private var tags: [Tag] = []
  /// The letters of the tags, each with some that follow.
  private var letters: [UInt8] = []
  /// The tags by the hash of their letters, from 1: of two with one hash the later.
  private var slots = [UInt16](repeating: 0, count: 1 << slotBits)

  private static let slotBits = 12
  /// How many letters are kept.
  private static let mostLetters = 1 << 16

  /// How many bytes there are from a place up to the first `>`, in general a tag, and the slot of their hash.
  @inline(__always)
  static func spelling(
    in window: Span<UInt8>, at place: Int
  ) throws(PlainTokenizer.Stop) -> (count: Int, slot: Int) {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var end = place
    var hash: UInt64 = 0
    while end < window.end {
      let bytes = SixteenBytes(window, at: end)
      let length = bytes.places(of: UInt8(ascii: ">")).firstPlace
      let letters = bytes.first(length)
      hash = (hash ^ letters[0] &* 0xC2B2_AE3D_27D4_EB4F ^ letters[1]) &* factor
      hash ^= hash >> 32
      end += length
      if length < 16 { return (end + 1 - place, Int((hash &* factor) >> UInt64(64 - slotBits))) }
    }
    throw .cut
  }

  /// The tag that begins at a place, where it was read before.
  @inline(__always)
  func tag(_ spelling: (count: Int, slot: Int), _ window: Span<UInt8>, at place: Int) -> Tag? {
    let index = Int(slots[spelling.slot]) - 1
    guard index >= 0, tags[index].count == spelling.count else { return nil }
    let tag = tags[index]
    var read = 0
    while read < tag.count {
      let length = min(tag.count - read, 16)
      guard
        SixteenBytes(letters.span, at: tag.letters + read).first(length)
          == SixteenBytes(window, at: place + read).first(length)
      else { return nil }
      read += length
    }
    return tag
  }

  /// Remembers a tag that begins at a place.
  mutating func add(
    _ tag: Tag, _ spelling: (count: Int, slot: Int), _ window: Span<UInt8>, at place: Int
  ) {
    // A tag with `>` in a value is longer than what is compared.
    guard tag.count == spelling.count else { return }
    if letters.count > Self.mostLetters { removeAll() }
    tags.append(tag)
    tags[tags.count - 1].letters = letters.count
    letters.append(contentsOf: window, place..<place + tag.count + ByteWindow.padding)
    slots[spelling.slot] = UInt16(tags.count)
  }

  /// Forgets all tags.
  mutating func removeAll() {
    guard !tags.isEmpty else { return }
    tags.removeAll(keepingCapacity: true)
    letters.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = 0 }
  }
}
