internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// What tells the role of a sentence, beside its section.
struct SentenceEvidence {
  /// Whether somebody is named who is to act.
  var hasLead: Bool

  /// Whether somebody else gives the task: `Giao …`, `Đề nghị …`.
  var isAssigned: Bool

  /// The token that the predicate of the subject begins with.
  var predicate: Int?

  /// Whether it states a figure to be reached.
  var hasTargets: Bool

  /// Whether it says when something is due.
  var hasDeadline = false
}

/// Tells tasks, targets, results and statements apart.
///
/// The section decides first: *Tiếp tục duy trì đường dây nóng* is a result among results and a task
/// among tasks. Then the sentence may overrule it: a figure to be reached in *Yêu cầu* is a target, what
/// *sẽ* be done in a report is a task, and *Đến nay …* among tasks is a result.
extension TokenisedText {
  /// The role of a sentence in a section.
  func role(
    of sentence: Range<Int>, in section: SectionRole?, _ evidence: SentenceEvidence
  ) -> ProgrammeTask.Role {
    let start = afterMarks(sentence.lowerBound, until: sentence.upperBound)
    if phrase(at: start, meaning: .effect) != nil { return .statement }
    switch section {
    case .result: return roleOfResult(sentence, start, evidence)
    case .target: return .target
    case .goal: return evidence.hasTargets ? .target : .statement
    case .statement:
      return evidence.hasTargets && !isPast(sentence, start, evidence) && !isConsequence(sentence)
        ? .target : .statement
    case .money:
      if evidence.hasLead || evidence.isAssigned { return .task }
      return evidence.hasTargets ? .target : .statement
    case .task: return roleOfTask(sentence, start, evidence) ?? .task
    case nil: return roleWithoutSection(sentence, start, evidence)
    }
  }

  private func roleOfResult(
    _ sentence: Range<Int>, _ start: Int, _ evidence: SentenceEvidence
  ) -> ProgrammeTask.Role {
    if evidence.hasLead, let predicate = evidence.predicate, means(predicate, .future) {
      return .task
    }
    return phrase(at: start, meaning: .cause) != nil ? .statement : .result
  }

  /// The role of a sentence among tasks that is none, or `nil`.
  private func roleOfTask(
    _ sentence: Range<Int>, _ start: Int, _ evidence: SentenceEvidence
  ) -> ProgrammeTask.Role? {
    if isPast(sentence, start, evidence) { return .result }
    if evidence.isAssigned { return nil }
    if saysNoAction(sentence, start, evidence) || namesBodiesAlone(sentence, start, evidence) {
      return .statement
    }
    if evidence.hasTargets { return hasAction(sentence, start, evidence) ? nil : .target }
    return opensWithNoun(start) && !evidence.hasLead && !evidence.hasDeadline
      && !isDemand(sentence, start) ? .statement : nil
  }

  /// Whether the sentence is a list of names and nothing else: `Đảng ủy xã An Hòa, Đảng ủy xã Tân Lộc`.
  private func namesBodiesAlone(
    _ sentence: Range<Int>, _ start: Int, _ evidence: SentenceEvidence
  ) -> Bool {
    guard !evidence.hasLead, !evidence.hasTargets, !evidence.hasDeadline, self[start].isCapital,
      phrase(at: start, meaning: [.actor, .officer, .body, .office, .many, .generic]) != nil,
      let list = actors(at: start, until: sentence.upperBound, as: .object)
    else { return false }
    return afterMarks(list.end, until: sentence.upperBound) == sentence.upperBound
      && list.names.allSatisfy {
        isCompleteName($0) || phrase(at: $0.lowerBound, meaning: .comrade) != nil
          || phrase(at: $0.lowerBound, meaning: .officer) != nil
      }
  }

