/// The hashes of all local names that reading knows.
///
/// A name that is not known but has the hash of one that is would be kept: hashes are enough.
@safe struct XMLNameHashes: Sendable {
  /// What an element of a name is to reading.
  enum Kind: UInt64 {
    /// Nothing; what stands in it may be something.
    case unknown
    /// Nothing where it is empty.
    case wrapper
    /// Something, also where it is empty.
    case telling
  }

  /// The set; it lives as long as the process.
  static let known = XMLNameHashes(XMLName.allCases)

  private nonisolated(unsafe) let slots: UnsafeMutablePointer<UInt64>

  /// A power of two, some times the number of names.
  private static let slotBits = 10
  /// The bits of a slot that hold the kind.
  private static let kindMask: UInt64 = 3

  private init(_ names: [XMLName]) {
    unsafe slots = .allocate(capacity: 1 << Self.slotBits)
    unsafe slots.initialize(repeating: 0, count: 1 << Self.slotBits)
    for name in names {
      var hash: UInt64 = 0
      var letters = Array(name.rawValue.utf8)
      repeat {
        let word = ByteWord(letters.prefix(8))
        hash = Self.hash(hash, word, min(letters.count, 8))
        if letters.count < 8 { break }
        letters.removeFirst(8)
      } while true
      let kind: Kind = XMLName.wrappers.contains(name) ? .wrapper : .telling
      unsafe slots[slot(of: hash)] = hash & ~Self.kindMask | kind.rawValue
    }
  }

  /// Adds up to eight letters, the first of a word, to a hash.
  @inline(__always)
  static func hash(_ hash: UInt64, _ word: ByteWord, _ letters: Int) -> UInt64 {
    (hash ^ word.first(letters)) &* 0x9E37_79B9_7F4A_7C15
  }

  /// What elements are whose name has this hash.
  @inline(__always)
  func kind(of hash: UInt64) -> Kind {
    // Where there are no letters there is a mistake.
    hash == 0 ? .telling : Kind(rawValue: unsafe slots[slot(of: hash)] & Self.kindMask) ?? .telling
  }

  /// Where a hash lies, or the empty place where it would.
  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    var index = Int(hash >> UInt64(64 - Self.slotBits))
    while unsafe (slots[index] ^ hash) & ~Self.kindMask != 0, unsafe slots[index] != 0 {
      index = (index + 1) & (1 << Self.slotBits - 1)
    }
    return index
  }
}
