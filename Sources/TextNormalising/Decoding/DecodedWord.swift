internal import VietnameseText

/// A word decoded from an encoding.
struct DecodedWord {
  /// What it was decoded to.
  let text: String
  let bytes: [UInt8]
  /// The rule by which it was decoded.
  let rule: Rule
  /// Whether that is anything else than the word as it was written.
  let isChanged: Bool
  /// What the decoded word may need.
  let traits: WordTraits
  /// How many of its letters the encoding does not have.
  let unknownLetters: Int

  /// Decodes a word.
  init(_ word: WordTable.Word, as encoding: LegacyEncoding) {
    guard DecodedWord.isDecoded(word, encoding) else {
      text = word.text
      bytes = Array(word.text.utf8)
      rule = .decoding(encoding)
      isChanged = false
      traits = word.traits
      unknownLetters = 0
      return
    }
    let table = DecodedWord.table(for: word, encoding)
    var scalars: [UInt32] = []
    var unknownLetters = 0
    DecodedWord.forEachUnit(of: word.letters, table) { unit, _ in
      if unit.isStranger { unknownLetters += 1 }
      if let scalar = unit.scalar { scalars.append(scalar) }
      if let sign = unit.sign { scalars.append(sign) }
    }
    text = String(scalars: scalars)
    bytes = Array(text.utf8)
    rule = .decoding(table.encoding)
    isChanged = scalars != word.letters.scalars
    traits = WordTraits.forRepair(of: text, scalars)
    self.unknownLetters = unknownLetters
  }

  /// Where a place of a word, in bytes, is in the decoded word; a place inside of a letter is that of the next one.
  static func place(_ place: Int, in word: WordTable.Word, _ encoding: LegacyEncoding) -> Int {
    guard isDecoded(word, encoding) else { return place }
    var before = 0
    var after = 0
    forEachUnit(of: word.letters, table(for: word, encoding)) { unit, range in
      guard before < place else { return }
      before += word.letters.scalars[range].reduce(0) { $0 + utf8Length($1) }
      after += (unit.scalar.map(utf8Length) ?? 0) + (unit.sign.map(utf8Length) ?? 0)
    }
    return after
  }

  /// Whether the encoding can make another word of this one.
  ///
  /// It has bytes that the encoding changes, and no letter that no legacy text can hold. A control character
  /// stays as it is.
  private static func isDecoded(_ word: WordTable.Word, _ encoding: LegacyEncoding) -> Bool {
    if word.letters.scalars.first.map({ $0 <= 0x20 }) ?? true { return false }
    if encoding.keepsASCII, !word.traits.contains(.foreign) { return false }
    return !zip(word.letters.scalars, word.letters.bytes).contains { scalar, byte in
      byte > 0xFF && Vowel(scalar) != nil
    }
  }

  /// The table that a word is decoded with: that of its encoding, or that of another one which makes a syllable of
  /// it where this one does not.
  private static func table(
    for word: WordTable.Word, _ encoding: LegacyEncoding
  ) -> DecodingTable {
    let table = DecodingTable(encoding)
    // Only soft hyphens make another word of one that is good in TCVN3.
    if encoding == .tcvn3, word.tcvn3.invalid == 0, !word.letters.scalars.contains(0xAD) {
      return table
    }
    return table.better(for: word.letters, in: word.letters.scalars.indices) ?? table
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
