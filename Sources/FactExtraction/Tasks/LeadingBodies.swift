internal import VietnameseLanguage
internal import VietnameseText

/// The bodies that a heading, a run-in title or an introduction gives to the tasks below it.
struct LeadingBodies: Hashable {
  /// Those who are to act.
  var lead: [String]

  /// Those who cooperate.
  var cooperating: [String]

  /// Whether the text names them and nothing else, as *Công an tỉnh* does.
  var isAlone: Bool

  /// Whether somebody tells or asks them to act: *Chủ tịch UBND tỉnh yêu cầu các sở …*.
  var isAssigned = false

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
    let duty = text.phrase(at: start, meaning: .dutyOf)
    if let duty { start = duty.end }
    if let list = text.actors(at: start, until: end, as: .object), list.end == end,
      duty == nil || end > start + 1,
      list.names.allSatisfy({ LeadingBodies.isName($0, text) })
    {
      self.init(list.names, [], isAlone: true, text)
      return
    }
    if let list = text.actors(at: start, until: end, as: .cell), list.end == end,
      !(start..<end).contains(where: { LeadingBodies.isVerb($0, text) })
        || duty != nil && end > start + 1 && end <= start + 14
          && !(start..<end).contains(where: {
            text[$0].kind == .number
              || text.phrase(at: $0, meaning: [.duty, .must, .chairs, .cooperates, .relation])
                != nil
          }),
      list.names.allSatisfy({ LeadingBodies.isName($0, text) })
    {
      self.init(list.names, [], isAlone: true, text)
      return
    }
    if let name = LeadingBodies.group(start..<end, text) {
      self.init([name], [], isAlone: true, text)
      return
    }
    if let asked = LeadingBodies.asked(start..<end, text) {
      self.init(asked, [], isAlone: false, text)
      isAssigned = true
      return
    }
    let found = text.responsibility(in: 0..<end)
    guard !found.lead.isEmpty, let predicate = found.predicate,
      found.isAssigned
        || text.phrase(at: predicate, meaning: [.enacts, .remark, .consists, .assigns]) == nil,
      text.phrase(at: predicate, meaning: [.chairs, .duty, .must]) != nil
        || text[end].isMark(UInt8(ascii: ":"))
    else { return nil }
    self.init(found.lead, found.cooperating, isAlone: false, text)
    isAssigned = found.isAssigned
  }

  /// Those who are asked, up to the end of the title: `Sở Y tế yêu cầu các đơn vị:`.
  private static func asked(_ title: Range<Int>, _ text: TokenisedText) -> [Range<Int>]? {
    guard let asking = text.actors(at: title.lowerBound, until: title.upperBound, as: .object),
      let word = text.phrase(at: asking.end, meaning: .assigns),
      let list = text.actors(at: word.end, until: title.upperBound, as: .object),
      list.end == title.upperBound, list.names.allSatisfy({ isName($0, text) })
    else { return nil }
    return list.names
  }

  /// Whether a word in lower case is a verb, and no part of a longer noun or of what tells which group is
  /// meant.
  private static func isVerb(_ index: Int, _ text: TokenisedText) -> Bool {
    !text[index].isCapital
      && text.phrase(at: index, meaning: [.verb, .predicate, .relation]) != nil
      && text.phrase(at: index, meaning: [.groupTail, .describes]) == nil
      && !(max(0, index - 3)..<index).contains {
        text.phrase(at: $0, meaning: [.actor, .noun, .listed])?.end ?? 0 > index
      }
  }

  /// `Các cơ sở kinh doanh, dịch vụ du lịch`: a group told by common nouns alone, up to the end of the title.
  private static func group(_ title: Range<Int>, _ text: TokenisedText) -> Range<Int>? {
    guard title.count <= 14, let many = text.phrase(at: title.lowerBound, meaning: .many),
      let noun = text.actorNoun(at: many.end, meaning: .actor),
      noun > many.end + 1 || noun < title.upperBound,
      !(many.end..<title.upperBound).contains(where: {
        text[$0].isCapital || text[$0].kind == .number || text[$0].isMark(UInt8(ascii: ";"))
          || text[$0].isMark(UInt8(ascii: ":")) || $0 >= noun && isVerb($0, text)
      })
    else { return nil }
    return title
  }

  private init(
    _ lead: [Range<Int>], _ cooperating: [Range<Int>], isAlone: Bool, _ text: TokenisedText
  ) {
    self.lead = text.squeezed(lead)
    self.cooperating = text.squeezed(cooperating)
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
    if text.phrase(at: first, meaning: [.many, .officer]) != nil
      || BodyRecogniser.body(at: first, in: text) != nil
    {
      return true
    }
    let noun = text.phrase(at: first, meaning: [.actor, .office])?.end ?? first
    if let verb = text.phrase(at: first, meaning: [.verb, .continuing]), verb.end >= noun {
      return false
    }
    if text.isCompleteName(name) || (noun..<name.upperBound).contains(where: { text[$0].isCapital })
    {
      return true
    }
    guard var end = text.phrase(at: first, meaning: [.actor, .office])?.end else { return false }
    while end < name.upperBound {
      if let tail = text.phrase(at: end, meaning: [.closingTail, .groupTail]) {
        end = tail.end
      } else if text[end].isComma || text.means(end, .and),
        let member = text.actorNoun(at: end + 1, meaning: .actor)
      {
        end = member
      } else {
        return false
      }
    }
    return end == name.upperBound
  }
}
