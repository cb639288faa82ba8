internal import ProgrammeModel
internal import VietnameseText

// Lists.
extension HTMLBuilder {
  /// Begins an item with the label that a browser prints.
  mutating func beginItem(_ style: HTMLStyle, _ attributes: HTMLAttributes) {
    let listStyle = Self.listStyle(ofType: attributes.type) ?? style.listStyle ?? "disc"
    guard let list = lists.indices.last else {
      label = ListLabel(text: "•", level: 0, list: 0, value: nil)
      return
    }
    lists[list].number = attributes.number ?? (lists[list].number + 1)
    let number = lists[list].number
    guard listStyle != "none" else { return }
    let format = Self.formats[listStyle]
    label = ListLabel(
      text: format.map { "\($0.text(of: number))." } ?? "•", level: min(list, 8),
      list: lists[list].id, value: format == nil ? nil : number)
  }

  /// Ends an item; one without text prints its label alone.
  mutating func endItem() {
    if label != nil { emit("") }
  }

  private static let formats: [String: NumberFormat] = [
    "decimal": .decimal, "decimal-leading-zero": .decimalZero, "lower-alpha": .lowerLetter,
    "lower-latin": .lowerLetter, "upper-alpha": .upperLetter, "upper-latin": .upperLetter,
    "lower-roman": .lowerRoman, "upper-roman": .upperRoman,
  ]

  /// The style that the attribute `type` names.
  static func listStyle(ofType type: String) -> String? {
    switch type {
    case "1": "decimal"
    case "a": "lower-alpha"
    case "A": "upper-alpha"
    case "i": "lower-roman"
    case "I": "upper-roman"
    case "disc", "circle", "square": "disc"
    default: nil
    }
  }

  /// Ends the label of a paragraph of Word: the number as Word printed it.
  mutating func endLabel(_ fontName: String?) {
    var text = String.UnicodeScalarView()
    let font = fontName.flatMap { SymbolFont(named: $0) }
    for code in String(decoding: labelText, as: UTF8.self).unicodeScalars {
      let picture = Bullet.picture(of: code, in: font)
      text.append(Bullet.isPrivate(picture) ? "•" : picture)
    }
    let printed = String(text).trimmingBlanks
    guard !printed.isEmpty else { return }
    label = ListLabel(
      text: printed, level: labelPlace?.level ?? 0,
      list: Self.firstWordList + (labelPlace?.list ?? 0), value: printed.lastNumber)
  }

  /// Lists of Word are counted apart from those of HTML.
  private static let firstWordList = 1_000_000
}
