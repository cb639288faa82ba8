internal import ProgrammeModel
internal import VietnameseText

/// A paragraph, a line of a text file or a table, with the looks that outlining goes by.
struct Line {
  /// The text, white space at its ends removed; empty for a table.
  var text: String { didSet { folded = nil } }

  /// Where its opening is kept among the folded lines, or `nil` for a text that was put together later.
  var folded: Range<Int>?

  /// Where it stands.
  var location: Location

  /// The table that stands here instead of text.
  var table: SourceTable?

  /// The number or bullet that Word prints before the text.
  var label: ListLabel?

  /// The notes referred to, in bytes from the start of `text`.
  var notes: [NoteReference] = []

  /// What the letters of the text tell.
  var shape = LineShape()

  /// Whether the whole text is bold.
  var isBold = false

  /// How many bytes at the start are bold.
  var boldPrefix = 0

  /// Whether it is centred or, in a table without borders, stands in a column of its own.
  var isCentred = false

  /// Whether it stands in a cell of a table that only lays out the page.
  var isInCell = false

  /// Word's outline level, or `nil` for body text.
  var outlineLevel: Int?

  /// Whether a new page starts before it.
  var startsPage = false

  /// Whether the line is a paragraph of Word, whose end is certain; a line of text may go on in the next.
  var endsParagraph = false
}

/// What the letters of a line tell without knowing its neighbours.
struct LineShape: Equatable {
  /// The mark that ends a line.
  enum FinalMark: Equatable {
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
  var finalMark = FinalMark.none

  /// The number of words, a word being what stands between blanks.
  var wordCount = 0

  /// The number of bytes.
  var length = 0

  /// Whether its letters are capitals, a slip among many allowed; false without two letters.
  var isCapitals = false

  /// Whether it starts with a small letter.
  var startsSmall = false

  /// Whether it starts with a digit.
  var startsWithDigit = false

  /// Whether a sentence or an item of a list ends here.
  var isFinished: Bool {
    switch finalMark {
    case .period, .colon, .semicolon: true
    case .none, .comma, .closing: false
    }
  }

  /// The shape of no text.
  init() {}

  /// Looks at a text; the scalars of `opening` are the text folded from its start, whole or in part.
  init(_ text: String, folded: FoldedText, opening: Range<Int>) {
    var text = text
    text.withUTF8 { bytes in
      length = bytes.count
      wordCount = unsafe LineShape.wordCount(of: bytes)
      finalMark = unsafe LineShape.finalMark(of: bytes)
    }
    let (letters, capitals) = LineShape.letterCounts(folded, opening)
    // One slip in eight letters: old capital fonts leave single letters small.
    isCapitals = capitals >= 2 && (letters - capitals) * 8 <= capitals
    if let first = opening.first(where: { Code.isWord(folded.codes[$0]) }) {
      startsWithDigit = Code.isDigit(folded.codes[first])
      startsSmall = !startsWithDigit && !folded.capitals[first]
    }
  }

  private static func wordCount(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = unsafe bytes.first else { return 0 }
    return (Code.isSpace(first) ? 0 : 1)
      + count(1..<bytes.count) { index in
        let before = unsafe Code.isSpace(bytes[index - 1])
        let isBlank = unsafe Code.isSpace(bytes[index])
        return before && !isBlank
      }
  }

  private static func letterCounts(
    _ text: FoldedText, _ range: Range<Int>
  ) -> (letters: Int, capitals: Int) {
    unsafe text.codes.withUnsafeBufferPointer { codes in
      unsafe text.capitals.withUnsafeBufferPointer { isCapital in
        let letters = count(range) { index in unsafe Code.isLetter(codes[index]) }
        let capitals = count(range) { index in
          let isCapital = unsafe isCapital[index]
          return unsafe isCapital && Code.isLetter(codes[index])
        }
        return (letters, capitals)
      }
    }
  }

  /// How many places pass a test that has no branches.
  ///
  /// Up to 255 are counted in a byte, so that the compiler makes the loop go through sixteen places at a time.
  @inline(__always)
  private static func count(_ places: Range<Int>, where test: (Int) -> Bool) -> Int {
    var count = 0
    var start = places.lowerBound
    while start < places.upperBound {
      let end = min(start + 255, places.upperBound)
      var few: UInt8 = 0
      for index in start..<end { few &+= test(index) ? 1 : 0 }
      count += Int(few)
      start = end
    }
    return count
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
