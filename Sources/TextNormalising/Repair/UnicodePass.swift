internal import VietnameseText

/// The pass after which a text is in NFC, with one kind of space and no foreign letter inside a word.
struct UnicodePass {
  /// The symbol font of the run that holds the scalar at an index, or `nil`.
  var symbolFont: (Int) -> SymbolFont? = { _ in nil }

  /// Whether 85 is the ellipsis of Windows-1252: in files of bytes, not in Unicode, where it is a line break.
  var is85Ellipsis = false

  /// What the reader of the document is told.
  var remarks = Remarks()

  /// The counts of what is reported.
  struct Remarks {
    /// Letters with two tones or two shapes.
    var doubleMarks = 0
    /// Private-use characters of no known font.
    var privateUse = 0
    /// Control characters that were taken away.
    var controls = 0
  }

  /// Rewrites a text.
  mutating func run(over text: inout Rewriting) {
    var pass = text.pass()
    var isWordSeen = 0
    while true {
      pass.keep(upTo: UnicodePass.run(of: pass, where: UnicodePass.stays))
      guard let scalar = pass.current else { break }
      if pass.position >= isWordSeen, UnicodePass.standsInWords(scalar) {
        isWordSeen = rewriteWord(&pass)
        continue
      }
      rewrite(scalar, &pass)
    }
    text.apply(pass)
    compose(&text)
  }

  /// Whether a scalar stays whatever stands beside it: ASCII, and letters that are of Vietnamese alone.
  private static func stays(_ scalar: UInt32) -> Bool {
    scalar < 0x7F && scalar >= 0x20 || scalar == 0x0A || scalar == 0x09
      || scalar >= 0x100 && scalar < 0x180 || scalar &- 0x1EA0 < 0x5A
      || scalar &- 0x1A0 <= 0x10 && scalar &- 0x1A2 > 1
  }

  // MARK: Words

  /// Whether a scalar is judged by the word it stands in.
  private static func standsInWords(_ scalar: UInt32) -> Bool {
    scalar == 0xD0 || scalar == 0xF0 || scalar == 0x189 || scalar == 0x256
      || LookAlike.latin(scalar) != nil || LookAlike.hornedU(scalar) != nil
  }

  /// Rewrites a word with letters that look like others; returns where the word ends.
  private func rewriteWord(_ pass: inout Rewriting.Pass) -> Int {
    let source = pass.source
    var start = pass.position
    while start > 0, UnicodePass.isLetter(source[start - 1]) { start -= 1 }
    var end = pass.position
    while end < source.count, UnicodePass.isLetter(source[end]) { end += 1 }
    let word = source[start..<end]
    // A run of letters without end is no word.
    guard word.count <= 64 else {
      pass.keep(upTo: end)
      return end
    }
    let isLatin =
      word.contains { $0 < 0x250 || $0 >= 0x1E00 && $0 < 0x1F00 }
      || UnicodePass.isMarker(source, start..<end)
    let isD = UnicodePass.isVietnameseWithD(word)
    let isU = UnicodePass.isVietnameseWithHornedU(word)
    while pass.position < end {
      let scalar = source[pass.position]
      switch scalar {
      case 0xD0, 0x189: isD ? pass.replace(1, with: [0x110], rule: Rule.letterD) : pass.keep()
      case 0xF0, 0x256: isD ? pass.replace(1, with: [0x111], rule: Rule.letterD) : pass.keep()
      default:
        if isLatin, let latin = LookAlike.latin(scalar) {
          pass.replace(1, with: [latin], rule: Rule.lookAlike)
        } else if isU, let letter = LookAlike.hornedU(scalar) {
          pass.replace(1, with: [letter], rule: Rule.lookAlike)
        } else {
          pass.keep()
        }
      }
    }
    return end
  }

