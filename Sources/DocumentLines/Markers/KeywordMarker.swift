internal import VietnameseLanguage
internal import VietnameseText

/// Markers that open with a word: *Phần thứ nhất*, *Chương II*, *Mục 3*, *Điều 5.*, *Bước 1:*.
enum KeywordMarker {
  /// The reading of the words at a scalar, or `nil`.
  static func candidate(in text: FoldedText, at start: Int) -> MarkerCandidate? {
    switch text.codes[start] {
    case UInt8(ascii: "p"): return unit(.part, part, in: text, at: start)
    case UInt8(ascii: "c"):
      return unit(.chapter, chapter, in: text, at: start) ?? listed(in: text, at: start)
    case UInt8(ascii: "m"):
      return unit(.section, section, in: text, at: start) ?? listed(in: text, at: start)
    case UInt8(ascii: "t"):
      return unit(.subsection, subsection, in: text, at: start) ?? listed(in: text, at: start)
    case articleLetter: return unit(.article, article, in: text, at: start)
    default: return listed(in: text, at: start)
    }
  }

  private static let part = Keyword("phần")
  private static let chapter = Keyword("chương")
  private static let section = Keyword("mục")
  private static let subsection = Keyword("tiểu mục")
  private static let article = Keyword("điều")
  private static let articleLetter = Code.letter("đ")
  private static let ordinal = Keyword("thứ")

  /// The numbers in words after *thứ*.
  private static let ordinals: [(Keyword, Int)] = [
    ("nhất", 1), ("hai", 2), ("ba", 3), ("tư", 4), ("bốn", 4), ("năm", 5), ("sáu", 6), ("bảy", 7),
    ("bẩy", 7), ("tám", 8), ("chín", 9), ("mười một", 11), ("mười hai", 12), ("mười", 10),
  ].map { (Keyword($0.0), $0.1) }

  /// Words that count the steps and tasks of a programme (documents.md 3.1, key).
  private static let words: [Keyword] = [
    "bước", "nhiệm vụ", "mục tiêu then chốt", "mục tiêu", "tiêu chí", "nội dung", "chỉ tiêu",
    "giải pháp", "nhóm", "câu hỏi", "chuyên đề", "khâu đột phá", "hoạt động", "đợt", "giai đoạn",
  ].map { Keyword($0) }

  private static func unit(
    _ family: Family, _ keyword: Keyword, in text: FoldedText, at start: Int
  ) -> MarkerCandidate? {
    guard text.capitals[start], let word = wordEnd(of: keyword, family, in: text, at: start),
      word < text.count,
      let (value, end) = number(of: family, in: text, at: skipBlanks(text, word))
    else { return nil }
    let mark = skipBlanks(text, end)
    guard mark < text.count else {
      return MarkerCandidate(family: family, ordinal: value, end: end, textStart: end, strength: 50)
    }
    switch text.codes[mark] {
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "-"):
      // Điều 5/2 and Mục 2-3 are places in other documents.
      let next = skipBlanks(text, mark + 1)
      if next < text.count, Code.isDigit(text.codes[next]), family != .part { return nil }
      let isPlain = text.codes[mark] == UInt8(ascii: ".") || text.codes[mark] == UInt8(ascii: ":")
      if family == .article && !isPlain { return nil }
      return MarkerCandidate(
        family: family, ordinal: value, separator: text.codes[mark], end: mark + 1, textStart: next,
        strength: 50)
    default:
      // PHẦN I TỔ CHỨC: a title may follow without a mark where all is in capitals.
      guard family == .part || family == .chapter, mark > end, text.capitals[mark],
        mark + 1 < text.count, text.capitals[mark + 1], text.capitals[start + 1]
      else { return nil }
      return MarkerCandidate(
        family: family, ordinal: value, end: end, textStart: mark, strength: 30)
    }
  }

  /// Where the word ends; the blank before the number of an article is sometimes forgotten (`Điều17:`).
  private static func wordEnd(
    of keyword: Keyword, _ family: Family, in text: FoldedText, at start: Int
  ) -> Int? {
    if let end = text.end(of: keyword, at: start) { return end }
    let end = start + keyword.codes.count
    guard family == .article, text.hasPrefix(keyword, at: start), end < text.count,
      Code.isDigit(text.codes[end])
    else { return nil }
    return end
  }

  /// A number in words, in Roman or in Arabic digits, a letter behind it allowed (`Điều 12a`).
  private static func number(
    of family: Family, in text: FoldedText, at start: Int
  ) -> (value: Int, end: Int)? {
    if let after = text.end(of: ordinal, at: start) {
      let word = skipBlanks(text, after)
      for (keyword, value) in ordinals {
        if let end = text.end(of: keyword, at: word) { return (value, end) }
      }
      return number(of: family, in: text, at: word)
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

  private static func listed(in text: FoldedText, at start: Int) -> MarkerCandidate? {
    guard text.capitals[start] else { return nil }
    for (place, keyword) in words.enumerated()
    where keyword.codes.first == text.codes[start] {
      guard let word = text.end(of: keyword, at: start) else { continue }
      var index = skipBlanks(text, word)
      var value = 0
      let digits = index
      while index < text.count, Code.isDigit(text.codes[index]), index - digits < 2 {
        value = value * 10 + Int(text.codes[index] & 0x0F)
        index += 1
      }
      let mark = skipBlanks(text, index)
      guard index > digits, mark < text.count,
        text.codes[mark] == UInt8(ascii: ":") || text.codes[mark] == UInt8(ascii: ".")
      else { return nil }
      let next = skipBlanks(text, mark + 1)
      if next < text.count, Code.isDigit(text.codes[next]), next == mark + 1 { return nil }
      return MarkerCandidate(
        family: Family(rawValue: Family.keyword.rawValue + UInt8(place)), ordinal: value,
        separator: text.codes[mark], end: mark + 1, textStart: next, strength: 30)
    }
    return nil
  }

  private static func skipBlanks(_ text: FoldedText, _ index: Int) -> Int {
    var index = index
    while index < text.count, Code.isSpace(text.codes[index]) { index += 1 }
    return index
  }
}
