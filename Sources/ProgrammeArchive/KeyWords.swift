internal import VietnameseText

/// The words of search keys.
enum KeyWords {
  /// The words of the key of a text, without anything that stands between words.
  static func of(_ text: String) -> [Substring] {
    SearchKey.of(text).split { !isPart($0) }
  }

  /// Whether a character is part of a word, as the indexes of the archive split texts.
  static func isPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  /// Whether words stand in a text, one behind the other.
  static func stand(_ words: [Substring], in text: String) -> Bool {
    guard let first = words.first else { return true }
    let all = of(text)
    return all.indices.contains { index in
      all[index] == first && all[index...].starts(with: words)
    }
  }
}
