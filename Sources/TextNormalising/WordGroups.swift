internal import ProgrammeModel
internal import VietnameseText

/// A paragraph cut into words, and these into groups: adjacent runs whose fonts say the same of their
/// encoding are decoded in one go, because runs split words anywhere.
///
/// It does what `FontGroup` does for paragraphs of words that are remembered, without a copy of the text.
struct WordGroups {
  /// The words of the document.
  var known = KnownWords()

  /// The words of the paragraph.
  private(set) var words: [Word] = []

  /// The groups of the paragraph.
  private(set) var groups: [Group] = []

  /// A word of the paragraph.
  struct Word {
    /// Its number among the words that are known.
    var number: Int
    /// Where it starts, in bytes.
    var start: Int
    /// Where it ends, in bytes.
    var end: Int
  }

  /// A group of runs.
  struct Group {
    /// The font of its first run.
    var font: Int?
    /// What the font says.
    var hint: LegacyFont?
    /// Its words.
    var words = 0..<0
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

    /// Whether it may hold legacy text: it has letters of Windows-1252 beyond ASCII, and none that legacy
    /// text cannot have, unless the font says otherwise.
    var isLegacyCandidate: Bool {
      traits.contains(.latin) && (hint != nil || !traits.contains(.unicodeLetters))
    }
  }

  /// Cuts a paragraph, or returns `false` where it holds something else than words and blanks.
  mutating func cut(_ paragraph: SourceParagraph, _ fonts: [LegacyFont?]) -> Bool {
    words.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    let isCut = unsafe paragraph.text.utf8.withContiguousStorageIfAvailable { text in
      unsafe group(text, paragraph.runs, fonts)
      for index in groups.indices {
        guard let cut = unsafe cut(text, groups[index].start..<groups[index].end) else {
          return false
        }
        groups[index].words = cut.words
        groups[index].traits = cut.traits
      }
      return true
    }
    return isCut ?? false
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
      if let last = groups.last, (last.hint == nil) == (hint == nil),
        last.hint?.encoding == hint?.encoding
      {
        groups[groups.count - 1].end = end
        if hint?.isCapital ?? false {
          groups[groups.count - 1].hasCapitals = true
        } else {
          groups[groups.count - 1].isInCapitals = false
        }
      } else {
        groups.append(
          Group(
            font: run.font, hint: hint, start: start, end: end, firstRun: number,
            hasCapitals: hint?.isCapital ?? false, isInCapitals: hint?.isCapital ?? false))
      }
      start = end
    }
  }

  /// The first place from one on where a scalar starts.
  static func scalarStart(_ text: UnsafeBufferPointer<UInt8>, from place: Int) -> Int {
    var place = max(place, 0)
    while place < text.count, unsafe text[place] & 0xC0 == 0x80 { place += 1 }
    return min(place, text.count)
  }

  /// Cuts a stretch of a text, or returns `nil` where it holds something else than words and blanks.
  private mutating func cut(
    _ text: UnsafeBufferPointer<UInt8>, _ stretch: Range<Int>
  ) -> (words: Range<Int>, traits: KnownWords.Traits)? {
    let first = words.count
    var traits: KnownWords.Traits = []
    var index = stretch.lowerBound
    while index < stretch.upperBound {
      let byte = unsafe text[index]
      if byte <= 0x20 {
        // Other control characters are letters in some encodings.
        guard byte == 0x20 || byte == 0x09 || byte == 0x0A else { return nil }
        index += 1
        continue
      }
      let start = index
      while index < stretch.upperBound, unsafe text[index] > 0x20 { index += 1 }
      guard
        let number = unsafe known.number(of: UnsafeBufferPointer(rebasing: text[start..<index]))
      else { return nil }
      traits.formUnion(known.traits[number])
      words.append(Word(number: number, start: start, end: index))
    }
    return (first..<words.count, traits)
  }

  /// How many words of the paragraph are Windows-1252 that was read as Windows-1258.
  mutating func misreadings() -> Int {
    var count = 0
    var isSuspect = false
    for word in words {
      let finding = known.misreadings(of: word.number)
      count += finding.repairs
      isSuspect = isSuspect || finding.isSuspect
    }
    return isSuspect ? count : 0
  }

  /// Judges the words of a group for all encodings that will be asked for.
  mutating func judge(_ group: Group) { known.judge(words[group.words]) }

  /// What a group says for an encoding; `nil` takes it for Unicode.
  mutating func evidence(of group: Group, as encoding: LegacyEncoding?) -> EncodingEvidence {
    known.evidence(of: words[group.words], as: encoding)
  }
}
