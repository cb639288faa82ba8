internal import VietnameseText

/// The pass that decodes stretches of legacy text, word by word.
struct LegacyPass {
  /// A stretch of a paragraph in one encoding.
  struct Stretch {
    /// Its end, in scalars.
    var end: Int
    /// The encoding, or `nil` where the text is Unicode.
    var encoding: LegacyEncoding?
  }

  /// Letters that the encoding does not have.
  private(set) var strangers = 0

  /// Counts letters of a text that was decoded elsewhere.
  mutating func add(strangers count: Int) { strangers += count }

  /// Rewrites a text, whose stretches cover it; `capitals` are the ranges whose small letters are drawn
  /// as capitals.
  mutating func run(
    over text: inout Rewriting, stretches: [Stretch], capitals: [Range<Int>] = []
  ) {
    let bytes = LegacyText(text.scalars)
    var pass = text.pass()
    bytes.withLetters { letters in
      for stretch in stretches {
        let end = min(stretch.end, letters.count)
        if let encoding = stretch.encoding {
          decode(&pass, letters, upTo: end, as: encoding)
        } else {
          pass.keep(upTo: end)
        }
      }
    }
    pass.keepRest()
    let raised = capitals.map { Int(pass.moved[$0.lowerBound])..<Int(pass.moved[$0.upperBound]) }
    text.apply(pass)
    raise(raised, in: &text)
  }

  // MARK: Decoding

  private mutating func decode(
    _ pass: inout Rewriting.Pass, _ text: LegacyLetters, upTo end: Int, as encoding: LegacyEncoding
  ) {
    let table = DecodingTable(encoding)
    while pass.position < end {
      if text.scalar(at: pass.position) <= 0x20 {
        pass.keep()
        continue
      }
      var wordEnd = pass.position + 1
      while wordEnd < end, text.scalar(at: wordEnd) > 0x20 { wordEnd += 1 }
      let start = pass.position
      if LegacyPass.isUnicode(text, start..<wordEnd) {
        pass.keep(upTo: wordEnd)
        continue
      }
      let rule = decodeWord(&pass, text, start..<wordEnd, table)
      pass.record(rule, from: start)
    }
  }

  /// Whether a word holds a letter that no legacy text can hold: it is no legacy word.
  static func isUnicode(_ text: LegacyLetters, _ word: Range<Int>) -> Bool {
    word.contains { text.byte(at: $0) > 0xFF && Vowel(text.scalar(at: $0)) != nil }
  }

  /// Decodes one word and returns the rule.
  private mutating func decodeWord(
    _ pass: inout Rewriting.Pass, _ text: LegacyLetters, _ word: Range<Int>, _ table: DecodingTable
  ) -> Rule {
    var table = table
    if let other = table.better(for: text, in: word) { table = other }
    while pass.position < word.upperBound {
      let index = pass.position
      let unit = table.unit(in: text, at: index, word: word)
      if unit.isStranger { strangers += 1 }
      pass.put(unit.scalar, unit.sign, for: unit.length)
    }
    return .decoding(table.encoding)
  }

  // MARK: Capital fonts

  /// Draws small letters as capitals, as the font does.
  private func raise(_ ranges: [Range<Int>], in text: inout Rewriting) {
    guard !ranges.isEmpty else { return }
    var pass = text.pass()
    for range in ranges {
      pass.keep(upTo: range.lowerBound)
      while pass.position < range.upperBound {
        let start = pass.position
        if pass.source[start] <= 0x20 {
          pass.keep()
          continue
        }
        while pass.position < range.upperBound, pass.source[pass.position] > 0x20 {
          pass.put(Capital.of(pass.source[pass.position]), for: 1)
        }
        pass.record(Rule.capitalFont, from: start)
      }
    }
    text.apply(pass)
  }
}

/// Capital letters of the Latin alphabet.
enum Capital {
  /// The capital of a letter; every other scalar stays.
  static func of(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x61...0x7A: scalar - 0x20
    case ..<0xE0: scalar
    case 0xE0...0xFE: scalar == 0xF7 ? scalar : scalar - 0x20
    case 0x100..<0x130, 0x168..<0x178, 0x1A0..<0x1A6, 0x1EA0..<0x1EFA: scalar & ~1
    case 0x1B0: 0x1AF
    default: scalar
    }
  }

  /// Whether the scalar is a capital letter.
  static func isCapital(_ scalar: UInt32) -> Bool { isLetter(scalar) && of(scalar) == scalar }

  /// Whether the scalar is a letter of the Latin alphabet, accented or not.
  static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar | 0x20 >= 0x61 && scalar | 0x20 <= 0x7A }
    return scalar >= 0xC0 && scalar < 0x250 && scalar != 0xD7 && scalar != 0xF7
      || scalar >= 0x1E00 && scalar < 0x1F00
  }
}
