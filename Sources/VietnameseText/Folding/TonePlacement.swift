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
    let allowed = places(in: text, word)
    guard !allowed.isEmpty, !allowed.contains(toned) else { return nil }
    let codes = word.map { letters[Int(text.codes[$0])] }
    guard !codes.contains(0), Syllable.isValid(codes[...]) else { return nil }
    return (toned, allowed.lowerBound)
  }

  /// The letters of a syllable that may bear its tone.
  private static func places(in text: FoldedText, _ word: Range<Int>) -> Range<Int> {
    func letter(_ index: Int) -> UInt8 {
      word.contains(index) ? letters[Int(text.codes[index])] & 31 : 0
    }
    func isVowel(_ index: Int) -> Bool { vowels >> UInt32(letter(index)) & 1 != 0 }
    var start = word.lowerBound
    while start < word.upperBound, !isVowel(start) { start += 1 }
    if isVowel(start + 1) {
      let consonant = letter(start - 1)
      let vowel = letter(start)
      if consonant == Letter.q && vowel == Letter.u || consonant == Letter.g && vowel == Letter.i {
        start += 1
      }
    }
    var end = start
    var shaped: Int?
    var horned: Int?
    while isVowel(end) {
      switch letter(end) {
      case Letter.ă, Letter.â, Letter.ê, Letter.ô, Letter.ơ: shaped = end
      case Letter.ư: horned = horned ?? end
      default: break
      }
      end += 1
    }
    if let bearer = shaped ?? horned { return bearer..<bearer + 1 }
    if end < word.upperBound { return end - 1..<end }
    switch end - start {
    case 3: return start + 1..<start + 2
    case 2:
      let isEither =
        letter(start) == Letter.o
        && (letter(start + 1) == Letter.a || letter(start + 1) == Letter.e)
        || letter(start) == Letter.u && letter(start + 1) == Letter.y
      return isEither ? start..<end : start..<start + 1
    default: return start..<end
    }
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
