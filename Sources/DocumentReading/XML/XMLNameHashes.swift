/// What all local names that reading knows mean, by their hashes.
///
/// Hashes are enough: no name of a document's own has by chance the hash of one that is known, and a name made
/// to have it is read as if it were that one.
@safe struct XMLNameHashes: Sendable {
  /// What an element of a name is to reading.
  enum Kind: UInt8, BitwiseCopyable {
    /// Nothing; what stands in it may be something.
    case unknown
    /// Nothing, as all that stands in it, where it is one of WordprocessingML.
    case ignored
    /// Nothing where it is empty.
    case wrapper
    /// Something, also where it is empty.
    case telling
  }

  /// A name.
  struct Entry: BitwiseCopyable {
    fileprivate var hash: UInt64 = 0
    var name = XMLName.other
    var kind = Kind.unknown
    /// Whether an element of WordprocessingML is tried to be read as a whole (`XMLSieve`).
    var isUnit = false

    /// Whether the name says something, as that of an element or of an attribute.
    var isKnown: Bool { name != .other }
  }

  /// The set; it lives as long as the process.
  static let known = XMLNameHashes()

  private nonisolated(unsafe) let slots: UnsafeMutablePointer<Entry>

  /// A power of two, some times the number of names.
  private static let slotBits = 10

  private init() {
    unsafe slots = .allocate(capacity: 1 << Self.slotBits)
    unsafe slots.initialize(repeating: Entry(), count: 1 << Self.slotBits)
    for name in XMLName.ignored { add(name, Entry(kind: .ignored)) }
    for name in XMLName.allCases where name != .other {
      let kind: Kind = XMLName.wrappers.contains(name) ? .wrapper : .telling
      add(name.rawValue, Entry(name: name, kind: kind, isUnit: XMLName.units.contains(name)))
    }
  }

  private func add(_ name: String, _ entry: Entry) {
    var hash: UInt64 = 0
    var letters = Array(name.utf8)
    repeat {
      let word = ByteWord(letters.prefix(8))
      hash = Self.hash(hash, word, min(letters.count, 8))
      if letters.count < 8 { break }
      letters.removeFirst(8)
    } while true
    var entry = entry
    entry.hash = hash
    unsafe slots[slot(of: hash)] = entry
  }

  /// Adds up to eight letters, the first of a word, to a hash.
  @inline(__always)
  static func hash(_ hash: UInt64, _ word: ByteWord, _ letters: Int) -> UInt64 {
    (hash ^ word.first(letters)) &* 0x9E37_79B9_7F4A_7C15
  }

  /// What the name with a hash means; one that is not known means nothing.
  @inline(__always)
  subscript(hash: UInt64) -> Entry { unsafe slots[slot(of: hash)] }

  /// Where a hash lies, or the empty place where it would.
  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    var index = Int(hash >> UInt64(64 - Self.slotBits))
    while unsafe slots[index].hash != hash, unsafe slots[index].hash != 0 {
      index = (index + 1) & (1 << Self.slotBits - 1)
    }
    return index
  }
}
