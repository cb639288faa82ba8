internal import VietnameseText

/// The pass that makes capitals of the small accented letters among capitals: TCVN3 has no capitals with a
/// tone, so `CéNG HOµ` reads `CộNG HOà`.
///
/// A word is raised where two of its letters are capitals of ASCII and none is small; a word with one,
/// such as `Bộ`, only among words of capitals. `của Bộ trưởng` stays.
enum CasePass {
  /// Whether the pass would change a text.
  static func hasWork(on text: String) -> Bool {
    !raised(among: words(of: LegacyText.scalars(of: text))).isEmpty
  }

  /// Raises the small letters among capitals in a text already decoded.
  static func run(over text: inout Rewriting) {
    let source = text.scalars
    var pass = text.pass()
    let words = CasePass.words(of: source)
    for word in raised(among: words) {
      pass.keep(upTo: word.lowerBound)
      let start = pass.position
      while pass.position < word.upperBound {
        pass.put(Capital.of(source[pass.position]), for: 1)
      }
      pass.record(Rule.caseRepair, from: start)
    }
    text.apply(pass)
  }

  /// The traits that the pass needs to have work: a word that may be raised, and a word of capitals.
  static func traits(of scalars: [UInt32]) -> WordTraits {
    var found: WordTraits = []
    forEachWord(of: scalars) { word in
      if word.mayBeRaised { found.insert(.raisable) }
      if word.isInCapitals { found.insert(.capitals) }
    }
    return found
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
    var mayBeRaised: Bool { kind == .broken || kind == .doubtful }
  }

  private static func words(of scalars: [UInt32]) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(scalars.count / 4)
    forEachWord(of: scalars) { words.append($0) }
    return words
  }

  private static func forEachWord(
    of scalars: [UInt32], _ body: (Word) -> Void
  ) {
    var index = 0
    while index < scalars.count {
      guard Capital.isLetter(scalars[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < scalars.count, Capital.isLetter(scalars[index]) { index += 1 }
      var kind = kind(of: scalars, start..<index)
      // The letters of a symbol, `35/KH-UB`, are capitals in any text.
      if kind == .capital, isJoint(scalars, at: start - 1) || isJoint(scalars, at: index) {
        kind = .short
      }
      body(Word(range: start..<index, kind: kind))
    }
  }

  /// Whether a slash or hyphen stands at the place, or a digit.
  private static func isJoint(_ scalars: [UInt32], at index: Int) -> Bool {
    guard scalars.indices.contains(index) else { return false }
    let scalar = scalars[index]
    return scalar == 0x2F || scalar == 0x2D || scalar == 0x2011 || scalar &- 0x30 < 10
  }

  private static func kind(of scalars: [UInt32], _ word: Range<Int>) -> Kind {
    var capitals = 0
    var asciiCapitals = 0
    var small = 0
    for index in word {
      let scalar = scalars[index]
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
