internal import VietnameseText

/// Taking names out of the words of a letterhead.
extension MetadataReader {
  /// The name in words of a letterhead, rules between and around it left out, or `nil`.
  static func name(of words: String) -> String? {
    let pieces = squeezed(words).split(separator: " ").filter { !isRule($0) }
    let name = withoutMarks(pieces.joined(separator: " "))
    return name.unicodeScalars.contains { $0.properties.isAlphabetic } ? name : nil
  }

  /// Whether a piece between blanks is a rule such as `-----`, `*` or `==&==`.
  private static func isRule(_ piece: Substring) -> Bool {
    guard !piece.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else {
      return false
    }
    // Dots are the room for a name: `ĐẢNG BỘ PHƯỜNG ……`.
    if isRoom(piece) { return false }
    return piece == "*"
      || piece.unicodeScalars.count > 2 && !piece.utf8.contains { $0 &- 0x30 < 10 }
  }

  /// Whether a piece holds three dots or an ellipsis, and nothing else.
  private static func isRoom(_ piece: Substring) -> Bool {
    (piece.unicodeScalars.count > 2 || piece.contains("…"))
      && piece.unicodeScalars.allSatisfy { $0 == "." || $0 == "…" }
  }

  /// The words without marks around them, as the colon of `BỘ TÀI CHÍNH:`.
  private static func withoutMarks(_ words: String) -> String {
    let cursor = LineCursor(words)
    let isKept = { (code: UInt8) in
      Code.isWord(code) || code == Code.openingQuote || code == Code.closingQuote
        || code == UInt8(ascii: "(") || code == UInt8(ascii: ")") || code == UInt8(ascii: "\"")
    }
    guard let first = cursor.text.codes.firstIndex(where: isKept),
      let last = cursor.text.codes.lastIndex(where: isKept)
    else { return words }
    let room = words.split(separator: " ").last.map(isRoom) ?? false
    return cursor.words(first..<(room ? cursor.text.count : last + 1))
  }
}