  /// Whether a word with Ð or ð is Vietnamese once it has Đ or đ: a syllable, or capitals such as `HÐND`.
  private static func isVietnameseWithD(_ word: ArraySlice<UInt32>) -> Bool {
    guard word.contains(where: { [0xD0, 0xF0, 0x189, 0x256].contains($0) }) else { return false }
    let text = String(
      scalars: word.map {
        [0xD0, 0x189].contains($0) ? 0x110 : [0xF0, 0x256].contains($0) ? 0x111 : $0
      }
    ).composed
    if Syllable.isValid(text) { return true }
    return text.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A || $0 == 0xC4 || $0 == 0x90 }
  }

  /// Whether a word with Ƣ or ƣ is Vietnamese once it has Ư or ư.
  private static func isVietnameseWithHornedU(_ word: ArraySlice<UInt32>) -> Bool {
    guard word.contains(where: { LookAlike.hornedU($0) != nil }) else { return false }
    let text = String(scalars: word.map { LookAlike.hornedU($0) ?? $0 }).composed
    return Syllable.isValid(text) || Syllable.isValid(text.lowercased())
  }

  /// Whether a word of Greek or Cyrillic letters is a marker: a Roman number or one letter at the start of a
  /// line, or a Roman number behind the one word that opens it, with a mark behind it and no word of that
  /// alphabet after it.
  private static func isMarker(_ source: [UInt32], _ word: Range<Int>) -> Bool {
    let latin = source[word].map { LookAlike.latin($0) ?? 0 }
    let isRoman = latin.allSatisfy { "IVXLCDM".utf8.contains(UInt8(truncatingIfNeeded: $0)) }
    guard word.count <= 8, isRoman || word.count == 1 && latin[0] != 0 else { return false }
    var start = word.lowerBound
    while start > 0, isBlank(source[start - 1]) { start -= 1 }
    if start > 0, source[start - 1] != 0x0A {
      guard isRoman, start < word.lowerBound else { return false }
      let end = start
      while start > 0, end - start < 12, isLetter(source[start - 1]) { start -= 1 }
      guard start < end, LookAlike.latin(source[start]) == nil,
        start == 0 || source[start - 1] == 0x0A
      else { return false }
    }
    let marks: [UInt32] = [0x2E, 0x29, 0x2F, 0x3A, 0x2D]
    var next = word.upperBound
    guard next < source.count, marks.contains(source[next]) else { return false }
    next += 1
    while next < source.count, isBlank(source[next]) { next += 1 }
    return next == source.count
      || LookAlike.latin(source[next]) == nil
        && !(0x370..<0x530).contains(source[next])
  }

  private static func isBlank(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar == 0x09 || scalar == 0xA0
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar | 0x20 >= 0x61 && scalar | 0x20 <= 0x7A }
    return scalar >= 0xC0 && scalar < 0x530 && scalar != 0xD7 && scalar != 0xF7
      || scalar >= 0x1E00 && scalar < 0x2000
  }

  // MARK: Single characters

  /// Rewrites the scalar at the place and those like it behind it, which are one change however many they are.
  private mutating func rewrite(_ scalar: UInt32, _ pass: inout Rewriting.Pass) {
    switch scalar {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
      // Files that come from RTF pad with runs of U+2006: one blank stands for all.
      let isPadding = scalar >= 0x2000 && scalar <= 0x200A
      let count = UnicodePass.run(of: pass) { $0 == scalar } - pass.position
      pass.replace(
        count, with: repeatElement(0x20, count: isPadding ? 1 : count), rule: Rule.space)
    case 0x85 where is85Ellipsis:
      replaceRun(of: scalar, with: 0x2026, rule: Rule.windows1252, &pass)
    case 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029:
      replaceRun(of: scalar, with: 0x0A, rule: Rule.lineBreak, &pass)
    case 0xAD where UnicodePass.isDash(pass):
      pass.replace(1, with: [0x2D], rule: Rule.lookAlike)
    case 0x2160...0x217F:
      pass.replace(1, with: LookAlike.romanNumber(scalar) ?? [], rule: Rule.lookAlike)
    case 0xAD, 0x200B, 0x2060, 0xFEFF:
      let count = UnicodePass.run(of: pass, where: UnicodePass.isInvisible) - pass.position
      pass.replace(count, with: [], rule: Rule.invisible)
    case 0x200C, 0x200D:
      // They join the letters of other scripts and pictures; among Latin letters they are litter.
      let before = pass.position > 0 ? pass.source[pass.position - 1] : 0
      if before >= 0x590 && !(0x1E00..<0x2000).contains(before) { return pass.keep() }
      pass.replace(1, with: [], rule: Rule.invisible)
    case 0x80..<0xA0 where WindowsCodePage.scalar(of: UInt8(scalar)) != scalar:
      let letter = WindowsCodePage.scalar(of: UInt8(scalar))
      replaceRun(of: scalar, with: letter, rule: Rule.windows1252, &pass)
    case 0..<0x20, 0x7F..<0xA0:
      let count = UnicodePass.run(of: pass) { $0 == scalar } - pass.position
      remarks.controls += count
      pass.replace(count, with: [], rule: Rule.control)
    case 0xF020...0xF0FF:
      if let sign = Unicode.Scalar(scalar), let font = symbolFont(pass.position),
        let drawing = font.scalar(for: sign)
      {
        pass.replace(1, with: [drawing.value], rule: Rule.symbolFont)
      } else if let bullet = UnicodePass.bullet(pass) {
        pass.replace(1, with: [bullet], rule: Rule.symbolFont)
      } else {
        remarks.privateUse += 1
        pass.keep()
      }
    case 0xA1...0xFF:
      if let sign = Unicode.Scalar(scalar), let font = symbolFont(pass.position),
        let drawing = font.scalar(for: sign)
      {
        pass.replace(1, with: [drawing.value], rule: Rule.symbolFont)
      } else {
        pass.keep()
      }
    case 0xFB00...0xFB06:
      pass.replace(
        1, with: UnicodePass.ligatures[Int(scalar - 0xFB00)].unicodeScalars.map(\.value),
        rule: Rule.compatibility)
    case 0xFF01...0xFF5E:
      // A word of wide letters is one change.
      let end = UnicodePass.run(of: pass) { $0 >= 0xFF01 && $0 <= 0xFF5E }
      let letters = pass.source[pass.position..<end].map { $0 - 0xFEE0 }
      pass.replace(letters.count, with: letters, rule: Rule.compatibility)
    default: pass.keep()
    }
  }

  /// Writes a scalar in the place of each of a run of another.
  private func replaceRun(
    of scalar: UInt32, with other: UInt32, rule: Rule, _ pass: inout Rewriting.Pass
  ) {
    let count = UnicodePass.run(of: pass) { $0 == scalar } - pass.position
    pass.replace(count, with: repeatElement(other, count: count), rule: rule)
  }

  /// Whether a soft hyphen is the dash of an item: it opens a line and stands before a blank.
  private static func isDash(_ pass: Rewriting.Pass) -> Bool {
    let source = pass.source
    guard pass.position + 1 < source.count, isBlank(source[pass.position + 1]) else { return false }
    var before = pass.position
    while before > 0, isBlank(source[before - 1]) { before -= 1 }
    return before == 0 || source[before - 1] == 0x0A
  }

  private static func isInvisible(_ scalar: UInt32) -> Bool {
    scalar == 0xAD || scalar == 0x200B || scalar == 0x2060 || scalar == 0xFEFF
  }

  /// The bullet of a list that Word saved as text without its font: a code that opens a line, before a blank.
  ///
  /// F0B7 and F02D come from Symbol; any other is a picture of Wingdings.
  private static func bullet(_ pass: Rewriting.Pass) -> UInt32? {
    let source = pass.source
    guard pass.position + 1 < source.count, [0x09, 0x20, 0xA0].contains(source[pass.position + 1])
    else { return nil }
    var before = pass.position
    while before > 0, source[before - 1] == 0x20 || source[before - 1] == 0x09 { before -= 1 }
    guard before == 0 || source[before - 1] == 0x0A,
      let code = Unicode.Scalar(source[pass.position])
    else { return nil }
    let font: SymbolFont = [0xF0B7, 0xF02D].contains(code.value) ? .symbol : .wingdings
    return font.scalar(for: code)?.value
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  private static func run(of pass: Rewriting.Pass, where matches: (UInt32) -> Bool) -> Int {
    var end = pass.position
    while end < pass.source.count, matches(pass.source[end]) { end += 1 }
    return end
  }
}
