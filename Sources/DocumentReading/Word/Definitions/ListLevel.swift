/// A level of a list: how its paragraphs are numbered.
struct ListLevel {
  /// A piece of the label's pattern.
  enum Piece {
    /// Letters printed as they are.
    case literal(String)
    /// The counter of a level, counting from zero.
    case counter(Int)
  }

  /// The first number; a level that names none starts at 0 (17.9.25).
  var start = 0
  /// How the number is printed.
  var format = NumberFormat.decimal
  /// The label's pattern, `w:lvlText` cut at its places.
  var pieces: [Piece] = []
  /// After which level's numbers the counter starts again: `nil` for every higher one, 0 for none.
  var restart: Int?
  /// Whether all counters of the label are printed in decimal (`w:isLgl`).
  var isLegal = false
  /// Whether nothing stands between the label and the text (`w:suff` nothing).
  var joinsText = false
  /// The look of the label, in whose font a bullet is drawn.
  var run = RunProperties.none
  /// The indentation of its paragraphs.
  var paragraph = ParagraphProperties.none
  /// The paragraph style that stands for the level.
  var paragraphStyle: String?
  /// The format's name where it is not known, for a message.
  var unknownFormat: String?

  /// Cuts `w:lvlText` at `%1` to `%9`.
  static func pieces(of pattern: String) -> [Piece] {
    var pieces: [Piece] = []
    var literal = ""
    var rest = pattern.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "%", let digit = rest.first, ("1"..."9").contains(digit) {
        if !literal.isEmpty { pieces.append(.literal(literal)) }
        literal = ""
        pieces.append(.counter(Int(digit.value) - 0x31))
        rest.removeFirst()
      } else {
        literal.unicodeScalars.append(scalar)
      }
    }
    if !literal.isEmpty { pieces.append(.literal(literal)) }
    return pieces
  }
}
