internal import VietnameseLanguage
internal import VietnameseText

/// Markers that open with a word: *Phần thứ nhất*, *Chương II*, *Mục 3*, *Điều 5.*, *Bước 1:*.
enum KeywordMarker {
  /// The reading of the words at a scalar, or `nil`.
  static func candidate(
    in text: FoldedText, at start: Int, _ lexicon: Lexicon
  ) -> MarkerCandidate? {
    guard text.capitals[start],
      let word = text.phrase(words, in: lexicon, at: start, touchingDigits: true)
    else { return nil }
    for (meaning, family) in units where word.meaning.contains(meaning) {
      let isTight = word.end < text.count && Code.isDigit(text.codes[word.end])
      // The blank before the number of an article is sometimes forgotten (`Điều17:`).
      if isTight, family != .article { continue }
      if let unit = unit(family, behind: word.end, in: text, at: start, lexicon) { return unit }
    }
    return word.meaning.contains(.stepMarker) ? step(word, in: text) : nil
  }

  /// The words that divisions of a document are counted with.
  private static let units: [(meaning: Meaning, family: Family)] = [
    (.partMarker, .part), (.chapterMarker, .chapter), (.sectionMarker, .section),
    (.subsectionMarker, .subsection), (.articleMarker, .article),
  ]

  /// All words that markers open with.
  private static let words = units.reduce(into: Meaning.stepMarker) { $0.formUnion($1.meaning) }

  private static func unit(
    _ family: Family, behind word: Int, in text: FoldedText, at start: Int, _ lexicon: Lexicon
  ) -> MarkerCandidate? {
    guard word < text.count,
      let (value, end) = number(of: family, in: text, at: text.skippingBlanks(word), lexicon)
    else { return nil }
    let mark = text.skippingBlanks(end)
    guard mark < text.count else {
      return MarkerCandidate(family: family, ordinal: value, end: end, textStart: end, strength: 50)
    }
    switch text.codes[mark] {
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "-"):
      // Điều 5/2 and Mục 2-3 are places in other documents.
      var end = mark + 1
      // Điều 1.- Trồng tre
      if end + 1 < text.count, text.codes[mark] != UInt8(ascii: "-"),
        text.codes[end] == UInt8(ascii: "-"), Code.isSpace(text.codes[end + 1])
      {
        end += 1
      }
      let next = text.skippingBlanks(end)
      if next < text.count, Code.isDigit(text.codes[next]), family != .part { return nil }
      let isPlain = text.codes[mark] == UInt8(ascii: ".") || text.codes[mark] == UInt8(ascii: ":")
      if family == .article && !isPlain { return nil }
      return MarkerCandidate(
        family: family, ordinal: value, separator: text.codes[mark], end: end, textStart: next,
        strength: 50)
    default:
      guard mark > end, family != .article else { return nil }
      let isCapitals = text.capitals[start + 1]
      guard opensTitle(at: mark, in: text, hasCapitalKeyword: isCapitals, lexicon) else {
        return nil
      }
      return MarkerCandidate(
        family: family, ordinal: value, end: end, textStart: mark, strength: isCapitals ? 30 : 20)
    }
  }

  /// Whether the title of a division stands behind its number without a mark: in capitals, or, behind a
  /// keyword in small letters, in a few words that go on with no other division and no document.
  ///
  /// ```text
  /// PHẦN I TỔ CHỨC            a title
  /// Chương III  Tài chính     a title
  /// Mục 2 Chương III của …    a place in a document
  /// Chương II Luật Đất đai    likewise
  /// ```
  private static func opensTitle(
    at start: Int, in text: FoldedText, hasCapitalKeyword: Bool, _ lexicon: Lexicon
  ) -> Bool {
    guard text.capitals[start], start + 1 < text.count else { return false }
    if text.capitals[start + 1] {
      return text.codes[start...].contains(where: Code.isSpace) || hasCapitalKeyword
    }
    guard !hasCapitalKeyword, text.count <= longestTitle,
      text.codes[text.count - 1] != UInt8(ascii: "."),
      text.codes[text.count - 1] != UInt8(ascii: ";")
    else { return false }
    return text.end(of: words, in: lexicon, at: start) == nil
      && text.documentType(in: lexicon, at: start) == nil
  }

  /// The longest line of a division with a title in small letters, in scalars.
  private static let longestTitle = 90

  /// A number in words, in Roman or in Arabic digits, a letter behind it allowed (`Điều 12a`).
  private static func number(
    of family: Family, in text: FoldedText, at start: Int, _ lexicon: Lexicon
  ) -> (value: Int, end: Int)? {
    if let after = text.end(of: .ordinalMark, in: lexicon, at: start) {
      let word = text.skippingBlanks(after)
      if let number = text.phrase(.ordinal, in: lexicon, at: word) {
        return (number.value, number.end)
      }
      return number(of: family, in: text, at: word, lexicon)
    }
    var index = start
    while index < text.count, Code.isWord(text.codes[index]), index - start <= 6 { index += 1 }
    guard index > start, index - start <= 6 else { return nil }
    var word = text.codes[start..<index]
    if let last = word.last, Code.isLetter(last), let first = word.first, Code.isDigit(first) {
      word = word.dropLast()
    }
    if word.allSatisfy(Code.isDigit), word.count <= 3 {
      return (word.reduce(0) { $0 * 10 + Int($1 & 0x0F) }, index)
    }
    guard family != .article else { return nil }
    if let value = RomanNumeral.value(of: word) { return (value, index) }
    if family == .section, word.count == 1, let code = word.first, text.capitals[start] {
      return (LetterOrder.place(of: code), index)
    }
    return nil
  }

  /// The marker of a step or task, such as `Bước 1:`.
  private static func step(_ word: Lexicon.Phrase, in text: FoldedText) -> MarkerCandidate? {
    var index = text.skippingBlanks(word.end)
    var value = 0
    let digits = index
    while index < text.count, Code.isDigit(text.codes[index]), index - digits < 2 {
      value = value * 10 + Int(text.codes[index] & 0x0F)
      index += 1
    }
    let mark = text.skippingBlanks(index)
    guard index > digits, digits > word.end, mark < text.count,
      text.codes[mark] == UInt8(ascii: ":") || text.codes[mark] == UInt8(ascii: ".")
    else { return nil }
    let next = text.skippingBlanks(mark + 1)
    if next < text.count, Code.isDigit(text.codes[next]), next == mark + 1 { return nil }
    return MarkerCandidate(
      family: Family(step: word.value), ordinal: value, separator: text.codes[mark],
      end: mark + 1, textStart: next, strength: 30)
  }
}
