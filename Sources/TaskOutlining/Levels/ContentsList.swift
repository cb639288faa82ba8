internal import DocumentLines
internal import VietnameseLanguage
internal import VietnameseText

/// A list of contents (mục lục) before the text: its lines repeat the headings and open none.
///
/// ```text
/// MỤC LỤC
/// PHẦN THỨ NHẤT: Kế hoạch chung     3
/// PHẦN THỨ HAI: Dự án               12
/// PHẦN THỨ NHẤT                     (the text starts)
/// ```
enum ContentsList {
  /// How many passages may stand before it, such as a title page.
  private static let mostBefore = 40

  /// How long it may be, in passages.
  private static let mostEntries = 600

  /// Takes the readings as marker from the list, which ends where its first marker stands again.
  static func clearCandidates(in passages: inout [Passage], _ lexicon: Lexicon) {
    var text = FoldedText()
    let opening = passages.prefix(mostBefore).firstIndex { passage in
      guard passage.table == nil, passage.looks.shape.wordCount <= 3 else { return false }
      text.fold(passage.text, limit: 12)
      return text.end(of: .contents, in: lexicon).map { text.count - $0 <= 1 } ?? false
    }
    guard let opening,
      let first = passages[(opening + 1)...].firstIndex(where: { $0.hasTypedMarker })
    else { return }
    let marker = words(ofMarkerIn: passages[first], &text)
    let family = passages[first].candidates.first?.family
    let rest = passages[(first + 1)...].prefix(mostEntries)
    let end = rest.firstIndex {
      $0.hasTypedMarker && $0.candidates.first?.family == family
        && words(ofMarkerIn: $0, &text) == marker
    }
    guard let end, end > first + 1 else { return }
    for index in opening..<end { passages[index].candidates = [] }
  }

  /// The letters and digits of the marker that opens a passage.
  private static func words(ofMarkerIn passage: Passage, _ text: inout FoldedText) -> [UInt8] {
    text.fold(passage.text, limit: passage.candidates.first?.end ?? 0)
    return text.codes.filter(Code.isWord)
  }
}

extension Passage {
  fileprivate var hasTypedMarker: Bool {
    guard looks.label == nil, let family = candidates.first?.family else { return false }
    return !family.isUnmarked && !family.isBullet
  }
}
