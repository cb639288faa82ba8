internal import VietnameseText

/// Sequences of at least eight bytes, each once, with the order in which they came.
@safe struct ByteStrings: ~Copyable {
  /// Where a sequence is.
  struct Entry: BitwiseCopyable {
    var hash: UInt64
    var first: Int32
    var count: Int32
  }

  private let most: Int
  private let mostBytes: Int
  private var entries = PlainBuffer<Entry>(capacity: 0)
  private var bytes = PlainBuffer<UInt8>(capacity: 0)
  /// An open-addressed table of their places by their hashes, from 1; at least twice as large as it must be.
  private var slots = PlainBuffer<UInt16>(capacity: 0)
  private var slotBits = 6
  /// How many places of the table are looked at.
  private static let mostLooks = 32

  /// Starts with none.
  ///
  /// - Parameters:
  ///   - most: how many are kept at most, fewer than 65,536.
  ///   - bytes: how many bytes they have together at most.
  init(most: Int, bytes: Int) {
    self.most = most
    mostBytes = bytes
  }

  /// How many bytes a sequence has.
  func count(of index: Int) -> Int { Int(entries[index].count) }

  /// Whether longer bytes begin with a sequence.
  @inline(__always)
  func begins(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let count = count(of: index)
    guard count <= bytes.count else { return false }
    return unsafe isEqual(index, UnsafeBufferPointer(rebasing: bytes[..<count]))
  }

  /// The place of a sequence, which is added where it is not there, or `nil` where there are too many.
  mutating func index(of string: UnsafeBufferPointer<UInt8>) -> Int? {
    if entries.count * 2 >= slots.count { makeRoom() }
    let hash = unsafe Self.hash(of: string)
    var slot = Int(hash >> UInt64(64 - slotBits))
    var looks = 0
    while slots[slot] != 0 {
      // Bytes may be made to have one hash: they are not looked for without end.
      looks += 1
      if looks > Self.mostLooks { return nil }
      let index = Int(slots[slot]) - 1
      if entries[index].hash == hash, count(of: index) == string.count,
        unsafe isEqual(index, string)
      {
        return index
      }
      slot = (slot + 1) & (1 << slotBits - 1)
    }
    guard entries.count < most, bytes.count + string.count <= mostBytes else { return nil }
    slots[slot] = UInt16(truncatingIfNeeded: entries.count + 1)
    entries.append(
      Entry(
        hash: hash, first: Int32(truncatingIfNeeded: bytes.count),
        count: Int32(truncatingIfNeeded: string.count)))
    unsafe bytes.append(string)
    return entries.count - 1
  }

  /// Makes the table four times as large.
  private mutating func makeRoom() {
    slotBits += 2
    slots.removeAll()
    slots.append(0, count: 1 << slotBits)
    for index in 0..<entries.count {
      var slot = Int(entries[index].hash >> UInt64(64 - slotBits))
      while slots[slot] != 0 { slot = (slot + 1) & (1 << slotBits - 1) }
      slots[slot] = UInt16(truncatingIfNeeded: index + 1)
    }
  }

  @inline(__always)
  private static func hash(of string: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: string.count)
    var index = 0
    while index < string.count {
      // The last eight bytes may overlap those before them.
      let word = unsafe ByteWord(string, at: min(index, string.count - 8)).first(8)
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      index += 8
    }
    return hash &* 0x9E37_79B9_7F4A_7C15
  }

  /// Whether as many bytes are those of a sequence.
  @inline(__always)
  private func isEqual(_ index: Int, _ string: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = Int(entries[index].first)
    let known = unsafe bytes.values(first..<first + string.count)
    var index = 0
    while index < string.count {
      let place = min(index, string.count - 8)
      guard unsafe ByteWord(known, at: place).first(8) == ByteWord(string, at: place).first(8)
      else {
        return false
      }
      index += 8
    }
    return true
  }
}
