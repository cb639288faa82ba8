/// The letters of an encoding by their bytes, parsed from a generated literal when first used.
final class EncodingTable: Sendable {
  /// A letter of the text: its scalar, 0 where the byte is none, and how many bytes it takes.
  struct Letter {
    var scalar: UInt16
    var length: Int
  }

  /// For every byte what it means to a word that is tested, where it is a letter by itself.
  let classes: [LetterClass]

  /// The letters of one byte.
  private let singles: [UInt16]

  /// For a byte that begins letters of two, its row of `pairs`, counting from one.
  private let rows: [UInt8]

  /// Rows of 256, the letter by the second byte.
  private let pairs: [UInt16]

  /// The letters of three bytes, which only VIQR has.
  private let triples: [UInt32: UInt16]

  /// Whether text in ASCII stays as it is.
  let keepsASCII: Bool

  /// Takes the letters of a literal; see `EncodingLetter`.
  init(_ letters: StaticString) {
    var singles = [UInt16](repeating: 0, count: 256)
    var rows = [UInt8](repeating: 0, count: 256)
    var pairs: [UInt16] = []
    var triples: [UInt32: UInt16] = [:]
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
      default: triples[letter.code] = letter.scalar
      }
    }
    keepsASCII =
      triples.isEmpty
      && (0x20..<0x80).allSatisfy { first in
        guard singles[first] == 0 else { return false }
        let row = Int(rows[first]) - 1
        return row < 0 || (0x20..<0x80).allSatisfy { pairs[row * 256 + $0] == 0 }
      }
    let classes = LetterClass.table
    self.classes = (UInt8(0)...255).map { byte in
      let scalar = singles[Int(byte)]
      var letter = scalar != 0 ? classes[UInt32(scalar)] : classes[stranger: byte]
      letter.beginsPair = rows[Int(byte)] != 0
      return letter
    }
    self.singles = singles
    self.rows = rows
    self.pairs = pairs
    self.triples = triples
  }

  /// The longest letter at a place that ends no later than `end`; units over 0xFF are no bytes.
  func letter(in text: LegacyText, at index: Int, end: Int) -> Letter {
    let unit = text.bytes[index]
    guard unit <= 0xFF else { return Letter(scalar: 0, length: 1) }
    let row = rows[Int(unit)]
    if row != 0, index + 1 < end, text.bytes[index + 1] <= 0xFF {
      let pair = UInt32(unit) << 8 | UInt32(text.bytes[index + 1])
      if !triples.isEmpty, index + 2 < end, text.bytes[index + 2] <= 0xFF {
        if let scalar = triples[pair << 8 | UInt32(text.bytes[index + 2])] {
          return Letter(scalar: scalar, length: 3)
        }
      }
      let scalar = pairs[(Int(row) - 1) * 256 + Int(pair & 0xFF)]
      if scalar != 0 { return Letter(scalar: scalar, length: 2) }
    }
    return Letter(scalar: singles[Int(unit)], length: 1)
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
    for entry in letters.description.utf8.split(whereSeparator: { $0 <= 0x20 }) {
      if let letter = EncodingLetter(entry) { body(letter) }
    }
  }

  private init?(_ entry: Substring.UTF8View) {
    isWritten = entry.first != UInt8(ascii: "~")
    let entry = isWritten ? entry : entry.dropFirst()
    let letter = entry.drop { EncodingLetter.isDigit($0) }
    guard let code = UInt32(Substring(entry[..<letter.startIndex]), radix: 16) else { return nil }
    self.code = code
    length = (entry.count - letter.count) / 2
    if letter.first == UInt8(ascii: "+") {
      guard let mark = UInt16(Substring(letter.dropFirst()), radix: 16) else { return nil }
      scalar = mark
    } else {
      guard let first = Substring(letter).unicodeScalars.first else { return nil }
      scalar = UInt16(truncatingIfNeeded: first.value)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x46
  }
}
