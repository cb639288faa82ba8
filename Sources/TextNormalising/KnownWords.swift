internal import VietnameseText

/// The words of a document as they were met: each is judged and decoded once, however often it stands.
///
/// A word is what stands between blanks. No letter of any encoding reaches over a blank, so that what
/// the words say adds up to what the text says, and a text decoded word by word is the text decoded.
struct KnownWords: ~Copyable {
  /// The longest word that is remembered, in bytes of UTF-8, such as the dots of a form; longer ones are
  /// no words.
  static let longest = 255

  /// How many words are remembered at most, so that hostile input costs no more memory than its own.
  private static let most = 1 << 16

  /// How many places are looked at for a word; where all are taken it is not remembered.
  private static let mostProbes = 64

  /// What one look at the letters of a word tells.
  struct Traits: OptionSet, BitwiseCopyable {
    var rawValue: UInt8
    /// Letters of Windows-1252 beyond its signs, of which legacy text is made.
    static let latin = Traits(rawValue: 1)
    /// Letters of Vietnamese that no legacy text can hold.
    static let unicodeLetters = Traits(rawValue: 2)
    /// Bytes that make a letter of UTF-8.
    static let utf8 = Traits(rawValue: 4)
    /// Letters beyond ASCII of any kind.
    static let foreign = Traits(rawValue: 8)
    /// Something that may not stay as it is; see `TextTraits.doubtful`.
    static let doubtful = Traits(rawValue: 16)
    /// Small accented letters that may have to be raised; see `CasePass`.
    static let raisable = Traits(rawValue: 32)
    /// A word of capitals.
    static let capitals = Traits(rawValue: 64)
  }

  /// A word that is known.
  // Not private: of a buffer of private values Swift 6.3 makes invalid code in debug builds.
  struct Entry: BitwiseCopyable {
    /// Its first eight bytes, with zeros behind the last.
    var first: UInt64
    /// The hash, of which the lower half is the place in `slots`.
    var hash: UInt64
    /// Where its bytes stand in `words`, with zeros behind them up to the next eight.
    var start: Int
    var length: UInt8
    var traits: Traits = []
    /// Whether it was judged for Unicode and all encodings that are tried on text of unknown origin.
    var isJudged = false
    /// What it says of Windows-1252 that was read as Windows-1258; `.max` before it was asked.
    var repairs = UInt8.max
    var isSuspect = false
  }

  /// The numbers of words by hash, counted from one, with the upper half of the hash.
  private var slots = PlainBuffer<UInt64>(capacity: 1 << 11)
  private var entries = PlainBuffer<Entry>(capacity: 1 << 10)

  /// The words, one behind the other.
  private var words = PlainBuffer<UInt8>(capacity: 1 << 14)

  /// What words say for encodings, one column an encoding: counts as `EncodingEvidence` packs them.
  // Room for the words of a long document: what is not written to takes no memory, and what is moved misses
  // the cache.
  private var verdicts = PlainBuffer<UInt64>(capacity: 1 << 17)

  /// The encodings that are tried on text of unknown origin, once a word is judged for all of them.
  private var readers = PlainBuffer<Reader>()

  /// An encoding that words are judged for.
  // Not private: of a buffer of private values Swift 6.3 makes invalid code in debug builds.
  struct Reader: BitwiseCopyable {
    var column: Int
    var keepsASCII: Bool
    var evidence: EvidenceReader
  }

  /// A verdict that was not asked for: no word has as many of anything.
  private static let isOpen = UInt64.max

  /// What words were decoded to; see `KnownWords+Decoding.swift`.
  var readings = PlainBuffer<Reading>(capacity: 1 << 10)
  var readingNumbers = PlainBuffer<Int32>(capacity: 1 << 17)
  var bytes = PlainBuffer<UInt8>(capacity: 1 << 14)
  var places = PlainBuffer<UInt16>(capacity: 1 << 14)

  /// The letters of the word that was opened last, and room to look at decoded ones.
  var opened = LegacyRoom(capacity: KnownWords.longest)
  private var openedWord = -1
  var room = LegacyRoom(capacity: 4 * KnownWords.longest)

  /// The columns: the first one for Unicode, and one an encoding; sixteen are added in one go.
  static let columns = 16

  private static func column(of encoding: LegacyEncoding?) -> Int {
    encoding.map { $0.place + 1 } ?? 0
  }

  init() {
    slots.append(0, count: 1 << 11)
  }

  /// How many words are known.
  var count: Int { entries.count }

  /// What a word is made of.
  @inline(__always)
  func traits(of word: Int) -> Traits { entries[word].traits }

