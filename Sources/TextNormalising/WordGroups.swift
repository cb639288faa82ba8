internal import ProgrammeModel
internal import VietnameseText

/// A paragraph cut into words, and these into groups: adjacent runs whose fonts say the same of their
/// encoding are decoded in one go, because runs split words anywhere.
///
/// It does what `FontGroup` does for paragraphs of words that are remembered, without a copy of the text.
struct WordGroups: ~Copyable {
  /// The words of the document.
  var known = KnownWords()

  /// The words of the paragraph.
  private(set) var words = PlainBuffer<Word>()

  /// The groups of the paragraph.
  private(set) var groups = PlainBuffer<Group>()

  /// Whether a word stands partly in one group and partly in the next.
  private(set) var hasSplitWords = false

  /// For every word whether it is drawn in capitals; see `noteCapitals(of:in:_:)`.
  private(set) var capitals = PlainBuffer<Bool>()

  // The words and groups of the paragraphs that were kept, one behind the other.
  private var keptWords = PlainBuffer<Word>()
  private var keptGroups = PlainBuffer<Group>()
  private var kept = PlainBuffer<Kept>()
  private var nextKept = 0

  /// How many words are kept of a document at most; what is longer is cut again.
  private static let mostKept = 1 << 16

  /// A paragraph that is kept: its number, the ends of its words and groups, and whether it has split words.
  // Not private: of a buffer of private values Swift 6.3 makes invalid code in debug builds.
  struct Kept: BitwiseCopyable {
    var paragraph: Int
    var endOfWords: Int
    var endOfGroups: Int
    var hasSplitWords: Bool
  }

  /// A word of the paragraph.
  struct Word: BitwiseCopyable {
    /// Its number among the words that are known.
    var number: Int32
    // The words of a whole document are kept: narrow, they need half the memory.
    private var narrowStart: Int32
    private var narrowEnd: Int32

    init(number: Int, start: Int, end: Int) {
      self.number = Int32(truncatingIfNeeded: number)
      narrowStart = Int32(truncatingIfNeeded: start)
      narrowEnd = Int32(truncatingIfNeeded: end)
    }

    /// Where it starts, in bytes.
    var start: Int { Int(narrowStart) }

    /// Where it ends, in bytes.
    var end: Int { Int(narrowEnd) }
  }

  /// A group of runs.
  struct Group: BitwiseCopyable {
    /// The font of its first run.
    var font: Int?
    /// What the font says.
    var hint: LegacyFont?
    /// Its words: the first one and the one behind the last.
    var firstWord = 0
    var endOfWords = 0
    /// Where it starts, in bytes.
    var start = 0
    /// Where it ends, in bytes.
    var end = 0
    /// The first of its runs.
    var firstRun = 0
    /// Whether a run is drawn in capitals.
    var hasCapitals = false
    /// Whether all runs are.
    var isInCapitals = false
    /// What its words are made of.
    var traits: KnownWords.Traits = []

    /// Its words.
    var words: Range<Int> { firstWord..<endOfWords }

    /// Whether it may hold legacy text: it has letters of Windows-1252 beyond ASCII, and none that legacy
    /// text cannot have, unless the font says otherwise.
    var isLegacyCandidate: Bool {
      traits.contains(.latin) && (hint != nil || !traits.contains(.unicodeLetters))
    }
  }

  /// Cuts a paragraph, or returns `false` where it holds something else than words and blanks.
  mutating func cut(_ paragraph: SourceParagraph, _ fonts: [LegacyFont?]) -> Bool {
    words.removeAll()
    groups.removeAll()
    hasSplitWords = false
    let isCut = unsafe paragraph.text.utf8.withContiguousStorageIfAvailable { text in
      guard text.count <= Int32.max else { return false }
      unsafe group(text, paragraph.runs, fonts)
      for index in 0..<groups.count {
        guard unsafe cut(text, index) else { return false }
      }
      return true
    }
    return isCut ?? false
  }

  /// Keeps the paragraph that was cut for the second time that it is asked for.
  mutating func keep(_ paragraph: Int) {
    guard keptWords.count + words.count <= WordGroups.mostKept else { return }
    unsafe keptWords.append(words.values(0..<words.count))
    unsafe keptGroups.append(groups.values(0..<groups.count))
    kept.append(
      Kept(
        paragraph: paragraph, endOfWords: keptWords.count, endOfGroups: keptGroups.count,
        hasSplitWords: hasSplitWords))
  }

  /// Takes a paragraph that was kept, or returns `false` where it was not; paragraphs come in order.
  mutating func takeKept(_ paragraph: Int) -> Bool {
    while nextKept < kept.count, kept[nextKept].paragraph < paragraph { nextKept += 1 }
    guard nextKept < kept.count, kept[nextKept].paragraph == paragraph else { return false }
    let found = kept[nextKept]
    let firstWord = nextKept > 0 ? kept[nextKept - 1].endOfWords : 0
    let firstGroup = nextKept > 0 ? kept[nextKept - 1].endOfGroups : 0
    words.removeAll()
    groups.removeAll()
    unsafe words.append(keptWords.values(firstWord..<found.endOfWords))
    unsafe groups.append(keptGroups.values(firstGroup..<found.endOfGroups))
    hasSplitWords = found.hasSplitWords
    return true
  }

  /// Forgets the paragraphs that were kept.
  mutating func forgetKept() {
    keptWords.removeAll()
    keptGroups.removeAll()
    kept.removeAll()
    nextKept = 0
  }

