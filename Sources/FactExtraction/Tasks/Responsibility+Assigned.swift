internal import VietnameseLanguage

// Who is to act because the sentence gives them the task: behind `giao`, `yêu cầu`, `đề nghị`, `cho` and `do`.
extension TokenisedText {
  /// The names behind `giao`, `yêu cầu`, `đề nghị` at a token.
  func assigned(at index: Int, until end: Int) -> ActorList? {
    guard var word = phrase(at: index, meaning: .assigns), word.end < end else { return nil }
    // giao trách nhiệm Sở Nội vụ
    if word.meaning.contains(.entrusts), let duty = phrase(at: word.end, meaning: .dutyOf),
      duty.meaning.contains(.nounMaker),
      self[duty.end].isCapital
    {
      word.end = duty.end
    }
    guard let list = actors(at: word.end, until: end, as: .object) else {
      return word.meaning.contains(.entrusts) ? receiver(behind: word.end, until: end) : nil
    }
    // `yêu cầu các đơn vị` is asked to do something; a list that ends the sentence is not.
    guard list.end < end, !self[list.end].isStop || word.meaning.contains(.entrusts) else {
      return nil
    }
    return list
  }

  /// Those who are given what stands before them: `Giao nhiệm vụ lập đề án cho Sở Y tế chủ trì`.
  private func receiver(behind start: Int, until end: Int) -> ActorList? {
    let stop = min(segmentEnd(from: start, until: end), start + 14)
    for index in start..<max(start, stop) where means(index, .onBehalf) {
      guard let list = actors(at: index + 1, until: end, as: .object),
        phrase(at: list.end, meaning: [.chairs, .carriesOut, .cooperates]) != nil
      else { continue }
      return list
    }
    return nil
  }

  /// Whether a common noun alone is asked to do something: `UBND tỉnh đề nghị huyện tiếp tục …`.
  func isAsked(_ list: ActorList, at index: Int) -> Bool {
    guard let word = phrase(at: index, meaning: .assigns), !word.meaning.contains(.entrusts) else {
      return false
    }
    return phrase(at: list.end, meaning: [.verb, .continuing, .predicate, .must, .duty]) != nil
  }

  /// Whether a verb of carrying out ends the clause at a token: `việc rà soát do Phòng Nội vụ thực hiện,`.
  private func isDone(_ index: Int) -> Bool {
    guard let verb = phrase(at: index, meaning: .carriesOut) else { return false }
    let next = self[verb.end]
    return next.kind == .none || next.isComma || next.isStop || next.isMark(UInt8(ascii: ";"))
  }

  /// `do Sở Tư pháp chủ trì`, where the sentence is not about being invited or taking part.
  func doer(in sentence: Range<Int>) -> ActorList? {
    guard !opens.isDisjoint(with: .doer),
      phrase(at: sentence.lowerBound, meaning: .attends) == nil
    else { return nil }
    // Tiếp nhận tài liệu do các ban chuẩn bị: who made the object of a verb does not act.
    let hasVerb =
      phrase(
        at: afterMarks(sentence.lowerBound, until: sentence.upperBound),
        meaning: [.verb, .continuing, .predicate]) != nil
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      index += 1
      guard self[index - 1].opens.contains(.doer), means(index - 1, .doer),
        let list = actors(at: index, until: sentence.upperBound, as: .object)
      else { continue }
      if phrase(at: list.end, meaning: .chairs) != nil || !hasVerb && isDone(list.end) {
        return list
      }
      index = list.end
    }
    return nil
  }
}
