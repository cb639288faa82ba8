internal import VietnameseText

/// UTF-8 that stands as single bytes: in a file with a few broken bytes, or read as Windows-1252 and saved.
///
/// `Ä‘Æ°á»£c` is `được`, byte by byte.
struct UTF8Pass {
  /// The text with its sequences decoded, beside the number of scalars each letter takes.
  private var letters: [(scalar: UInt32, length: Int)] = []

  /// How many sequences there are.
  private(set) var sequences = 0

  /// How many bytes from 80 on are in none.
  private(set) var strays = 0

  /// Finds the sequences of a text.
  init(_ text: LegacyText) {
    letters.reserveCapacity(text.bytes.count)
    text.withLetters { text in
      var index = 0
      while index < text.count {
        if let (scalar, length) = UTF8Pass.sequence(text, at: index) {
          letters.append((scalar, length))
          sequences += 1
          index += length
        } else {
          letters.append((text.scalar(at: index), 1))
          if text.scalar(at: index) >= 0x80 { strays += 1 }
          index += 1
        }
      }
    }
  }

  /// Whether a text has any sequence.
  static func hasSequences(_ text: LegacyLetters) -> Bool {
    (0..<text.count).contains { text.byte(at: $0) >= 0xC2 && sequence(text, at: $0) != nil }
  }

  /// The decoded text.
  var decoded: LegacyText { LegacyText(letters.map(\.scalar)) }

  /// Whether the decoded text is Vietnamese and the text as it stands is not.
  func isBetter(than text: LegacyText) -> Bool {
    guard sequences > 0 else { return false }
    let before = EncodingEvidence(of: text, as: nil)
    let after = EncodingEvidence(of: decoded, as: nil)
    return after.valid > after.invalid && after.valid >= before.valid
      && after.score >= before.score + 0.1
  }

  /// Rewrites a text, word by word.
  func run(over text: inout Rewriting, rule: Rule) {
    guard sequences > 0 else { return }
    var pass = text.pass()
    var start: Int?
    for letter in letters {
      if letter.length == 1, letter.scalar <= 0x20 {
        if let begun = start { pass.record(rule, from: begun) }
        start = nil
        pass.keep()
        continue
      }
      if start == nil { start = pass.position }
      pass.put(letter.scalar, for: letter.length)
    }
    if let begun = start { pass.record(rule, from: begun) }
    text.apply(pass)
  }

  /// The scalar of a well-formed sequence of two bytes or more, and its length.
  private static func sequence(_ text: LegacyLetters, at index: Int) -> (UInt32, Int)? {
    let lead = text.byte(at: index)
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, lead <= 0xFF, index + length <= text.count else { return nil }
    var scalar = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for place in (index + 1)..<(index + length) {
      guard text.byte(at: place) & 0xFFC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(text.byte(at: place) & 0x3F)
    }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard scalar >= least, Unicode.Scalar(scalar) != nil else { return nil }
    return (scalar, length)
  }
}

/// Windows-1252 that was read as Windows-1258: `tŕnh bày ư kiến, mă hoá` is `trình bày ý kiến, mã hoá`.
///
/// Nine bytes differ between the two, five of them combining marks in Windows-1258. A word is put right
/// where it is no syllable and is one afterwards; `ư` alone, which is a syllable, in a text that has
/// such words.
enum Windows1258Pass {
  /// What was found in a text.
  struct Finding: BitwiseCopyable {
    /// How many words are put right by it.
    var repairs = 0
    /// Whether a letter stands there that comes of a mark on a consonant: without one in the paragraph
    /// nothing was misread.
    var isSuspect = false
  }

  /// How many words of a text are put right by it.
  static func repairs(in text: String) -> Int {
    guard mayHoldMarks(text) else { return 0 }
    let finding = look(at: text)
    return finding.isSuspect ? finding.repairs : 0
  }

  /// Looks at a word in UTF-8.
  static func look(at word: UnsafeBufferPointer<UInt8>) -> Finding {
    // The letters of Windows-1252 are no others, but for Ñ and ñ, nor are the signs of U+2000 to U+203F.
    let isPlain = word.indices.allSatisfy { index in
      switch unsafe word[index] {
      case ..<0xC0, 0xC2: true
      case 0xC3: unsafe word[index + 1] & 0xDF != 0x91
      case 0xE2: unsafe word[index + 1] == 0x80
      default: false
      }
    }
    return isPlain ? Finding() : unsafe look(at: String(decoding: word, as: UTF8.self))
  }

  /// Looks at a text or at a word of it.
  static func look(at text: String) -> Finding {
    var finding = Finding()
    var scalars = LegacyText.scalars(of: text)
    if !scalars.allSatisfy(UnicodePass.isInert) {
      scalars = text.composed.unicodeScalars.map(\.value)
    }
    finding.isSuspect = isSuspect(scalars)
    forEachWord(of: scalars) { if repaired(scalars[$0]) != nil { finding.repairs += 1 } }
    return finding
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

  /// Whether the text has a mark of its own, or a consonant that may be joined with one: without
  /// either nothing was misread, and most texts are told by one look at their bytes.
  private static func mayHoldMarks(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      switch last {
      case 0xC3: if byte == 0x91 || byte == 0xB1 { return true }
      case 0xC4: if ![0x82, 0x83, 0x90, 0x91, 0xA8, 0xA9].contains(byte) { return true }
      case 0xC5: if byte != 0xA8 && byte != 0xA9 { return true }
      case 0xE1: if byte < 0xBA { return true }
      case 0xC7...0xCF: return true
      default: break
      }
      last = byte
    }
    return false
  }

  /// Whether a letter stands here that comes of a mark on a consonant.
  private static func isSuspect(_ scalars: [UInt32]) -> Bool {
    scalars.contains { isMisreadable($0) && shape($0) == nil }
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
