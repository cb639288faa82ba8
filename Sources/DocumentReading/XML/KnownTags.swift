internal import VietnameseText

/// The start tags of a part that were read last, found again by their letters: most are spelled like one before.
struct KnownTags {
  /// What a start tag says.
  struct Tag {
    /// How many bytes it has.
    var count: Int
    /// How many bytes its name has.
    var nameCount: Int
    /// The element that it opens.
    var element: XMLElement
    /// Whether it closes it too.
    var isEmpty: Bool
    /// The scope of namespaces in which it says so.
    var scope: Int
    /// Where its letters stand, once it is known.
    var letters = 0
  }

  /// How many bytes there are up to the first `>`, in general the end of a tag, and the slot of their hash.
  typealias Spelling = (count: Int, slot: Int)

  private var tags: [Tag] = []
  /// The letters of the tags, each with some that follow.
  private(set) var letters: [UInt8] = []
  /// The tags by the hash of their letters, from 1: of two with one hash the later.
  private var slots = [UInt16](repeating: 0, count: 1 << slotBits)

  private static let slotBits = 12

  /// How what begins at a place is spelled.
  @inline(__always)
  static func spelling(
    in window: Span<UInt8>, at place: Int
  ) throws(PlainTokenizer.Stop) -> Spelling {
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

  /// The tag that begins at a place, where it was read before in the same scope.
  @inline(__always)
  func tag(_ spelling: Spelling, _ window: Span<UInt8>, at place: Int, scope: Int) -> Tag? {
    let index = Int(slots[spelling.slot]) - 1
    guard index >= 0, tags[index].count == spelling.count, tags[index].scope == scope else {
      return nil
    }
    let start = tags[index].letters
    var read = 0
    while read < spelling.count {
      let bytes = SixteenBytes(window, at: place + read)
      let differing = SixteenBytes(letters.span, at: start + read).places(differingFrom: bytes)
      if differing.firstPlace < min(spelling.count - read, 16) { return nil }
      read += 16
    }
    return tags[index]
  }

  /// Remembers a tag that begins at a place.
  mutating func add(_ tag: Tag, _ spelling: Spelling, _ window: Span<UInt8>, at place: Int) {
    // A tag with `>` in a value is longer than what is compared.
    guard tag.count == spelling.count else { return }
    tags.append(tag)
    tags[tags.count - 1].letters = letters.count
    letters.append(contentsOf: window, place..<place + tag.count + ByteWindow.padding)
    slots[spelling.slot] = UInt16(tags.count)
  }
}
