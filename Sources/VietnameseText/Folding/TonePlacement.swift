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
    guard let letters = WordLetters(text.codes, word) else { return nil }
    let toned = letters.toned
    let allowed = places(in: letters)
    guard !allowed.isEmpty, !allowed.contains(toned), letters.isSyllable else { return nil }
    return (word.lowerBound + toned, word.lowerBound + allowed.lowerBound)
  }

  /// The letters of a syllable that may bear its tone.
  private static func places(in letters: WordLetters) -> Range<Int> {
    var start = 0
    while start < letters.count, !letters.isVowel(start) { start += 1 }
    if letters.isVowel(start + 1) {
      let consonant = letters[start - 1]
      let vowel = letters[start]
      if consonant == Letter.q && vowel == Letter.u || consonant == Letter.g && vowel == Letter.i {
        start += 1
      }
    }
    var end = start
    var shaped: Int?
    var horned: Int?
    while letters.isVowel(end) {
      switch letters[end] {
      case Letter.ă, Letter.â, Letter.ê, Letter.ô, Letter.ơ: shaped = end
      case Letter.ư: horned = horned ?? end
      default: break
      }
      end += 1
    }
    if let bearer = shaped ?? horned { return bearer..<bearer + 1 }
    if end < letters.count { return end - 1..<end }
    switch end - start {
    case 3: return start + 1..<start + 2
    case 2:
      let isEither =
        letters[start] == Letter.o
        && (letters[start + 1] == Letter.a || letters[start + 1] == Letter.e)
        || letters[start] == Letter.u && letters[start + 1] == Letter.y
      return isEither ? start..<end : start..<start + 1
    default: return start..<end
    }
  }

  /// The letters of a word of seven letters at most that has one tone, a byte each of one number.
  private struct WordLetters {
    /// The first letter in the lowest byte, each as `SyllableLetter.code` counts it.
    private var codes: UInt64 = 0
    /// How many letters there are.
    let count: Int
    /// The letter with the tone.
    let toned: Int

    /// Takes a word, or returns `nil` where it has no tone or several, or one that stands right at first
    /// sight: most words have one between consonants, or on the last of their vowels, which has a shape.
    init?(_ text: [UInt8], _ word: Range<Int>) {
      let codes = TonePlacement.letters
      var toned = -1
      for place in word where codes[Int(text[place])] >> 5 != 0 {
        guard toned < 0 else { return nil }
        toned = place
      }
      guard toned >= 0 else { return nil }
      func letter(_ place: Int) -> UInt8 { codes[Int(text[place])] & 31 }
      let isBeforeVowel =
        toned + 1 < word.upperBound && Letter.has(letter(toned + 1), Letter.vowels)
      guard
        isBeforeVowel
          || toned > word.lowerBound && Letter.has(letter(toned - 1), Letter.vowels)
            && !Letter.has(letter(toned), Letter.shaped)
      else { return nil }
      count = word.count
      self.toned = toned - word.lowerBound
      for place in word.reversed() {
        self.codes = self.codes << 8 | UInt64(codes[Int(text[place])])
      }
    }

    /// The letter at a place without its tone, 0 beside the word.
    subscript(place: Int) -> UInt8 {
      place < 0 ? 0 : UInt8(truncatingIfNeeded: codes >> UInt64(8 * place)) & 31
    }

    /// Whether a vowel stands at a place.
    func isVowel(_ place: Int) -> Bool { Letter.has(self[place], Letter.vowels) }

    /// Whether the word is a syllable.
    var isSyllable: Bool {
      let codes = (0..<count).map { UInt8(truncatingIfNeeded: self.codes >> UInt64(8 * $0)) }
      return !codes.contains(0) && Syllable.isValid(codes[...])
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

    /// The vowels, one bit a letter.
    static var vowels: UInt32 {
      1 << 1 | 1 << 2 | 1 << 3 | 1 << 8 | 1 << 9 | 1 << 12 | 1 << 17 | 1 << 18 | 1 << 19 | 1 << 25
        | 1 << 26 | 1 << 29
    }

    /// The vowels that bear the tone wherever they stand: ă, â, ê, ô, ơ.
    static var shaped: UInt32 { 1 << 2 | 1 << 3 | 1 << 9 | 1 << 18 | 1 << 19 }

    /// Whether a letter is one of a set.
    @inline(__always)
    static func has(_ letter: UInt8, _ set: UInt32) -> Bool { set &>> UInt32(letter) & 1 != 0 }
  }

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
