extension UnsafeBufferPointer<UInt8> {
  /// How many scalars of this UTF-8 are not white space (Unicode's White_Space property).
  ///
  /// Eight bytes are counted at once: those that begin a scalar, less the blanks among them. Only what may
  /// be white space of another kind is looked at by itself.
  public var visibleCharacterCount: Int {
    var count = 0
    var index = 0
    while index &+ 8 <= self.count, let start = baseAddress {
      let bytes = unsafe UnsafeRawPointer(start).loadUnaligned(
        fromByteOffset: index, as: UInt64.self)
      count &+= unsafe visible(in: UInt64(littleEndian: bytes), at: index)
      index &+= 8
    }
    // What is left is filled up with blanks, which do not count.
    guard index < self.count else { return count }
    var rest: UInt64 = 0x2020_2020_2020_2020
    var last = self.count
    while last > index {
      last &-= 1
      rest = unsafe rest << 8 | UInt64(self[last])
    }
    return unsafe count &+ visible(in: rest, at: index)
  }

  /// How many visible scalars begin in eight bytes that stand at a place.
  @inline(__always)
  private func visible(in bytes: UInt64, at index: Int) -> Int {
    let high: UInt64 = 0x8080_8080_8080_8080
    let continuing = bytes & ~(bytes << 1)
    let low = bytes & ~high
    // The highest bit of a byte stays zero here where the byte is 20; 09 to 0D or another control
    // character; C2; E2 or E3; 9A, the second byte of U+1680.
    let notBlank = (low ^ 0x2020_2020_2020_2020) &+ ~high
    let notControl = low &+ 0x6060_6060_6060_6060
    let notC2 = (low ^ 0x4242_4242_4242_4242) &+ ~high
    let notE2 = ((low | 0x0101_0101_0101_0101) ^ 0x6363_6363_6363_6363) &+ ~high
    let not9A = (low ^ 0x1A1A_1A1A_1A1A_1A1A) &+ ~high
    // A one in every byte that does not count: their sum is the highest byte of the product.
    let uncounted = (continuing | ~(notBlank | bytes)) & high
    var count = 8 &- Int(((uncounted >> 7) &* 0x0101_0101_0101_0101) >> 56)
    var others = (~(notControl | bytes) | ~(notC2 & notE2 & not9A) & bytes) & high
    while others != 0 {
      if unsafe isOtherSpace(at: index &+ others.trailingZeroBitCount &>> 3) { count &-= 1 }
      others &= others &- 1
    }
    return count
  }

  /// Whether white space other than a blank stands at a place, or has its second byte there where it is
  /// U+1680: U+0009–000D, U+0085, U+00A0, U+2000–200A, U+2028, U+2029, U+202F, U+205F, U+3000.
  private func isOtherSpace(at index: Int) -> Bool {
    func byte(_ place: Int) -> UInt8 {
      place >= 0 && place < count ? unsafe self[place] : 0
    }
    switch byte(index) {
    case 0x09...0x0D: return true
    case 0x9A: return byte(index - 1) == 0xE1 && byte(index + 1) == 0x80
    case 0xC2: return byte(index + 1) == 0x85 || byte(index + 1) == 0xA0
    case 0xE2:
      let third = byte(index + 2)
      switch byte(index + 1) {
      case 0x80:
        return third > 0 && third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF
      case 0x81: return third == 0x9F
      default: return false
      }
    case 0xE3: return byte(index + 1) == 0x80 && byte(index + 2) == 0x80
    default: return false
    }
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
