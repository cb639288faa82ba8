internal import VietnameseText

/// The words of a document as they were met: each is judged and decoded once, however often it stands.
///
/// A word is what stands between blanks. No letter of any encoding reaches over a blank, so that what
/// the words say adds up to what the text says, and a text decoded word by word is the text decoded.
struct KnownWords {
  /// The longest word that is remembered, in bytes of UTF-8; longer ones are no words.
  static let longest = 64

  /// How many words are remembered at most, so that hostile input costs no more memory than its own.
  private static let most = 1 << 16

  /// How many places are looked at for a word; where all are taken it is not remembered.
  private static let mostProbes = 64

  /// What one look at the letters of a word tells.
  struct Traits: OptionSet {
    var rawValue: UInt8
    /// Letters of Windows-1252 beyond its signs, of which legacy text is made.
    static let latin = Traits(rawValue: 1)
    /// Letters of Vietnamese that no legacy text can hold.
    static let unicodeLetters = Traits(rawValue: 2)
    /// Bytes that make a letter of UTF-8.
    static let utf8 = Traits(rawValue: 4)
    /// Letters beyond ASCII of any kind.
    static let foreign = Traits(rawValue: 8)
  }

  /// A word decoded as one encoding.
  struct Reading {
    /// The rule's name.
    var rule: String
    /// The word as it stands.
    var before: String
    /// The word decoded.
    var after: String
    /// Where its bytes stand in `bytes`.
    var bytes: Range<Int>
    /// For every byte of the word the place in the decoded one, in `places`, from here on.
    var places: Int
    /// Letters that the encoding does not have.
    var strangers: Int
    /// Whether it is another word.
    var isChanged: Bool
  }

  /// Evidence of one word: its counts as `EncodingEvidence` packs them.
  private struct Verdict: BitwiseCopyable {
    var counts: UInt64 = .max
    var isOpen: Bool { counts == .max }
  }

  /// What judges and decodes words of one encoding.
  private struct Table {
    let reader: EvidenceReader
    let letters: DecodingTable
    let keepsASCII: Bool

    init(_ encoding: LegacyEncoding?) {
      reader = EvidenceReader(encoding)
      letters = DecodingTable(encoding)
      keepsASCII = letters.keepsASCII
    }
  }

  /// The numbers of words by hash, counted from one, with the upper half of the hash.
  private var slots = [UInt64](repeating: 0, count: 1 << 11)
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  private(set) var traits: [Traits] = []
  private var verdicts: [Verdict] = []
  private var readingNumbers: [Int32] = []
  private var raisedNumbers: [Int32] = []
  private var misreadings: [Windows1258Pass.Finding?] = []

  /// The words, one behind the other, and what they were decoded to.
  private(set) var words: [UInt8] = []
  private(set) var readings: [Reading] = []
  private(set) var bytes: [UInt8] = []
  private(set) var places: [UInt8] = []

  private var tables: [Table?] = Array(repeating: nil, count: KnownWords.encodingCount)
  private var opened: (word: Int, text: LegacyText)?

  /// The columns of verdicts and readings: one an encoding and one for Unicode.
  private static let encodingCount = LegacyEncoding.allCases.count + 1
  private static let unicode = encodingCount - 1

  /// How many words are known.
  var count: Int { ends.count }

