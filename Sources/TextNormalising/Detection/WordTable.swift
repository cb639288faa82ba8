internal import VietnameseText

/// What the letters of a word, or of a text, may need.
struct WordTraits: OptionSet, BitwiseCopyable {
  var rawValue: UInt16
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
  /// A sign or a capital inside the word, as no word in Unicode has it: `th¸ng`, `quyÕt`.
  static let mangled = WordTraits(rawValue: 256)
  /// Signs that stand alone, at most beside figures and punctuation: `§`, `Ø`, `¶7`.
  ///
  /// Bullets of symbol fonts look so where the font was lost, and every encoding makes some syllable of them: they
  /// prove none.
  static let alone = WordTraits(rawValue: 512)

  /// The traits that decide about repairs of a text.
  static func forRepair(of text: Span<UInt8>, _ scalars: [UInt32]) -> WordTraits {
    var traits = CasePass.traits(of: scalars)
    if TextTraits(text).contains(.doubtful) { traits.insert(.doubtful) }
    return traits
  }
}

/// The words that were met: each is examined and decoded once, however often it occurs.
///
/// A word is what stands between blanks and control characters, each of which is a word of its own. No letter of
/// an encoding reaches over them, so the evidence of the words adds up to that of the text, and a text decoded word
/// by word is the text decoded.
///
/// Examining a word costs some thousand instructions, finding it again few: on documents in legacy encodings this
/// halves the time of a whole conversion. What is asked of every word is kept apart from what needs references,
/// because counting those for every word would cost as much as finding it.
struct WordTable {
  /// What is known of a word.
  struct Word: BitwiseCopyable {
    /// What its letters may need.
    var traits: WordTraits
    /// Its evidence for Unicode and for the two most frequent encodings.
    var unicode: EncodingEvidence
    var tcvn3: EncodingEvidence
    var vni: EncodingEvidence
    /// The place of its evidence for `WordTable.rareEncodings`, or -1 before it was asked for.
    var rare: Int32 = -1
    /// How many words in it `Windows1258Pass` puts right, or -1 before it was asked for.
    var repairs: Int32 = -1
  }

  /// The encodings beside TCVN3 and VNI that are tried on text of unknown origin.
  private static let rareEncodings = Array(EncodingPlan.candidates.dropFirst(2))
  private static let rareReaders = rareEncodings.map { EvidenceReader($0) }
  private static let usualReaders = (
    unicode: EvidenceReader(nil), tcvn3: EvidenceReader(.tcvn3), vni: EvidenceReader(.vni)
  )

  /// The encodings that words are decoded from, a column of `decodedPlaces` each.
  static let columns = LegacyEncoding.allCases

  /// How many words are remembered from paragraph to paragraph: more than Vietnamese has syllables in all their
  /// spellings, and a bound for what a hostile document costs.
  private static let mostWords = 1 << 15

  /// How many letters the remembered words have together: a hostile document may hold words of millions.
  private static let mostLetters = 1 << 21

  private var index = WordIndex()

  /// The words by number.
  private(set) var words: [Word] = []

  /// The words as they were written.
  private(set) var texts: [String] = []

  /// The words as legacy encodings see them.
  private(set) var letters: [LegacyText] = []

  /// The evidence of words for all of `rareEncodings`, one word behind the other.
  private var rareEvidence: [EncodingEvidence] = []

  /// The words that were decoded.
  private(set) var decodedWords: [DecodedWord] = []

  /// The bytes of the words that were decoded, one behind the other.
  private(set) var decodedBytes: [UInt8] = []

  /// For every encoding the places of words in `decodedWords`, or -1: the words that were asked for and those
  /// before them.
  private var decodedPlaces = [[Int32]](repeating: [], count: columns.count)

  private var letterCount = 0

  /// Whether there are more words than are remembered; then the next paragraph should start with an empty table.
  var isFull: Bool { words.count > WordTable.mostWords || letterCount > WordTable.mostLetters }

  // MARK: Finding

  /// The number of the word that begins at a place and ends no later than `limit`, and where it ends.
  mutating func word(
    in bytes: Span<UInt8>, from start: Int, upTo limit: Int
  ) -> (number: Int, end: Int) {
    let key = WordIndex.Key(bytes, from: start, upTo: limit)
    let end = start + key.count
    if let number = index.number(of: key, bytes, from: start, in: texts) { return (number, end) }
    index.add(key)
    let word = String(decoding: bytes.extracting(start..<end))
    texts.append(word)
    letters.append(LegacyText(word))
    letterCount += letters[letters.count - 1].scalars.count
    words.append(WordTable.examined(word, letters[letters.count - 1]))
    return (words.count - 1, end)
  }

