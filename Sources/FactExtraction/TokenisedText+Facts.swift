internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

extension TokenisedText {
  /// The text of the tokens with one blank for every run of white space.
  func squeezed(_ range: Range<Int>) -> String {
    let text = slice(range)
    guard
      text.utf8.contains(where: { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 })
        || range.contains(where: {
          $0 > range.lowerBound && self[$0].isSpaced
            && self[$0].start - self[$0 - 1].end > 1
        })
    else { return text }
    var result = ""
    for index in range {
      if index > range.lowerBound, self[index].isSpaced { result += " " }
      result += slice(index..<index + 1)
    }
    return result
  }

  /// The texts of several stretches of tokens.
  func squeezed(_ ranges: [Range<Int>]) -> [String] { ranges.map { squeezed($0) } }

  /// A fact over tokens.
  func fact(_ value: Fact.Value, _ range: Range<Int>) -> Fact {
    let scalars = scalars(range)
    return Fact(
      text: folded.slice(string, scalars),
      range: TextRange(scalars.lowerBound, scalars.upperBound), value: value)
  }
}
