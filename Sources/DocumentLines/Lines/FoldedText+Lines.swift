package import VietnameseLanguage
package import VietnameseText

/// What lines are by their words alone.
extension FoldedText {
  /// Whether the line only divides: `*`, `-----`, `* * *`, `-o0o-`, `____`, `===&===`, marks left by other programs.
  package var isRule: Bool {
    guard count <= 120 else { return false }
    var strokes = 0
    for code in codes {
      if code == UInt8(ascii: "o") || code == UInt8(ascii: "0") || Code.isSpace(code) { continue }
      // `- ………;` is an item of a form that waits to be filled in.
      if Code.isWord(code) || code == UInt8(ascii: ";") || code == UInt8(ascii: ",") {
        return false
      }
      strokes += 1
    }
    return strokes > 0
  }

  /// Whether the line is the caption of a part of a day and no more: `Buổi sáng`, `BUỔI CHIỀU:`.
  package func isDayPart(in lexicon: Lexicon) -> Bool {
    guard let end = end(of: .dayPart, in: lexicon) else { return false }
    return end == count || end == count - 1 && codes[end] == UInt8(ascii: ":")
  }

  /// Whether number and symbol stand here: `Số 05-NQ/TU`, `Số: 63`, `Luật số: 55/2024/QH15`.
  package func isNumberLine(in lexicon: Lexicon) -> Bool {
    guard count <= FoldedText.longestNumberLine, var index = end(of: .numberLine, in: lexicon)
    else { return false }
    while index < count, Code.isSpace(codes[index]) || codes[index] == UInt8(ascii: ":") {
      index += 1
    }
    guard index < count else { return true }
    let code = codes[index]
    return Code.isDigit(code) || code == UInt8(ascii: "-") || code == UInt8(ascii: "/")
      || code == UInt8(ascii: ".") || code == Code.ellipsis || code == UInt8(ascii: "_")
  }

  /// The longest line of a number, in scalars.
  private static let longestNumberLine = 90
}
