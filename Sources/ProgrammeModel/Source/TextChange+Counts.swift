internal import VietnameseText

extension [TextChange] {
  /// How often each rule was applied, in the order of the first time.
  public var countsByRule: [RuleCount] {
    var counts: [RuleCount] = []
    for change in indices {
      if let index = counts.firstIndex(where: { $0.rule == self[change].rule }) {
        counts[index].count += 1
      } else {
        counts.append(RuleCount(rule: self[change].rule, count: 1))
      }
    }
    return counts
  }

  /// How many more visible characters there are after the changes than before; negative where
  /// composing and decoding made the text shorter.
  public var visibleCharacterGrowth: Int {
    var growth = 0
    for index in indices {
      growth += self[index].after.visibleCharacterCount - self[index].before.visibleCharacterCount
    }
    return growth
  }
}
