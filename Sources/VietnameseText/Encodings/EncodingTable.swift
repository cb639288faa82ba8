/// The letters of an encoding by their bytes, parsed from a generated literal when first used.
final class EncodingTable: Sendable {
  /// A letter of the text: its scalar, 0 where the byte is none, and how many bytes it takes.
  struct Letter {
    var scalar: UInt16
    var length: Int
  }

  /// The letters of one byte.
  private let singles: LastingTable<UInt16>

  /// For a byte that begins letters of two, its row of `pairs`, counting from one.
  private let rows: LastingTable<UInt8>

  /// Rows of 256, the letter by the second byte.
  private let pairs: LastingTable<UInt16>

  /// The letters of three bytes, which only VIQR has.
  private let triples: [UInt32: UInt16]
  private let hasTriples: Bool

  /// The bytes by letter, as they are written.
  let codes: [UInt16: [UInt8]]

  /// Whether text in ASCII stays as it is.
  let keepsASCII: Bool

  /// Parses a literal: `A1Ă` is a letter of one byte, `41C0Ầ` of two, `~` before it one that is read and
  /// never written, `B0+0300` a combining mark.
  init(_ letters: StaticString) {
    var singles = [UInt16](repeating: 0, count: 256)
    var rows = [UInt8](repeating: 0, count: 256)
    var pairs: [UInt16] = []
    var triples: [UInt32: UInt16] = [:]
    var codes: [UInt16: [UInt8]] = [:]
    for entry in letters.description.unicodeScalars.split(whereSeparator: { $0.value <= 0x20 }) {
      let isWritten = entry.first != "~"
      let digits = entry.drop { $0 == "~" }.prefix { $0.value < 0x80 && $0 != "+" }
      let rest = entry.drop { $0 == "~" }.dropFirst(digits.count)
      guard let first = rest.first, let code = UInt32(Substring(digits), radix: 16) else {
        continue
      }
      let scalar =
        first == "+"
        ? UInt16(Substring(rest.dropFirst()), radix: 16) ?? 0
        : UInt16(truncatingIfNeeded: first.value)
      switch digits.count {
      case 2: singles[Int(code)] = scalar
      case 4:
        let first = Int(code >> 8)
        if rows[first] == 0 {
          pairs.append(contentsOf: repeatElement(0, count: 256))
          rows[first] = UInt8(pairs.count / 256)
        }
        pairs[(Int(rows[first]) - 1) * 256 + Int(code & 0xFF)] = scalar
      default: triples[code] = scalar
      }
      if isWritten {
        let length = digits.count / 2
        codes[scalar] = (0..<length).map {
          UInt8(truncatingIfNeeded: code >> UInt32(8 * (length - 1 - $0)))
        }
      }
    }
    keepsASCII =
      triples.isEmpty
      && (0x20..<0x80).allSatisfy { first in
        guard singles[first] == 0 else { return false }
        let row = Int(rows[first]) - 1
        return row < 0 || (0x20..<0x80).allSatisfy { pairs[row * 256 + $0] == 0 }
      }
    self.singles = LastingTable(singles)
    self.rows = LastingTable(rows)
    self.pairs = LastingTable(pairs)
    self.triples = triples
    hasTriples = !triples.isEmpty
    self.codes = codes
  }

  /// The longest letter at a place that ends no later than `end`; units over 0xFF are no bytes.
  @inline(__always)
  func letter(in text: LegacyLetters, at index: Int, end: Int) -> Letter {
    let unit = text.byte(at: index)
    guard unit <= 0xFF else { return Letter(scalar: 0, length: 1) }
    let row = rows[Int(unit)]
    if row != 0, index + 1 < end, text.byte(at: index + 1) <= 0xFF {
      if hasTriples, index + 2 < end, text.byte(at: index + 2) <= 0xFF {
        let second = UInt32(text.byte(at: index + 1))
        let key = UInt32(unit) << 16 | second << 8 | UInt32(text.byte(at: index + 2))
        if let scalar = triples[key] { return Letter(scalar: scalar, length: 3) }
      }
      let scalar = pairs[(Int(row) - 1) * 256 + Int(text.byte(at: index + 1))]
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
