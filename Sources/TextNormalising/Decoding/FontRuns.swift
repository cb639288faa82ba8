internal import ProgrammeModel
internal import VietnameseText

/// A paragraph cut into font runs and words.
///
/// A font run is made of adjacent runs whose fonts suggest the same encoding. It is decoded as one, because Word
/// splits words into runs anywhere.
struct FontRuns {
  /// A word of the paragraph.
  struct Word: BitwiseCopyable {
    /// Its number in the table of words.
    var number: Int
    /// Where it stands, in bytes.
    var start: Int
    var end: Int
  }

  /// A font run.
  struct FontRun {
    /// The font of its first run.
    var font: Int?
    /// What the name of the font suggests.
    var hint: LegacyFont?
    /// Its runs, those without text included.
    var runs: Range<Int>
    /// Where it stands, in bytes.
    var bytes: Range<Int>
    /// Its words, as places in `FontRuns.words`.
    var words = 0..<0
    /// Whether a font in it draws small letters as capitals.
    var hasCapitals = false
    /// What its words may need.
    var traits: WordTraits = []

    /// Whether it may hold legacy text: it has letters of Windows-1252 beyond ASCII, and none that legacy text
    /// cannot have, unless the font says otherwise.
    var isLegacyCandidate: Bool {
      traits.contains(.latin) && (hint != nil || !traits.contains(.unicodeLetters))
    }
  }

  /// The font runs, which cover the text.
  private(set) var fontRuns: [FontRun] = []

  /// The words in order.
  private(set) var words: [Word] = []

  /// Whether a word stands partly in one font run and partly in the next.
  private(set) var hasSplitWords = false

  /// What the paragraph may need.
  var traits: WordTraits {
    fontRuns.reduce(into: []) { $0.formUnion($1.traits) }
  }

  /// Cuts a paragraph, in the place of the one before; `fonts` are what the names of the fonts suggest, and
  /// `stops` tells the full stops of a text in VIQR.
  mutating func cut(
    _ text: String, _ runs: [TextRun], _ fonts: [LegacyFont?], _ table: inout WordTable,
    stops: VIQRStops? = nil
  ) {
    fontRuns.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    hasSplitWords = false
    text.withBytes { bytes in
      words.reserveCapacity(bytes.count / 4 + 1)
      findFontRuns(bytes, runs, fonts)
      for place in fontRuns.indices { findWords(bytes, place, &table, stops) }
    }
  }

  /// The words of a font run.
  func words(of fontRun: FontRun) -> ArraySlice<Word> { words[fontRun.words] }

  private mutating func findFontRuns(
    _ bytes: Span<UInt8>, _ runs: [TextRun], _ fonts: [LegacyFont?]
  ) {
    guard !runs.isEmpty else {
      fontRuns.append(FontRun(runs: 0..<0, bytes: 0..<bytes.count))
      return
    }
    var start = 0
    for (number, run) in runs.enumerated() {
      // The runs cover the text; the last one takes what is left.
      let isLast = number == runs.count - 1
      let end = isLast ? bytes.count : bytes.scalarStart(from: run.end)
      guard end > start else { continue }
      let hint = run.font.flatMap { fonts.indices.contains($0) ? fonts[$0] : nil }
      let isCapital = hint?.isCapital ?? false
      if let last = fontRuns.last, (last.hint == nil) == (hint == nil),
        last.hint?.encoding == hint?.encoding
      {
        let place = fontRuns.count - 1
        fontRuns[place].runs = last.runs.lowerBound..<number + 1
        fontRuns[place].bytes = last.bytes.lowerBound..<end
        if isCapital { fontRuns[place].hasCapitals = true }
      } else {
        if start > 0, bytes[start - 1] > 0x20, bytes[start] > 0x20 { hasSplitWords = true }
        fontRuns.append(
          FontRun(
            font: run.font, hint: hint, runs: number..<number + 1, bytes: start..<end,
            hasCapitals: isCapital))
      }
      start = end
    }
  }

  private mutating func findWords(
    _ bytes: Span<UInt8>, _ place: Int, _ table: inout WordTable, _ stops: VIQRStops?
  ) {
    let firstWord = words.count
    var traits: WordTraits = []
    let range = fontRuns[place].bytes
    var index = range.lowerBound
    var addressEnd = 0
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == 0x20 || byte == 0x09 || byte == 0x0A {
        index += 1
        continue
      }
      let limit =
        stops?.end(bytes, from: index, upTo: range.upperBound, &addressEnd) ?? range.upperBound
      let (number, end) = table.word(in: bytes, from: index, upTo: limit)
      traits.formUnion(table.words[number].traits)
      words.append(Word(number: number, start: index, end: end))
      index = end
    }
    fontRuns[place].words = firstWord..<words.count
    fontRuns[place].traits = traits
  }
}

extension Span<UInt8> {
  /// The first place from one on where a scalar starts, in UTF-8.
  func scalarStart(from place: Int) -> Int {
    var place = Swift.max(place, 0)
    while place < count, self[place] & 0xC0 == 0x80 { place += 1 }
    return Swift.min(place, count)
  }
}
