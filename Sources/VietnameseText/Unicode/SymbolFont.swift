/// A font whose codes are pictures and no letters: Symbol or Wingdings.
///
/// ```swift
/// SymbolFont(named: "Symbol")?.scalar(for: "\u{F0B7}")     // •
/// SymbolFont(named: "Wingdings")?.scalar(for: "\u{F0A7}")  // ▪
/// ```
///
/// The same code is another picture in another font: F0B7 is a bullet in Symbol, a clock in Wingdings.
public enum SymbolFont: Hashable, Sendable {
  /// Symbol: Greek letters and mathematical signs.
  case symbol
  /// Wingdings: arrows, ticks, boxes.
  case wingdings
  /// Webdings: pictures of things.
  case webdings

  /// The font of a name, whatever its case, or `nil` where it is no symbol font with a table.
  public init?(named name: String) {
    switch name.lowercased() {
    case "symbol": self = .symbol
    case "wingdings": self = .wingdings
    case "webdings": self = .webdings
    default: return nil
    }
  }

  private static let pictorial: Set<String> = [
    "wingdings 2", "wingdings 3", "zapfdingbats", "itc zapf dingbats", "monotype sorts", "marlett",
  ]

  /// Whether a font draws pictures in the place of letters, with a table here or without.
  public static func isPictorial(_ name: String) -> Bool {
    SymbolFont(named: name) != nil || pictorial.contains(name.lowercased())
  }

  /// The Unicode scalar that looks like the glyph, or `nil` where the font has none.
  ///
  /// Word writes codes with the offset F000 or without (ECMA-376 Part 1, 17.3.3.30); both are taken.
  public func scalar(for code: Unicode.Scalar) -> Unicode.Scalar? {
    var value = code.value
    if (0xF000...0xF0FF).contains(value) { value -= 0xF000 }
    guard value <= 0xFF else { return nil }
    let scalars =
      switch self {
      case .symbol: Self.symbolScalars
      case .wingdings: Self.wingdingsScalars
      case .webdings: Self.webdingsScalars
      }
    let found = scalars[Int(value)]
    return found == 0 ? nil : Unicode.Scalar(found)
  }
}
