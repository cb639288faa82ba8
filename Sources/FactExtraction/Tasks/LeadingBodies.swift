internal import VietnameseLanguage
internal import VietnameseText

/// The bodies that a heading, a run-in title or an introduction gives to the tasks below it.
struct LeadingBodies: Hashable {
  /// Those who are to act.
  var lead: [String]

  /// Those who cooperate.
  var cooperating: [String]

  /// Whether the text names them and nothing else, as the heading *Công an tỉnh* does.
  var isAlone: Bool

  /// Reads a title, or gives `nil` where it does not say who is to act.
  ///
  /// ```text
  /// Công an tỉnh          Sở Y tế, Sở Nội vụ          Giao Sở Tư pháp:
  /// Sở Tài chính chủ trì, phối hợp với Sở Xây dựng    Trách nhiệm của Sở Nội vụ
  /// Các sở, ngành thực hiện các nhiệm vụ sau:
  /// ```
  init?(title text: TokenisedText) {
    let end = LeadingBodies.end(of: text)
    var start = text.afterMarks(0, until: end)
    if let word = text.phrase(at: start, meaning: .assigns) { start = word.end }
    if let word = text.phrase(at: start, meaning: .dutyOf) { start = word.end }
    if let list = text.actors(at: start, until: end, as: .object), list.end == end,
      list.names.allSatisfy({ LeadingBodies.isName($0, text) })
    {
      self.init(list.names, [], isAlone: true, text)
      return
    }
    if let list = text.actors(at: start, until: end, as: .cell), list.end == end,
      !(start..<end).contains(where: {
        !text[$0].isCapital && text.phrase(at: $0, meaning: [.verb, .predicate, .relation]) != nil
      }),
      list.names.allSatisfy({ LeadingBodies.isName($0, text) })
    {
      self.init(list.names, [], isAlone: true, text)
      return
    }
    let found = text.responsibility(in: 0..<end)
    guard !found.lead.isEmpty, let predicate = found.predicate,
      text.phrase(at: predicate, meaning: [.chairs, .duty, .must]) != nil
        || text[end].isMark(UInt8(ascii: ":"))
    else { return nil }
    self.init(found.lead, found.cooperating, isAlone: false, text)
  }

  private init(
    _ lead: [Range<Int>], _ cooperating: [Range<Int>], isAlone: Bool, _ text: TokenisedText
  ) {
    self.lead = lead.map(text.squeezed)
    self.cooperating = cooperating.map(text.squeezed)
    self.isAlone = isAlone
  }

  /// The token behind the last that is no final mark.
  private static func end(of text: TokenisedText) -> Int {
    var end = text.count
    while end > 0, text[end - 1].kind == .mark, !text[end - 1].isMark(UInt8(ascii: ")")) {
      end -= 1
    }
    return end
  }

  /// Whether the words are a name and no topic: `Sở Nội vụ`, `các đơn vị`, not `Chính quyền điện tử`.
  private static func isName(_ name: Range<Int>, _ text: TokenisedText) -> Bool {
    let first = name.lowerBound
    if text.phrase(at: first, meaning: [.many, .officer]) != nil || text.body(at: first) != nil {
      return true
    }
    guard text.phrase(at: first, meaning: [.verb, .continuing]) == nil else { return false }
    return text[name.upperBound - 1].isCapital || text.isCompleteName(name)
      || text.phrase(at: first, meaning: [.actor, .office])?.end == name.upperBound
  }
}
