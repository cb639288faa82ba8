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

  /// The traits that decide about repairs of a text.
  static func forRepair(of text: String, _ scalars: [UInt32]) -> WordTraits {
    var traits = CasePass.traits(of: scalars)
    if text.traits.contains(.doubtful) { traits.insert(.doubtful) }
    return traits
  }
}

/// The words of a document: each is examined once, however often it occurs.
///
/// A word is what stands between blanks and control characters, each of which is a word of its own. No letter of
/// an encoding reaches over them, so the evidence of the words adds up to that of the text.
///
/// Examining a word costs some thousand instructions, finding it again about two hundred: on documents in legacy
/// encodings this halves the time of a whole conversion.
struct WordTable {
  /// A word of the document.
  struct Word {
    /// The word as it was written.
    let text: String
    /// What its letters may need.
    let traits: WordTraits
    /// Its evidence for Unicode and for the two most frequent encodings.
    let unicode: EncodingEvidence
    let tcvn3: EncodingEvidence
    let vni: EncodingEvidence
    /// Its evidence for `WordTable.rareEncodings`; empty before it was asked for.
    var rare: [EncodingEvidence] = []
  }

  /// The bytes of a word, the first sixteen of them in two numbers.
  ///
  /// Not a `String`: strings are equal, and hashed slowly, where their letters are canonically equivalent.
  private struct Key: Hashable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var rest: [UInt8] = []

    func hash(into hasher: inout Hasher) {
      hasher.combine(first)
      hasher.combine(second)
      if !rest.isEmpty { hasher.combine(rest) }
    }
  }

  /// The encodings beside TCVN3 and VNI that are tried on text of unknown origin.
  static let rareEncodings = Array(EncodingPlan.candidates.dropFirst(2))

  /// How many words are remembered from paragraph to paragraph: more than Vietnamese has syllables in all their
  /// spellings, and a bound for what a hostile document costs.
  private static let mostWords = 1 << 16

  private var numbers: [Key: Int] = [:]

  /// The words by number.
  private(set) var words: [Word] = []

  /// Whether there are more words than are remembered; then the next paragraph should start with an empty table.
  var isFull: Bool { words.count > WordTable.mostWords }

  /// The number of the word that begins at a place and ends no later than `limit`, and where it ends.
  mutating func word(
    in text: String, _ bytes: Span<UInt8>, from start: Int, upTo limit: Int
  ) -> (number: Int, end: Int) {
    var key = Key()
    var end = start
    repeat {
      let byte = bytes[end]
      switch end - start {
      case ..<8: key.first |= UInt64(byte) << UInt64(8 * (end - start))
      case ..<16: key.second |= UInt64(byte) << UInt64(8 * (end - start - 8))
      default: key.rest.append(byte)
      }
      end += 1
    } while end < limit && bytes[end] > 0x20 && bytes[start] > 0x20
    if let number = numbers[key] { return (number, end) }
    let number = words.count
    numbers[key] = number
    let first = text.utf8.index(text.utf8.startIndex, offsetBy: start)
    let last = text.utf8.index(text.utf8.startIndex, offsetBy: end)
    words.append(Word(String(text[first..<last])))
    return (number, end)
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
        return EncodingEvidence(of: LegacyText(words[word].text), as: encoding)
      }
      examineForRareEncodings(word)
      return words[word].rare.isEmpty ? words[word].unicode : words[word].rare[place]
    }
  }

  /// Adds the evidence of words for Unicode and for every encoding that is tried, in the order of
  /// `EncodingPlan.candidates`.
  mutating func add(_ found: ArraySlice<FontRuns.Word>, to totals: inout [EncodingEvidence]) {
    for word in found { examineForRareEncodings(word.number) }
    for word in found {
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
    let text = LegacyText(words[word].text)
    words[word].rare = WordTable.rareEncodings.map { EncodingEvidence(of: text, as: $0) }
  }
}

extension WordTable.Word {
  /// Examines a word.
  fileprivate init(_ text: String) {
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
    self.text = text
    self.traits = traits
    unicode = EncodingEvidence(of: letters, as: nil)
    let isForeign = traits.contains(.foreign)
    tcvn3 = isForeign ? EncodingEvidence(of: letters, as: .tcvn3) : unicode
    vni = isForeign ? EncodingEvidence(of: letters, as: .vni) : unicode
  }
}