  /// Whether the first clause says what must be: `Việc lựa chọn nhà thầu phải …`.
  private func isDemand(_ sentence: Range<Int>, _ start: Int) -> Bool {
    (start..<max(start, segmentEnd(from: start, until: sentence.upperBound))).contains {
      phrase(at: $0, meaning: .must) != nil
    }
  }

  private func roleWithoutSection(
    _ sentence: Range<Int>, _ start: Int, _ evidence: SentenceEvidence
  ) -> ProgrammeTask.Role {
    if let role = roleOfTask(sentence, start, evidence) { return role }
    if evidence.isAssigned { return .task }
    if self[start].isMark(UInt8(ascii: "\"")) || isQuote(before: start, from: sentence.lowerBound) {
      return .statement
    }
    if let predicate = evidence.predicate, evidence.hasLead {
      return means(predicate, .copula) && phrase(at: predicate, meaning: .chairs) == nil
        ? .statement : .task
    }
    if evidence.hasLead || hasAction(sentence, start, evidence) { return .task }
    if countsPast(sentence, start) { return .result }
    return .statement
  }

  /// Whether the sentence says what was done, or how things stand: `Đến nay, …`, `Sở Nội vụ đã …`.
  private func isPast(
    _ sentence: Range<Int>, _ start: Int, _ evidence: SentenceEvidence
  ) -> Bool {
    if phrase(at: start, meaning: .pastOpening) != nil {
      return !evidence.isAssigned
        && !(evidence.predicate.map { phrase(at: $0, meaning: [.must, .duty, .chairs]) != nil }
          ?? false)
    }
    if let predicate = evidence.predicate { return means(predicate, .past) }
    if phrase(at: start, meaning: [.verb, .continuing, .strives]) != nil { return false }
    // Trong tháng 5 … đã …: a mark of the past before the first comma behind the opening.
    let stop = segmentEnd(from: start, until: sentence.upperBound)
    let next = self[stop].isComma ? segmentEnd(from: stop + 1, until: sentence.upperBound) : stop
    return (start..<max(start, next)).contains { means($0, .past) }
  }

  /// Whether nothing to come is named: praise, a definition, an enumeration, what has effect.
  private func saysNoAction(
    _ sentence: Range<Int>, _ start: Int, _ evidence: SentenceEvidence
  ) -> Bool {
    let at = evidence.predicate ?? start
    if phrase(at: at, meaning: [.remark, .consists]) != nil { return true }
    if means(at, .copula), phrase(at: at, meaning: .chairs) == nil, evidence.hasLead { return true }
    if !evidence.hasLead, isConsequence(sentence) { return true }
    guard evidence.predicate == nil else {
      return phrase(at: at, meaning: .passive) != nil
        && phrase(at: at, meaning: .must) == nil
    }
    if phrase(at: start, meaning: .passive) != nil { return true }
    let stop = segmentEnd(from: start, until: sentence.upperBound)
    guard namesItself(start) || phrase(at: start, meaning: [.verb, .continuing, .opening]) == nil
    else { return false }
    return (start..<max(start, stop)).contains {
      phrase(at: $0, meaning: [.effect, .consists]) != nil
    }
  }

  /// Whether the sentence tells what follows for somebody: `… thì được hưởng lãi`, `… thì bị xử lý`.
  private func isConsequence(_ sentence: Range<Int>) -> Bool {
    !opens.isDisjoint(with: .then)
      && sentence.prefix(Responsibility.mostOpening).contains {
        means($0, .then)
          && ($0 + 1..<$0 + 8).contains { index in
            phrase(at: index, meaning: .passive) != nil && phrase(at: index, meaning: .must) == nil
          }
      }
  }