  /// The number of a word, or `nil` where it is not remembered.
  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int? {
    guard word.count <= KnownWords.longest else { return nil }
    let hash = unsafe KnownWords.hash(of: word)
    var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    for _ in 0..<KnownWords.mostProbes {
      let slot = slots[place]
      if slot == 0 { return unsafe remember(word, hash, at: place) }
      if slot >> 32 == hash >> 32 {
        let number = Int(slot & 0xFFFF_FFFF) - 1
        if unsafe isWord(number, word) { return number }
      }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func slot(_ hash: UInt64, _ number: Int) -> UInt64 {
    hash & 0xFFFF_FFFF_0000_0000 | UInt64(number)
  }

  private static func hash(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in 0..<word.count { hash = unsafe (hash ^ UInt64(word[index])) &* 0x100_0000_01B3 }
    return hash ^ hash >> 32
  }

  private func isWord(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == word.count else { return false }
    for index in 0..<word.count where unsafe words[start + index] != word[index] { return false }
    return true
  }

  private mutating func remember(
    _ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64, at place: Int
  ) -> Int? {
    guard count < KnownWords.most else { return nil }
    unsafe words.append(contentsOf: word)
    ends.append(words.count)
    hashes.append(hash)
    slots[place] = KnownWords.slot(hash, count)
    verdicts.append(contentsOf: repeatElement(Verdict(), count: KnownWords.encodingCount))
    readingNumbers.append(contentsOf: repeatElement(-1, count: KnownWords.encodingCount))
    traits.append([])
    misreadings.append(nil)
    let number = count - 1
    if unsafe word.contains(where: { $0 >= 0x80 }) { traits[number] = look(at: number) }
    if count * 2 > slots.count { grow() }
    return number
  }

  /// Doubles the places for words.
  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for number in 0..<count {
      var place = Int(truncatingIfNeeded: hashes[number]) & (slots.count - 1)
      while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = KnownWords.slot(hashes[number], number + 1)
    }
  }

  // MARK: Judging

  /// A word's text; that of the last one stays open.
  private mutating func text(of word: Int) -> LegacyText {
    if let opened, opened.word == word { return opened.text }
    let text = LegacyText(string(of: word))
    opened = (word, text)
    return text
  }

  private func string(of word: Int) -> String {
    String(decoding: words[(word == 0 ? 0 : ends[word - 1])..<ends[word]], as: UTF8.self)
  }

  private mutating func look(at word: Int) -> Traits {
    let text = text(of: word)
    var found: Traits = .foreign
    for (scalar, byte) in zip(text.scalars, text.bytes) where scalar >= 0x80 {
      if scalar > 0xFF, Vowel(scalar) != nil || scalar == 0x111 || scalar == 0x110 {
        found.insert(.unicodeLetters)
      }
      if byte <= 0xFF, byte >= 0xA1 || scalar < 0xA0 { found.insert(.latin) }
    }
    if found.contains(.latin), UTF8Pass.hasSequences(text) { found.insert(.utf8) }
    return found
  }

  /// What a word says for an encoding; `nil` takes it for Unicode.
  mutating func evidence(of word: Int, as encoding: LegacyEncoding?) -> EncodingEvidence {
    let column = encoding?.place ?? KnownWords.unicode
    let place = word * KnownWords.encodingCount + column
    if verdicts[place].isOpen { judge(word, encoding) }
    return EncodingEvidence(packed: verdicts[place].counts)
  }

  /// What words say for an encoding together; `nil` takes them for Unicode.
  mutating func evidence(
    of words: ArraySlice<WordGroups.Word>, as encoding: LegacyEncoding?
  ) -> EncodingEvidence {
    let column = encoding?.place ?? KnownWords.unicode
    var total = EncodingEvidence()
    var sum: UInt64 = 0
    var summed = 0
    for word in words {
      let place = word.number * KnownWords.encodingCount + column
      if verdicts[place].isOpen { judge(word.number, encoding) }
      sum &+= verdicts[place].counts
      summed += 1
      // A word has at most as many of anything as bytes: this many words cannot overflow.
      if summed == Int(UInt16.max) / KnownWords.longest {
        total.add(EncodingEvidence(packed: sum))
        (sum, summed) = (0, 0)
      }
    }
    total.add(EncodingEvidence(packed: sum))
    return total
  }

  /// What a word says of Windows-1252 that was read as Windows-1258.
  mutating func misreadings(of word: Int) -> Windows1258Pass.Finding {
    if let finding = misreadings[word] { return finding }
    let finding =
      traits[word].contains(.foreign)
      ? Windows1258Pass.look(at: string(of: word)) : Windows1258Pass.Finding()
    misreadings[word] = finding
    return finding
  }

  /// Judges words for Unicode and all encodings that are tried on text of unknown origin: each word is
  /// opened once.
  mutating func judge(_ words: ArraySlice<WordGroups.Word>) {
    for word in words {
      let first = word.number * KnownWords.encodingCount
      if verdicts[first + KnownWords.unicode].isOpen { judge(word.number, nil) }
      for candidate in EncodingPlan.candidates where verdicts[first + candidate.place].isOpen {
        judge(word.number, candidate)
      }
    }
  }

  private mutating func judge(_ word: Int, _ encoding: LegacyEncoding?) {
    let first = word * KnownWords.encodingCount
    let column = encoding?.place ?? KnownWords.unicode
    openTable(encoding, column)
    if encoding != nil, !traits[word].contains(.foreign), tables[column]?.keepsASCII ?? true {
      if verdicts[first + KnownWords.unicode].isOpen { judge(word, nil) }
      verdicts[first + column] = verdicts[first + KnownWords.unicode]
    } else {
      let text = text(of: word)
      verdicts[first + column].counts = text.withLetters {
        tables[column]?.reader.evidence(of: $0).packed ?? 0
      }
    }
  }

  private mutating func openTable(_ encoding: LegacyEncoding?, _ column: Int) {
    if tables[column] == nil { tables[column] = Table(encoding) }
  }

  // MARK: Decoding

  /// A word decoded as an encoding, as its place in `readings`.
  mutating func reading(of word: Int, as encoding: LegacyEncoding) -> Int {
    let place = word * KnownWords.encodingCount + encoding.place
    if readingNumbers[place] < 0 {
      readingNumbers[place] = Int32(truncatingIfNeeded: readings.count)
      readings.append(decode(word, as: encoding))
      raisedNumbers.append(-1)
    }
    return Int(readingNumbers[place])
  }

  /// A reading as a font of capitals draws it, as its place in `readings`; it has as many bytes.
  mutating func raised(_ reading: Int) -> Int {
    if raisedNumbers[reading] >= 0 { return Int(raisedNumbers[reading]) }
    let small = readings[reading]
    let after = String(scalars: small.after.unicodeScalars.lazy.map { Capital.of($0.value) })
    let start = bytes.count
    bytes.append(contentsOf: after.utf8)
    readings.append(
      Reading(
        rule: Rule.capitalFont, before: small.after, after: after, bytes: start..<bytes.count,
        places: small.places, strangers: 0, isChanged: after != small.after))
    raisedNumbers[reading] = Int32(truncatingIfNeeded: readings.count - 1)
    raisedNumbers.append(-1)
    return readings.count - 1
  }

  private mutating func decode(_ word: Int, as encoding: LegacyEncoding) -> Reading {
    openTable(encoding, encoding.place)
    let before = string(of: word)
    guard let table = tables[encoding.place],
      traits[word].contains(.foreign) || !table.keepsASCII
    else { return unchanged(before) }
    let source = text(of: word)
    if !traits[word].contains(.unicodeLetters),
      let letters = plainLetters(source, word, table.letters, encoding)
    {
      if letters == source.scalars { return unchanged(before) }
      return decoded(before, source.scalars, letters, table.letters.rule)
    }
    return decodeTolerantly(before, as: encoding)
  }

  private mutating func plainLetters(
    _ text: LegacyText, _ word: Int, _ table: DecodingTable, _ encoding: LegacyEncoding
  ) -> [UInt32]? {
    let evidence = evidence(of: word, as: encoding)
    return text.withLetters { table.plainLetters(of: $0, judgedAs: evidence) }
  }

  private func unchanged(_ word: String) -> Reading {
    Reading(
      rule: "", before: word, after: word, bytes: 0..<0, places: 0, strangers: 0, isChanged: false)
  }

  /// A word of which every letter became one letter.
  private mutating func decoded(
    _ before: String, _ source: [UInt32], _ letters: [UInt32], _ rule: String
  ) -> Reading {
    let start = bytes.count
    let firstPlace = places.count
    for (old, new) in zip(source, letters) {
      let place = UInt8(truncatingIfNeeded: bytes.count - start)
      appendUTF8(new)
      // A place inside of a letter is that of the next one.
      places.append(place)
      let next = UInt8(truncatingIfNeeded: bytes.count - start)
      for _ in 1..<utf8Length(old) { places.append(next) }
    }
    return Reading(
      rule: rule, before: before, after: String(decoding: bytes[start...], as: UTF8.self),
      bytes: start..<bytes.count, places: firstPlace, strangers: 0, isChanged: true)
  }

  private mutating func appendUTF8(_ scalar: UInt32) {
    bytes.append(utf8: scalar)
  }

  private mutating func decodeTolerantly(_ before: String, as encoding: LegacyEncoding) -> Reading {
    var text = Rewriting(before, places: [Array(0..<before.utf8.count)])
    var pass = LegacyPass()
    pass.run(over: &text, stretches: [.init(end: text.scalars.count, encoding: encoding)])
    let after = String(scalars: text.scalars)
    let start = bytes.count
    bytes.append(contentsOf: after.utf8)
    let offsets = text.byteOffsets
    let firstPlace = places.count
    for place in text.places { places.append(UInt8(truncatingIfNeeded: offsets[place])) }
    return Reading(
      rule: text.edits.first?.rule ?? "", before: before, after: after, bytes: start..<bytes.count,
      places: firstPlace, strangers: pass.strangers, isChanged: !text.edits.isEmpty)
  }
}
