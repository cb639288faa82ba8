internal import VietnameseText

/// A word decoded from an encoding.
struct DecodedWord: BitwiseCopyable {
  /// Where its bytes stand among those of all decoded words.
  let start: Int
  let end: Int
  /// How many of its letters the encoding does not have.
  let unknownLetters: Int32
  /// What the decoded word may need.
  let traits: WordTraits
  /// The encoding that it was decoded from, or `nil` where that is Unicode.
  let encoding: LegacyEncoding?
  /// Whether it is another word than the one that was written.
  let isChanged: Bool

  /// Decodes a word, and appends its bytes to those of all decoded words.
  init(
    _ letters: LegacyText, _ known: WordTable.Word, as encoding: LegacyEncoding,
    _ bytes: inout [UInt8]
  ) {
    start = bytes.count
    guard DecodedWord.isDecoded(letters, known, encoding) else {
      bytes.append(scalars: letters.scalars)
      end = bytes.count
      self.encoding = encoding
      isChanged = false
      traits = known.traits
      unknownLetters = 0
      return
    }
    let table = DecodedWord.table(for: letters, known, encoding)
    var scalars: [UInt32] = []
    var unknownLetters: Int32 = 0
    DecodedWord.forEachUnit(of: letters, table) { unit, _ in
      if unit.isStranger { unknownLetters += 1 }
      if let scalar = unit.scalar { scalars.append(scalar) }
      if let sign = unit.sign { scalars.append(sign) }
    }
    bytes.append(scalars: scalars)
    end = bytes.count
    self.encoding = table.encoding
    isChanged = scalars != letters.scalars
    traits = WordTraits.forRepair(of: bytes.span.extracting(start..<end), scalars)
    self.unknownLetters = unknownLetters
  }

  /// Where a place of a word, in bytes, is in the decoded word; a place inside of a letter is that of the next one.
  static func place(
    _ place: Int, in letters: LegacyText, _ known: WordTable.Word, _ encoding: LegacyEncoding
  ) -> Int {
    guard isDecoded(letters, known, encoding) else { return place }
    var before = 0
    var after = 0
    forEachUnit(of: letters, table(for: letters, known, encoding)) { unit, range in
      guard before < place else { return }
      before += letters.scalars[range].reduce(0) { $0 + utf8Length($1) }
      after += (unit.scalar.map(utf8Length) ?? 0) + (unit.sign.map(utf8Length) ?? 0)
    }
    return after
  }

  /// Whether the encoding can make another word of this one.
  ///
  /// It has bytes that the encoding changes, and no letter that no legacy text can hold. A control character
  /// stays as it is.
  private static func isDecoded(
    _ letters: LegacyText, _ known: WordTable.Word, _ encoding: LegacyEncoding
  ) -> Bool {
    if letters.scalars.first.map({ $0 <= 0x20 }) ?? true { return false }
    if encoding.keepsASCII, !known.traits.contains(.foreign) { return false }
    return !zip(letters.scalars, letters.bytes).contains { scalar, byte in
      byte > 0xFF && Vowel(scalar) != nil
    }
  }

  /// The table that a word is decoded with: that of its encoding, or that of another one which makes a syllable of
  /// it where this one does not.
  private static func table(
    for letters: LegacyText, _ known: WordTable.Word, _ encoding: LegacyEncoding
  ) -> DecodingTable {
    let table = DecodingTable(encoding)
    // Only soft hyphens make another word of one that is good in TCVN3.
    if encoding == .tcvn3, known.tcvn3.invalid == 0, !letters.scalars.contains(0xAD) {
      return table
    }
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
