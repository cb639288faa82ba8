/// Text decoded from UTF-16.
///
/// Half of a surrogate pair without its other half cannot stand in Unicode text: U+FFFD takes its place,
/// and its number is kept for the message, so that the bytes can still be had again.
struct UTF16Text {
  /// The text in UTF-8.
  private(set) var utf8: [UInt8] = []

  /// The code units that are half of a pair, in order.
  private(set) var loneSurrogates: [UInt16] = []

  /// The last byte where their number is odd.
  private(set) var oddByte: UInt8?

  /// Decodes the bytes from a place on.
  init(_ bytes: [UInt8], isBigEndian: Bool, from start: Int) {
    utf8.reserveCapacity(bytes.count)
    var index = start
    while index + 1 < bytes.count {
      let unit = UTF16Text.unit(bytes, at: index, isBigEndian)
      index += 2
      var scalar = UInt32(unit)
      if unit & 0xF800 == 0xD800 {
        let next =
          index + 1 < bytes.count ? UTF16Text.unit(bytes, at: index, isBigEndian) : 0
        if unit < 0xDC00, next & 0xFC00 == 0xDC00 {
          scalar = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(next & 0x3FF))
          index += 2
        } else {
          loneSurrogates.append(unit)
          scalar = 0xFFFD
        }
      }
      append(scalar)
    }
    if index < bytes.count { oddByte = bytes[index] }
  }

  private static func unit(
    _ bytes: [UInt8], at index: Int, _ isBigEndian: Bool
  ) -> UInt16 {
    let first = UInt16(bytes[index])
    let second = UInt16(bytes[index + 1])
    return isBigEndian ? first << 8 | second : second << 8 | first
  }

  private mutating func append(_ scalar: UInt32) {
    func byte(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: scalar >> shift & 0x3F) }
    switch scalar {
    case ..<0x80:
      utf8.append(UInt8(scalar))
    case ..<0x800:
      utf8.append(0xC0 | UInt8(scalar >> 6))
      utf8.append(byte(0))
    case ..<0x10000:
      utf8.append(0xE0 | UInt8(scalar >> 12))
      utf8.append(byte(6))
      utf8.append(byte(0))
    default:
      utf8.append(0xF0 | UInt8(scalar >> 18))
      utf8.append(byte(12))
      utf8.append(byte(6))
      utf8.append(byte(0))
    }
  }
}
