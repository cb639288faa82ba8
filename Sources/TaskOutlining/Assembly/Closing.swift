internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Finds the final paragraphs that speak for the whole document (documents.md 3.7).
enum Closing {
  /// Takes the readings as marker from a last paragraph that speaks for the document behind a bullet of its own:
  /// `* Trên đây là kế hoạch …`.
  static func clearCandidates(in passages: inout [Passage], _ lexicon: Lexicon) {
    guard passages.count > 1, let last = passages.indices.last,
      let own = passages[last].candidates.first, own.family.isBullet,
      passages[last].looks.label == nil,
      passages[last - 1].candidates.first?.family != own.family
    else { return }
    var text = FoldedText()
    text.fold(passages[last].text, limit: 60)
    if text.end(of: .closing, in: lexicon, at: own.textStart) != nil {
      passages[last].candidates = []
    }
  }

  /// The first passage of the closing, or the number of passages where there is none.
  static func start(
    in passages: [Passage], _ decisions: [LevelSearch.Decision], type: DocumentType?,
    _ lexicon: Lexicon
  ) -> Int {
    let end = passages.count
    guard let last = decisions.lastIndex(where: { $0.candidate >= 0 }) else {
      let final = passages.lastIndex { $0.table == nil } ?? 0
      return !passages.isEmpty && speaksAlways(passages[final], lexicon) ? final : end
    }
    // What stands in an article belongs to it, but for the sentence that says who voted for the document.
    if isInArticle(last, passages, decisions) {
      return ((last + 1)..<max(end, last + 1)).first { saysAdopted(passages[$0], lexicon) } ?? end
    }
    let lastTable = passages.lastIndex { $0.table != nil } ?? -1
    var contacts = end
    while contacts > last + 1, opens(with: .contact, passages[contacts - 1], lexicon) {
      contacts -= 1
    }
    for index in (last + 1)..<max(end, last + 1) where passages[index].table == nil {
      if speaksAlways(passages[index], lexicon) { return index }
      if index < lastTable { continue }
      let isOnlyText = index == last + 1 && waits(passages[last], decisions[last])
      let isLast = index + 1 >= contacts
      if !isOnlyText,
        speaksForDocument(passages[index], type, lexicon)
          || (isLast && asksAll(passages[index], lexicon))
      {
        return index
      }
    }
    return end
  }

  private static func isInArticle(
    _ last: Int, _ passages: [Passage], _ decisions: [LevelSearch.Decision]
  ) -> Bool {
    var depth = decisions[last].depth + 1
    for index in stride(from: last, through: 0, by: -1)
    where decisions[index].candidate >= 0 && decisions[index].depth < depth {
      depth = decisions[index].depth
      if passages[index].candidates[decisions[index].candidate].family == .article { return true }
      if depth == 0 { return false }
    }
    return false
  }

  /// Whether the last node is a heading that would be left without text.
  private static func waits(_ passage: Passage, _ decision: LevelSearch.Decision) -> Bool {
    let shape = passage.looks.shape
    let family = passage.candidates[decision.candidate].family
    return family.namesTopics || family.isUnmarked || shape.finalMark == .colon
      || (shape.finalMark == .none && shape.wordCount <= 25)
  }

  private static func opens(with meaning: Meaning, _ passage: Passage, _ lexicon: Lexicon) -> Bool {
    var text = FoldedText()
    text.fold(passage.text, limit: 40)
    if text.opens(with: meaning, in: lexicon) { return true }
    guard text.count > 2, text.codes[0] == UInt8(ascii: "*") else { return false }
    return text.end(of: meaning, in: lexicon, at: text.skippingBlanks(1)) != nil
  }

  /// Whether the words say so by themselves, as *Trên đây là …* does.
  private static func speaksAlways(_ passage: Passage, _ lexicon: Lexicon) -> Bool {
    opens(with: [.closing, .contact], passage, lexicon) || saysAdopted(passage, lexicon)
  }

  /// Whether the paragraph says who voted for the document: *Nghị quyết này được Hội đồng nhân dân … thông qua*.
  private static func saysAdopted(_ passage: Passage, _ lexicon: Lexicon) -> Bool {
    guard passage.table == nil else { return false }
    var text = FoldedText()
    text.fold(passage.text, limit: 200)
    guard let (_, end) = text.documentType(in: lexicon),
      let own = text.end(of: .thisDocument, in: lexicon, at: text.skippingBlanks(end)),
      text.end(of: [.passive, .past], in: lexicon, at: text.skippingBlanks(own)) != nil
    else { return false }
    return (own..<text.count).contains {
      text.isWordBoundary($0) && text.end(of: .adopted, in: lexicon, at: $0) != nil
    }
  }

  /// Whether the paragraph asks all bodies to act, as *Yêu cầu các cơ quan … thực hiện* does.
  private static func asksAll(_ passage: Passage, _ lexicon: Lexicon) -> Bool {
    var text = FoldedText()
    text.fold(passage.text, limit: 80)
    if text.opens(with: .request, in: lexicon) { return true }
    // Sở Nội vụ đề nghị các cơ quan …; Văn phòng thông báo để các đơn vị biết, thực hiện.
    guard text.capitals.first == true, text.opens(with: .bodyLines, in: lexicon),
      passage.text.utf8.suffix(3).elementsEqual(end)
    else { return false }
    return text.codes.indices.contains { index in
      text.end(of: [.request, .notice], in: lexicon, at: index) != nil
    }
  }

  /// What ends a document: `./.`.
  private static let end = Array("./.".utf8)

  /// How far into a paragraph the document may be named.
  private static let foldLimit = 700

  /// Whether the paragraph names the document itself: `Kế hoạch này`, `căn cứ Chương trình công tác quý IV`.
  private static func speaksForDocument(
    _ passage: Passage, _ own: DocumentType?, _ lexicon: Lexicon
  ) -> Bool {
    var text = FoldedText()
    text.fold(passage.text, limit: foldLimit)
    // Who does what: `Các trường tại Phụ lục I: Lập danh sách theo Kế hoạch này.`
    let isAssignment = text.codes.indices.dropLast().contains {
      text.codes[$0] == UInt8(ascii: ":") && Code.isSpace(text.codes[$0 + 1])
    }
    if isAssignment { return false }
    for index in 0..<text.count where text.isWordBoundary(index) && Code.isLetter(text.codes[index])
    {
      guard let (type, end) = text.documentType(in: lexicon, at: index) else { continue }
      let next = text.skippingBlanks(end)
      if text.end(of: .thisDocument, in: lexicon, at: next) != nil { return true }
      if type == own, index >= 8, isCited(index, in: text, lexicon) { return true }
    }
    return false
  }

  /// Whether `căn cứ` stands directly before `index`.
  private static func isCited(_ index: Int, in text: FoldedText, _ lexicon: Lexicon) -> Bool {
    var end = index
    while end > 0, Code.isSpace(text.codes[end - 1]) { end -= 1 }
    return text.start(of: .basisWord, in: lexicon, endingAt: end) != nil
  }
}
