/// The code of a field, such as ` PAGE \* MERGEFORMAT ` (ECMA-376 Part 1, 17.16).
struct FieldCode {
  /// The field's name in capitals.
  var name: String
  /// The first argument that is no switch, without quotation marks.
  var argument: String?
  private var words: [Substring]

  /// Takes a code apart.
  init(_ code: String) {
    words = code.split { $0 == " " || $0 == "\t" || $0 == "\n" }
    name = words.first?.uppercased() ?? ""
    if words.count > 1, !words[1].hasPrefix("\\") {
      argument = words[1].filter { $0 != "\"" && $0 != "“" && $0 != "”" }
    }
  }

  /// Whether the field prints the number of the page.
  var isPageNumber: Bool { name == "PAGE" }

  /// Whether the field numbers its paragraph (17.16.5.5 to 17.16.5.7).
  var isAutomaticNumber: Bool { ["AUTONUM", "AUTONUMLGL", "AUTONUMOUT"].contains(name) }

  /// The format behind `\*`, such as `roman` or `ROMAN`; decimal where there is none.
  var numberFormat: NumberFormat {
    for (word, next) in zip(words, words.dropFirst()) where word == "\\*" {
      switch next {
      case "roman": return .lowerRoman
      case "ROMAN", "Roman": return .upperRoman
      case "alphabetic": return .lowerLetter
      case "ALPHABETIC", "Alphabetic": return .upperLetter
      default: break
      }
    }
    return .decimal
  }

  /// Whether it has a switch, such as `\e`.
  func has(_ letter: Character) -> Bool { words.contains { $0.lowercased() == "\\\(letter)" } }

  /// The number behind a switch, such as 2 behind `\l`.
  func number(of letter: Character) -> Int? { word(behind: letter).flatMap { Int($0) } }

  /// The word behind a switch, or in one word with it.
  func word(behind letter: Character) -> Substring? {
    for (index, word) in words.enumerated() where word.lowercased().hasPrefix("\\\(letter)") {
      if word.count > 2 { return word.dropFirst(2) }
      return words.indices.contains(index + 1) ? words[index + 1] : ""
    }
    return nil
  }
}
