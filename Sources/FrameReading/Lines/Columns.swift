internal import VietnameseLanguage
internal import VietnameseText

/// Cutting a line that holds two columns of the page, as flattened letterheads do.
///
/// ```text
/// "UBND TỈNH          CỘNG HÒA XÃ HỘI …"   two columns
/// "Số      -CTr/HU"                        one: the blank of a number
/// "ngày      tháng    năm 2023"            one: the blanks of a date
/// ```
enum Columns {
  /// How many blanks part columns.
  private static let gap = 3

  /// Whether a line may have several columns: a quick check whose `false` is certain.
  static func mayBeSeveral(in text: FoldedText, _ lexicon: Lexicon) -> Bool {
    mayHaveGap(text) || mayHoldMotto(0..<text.count, in: text, lexicon)
  }

  /// The stretches of text between gaps, in scalars; one where there is no gap.
  static func ranges(in text: FoldedText, _ lexicon: Lexicon) -> [Range<Int>] {
    guard text.count > 0 else { return [] }
    guard mayHaveGap(text) else { return split([0..<text.count], in: text, lexicon) }
    var ranges: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < text.count {
      guard Code.isSpace(text.codes[index]) else {
        index += 1
        continue
      }
      let end = text.skippingBlanks(index)
      let isGap =
        end - index >= gap || text.codes[index..<end].contains(0x09)
        || text.codes[index..<end].contains(0x0A)
      if isGap, end < text.count, index > start, !isBlankToFill(in: text, index, end, lexicon) {
        ranges.append(start..<index)
        start = end
      }
      index = end
    }
    if start < text.count { ranges.append(start..<text.count) }
    if ranges.count > 1 { ranges = joiningSpacedWords(ranges, in: text) }
    return split(ranges, in: text, lexicon)
  }

  /// Whether a tab, a line break or two blanks side by side stand in the text: few texts need a closer look.
  private static func mayHaveGap(_ text: FoldedText) -> Bool {
    for index in text.codes.indices where text.codes[index] <= 0x20 {
      let code = text.codes[index]
      if code == 0x09 || code == 0x0A { return true }
      if index > 0, Code.isSpace(code), Code.isSpace(text.codes[index - 1]) { return true }
    }
    return false
  }

  /// The stretches with those joined that are single words of one name, spaced out to fill its line:
  /// `BỘ     TÀI     CHÍNH`.
  private static func joiningSpacedWords(_ ranges: [Range<Int>], in text: FoldedText) -> [Range<
    Int
  >] {
    var result: [Range<Int>] = []
    var endsWithWord = false
    for range in ranges {
      let isWord = text.codes[range].allSatisfy(Code.isLetter)
      if isWord, endsWithWord, let last = result.last {
        result[result.count - 1] = last.lowerBound..<range.upperBound
      } else {
        result.append(range)
      }
      endsWithWord = isWord
    }
    return result
  }

  /// Whether the gap is the room for a number or a day.
  private static func isBlankToFill(
    in text: FoldedText, _ start: Int, _ end: Int, _ lexicon: Lexicon
  ) -> Bool {
    let next = text.codes[end]
    if next == UInt8(ascii: "-") || next == UInt8(ascii: "/") {
      // A column may open with a dash of its own: a symbol has letters directly behind.
      let letter = text.skippingBlanks(end + 1)
      return letter < text.count && Code.isWord(text.codes[letter]) && letter - end <= 2
    }
    if text.end(of: [.month, .year], in: lexicon, at: end) != nil { return true }
    // The word before the gap, its colon left out.
    var wordEnd = start
    if text.codes[wordEnd - 1] == UInt8(ascii: ":") { wordEnd -= 1 }
    while wordEnd > 0, Code.isSpace(text.codes[wordEnd - 1]) { wordEnd -= 1 }
    var word = wordEnd
    while word > 0, Code.isLetter(text.codes[word - 1]) { word -= 1 }
    let isNumber = text.end(of: .number, in: lexicon, at: word) == wordEnd
    return isNumber
      || wordEnd == start
        && text.end(of: [.day, .month, .year], in: lexicon, at: word) == wordEnd
  }

  /// Whether a stretch is long enough for a motto behind the name of a body: «Căn cứ Hiến pháp nước Cộng hòa …»
  /// is a sentence.
  private static func mayHoldMotto(
    _ range: Range<Int>, in text: FoldedText, _ lexicon: Lexicon
  ) -> Bool {
    range.count > 30 && text.end(of: .bodyLines, in: lexicon, at: range.lowerBound) != nil
  }

  /// Cuts before a motto that follows a name with less than a gap.
  private static func split(
    _ ranges: [Range<Int>], in text: FoldedText, _ lexicon: Lexicon
  ) -> [Range<Int>] {
    guard ranges.contains(where: { mayHoldMotto($0, in: text, lexicon) }) else { return ranges }
    var result: [Range<Int>] = []
    for range in ranges {
      var cut: Int?
      if mayHoldMotto(range, in: text, lexicon) {
        for index in (range.lowerBound + 1)..<range.upperBound
        where Code.isSpace(text.codes[index - 1])
          && text.end(of: .motto, in: lexicon, at: index) != nil
        {
          cut = index
          break
        }
      }
      guard let cut else {
        result.append(range)
        continue
      }
      var end = cut
      while end > range.lowerBound, Code.isSpace(text.codes[end - 1]) { end -= 1 }
      result.append(range.lowerBound..<end)
      result.append(cut..<range.upperBound)
    }
    return result
  }
}
