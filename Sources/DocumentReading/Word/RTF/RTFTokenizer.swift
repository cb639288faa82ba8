/// A piece of an RTF file (RTF 1.9.1, RTF Syntax).
enum RTFToken: Equatable {
  /// `{`
  case open
  /// `}`
  case close
  /// A control word such as `\par` or `\u7879`, with its number.
  case word(RTFWord, Int?)
  /// A control symbol such as `\~`, by the byte behind the backslash.
  case symbol(UInt8)
  /// A byte written as `\'hh`.
  case hexadecimal(UInt8)
  /// Bytes of text as they stand in the file.
  case text(Range<Int>)
  /// Raw bytes behind `\bin`.
  case binary(Range<Int>)
}

/// Cuts an RTF file into its pieces, one at a time and each once.
///
/// ```swift
/// var tokenizer = RTFTokenizer(Array(#"{\b Một}"#.utf8))
/// tokenizer.next()  // .open
/// tokenizer.next()  // .word(.b, nil)
/// tokenizer.next()  // .text(4..<10)
/// ```
///
/// It goes on to the end of the file whatever the file says: lengths are cut off there, and numbers that
/// are too large are the largest one.
struct RTFTokenizer {
  /// The bytes of the file.
  let bytes: [UInt8]
  /// Where the next piece starts.
  private(set) var position: Int

  /// Control words have at most so many letters.
  private static let longestWord = 32
  /// Numbers have 32 bits.
  private static let largestNumber = Int(Int32.max)

  /// Starts at an offset.
  init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    position = min(max(start, 0), bytes.count)
  }

  /// The next piece, or `nil` at the end of the file.
  mutating func next() -> RTFToken? {
    // Line breaks mean nothing, and NUL fills up files of broken programs.
    while position < bytes.count, Self.isIgnored(bytes[position]) { position += 1 }
    guard position < bytes.count else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "{"):
      position += 1
      return .open
    case UInt8(ascii: "}"):
      position += 1
      return .close
    case UInt8(ascii: "\\"):
      return control()
    default:
      let start = position
      while position < bytes.count, !Self.endsText(bytes[position]) { position += 1 }
      return .text(start..<position)
    }
  }

  /// Passes over the rest of the innermost group up to behind its brace, whatever stands in it.
  mutating func skipGroup() {
    var depth = 1
    while depth > 0, let token = next() {
      if token == .open { depth += 1 }
      if token == .close { depth -= 1 }
    }
  }

  private static func isIgnored(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D || byte == 0
  }

  private static func endsText(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "\\")
      || isIgnored(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Reads what a backslash begins.
  private mutating func control() -> RTFToken? {
    position += 1
    // A backslash at the end of the file begins nothing.
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    if Self.isLetter(byte) { return word() }
    position += 1
    guard byte == UInt8(ascii: "'") else { return .symbol(byte) }
    guard position + 1 < bytes.count, let high = bytes[position].hexadecimalDigit,
      let low = bytes[position + 1].hexadecimalDigit
    else { return .symbol(byte) }
    position += 2
    return .hexadecimal(high << 4 | low)
  }

  private mutating func word() -> RTFToken {
    let start = position
    while position < bytes.count, Self.isLetter(bytes[position]) { position += 1 }
    let length = position - start
    let word =
      length <= Self.longestWord ? RTFWord(letters: bytes[start..<position]) : RTFWord.other
    let number = number()
    // One blank ends the word and is no text.
    if position < bytes.count, bytes[position] == 0x20 { position += 1 }
    guard word == .bin else { return .word(word, number) }
    let data = position
    position += min(max(number ?? 0, 0), bytes.count - position)
    return .binary(data..<position)
  }

  /// Reads the number behind a word; a `-` without a digit is text.
  private mutating func number() -> Int? {
    var end = position
    let isNegative = end < bytes.count && bytes[end] == UInt8(ascii: "-")
    if isNegative { end += 1 }
    guard end < bytes.count, Self.isDigit(bytes[end]) else { return nil }
    var value = 0
    while end < bytes.count, Self.isDigit(bytes[end]) {
      value = min(value * 10 + Int(bytes[end] - UInt8(ascii: "0")), Self.largestNumber)
      end += 1
    }
    position = end
    return isNegative ? -value : value
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit, or `nil`.
  var hexadecimalDigit: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
