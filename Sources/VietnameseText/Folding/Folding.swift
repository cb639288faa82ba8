/// The loop that folds a text; see `FoldedText`.
enum Folding {
  /// Folds a text in UTF-8, and returns how many scalars there were; for as many as there are bytes there
  /// is room, and for one more.
  static func fold(
    _ bytes: UnsafeBufferPointer<UInt8>, _ codes: UnsafeMutableBufferPointer<UInt8>,
    _ offsets: UnsafeMutableBufferPointer<Int32>, _ capitals: UnsafeMutableBufferPointer<Bool>
  ) -> Int {
    let entries = Code.table.entries
    let count = bytes.count
    var index = 0
    var place = 0
    // Eight bytes at once, of which those count that stand in front of the first letter beyond ASCII; what
    // was written for the others is written over. Where it stands cannot be foretold, and a wrong guess
    // costs more than this.
    while index &+ 8 < count {
      let start = unsafe bytes.baseAddress.unsafelyUnwrapped + index
      let eight = unsafe UInt64(
        littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
      let isCapital = capitalBits(ofEight: eight)
      let first = SIMD4(repeating: Int32(truncatingIfNeeded: index))
      unsafe store(eight &+ isCapital >> 2, in: codes, at: place)
      unsafe store(isCapital >> 7, in: capitals, at: place)
      unsafe store(first &+ SIMD4(0, 1, 2, 3), in: offsets, at: place)
      unsafe store(first &+ SIMD4(4, 5, 6, 7), in: offsets, at: place &+ 4)
      let ascii = (eight & Code.each(0x80)).trailingZeroBitCount &>> 3
      place &+= ascii
      index &+= ascii
      if ascii < 8 {
        let letter = unsafe letter(bytes[index], in: bytes, at: index, entries)
        unsafe put(letter, at: place, index, bytes, codes, offsets, capitals)
        index &+= letter.length
        place &+= 1
      }
    }
    while index < count {
      let lead = unsafe bytes[index]
      let letter: (entry: UInt16, length: Int) =
        unsafe lead < 0x80
        ? (entries[Int(lead) &+ 0x80], 1) : letter(lead, in: bytes, at: index, entries)
      unsafe put(letter, at: place, index, bytes, codes, offsets, capitals)
      index &+= letter.length
      place &+= 1
    }
    unsafe offsets[place] = Int32(truncatingIfNeeded: index)
    return place
  }

  /// Writes what a letter is folded to.
  @inline(__always)
  private static func put(
    _ letter: (entry: UInt16, length: Int), at place: Int, _ index: Int,
    _ bytes: UnsafeBufferPointer<UInt8>, _ codes: UnsafeMutableBufferPointer<UInt8>,
    _ offsets: UnsafeMutableBufferPointer<Int32>, _ capitals: UnsafeMutableBufferPointer<Bool>
  ) {
    let code = UInt8(truncatingIfNeeded: letter.entry)
    unsafe codes[place] = code
    unsafe capitals[place] = letter.entry & 0x100 != 0
    unsafe offsets[place] = Int32(truncatingIfNeeded: index)
    if place > 0, unsafe Tone.mayMove(codes[place &- 1], code),
      unsafe !isLetter(in: bytes, at: index &+ letter.length)
    {
      unsafe Tone.unifyPosition(in: codes, at: place)
    }
  }

  /// Which of eight bytes are capital letters of ASCII; the highest bit of every byte holds the answer.
  @inline(__always)
  private static func capitalBits(ofEight bytes: UInt64) -> UInt64 {
    let low = bytes & Code.each(0x7F)
    return (low &+ Code.each(0x80 - 0x41)) & ~(low &+ Code.each(0x80 - 0x5B)) & ~bytes
      & Code.each(0x80)
  }

  /// The entry of a letter beyond ASCII, and how many bytes it has.
  @inline(__always)
  private static func letter(
    _ lead: UInt8, in bytes: UnsafeBufferPointer<UInt8>, at index: Int,
    _ entries: LastingTable<UInt16>
  ) -> (entry: UInt16, length: Int) {
    // Letters of two bytes and of three follow one another at random: both take the same way, without a
    // branch, and only what is strange is looked at by itself.
    let isLong = UInt32(lead) >> 5 & 1
    let long = 0 &- isLong
    let second = unsafe UInt32(bytes[index &+ 1])
    let last = unsafe UInt32(bytes[index &+ 1 &+ Int(isLong)])
    guard ((UInt32(lead) << 8 | second | 1) ^ 0xE1BB) & long == 0 else {
      return unsafe sign(lead, in: bytes, at: index)
    }
    let row = second & 1 & long | (UInt32(lead) & 0x1F &+ 2) & ~long
    return (entries[Int(row << 6 | last & 0x3F)], 2 &+ Int(isLong))
  }

  /// The entry of a letter or sign of three bytes or four that is none of Vietnamese.
  @inline(never)
  private static func sign(
    _ lead: UInt8, in bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (entry: UInt16, length: Int) {
    let length = lead < 0xF0 ? 3 : 4
    var scalar = UInt32(lead & (lead < 0xF0 ? 0x0F : 0x07))
    for place in index &+ 1..<index &+ length {
      scalar = unsafe scalar << 6 | UInt32(bytes[place] & 0x3F)
    }
    return (UInt16(Code.punctuation(scalar)), length)
  }

  /// Whether a letter stands at a place.
  @inline(never)
  private static func isLetter(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    let entries = Code.table.entries
    let lead = unsafe bytes[index]
    let entry =
      unsafe lead < 0x80
      ? entries[Int(lead) &+ 0x80] : letter(lead, in: bytes, at: index, entries).entry
    return Code.isLetter(UInt8(truncatingIfNeeded: entry))
  }

  /// Writes several elements in one go.
  @inline(__always)
  private static func store<Values: BitwiseCopyable, Element: BitwiseCopyable>(
    _ values: Values, in elements: UnsafeMutableBufferPointer<Element>, at place: Int
  ) {
    let start = unsafe elements.baseAddress.unsafelyUnwrapped + place
    unsafe UnsafeMutableRawPointer(start).storeBytes(of: values, as: Values.self)
  }

  /// The first scalars of a text in UTF-8.
  static func prefix(
    _ bytes: UnsafeBufferPointer<UInt8>, _ limit: Int
  ) -> UnsafeBufferPointer<UInt8> {
    guard limit < bytes.count else { return unsafe bytes }
    var end = 0
    var missing = limit
    while missing >= 8, end &+ 8 <= bytes.count {
      let start = unsafe bytes.baseAddress.unsafelyUnwrapped + end
      let eight = unsafe UnsafeRawPointer(start).loadUnaligned(as: UInt64.self)
      // A one in every byte that does not begin a scalar: their sum is the highest byte of the product.
      let continuing = (eight & ~(eight << 1) & Code.each(0x80)) >> 7
      missing &-= 8 &- Int((continuing &* Code.each(1)) >> 56)
      end &+= 8
    }
    while end < bytes.count, unsafe missing > 0 || bytes[end] & 0xC0 == 0x80 {
      if unsafe bytes[end] & 0xC0 != 0x80 { missing &-= 1 }
      end &+= 1
    }
    return unsafe UnsafeBufferPointer(rebasing: bytes[..<end])
  }
}
