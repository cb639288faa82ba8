/// The bytes that folded texts are made of.
public enum Code {
  /// The accented letters of Vietnamese in lower case, from `0x80` on.
  static let letters: [UInt32] = Array(
    "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ".unicodeScalars
  ).map(\.value)

  /// The first of the accented letters.
  public static let firstLetter: UInt8 = 0x80
  /// The last of the accented letters.
  public static let lastLetter: UInt8 = 0xC2
  /// An opening quotation mark, “ or «.
  public static let openingQuote: UInt8 = 0xF0
  /// A closing quotation mark, ” or ».
  public static let closingQuote: UInt8 = 0xF1
  /// The ellipsis, ….
  public static let ellipsis: UInt8 = 0xF2
  /// `•` and its like, private-use bullets included.
  public static let bullet: UInt8 = 0xF3
  /// A letter of another alphabet, or an accented letter that Vietnamese does not have.
  public static let foreignLetter: UInt8 = 0xFD
  /// A combining mark.
  public static let mark: UInt8 = 0xFE
  /// Anything else.
  public static let other: UInt8 = 0xFF

  /// The folded byte of a letter of a phrase with one letter, such as `Code.letter("đ")`.
  public static func letter(_ letter: Unicode.Scalar) -> UInt8 { of(letter.value).code }

  /// Whether the byte is white space.
  @inlinable
  public static func isSpace(_ code: UInt8) -> Bool {
    code == 0x20 || (code >= 0x09 && code <= 0x0D)
  }

  /// Whether the byte is a digit.
  @inlinable
  public static func isDigit(_ code: UInt8) -> Bool { code &- 0x30 < 10 }

  /// Whether the byte is a letter.
  @inlinable
  public static func isLetter(_ code: UInt8) -> Bool {
    code &- 0x61 < 26 || code &- firstLetter <= lastLetter &- firstLetter || code == foreignLetter
      || code == mark
  }

  /// How many of eight bytes, the first the lowest, are letters that stand in front of anything else.
  @inlinable @inline(__always)
  public static func letterCount(ofEight codes: UInt64) -> Int {
    // All eight at once: where a word ends cannot be foretold, and a wrong guess costs more than this. Of the
    // low seven bits of each byte the highest is set by a sum where they reach a bound.
    let low = codes & each(0x7F)
    func reaches(_ bound: UInt8) -> UInt64 { low &+ each(0x80 - (bound & 0x7F)) }
    let isASCII = ~codes & reaches(UInt8(ascii: "a")) & ~reaches(UInt8(ascii: "z") + 1)
    let isAccented = codes & ~reaches(lastLetter + 1)
    let isOther = codes & reaches(foreignLetter) & ~reaches(mark + 1)
    return (~(isASCII | isAccented | isOther) & each(0x80)).trailingZeroBitCount / 8
  }

  /// Eight times one byte.
  @inlinable @inline(__always)
  public static func each(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Whether the byte is a letter or a digit.
  @inlinable
  public static func isWord(_ code: UInt8) -> Bool { isLetter(code) || isDigit(code) }

  /// The byte of a scalar, and whether it is a capital letter.
  static func of(_ scalar: UInt32) -> (code: UInt8, isCapital: Bool) { table.of(scalar) }

  /// The bytes of all letters: fetched once for a text, not once for a letter.
  static let table = Table()

  /// The bytes of the scalars that Vietnamese texts are made of, and 0x100 for a capital.
  struct Table: Sendable {
    /// U+1E80 to U+1EFF, and behind them U+0000 to U+07FF: rows of 64, by the last byte of UTF-8.
    let entries =
      (Table.firstTall..<Table.firstTall + Table.tallCount).map { Code.entry(of: $0) }
      + (0..<Table.shortCount).map { Code.entry(of: $0) }

    private static let firstTall: UInt32 = 0x1E80
    private static let tallCount: UInt32 = 0x80
    private static let shortCount: UInt32 = 0x800

    /// The entry of a scalar.
    func entry(of scalar: UInt32) -> UInt16 {
      if scalar < Table.shortCount { return entries[Int(scalar + Table.tallCount)] }
      let tall = scalar &- Table.firstTall
      return tall < Table.tallCount ? entries[Int(tall)] : UInt16(Code.punctuation(scalar))
    }

    /// The byte of a scalar, and whether it is a capital letter.
    func of(_ scalar: UInt32) -> (code: UInt8, isCapital: Bool) {
      let entry = entry(of: scalar)
      return (UInt8(truncatingIfNeeded: entry), entry & 0x100 != 0)
    }
  }

  fileprivate static func entry(of value: UInt32) -> UInt16 {
    // Of the other letters only those of Vietnamese are told from one another.
    guard value < 0x370 || value >= 0x1EA0 && value < 0x1EFA,
      let scalar = Unicode.Scalar(value)
    else { return UInt16(punctuation(value)) }
    if (0x300..<0x370).contains(value) { return UInt16(mark) }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    let isCapital = scalar.properties.isUppercase
    let flag: UInt16 = isCapital ? 0x100 : 0
    guard let first = lower.first, lower.count == 1 else { return UInt16(other) | flag }
    // Icelandic eth stands for đ in texts made with Western keyboards (U+00D0, U+00F0).
    let folded = first.value == 0xF0 ? 0x111 : first.value
    if folded < 0x80 { return UInt16(folded) | flag }
    if let place = letters.firstIndex(of: folded) {
      return UInt16(firstLetter) + UInt16(place) | flag
    }
    if scalar.properties.isAlphabetic { return UInt16(foreignLetter) | flag }
    return UInt16(punctuation(value))
  }

  static func punctuation(_ value: UInt32) -> UInt8 {
    switch value {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return 0x20
    case 0x85, 0x2028, 0x2029: return 0x0A
    case 0x2010...0x2015, 0x2212, 0xFE63, 0xFF0D, 0xAD, 0xF02D: return 0x2D
    // FRACTION SLASH, DIVISION SLASH, FULLWIDTH SOLIDUS
    case 0x2044, 0x2215, 0xFF0F: return 0x2F
    case 0x201C, 0xAB: return openingQuote
    case 0x201D, 0xBB: return closingQuote
    case 0x2018, 0x2019: return 0x27
    case 0x2026: return ellipsis
    case 0x2022, 0x25CF, 0x25E6, 0x25AA, 0x25A0, 0x25CB, 0x2023, 0x26AB, 0x2B1B, 0x2B24, 0xB7,
      0xF000...0xF0FF,
      // ❖ ❑ ⮚ ➢ ➤ ► ▶ ▸ ▫ ◆ ◇ ♦ ◊ ✓ ✔ → ⇒ ⇨ 🡪 ➔ ➜ ➡ ⁃ ∙ ◼ ◾: the gallery of Word, and what is pasted from it.
      0x2756, 0x2751, 0x2B9A, 0x21E8, 0x1F86A, 0x27A2, 0x27A4, 0x25BA, 0x25B6, 0x25B8, 0x25AB,
      0x25C6, 0x25C7, 0x2666, 0x25CA,
      0x2713, 0x2714, 0x2192, 0x21D2, 0x2794, 0x279C, 0x27A1, 0x2043, 0x2219, 0x25FC, 0x25FE,
      // § ¨ ¤: codes of Wingdings whose font was lost (▪, ◻, ✥).
      0xA7, 0xA8, 0xA4:
      return bullet
    default:
      guard value > 0xFF, let scalar = Unicode.Scalar(value) else { return other }
      return scalar.properties.isAlphabetic ? foreignLetter : other
    }
  }
}
