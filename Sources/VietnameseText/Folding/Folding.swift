/// The loop that folds a text; see `FoldedText`.
enum Folding {
  /// Folds the first scalars of a text in UTF-8, at most `limit` of them, and gives how many there were.
  ///
  /// For each it writes its code and whether it is a capital, from one place on, and where it starts, from
  /// another; behind the starts stands where the last one ends.
  static func fold(
    _ bytes: Span<UInt8>, limit: Int, to start: Int, _ codes: inout [UInt8],
    _ capitals: inout [Bool], to offsetStart: Int, _ offsets: inout [Int32]
  ) -> Int {
    let table = Code.table.entries
    let entries = table.span
    var codes = codes.mutableSpan
    var capitals = capitals.mutableSpan
    var offsets = offsets.mutableSpan
    var index = 0
    var count = 0
    var before: UInt8 = 0
    while index < bytes.count, count < limit {
      let letter = letter(at: index, in: bytes, entries)
      let code = UInt8(truncatingIfNeeded: letter.entry)
      codes[start + count] = code
      capitals[start + count] = letter.entry & 0x100 != 0
      offsets[offsetStart + count] = Int32(truncatingIfNeeded: index)
      count += 1
      index += letter.length
      if Tone.mayMove(before, code), !isLetter(at: index, in: bytes, entries) {
        Tone.unifyPosition(in: &codes, from: start, endingAt: start + count - 1)
      }
      before = code
    }
    offsets[offsetStart + count] = Int32(truncatingIfNeeded: index)
    return count
  }

  /// The entry of the letter that begins at a place, and how many bytes it has; see `Code.Table`.
  @inline(__always)
  private static func letter(
    at index: Int, in bytes: Span<UInt8>, _ entries: Span<UInt16>
  ) -> (entry: UInt16, length: Int) {
    let lead = bytes[index]
    if lead < 0x80 { return (entries[0x80 + Int(lead)], 1) }
    let second = bytes[index + 1]
    if lead < 0xE0 { return (entries[0x80 + Int(lead & 0x1F) << 6 + Int(second & 0x3F)], 2) }
    if lead == 0xE1, second | 1 == 0xBB {
      return (entries[Int(second & 1) << 6 + Int(bytes[index + 2] & 0x3F)], 3)
    }
    return sign(at: index, in: bytes)
  }

  /// The entry of a letter or sign of three bytes or four that is none of Vietnamese.
  @inline(never)
  private static func sign(
    at index: Int, in bytes: Span<UInt8>
  ) -> (entry: UInt16, length: Int) {
    let lead = bytes[index]
    let length = lead < 0xF0 ? 3 : 4
    var scalar = UInt32(lead & (lead < 0xF0 ? 0x0F : 0x07))
    for place in index + 1..<index + length {
      scalar = scalar << 6 | UInt32(bytes[place] & 0x3F)
    }
    return (UInt16(Code.punctuation(scalar)), length)
  }

  /// Whether a letter stands at a place.
  private static func isLetter(
    at index: Int, in bytes: Span<UInt8>, _ entries: Span<UInt16>
  ) -> Bool {
    guard index < bytes.count else { return false }
    return Code.isLetter(
      UInt8(truncatingIfNeeded: letter(at: index, in: bytes, entries).entry))
  }
}
