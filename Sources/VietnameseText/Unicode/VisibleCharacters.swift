/// How many of eight bytes of UTF-8 begin a scalar that is not white space, or `nil` where they hold a control
/// character or may belong to white space of two bytes or three.
@inlinable
func visibleScalars(in bytes: UInt64) -> Int? {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let high = ones &* 0x80
  let low = bytes & ~high
  // The highest bit of every byte that is zero in its lower seven bits.
  func isZero(_ bytes: UInt64) -> UInt64 { ~(bytes &+ ones &* 0x7F) & high }
  // Bytes below 0x20; C2, E2, E3, and 9A, which stands behind the E1 of U+1680.
  let controls = ~(low &+ ones &* 0x60) & high & ~bytes
  let leads =
    isZero(low ^ ones &* 0x42) | isZero(low ^ ones &* 0x62) | isZero(low ^ ones &* 0x63)
    | isZero(low ^ ones &* 0x1A)
  // An E1 at the end may go on with 9A.
  guard controls | leads & bytes == 0, bytes >> 56 != 0xE1 else { return nil }
  let blanks = isZero(low ^ ones &* 0x20) & ~bytes
  let continuing = bytes & ~(bytes << 1) & high
  return 8 - blanks.nonzeroBitCount - continuing.nonzeroBitCount
}

extension UnsafeBufferPointer<UInt8> {
  /// How many scalars of this UTF-8 are not white space (Unicode's White_Space property).
  @inlinable
  public var visibleCharacterCount: Int {
    var count = 0
    var index = 0
    let end = self.count
    while index < end {
      // Eight bytes at once where none of them may begin white space of more than one byte.
      if index + 8 <= end, let start = baseAddress {
        let bytes = unsafe UnsafeRawPointer(start).loadUnaligned(
          fromByteOffset: index, as: UInt64.self)
        if let visible = visibleScalars(in: bytes) {
          count += visible
          index += 8
          continue
        }
      }
      let byte = unsafe self[index]
      index += 1
      if byte < 0x80 {
        if byte != 0x20 && !(byte >= 0x09 && byte <= 0x0D) { count += 1 }
      } else if byte >= 0xC0 {
        count += 1
        // U+0085, U+00A0, U+1680, U+2000–200A, U+2028, U+2029, U+202F, U+205F, U+3000
        switch byte {
        case 0xC2 where index < end:
          let second = unsafe self[index]
          if second == 0x85 || second == 0xA0 { count -= 1 }
        case 0xE1 where index + 1 < end:
          if unsafe self[index] == 0x9A && self[index + 1] == 0x80 { count -= 1 }
        case 0xE2 where index + 1 < end:
          let second = unsafe self[index]
          let third = unsafe self[index + 1]
          if second == 0x80 && (third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF)
            || second == 0x81 && third == 0x9F
          {
            count -= 1
          }
        case 0xE3 where index + 1 < end:
          if unsafe self[index] == 0x80 && self[index + 1] == 0x80 { count -= 1 }
        default: break
        }
      }
    }
    return count
  }
}

extension String {
  /// How many of the text's scalars are not white space: what the output's coverage counts.
  public var visibleCharacterCount: Int {
    // Every text of ours is contiguous UTF-8; asking for it this way copies none.
    unsafe utf8.withContiguousStorageIfAvailable { unsafe $0.visibleCharacterCount }
      ?? unicodeScalars.count { !$0.properties.isWhitespace }
  }
}
