internal import VietnameseText

/// The pass that makes capitals of the small accented letters among capitals: TCVN3 has no capitals with a
/// tone, so `CéNG HOµ` reads `CộNG HOà`.
///
/// A word is raised where two of its letters are capitals of ASCII and none is small; a word with one,
/// such as `Bộ`, only among words of capitals. `của Bộ trưởng` stays.
enum CasePass {
  /// Rewrites a text that was decoded.
  static func run(over text: inout Rewriting) {
    let source = text.scalars
    var pass = text.pass()
    for word in raised(among: words(of: source)) {
      pass.keep(upTo: word.lowerBound)
      let start = pass.position
      while pass.position < word.upperBound {
        pass.put(Capital.of(source[pass.position]), for: 1)
      }
      pass.record(Rule.caseRepair, from: start)
    }
    text.apply(pass)
  }

  /// Whether a word of a text is to be raised.
  static func hasWork(in text: [UInt8]) -> Bool {
    guard hasCapitalInside(text) else { return false }
    let words = words(of: scalars(of: text))
    return words.contains { $0.kind == .broken || $0.kind == .doubtful }
      && words.contains { $0.isInCapitals } && !raised(among: words).isEmpty
  }

  /// Whether a capital stands behind another letter, as in every word of capitals; where none does, one
  /// look at the bytes has told that there is nothing to raise.
  private static func hasCapitalInside(_ text: [UInt8]) -> Bool {
    var isInside = false
    for index in text.indices {
      let byte = text[index]
      if byte < 0x80 {
        let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
        if isInside, isLetter, byte & 0x20 == 0 { return true }
        isInside = isLetter
      } else if byte >= 0xC0 {
        if isInside, mayBeCapital(text, index) { return true }
        isInside = byte != 0xE2
      }
    }
    return false
  }

  /// Whether the letter of several bytes may be a capital: those of Vietnamese end in an even byte, but for
  /// those after C3, and for Ư, which is odd where ư is even.
  private static func mayBeCapital(_ text: [UInt8], _ index: Int) -> Bool {
    let second = index + 1 < text.count ? text[index + 1] : 0
    switch text[index] {
    case 0xC3: return second < 0x9F
    case 0xC4, 0xC5: return second & 1 == 0
    case 0xC6: return second == 0xAF || second & 1 == 0 && second != 0xB0
    case 0xE1: return index + 2 >= text.count || text[index + 2] & 1 == 0
    default: return text[index] != 0xE2
    }
  }

  /// The scalars of well-formed UTF-8.
  private static func scalars(of text: [UInt8]) -> [UInt32] {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(text.count)
    for byte in text {
      if byte & 0xC0 == 0x80, let last = scalars.last {
        scalars[scalars.count - 1] = last << 6 | UInt32(byte & 0x3F)
      } else {
        scalars.append(
          UInt32(byte) & (byte < 0x80 ? 0x7F : byte < 0xE0 ? 0x1F : byte < 0xF0 ? 0x0F : 0x07))
      }
    }
    return scalars
  }

  /// The words that are to be raised.
  private static func raised(among words: [Word]) -> [Range<Int>] {
    let capitals = words.count { $0.isInCapitals }
    var raised: [Range<Int>] = []
    // The nearest word before that says something, and whether it is in capitals.
    var before: Bool?
    for (index, word) in words.enumerated() {
      let raises: Bool
      var isTransparent = word.kind == .short
      switch word.kind {
      case .broken: raises = true
      case .doubtful:
        // Among a majority of capitals several such words may stand side by side: `CHUNG Về Hệ THỐNG`.
        let isMostly = words.count > 2 && capitals * 2 >= words.count
        let after = words[(index + 1)...].prefix(6)
          .first { $0.kind != .short && !(isMostly && $0.kind == .doubtful) }?.isInCapitals
        raises =
          before == true && after == true || isMostly && (before ?? true) && (after ?? true)
        if isMostly { isTransparent = true }
      default: raises = false
      }
      if !isTransparent { before = word.isInCapitals }
      if raises { raised.append(word.range) }
    }
    return raised
  }

  private enum Kind {
    /// All capitals, two or more.
    case capital
    /// Capitals of ASCII, two or more, and small accented letters.
    case broken
    /// One capital of ASCII and small accented letters, or these alone.
    case doubtful
    /// One plain letter or a part of a symbol, which say nothing.
    case short
    /// Anything else.
    case other
  }

  private struct Word {
    var range: Range<Int>
    var kind: Kind

    var isInCapitals: Bool { kind == .broken || kind == .capital }
  }

  private static func words(of scalars: [UInt32]) -> [Word] {
    var words: [Word] = []
    var index = 0
    while index < scalars.count {
      guard Capital.isLetter(scalars[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < scalars.count, Capital.isLetter(scalars[index]) { index += 1 }
      var kind = kind(of: scalars[start..<index])
      // The letters of a symbol, `35/KH-UB`, are capitals in any text.
      if kind == .capital, isJoint(scalars, at: start - 1) || isJoint(scalars, at: index) {
        kind = .short
      }
      words.append(Word(range: start..<index, kind: kind))
    }
    return words
  }

  /// Whether a slash or hyphen stands at the place, or a digit.
  private static func isJoint(_ scalars: [UInt32], at index: Int) -> Bool {
    guard scalars.indices.contains(index) else { return false }
    let scalar = scalars[index]
    return scalar == 0x2F || scalar == 0x2D || scalar == 0x2011 || scalar &- 0x30 < 10
  }

  private static func kind(of word: ArraySlice<UInt32>) -> Kind {
    var capitals = 0
    var asciiCapitals = 0
    var small = 0
    for scalar in word {
      if Capital.of(scalar) == scalar {
        capitals += 1
        if scalar < 0x80 { asciiCapitals += 1 }
      } else if scalar < 0x80 {
        return .other
      } else {
        small += 1
      }
    }
    if small == 0 { return capitals > 1 ? .capital : .short }
    if asciiCapitals > 1 { return .broken }
    return .doubtful
  }
}
