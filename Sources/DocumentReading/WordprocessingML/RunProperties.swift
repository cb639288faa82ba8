/// What a style or a run itself says of its look (`w:rPr`); what it leaves open comes from elsewhere.
struct RunProperties {
  /// Properties that are on or off.
  struct Toggles: OptionSet {
    var rawValue: UInt8
    static let bold = Toggles(rawValue: 1)
    static let italic = Toggles(rawValue: 2)
    static let underlined = Toggles(rawValue: 4)
    static let capitals = Toggles(rawValue: 8)
    static let hidden = Toggles(rawValue: 16)
    /// What `RunStyle` shows; its bits are these.
    static let visible: Toggles = [.bold, .italic, .underlined, .capitals]
    /// The toggle properties of ECMA-376 Part 1, 17.7.3: set twice by styles, they are off again.
    static let exclusive: Toggles = [.bold, .italic, .capitals, .hidden]
  }

  /// The properties that are said to be on or off.
  var said: Toggles = []
  /// Those of them that are on.
  var on: Toggles = []
  /// The font of letters beyond ASCII (`w:hAnsi`), an index into the fonts.
  var font: Int32?
  /// The font of ASCII letters.
  var asciiFont: Int32?
  /// The character style, an index into the styles.
  var style: Int32?

  /// Nothing said.
  static let none = RunProperties()

  /// Says that a property is on or off.
  mutating func say(_ toggle: Toggles, _ isOn: Bool) {
    said.insert(toggle)
    if isOn { on.insert(toggle) } else { on.remove(toggle) }
  }

  /// These properties, and where they say nothing those of `base`.
  func over(_ base: RunProperties) -> RunProperties {
    var merged = self
    merged.said = said.union(base.said)
    merged.on = on.union(base.on.subtracting(said))
    merged.font = font ?? base.font
    merged.asciiFont = asciiFont ?? base.asciiFont
    return merged
  }

  /// The properties of a style of a higher kind over those of the kind below (table, paragraph,
  /// character): toggles cancel each other out, everything else replaces.
  func toggled(over base: RunProperties) -> RunProperties {
    var merged = over(base)
    merged.on.subtract(.exclusive)
    merged.on.formUnion(on.symmetricDifference(base.on).intersection(.exclusive))
    return merged
  }
}

extension XMLPullReader {
  /// Reads a `w:rPr` up to its end tag.
  mutating func runProperties(
    fonts: inout FontTable, styles: Styles
  ) throws(ReadingError) -> RunProperties {
    var properties = RunProperties()
    while true {
      switch try next() {
      case .start(let element):
        if element.isWord { read(element, into: &properties, &fonts, styles) }
        try skip()
      case .text: break
      case .end, .finish: return properties
      }
    }
  }

  private func read(
    _ element: XMLElement, into properties: inout RunProperties, _ fonts: inout FontTable,
    _ styles: Styles
  ) {
    switch element.name {
    case .b: properties.say(.bold, isOn(element))
    case .i: properties.say(.italic, isOn(element))
    case .caps: properties.say(.capitals, isOn(element))
    case .vanish: properties.say(.hidden, isOn(element))
    case .u: properties.say(.underlined, value(.val, of: element).map { $0 != "none" } ?? true)
    case .rStyle:
      if let id = value(.val, of: element) { properties.style = styles.index(of: id) }
    case .rFonts:
      // A theme font goes before a plain one (17.3.2.26).
      if let theme = value(.hAnsiTheme, of: element) {
        properties.font = fonts.index(ofTheme: theme)
      } else if let name = value(.hAnsi, of: element) {
        properties.font = fonts.index(of: name)
      }
      if let theme = value(.asciiTheme, of: element) {
        properties.asciiFont = fonts.index(ofTheme: theme)
      } else if let name = value(.ascii, of: element) {
        properties.asciiFont = fonts.index(of: name)
      }
    default: break
    }
  }
}
