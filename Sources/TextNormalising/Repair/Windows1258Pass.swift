internal import VietnameseText

/// Windows-1252 that was read as Windows-1258: `tŕnh bày ư kiến, mă hoá` is `trình bày ý kiến, mã hoá`.
///
/// Nine bytes differ between the two, five of them combining marks in Windows-1258. A word is put right
/// where it is no syllable and is one afterwards; `ư` alone, which is a syllable, in a text that has
/// such words.
enum Windows1258Pass {
  /// How many words of a text are put right by it.
  static func repairs(in text: String) -> Int {
    let scalars = composed(text, LegacyText.scalars(of: text))
    var count = 0
    forEachWord(of: scalars) { if repaired(scalars[$0]) != nil { count += 1 } }
    return count
  }

  /// Whether a text has a letter that comes of a mark on a consonant: without one nothing was misread.
  static func isSuspect(_ text: String, _ scalars: [UInt32]) -> Bool {
    composed(text, scalars).contains { isMisreadable($0) && shape($0) == nil }
  }

  private static func composed(_ text: String, _ scalars: [UInt32]) -> [UInt32] {
    scalars.allSatisfy(UnicodePass.isInert)
      ? scalars : text.composed.unicodeScalars.map(\.value)
  }

  /// Rewrites a text of which the words are known to be such.
  static func run(over text: inout Rewriting) {
    let source = text.scalars
    var pass = text.pass()
    forEachWord(of: source) { word in
      guard let good = repaired(source[word]) ?? lone(source[word]) else { return }
      pass.keep(upTo: word.lowerBound)
      pass.replace(word.count, with: good, rule: Rule.as1258)
    }
    text.apply(pass)
  }

  /// Whether a letter is one that differs between the two code pages.
  private static func isMisreadable(_ scalar: UInt32) -> Bool {
    if scalar <= 0xFF { return scalar == 0xD1 || scalar == 0xF1 }
    return shape(scalar) != nil || mark(scalar) != nil || consonant(scalar) != nil
  }

  private static func lone(_ word: ArraySlice<UInt32>) -> [UInt32]? {
    guard word.count == 1, let letter = word.first else { return nil }
    return letter == 0x1B0 ? [0xFD] : letter == 0x1AF ? [0xDD] : nil
  }

  private static func repaired(_ word: ArraySlice<UInt32>) -> [UInt32]? {
    guard word.count <= 12, word.contains(where: isMisreadable), !isSyllable(word) else {
      return nil
    }
    var good: [UInt32] = []
    for scalar in word {
      if let letters = consonant(scalar) {
        good.append(contentsOf: letters)
      } else {
        good.append(mark(scalar) ?? shape(scalar) ?? scalar)
      }
    }
    guard !good.elementsEqual(word), Syllable.isValid(scalars: good) else { return nil }
    return good
  }

  private static func isSyllable(_ word: ArraySlice<UInt32>) -> Bool {
    word.contains { $0 >= 0x300 && $0 < 0x370 }
      ? Syllable.isValid(String(scalars: word).composed) : Syllable.isValid(scalars: word)
  }

  private static func forEachWord(of scalars: [UInt32], _ body: (Range<Int>) -> Void) {
    var index = 0
    func isLetter(_ scalar: UInt32) -> Bool {
      Capital.isLetter(scalar) || scalar >= 0x300 && mark(scalar) != nil
    }
    while index < scalars.count {
      let start = index
      while index < scalars.count, isLetter(scalars[index]) { index += 1 }
      if index > start { body(start..<index) } else { index += 1 }
    }
  }

  private static func shape(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x102: 0xC3
    case 0x103: 0xE3
    case 0x1A0: 0xD5
    case 0x1A1: 0xF5
    case 0x1AF: 0xDD
    case 0x1B0: 0xFD
    default: nil
    }
  }

  private static func mark(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x300: 0xCC
    case 0x309: 0xD2
    case 0x303: 0xDE
    case 0x301: 0xEC
    case 0x323: 0xF2
    default: nil
    }
  }

  private static func consonant(_ scalar: UInt32) -> [UInt32]? {
    switch scalar {
    // Vietnamese letters are none of them.
    case ..<0xD1, 0x102...0x103, 0x110...0x111, 0x1A0...0x1B0, 0x1EA0..<0x1EFA, 0x2000...: nil
    default: consonants[scalar]
    }
  }

  /// Consonants that NFC joined with the mark behind them.
  private static let consonants: [UInt32: [UInt32]] = {
    var table: [UInt32: [UInt32]] = [:]
    for letter in "bcdghklmnprstvxBCDGHKLMNPRSTVX".unicodeScalars {
      for mark: UInt32 in [0x300, 0x309, 0x303, 0x301, 0x323] {
        guard let good = Windows1258Pass.mark(mark) else { continue }
        let joined = String(scalars: [letter.value, mark]).composed.unicodeScalars
        if joined.count == 1, let scalar = joined.first {
          table[scalar.value] = [letter.value, good]
        }
      }
    }
    return table
  }()
}
