package import VietnameseText

/// What the letters of a line tell by themselves, without its neighbours.
package struct LineShape: Equatable, Sendable {
  /// The mark that ends a line.
  package enum FinalMark: Equatable, Sendable {
    /// No mark: a heading, or a line that continues in the next.
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
    text.withBytes { bytes in
      length = bytes.count
      wordCount = LineShape.wordCount(of: bytes)
      finalMark = LineShape.finalMark(of: bytes)
    }
    isCapitals = LineShape.isCapitals(folded, opening)
    if let first = opening.first(where: { Code.isWord(folded.codes[$0]) }) {
      startsWithDigit = Code.isDigit(folded.codes[first])
      startsSmall = !startsWithDigit && !folded.capitals[first]
    }
  }

  private static func wordCount(of bytes: Span<UInt8>) -> Int {
    guard !bytes.isEmpty else { return 0 }
    var count = Code.isSpace(bytes[0]) ? 0 : 1
    // A word begins behind a blank; sixteen places are looked at together.
    var index = 1
    while index + 16 <= bytes.count {
      let starts = ~spaces(in: bytes, at: index) & spaces(in: bytes, at: index - 1)
      count += (starts.halves[0].nonzeroBitCount + starts.halves[1].nonzeroBitCount) / 8
      index += 16
    }
    while index < bytes.count {
      if Code.isSpace(bytes[index - 1]) && !Code.isSpace(bytes[index]) { count += 1 }
      index += 1
    }
    return count
  }

  private static func spaces(in bytes: Span<UInt8>, at place: Int) -> SixteenBytes.Places {
    let bytes = SixteenBytes(bytes, at: place)
    return bytes.places(of: 0x20) | bytes.places(in: 0x09...0x0D)
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

  private static func finalMark(of bytes: Span<UInt8>) -> FinalMark {
    guard !bytes.isEmpty else { return .none }
    let last = bytes[bytes.count - 1]
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
      if bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80 {
        return last == 0xA6 ? .period : .closing
      }
      return last == 0xBB && bytes[end - 2] == 0xC2 ? .closing : .none
    default: return .none
    }
  }
}
