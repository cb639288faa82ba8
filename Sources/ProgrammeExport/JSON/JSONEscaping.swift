extension UnsafeBufferPointer<UInt8> {
  /// The place of the first byte that JSON escapes, or the end; eight bytes are looked at together.
  ///
  /// A word of eight bytes holds a byte below n where `(word - n * ones) & ~word & highs` is not zero,
  /// and a byte equal to b where that holds for `word ^ b * ones` and 1 (Anderson, *Bit Twiddling
  /// Hacks*).
  func firstToEscape(from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var index = start
    while index + 8 <= count {
      let word = unsafe UnsafeRawPointer(baseAddress.unsafelyUnwrapped)
        .loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let quotes = word ^ (ones &* 0x22)
      let backslashes = word ^ (ones &* 0x5C)
      let controlled = (word &- ones &* 0x20) & ~word
      let quoted = (quotes &- ones) & ~quotes
      let slashed = (backslashes &- ones) & ~backslashes
      if (controlled | quoted | slashed) & highs != 0 { break }
      index += 8
    }
    while index < count {
      let byte = unsafe self[index]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { return index }
      index += 1
    }
    return count
  }
}
