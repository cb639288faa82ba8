internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

extension TokenisedText {
  /// The text of the tokens with one blank for every run of white space.
  func squeezed(_ range: Range<Int>) -> String {
    guard range.dropFirst().contains(where: { self[$0].isSpaced && !isBlank(before: $0) }) else {
      return slice(range)
    }
    var result = ""
    for index in range {
      if index > range.lowerBound, self[index].isSpaced { result += " " }
      result += slice(index..<index + 1)
    }
    return result
  }

  /// Whether one blank, U+0020, stands between a token and the one before it.
  private func isBlank(before index: Int) -> Bool {
    let end = Int(self[index - 1].end)
    return self[index].start == end + 1 && folded.codes[end] == 0x20
      && folded.bytes(end..<end + 1).count == 1
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
