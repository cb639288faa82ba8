internal import ProgrammeModel

/// A level of a list as an RTF file defines it (RTF 1.9.1, List Table).
struct RTFListLevel {
  /// The first number.
  private(set) var start = 1
  /// The pattern of the label: its length, then its letters.
  var text = RTFLetters()
  /// Where in the pattern a number stands, counting from one.
  var positions = RTFLetters()

  private var formatCode = 0
  private var isLegal = false
  private var neverRestarts = false
  private var format = RTFFormat()

  /// Takes a word of the definition.
  mutating func take(_ word: RTFWord, _ number: Int?) {
    switch word {
    case .levelnfc, .levelnfcn: formatCode = number ?? 0
    case .levelstartat: start = max(number ?? 0, 0)
    case .levellegal: isLegal = number != 0
    case .levelnorestart: neverRestarts = number != 0
    default: _ = format.take(word, number)
    }
  }

  /// The level with its letters as the fonts of the file have them.
  func level(in definitions: RTFDefinitions) -> ListLevel {
    let font = definitions.font(format.font)
    var level = ListLevel()
    level.start = start
    level.format = NumberFormat(code: formatCode)
    if level.format == .unknown { level.unknownFormat = String(formatCode) }
    level.restart = neverRestarts ? 0 : nil
    level.isLegal = isLegal
    level.run.font = format.font == nil ? nil : font.index
    for toggle in [RunProperties.Toggles.capitals, .hidden] where format.toggles.contains(toggle) {
      level.run.set(toggle, true)
    }
    level.paragraph.left = format.paragraph.left
    level.paragraph.firstLine = format.paragraph.firstLine
    level.pieces = pieces(font)
    return level
  }

  /// Cuts the pattern where `positions` says that numbers stand; a small number elsewhere is a letter.
  private func pieces(_ font: RTFFont) -> [ListLevel.Piece] {
    guard case .byte(let length)? = text.letters.first else { return [] }
    var positions: Set<Int> = []
    for case .byte(let position) in self.positions.letters { positions.insert(Int(position)) }
    var pieces: [ListLevel.Piece] = []
    var literal = RTFLetters()
    func endLiteral() {
      let letters = literal.text(in: font.page)
      if !letters.isEmpty {
        pieces.append(.literal(font.isSymbol ? letters.inSymbolFont : letters))
      }
      literal.removeAll()
    }
    for (index, letter) in text.letters.dropFirst().prefix(Int(length)).enumerated() {
      if case .byte(let level) = letter, level < Numbering.levelCount, positions.contains(index + 1)
      {
        endLiteral()
        pieces.append(.counter(Int(level)))
      } else {
        literal.append(letter)
      }
    }
    endLiteral()
    return pieces
  }
}

extension String {
  /// The codes of a symbol font, which stand in the private area from F000 on.
  var inSymbolFont: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map {
          (0x20...0xFF).contains($0.value) ? Unicode.Scalar($0.value + 0xF000) ?? $0 : $0
        }))
  }
}