  private mutating func group(
    _ text: UnsafeBufferPointer<UInt8>, _ runs: [TextRun], _ fonts: [LegacyFont?]
  ) {
    guard !runs.isEmpty else {
      groups.append(Group(end: text.count))
      return
    }
    var start = 0
    for (number, run) in runs.enumerated() {
      // The runs cover the text; the last one takes what is left.
      let end =
        number == runs.count - 1 ? text.count : unsafe WordGroups.scalarStart(text, from: run.end)
      guard end > start else { continue }
      let hint = run.font.flatMap { fonts.indices.contains($0) ? fonts[$0] : nil }
      let last = groups.count - 1
      if last >= 0, (groups[last].hint == nil) == (hint == nil),
        groups[last].hint?.encoding == hint?.encoding
      {
        groups[last].end = end
        if hint?.isCapital ?? false {
          groups[last].hasCapitals = true
        } else {
          groups[last].isInCapitals = false
        }
      } else {
        if start > 0, unsafe text[start - 1] > 0x20, unsafe text[start] > 0x20 {
          hasSplitWords = true
        }
        groups.append(
          Group(
            font: run.font, hint: hint, start: start, end: end, firstRun: number,
            hasCapitals: hint?.isCapital ?? false, isInCapitals: hint?.isCapital ?? false))
      }
      start = end
    }
  }

  /// Notes which words of a group are drawn in capitals, or returns `false` where a font of capitals begins
  /// or ends inside of a word.
  mutating func noteCapitals(
    of group: Group, in paragraph: SourceParagraph, _ fonts: [LegacyFont?]
  ) -> Bool {
    if capitals.count < words.count { capitals.append(false, count: words.count - capitals.count) }
    return unsafe paragraph.text.utf8.withContiguousStorageIfAvailable {
      unsafe noteCapitals(of: group, $0, paragraph.runs, fonts)
    } ?? false
  }

  private mutating func noteCapitals(
    of group: Group, _ text: UnsafeBufferPointer<UInt8>, _ runs: [TextRun], _ fonts: [LegacyFont?]
  ) -> Bool {
    var word = group.firstWord
    var start = group.start
    var number = group.firstRun
    while start < group.end {
      let font = runs[number].font
      let isCapital =
        font.flatMap { fonts.indices.contains($0) ? fonts[$0] : nil }?.isCapital ?? false
      let end =
        unsafe number == runs.count - 1
        ? text.count : WordGroups.scalarStart(text, from: runs[number].end)
      number += 1
      while word < group.endOfWords, words[word].start < end {
        // What one run draws is one change.
        guard !isCapital || words[word].start >= start && words[word].end <= end else {
          return false
        }
        capitals[word] = isCapital
        guard words[word].end <= end else { break }
        word += 1
      }
      start = max(start, end)
    }
    return true
  }

  /// The first place from one on where a scalar starts.
  static func scalarStart(_ text: UnsafeBufferPointer<UInt8>, from place: Int) -> Int {
    var place = max(place, 0)
    while place < text.count, unsafe text[place] & 0xC0 == 0x80 { place += 1 }
    return min(place, text.count)
  }

  /// Cuts a group of a text, or returns `false` where it holds something else than words and blanks.
  private mutating func cut(_ text: UnsafeBufferPointer<UInt8>, _ group: Int) -> Bool {
    let end = groups[group].end
    let firstWord = words.count
    var traits: KnownWords.Traits = []
    var index = groups[group].start
    while index < end {
      let byte = unsafe text[index]
      if byte <= 0x20 {
        // Other control characters are letters in some encodings.
        guard byte == 0x20 || byte == 0x09 || byte == 0x0A else { return false }
        index += 1
        continue
      }
      let met = unsafe KnownWords.Met(in: text, from: index, upTo: end)
      guard let number = unsafe known.number(of: met, in: text) else { return false }
      traits.formUnion(known.traits(of: number))
      words.append(Word(number: number, start: index, end: met.end))
      index = met.end
    }
    groups[group].firstWord = firstWord
    groups[group].endOfWords = words.count
    groups[group].traits = traits
    return true
  }

  /// How many words of the paragraph are Windows-1252 that was read as Windows-1258.
  mutating func misreadings() -> Int {
    var count = 0
    var isSuspect = false
    for index in 0..<words.count {
      let finding = known.misreading(of: Int(words[index].number))
      count += finding.repairs
      isSuspect = isSuspect || finding.isSuspect
    }
    return isSuspect ? count : 0
  }

  /// What the paragraph is made of.
  var traits: KnownWords.Traits {
    var traits: KnownWords.Traits = []
    for index in 0..<groups.count { traits.formUnion(groups[index].traits) }
    return traits
  }

  /// What a group says for Unicode, TCVN3 and VNI, in this order.
  mutating func usualEvidence(
    of group: Group
  ) -> (EncodingEvidence, EncodingEvidence, EncodingEvidence) {
    known.usualEvidence(of: words, group.words)
  }

  /// What a group says for an encoding; `nil` takes it for Unicode.
  mutating func evidence(of group: Group, as encoding: LegacyEncoding?) -> EncodingEvidence {
    known.evidence(of: words, group.words, as: encoding)
  }

  /// Calls `body` with what a group says for Unicode and for every encoding that is tried on text of
  /// unknown origin.
  mutating func forEachEvidence(of group: Group, _ body: (Int, EncodingEvidence) -> Void) {
    known.forEachEvidence(of: words, group.words, body)
  }
}
