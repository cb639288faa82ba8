internal import ProgrammeModel
internal import VietnameseText

/// Decodes the words of a document, each once for every encoding.
struct WordDecoder {
  /// A word that was decoded.
  private struct DecodedWord {
    /// What it was decoded to.
    let bytes: [UInt8]
    /// What the decoded word may need.
    let traits: WordTraits
    /// How many of its letters the encoding does not have.
    let unknownLetters: Int
    /// Its substitution in the record of changes, or `nil` where it stays as it is.
    let substitution: Int?
  }

  /// A word of a paragraph that was changed: where it stood and where it stands now, in bytes.
  private struct Change {
    var word: Int
    var encoding: LegacyEncoding
    var before: Range<Int>
    var after: Range<Int>
  }

  private var decoded: [DecodedWord] = []

  /// For every encoding, in the order of `LegacyEncoding.allCases`, the place in `decoded` of every word.
  private var places = [[Int?]](repeating: [], count: LegacyEncoding.allCases.count)

  private var changes: [Change] = []

  /// How many letters were met that their encoding does not have.
  private(set) var unknownLetters = 0

  /// Decodes the font runs of a paragraph, each in its encoding; `nil` leaves one as it is. The places are the ends
  /// of runs and the like, in bytes.
  mutating func decode(
    _ text: String, _ runs: FontRuns, as encodings: [LegacyEncoding?], _ table: WordTable,
    places: [Int], _ recorder: inout ChangeRecorder
  ) -> Draft {
    var draft = Draft()
    changes.removeAll(keepingCapacity: true)
    text.withBytes { bytes in
      var copied = 0
      for (run, encoding) in zip(runs.fontRuns, encodings) {
        guard let encoding else {
          draft.traits.formUnion(run.traits)
          continue
        }
        let column = LegacyEncoding.allCases.firstIndex(of: encoding) ?? 0
        for word in runs.words(of: run) {
          let place = decode(word.number, as: encoding, column, table, &recorder)
          draft.traits.formUnion(decoded[place].traits)
          unknownLetters += decoded[place].unknownLetters
          // A word that stays is copied with the blanks around it.
          guard let substitution = decoded[place].substitution else { continue }
          for index in copied..<word.start { draft.text.append(bytes[index]) }
          let start = draft.text.count
          draft.text.append(contentsOf: decoded[place].bytes)
          draft.changes.append(TextChanges.Entry(substitution: substitution, offset: start))
          changes.append(
            Change(
              word: word.number, encoding: encoding, before: word.start..<word.end,
              after: start..<draft.text.count))
          copied = word.end
        }
      }
      for index in copied..<bytes.count { draft.text.append(bytes[index]) }
      draft.places = moved(places, in: bytes, table)
    }
    return draft
  }

  /// Where places of a paragraph are after its words were decoded.
  private func moved(_ places: [Int], in bytes: Span<UInt8>, _ table: WordTable) -> [Int] {
    var moved: [Int] = []
    moved.reserveCapacity(places.count)
    var next = 0
    var last = 0
    for place in places {
      if place < last { next = 0 }
      last = place
      let place = bytes.scalarStart(from: place)
      while next < changes.count, changes[next].before.upperBound <= place { next += 1 }
      if next < changes.count, changes[next].before.lowerBound < place {
        let change = changes[next]
        let inside = place - change.before.lowerBound
        moved.append(
          change.after.lowerBound
            + WordDecoder.place(inside, in: table.words[change.word].text, change.encoding))
      } else if next > 0 {
        moved.append(changes[next - 1].after.upperBound + place - changes[next - 1].before.upperBound)
      } else {
        moved.append(place)
      }
    }
    return moved
  }

  /// Forgets the words, whose numbers mean others from now on.
  mutating func forgetWords() {
    decoded.removeAll()
    for column in places.indices { places[column].removeAll() }
  }

  // MARK: One word

  /// Decodes a word, and returns its place in `decoded`.
  private mutating func decode(
    _ word: Int, as encoding: LegacyEncoding, _ column: Int, _ table: WordTable,
    _ recorder: inout ChangeRecorder
  ) -> Int {
    if word < places[column].count, let place = places[column][word] { return place }
    while places[column].count <= word { places[column].append(nil) }
    let place = decoded.count
    places[column][word] = place
    decoded.append(WordDecoder.decode(table.words[word], as: encoding, &recorder))
    return place
  }

  private static func decode(
    _ word: WordTable.Word, as encoding: LegacyEncoding, _ recorder: inout ChangeRecorder
  ) -> DecodedWord {
    let letters = LegacyText(word.text)
    guard isDecoded(letters, word.traits, encoding) else {
      return DecodedWord(
        bytes: Array(word.text.utf8), traits: word.traits, unknownLetters: 0, substitution: nil)
    }
    let table = table(for: letters, encoding)
    var text = String.UnicodeScalarView()
    var unknownLetters = 0
    forEachUnit(of: letters, table) { unit, _ in
      if unit.isStranger { unknownLetters += 1 }
      if let scalar = unit.scalar { text.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
      if let sign = unit.sign { text.append(Unicode.Scalar(sign) ?? "\u{FFFD}") }
    }
    let after = String(text)
    let isChanged = !after.utf8.elementsEqual(word.text.utf8)
    return DecodedWord(
      bytes: Array(after.utf8),
      traits: WordTraits.forRepair(of: after, text.map(\.value)), unknownLetters: unknownLetters,
      substitution: isChanged
        ? recorder.add(.decoding(table.encoding), before: word.text, after: after) : nil)
  }

  /// Where a place of a word, in bytes, is in the decoded word; a place inside of a letter is that of the next one.
  private static func place(_ place: Int, in word: String, _ encoding: LegacyEncoding) -> Int {
    let letters = LegacyText(word)
    var before = 0
    var after = 0
    forEachUnit(of: letters, table(for: letters, encoding)) { unit, range in
      guard before < place else { return }
      before += letters.scalars[range].reduce(0) { $0 + utf8Length($1) }
      after += (unit.scalar.map(utf8Length) ?? 0) + (unit.sign.map(utf8Length) ?? 0)
    }
    return after
  }

  /// Whether a word of an encoding can mean anything else than it says: it has bytes that the encoding changes and
  /// no letter that no legacy text can hold. A control character stays as it is.
  private static func isDecoded(
    _ letters: LegacyText, _ traits: WordTraits, _ encoding: LegacyEncoding
  ) -> Bool {
    if letters.scalars.first.map({ $0 <= 0x20 }) ?? true { return false }
    if encoding.keepsASCII, !traits.contains(.foreign) { return false }
    return !zip(letters.scalars, letters.bytes).contains { scalar, byte in
      byte > 0xFF && Vowel(scalar) != nil
    }
  }

  /// The table that a word is decoded with: that of its encoding, or that of another one which makes a syllable of
  /// it where this one does not.
  private static func table(for letters: LegacyText, _ encoding: LegacyEncoding) -> DecodingTable {
    let table = DecodingTable(encoding)
    return table.better(for: letters, in: letters.scalars.indices) ?? table
  }

  private static func forEachUnit(
    of letters: LegacyText, _ table: DecodingTable,
    _ body: (DecodingTable.Unit, Range<Int>) -> Void
  ) {
    let word = letters.scalars.indices
    var index = 0
    while index < word.upperBound {
      let unit = table.unit(in: letters, at: index, word: word)
      let end = min(index + max(unit.length, 1), word.upperBound)
      body(unit, index..<end)
      index = end
    }
  }
}
