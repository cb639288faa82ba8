internal import VietnameseLanguage
internal import VietnameseText

/// Who is to act (chủ trì) and who cooperates (phối hợp), as tokens of a text.
struct Responsibility {
  /// The names of those who are to act.
  var lead: [Range<Int>] = []

  /// The names of those who cooperate.
  var cooperating: [Range<Int>] = []

  /// The token that the first predicate begins with, or `nil` where no one is to act.
  var predicate: Int?

  /// Whether somebody else gives the task: `Giao Sở Nội vụ …`, `Đề nghị Sở Nội vụ …`.
  var isAssigned = false

  /// More names than any sentence has.
  static let mostNames = 60

  /// How many tokens an opening may hold before `thì`.
  static let mostOpening = 80

  /// How many commas an opening may hold before its clause.
  static let mostCommas = 30
}

/// Finds who leads a task and who cooperates.
///
/// ```text
/// Giao Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ, các đoàn thể tuyên truyền …
///      └─ lead ─┘                       └─── cooperating ──────┘
/// Hằng năm, Sở Tài chính có trách nhiệm …     the subject behind an opening
/// Sở Nội vụ chịu trách nhiệm …; Sở Tài chính chịu trách nhiệm …     two clauses, two leads
/// ```
extension TokenisedText {
  /// Who acts and who cooperates in a sentence.
  func responsibility(in sentence: Range<Int>) -> Responsibility {
    var found = Responsibility()
    let end = sentence.upperBound
    var start = afterMarks(sentence.lowerBound, until: end)
    let first = start
    // Names that no predicate follows are read once, however many semicolons stand between them.
    var rejected = start
    while start < end {
      var stop = clauseEnd(from: start, until: end)
      // The subject of the sentence hands on its own work: … chịu trách nhiệm; phân công giáo viên …
      let mayAssign = found.lead.isEmpty || found.isAssigned
      if let clause = lead(
        in: start..<stop, until: end, mayAssign: mayAssign, rejected: &rejected)
      {
        add(clause.list.names, to: &found.lead)
        found.predicate = found.predicate ?? clause.list.end
        found.isAssigned = found.isAssigned || clause.isAssigned
        stop = max(stop, clauseEnd(from: clause.list.end, until: end))
      }
      start = afterMarks(stop, until: end)
    }
    if found.lead.isEmpty, let doer = doer(in: first..<end) { found.lead = doer.names }
    readCooperation(in: first..<end, to: &found)
    return found
  }

  /// Adds names to a list, as many as a sentence may have.
  func add(_ names: [Range<Int>], to list: inout [Range<Int>]) {
    for name in names where list.count < Responsibility.mostNames {
      if !list.contains(where: { squeezed($0) == squeezed(name) }) { list.append(name) }
    }
  }

  /// The next semicolon outside parentheses, or the end.
  private func clauseEnd(from start: Int, until end: Int) -> Int {
    guard mayHold(UInt8(ascii: ";")) else { return end }
    var depth = 0
    for index in start..<max(start, end) where self[index].kind == .mark {
      if self[index].isMark(UInt8(ascii: "(")) { depth += 1 }
      if self[index].isMark(UInt8(ascii: ")")) { depth = max(0, depth - 1) }
      if depth == 0, self[index].isMark(UInt8(ascii: ";")) { return index }
    }
    return end
  }

  // MARK: Lead

  /// Who acts in a clause: at its beginning, or behind what opens it.
  private func lead(
    in clause: Range<Int>, until end: Int, mayAssign: Bool, rejected: inout Int
  ) -> (list: ActorList, isAssigned: Bool)? {
    guard clause.lowerBound >= rejected else { return nil }
    let first = clause.lowerBound
    if let found = lead(at: first, until: end, mayAssign: mayAssign, rejected: &rejected) {
      return found
    }
    let mayOpen = opensClause(clause.lowerBound)
    // Nếu …, Trường hợp … thì cơ quan … phải …
    if mayOpen,
      let then = clause.prefix(Responsibility.mostOpening).first(where: { means($0, .then) })
    {
      return lead(at: then + 1, until: end, mayAssign: mayAssign, rejected: &rejected)
    }
    var hasVerb = false
    var depth = 0
    var commas = 0
    for index in clause.dropFirst() where self[index].kind == .mark {
      if self[index].isMark(UInt8(ascii: "(")) { depth += 1 }
      if self[index].isMark(UInt8(ascii: ")")) { depth = max(0, depth - 1) }
      guard depth == 0, self[index].isComma || self[index].isMark(UInt8(ascii: ":")) else {
        continue
      }
      commas += 1
      guard commas < Responsibility.mostCommas else { return nil }
      // Behind a verb a common noun is the verb's object: chủ động bố trí công chức, viên chức …
      let isNoun = !self[index + 1].isCapital && phrase(at: index + 1, meaning: .many) == nil
      if mayOpen && !(hasVerb && isNoun) || phrase(at: index + 1, meaning: .entrusts) != nil,
        let found = lead(at: index + 1, until: end, mayAssign: mayAssign, rejected: &rejected)
      {
        return found
      }
      hasVerb =
        hasVerb
        || phrase(at: index + 1, meaning: [.verb, .continuing, .predicate, .adverb]) != nil
    }
    return nil
  }

  /// Whether a clause may begin with something else than its subject or its verb.
  private func opensClause(_ index: Int) -> Bool {
    guard
      let word = phrase(
        at: index, meaning: [.opening, .joins, .periodic, .every, .relation, .past])
    else { return date(at: index) != nil }
    // Thực hiện Kế hoạch …, Sở Nội vụ …; but not: Thực hiện các biện pháp …, các ngành …
    let verb = phrase(at: index, meaning: [.verb, .continuing, .predicate])?.end ?? 0
    return verb < word.end || verb == word.end && word.meaning.contains(.relation)
      || phrase(at: word.end, meaning: .documentType) != nil && self[word.end].isCapital
      || word.meaning.contains(.periodic)
        && (self[word.end].kind == .number
          || phrase(at: word.end, meaning: [.due, .onward, .every, .day]) != nil)
  }

