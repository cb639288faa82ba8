package import VietnameseText

/// What the letters of a line tell without knowing its neighbours.
package struct LineShape: Equatable, Sendable {
  /// The mark that ends a line.
  package enum FinalMark: Equatable, Sendable {
    /// None: a heading, or a line that goes on.
    case none
    /// `.`, `!`, `?` or `…`
    case period
    /// `:`
    case colon
    /// `;`
    case semicolon
    /// `,`
    case comma
    /// A closing quotation mark or bracket.
    case closing
  }

  /// The mark at the end.
  package var finalMark = FinalMark.none

  /// The number of words, a word being what stands between blanks.
  package var wordCount = 0

  /// The number of bytes.
  package var length = 0

  /// Whether its letters are capitals, a slip among many allowed; false without two letters.
  package var isCapitals = false

  /// Whether it starts with a small letter.
  package var startsSmall = false

  /// Whether it starts with a digit.
  package var startsWithDigit = false

  /// Whether a sentence or an item of a list ends here.
  package var isFinished: Bool {
    switch finalMark {
    case .period, .colon, .semicolon: true
    case .none, .comma, .closing: false
    }
  }

  /// The shape of no text.
  package init() {}

  /// Looks at a text; the scalars of `opening` are the text folded from its start, whole or in part.
  package init(_ text: String, folded: FoldedText, opening: Range<Int>) {
    var text = text
    text.withUTF8 { bytes in
      length = bytes.count
      wordCount = unsafe LineShape.wordCount(of: bytes)
      finalMark = unsafe LineShape.finalMark(of: bytes)
    }
    isCapitals = LineShape.isCapitals(folded, opening)
    if let first = opening.first(where: { Code.isWord(folded.codes[$0]) }) {
      startsWithDigit = Code.isDigit(folded.codes[first])
      startsSmall = !startsWithDigit && !folded.capitals[first]
    }
  }

  private static func wordCount(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let start = unsafe UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    var count = 0
    var index = 0
    // A word starts behind white space; the eight bytes that were looked at last end with a blank, or not.
    var wasBlank: UInt64 = 0x80
    while index + 8 <= bytes.count {
      let eight = unsafe start.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let blank = LineShape.blanks(in: UInt64(littleEndian: eight))
      count &+= LineShape.ones(in: ~blank & (blank << 8 | wasBlank))
      wasBlank = blank >> 56
      index += 8
    }
    // What is left is filled up with blanks.
    var rest: UInt64 = 0x2020_2020_2020_2020
    var last = bytes.count
    while last > index {
      last -= 1
      rest = unsafe rest << 8 | UInt64(bytes[last])
    }
    let blank = LineShape.blanks(in: rest)
    return count &+ LineShape.ones(in: ~blank & (blank << 8 | wasBlank))
  }

  /// The highest bit of each of eight bytes that is white space, as `Code.isSpace` has it.
  @inline(__always)
  private static func blanks(in bytes: UInt64) -> UInt64 {
    // Of the low seven bits of each byte the highest is set by a sum where they reach a bound.
    let low = bytes & 0x7F7F_7F7F_7F7F_7F7F
    let isNotSpace = (low ^ 0x2020_2020_2020_2020) &+ 0x7F7F_7F7F_7F7F_7F7F
    let isBreak = (low &+ 0x7777_7777_7777_7777) & ~(low &+ 0x7272_7272_7272_7272)
    return (~isNotSpace | isBreak) & ~bytes & 0x8080_8080_8080_8080
  }

  /// In how many of eight bytes the highest bit is set, others left aside.
  @inline(__always)
  private static func ones(in bytes: UInt64) -> Int {
    Int((((bytes & 0x8080_8080_8080_8080) >> 7) &* 0x0101_0101_0101_0101) >> 56)
  }

  /// Whether the letters of a range are capitals, one slip in eight letters allowed: old capital fonts leave
  /// single letters small.
  private static func isCapitals(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    var capitals = 0
    var small = 0
    for index in range where Code.isLetter(text.codes[index]) {
      if text.capitals[index] {
        capitals += 1
      } else {
        small += 1
        // Most lines are told by their first words: the rest cannot hold capitals enough.
        if small * 9 > range.count { return false }
      }
    }
    return capitals >= 2 && small * 8 <= capitals
  }

  private static func finalMark(of bytes: UnsafeBufferPointer<UInt8>) -> FinalMark {
    guard let last = unsafe bytes.last else { return .none }
    switch last {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return .period
    case UInt8(ascii: ":"): return .colon
    case UInt8(ascii: ";"): return .semicolon
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: ")"), UInt8(ascii: "\""), UInt8(ascii: "]"): return .closing
    case 0xA6, 0x9D, 0x99, 0xBB:
      let end = bytes.count
      guard end >= 3 else { return .none }
      // … U+2026, ” U+201D, ’ U+2019; » U+00BB
      if unsafe bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80 {
        return last == 0xA6 ? .period : .closing
      }
      return unsafe last == 0xBB && bytes[end - 2] == 0xC2 ? .closing : .none
    default: return .none
    }
  }
}