  private static func examined(_ text: String, _ letters: LegacyText) -> Word {
    var traits = text.withBytes { WordTraits.forRepair(of: $0, letters.scalars) }
    for (scalar, byte) in zip(letters.scalars, letters.bytes) where scalar >= 0x80 {
      traits.insert(.foreign)
      if scalar > 0xFF, Vowel(scalar) != nil || scalar == 0x111 || scalar == 0x110 {
        traits.insert(.unicodeLetters)
      }
      if byte <= 0xFF, byte >= 0xA1 || scalar < 0xA0 { traits.insert(.latin) }
    }
    if traits.contains(.latin), UTF8Pass.hasSequences(letters) { traits.insert(.utf8) }
    if traits.contains(.latin), isMangled(letters.scalars) { traits.insert(.mangled) }
    if traits.contains(.foreign), Windows1258Pass.isSuspect(text, letters.scalars) {
      traits.insert(.misread)
    }
    let readers = usualReaders
    var unicode = readers.unicode.evidence(of: letters)
    if traits.contains(.latin), areAlone(letters.scalars) {
      traits.insert(.alone)
      unicode = unicode.withoutVerdict
    }
    let isForeign = traits.contains(.foreign) && !traits.contains(.alone)
    return Word(
      traits: traits, unicode: unicode,
      tcvn3: isForeign ? readers.tcvn3.evidence(of: letters) : unicode,
      vni: isForeign ? readers.vni.evidence(of: letters) : unicode)
  }

  /// Whether there is no letter of ASCII, and no sign beyond ASCII touches another.
  private static func areAlone(_ scalars: [UInt32]) -> Bool {
    let hasLetter = scalars.contains { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    return !hasLetter && !zip(scalars, scalars.dropFirst()).contains { $0 >= 0x80 && $1 >= 0x80 }
  }

  /// Whether a sign of Windows-1252 touches a letter, or a capital stands behind a small letter; exponents,
  /// degrees and fractions behind a letter are none: `m²`.
  private static func isMangled(_ scalars: [UInt32]) -> Bool {
    let isSmall = { (scalar: UInt32) in
      scalar >= 0x61 && scalar <= 0x7A || scalar >= 0xDF && scalar <= 0xFF
    }
    let isLetter = { (scalar: UInt32) in isSmall(scalar) || scalar >= 0x41 && scalar <= 0x5A }
    return scalars.indices.contains { place in
      let scalar = scalars[place]
      let follows = place > 0 && isLetter(scalars[place - 1])
      let leads = place + 1 < scalars.count && isLetter(scalars[place + 1])
      switch scalar {
      case 0xAA, 0xB0, 0xB2, 0xB3, 0xB9, 0xBA, 0xBC, 0xBD, 0xBE: return follows && leads
      case 0xA1...0xBF: return follows || leads
      case 0xC0...0xDE: return place > 0 && isSmall(scalars[place - 1])
      default: return false
      }
    }
  }

  // MARK: Evidence

  /// How many words hold what no word in Unicode has.
  func mangled(among found: ArraySlice<FontRuns.Word>) -> Int {
    found.count { words[$0.number].traits.contains(.mangled) }
  }

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
      let word = words[word.number]
      unicode.add(word.unicode)
      tcvn3.add(word.tcvn3)
      vni.add(word.vni)
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
        return EncodingEvidence(of: letters[word], as: encoding)
      }
      let first = rareEvidence(of: word)
      return first < 0 ? words[word].unicode : rareEvidence[first + place]
    }
  }

  /// Adds the evidence of a word that was met some times, for Unicode and for every encoding that is tried, in the
  /// order of `EncodingPlan.candidates`.
  mutating func add(_ word: Int, times count: Int32, to totals: inout [EncodingEvidence]) {
    let first = rareEvidence(of: word)
    let word = words[word]
    totals[0].add(word.unicode, times: count)
    totals[1].add(word.tcvn3, times: count)
    totals[2].add(word.vni, times: count)
    for place in 3..<totals.count {
      totals[place].add(first < 0 ? word.unicode : rareEvidence[first + place - 3], times: count)
    }
  }

  /// The place of the first evidence of a word for rare encodings, or -1 for a word that says the same for all of
  /// them as for Unicode: in ASCII, or of signs that stand alone.
  private mutating func rareEvidence(of word: Int) -> Int {
    let traits = words[word].traits
    if words[word].rare < 0, traits.contains(.foreign), !traits.contains(.alone) {
      words[word].rare = Int32(rareEvidence.count)
      let letters = letters[word]
      for reader in WordTable.rareReaders { rareEvidence.append(reader.evidence(of: letters)) }
    }
    return Int(words[word].rare)
  }

  /// How many of some words are put right by `Windows1258Pass`.
  mutating func repairs(among found: [FontRuns.Word]) -> Int {
    var count = 0
    for word in found where words[word.number].traits.contains(.foreign) {
      if words[word.number].repairs < 0 {
        words[word.number].repairs = Int32(Windows1258Pass.repairs(in: texts[word.number]))
      }
      count += Int(words[word.number].repairs)
    }
    return count
  }

  // MARK: Decoding

  /// Decodes words of a paragraph from the encoding of a column, so that `decodedPlace` knows them.
  mutating func decode(_ found: ArraySlice<FontRuns.Word>, _ column: Int) {
    let missing = words.count - decodedPlaces[column].count
    if missing > 0 { decodedPlaces[column].append(contentsOf: repeatElement(-1, count: missing)) }
    for word in found where decodedPlaces[column][word.number] < 0 {
      decodedPlaces[column][word.number] = Int32(decodedWords.count)
      decodedWords.append(
        DecodedWord(
          letters[word.number], words[word.number], as: WordTable.columns[column], &decodedBytes))
    }
  }

  /// The place in `decodedWords` of a word that was decoded from the encoding of a column.
  func decodedPlace(of word: Int, _ column: Int) -> Int { Int(decodedPlaces[column][word]) }
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
