/// Cuts texts into words and tests them with the table of one encoding.
public struct EvidenceReader: Sendable {
  private let table: EncodingTable?
  private let needsRegularCase: Bool

  /// Opens the table of an encoding; `nil` takes texts for Unicode.
  public init(_ encoding: LegacyEncoding?) {
    table = encoding?.table
    needsRegularCase = !(encoding?.lacksCapitals ?? false)
  }

  /// The evidence of a text, or of a stretch of it, for the encoding.
  public func evidence(of text: LegacyText, in range: Range<Int>? = nil) -> EncodingEvidence {
    let classes = LetterClass.table
    let range = range ?? text.bytes.indices
    var counter = EvidenceCounter(needsRegularCase: needsRegularCase)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text.bytes[index]
      guard let table, byte <= 0xFF else {
        counter.take(classes[text.scalars[index]])
        index += 1
        continue
      }
      let letter = table.classes[Int(byte)]
      if letter.beginsPair {
        let found = table.letter(in: text, at: index, end: range.upperBound)
        if found.length > 1 {
          counter.take(classes[UInt32(found.scalar)])
          index += found.length
          continue
        }
      }
      counter.take(letter)
      index += 1
    }
    return counter.total
  }
}

/// Counts words as evidence, letter by letter.
struct EvidenceCounter {
  private var evidence = EncodingEvidence()
  private let needsRegularCase: Bool

  // The word at hand: its letters, the last one in the lowest five bits, and the union of their classes.
  // Branch-free, because the branches would be unpredictable.
  private var letters: UInt64 = 0
  private var count = 0
  private var capitals = 0
  private var first = LetterClass.none
  private var all = LetterClass.none
  private var tones = 0
  /// The tone where there is one.
  private var tone: UInt8 = 0
  /// The letters that the word has, one bit a letter.
  private var kinds: UInt32 = 0

  /// The code of đ; see `SyllableLetter.code`.
  private static let letterD: UInt64 = 7

  /// Ă, â, ê, ô, ơ, ư and letters that Vietnamese does not have.
  private static let noAbbreviation: UInt32 =
    1 << 2 | 1 << 3 | 1 << 9 | 1 << 18 | 1 << 19 | 1 << 26 | 1 << 30

  /// Starts without evidence.
  init(needsRegularCase: Bool) { self.needsRegularCase = needsRegularCase }

  /// Counts a letter or whatever stands between letters.
  @inline(__always)
  mutating func take(_ letter: LetterClass) {
    let code = letter.code
    guard code != 0 else {
      if count > 0 { endWord() }
      if letter.isJunk { evidence.junk += 1 }
      return
    }
    first = count == 0 ? letter : first
    all.formUnion(letter)
    capitals += letter.isCapital ? 1 : 0
    letters = letters << 5 | UInt64(code & 31)
    kinds |= 1 &<< UInt32(code & 31)
    tones += code >> 5 != 0 ? 1 : 0
    tone |= code >> 5
    count += 1
    // A run of letters without end is no word, and must not cost more than its length.
    if count > 64 { endWord() }
  }

  /// What was counted.
  var total: EncodingEvidence {
    mutating get {
      if count > 0 { endWord() }
      return evidence
    }
  }

  @inline(never)
  private mutating func endWord() {
    evidence.words += 1
    if all.isAccented && !isAbbreviation {
      if isSyllable && (isRegular || !needsRegularCase) {
        evidence.valid += 1
      } else {
        evidence.invalid += 1
      }
    }
    letters = 0
    count = 0
    capitals = 0
    all = .none
    tones = 0
    tone = 0
    kinds = 0
  }

  private var isSyllable: Bool {
    tones <= 1 && kinds >> UInt32(SyllableLetter.foreign) & 1 == 0
      && Syllable.isValid(letters: letters, count: count, tone: tone)
  }

  /// Whether all letters are small or all capitals, or the first one alone is.
  private var isRegular: Bool {
    capitals == 0 || capitals == count || capitals == 1 && first.isCapital
  }

  /// Whether the word is one like `HĐND` or `QĐ`: capitals, of which only Đ has an accent.
  ///
  /// A đ by itself is one as well: the letter of an item, `đ)`, and short for đồng and đồng chí.
  private var isAbbreviation: Bool {
    if count == 1 { return letters == EvidenceCounter.letterD && tones == 0 }
    return capitals == count && tones == 0 && kinds & EvidenceCounter.noAbbreviation == 0
  }
}
