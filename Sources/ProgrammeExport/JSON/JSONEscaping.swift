extension [UInt8] {
  /// Appends a text as it stands between the quotation marks of a JSON string.
  ///
  /// Only what RFC 8259 asks for is escaped: quotation mark, backslash and the controls below U+0020.
  /// Runs of other bytes are copied at once.
  mutating func appendJSONEscaped(_ text: String) {
    var text = text
    text.withUTF8 { unsafe appendJSONEscaped($0) }
  }

  private mutating func appendJSONEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while true {
      let end = unsafe text.firstToEscape(from: start)
      unsafe append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
      guard end < text.count else { return }
      appendJSONEscape(of: unsafe text[end])
      start = end + 1
    }
  }

  private mutating func appendJSONEscape(of byte: UInt8) {
    append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
    case 0x08: append(UInt8(ascii: "b"))
    case 0x09: append(UInt8(ascii: "t"))
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x0C: append(UInt8(ascii: "f"))
    case 0x0D: append(UInt8(ascii: "r"))
    default:
      append(contentsOf: [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0")])
      for digit in [byte >> 4, byte & 15] {
        append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The place of the first byte that JSON escapes, or the end; eight bytes are looked at together.
  ///
  /// A word of eight bytes holds a byte below n where `(word - n * ones) & ~word & highs` is not zero,
  /// and a byte equal to b where that holds for `word ^ b * ones` and 1 (Anderson, *Bit Twiddling
  /// Hacks*).
  fileprivate func firstToEscape(from start: Int) -> Int {
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
