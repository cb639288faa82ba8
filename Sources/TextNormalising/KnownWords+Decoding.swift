internal import VietnameseText

extension KnownWords {
  /// A word decoded as one encoding, or such a word as a font of capitals draws it.
  struct Reading: BitwiseCopyable {
    // Narrow where the values are small: there are many readings, and every word of a document looks at one.

    /// What was decoded or drawn: the number of a word, or of a reading.
    var source: Int32
    /// Whether it is a reading in capitals.
    var isRaised = false
    /// The encoding that was found, for the name of the rule.
    var encoding: LegacyEncoding?
    /// Where its bytes stand in `bytes`.
    var start: Int
    var end: Int
    /// For every byte of the word the place in the decoded one, in `places` from here on; where it is
    /// not changed there are none.
    var places = 0
    /// Letters that the encoding does not have.
    var strangers: Int32 = 0
    /// Whether it is another word.
    var isChanged = false
    /// What it says of the text as it is.
    var traits: Traits = []
    /// By how many visible characters it is longer.
    var growth: Int32 = 0
    /// Its reading in capitals, or -1.
    var raised: Int32 = -1
  }

  /// A word decoded as an encoding, as its place in `readings`.
  @inline(__always)
  mutating func reading(of word: Int, as encoding: LegacyEncoding) -> Int {
    let place = word * KnownWords.columns + encoding.place
    if readingNumbers[place] < 0 {
      readingNumbers[place] = Int32(truncatingIfNeeded: readings.count)
      readings.append(decode(word, as: encoding))
    }
    return Int(readingNumbers[place])
  }

  /// A reading as a font of capitals draws it, as its place in `readings`; it has as many bytes.
  mutating func raised(_ reading: Int) -> Int {
    if readings[reading].raised >= 0 { return Int(readings[reading].raised) }
    var made = Reading(
      source: Int32(truncatingIfNeeded: reading), isRaised: true, start: bytes.count, end: 0)
    let small = readings[reading].start..<readings[reading].end
    unsafe room.read(bytes.values(small))
    let letters = room.letters
    for index in 0..<letters.count {
      let capital = Capital.of(letters.scalar(at: index))
      if capital != letters.scalar(at: index) { made.isChanged = true }
      bytes.append(utf8: capital)
    }
    made.end = bytes.count
    complete(&made)
    readings[reading].raised = Int32(truncatingIfNeeded: readings.count)
    readings.append(made)
    return readings.count - 1
  }

  /// The rule that made a reading.
  func rule(of reading: Int) -> Rule {
    readings[reading].isRaised ? .capitalFont : .decoding(readings[reading].encoding)
  }

  /// What a reading was made of, until another one is made.
  func before(_ reading: Int) -> UnsafeBufferPointer<UInt8> {
    let source = Int(readings[reading].source)
    return unsafe readings[reading].isRaised ? after(source) : bytes(of: source)
  }

  /// What all words are read as, one behind the other, until another reading is made.
  @inline(__always)
  var decodedBytes: UnsafeBufferPointer<UInt8> { unsafe bytes.values(0..<bytes.count) }

  /// What a word is read as, until another reading is made.
  func after(_ reading: Int) -> UnsafeBufferPointer<UInt8> {
    unsafe bytes.values(readings[reading].start..<readings[reading].end)
  }

  private mutating func decode(_ word: Int, as encoding: LegacyEncoding) -> Reading {
    open(word)
    let letters = opened.letters
    let whole = 0..<letters.count
    guard traits(of: word).contains(.foreign) || !encoding.keepsASCII,
      !LegacyPass.isUnicode(letters, whole)
    else { return unchanged(word) }
    let table = DecodingTable(encoding)
    if isGood(word, letters, as: encoding) { return decode(word, letters, table) }
    return decode(word, letters, table.better(for: letters, in: whole) ?? table)
  }

  /// Whether a word was judged and is good, so that no other table reads it better; of the tolerance of
  /// `DecodingTable` only that for soft hyphens changes what such a word of TCVN3 is read as.
  private func isGood(_ word: Int, _ letters: LegacyLetters, as encoding: LegacyEncoding) -> Bool {
    guard encoding == .tcvn3, let verdict = verdict(of: word, as: encoding) else { return false }
    return verdict.invalid == 0 && !(0..<letters.count).contains { letters.scalar(at: $0) == 0xAD }
  }

  private mutating func unchanged(_ word: Int) -> Reading {
    let start = bytes.count
    unsafe bytes.append(bytes(of: word))
    return Reading(
      source: Int32(truncatingIfNeeded: word), start: start, end: bytes.count,
      traits: traits(of: word))
  }

  private mutating func decode(
    _ word: Int, _ letters: LegacyLetters, _ table: DecodingTable
  ) -> Reading {
    var made = Reading(
      source: Int32(truncatingIfNeeded: word), encoding: table.encoding, start: bytes.count, end: 0,
      places: places.count)
    var index = 0
    while index < letters.count {
      let unit = table.unit(in: letters, at: index, word: 0..<letters.count)
      if unit.isStranger { made.strangers += 1 }
      places.append(UInt16(truncatingIfNeeded: bytes.count - made.start))
      if let scalar = unit.scalar { bytes.append(utf8: scalar) }
      if let sign = unit.sign { bytes.append(utf8: sign) }
      if unit.length != 1 || unit.sign != nil || unit.scalar != letters.scalar(at: index) {
        made.isChanged = true
      }
      // A place inside of a letter is that of the next one.
      let next = UInt16(truncatingIfNeeded: bytes.count - made.start)
      let end = index + max(unit.length, 1)
      var length = -1
      while index < end {
        length += utf8Length(letters.scalar(at: index))
        index += 1
      }
      places.append(next, count: length)
    }
    made.end = bytes.count
    complete(&made)
    return made
  }

  /// Looks at what was made of a word.
  private mutating func complete(_ made: inout Reading) {
    let after = unsafe bytes.values(made.start..<made.end)
    unsafe room.read(after)
    made.traits = unsafe KnownWords.shape(of: room.letters, after)
    let source = Int(made.source)
    let before = unsafe made.isRaised ? self.after(source) : bytes(of: source)
    made.growth = unsafe Int32(
      truncatingIfNeeded: after.visibleCharacterCount - before.visibleCharacterCount)
  }
}
