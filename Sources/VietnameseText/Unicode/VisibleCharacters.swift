extension UnsafeBufferPointer<UInt8> {
  /// How many scalars of this UTF-8 are not white space (Unicode's White_Space property).
  ///
  /// Sixteen bytes are counted at once: those that begin a scalar, less the blanks among them. Only what may
  /// be white space of another kind is looked at by itself.
  public var visibleCharacterCount: Int {
    let size = 16
    // What is missing is filled up with blanks, which do not count.
    guard count >= size, let start = baseAddress else {
      let middle = Swift.min(count, 8)
      return unsafe visible(in: SIMD2(padded(0..<middle), padded(middle..<count)), at: 0)
    }
    let raw = unsafe UnsafeRawPointer(start)
    var visible = 0
    var index = 0
    while index &+ size <= count {
      let bytes = unsafe raw.loadUnaligned(fromByteOffset: index, as: SIMD2<UInt64>.self)
      visible &+= unsafe self.visible(in: bytes, at: index)
      index &+= size
    }
    guard index < count else { return visible }
    // The last sixteen, with blanks in the place of those that were counted.
    let last = count &- size
    let bytes = unsafe raw.loadUnaligned(fromByteOffset: last, as: SIMD2<UInt64>.self)
    let counted = SIMD2(UInt64.first(index &- last), .first(Swift.max(index &- last &- 8, 0)))
    return unsafe visible
      &+ self.visible(in: bytes & ~counted | SIMD2(repeating: .blanks) & counted, at: last)
  }

  /// Eight bytes at most, with blanks behind them.
  private func padded(_ places: Range<Int>) -> UInt64 {
    var bytes = UInt64.blanks
    for place in places.reversed() { bytes = unsafe bytes << 8 | UInt64(self[place]) }
    return bytes
  }

  /// How many visible scalars begin in sixteen bytes that stand at a place.
  @inline(__always)
  private func visible(in bytes: SIMD2<UInt64>, at index: Int) -> Int {
    func each(_ byte: UInt64) -> SIMD2<UInt64> {
      SIMD2(repeating: 0x0101_0101_0101_0101 &* byte)
    }
    let high = each(0x80)
    let continuing = bytes & ~(bytes &<< 1)
    let low = bytes & ~high
    // The highest bit of a byte stays zero here where the byte is 20; 09 to 0D or another control
    // character; C2; E2 or E3; 9A, the second byte of U+1680.
    let notBlank = (low ^ each(0x20)) &+ ~high
    let notControl = low &+ each(0x60)
    let notC2 = (low ^ each(0x42)) &+ ~high
    let notE2 = ((low | each(0x01)) ^ each(0x63)) &+ ~high
    let not9A = (low ^ each(0x1A)) &+ ~high
    // A one in every byte that does not count: their sum is the highest byte of the product.
    let uncounted = ((continuing | ~(notBlank | bytes)) & high) &>> 7
    var count =
      16 &- Int(((uncounted[0] &+ uncounted[1]) &* 0x0101_0101_0101_0101) >> 56)
    let others = (~(notControl | bytes) | ~(notC2 & notE2 & not9A) & bytes) & high
    if others[0] | others[1] != 0 {
      count &-= unsafe otherSpaces(others[0], at: index) &+ otherSpaces(others[1], at: index &+ 8)
    }
    return count
  }

  /// How many of eight bytes at a place, those whose highest bit is set, are white space of another kind.
  @inline(never)
  private func otherSpaces(_ places: UInt64, at index: Int) -> Int {
    var places = places
    var count = 0
    while places != 0 {
      if unsafe isOtherSpace(at: index &+ places.trailingZeroBitCount &>> 3) { count &+= 1 }
      places &= places &- 1
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

extension UInt64 {
  /// Eight blanks.
  fileprivate static var blanks: UInt64 { 0x2020_2020_2020_2020 }

  /// All bits of the first of eight bytes.
  fileprivate static func first(_ count: Int) -> UInt64 { ~(UInt64.max << UInt64(8 * count)) }
}
