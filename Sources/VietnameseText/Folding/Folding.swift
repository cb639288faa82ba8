/// The loop that folds a text; see `FoldedText`.
enum Folding {
  /// Folds the first scalars of a text, at most `limit` of them.
  ///
  /// For each it adds its code, whether it is a capital, and where it starts in UTF-8; behind the starts it
  /// adds where the last one ends.
  static func fold(
    _ text: String, limit: Int, to codes: inout [UInt8], _ capitals: inout [Bool],
    _ offsets: inout [Int32]
  ) {
    text.withBytes { bytes in
      // A text has no more scalars than bytes.
      let room = min(bytes.count, limit)
      codes.append(addingCapacity: room) { codes in
        capitals.append(addingCapacity: room) { capitals in
          offsets.append(addingCapacity: room + 1) { offsets in
            // Places that are there are written to more quickly than places are added.
            codes.append(repeating: 0, count: room)
            capitals.append(repeating: false, count: room)
            offsets.append(repeating: 0, count: room + 1)
            var letters = codes.mutableSpan
            var isCapital = capitals.mutableSpan
            var starts = offsets.mutableSpan
            let count = fold(bytes, to: &letters, &isCapital, &starts)
            codes.removeLast(room - count)
            capitals.removeLast(room - count)
            offsets.removeLast(room - count)
          }
        }
      }
    }
  }

  /// Folds as many scalars as there is room for, and says how many there were.
  private static func fold(
    _ bytes: Span<UInt8>, to codes: inout MutableSpan<UInt8>,
    _ capitals: inout MutableSpan<Bool>, _ offsets: inout MutableSpan<Int32>
  ) -> Int {
    let table = Code.table.entries
    let entries = table.span
    // Checked here, so that the places below need not be.
    precondition(
      capitals.count == codes.count && offsets.count == codes.count + 1 && entries.count >= 0x100)
    var index = 0
    var count = 0
    while index < bytes.count, count < codes.count {
      let lead = bytes[index]
      offsets[count] = Int32(truncatingIfNeeded: index)
      if lead < 0x80 {
        let entry = entries[0x80 + Int(lead)]
        codes[count] = UInt8(truncatingIfNeeded: entry)
        capitals[count] = entry & 0x100 != 0
        count += 1
        index += 1
        continue
      }
      let letter = letter(at: index, in: bytes, entries)
      let code = UInt8(truncatingIfNeeded: letter.entry)
      codes[count] = code
      capitals[count] = letter.entry & 0x100 != 0
      count += 1
      index += letter.length
      // A letter with a tone is none of ASCII.
      if count > 1, Tone.mayMove(codes[count - 2], code), !isLetter(at: index, in: bytes, entries) {
        Tone.unifyPosition(in: &codes, from: 0, endingAt: count - 1)
      }
    }
    offsets[count] = Int32(truncatingIfNeeded: index)
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
