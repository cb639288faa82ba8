internal import VietnameseText

/// What the letters of a word, or of a text, may need.
struct WordTraits: OptionSet {
  var rawValue: UInt8
  /// Letters of Windows-1252 beyond its signs, of which legacy text is made.
  static let latin = WordTraits(rawValue: 1)
  /// Letters of Vietnamese that no legacy text can hold.
  static let unicodeLetters = WordTraits(rawValue: 2)
  /// Bytes that make a letter of UTF-8.
  static let utf8 = WordTraits(rawValue: 4)
  /// Letters beyond ASCII of any kind.
  static let foreign = WordTraits(rawValue: 8)
  /// Something that may not stay as it is; see `TextTraits.doubtful`.
  static let doubtful = WordTraits(rawValue: 16)
  /// Small accented letters that may have to be raised; see `CasePass`.
  static let raisable = WordTraits(rawValue: 32)
  /// A word of capitals.
  static let capitals = WordTraits(rawValue: 64)
  /// A letter that tells of Windows-1252 read as Windows-1258; see `Windows1258Pass`.
  static let misread = WordTraits(rawValue: 128)

  /// The traits that decide about repairs of a text.
  static func forRepair(of text: String, _ scalars: [UInt32]) -> WordTraits {
    var traits = CasePass.traits(of: scalars)
    if text.traits.contains(.doubtful) { traits.insert(.doubtful) }
    return traits
  }
}

/// The words that were met: each is examined and decoded once, however often it occurs.
///
/// A word is what stands between blanks and control characters, each of which is a word of its own. No letter of
/// an encoding reaches over them, so the evidence of the words adds up to that of the text, and a text decoded word
/// by word is the text decoded.
///
/// Examining a word costs some thousand instructions, finding it again about two hundred: on documents in legacy
/// encodings this halves the time of a whole conversion.
struct WordTable {
  /// A word.
  struct Word {
    /// The word as it was written.
    let text: String
    let letters: LegacyText
    /// What its letters may need.
    let traits: WordTraits
    /// Its evidence for Unicode and for the two most frequent encodings.
    let unicode: EncodingEvidence
    let tcvn3: EncodingEvidence
    let vni: EncodingEvidence
    /// Its evidence for `WordTable.rareEncodings`; empty before it was asked for.
    var rare: [EncodingEvidence] = []
    /// How many words in it `Windows1258Pass` puts right, where that was asked.
    var repairs: Int?
  }

  /// The bytes of a word, the first sixteen of them in two numbers.
  ///
  /// Not a `String`: strings are equal, and hashed slowly, where their letters are canonically equivalent.
  private struct Key: Hashable {
    var start: SIMD2<UInt64>
    var rest: [UInt8]

    static func == (one: Key, other: Key) -> Bool {
      one.start == other.start && one.rest == other.rest
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(start[0])
      if start[1] != 0 { hasher.combine(start[1]) }
      if !rest.isEmpty { hasher.combine(rest) }
    }
  }

  /// The encodings beside TCVN3 and VNI that are tried on text of unknown origin.
  static let rareEncodings = Array(EncodingPlan.candidates.dropFirst(2))
  private static let rareReaders = rareEncodings.map { EvidenceReader($0) }
  private static let usualReaders = (
    unicode: EvidenceReader(nil), tcvn3: EvidenceReader(.tcvn3), vni: EvidenceReader(.vni)
  )

  /// How many words are remembered from paragraph to paragraph: more than Vietnamese has syllables in all their
  /// spellings, and a bound for what a hostile document costs.
  private static let mostWords = 1 << 15

  private var numbers: [Key: Int] = [:]

  /// The words by number.
  private(set) var words: [Word] = []

  /// The words that were decoded.
  private(set) var decodedWords: [DecodedWord] = []

  /// For every word and encoding the place in `decodedWords`, or -1.
  private var decodedPlaces: [Int32] = []

  /// Whether there are more words than are remembered; then the next paragraph should start with an empty table.
  var isFull: Bool { words.count > WordTable.mostWords }

  // MARK: Finding

  /// The number of the word that begins at a place and ends no later than `limit`, and where it ends.
  mutating func word(
    in text: String, _ bytes: Span<UInt8>, from start: Int, upTo limit: Int
  ) -> (number: Int, end: Int) {
    var end = start + 1
    var key = Key(start: [UInt64(bytes[start]), 0], rest: [])
    if bytes[start] > 0x20 {
      if bytes.count - start >= 16 {
        let sixteen = SixteenBytes(bytes, at: start)
        end = min(start + sixteen.places(below: 0x21).firstPlace, limit)
        key.start = sixteen.first(end - start)
      }
      if end == start + 1 || end == start + 16 {
        while end < limit, bytes[end] > 0x20 { end += 1 }
        key.start = WordTable.firstBytes(bytes, start..<end)
        for place in start + 16..<max(end, start + 16) { key.rest.append(bytes[place]) }
      }
    }
    if let number = numbers[key] { return (number, end) }
    let number = words.count
    numbers[key] = number
    let first = text.utf8.index(text.utf8.startIndex, offsetBy: start)
    let last = text.utf8.index(text.utf8.startIndex, offsetBy: end)
    words.append(WordTable.examined(String(text[first..<last])))
    decodedPlaces.append(contentsOf: repeatElement(-1, count: LegacyEncoding.allCases.count))
    return (number, end)
  }

