/// Where the tone (dấu thanh) of a syllable stands, and where it can stand.
///
/// ```swift
/// TonePlacement.corrected("hòan")   // "hoàn"
/// TonePlacement.corrected("lựơng")  // "lượng"
/// TonePlacement.corrected("hoà")    // nil: right, as hòa is
/// ```
///
/// A vowel with a shape of its own bears the tone (ế, ượ, uộ), in a closed syllable the last one (hoàn), in
/// an open one the first of two and the middle one of three; oa, oe and uy are written both ways. The u of
/// qu and the i of gi belong to the consonant.
public enum TonePlacement {
  /// The word with its tone where it can stand, or `nil` where it stands there or the word is no syllable.
  public static func corrected(_ word: String) -> String? {
    let folded = FoldedText(word)
    guard let (from, to) = misplaced(in: folded, 0..<folded.count) else { return nil }
    let tone = letters[Int(folded.codes[from])] >> 5
    var text = String.UnicodeScalarView()
    for (index, scalar) in word.unicodeScalars.enumerated() {
      guard index == from || index == to else {
        text.append(scalar)
        continue
      }
      let letter = Int(letters[Int(folded.codes[index])] & 31)
      let row = Array(SyllableLetter.alphabet[letter - 1].unicodeScalars)
      let small = row[index == to ? Int(tone) : 0]
      text.append(
        folded.capitals[index]
          ? small.properties.uppercaseMapping.unicodeScalars.first ?? small : small)
    }
    return String(text)
  }

  /// The letters of a word of a text that bears its tone and that should bear it, or `nil` where they are
  /// the same, or where the word would be no syllable wherever its tone stood.
  public static func misplaced(in text: FoldedText, _ word: Range<Int>) -> (from: Int, to: Int)? {
    guard word.count >= 2, word.count <= 7 else { return nil }
    var toned = -1
    for index in word where letters[Int(text.codes[index])] >> 5 != 0 {
      guard toned < 0 else { return nil }
      toned = index
    }
    // A tone between consonants stands right: most words are done here.
    func isVowel(_ index: Int) -> Bool {
      word.contains(index) && vowels >> UInt32(letters[Int(text.codes[index])] & 31) & 1 != 0
    }
    guard toned >= 0, isVowel(toned - 1) || isVowel(toned + 1) else { return nil }
    let codes = word.map { letters[Int(text.codes[$0])] }
    guard !codes.contains(0), Syllable.isValid(codes[...]) else { return nil }
    let allowed = places(codes)
    let place = toned - word.lowerBound
    guard !allowed.isEmpty, !allowed.contains(place) else { return nil }
    return (toned, word.lowerBound + allowed.lowerBound)
  }

  /// The letters of a syllable that may bear its tone.
  private static func places(_ codes: [UInt8]) -> Range<Int> {
    func isVowel(_ index: Int) -> Bool {
      index < codes.count && vowels >> UInt32(codes[index] & 31) & 1 != 0
    }
    var start = codes.indices.first(where: isVowel) ?? codes.count
    if start > 0, isVowel(start + 1) {
      let consonant = codes[start - 1] & 31
      let vowel = codes[start] & 31
      if consonant == Letter.q && vowel == Letter.u || consonant == Letter.g && vowel == Letter.i {
        start += 1
      }
    }
    var end = start
    while isVowel(end) { end += 1 }
    let run = start..<end
    if let shaped = run.last(where: {
      [Letter.ă, Letter.â, Letter.ê, Letter.ô, Letter.ơ].contains(codes[$0] & 31)
    })
      ?? run.first(where: { codes[$0] & 31 == Letter.ư })
    {
      return shaped..<shaped + 1
    }
    if end < codes.count { return end - 1..<end }
    if run.count == 3 { return start + 1..<start + 2 }
    if run.count == 2 {
      let pair = (codes[start] & 31, codes[start + 1] & 31)
      let isEither =
        pair.0 == Letter.o && (pair.1 == Letter.a || pair.1 == Letter.e)
        || pair.0 == Letter.u && pair.1 == Letter.y
      return isEither ? run : start..<start + 1
    }
    return run
  }

  /// The letters that the rules name, as `SyllableLetter.code` counts them.
  private enum Letter {
    static let a: UInt8 = 1
    static let ă: UInt8 = 2
    static let â: UInt8 = 3
    static let e: UInt8 = 8
    static let ê: UInt8 = 9
    static let g: UInt8 = 10
    static let i: UInt8 = 12
    static let o: UInt8 = 17
    static let ô: UInt8 = 18
    static let ơ: UInt8 = 19
    static let q: UInt8 = 21
    static let u: UInt8 = 25
    static let ư: UInt8 = 26
    static let y: UInt8 = 29
  }

  /// The vowels, one bit a letter.
  private static let vowels: UInt32 = [
    Letter.a, Letter.ă, Letter.â, Letter.e, Letter.ê, Letter.i, Letter.o, Letter.ô, Letter.ơ,
    Letter.u, Letter.ư, Letter.y,
  ].reduce(0) { $0 | 1 << UInt32($1) }

  /// For every folded byte the letter and tone of `SyllableLetter.code`, 0 for what is no letter.
  private static let letters: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    for code in UInt32(0x61)...0x7A { table[Int(code)] = SyllableLetter.of(code)?.code ?? 0 }
    for (index, scalar) in Code.letters.enumerated() {
      table[Int(Code.firstLetter) + index] = SyllableLetter.of(scalar)?.code ?? 0
    }
    return table
  }()
}
