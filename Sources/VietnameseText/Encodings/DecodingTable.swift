/// Decodes words of an encoding letter by letter, with the tolerance that real documents need.
///
/// Three things stand in them that no table has: a word in another encoding inside a sentence
/// (`ÖÙng` of VNI among TCVN3), a mark typed twice (`vieâïc`), and in TCVN3 the letter ư as U+00AD, which
/// is a soft hyphen everywhere else.
public struct DecodingTable: Sendable {
  /// The encoding, or `nil` where everything stays as it is.
  public let encoding: LegacyEncoding?
  private let table: EncodingTable?

  /// Opens the table of an encoding; `nil` leaves everything as it is.
  public init(_ encoding: LegacyEncoding?) {
    self.encoding = encoding
    table = encoding?.table
  }

  /// A letter of the text as it was written.
  public struct Unit: Sendable {
    /// What it stands for; `nil` for nothing.
    public var scalar: UInt32?
    /// A sign behind it, which a mark was typed after.
    public var sign: UInt32?
    /// How many scalars of the source it takes.
    public var length: Int
    /// Whether the encoding has no such letter.
    public var isStranger = false
  }

  /// The letter at a place of a word.
  public func unit(in text: LegacyText, at index: Int, word: Range<Int>) -> Unit {
    let scalar = text.scalars[index]
    guard let table, text.bytes[index] <= 0xFF else { return Unit(scalar: scalar, length: 1) }
    if encoding == .tcvn3, scalar == 0xAD, !isLetterHorn(in: text, at: index, word: word) {
      return Unit(scalar: nil, length: 1)
    }
    let letter = table.letter(in: text, at: index, end: word.upperBound)
    guard letter.scalar != 0 else {
      let plain = WindowsCodePage.scalar(of: UInt8(text.bytes[index]))
      if encoding == .viqr, plain == 0x5C, index + 1 < word.upperBound {
        return Unit(scalar: text.scalars[index + 1], length: 2)
      }
      return Unit(
        scalar: plain, length: 1, isStranger: SyllableLetter.of(plain) != nil && plain > 0x7F)
    }
    return doubled(letter, in: text, at: index, word: word)
  }

  /// Whether U+00AD is the letter ư: another letter stands beside it, and with one at its right alone, as
  /// at the start of a line, the two begin a syllable.
  private func isLetterHorn(in text: LegacyText, at index: Int, word: Range<Int>) -> Bool {
    guard let table else { return false }
    func isLetter(_ place: Int) -> Bool {
      guard word.contains(place), text.bytes[place] <= 0xFF else { return false }
      let letter = table.letter(in: text, at: place, end: place + 1)
      return SyllableLetter.of(letter.scalar != 0 ? UInt32(letter.scalar) : text.scalars[place])
        != nil
    }
    // No word has ưư: where it is written twice, one of the two was a hyphen.
    if index > word.lowerBound, text.scalars[index - 1] == 0xAD { return false }
    if isLetter(index - 1) { return true }
    guard isLetter(index + 1) else { return false }
    var codes: [UInt8] = []
    var place = index
    while place < word.upperBound, codes.count < 8, isLetter(place) {
      let letter = table.letter(in: text, at: place, end: place + 1)
      let scalar = letter.scalar != 0 ? UInt32(letter.scalar) : text.scalars[place]
      codes.append(SyllableLetter.of(scalar)?.code ?? SyllableLetter.foreign)
      place += 1
    }
    return Syllable.isValid(codes[...])
  }

  /// The letter with a second mark byte behind it, as VNI documents have them: `eâï` is ệ, `AÂÂ` is Â, and
  /// `ô)ø` is `ờ)`, the mark typed after the bracket.
  private func doubled(
    _ letter: EncodingTable.Letter, in text: LegacyText, at index: Int, word: Range<Int>
  ) -> Unit {
    let plain = Unit(scalar: UInt32(letter.scalar), length: letter.length)
    let next = index + letter.length
    guard encoding == .vni, next < word.upperBound, let vowel = Vowel(UInt32(letter.scalar)) else {
      return plain
    }
    if letter.length == 2, let both = marked(vowel, text.bytes[index], text.bytes[next]) {
      return Unit(scalar: both.scalar, length: letter.length + 1)
    }
    if [0x29, 0x5D, 0x2C, 0x2E, 0x3B, 0x3A].contains(text.scalars[next]),
      next + 1 < word.upperBound,
      let both = marked(vowel, text.bytes[index], text.bytes[next + 1])
    {
      return Unit(scalar: both.scalar, sign: text.scalars[next], length: letter.length + 2)
    }
    return plain
  }

  /// A vowel with one more mark byte of VNI, or `nil` where the byte is none or the vowel has another.
  private func marked(_ vowel: Vowel, _ base: UInt16, _ mark: UInt16) -> Vowel? {
    guard mark >= 0xC0, mark <= 0xFF, let table else { return nil }
    let letter = table.pair(base, mark)
    guard letter != 0, let other = Vowel(UInt32(letter)) else { return nil }
    return vowel.merged(with: other)
  }

  /// Another table that makes a syllable of a word where this one does not, or `nil`.
  public func better(for text: LegacyText, in word: Range<Int>) -> DecodingTable? {
    guard encoding == .tcvn3 || encoding == .vni, word.count <= 32,
      word.contains(where: { text.bytes[$0] >= 0xA1 })
    else { return nil }
    guard hasStrangeSyllable(text, word) else { return nil }
    let others: [LegacyEncoding?] = encoding == .tcvn3 ? [.vni, .vn2, nil] : [.tcvn3, nil]
    for other in others {
      let table = DecodingTable(other)
      if table.isAllSyllables(text, word) { return table }
    }
    return nil
  }

  /// Whether an accented stretch of letters of the word is no syllable.
  private func hasStrangeSyllable(_ text: LegacyText, _ word: Range<Int>) -> Bool {
    let evidence = evidence(text, word)
    return evidence.invalid > 0
  }

  private func isAllSyllables(_ text: LegacyText, _ word: Range<Int>) -> Bool {
    let evidence = evidence(text, word)
    return evidence.valid > 0 && evidence.invalid == 0 && evidence.junk == 0
  }

  private func evidence(_ text: LegacyText, _ word: Range<Int>) -> EncodingEvidence {
    let classes = LetterClass.table
    var counter = EvidenceCounter(needsRegularCase: !(encoding?.lacksCapitals ?? false))
    var index = word.lowerBound
    while index < word.upperBound {
      let unit = unit(in: text, at: index, word: word)
      if let scalar = unit.scalar { counter.take(classes[scalar]) }
      if let sign = unit.sign { counter.take(classes[sign]) }
      index += max(unit.length, 1)
    }
    return counter.total
  }
}