  /// The first sixteen bytes of some, with zeros behind the last.
  private static func firstBytes(_ bytes: Span<UInt8>, _ range: Range<Int>) -> SIMD2<UInt64> {
    var first = SIMD2<UInt64>()
    for (step, place) in range.prefix(16).enumerated() {
      first[step / 8] |= UInt64(bytes[place]) << UInt64(8 * (step % 8))
    }
    return first
  }

  private static func examined(_ text: String) -> Word {
    let letters = LegacyText(text)
    var traits = WordTraits.forRepair(of: text, letters.scalars)
    for (scalar, byte) in zip(letters.scalars, letters.bytes) where scalar >= 0x80 {
      traits.insert(.foreign)
      if scalar > 0xFF, Vowel(scalar) != nil || scalar == 0x111 || scalar == 0x110 {
        traits.insert(.unicodeLetters)
      }
      if byte <= 0xFF, byte >= 0xA1 || scalar < 0xA0 { traits.insert(.latin) }
    }
    if traits.contains(.latin), UTF8Pass.hasSequences(letters) { traits.insert(.utf8) }
    if traits.contains(.foreign), Windows1258Pass.isSuspect(text, letters.scalars) {
      traits.insert(.misread)
    }
    let readers = usualReaders
    let unicode = readers.unicode.evidence(of: letters)
    let isForeign = traits.contains(.foreign)
    return Word(
      text: text, letters: letters, traits: traits, unicode: unicode,
      tcvn3: isForeign ? readers.tcvn3.evidence(of: letters) : unicode,
      vni: isForeign ? readers.vni.evidence(of: letters) : unicode)
  }

  // MARK: Evidence

  /// The evidence of words for an encoding; `nil` takes them for Unicode.
  mutating func evidence(
    of found: ArraySlice<FontRuns.Word>, as encoding: LegacyEncoding?
  ) -> EncodingEvidence {
    var total = EncodingEvidence()
    for word in found { total.add(evidence(of: word.number, as: encoding)) }
    return total
  }

  /// The evidence of words for Unicode, TCVN3 and VNI.
  func usualEvidence(
    of found: ArraySlice<FontRuns.Word>
  ) -> (unicode: EncodingEvidence, tcvn3: EncodingEvidence, vni: EncodingEvidence) {
    var (unicode, tcvn3, vni) = (EncodingEvidence(), EncodingEvidence(), EncodingEvidence())
    for word in found {
      unicode.add(words[word.number].unicode)
      tcvn3.add(words[word.number].tcvn3)
      vni.add(words[word.number].vni)
    }
    return (unicode, tcvn3, vni)
  }

  private mutating func evidence(
    of word: Int, as encoding: LegacyEncoding?
  ) -> EncodingEvidence {
    switch encoding {
    case nil: return words[word].unicode
    case .tcvn3: return words[word].tcvn3
    case .vni: return words[word].vni
    case let encoding?:
      guard let place = WordTable.rareEncodings.firstIndex(of: encoding) else {
        return EncodingEvidence(of: words[word].letters, as: encoding)
      }
      examineForRareEncodings(word)
      return words[word].rare.isEmpty ? words[word].unicode : words[word].rare[place]
    }
  }

  /// Adds the evidence of words for Unicode and for every encoding that is tried, in the order of
  /// `EncodingPlan.candidates`.
  mutating func add(_ found: ArraySlice<FontRuns.Word>, to totals: inout [EncodingEvidence]) {
    for word in found {
      examineForRareEncodings(word.number)
      totals[0].add(words[word.number].unicode)
      totals[1].add(words[word.number].tcvn3)
      totals[2].add(words[word.number].vni)
      if words[word.number].rare.isEmpty {
        for place in 3..<totals.count { totals[place].add(words[word.number].unicode) }
      } else {
        for place in 3..<totals.count { totals[place].add(words[word.number].rare[place - 3]) }
      }
    }
  }

  /// Words in ASCII say the same for all of these encodings as for Unicode.
  private mutating func examineForRareEncodings(_ word: Int) {
    guard words[word].rare.isEmpty, words[word].traits.contains(.foreign) else { return }
    let letters = words[word].letters
    words[word].rare = WordTable.rareReaders.map { $0.evidence(of: letters) }
  }

  /// How many of some words are put right by `Windows1258Pass`.
  mutating func repairs(among found: [FontRuns.Word]) -> Int {
    var count = 0
    for word in found where words[word.number].traits.contains(.foreign) {
      let repairs =
        words[word.number].repairs ?? Windows1258Pass.repairs(in: words[word.number].text)
      words[word.number].repairs = repairs
      count += repairs
    }
    return count
  }

  // MARK: Decoding

  /// Decodes a word, and returns its place in `decodedWords`; `column` is the place of the encoding in
  /// `LegacyEncoding.allCases`.
  mutating func decode(_ word: Int, as encoding: LegacyEncoding, _ column: Int) -> Int {
    let place = word * LegacyEncoding.allCases.count + column
    if decodedPlaces[place] < 0 {
      decodedPlaces[place] = Int32(decodedWords.count)
      decodedWords.append(DecodedWord(words[word], as: encoding))
    }
    return Int(decodedPlaces[place])
  }
}

/// Word tables that go from document to document, because the same words occur in all of them.
///
/// Results do not depend on it. One belongs to a thread.
public final class WordCache {
  private var table = WordTable()

  /// Makes an empty cache.
  public init() {}

  /// Hands the table out; the cache is empty until it is returned.
  func take() -> WordTable {
    let taken = table
    table = WordTable()
    return taken
  }

  /// Stores a table.
  func put(_ used: consuming WordTable) {
    table = used
  }
}