  /// The bytes of a word, until another one is met.
  func bytes(of word: Int) -> UnsafeBufferPointer<UInt8> {
    let entry = entries[word]
    return unsafe words.values(entry.start..<entry.start + Int(entry.length))
  }

  // MARK: Meeting

  /// A word of a text with its hash.
  struct Met {
    var start: Int
    var end: Int
    /// Its first eight bytes, with zeros behind the last.
    var first: UInt64
    var hash: UInt64

    /// The word that begins at a place and ends at a blank or no later than is said; empty at a blank.
    @inline(__always)
    init(in text: UnsafeBufferPointer<UInt8>, from start: Int, upTo limit: Int) {
      self.start = start
      var bytes = unsafe KnownWords.eightBytes(of: text, at: start)
      var length = min(KnownWords.lengthOfWord(bytes), limit &- start)
      first = KnownWords.first(length, of: bytes)
      hash = KnownWords.hash(first, 0)
      end = start &+ length
      while length == 8 {
        bytes = unsafe KnownWords.eightBytes(of: text, at: end)
        length = min(KnownWords.lengthOfWord(bytes), limit &- end)
        hash = KnownWords.hash(KnownWords.first(length, of: bytes), hash)
        end = end &+ length
      }
    }
  }

  @inline(__always)
  private static func hash(_ bytes: UInt64, _ before: UInt64) -> UInt64 {
    let hash = (before ^ bytes) &* 0x9E37_79B9_7F4A_7C15
    return hash ^ hash >> 32
  }

  /// Eight bytes of a text from a place on, the first one lowest, with zeros behind the end.
  @inline(__always)
  private static func eightBytes(of text: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt64 {
    guard place <= text.count &- 8, let start = text.baseAddress else {
      return unsafe lastBytes(of: text, from: place)
    }
    return UInt64(
      littleEndian: unsafe UnsafeRawPointer(start + place).loadUnaligned(as: UInt64.self))
  }

  @inline(never)
  private static func lastBytes(of text: UnsafeBufferPointer<UInt8>, from place: Int) -> UInt64 {
    var bytes: UInt64 = 0
    var index = text.count
    while index > place {
      index -= 1
      bytes = unsafe bytes << 8 | UInt64(text[index])
    }
    return bytes
  }

  /// How many of eight bytes stand before the first one that is a blank or a control character.
  @inline(__always)
  private static func lengthOfWord(_ bytes: UInt64) -> Int {
    let low = bytes & 0x7F7F_7F7F_7F7F_7F7F
    let letters = low &+ 0x5F5F_5F5F_5F5F_5F5F | bytes
    let blanks = ~letters & 0x8080_8080_8080_8080
    return blanks.trailingZeroBitCount &>> 3
  }

  /// The first of eight bytes, with zeros in the place of the others.
  @inline(__always)
  private static func first(_ length: Int, of bytes: UInt64) -> UInt64 {
    length == 8 ? bytes : bytes & ~(UInt64.max &<< UInt64(truncatingIfNeeded: length &* 8))
  }

  /// The number of a word, or `nil` where it is not remembered.
  @inline(__always)
  mutating func number(of met: Met, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    // Most words are short and stand where their hash says.
    let slot = slots[Int(truncatingIfNeeded: met.hash) & (slots.count &- 1)]
    let number = Int(slot & 0xFFFF_FFFF) &- 1
    if number >= 0, entries[number].first == met.first,
      Int(entries[number].length) == met.end &- met.start, met.end &- met.start <= 8
    {
      return number
    }
    return unsafe find(met, in: text)
  }

  @inline(never)
  private mutating func find(_ met: Met, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: met.hash) & mask
    for _ in 0..<KnownWords.mostProbes {
      let slot = slots[place]
      if slot == 0 { return unsafe remember(met, in: text, at: place) }
      let number = Int(slot & 0xFFFF_FFFF) - 1
      if slot >> 32 == met.hash >> 32, unsafe isWord(number, met, in: text) { return number }
      place = (place + 1) & mask
    }
    return nil
  }

  private func isWord(_ number: Int, _ met: Met, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let entry = entries[number]
    let length = Int(entry.length)
    guard entry.first == met.first, length == met.end - met.start else { return false }
    var place = 8
    while place < length {
      let known = unsafe KnownWords.eightBytes(
        of: words.values(0..<words.count), at: entry.start + place)
      let bytes = unsafe KnownWords.eightBytes(of: text, at: met.start + place)
      if known != KnownWords.first(min(8, length - place), of: bytes) { return false }
      place += 8
    }
    return true
  }

