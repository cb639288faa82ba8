/// Cuts texts into words and tests them, one text after the other, with the table of one encoding.
public struct EvidenceReader: Sendable {
  private var evidence = EncodingEvidence()
  private let table: EncodingTable?
  var needsRegularCase: Bool
  private var codes: [UInt8] = []
  private var capitals = 0
  private var startsCapital = false
  private var isAccented = false

  /// The code of đ; see `SyllableLetter.code`.
  private static let letterD: UInt8 = 7

  /// Opens the table of an encoding; `nil` takes texts for Unicode.
  public init(_ encoding: LegacyEncoding?) {
    table = encoding?.table
    needsRegularCase = !(encoding?.lacksCapitals ?? false)
  }

  /// What a text, or a stretch of it, says for the encoding.
  public mutating func evidence(
    of text: LegacyText, in range: Range<Int>? = nil
  ) -> EncodingEvidence {
    evidence = EncodingEvidence()
    read(text, in: range ?? 0..<text.scalars.count)
    return evidence
  }

  private mutating func read(_ text: LegacyText, in range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      var scalar = text.scalars[index]
      var length = 1
      var isStranger = false
      if let table {
        let letter = table.letter(in: text.bytes, at: index, end: range.upperBound)
        if letter.scalar != 0 {
          scalar = UInt32(letter.scalar)
          length = letter.length
        } else if text.bytes[index] <= 0xFF {
          scalar = WindowsCodePage.scalar(of: UInt8(text.bytes[index]))
          // A letter that the encoding does not have is none of Vietnamese.
          isStranger = scalar >= 0x80
        }
      }
      index += length
      if let letter = SyllableLetter.of(scalar) {
        if letter.isCapital {
          capitals += 1
          if codes.isEmpty { startsCapital = true }
        }
        codes.append(isStranger ? SyllableLetter.foreign : letter.code)
        isAccented = isAccented || scalar >= 0x80
        // A run of letters without end is no word, and must not cost more than its length.
        if codes.count > 64 { endWord() }
      } else {
        endWord()
        if isJunk(scalar) { evidence.junk += 1 }
      }
    }
    endWord()
  }

  private mutating func endWord() {
    guard !codes.isEmpty else { return }
    evidence.words += 1
    if isAccented && !isAbbreviation {
      let isRegular =
        capitals == 0 || capitals == codes.count || capitals == 1 && startsCapital
      if Syllable.isValid(codes[...]) && (isRegular || !needsRegularCase) {
        evidence.valid += 1
      } else {
        evidence.invalid += 1
      }
    }
    codes.removeAll(keepingCapacity: true)
    capitals = 0
    startsCapital = false
    isAccented = false
  }

  /// Whether the word is one like `HĐND` or `QĐ`: capitals, of which only Đ has an accent.
  ///
  /// A đ by itself is one as well: the letter of an item, `đ)`, and short for đồng and đồng chí.
  private var isAbbreviation: Bool {
    if codes.count == 1, codes[0] == EvidenceReader.letterD { return true }
    guard capitals == codes.count else { return false }
    for code in codes where code >> 5 != 0 || [2, 3, 9, 18, 19, 26, 30].contains(code & 31) {
      return false
    }
    return codes.count > 1
  }

  /// Whether the scalar is a sign that stands in no text: controls, and `£`, `¶`, `±` and their like.
  private func isJunk(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0xD7, 0xF7: true
    case 0xA0...0xBF: ![0xA0, 0xA7, 0xAB, 0xAD, 0xB0, 0xB2, 0xB3, 0xB7, 0xBB].contains(scalar)
    case 0x300..<0x370, 0x2C6, 0x2DC, 0x2020, 0x2021, 0x2030, 0x2039, 0x203A, 0x201A: true
    default: false
    }
  }
}
