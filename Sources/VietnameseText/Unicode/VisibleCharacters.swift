extension UnsafeBufferPointer<UInt8> {
  /// How many scalars of this UTF-8 are not white space (Unicode's White_Space property).
  ///
  /// Sixteen bytes are counted at once: those that begin a scalar, less the blanks among them. Only what may
  /// be white space of another kind is looked at by itself.
  public var visibleCharacterCount: Int {
    let size = 16
    var invisible = 0
    var index = 0
    while index &+ size <= count {
      // The sum of a tally holds so many sixteens.
      let end = Swift.min(count, index &+ 15 &* size)
      var tally = SixteenBytes.Tally()
      repeat {
        let bytes = unsafe SixteenBytes(self, at: index)
        tally.add(bytes.uncounted)
        unsafe invisible &+= otherSpaces(bytes.perhapsSpaces, at: index)
        index &+= size
      } while index &+ size <= end
      invisible &+= tally.sum
    }
    if index < count {
      // The last sixteen, less those that were seen; of fewer than sixteen all, and letters behind them.
      let last = Swift.max(count &- size, 0)
      let bytes = unsafe last > 0 ? SixteenBytes(self, at: last) : SixteenBytes(few: self, 0x61)
      let isNew = ~SixteenBytes.Places.first(index &- last)
      var tally = SixteenBytes.Tally()
      tally.add(bytes.uncounted & isNew)
      unsafe invisible &+= tally.sum &+ otherSpaces(bytes.perhapsSpaces & isNew, at: last)
    }
    return count &- invisible
  }

  /// How many of sixteen places from one on are white space of another kind.
  @inline(__always)
  private func otherSpaces(_ places: SixteenBytes.Places, at index: Int) -> Int {
    if places.isEmpty { return 0 }
    let halves = places.halves
    return unsafe otherSpaces(halves[0], at: index) &+ otherSpaces(halves[1], at: index &+ 8)
  }

  /// How many of eight bytes at a place, those that are set, are white space of another kind.
  @inline(never)
  private func otherSpaces(_ places: UInt64, at index: Int) -> Int {
    var places = places
    var count = 0
    while places != 0 {
      let place = places.trailingZeroBitCount &>> 3
      if unsafe isOtherSpace(at: index &+ place) { count &+= 1 }
      places &= ~(0xFF << UInt64(8 &* place))
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

extension SixteenBytes {
  /// Where there is nothing to count: blanks, and bytes that begin no scalar.
  @inline(__always)
  fileprivate var uncounted: Places { places(of: 0x20) | places(in: 0x80...0xBF) }

  /// Where white space of another kind may be: control characters, C2, E2 and E3; 9A, the second byte of
  /// U+1680.
  @inline(__always)
  fileprivate var perhapsSpaces: Places {
    places(below: 0x20) | places(of: 0xC2) | setting(0x01).places(of: 0xE3) | places(of: 0x9A)
  }
}
