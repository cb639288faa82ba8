/// Eight bytes that are looked at together, the first in the lowest place.
struct ByteWord {
  private let bytes: UInt64

  /// Every byte 1, and the highest bit of every byte.
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// Takes eight bytes as they lie in memory.
  @inline(__always)
  init(_ bytes: UInt64) {
    self.bytes = UInt64(littleEndian: bytes)
  }

  /// Takes the eight bytes from a place on, which must all be there.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) {
    unsafe self.init(
      UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// Takes up to eight bytes; zeros follow them.
  init(_ bytes: some Sequence<UInt8>) {
    self.bytes = bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The first bytes, zeros behind them.
  @inline(__always)
  func first(_ count: Int) -> UInt64 { count == 8 ? bytes : bytes & (1 << UInt64(count * 8) - 1) }

  /// How many bytes stand before the first that is this one; eight where none is.
  @inline(__always)
  func count(before byte: UInt8) -> Int { Self.zeros(bytes ^ Self.ones &* UInt64(byte)).firstByte }

  /// With how many letters and digits of ASCII the bytes begin; 0 where a digit is the first.
  @inline(__always)
  var nameCount: Int {
    let ascii = bytes & ~Self.high
    let lowercase = ascii | Self.ones &* 0x20
    let letters = (lowercase &+ Self.ones &* 0x1F) & ~(lowercase &+ Self.ones &* 0x05)
    let digits = (ascii &+ Self.ones &* 0x50) & ~(ascii &+ Self.ones &* 0x46)
    return (~((letters | digits & ~0xFF) & ~bytes) & Self.high).firstByte
  }

  /// How many bytes stand before the first that is no visible ASCII, or `<` or `&`.
  @inline(__always)
  var plainCount: Int {
    let visible = (bytes & ~Self.high) &+ Self.ones &* 0x60
    let markup =
      Self.zeros(bytes ^ Self.ones &* UInt64(UInt8(ascii: "<")))
      | Self.zeros(bytes ^ Self.ones &* UInt64(UInt8(ascii: "&")))
    return ((~visible | bytes) & Self.high | markup).firstByte
  }

  /// How many bytes stand before the first that is no visible ASCII, or `<`, `&` or `>`.
  @inline(__always)
  var textCount: Int {
    min(plainCount, count(before: UInt8(ascii: ">")))
  }

  /// The highest bit of bytes that are zero; above the first of them that of others too.
  @inline(__always)
  private static func zeros(_ bytes: UInt64) -> UInt64 { (bytes &- ones) & ~bytes & high }
}

extension UInt64 {
  /// The number of the lowest byte in which a bit is set, or eight.
  @inline(__always)
  fileprivate var firstByte: Int { trailingZeroBitCount >> 3 }
}
