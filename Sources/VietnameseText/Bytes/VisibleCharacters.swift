/// Counts the scalars of UTF-8 that are not white space (Unicode's White_Space property).
///
/// Sixteen bytes are counted at once: those that begin a scalar, less the blanks among them. Only what may be
/// white space of another kind is examined by itself.
private func visibleCharacterCount(of bytes: Span<UInt8>) -> Int {
  let size = 16
  let count = bytes.count
  var invisible = 0
  var index = 0
  while count - index >= size {
    // A tally counts up to 255 blocks.
    var tally = SixteenBytes.Tally()
    var blocks = 0
    repeat {
      let block = SixteenBytes(bytes, at: index)
      tally.add(block.uncounted)
      invisible += otherSpaces(in: bytes, block.perhapsSpaces, at: index)
      index += size
      blocks += 1
    } while blocks < 255 && count - index >= size
    invisible += tally.sum
  }
  if count < size {
    for place in 0..<count {
      let byte = bytes[place]
      let isUncounted = byte == 0x20 || byte & 0xC0 == 0x80
      if isUncounted || isOtherSpace(in: bytes, at: place) { invisible += 1 }
      // U+1680 is told by its second byte, which is not counted either.
      if byte == 0x9A, isOtherSpace(in: bytes, at: place) { invisible += 1 }
    }
  } else if index < count {
    // The last sixteen bytes, less those that are counted already.
    let last = count - size
    let block = SixteenBytes(bytes, at: last)
    let isNew = ~SixteenBytes.Places.first(index - last)
    var tally = SixteenBytes.Tally()
    tally.add(block.uncounted & isNew)
    invisible += tally.sum + otherSpaces(in: bytes, block.perhapsSpaces & isNew, at: last)
  }
  return count - invisible
}

/// How many of sixteen places from one on, those that are set, are white space of another kind.
@inline(__always)
private func otherSpaces(in bytes: Span<UInt8>, _ places: SixteenBytes.Places, at index: Int) -> Int
{
  if places.isEmpty { return 0 }
  var count = 0
  places.forEach { if isOtherSpace(in: bytes, at: index + $0) { count += 1 } }
  return count
}

/// Whether white space other than a blank stands at a place, or has its second byte there where it is
/// U+1680: U+0009–000D, U+0085, U+00A0, U+2000–200A, U+2028, U+2029, U+202F, U+205F, U+3000.
private func isOtherSpace(in bytes: Span<UInt8>, at index: Int) -> Bool {
  func byte(_ place: Int) -> UInt8 {
    bytes.indices.contains(place) ? bytes[place] : 0
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

extension String {
  /// How many of the text's scalars are not white space: what the output's coverage counts.
  public var visibleCharacterCount: Int {
    withBytes { VietnameseText.visibleCharacterCount(of: $0) }
  }

  /// The same count, taken scalar by scalar: the plain reference of `visibleCharacterCount`.
  var plainVisibleCharacterCount: Int {
    unicodeScalars.count { !$0.properties.isWhitespace }
  }
}

extension Span<UInt8> {
  /// How many scalars of this UTF-8 are not white space.
  public var visibleCharacterCount: Int { VietnameseText.visibleCharacterCount(of: self) }
}

extension SixteenBytes {
  /// The places that do not count: blanks, and bytes that begin no scalar.
  @inline(__always)
  fileprivate var uncounted: Places { places(of: 0x20) | places(in: 0x80...0xBF) }

  /// Where white space of another kind may be: control characters, C2, E2 and E3; 9A, the second byte of
  /// U+1680.
  @inline(__always)
  fileprivate var perhapsSpaces: Places {
    places(below: 0x20) | places(of: 0xC2) | setting(0x01).places(of: 0xE3) | places(of: 0x9A)
  }
}
