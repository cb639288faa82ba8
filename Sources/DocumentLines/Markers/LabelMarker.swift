package import ProgrammeModel
package import VietnameseLanguage
internal import VietnameseText

/// Reads the number or bullet that Word prints.
package enum LabelMarker {
  /// The readings of a label; its value is known, so a letter is read once.
  package static func candidates(of label: ListLabel, _ lexicon: Lexicon) -> [MarkerCandidate] {
    guard !label.text.isEmpty else { return [] }
    // A word behind the label lets the reader see it as the start of a line.
    let text = FoldedText(label.text + " A")
    var candidates = MarkerReader(text: text, lexicon: lexicon).candidates()
    if candidates.isEmpty {
      candidates = [
        MarkerCandidate(
          family: label.value == nil ? .dot : .label, ordinal: label.value ?? 0, end: 0,
          textStart: 0,
          strength: 30)
      ]
    }
    if let value = label.value {
      let fitting = candidates.filter { $0.ordinal == value || $0.latinOrdinal == value }
      if !fitting.isEmpty { candidates = fitting }
      for index in candidates.indices {
        candidates[index].ordinal = value
        candidates[index].latinOrdinal = value
      }
    }
    for index in candidates.indices {
      candidates[index].end = 0
      candidates[index].textStart = 0
      candidates[index].strength = 80
      candidates[index].isRepaired = false
    }
    return candidates
  }
}
