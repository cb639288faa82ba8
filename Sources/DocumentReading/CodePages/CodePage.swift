internal import VietnameseText

/// A code page of Windows, DOS or the Macintosh: what the bytes of a document stand for.
///
/// ```swift
/// var text: [UInt8] = []
/// CodePage(1258).decode([0x54, 0x69, 0xEA, 0xEC, 0x6E, 0x67], into: &text)  // "Tiếng", decomposed
/// CodePage(charset: 163)                                                 // CodePage(1258)
/// ```
///
/// No letter is lost: a byte that a page does not define stands for the scalar of the same number.
struct CodePage: Hashable {
  /// The number that Windows gives the page, such as 1252 or 932.
  var number: Int

  /// The page of Western Europe, in which Windows shows bytes of which it knows nothing.
  static let western = CodePage(1252)
  /// UTF-8, which has a number among the pages.
  static let utf8 = CodePage(65001)

  /// Names a page; one that is not known is read as the western one.
  init(_ number: Int) {
    self.number = number
  }

  /// The page of a charset of Windows' fonts (RTF 1.9.1, Font Table), or `nil` where the charset says
  /// nothing of the letters: the default one, that of symbols, and unknown ones.
  init?(charset: Int) {
    guard let number = Self.pagesByCharset[charset] else { return nil }
    self.number = number
  }

  /// The charset of fonts whose codes are pictures.
  static let symbolCharset = 2

  private static let pagesByCharset = [
    0: 1252, 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258,
    177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
  ]

  /// The names by which iconv knows the pages of several bytes a letter.
  private static let multiByteNames = [
    932: "CP932", 936: "GBK", 949: "CP949", 950: "CP950", 51932: "EUC-JP", 54936: "GB18030",
    20866: "KOI8-R", 28592: "ISO-8859-2", 28595: "ISO-8859-5",
  ]
}

extension CodePage {
  /// Appends what bytes stand for, in UTF-8, and says how many of them have no meaning.
  @discardableResult
  func decode(_ bytes: some Collection<UInt8>, into text: inout [UInt8]) -> Int {
    if bytes.allSatisfy({ $0 < 0x80 }) {
      text.append(contentsOf: bytes)
      return 0
    }
    if self == .utf8, let valid = String(validating: bytes, as: UTF8.self) {
      text.append(contentsOf: valid.utf8)
      return 0
    }
    if let name = Self.multiByteNames[number], let decoder = MultiByteDecoder(named: name) {
      return decoder.decode(Array(bytes), into: &text)
    }
    let upper = Self.upperHalves[number] ?? Self.westernHalf
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        text.appendUTF8(UInt32(upper[Int(byte) - 0x80]))
      }
    }
    return 0
  }

  private static let westernHalf = upperHalves[1252] ?? Array(0x80...0xFF)
}

extension [UInt8] {
  /// Appends a scalar in UTF-8; half of a surrogate pair and what is no scalar become U+FFFD.
  mutating func appendUTF8(_ value: UInt32) {
    guard value >= 0x80 else { return append(UInt8(truncatingIfNeeded: value)) }
    append(
      contentsOf: UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}")
        ?? UTF8.encodedReplacementCharacter)
  }
}