  /// Who acts where a clause begins at a token: behind `giao` and its like, or as its subject.
  private func lead(
    at start: Int, until end: Int, mayAssign: Bool, rejected: inout Int
  ) -> (list: ActorList, isAssigned: Bool)? {
    let index = afterOpenings(start, until: end)
    if mayAssign, let given = assigned(at: index, until: end) { return (given, true) }
    let isClauseStart = start == index && !self[index - 1].isComma && !means(index - 1, .then)
    let use = self[index].isCapital || isClauseStart ? ActorUse.subject : .object
    guard let list = subject(at: index, until: end, as: use) else { return nil }
    if isMeasured(list, at: index, until: end) { return nil }
    // UBND tỉnh yêu cầu các sở …: those who are asked are to act; Ban Chỉ đạo phân công thành viên … is
    // an action of its own.
    let asking = phrase(at: list.end, meaning: .adverb)?.end ?? list.end
    if let given = assigned(at: asking, until: end), isNamed(given) || isAsked(given, at: asking) {
      return (given, true)
    }
    // Thanh tra tỉnh chuyển đơn, yêu cầu Sở Nội vụ …: what is handed on is for others to do.
    if let word = phrase(at: asking, meaning: .enacts),
      word.meaning.isDisjoint(with: [.summing, .inWork])
    {
      let comma = segmentEnd(from: word.end, until: end)
      if self[comma].isComma, let given = assigned(at: comma + 1, until: end), isNamed(given) {
        return (given, true)
      }
    }
    // Mỗi xã có một tổ: what each has is no action.
    guard isPredicate(list.end, until: end),
      phrase(at: index, meaning: .many) == nil || !means(list.end, .reaches)
        || phrase(at: list.end, meaning: [.must, .duty]) != nil
    else {
      rejected = max(rejected, list.end)
      return nil
    }
    // đội ngũ cán bộ, công chức với số lượng khá lớn: how things stand is no action.
    if !self[index].isCapital, means(list.end, .with) { return nil }
    // A common noun in the middle of a sentence is a subject only before a verb that we know.
    if use == .object, phrase(at: index, meaning: .many) == nil,
      phrase(before: index - 1, meaning: [.actor, .place, .numbered, .listed]) != nil
        || phrase(at: list.end, meaning: [.verb, .continuing, .predicate, .must, .duty, .chairs])
          == nil
        || phrase(at: list.end, meaning: .relation) != nil
    {
      return nil
    }
    return (list, false)
  }

  /// Whether a common noun is what is counted behind a colon: `Giáo viên dạy giỏi cấp huyện: 06 đồng chí`.
  private func isMeasured(_ list: ActorList, at index: Int, until end: Int) -> Bool {
    guard list.names.count == 1, !(index + 1..<list.end).contains(where: { self[$0].isCapital }),
      phrase(at: index, meaning: [.many, .officer, .body]) == nil
    else { return false }
    let colon = segmentEnd(from: list.end, until: end)
    return self[colon].isMark(UInt8(ascii: ":")) && self[colon + 1].kind == .number
  }

  /// Whether a list begins with a name or with a group, and with no common noun alone.
  private func isNamed(_ list: ActorList) -> Bool {
    guard let start = list.names.first?.lowerBound else { return false }
    return self[start].isCapital || list.names.count > 1
      || phrase(at: start, meaning: [.many, .comrade, .officer]) != nil
  }

  /// The names that a clause begins with.
  ///
  /// Where no predicate follows them, the last may have run over a
  /// verb that the vocabulary does not have: then it ends behind its noun.
  private func subject(at index: Int, until end: Int, as use: ActorUse) -> ActorList? {
    guard let list = actors(at: index, until: end, as: use) else { return nil }
    guard !isPredicate(list.end, until: end), phrase(at: list.end, meaning: .passive) == nil,
      let strict = actors(at: index, until: end, as: use, isStrict: true)
    else { return list }
    return strict
  }

  /// Behind adverbs and times that open a clause without a comma: `Đồng thời`, `Hằng năm`, `Định kỳ`.
  private func afterOpenings(_ start: Int, until end: Int) -> Int {
    var index = start
    for _ in 0..<3 {
      let before = index
      if let word = phrase(at: index, meaning: .joins) { index = word.end }
      if let word = phrase(at: index, meaning: .periodic) { index = word.end }
      if means(index, .every), let stretch = phrase(at: index + 1, meaning: .stretch) {
        index = stretch.end
      }
      if let date = date(at: index) { index = date.end }
      guard index > before else { break }
      if self[index].isComma { index += 1 }
    }
    return index < end ? index : start
  }

  /// Whether a predicate begins at a token, so that the names before it are its subject.
  private func isPredicate(_ index: Int, until end: Int) -> Bool {
    guard index < end else { return false }
    let token = self[index]
    // UBND huyện: 34 triệu đồng
    if token.isMark(UInt8(ascii: ":")) { return index + 1 < end && self[index + 1].kind == .word }
    if token.isComma {
      return !self[index + 1].isCapital
        && phrase(at: index + 1, meaning: TokenisedText.predicates) != nil
    }
    guard token.kind == .word, !token.isCapital || token.isUppercase else { return false }
    if phrase(at: index, meaning: .must) != nil { return true }
    return phrase(at: index, meaning: .passive) == nil && !means(index, [.of, .and, .doer])
  }
}
