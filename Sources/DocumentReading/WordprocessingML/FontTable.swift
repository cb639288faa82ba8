/// The names of the fonts met, each once.
struct FontTable {
  /// The names in the order they were met.
  private(set) var names: [String] = []

  private var indices: [String: Int32] = [:]
  /// The name that was asked for last, mostly the one that is asked for next.
  private var lastName: [UInt8] = []
  private var lastIndex: Int32?
  private var majorTheme: Int32?
  private var minorTheme: Int32?

  /// Whether a font of the theme was asked for, so that the theme has to be read.
  var needsTheme: Bool { majorTheme != nil || minorTheme != nil }

  /// The index of a font; an empty name is no font.
  mutating func index(of name: XMLBytes) -> Int32? {
    if name.equals(lastName) { return lastIndex }
    unsafe lastName = Array(name.buffer)
    lastIndex = lastName.isEmpty ? nil : index(of: name.string)
    return lastIndex
  }

  /// The index of a font.
  mutating func index(of name: String) -> Int32 {
    if let index = indices[name] { return index }
    let index = Int32(truncatingIfNeeded: names.count)
    names.append(name)
    indices[name] = index
    return index
  }

  /// The index of the font that the theme will name (`majorHAnsi`, `minorBidi` …).
  mutating func index(ofTheme theme: XMLBytes) -> Int32 {
    if theme == "majorHAnsi" || theme == "majorAscii" || theme == "majorBidi"
      || theme == "majorEastAsia"
    {
      if majorTheme == nil {
        majorTheme = Int32(truncatingIfNeeded: names.count)
        names.append("")
      }
      return majorTheme ?? 0
    }
    if minorTheme == nil {
      minorTheme = Int32(truncatingIfNeeded: names.count)
      names.append("")
    }
    return minorTheme ?? 0
  }

  /// Gives the theme's fonts their names.
  mutating func name(major: String?, minor: String?) {
    if let majorTheme, let major { names[Int(majorTheme)] = major }
    if let minorTheme, let minor { names[Int(minorTheme)] = minor }
  }
}
