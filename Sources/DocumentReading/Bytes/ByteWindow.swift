internal import VietnameseText

/// The bytes of a part that are being read: one piece of it, behind what was cut off at the end of the last.
///
/// Behind the last byte stand zeros, so that a loop that stops at a zero stops there.
struct ByteWindow: ~Copyable {
  /// How much is inflated at once: so little that memory stays flat and the cache warm.
  private static let chunkSize = 1 << 14
  /// A longer tag does not fit.
  private static let capacity = 2 * chunkSize
  /// How many zeros stand behind the last byte.
  static let padding = 16

  /// How many bytes there are.
  private(set) var count = 0
  /// Whether the part ends with them.
  private(set) var isLast = false
  /// The memory of the bytes, of which `paddedCount` are in use.
  private(set) var bytes = [UInt8](repeating: 0, count: capacity + padding)

  /// How many bytes there are with the zeros behind them.
  var paddedCount: Int { count + Self.padding }

  /// Keeps the bytes from a place on and inflates the next ones behind them.
  ///
  /// - Returns: whether there was room.
  mutating func fill(from entry: inout ZIPEntry, keeping first: Int) throws(ReadingError) -> Bool {
    precondition(first >= 0 && first <= count)
    let kept = count - first
    guard kept + Self.chunkSize <= Self.capacity else { return false }
    for place in 0..<kept { bytes[place] = bytes[first + place] }
    let added = try entry.read(into: &bytes, kept..<kept + Self.chunkSize)
    count = kept + added
    for place in count..<count + Self.padding { bytes[place] = 0 }
    isLast = added == 0
    return true
  }
}

// The bytes of a window with the zeros behind them.
extension Span<UInt8> {
  /// The place behind the last byte, that of the first zero.
  var end: Int { count - ByteWindow.padding }

  /// Eight bytes from a place on.
  @inline(__always)
  func word(at place: Int) -> ByteWord {
    // The load checks that eight bytes stand there.
    unsafe ByteWord(bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// Whether the bytes from a place on are these.
  func starts(with text: String, at place: Int) -> Bool {
    place + text.utf8.count <= end
      && text.utf8.enumerated().allSatisfy { self[place + $0.offset] == $0.element }
  }

  /// Some of the bytes as text.
  func string(_ places: Range<Int>) -> String { String(decoding: extracting(places)) }
}

/// Eight bytes that are looked at together, the first in the lowest place.
struct ByteWord {
  private let bytes: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// Takes bytes as they lie in memory.
  init(_ bytes: UInt64) { self.bytes = UInt64(littleEndian: bytes) }

  /// The first bytes, with zeros behind them.
  @inline(__always)
  func first(_ count: Int) -> UInt64 {
    count == 8 ? bytes : bytes & ((1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1)
  }

  /// How many bytes stand before the first that is no letter or digit of ASCII and no colon.
  @inline(__always)
  var nameLength: Int {
    let ascii = bytes & ~Self.high
    let lowercase = ascii | Self.ones &* 0x20
    let letters = (lowercase &+ Self.ones &* 0x1F) & ~(lowercase &+ Self.ones &* 0x05)
    // The colon stands behind the digits.
    let digits = (ascii &+ Self.ones &* 0x50) & ~(ascii &+ Self.ones &* 0x45)
    return Self.length(before: ~((letters | digits) & ~bytes) & Self.high)
  }

  /// How many bytes stand before the first that is no visible ASCII or blank, or one of `<&]"'`.
  @inline(__always)
  var plainLength: Int {
    let invisible = ~((bytes & ~Self.high) &+ Self.ones &* 0x60) | bytes
    // `&` and `'` differ in the last bit.
    let marks =
      zeros(at: "<") | zeros(at: "]") | zeros(at: "\"")
      | ByteWord(bytes | Self.ones).zeros(at: "'")
    return Self.length(before: (invisible | marks) & Self.high)
  }

  /// The highest bit of bytes that are this letter; above the first of them that of others too.
  private func zeros(at letter: Unicode.Scalar) -> UInt64 {
    let differing = bytes ^ Self.ones &* UInt64(letter.value)
    return (differing &- Self.ones) & ~differing
  }

  private static func length(before bits: UInt64) -> Int { bits.trailingZeroBitCount >> 3 }
}

extension ArraySlice<UInt8> {
  /// How many scalars of this UTF-8 are not white space.
  var visibleCharacterCount: Int { span.visibleCharacterCount }
}