  /// Whether the sentence has an action of its own: a verb that is none of reaching a goal.
  private func hasAction(
    _ sentence: Range<Int>, _ start: Int, _ evidence: SentenceEvidence
  ) -> Bool {
    if namesItself(start) { return false }
    var index = evidence.predicate ?? start
    if evidence.predicate == nil { index = actionStart(start, until: sentence.upperBound) }
    for _ in 0..<3 {
      guard let word = phrase(at: index, meaning: [.must, .adverb, .future, .duty]),
        phrase(at: index, meaning: .verb).map({ $0.end <= word.end }) ?? true
      else { break }
      index = word.end
      if self[index].isComma { index += 1 }
    }
    guard
      let verb = phrase(at: index, meaning: [.verb, .continuing, .predicate, .chairs, .cooperates])
    else { return evidence.predicate != nil }
    // To reach a goal is an action only where no figure tells the goal.
    guard let goal = phrase(at: index, meaning: [.strives, .change]), goal.end >= verb.end,
      goal.meaning.contains(.strives) || !goal.meaning.contains(.verb)
    else { return true }
    return !evidence.hasTargets || actsLater(sentence, from: verb.end)
  }

  /// Whether a later clause opens with an action: `Duy trì …; xử lý nghiêm …`.
  private func actsLater(_ sentence: Range<Int>, from start: Int) -> Bool {
    (start..<max(start, sentence.upperBound)).contains { index in
      guard self[index].isMark(UInt8(ascii: ";")) else { return false }
      var verb = index + 1
      if let adverb = phrase(at: verb, meaning: .adverb) { verb = adverb.end }
      return phrase(at: verb, meaning: [.verb, .continuing, .predicate]) != nil
        && phrase(at: verb, meaning: [.strives, .change, .measured]) == nil
    }
  }

  /// Where the verb may stand: behind times and openings that a comma ends.
  private func actionStart(_ start: Int, until end: Int) -> Int {
    var index = start
    for _ in 0..<4 {
      if let word = phrase(at: index, meaning: .joins) {
        index = self[word.end].isComma ? word.end + 1 : word.end
        continue
      }
      if phrase(at: index, meaning: [.verb, .continuing, .strives]) == nil,
        phrase(at: index, meaning: [.opening, .periodic, .every, .due, .onward]) != nil
          || date(at: index) != nil
      {
        let stop = segmentEnd(from: index, until: end)
        guard self[stop].isComma else {
          // Hằng tháng công khai …
          if means(index, .every) { return min(index + 2, end) }
          if let word = phrase(at: index, meaning: .periodic) { return word.end }
          return index
        }
        index = stop + 1
        continue
      }
      break
    }
    return index
  }

  /// Whether the sentence speaks of its document: `Quyết định này …`.
  private func namesItself(_ start: Int) -> Bool {
    phrase(at: start, meaning: .documentType).map { means($0.end, .thisDocument) } ?? false
  }

  /// Whether a noun opens the sentence, and no word that may be a verb: `Thông tin về …`, `Các nguyên tắc …`.
  private func opensWithNoun(_ start: Int) -> Bool {
    guard
      phrase(at: start, meaning: [.verb, .continuing, .predicate, .opening, .joins, .strives])
        == nil,
      phrase(at: start, meaning: [.actor, .officer, .body, .office]) == nil
    else { return false }
    return phrase(at: start, meaning: [.noun, .listed, .classifier, .plural, .topic]) != nil
  }

  private func isQuote(before start: Int, from first: Int) -> Bool {
    (first..<max(first, start)).contains {
      self[$0].isMark(UInt8(ascii: "\"")) || self[$0].isOpeningQuote
    }
  }

  /// Whether a time opens the sentence and a number is counted in it: `Trong tháng 5, thư viện tỉnh phục
  /// vụ 12.400 lượt bạn đọc`.
  private func countsPast(_ sentence: Range<Int>, _ start: Int) -> Bool {
    guard means(start, [.inside]) || date(at: start) != nil else { return false }
    return sentence.contains {
      self[$0].kind == .number && QuantityRecogniser.quantity(at: $0, in: self) != nil
    }
  }
}

extension Token {
  /// Whether it is a quotation mark that opens.
  var isOpeningQuote: Bool { isMark(Code.openingQuote) }
}
