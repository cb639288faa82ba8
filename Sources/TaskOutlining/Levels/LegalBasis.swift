internal import DocumentLines
internal import VietnameseLanguage
internal import VietnameseText

/// The legal bases (căn cứ) before an outline: their dashes open no items.
enum LegalBasis {
  /// Takes the readings as marker from the bases at the start of a text.
  static func clearCandidates(in passages: inout [Passage], _ lexicon: Lexicon) {
    var text = FoldedText()
    clearRun(in: &passages, &text, lexicon)
    for index in passages.indices {
      let passage = passages[index]
      guard passage.table == nil else { return }
      guard let candidate = passage.candidates.first else { continue }
      guard candidate.family.isBullet || candidate.family == .decimal else { return }
      text.fold(passage.text, limit: 40)
      let start = passage.looks.label == nil ? candidate.textStart : 0
      guard text.end(of: .legalBasis, in: lexicon, at: start) != nil else { return }
      passages[index].candidates = []
    }
  }

  /// Takes them from all bullets above a sentence such as `Chi bộ lập kế hoạch như sau:` where each opens as a
  /// basis does, also with *thực hiện* or *theo*.
  private static func clearRun(
    in passages: inout [Passage], _ text: inout FoldedText, _ lexicon: Lexicon
  ) {
    var end = 0
    while end < passages.count, passages[end].table == nil,
      let candidate = passages[end].candidates.first, candidate.family.isBullet,
      passages[end].looks.shape.finalMark != .colon
    {
      text.fold(passages[end].text, limit: 40)
      let start = passages[end].looks.label == nil ? candidate.textStart : 0
      guard text.end(of: .basis, in: lexicon, at: start) != nil else { return }
      end += 1
    }
    guard end > 0, end < passages.count, passages[end].candidates.isEmpty,
      passages[end].table == nil, passages[end].opens
    else { return }
    for index in 0..<end { passages[index].candidates = [] }
  }
}
