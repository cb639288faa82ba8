/// What a style or a run itself says of its look; what it leaves open comes from elsewhere.
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

  /// The properties that are set, on or off.
  var stated: Toggles = []
  /// Those of them that are on.
  var on: Toggles = []
  /// The font of letters beyond ASCII (`w:hAnsi`), an index into the fonts.
  var font: Int32?
  /// The font of ASCII letters.
  var asciiFont: Int32?
  /// The character style, an index into the styles.
  var style: Int32?

  /// No properties.
  static let none = RunProperties()

  /// Sets a property on or off.
  mutating func set(_ toggle: Toggles, _ isOn: Bool) {
    stated.insert(toggle)
    if isOn { on.insert(toggle) } else { on.remove(toggle) }
  }

  /// These properties, and where they state nothing those of `base`.
  func over(_ base: RunProperties) -> RunProperties {
    var merged = self
    merged.stated = stated.union(base.stated)
    merged.on = on.union(base.on.subtracting(stated))
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
