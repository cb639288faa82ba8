internal import ProgrammeModel

/// How the text at a place of an RTF file is formatted: what a group inherits and a brace gives back.
///
/// A style says the same with the same words, so that one function reads both.
struct RTFFormat {
  /// The font, by its number in the file; `nil` for the one that the file names as its default.
  var font: Int?
  /// Bold, italic, underlined, capitals, hidden.
  var toggles: RunProperties.Toggles = []
  /// Whether a tracked change took the text away (`\deleted`, `\mvf`).
  var isDeleted = false
  /// Whether the mark of the paragraph is a style separator.
  var isStyleSeparator = false

  /// The properties of the paragraph.
  var paragraph = ParagraphProperties.none
  /// The number of the paragraph's style.
  var style = 0
  /// Whether the paragraph stands in a table.
  var isInTable = false
  /// How deep the tables around it stand in one another, where it says so.
  var tableDepth: Int?
  /// Whether it is a letter that hangs down into the lines of the next paragraph.
  var isDropCap = false
  /// Whether it is a bullet or number of Word 6, and on which level.
  var oldListLevel: Int?

  /// The depth of tables that the paragraph stands in, 0 for none.
  var depth: Int {
    let stated = max(tableDepth ?? (isInTable ? 1 : 0), 0)
    return isInTable ? max(stated, 1) : stated
  }

  /// Takes back what is said of characters (`\plain`).
  mutating func resetCharacters() {
    font = nil
    toggles = []
    isDeleted = false
    isStyleSeparator = false
  }

  /// Takes back what is said of the paragraph (`\pard`).
  mutating func resetParagraph() {
    paragraph = .none
    style = 0
    isInTable = false
    tableDepth = nil
    isDropCap = false
    oldListLevel = nil
  }
}

extension RTFFormat {
  /// Takes a property of characters or paragraphs, and says whether the word is one.
  mutating func take(_ word: RTFWord, _ number: Int?) -> Bool {
    takeCharacter(word, number) || takeParagraph(word, number)
  }

  private mutating func takeCharacter(_ word: RTFWord, _ number: Int?) -> Bool {
    let isOn = number != 0
    switch word {
    case .plain: resetCharacters()
    case .f: font = number ?? 0
    case .b: set(.bold, isOn)
    case .i: set(.italic, isOn)
    case .ul, .uld, .uldash, .uldashd, .uldashdd, .uldb, .ulhwave, .ulth, .ulw, .ulwave:
      set(.underlined, isOn)
    case .ulnone: set(.underlined, false)
    case .caps: set(.capitals, isOn)
    case .v: set(.hidden, isOn)
    case .deleted, .mvf: isDeleted = isOn
    case .spv: isStyleSeparator = isOn
    default: return false
    }
    return true
  }

  private mutating func set(_ toggle: RunProperties.Toggles, _ isOn: Bool) {
    if isOn { toggles.insert(toggle) } else { toggles.remove(toggle) }
  }

  private mutating func takeParagraph(_ word: RTFWord, _ number: Int?) -> Bool {
    switch word {
    case .pard: resetParagraph()
    case .s: style = number ?? 0
    case .ql, .qj, .qd, .qt: paragraph.alignment = .start
    case .qr: paragraph.alignment = .end
    case .qc: paragraph.alignment = .center
    case .li, .lin: paragraph.left = number ?? 0
    case .fi: paragraph.firstLine = number ?? 0
    case .outlinelevel: paragraph.outlineLevel = number ?? 0
    case .pagebb: paragraph.startsPage = number != 0
    case .ls: paragraph.list = number ?? 0
    case .ilvl: paragraph.listLevel = number ?? 0
    case .intbl: isInTable = number != 0
    case .itap: tableDepth = number ?? 0
    case .dropcapli: isDropCap = number ?? 0 > 0
    case .pnlvl: oldListLevel = (number ?? 1) - 1
    case .pnlvlbody, .pnlvlblt, .pnlvlcont: oldListLevel = 0
    default: return false
    }
    return true
  }
}
