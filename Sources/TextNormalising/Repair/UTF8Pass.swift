internal import VietnameseText

/// The pass that decodes UTF-8 whose bytes were taken for single letters.
///
/// It stands in files with a few broken bytes, and in those read as Windows-1252 and saved.
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
    var index = 0
    while index < text.scalars.count {
      if let (scalar, length) = UTF8Pass.sequence(text, at: index) {
        letters.append((scalar, length))
        sequences += 1
        index += length
      } else {
        letters.append((text.scalars[index], 1))
        if text.scalars[index] >= 0x80 { strays += 1 }
        index += 1
      }
    }
  }

  /// Whether a text has any sequence.
  static func hasSequences(_ text: LegacyText) -> Bool {
    text.bytes.indices.contains { text.bytes[$0] >= 0xC2 && sequence(text, at: $0) != nil }
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
  private static func sequence(_ text: LegacyText, at index: Int) -> (UInt32, Int)? {
    let lead = text.bytes[index]
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, lead <= 0xFF, index + length <= text.bytes.count else { return nil }
    var scalar = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for place in (index + 1)..<(index + length) {
      guard text.bytes[place] & 0xFFC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(text.bytes[place] & 0x3F)
    }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard scalar >= least, Unicode.Scalar(scalar) != nil else { return nil }
    return (scalar, length)
  }
}
