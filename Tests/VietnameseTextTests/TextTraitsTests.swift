import TestSupport
import Testing

@testable import VietnameseText

/// What one look at a text tells, wherever in it the letters stand.
@Suite struct `A look at a text` {
  /// Texts that stay as they are, and what is told of them.
  static let clean: [(String, TextTraits)] = [
    ("", []), ("Ke hoach 2024\tthang 6\n", []), ("Ă", .unicodeLetters), ("ươ", .unicodeLetters),
    ("Ạ", .unicodeLetters), ("ỹ", .unicodeLetters), ("ầ", .unicodeLetters), ("ẁ", .unicodeLetters),
    ("ỿ", .unicodeLetters), ("é", .latinLetters),
    ("ý à", .latinLetters), ("Ũ ũ", []), ("“ ” – … •", []), ("½ § °", .latinLetters),
    ("ƒ", .latinLetters), ("Š", .latinLetters), ("ˆ", .latinLetters),
    ("Đẩy mạnh phát triển", [.unicodeLetters, .latinLetters]),
  ]

  /// Texts that may not stay.
  static let doubtful = [
    "\u{1}", "\u{1F}", "\r", "Ð", "ð", "\u{A0}", "\u{AD}", "µ", "Ɖ", "a\u{301}", "\u{D7}\u{5D0}",
    "Я",
    "\u{1E00}", "\u{1F00}", "\u{2028}", "\u{200B}", "\u{2126}", "Ū", "ŵ", "\u{E000}", "\u{F0B7}",
    "漢",
    "\u{1F600}",
  ]

  /// Every text by itself, and with up to 40 letters in front of it and behind it.
  private func forEachPlace(of text: String, _ body: (String) -> Void) {
    for before in 0...40 {
      for after in [0, 1, 15, 16, 17, 40] {
        body(
          String(repeating: "a", count: before) + text + String(repeating: "b", count: after))
      }
    }
  }

  @Test(arguments: clean)
  func `finds nothing to do`(text: String, traits: TextTraits) {
    forEachPlace(of: text) { placed in
      #expect(placed.traits == traits, "\(placed)")
      #expect(placed.isClean == (traits != .latinLetters))
    }
  }

  @Test(arguments: doubtful)
  func `finds what may not stay`(text: String) {
    forEachPlace(of: text) { placed in
      #expect(placed.traits.contains(.doubtful), "\(placed.debugDescription)")
      #expect(!placed.isClean)
    }
  }

  @Test(arguments: [UInt64](1...20))
  func `counts visible characters as Unicode has them`(seed: UInt64) {
    let alphabet = Array(
      " \t\n\r\u{B}\u{C}\u{1}\u{85}\u{A0}\u{1680}\u{2000}\u{200A}\u{200B}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{3001}\u{9A}\u{1E9A}\u{169A}aăạé½–\u{1F600}xyz"
        .unicodeScalars)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...300, using: &random) {
        text.append(Bool.random(using: &random) ? " " : alphabet.randomElement(using: &random)!)
      }
      let placed = String(text)
      #expect(
        placed.visibleCharacterCount == placed.plainVisibleCharacterCount,
        "seed \(seed): \(placed.debugDescription)")
    }
  }

  @Test(arguments: [UInt64](1...20))
  func `finds what the plain reference finds`(seed: UInt64) {
    let alphabet = Array(
      "\t\n\r\u{1} abcxyzàđĐÐðũŨơưƠẠẻỹ“”–…½§µ\u{A0}\u{AD}\u{2126}\u{301}ƒŠǑЯ漢\u{F0B7}\u{1E00}\u{1F600}"
        .unicodeScalars)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      var text = String.UnicodeScalarView()
      let letters = Int.random(in: 1...alphabet.count, using: &random)
      for _ in 0..<Int.random(in: 0...120, using: &random) {
        text.append(alphabet[Int.random(in: 0..<letters, using: &random)])
      }
      let found = String(text).traits
      #expect(
        found == TextTraits(scalars: text), "seed \(seed): \(String(text).debugDescription)")
    }
  }
}
