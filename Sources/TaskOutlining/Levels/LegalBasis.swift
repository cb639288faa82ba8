internal import VietnameseText

/// The legal bases (căn cứ) before an outline: their dashes open no items.
enum LegalBasis {
  /// Takes the readings as marker from the bases at the start of a text.
  static func clearCandidates(in passages: inout [Passage]) {
    var text = FoldedText()
    for index in passages.indices {
      let passage = passages[index]
      guard passage.table == nil else { return }
      guard let candidate = passage.candidates.first else { continue }
      guard candidate.family.isBullet || candidate.family == .decimal else { return }
      text.fold(passage.text, limit: 40)
      let start = passage.looks.label == nil ? candidate.textStart : 0
      guard text.end(ofAny: Phrases.legalBases, at: start) != nil else { return }
      passages[index].candidates = []
    }
  }
}
