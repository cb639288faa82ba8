internal import VietnameseText

/// Finds words again by their bytes: an open-addressed table of their numbers.
///
/// Not a `Dictionary` of strings: those are equal, and hashed slowly, where their letters are canonically
/// equivalent.
struct WordIndex {
  /// The bytes of a word: the first sixteen in two numbers, how many there are, and a hash of all.
  struct Key: BitwiseCopyable {
    fileprivate var start: SIMD2<UInt64>
    private(set) var count: Int
    fileprivate var hash: UInt64
  }

  /// The words by number.
  private var keys: [Key] = []
  /// The numbers of the words from 1, at the place of their hash or behind it.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)

  /// How many places are looked at: words may be made to have one hash.
  ///
  /// A word that is not found there is a new one.
  private static let mostLooks = 32

  /// The number of the word that begins at a place, or `nil` where it was not added; the words as they were
  /// written stand in `texts`.
  func number(of key: Key, _ bytes: Span<UInt8>, from start: Int, in texts: [String]) -> Int? {
    var slot = slot(of: key)
    for _ in 0..<WordIndex.mostLooks {
      let number = Int(slots[slot]) - 1
      if number < 0 { return nil }
      let known = keys[number]
      if known.hash == key.hash, known.start == key.start, known.count == key.count,
        key.count <= 16 || WordIndex.isSame(texts[number], bytes, from: start)
      {
        return number
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a word with the next number.
  mutating func add(_ key: Key) {
    keys.append(key)
    if 2 * keys.count > slots.count {
      slots = [UInt32](repeating: 0, count: 2 * slots.count)
      for number in keys.indices { place(number) }
    } else {
      place(keys.count - 1)
    }
  }

  private mutating func place(_ number: Int) {
    var slot = slot(of: keys[number])
    for _ in 0..<WordIndex.mostLooks {
      if slots[slot] == 0 { return slots[slot] = UInt32(number + 1) }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  /// The highest bits of the hash.
  private func slot(of key: Key) -> Int {
    Int(key.hash >> UInt64(64 - slots.count.trailingZeroBitCount))
  }

  private static func isSame(_ word: String, _ bytes: Span<UInt8>, from start: Int) -> Bool {
    word.withBytes { word in word.indices.allSatisfy { word[$0] == bytes[start + $0] } }
  }
}

extension WordIndex.Key {
  /// Finds the word that begins at a place and ends no later than `limit`: before a blank or control character,
  /// each of which is a word of its own.
  init(_ bytes: Span<UInt8>, from begin: Int, upTo limit: Int) {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    let isRoom = bytes.count - begin >= 16
    if isRoom {
      let block = SixteenBytes(bytes, at: begin)
      let length = max(block.places(below: 0x21).firstPlace, 1)
      if length < 16 {
        count = min(length, limit - begin)
        start = block.first(count)
        hash = (start[0] &* 0xC2B2_AE3D_27D4_EB4F ^ start[1]) &* factor
        return
      }
    }
    var end = begin + 1
    if bytes[begin] > 0x20 {
      while end < limit, bytes[end] > 0x20 { end += 1 }
    }
    start = SIMD2()
    for place in (begin..<min(end, begin + 16)).reversed() {
      start = SIMD2(start[0] << 8 | UInt64(bytes[place]), start[1] << 8 | start[0] >> 56)
    }
    count = end - begin
    hash = (start[0] &* 0xC2B2_AE3D_27D4_EB4F ^ start[1]) &* factor
    for place in begin + min(count, 16)..<end { hash = (hash ^ UInt64(bytes[place])) &* factor }
  }
}
