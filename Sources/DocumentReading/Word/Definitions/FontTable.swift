/// The names of the fonts met, each once.
struct FontTable {
  /// A font that the theme of the document names.
  enum ThemeFont: Int {
    /// That of headings.
    case major
    /// That of the text.
    case minor
  }

  /// The names in the order they were met.
  private(set) var names: [String] = []

  private var indices: [String: Int32] = [:]
  /// The name that was asked for last, mostly the one that is asked for next.
  private var lastName = ""
  private var lastIndex: Int32?
  private var themeIndices: [Int32?] = [nil, nil]

  /// Whether a font of the theme was asked for, so that the theme has to be read.
  var needsTheme: Bool { themeIndices.contains { $0 != nil } }

  /// The index of a font; an empty name is no font.
  mutating func index(of name: String) -> Int32? {
    if name.isEmpty { return nil }
    if name != lastName {
      lastName = name
      lastIndex = indices[name] ?? add(name)
    }
    return lastIndex
  }

  private mutating func add(_ name: String) -> Int32 {
    let index = Int32(truncatingIfNeeded: names.count)
    names.append(name)
    indices[name] = index
    return index
  }

  /// The index of the font that the theme will name.
  mutating func index(of font: ThemeFont) -> Int32 {
    if let index = themeIndices[font.rawValue] { return index }
    let index = Int32(truncatingIfNeeded: names.count)
    names.append("")
    themeIndices[font.rawValue] = index
    return index
  }

  /// Gives a font of the theme its name.
  mutating func setName(_ name: String, of font: ThemeFont) {
    if let index = themeIndices[font.rawValue] { names[Int(index)] = name }
  }
}
