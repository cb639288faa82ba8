internal import VietnameseText

/// A font of an RTF file (RTF 1.9.1, Font Table).
struct RTFFont {
  /// The name, such as `.VnTime`.
  var name = ""
  /// The charset that it says, or `nil` where it says none.
  var charset: Int?
  /// The code page that it says instead, or `nil`.
  var codePage: Int?

  /// Where it stands among the fonts of the document; a font without a name has no place.
  var index: Int32?
  /// Whether it is a font from before Unicode.
  var isLegacy = false
  /// Whether its codes are pictures, which Word keeps in the private area from F000 on.
  var isSymbol = false
  /// What its bytes stand for.
  var page = CodePage.western

  /// Settles what the bytes of the font stand for, in a file with a code page.
  ///
  /// Fonts from before Unicode have the charset of any language, and their bytes mean the same in each:
  /// the normaliser knows them as the characters that Windows-1252 shows.
  mutating func settle(filePage: CodePage) {
    isLegacy = LegacyFont(named: name) != nil
    if isLegacy {
      page = .western
    } else if charset == CodePage.symbolCharset {
      isSymbol = true
    } else if let stated = charset.flatMap({ CodePage(charset: $0) }) {
      // UTF-8 is no page that a font could name.
      page = stated == .western && filePage == .utf8 ? filePage : stated
    } else {
      page = codePage.map { CodePage($0) } ?? filePage
    }
  }
}
