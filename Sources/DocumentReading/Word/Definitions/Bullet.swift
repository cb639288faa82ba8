internal import VietnameseText

/// The bullets that stand for codes of fonts that are not at hand.
enum Bullet {
  /// Whether a scalar is of the private area where Word keeps the codes of symbol fonts.
  static func isPrivate(_ scalar: Unicode.Scalar) -> Bool {
    (0xF000...0xF0FF).contains(scalar.value)
  }

  /// The picture of a code whose font is not known: the bullets of Word's own gallery, which documents
  /// name by code after the font was replaced.
  static func picture(of code: Unicode.Scalar) -> Unicode.Scalar {
    switch code.value {
    case 0xF0B7: "•"
    case 0xF02D: "-"
    case 0xF02B: "+"
    case 0xF0A7, 0xF0A8, 0xF076, 0xF0D8, 0xF0FC, 0xF06C, 0xF06E, 0xF071, 0xF0E0:
      SymbolFont.wingdings.scalar(for: code) ?? code
    default: code
    }
  }

  /// The picture of a character in a font that is a symbol font or not; letters and blanks stay.
  static func picture(of code: Unicode.Scalar, in font: SymbolFont?) -> Unicode.Scalar {
    guard isPrivate(code) else { return code }
    return plain(font.flatMap { $0.scalar(for: code) } ?? picture(of: code))
  }

  /// The minus sign that Symbol has for a dash is the dash that people type, and so is the soft hyphen, which
  /// Word draws.
  static func plain(_ picture: Unicode.Scalar) -> Unicode.Scalar {
    picture == "\u{2212}" || picture == "\u{AD}" ? "-" : picture
  }
}
