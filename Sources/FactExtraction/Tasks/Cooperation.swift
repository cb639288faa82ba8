internal import VietnameseLanguage
internal import VietnameseText

/// Finds who cooperates: `phối hợp với X`, `cùng với X`, `Sở A chủ trì; các sở phối hợp`.
extension TokenisedText {
  func readCooperation(in sentence: Range<Int>, to found: inout Responsibility) {
    let words: Meaning = [.cooperates, .alongside, .chairs]
    guard !opens.isDisjoint(with: words) else { return }
    var chairs: Int?
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard !self[index].opens.isDisjoint(with: words) else {
        index += 1
        continue
      }
      if let word = phrase(at: index, meaning: .chairs) {
        chairs = word.end
        // Sở A chủ trì cùng Sở B …
        if let with = phrase(at: word.end, meaning: .with),
          let list = partner(at: with.end, until: sentence.upperBound)
        {
          add(list.names, to: &found.cooperating)
          index = list.end
          continue
        }
      }
      if let word = phrase(at: index, meaning: .alongside),
        word.end > index + 1 || found.predicate == index && joinsPartner(at: index),
        let list = actors(at: word.end, until: sentence.upperBound, as: .object)
      {
        add(list.names, to: &found.cooperating)
        index = list.end
        continue
      }
      guard let word = phrase(at: index, meaning: .cooperates),
        phrase(before: index, meaning: .nounMaker) == nil
          || phrase(before: index, meaning: .duty) != nil
      else {
        index += 1
        continue
      }
      if let list = partners(behind: word.end, until: sentence.upperBound) {
        add(list.names, to: &found.cooperating)
        index = list.end
        continue
      }
      if let first = chairs ?? found.predicate, index > first, index - first < ActorName.mostTokens,
        let list = partners(before: index, behind: first)
      {
        add(list.names, to: &found.cooperating)
      }
      chairs = nil
      index = word.end
    }
  }

  /// Whether `cùng` stands at a token and a name or a group behind it: `Ban Giám hiệu cùng Ban đại diện …`, not
  /// `chính quyền cùng cấp`.
  func joinsPartner(at index: Int) -> Bool {
    phrase(at: index, meaning: .alongside) != nil
      && (self[index + 1].isCapital || phrase(at: index + 1, meaning: .many) != nil)
  }

  /// Who is cooperated with: `phối hợp chặt chẽ với X`, `phối hợp X`, `phối hợp, đôn đốc X`.
  private func partners(behind start: Int, until end: Int) -> ActorList? {
    // phối hợp chặt chẽ, kịp thời với X
    for index in start..<min(start + 7, end) {
      if let word = phrase(at: index, meaning: .with) { return partner(at: word.end, until: end) }
      let isAdverb =
        phrase(at: index + 1, meaning: .adverb) != nil
        || phrase(at: index + 1, meaning: [.verb, .actor, .many]) == nil
      guard self[index].kind == .word && !self[index].isCapital || self[index].isComma && isAdverb
      else { break }
    }
    if let list = partner(at: start, until: end) { return list }
    guard self[start].isComma, let verb = phrase(at: start + 1, meaning: .verb) else { return nil }
    return actors(at: verb.end, until: end, as: .object)
  }

  /// The names at a token; one that ran over many words to the end of the sentence ends behind its noun.
  private func partner(at index: Int, until end: Int) -> ActorList? {
    guard let list = actors(at: index, until: end, as: .object) else { return nil }
    guard list.end >= end || self[list.end].kind == .mark,
      let strict = actors(at: index, until: end, as: .object, isStrict: true),
      strict.end + 2 < list.end
    else { return list }
    return strict
  }

  /// Those who stand between `chủ trì` and `phối hợp`: `Sở A chủ trì; các sở phối hợp`.
  private func partners(before index: Int, behind chairs: Int) -> ActorList? {
    for start in chairs..<index where self[start].isComma || self[start].isMark(UInt8(ascii: ";")) {
      if let list = actors(at: start + 1, until: index, as: .object), list.end == index {
        return list
      }
    }
    return nil
  }
}
