/// A list for `DocBuilder`.
public struct DocList: Sendable {
  /// The number by which uses name it.
  public var id: Int32
  /// Its levels: one, or nine.
  public var levels: [DocLevel]
  /// The styles that stand for its levels.
  public var styles: [UInt16]

  /// Makes a list.
  public init(id: Int32, _ levels: [DocLevel], styles: [UInt16] = []) {
    self.id = id
    self.levels = levels
    self.styles = styles
  }

  /// The entry of the list (LSTF).
  var head: [UInt8] {
    var bytes = UInt32(bitPattern: id).littleEndian32 + [0, 0, 0, 0]
    for index in 0..<9 {
      bytes += (index < styles.count ? styles[index] : 0xFFF).littleEndian16
    }
    return bytes + [levels.count == 1 ? 1 : 0, 0]
  }

  /// The levels as the table has them: one or nine, the missing ones without number.
  var levelBytes: [UInt8] {
    guard levels.count > 1 else { return levels.flatMap(\.bytes) }
    let none = DocLevel(255, "")
    return (0..<9).flatMap { ($0 < levels.count ? levels[$0] : none).bytes }
  }
}

/// A level of a list for `DocBuilder`.
public struct DocLevel: Sendable {
  /// The code of its number format.
  public var format: UInt8
  /// Its text, `%1` to `%9` for the numbers of levels.
  public var text: String
  /// Its first number.
  public var start: Int32
  /// Whether it prints all numbers in digits (fLegal).
  public var isLegal = false
  /// The level after which it starts again, where it does not after each (fNoRestart).
  public var restart: UInt8?
  /// The properties of its number.
  public var characters: [UInt8] = []

  /// Makes a level.
  public init(
    _ format: UInt8, _ text: String, start: Int32 = 1, isLegal: Bool = false,
    restart: UInt8? = nil, characters: [UInt8] = []
  ) {
    self.format = format
    self.text = text
    self.start = start
    self.isLegal = isLegal
    self.restart = restart
    self.characters = characters
  }

  /// The level as the table has it (LVL).
  var bytes: [UInt8] {
    var units: [UInt16] = []
    var places: [UInt8] = []
    var rest = Array(text.utf16)[...]
    while let unit = rest.popFirst() {
      if unit == 0x25, let digit = rest.first, (0x31...0x39).contains(digit) {
        rest.removeFirst()
        units.append(digit - 0x31)
        places.append(UInt8(units.count))
      } else {
        units.append(unit)
      }
    }
    var flags: UInt8 = isLegal ? 0x04 : 0
    if restart != nil { flags |= 0x08 }
    var bytes = UInt32(bitPattern: start).littleEndian32 + [format, flags]
    bytes += (0..<9).map { $0 < places.count ? places[$0] : 0 }
    bytes += [0] + [UInt8](repeating: 0, count: 8)
    bytes += [UInt8(characters.count), 0, restart ?? 0, 0]
    return bytes + characters + UInt16(units.count).littleEndian16
      + units.flatMap(\.littleEndian16)
  }
}

/// A use of a list for `DocBuilder` (LFO).
public struct DocListUse: Sendable {
  /// What it replaces of a level.
  public struct Override: Sendable {
    /// The level, from zero.
    public var level: UInt32
    /// The number it starts with.
    public var start: Int32?
    /// The level that stands in its place.
    public var definition: DocLevel?

    /// Makes an override.
    public init(level: UInt32, start: Int32? = nil, definition: DocLevel? = nil) {
      self.level = level
      self.start = start
      self.definition = definition
    }
  }

  /// The list.
  public var list: Int32
  /// What it replaces.
  public var overrides: [Override]

  /// Makes a use.
  public init(of list: Int32, _ overrides: [Override] = []) {
    self.list = list
    self.overrides = overrides
  }

  var head: [UInt8] {
    UInt32(bitPattern: list).littleEndian32 + [UInt8](repeating: 0, count: 8)
      + [UInt8(overrides.count), 0, 0, 0]
  }

  var overrideBytes: [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF]
    for change in overrides {
      var flags = change.level
      if change.start != nil { flags |= 0x10 }
      if change.definition != nil { flags |= 0x20 }
      bytes += UInt32(bitPattern: change.start ?? 0).littleEndian32 + flags.littleEndian32
      bytes += change.definition?.bytes ?? []
    }
    return bytes
  }
}
