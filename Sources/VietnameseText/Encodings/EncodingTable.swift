/// The letters of an encoding by their bytes, parsed from a generated literal when first used.
struct EncodingTable: BitwiseCopyable, Sendable {
  /// A letter of the text: its scalar, 0 where the byte is none, and how many bytes it takes.
  struct Letter {
    var scalar: UInt16
    var length: Int
  }

  /// For every byte what it means to a word that is tested, where it is a letter by itself.
  let classes: LastingTable<LetterClass>

  /// The letters of one byte.
  private let singles: LastingTable<UInt16>

  /// For a byte that begins letters of two, its row of `pairs`, counting from one.
  private let rows: LastingTable<UInt8>

  /// Rows of 256, the letter by the second byte.
  private let pairs: LastingTable<UInt16>

  /// The letters of three bytes, which only VIQR has: the bytes, and the letter in the lowest sixteen bits,
  /// with zeros behind the last.
  private let triples: LastingTable<UInt64>
  private let hasTriples: Bool

  /// Whether text in ASCII stays as it is.
  let keepsASCII: Bool

  /// Takes the letters of a literal; see `EncodingLetter`.
  init(_ letters: StaticString) {
    var singles = [UInt16](repeating: 0, count: 256)
    var rows = [UInt8](repeating: 0, count: 256)
    var pairs: [UInt16] = []
    var triples: [UInt64] = []
    EncodingLetter.forEach(in: letters) { letter in
      switch letter.length {
      case 1: singles[Int(letter.code)] = letter.scalar
      case 2:
        let first = Int(letter.code >> 8)
        if rows[first] == 0 {
          pairs.append(contentsOf: repeatElement(0, count: 256))
          rows[first] = UInt8(pairs.count / 256)
        }
        pairs[(Int(rows[first]) - 1) * 256 + Int(letter.code & 0xFF)] = letter.scalar
      default: triples.append(UInt64(letter.code) << 16 | UInt64(letter.scalar))
      }
    }
    hasTriples = !triples.isEmpty
    keepsASCII =
      triples.isEmpty
      && (0x20..<0x80).allSatisfy { first in
        guard singles[first] == 0 else { return false }
        let row = Int(rows[first]) - 1
        return row < 0 || (0x20..<0x80).allSatisfy { pairs[row * 256 + $0] == 0 }
      }
    let classes = LetterClass.table
    self.classes = LastingTable(
      (UInt8(0)...255).map { byte in
        let scalar = singles[Int(byte)]
        var letter = scalar != 0 ? classes[UInt32(scalar)] : classes[stranger: byte]
        letter.beginsPair = rows[Int(byte)] != 0
        return letter
      })
    self.singles = LastingTable(singles)
    self.rows = LastingTable(rows)
    self.pairs = LastingTable(pairs)
    self.triples = LastingTable(triples + [0])
  }

  /// The longest letter at a place that ends no later than `end`; units over 0xFF are no bytes.
  @inline(__always)
  func letter(in text: LegacyLetters, at index: Int, end: Int) -> Letter {
    let unit = text.byte(at: index)
    guard unit <= 0xFF else { return Letter(scalar: 0, length: 1) }
    let row = rows[Int(unit)]
    if row != 0, index + 1 < end, text.byte(at: index + 1) <= 0xFF {
      if hasTriples, index + 2 < end, text.byte(at: index + 2) <= 0xFF {
        let scalar = triple(unit, text.byte(at: index + 1), text.byte(at: index + 2))
        if scalar != 0 { return Letter(scalar: scalar, length: 3) }
      }
      let scalar = pairs[(Int(row) - 1) * 256 + Int(text.byte(at: index + 1))]
      if scalar != 0 { return Letter(scalar: scalar, length: 2) }
    }
    return Letter(scalar: singles[Int(unit)], length: 1)
  }

  /// The letter of three bytes, 0 where there is none.
  private func triple(_ first: UInt16, _ second: UInt16, _ third: UInt16) -> UInt16 {
    let code = UInt64(first) << 16 | UInt64(second) << 8 | UInt64(third)
    var place = 0
    while triples[place] != 0 {
      if triples[place] >> 16 == code { return UInt16(truncatingIfNeeded: triples[place]) }
      place += 1
    }
    return 0
  }

  /// The letter of one byte, 0 where there is none.
  func single(_ byte: UInt8) -> UInt16 { singles[Int(byte)] }

  /// The letter of two bytes, 0 where there is none.
  func pair(_ first: UInt16, _ second: UInt16) -> UInt16 {
    guard first <= 0xFF, second <= 0xFF, rows[Int(first)] != 0 else { return 0 }
    return pairs[(Int(rows[Int(first)]) - 1) * 256 + Int(second)]
  }
}

extension EncodingTable {
  static let tcvn3 = EncodingTable(tcvn3Letters)
  static let vn1 = EncodingTable(vn1Letters)
  static let vn2 = EncodingTable(vn2Letters)
  static let vni = EncodingTable(vniLetters)
  static let vps = EncodingTable(vpsLetters)
  static let viscii = EncodingTable(visciiLetters)
  static let viqr = EncodingTable(viqrLetters)
  static let bkhcm1 = EncodingTable(bkhcm1Letters)
  static let bkhcm2 = EncodingTable(bkhcm2Letters)
  static let vietwareF = EncodingTable(vietwareFLetters)
  static let vietwareX = EncodingTable(vietwareXLetters)
  static let windows1258 = EncodingTable(windows1258Letters)
}

/// A letter of an encoding as the generated literals have them: `A1Ă` is one of one byte, `41C0Ầ` of two,
/// `~` before it one that is read and never written, `B0+0300` a combining mark.
struct EncodingLetter {
  /// The bytes as one number.
  var code: UInt32
  /// How many bytes there are.
  var length: Int
  /// What they stand for.
  var scalar: UInt16
  /// Whether the letter is written so.
  var isWritten: Bool

  /// Calls `body` with the letters of a literal, which stand between blanks.
  static func forEach(in letters: StaticString, _ body: (EncodingLetter) -> Void) {
    letters.withUTF8Buffer { bytes in
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, unsafe bytes[end] > 0x20 { end += 1 }
        if end > start,
          let letter = unsafe EncodingLetter(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        {
          body(letter)
        }
        start = end + 1
      }
    }
  }

  private init?(_ entry: UnsafeBufferPointer<UInt8>) {
    var index = 0
    isWritten = unsafe entry[0] != 0x7E
    if !isWritten { index = 1 }
    let start = index
    code = 0
    while index < entry.count, let digit = unsafe EncodingLetter.digit(entry[index]) {
      code = code << 4 | digit
      index += 1
    }
    length = (index - start) / 2
    guard length > 0, index < entry.count else { return nil }
    if unsafe entry[index] == 0x2B {
      index += 1
      scalar = 0
      while index < entry.count, let digit = unsafe EncodingLetter.digit(entry[index]) {
        scalar = scalar << 4 | UInt16(digit)
        index += 1
      }
    } else {
      var found: UInt32 = 0
      unsafe LegacyText.forEachScalar(of: UnsafeBufferPointer(rebasing: entry[index...])) {
        if found == 0 { found = $0 }
      }
      scalar = UInt16(truncatingIfNeeded: found)
    }
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46: UInt32(byte) - 0x37
    default: nil
    }
  }
}
