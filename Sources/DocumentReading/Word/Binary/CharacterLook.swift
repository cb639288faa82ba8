internal import ProgrammeModel

/// What properties say of a stretch of characters, or of the mark of a paragraph.
struct CharacterLook {
  /// What it looks like.
  var run = RunProperties.none
  /// Whether a tracked change deletes it.
  var isDeleted = false
  /// Whether a tracked change added it.
  var isInserted = false
  /// Whether its control characters stand for something (`sprmCFSpec`).
  var isSpecial = false
  /// Whether its character 01 stands for a form field, not for a picture.
  var isData = false
  /// Where in the stream `Data` that is.
  var dataOffset: Int?
  /// Whether it is the mark of a style separator: the paragraph goes on (`sprmCFSpecVanish`).
  var separatesStyles = false
  /// The font and the character that stands for each `(` (`sprmCSymbol`).
  var symbol: (font: Int, character: UInt32)?

  /// Its final look.
  var look: RunLook {
    RunLook(
      font: run.font ?? run.asciiFont,
      style: RunStyle(rawValue: run.on.intersection(.visible).rawValue),
      isHidden: run.on.contains(.hidden))
  }
}

extension CharacterLook {
  private static let mostStyles = 8

  /// Applies the modifiers of a list in their order ([MS-DOC] 2.6.1).
  ///
  /// Toggles refer to `base`, the look that the style gives; `styles` gives the lists of a character style,
  /// after those of what it is based on.
  mutating func apply(
    _ list: ByteView, over base: RunProperties, fonts: FontList,
    styles: (_ style: Int) -> [ByteView] = { _ in [] }
  ) {
    var base = base
    var styleCount = 0
    for property in PropertyList(list) where property.kind == .character {
      switch property.code {
      case Sprm.bold: toggle(.bold, property, over: base)
      case Sprm.italic: toggle(.italic, property, over: base)
      case Sprm.capitals: toggle(.capitals, property, over: base)
      case Sprm.hidden: toggle(.hidden, property, over: base)
      case Sprm.underline: run.set(.underlined, property.byte != 0)
      case Sprm.isDeleted: isDeleted = property.isOn
      case Sprm.isInserted: isInserted = property.isOn
      case Sprm.special: isSpecial = property.isOn
      case Sprm.pictureLocation:
        isSpecial = true
        dataOffset = property.operand.uint32(at: 0)
      case Sprm.isData: isData = property.isOn
      case Sprm.separatesStyles: separatesStyles = property.isOn
      case Sprm.asciiFont: run.asciiFont = fonts.index(of: property.word)
      case Sprm.otherFont: run.font = fonts.index(of: property.word)
      case Sprm.symbol:
        symbol = (property.word, UInt32(property.operand.uint16(at: 2) ?? 0x28))
      case Sprm.plain:
        run = base
      case Sprm.characterStyle:
        // More of them than anybody writes would only cost time.
        styleCount += 1
        guard styleCount <= Self.mostStyles else { continue }
        for list in styles(property.word) {
          apply(list, over: run, fonts: fonts)
        }
        base = run
      default: break
      }
    }
  }

  /// Sets a property that a style may turn around (2.9.327): 80 is as the style has it, 81 the opposite.
  private mutating func toggle(
    _ toggle: RunProperties.Toggles, _ property: PropertyList.Property, over base: RunProperties
  ) {
    switch property.byte {
    case 0: run.set(toggle, false)
    case 1: run.set(toggle, true)
    case 0x80: run.set(toggle, base.on.contains(toggle))
    case 0x81: run.set(toggle, !base.on.contains(toggle))
    default: break
    }
  }
}

extension PropertyList.Property {
  /// Whether it says yes, of a property that no style has: Word writes 81 as often as 1 (2.9.327).
  var isOn: Bool { byte == 1 || byte == 0x81 }
}

/// The fonts of a document ([MS-DOC] 2.9.281), by the numbers that properties name them with.
struct FontList {
  /// A font.
  struct Font {
    /// Its name.
    var name: String
    /// Its index among the names of the document.
    var index: Int32?
    /// Whether its codes are pictures, by its character set.
    var isSymbol: Bool
  }

  /// The fonts.
  private(set) var fonts: [Font] = []

  /// No fonts.
  static let none = FontList()

  private init() {}

  /// Reads the table of fonts and adds their names to those of the document.
  init(_ table: ByteView, names: inout FontTable) {
    // Their count and a zero; each font begins with its size (2.9.81).
    let count = table.uint16(at: 0) ?? 0
    var offset = 4
    while fonts.count < count, let size = table.uint8(at: offset) {
      let font = table.clipped(at: offset + 1, count: size)
      let name = Self.name(font)
      fonts.append(
        Font(name: name, index: names.index(of: name), isSymbol: font.uint8(at: 3) == 2))
      offset += 1 + size
    }
  }

  /// The name of a font, up to its zero.
  private static func name(_ font: ByteView) -> String {
    var units = 0
    while let unit = font.uint16(at: 39 + 2 * units), unit != 0 { units += 1 }
    return font.utf16(at: 39, units: units)
  }

  /// The index of a font among the names of the document.
  func index(of font: Int) -> Int32? {
    fonts.indices.contains(font) ? fonts[font].index : nil
  }
}