  private mutating func remember(
    _ met: Met, in text: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> Int? {
    let length = met.end - met.start
    guard count < KnownWords.most, length <= KnownWords.longest else { return nil }
    let number = count
    entries.append(
      Entry(first: met.first, hash: met.hash, start: words.count, length: UInt8(length)))
    unsafe words.append(UnsafeBufferPointer(rebasing: text[met.start..<met.end]))
    words.append(0, count: -length & 7)
    slots[place] = KnownWords.slot(met.hash, number)
    verdicts.append(KnownWords.isOpen, count: KnownWords.columns)
    readingNumbers.append(-1, count: KnownWords.columns)
    entries[number].traits = look(at: number)
    if count * 2 > slots.count { grow() }
    return number
  }

  private static func slot(_ hash: UInt64, _ number: Int) -> UInt64 {
    hash & 0xFFFF_FFFF_0000_0000 | UInt64(number + 1)
  }

  /// Doubles the places for words.
  private mutating func grow() {
    let size = slots.count * 2
    slots.removeAll()
    slots.append(0, count: size)
    for number in 0..<count {
      var place = Int(truncatingIfNeeded: entries[number].hash) & (size - 1)
      while slots[place] != 0 { place = (place + 1) & (size - 1) }
      slots[place] = KnownWords.slot(entries[number].hash, number)
    }
  }

  // MARK: Judging

  /// Opens a word: its letters stand in `opened`.
  mutating func open(_ word: Int) {
    guard openedWord != word else { return }
    unsafe opened.read(bytes(of: word))
    openedWord = word
  }

  private mutating func look(at word: Int) -> Traits {
    open(word)
    let letters = opened.letters
    var found = unsafe KnownWords.shape(of: letters, bytes(of: word))
    for index in 0..<letters.count {
      let scalar = letters.scalar(at: index)
      guard scalar >= 0x80 else { continue }
      found.insert(.foreign)
      if scalar > 0xFF, Vowel(scalar) != nil || scalar == 0x111 || scalar == 0x110 {
        found.insert(.unicodeLetters)
      }
      let byte = letters.byte(at: index)
      if byte <= 0xFF, byte >= 0xA1 || scalar < 0xA0 { found.insert(.latin) }
    }
    if found.contains(.latin), UTF8Pass.hasSequences(letters) { found.insert(.utf8) }
    return found
  }

  /// What a word says of the text it stands in as it is.
  static func shape(of letters: LegacyLetters, _ bytes: UnsafeBufferPointer<UInt8>) -> Traits {
    var found = unsafe CasePass.traits(of: letters.scalars)
    if unsafe TextTraits(bytes).contains(.doubtful) { found.insert(.doubtful) }
    return found
  }

  /// What words say for an encoding together; `nil` takes them for Unicode.
  mutating func evidence(
    of words: borrowing PlainBuffer<WordGroups.Word>, _ range: Range<Int>,
    as encoding: LegacyEncoding?
  ) -> EncodingEvidence {
    let column = KnownWords.column(of: encoding)
    var total = EncodingEvidence()
    var start = range.lowerBound
    while start < range.upperBound {
      let end = KnownWords.endOfSum(from: start, in: range)
      var sum: UInt64 = 0
      for index in start..<end {
        let word = Int(words[index].number)
        let place = word * KnownWords.columns + column
        if verdicts[place] == KnownWords.isOpen { judge(word, encoding) }
        sum &+= verdicts[place]
      }
      total.add(EncodingEvidence(packed: sum))
      start = end
    }
    return total
  }

  /// What a word says for an encoding, where it was judged.
  func verdict(of word: Int, as encoding: LegacyEncoding) -> EncodingEvidence? {
    let verdict = verdicts[word * KnownWords.columns + KnownWords.column(of: encoding)]
    return verdict == KnownWords.isOpen ? nil : EncodingEvidence(packed: verdict)
  }

  /// What words say together for Unicode, TCVN3 and VNI, in this order: every group is asked for them.
  mutating func usualEvidence(
    of words: borrowing PlainBuffer<WordGroups.Word>, _ range: Range<Int>
  ) -> (EncodingEvidence, EncodingEvidence, EncodingEvidence) {
    let columns = (
      KnownWords.column(of: nil), KnownWords.column(of: .tcvn3), KnownWords.column(of: .vni)
    )
    var totals = (EncodingEvidence(), EncodingEvidence(), EncodingEvidence())
    var start = range.lowerBound
    while start < range.upperBound {
      let end = KnownWords.endOfSum(from: start, in: range)
      var sums: (UInt64, UInt64, UInt64) = (0, 0, 0)
      for index in start..<end {
        let word = Int(words[index].number)
        let first = word * KnownWords.columns
        if verdicts[first + columns.0] == KnownWords.isOpen
          || verdicts[first + columns.1] == KnownWords.isOpen
          || verdicts[first + columns.2] == KnownWords.isOpen
        {
          judge(word, nil)
          judge(word, .tcvn3)
          judge(word, .vni)
        }
        sums.0 &+= verdicts[first + columns.0]
        sums.1 &+= verdicts[first + columns.1]
        sums.2 &+= verdicts[first + columns.2]
      }
      totals.0.add(EncodingEvidence(packed: sums.0))
      totals.1.add(EncodingEvidence(packed: sums.1))
      totals.2.add(EncodingEvidence(packed: sums.2))
      start = end
    }
    return totals
  }

  /// A word has at most as many of anything as bytes: this many words cannot overflow sixteen bits.
  private static func endOfSum(from start: Int, in range: Range<Int>) -> Int {
    min(range.upperBound, start + Int(UInt16.max) / longest)
  }

  /// Calls `body` with what words say together for Unicode and for every encoding that is tried on text
  /// of unknown origin.
  mutating func forEachEvidence(
    of words: borrowing PlainBuffer<WordGroups.Word>, _ range: Range<Int>,
    _ body: (Int, EncodingEvidence) -> Void
  ) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = KnownWords.endOfSum(from: start, in: range)
      var sums = SIMD16<UInt64>()
      for index in start..<end {
        let word = Int(words[index].number)
        if !entries[word].isJudged { judge(word) }
        // Columns that are not asked for are added as well: that is quicker than to leave them out.
        sums &+= verdicts.sixteen(at: word * KnownWords.columns)
      }
      body(0, EncodingEvidence(packed: sums[KnownWords.column(of: nil)]))
      for (index, candidate) in EncodingPlan.candidates.enumerated() {
        body(index + 1, EncodingEvidence(packed: sums[KnownWords.column(of: candidate)]))
      }
      start = end
    }
  }

  /// What a word says of Windows-1252 that was read as Windows-1258.
  @inline(__always)
  mutating func misreading(of word: Int) -> Windows1258Pass.Finding {
    if entries[word].repairs == .max { findMisreading(of: word) }
    return Windows1258Pass.Finding(
      repairs: Int(entries[word].repairs), isSuspect: entries[word].isSuspect)
  }

  @inline(never)
  private mutating func findMisreading(of word: Int) {
    let found =
      traits(of: word).contains(.foreign)
      ? unsafe Windows1258Pass.look(at: bytes(of: word)) : Windows1258Pass.Finding()
    entries[word].repairs = UInt8(found.repairs)
    entries[word].isSuspect = found.isSuspect
  }

  /// Judges a word for Unicode and all encodings that are tried on text of unknown origin.
  private mutating func judge(_ word: Int) {
    judge(word, nil)
    if readers.count == 0 {
      for candidate in EncodingPlan.candidates {
        readers.append(
          Reader(
            column: KnownWords.column(of: candidate), keepsASCII: candidate.keepsASCII,
            evidence: EvidenceReader(candidate)))
      }
    }
    open(word)
    let first = word * KnownWords.columns
    let isForeign = traits(of: word).contains(.foreign)
    for index in 0..<readers.count {
      let column = readers[index].column
      guard verdicts[first + column] == KnownWords.isOpen else { continue }
      verdicts[first + column] =
        isForeign || !readers[index].keepsASCII
        ? readers[index].evidence.evidence(of: opened.letters).packed
        : verdicts[first + KnownWords.column(of: nil)]
    }
    entries[word].isJudged = true
  }

  private mutating func judge(_ word: Int, _ encoding: LegacyEncoding?) {
    let first = word * KnownWords.columns
    let column = KnownWords.column(of: encoding)
    guard verdicts[first + column] == KnownWords.isOpen else { return }
    if let encoding, !traits(of: word).contains(.foreign), encoding.keepsASCII {
      judge(word, nil)
      verdicts[first + column] = verdicts[first + KnownWords.column(of: nil)]
    } else {
      open(word)
      verdicts[first + column] = EvidenceReader(encoding).evidence(of: opened.letters).packed
    }
  }
}

extension PlainBuffer<UInt64> {
  /// Sixteen values from a place on.
  @inline(__always)
  fileprivate func sixteen(at place: Int) -> SIMD16<UInt64> {
    let values = unsafe values(place..<place + 16)
    return unsafe UnsafeRawBufferPointer(values).loadUnaligned(as: SIMD16<UInt64>.self)
  }
}
