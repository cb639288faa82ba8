internal import VietnameseText

/// The start tags of a part that were read last, found again by their letters: most are spelled like one before.
///
/// A tag means the same as long as the declarations of namespaces are the same.
struct KnownTags {
  /// What a start tag means.
  struct Tag {
    /// How many bytes it has.
    var count: Int
    /// The place of its name in the table of names.
    var name: Int
    /// The local name, or `.other`.
    var meaning: XMLName
    /// The namespace.
    var namespace: XMLNamespace
    /// Whether the element is left out.
    var isIgnored: Bool
    /// Whether it is that of an empty element.
    var isEmpty: Bool
    /// Its attributes in the buffer of events.
    var attributes: Range<Int>
  }

  /// The letters from a `<` to the first `>`, in general a tag.
  struct Spelling {
    /// How many bytes there are.
    let count: Int
    /// Their hash.
    fileprivate let hash: UInt64

    /// Finds the `>` and the hash of what stands before it.
    @inline(__always)
    init(of window: Span<UInt8>, at place: Int) throws(PlainTokenizer.Stop) {
      let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
      var at = place
      var hash: UInt64 = 0
      while at < window.end {
        let bytes = SixteenBytes(window, at: at)
        let length = bytes.places(of: UInt8(ascii: ">")).firstPlace
        let letters = bytes.first(length)
        hash = (hash ^ letters[0] &* 0xC2B2_AE3D_27D4_EB4F ^ letters[1]) &* factor
        hash ^= hash >> 32
        at += length
        guard length == 16 else {
          count = at + 1 - place
          self.hash = hash &* factor
          return
        }
      }
      throw .cut
    }
  }

  private var tags: [Tag] = []
  /// For every tag where its letters begin.
  private var starts: [Int] = []
  /// The letters of the tags, each with some that follow.
  private var letters: [UInt8] = []
  /// The tags by the hash of their letters, from 1: of two with one hash the later.
  private var slots = [UInt16](repeating: 0, count: 1 << slotBits)

  private static let slotBits = 10
  /// How many letters are kept.
  private static let mostLetters = 1 << 16

  /// The tag that begins at a place, where it was read before.
  @inline(__always)
  func tag(_ spelling: Spelling, _ window: Span<UInt8>, at place: Int) -> Tag? {
    let index = Int(slots[Self.slot(of: spelling)]) - 1
    guard index >= 0 else { return nil }
    let tag = tags[index]
    guard tag.count == spelling.count else { return nil }
    var (own, other) = (starts[index], place)
    var rest = tag.count
    while rest > 16 {
      guard
        SixteenBytes(letters.span, at: own).first(16)
          == SixteenBytes(window, at: other).first(16)
      else { return nil }
      own += 16
      other += 16
      rest -= 16
    }
    let isSame =
      SixteenBytes(letters.span, at: own).first(rest)
      == SixteenBytes(window, at: other).first(rest)
    return isSame ? tag : nil
  }

  /// Remembers a tag that begins at a place.
  mutating func add(_ tag: Tag, _ spelling: Spelling, _ window: Span<UInt8>, at place: Int) {
    guard tag.count == spelling.count else { return }
    if letters.count > Self.mostLetters { removeAll() }
    tags.append(tag)
    starts.append(letters.count)
    letters.append(contentsOf: window, place..<place + tag.count + ByteWindow.padding)
    slots[Self.slot(of: spelling)] = UInt16(tags.count)
  }

  private static func slot(of spelling: Spelling) -> Int {
    Int(spelling.hash >> UInt64(64 - slotBits))
  }

  /// Forgets all tags.
  mutating func removeAll() {
    guard !tags.isEmpty else { return }
    tags.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    letters.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = 0 }
  }
}
