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
      guard
        text.end(of: .legalBasis, in: lexicon, at: start) != nil
          || goesOn(at: index, in: passages) && text.end(of: .basis, in: lexicon, at: start) != nil,
        !isItem(at: index, in: passages)
      else { return }
      passages[index].candidates = []
    }
  }

  /// Whether a line goes on with the list of bases above it: `- Căn cứ …;` / `- Để thống nhất …,`.
  private static func goesOn(at index: Int, in passages: [Passage]) -> Bool {
    guard index > 0 else { return false }
    let marks = [passages[index - 1], passages[index]].map(\.looks.shape.finalMark)
    return marks[0] == .semicolon && (marks[1] == .semicolon || marks[1] == .comma)
  }

  /// Whether a line that opens as a basis does is the first item of an outline: a sentence of its own, below
  /// which its list goes on with the same marker.
  private static func isItem(at index: Int, in passages: [Passage]) -> Bool {
    guard passages[index].looks.shape.finalMark == .period,
      index == 0 || !passages[index - 1].candidates.isEmpty || passages[index - 1].opens,
      index + 1 < passages.count, let own = passages[index].candidates.first,
      let next = passages[index + 1].candidates.first
    else { return false }
    return next.family == own.family && next.ordinal == own.ordinal + (own.family.isBullet ? 0 : 1)
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
    guard end < passages.count, passages[end].table == nil else { return }
    // `- Nhằm làm tốt …, Liên đội lập kế hoạch như sau:` above the first division.
    if end == 0, let own = passages.first?.candidates.first, own.family.isBullet,
      passages[0].opens, passages.count > 1, let next = passages[1].candidates.first,
      next.family.namesTopics, next.ordinal == 1
    {
      text.fold(passages[0].text, limit: 40)
      if text.end(of: .basis, in: lexicon, at: own.textStart) != nil { passages[0].candidates = [] }
      return
    }
    guard end > 0, passages[end].candidates.isEmpty, passages[end].opens else { return }
    for index in 0..<end { passages[index].candidates = [] }
  }
}
