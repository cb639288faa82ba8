internal import ProgrammeModel
internal import VietnameseText

/// Adjacent runs of a paragraph whose fonts say the same of their encoding: what is decoded in one go,
/// because runs split words anywhere.
struct FontGroup {
  /// The text.
  var text: LegacyText

  /// The font of its first run.
  var font: Int?

  /// What the font says.
  var hint: LegacyFont?

  /// Its runs: their numbers, their ends in scalars from the start of the paragraph, and whether they
  /// are drawn in capitals.
  var stretches: [Stretch]

  /// A run of the group.
  struct Stretch {
    var run: Int
    var end: Int
    var isCapital: Bool
  }

  /// Whether it holds letters of Vietnamese that no legacy text can hold.
  var hasUnicodeLetters: Bool {
    text.scalars.contains { $0 > 0xFF && (Vowel($0) != nil || $0 == 0x111 || $0 == 0x110) }
  }

  /// Whether it may hold legacy text: it has letters of Windows-1252 beyond ASCII, and none that legacy
  /// text cannot have, unless the font says otherwise.
  var isLegacyCandidate: Bool {
    var hasLatin = false
    for (scalar, byte) in zip(text.scalars, text.bytes) where scalar >= 0x80 {
      if byte > 0xFF {
        if hint == nil, Vowel(scalar) != nil || scalar == 0x111 || scalar == 0x110 { return false }
      } else if byte >= 0xA1 || scalar >= 0x80 && scalar < 0xA0 {
        hasLatin = true
      }
    }
    return hasLatin
  }

  /// The groups of a paragraph.
  static func groups(of paragraph: SourceParagraph, _ fonts: [LegacyFont?]) -> [FontGroup] {
    let scalars = LegacyText.scalars(of: paragraph.text)
    guard !paragraph.runs.isEmpty else {
      return [
        FontGroup(
          text: LegacyText(scalars), font: nil, hint: nil, stretches: [])
      ]
    }
    var groups: [FontGroup] = []
    var index = 0
    var offset = 0
    var start = 0
    var open: (font: Int?, hint: LegacyFont?, stretches: [Stretch])?
    func close(_ end: Int) {
      guard let group = open, end > start else { return }
      groups.append(
        FontGroup(
          text: LegacyText(Array(scalars[start..<end])), font: group.font, hint: group.hint,
          stretches: group.stretches))
    }
    for (number, run) in paragraph.runs.enumerated() {
      let runStart = index
      // The runs cover the text; the last one takes what is left.
      let end = number == paragraph.runs.count - 1 ? Int.max : run.end
      while index < scalars.count, offset < end {
        offset += utf8Length(scalars[index])
        index += 1
      }
      guard index > runStart else { continue }
      let hint = run.font.flatMap { fonts.indices.contains($0) ? fonts[$0] : nil }
      let stretch = Stretch(run: number, end: index, isCapital: hint?.isCapital ?? false)
      if let group = open, (group.hint == nil) == (hint == nil),
        group.hint?.encoding == hint?.encoding
      {
        open?.stretches.append(stretch)
      } else {
        close(runStart)
        start = runStart
        open = (run.font, hint, [stretch])
      }
    }
    close(index)
    return groups
  }
}
