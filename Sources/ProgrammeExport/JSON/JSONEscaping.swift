extension UnsafeBufferPointer<UInt8> {
  /// The place of the first byte that JSON escapes, or the end; sixteen bytes are looked at together.
  func firstToEscape(from start: Int) -> Int {
    var index = start
    while index + 16 <= count, unsafe !mayEscape(at: index) { index += 16 }
    // The end of a longer text is looked at together with bytes before it.
    if index > start, index + 16 > count, unsafe !mayEscape(at: count - 16) { return count }
    while index < count {
      let byte = unsafe self[index]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { return index }
      index += 1
    }
    return count
  }

  /// Whether one of the sixteen bytes from a place on is a quotation mark, a backslash or a control.
  ///
  /// In two numbers of eight bytes: of a byte below 0x80 the highest bit is set when 0x20 is taken from a
  /// control, or 1 from the zero that a byte becomes by its own pattern (Anderson, *Bit Twiddling Hacks*). A
  /// borrow may set that of a byte behind one that is found.
  @inline(__always)
  private func mayEscape(at index: Int) -> Bool {
    typealias Bytes = SIMD2<UInt64>
    let bytes = unsafe UnsafeRawPointer(baseAddress.unsafelyUnwrapped)
      .loadUnaligned(fromByteOffset: index, as: Bytes.self)
    let ones = Bytes(repeating: 0x0101_0101_0101_0101)
    let controls = bytes &- Bytes(repeating: 0x2020_2020_2020_2020)
    let quotes = (bytes ^ Bytes(repeating: 0x2222_2222_2222_2222)) &- ones
    let slashes = (bytes ^ Bytes(repeating: 0x5C5C_5C5C_5C5C_5C5C)) &- ones
    let found = (controls | quotes | slashes) & ~bytes
    return (found[0] | found[1]) & 0x8080_8080_8080_8080 != 0
  }
}
