internal import VietnameseLanguage
internal import VietnameseText

/// Finds who leads a task (chủ trì) and who cooperates (phối hợp).
///
/// ```text
/// Giao Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ, các đoàn thể tuyên truyền …
///      └─ lead ─┘                       └─── cooperating ──────┘
/// Sở Tài chính có trách nhiệm …         the subject of a sentence leads
/// Chủ trì, phối hợp với …               the body in the heading above leads
/// ```
extension TokenisedText {
  /// The bodies that lead and cooperate in a sentence, as ranges of tokens.
  func responsibility(in sentence: Range<Int>) -> (lead: [Range<Int>], cooperating: [Range<Int>]) {
    var lead: [Range<Int>] = []
    var cooperating: [Range<Int>] = []
    var start = sentence.lowerBound
    while self[start].kind == .mark, start < sentence.upperBound { start += 1 }
    start = afterOpeningTime(start, until: sentence.upperBound)
    // The subject: bodies at the beginning, behind `Giao`, or behind `do`.
    var subject = start
    if self[subject].key == TaskWord.assign { subject += 1 }
    if let names = names(at: subject, until: sentence.upperBound),
      isSubject(names.end, isAssigned: subject > start, end: sentence.upperBound)
    {
      lead = names.ranges
    }
    guard opens.contains(.signal) || mayHold(UInt8(ascii: ":")) else { return (lead, cooperating) }
    var index = start
    while index < sentence.upperBound {
      let isColon = self[index].isMark(UInt8(ascii: ":"))
      guard isColon || self[index].opens.contains(.signal) else {
        index += 1
        continue
      }
      if lead.isEmpty, index > start,
        self[index].key == TaskWord.assign || self[index].key == TaskWord.by,
        let names = names(at: index + 1, until: sentence.upperBound),
        self[index].key == TaskWord.assign || phraseIs(TaskWord.leads, at: names.end),
        isSubject(names.end, isAssigned: true, end: sentence.upperBound)
      {
        lead = names.ranges
        index = names.end
        continue
      }
      if phraseIs(TaskWord.cooperates, at: index) {
        let next = afterAdverbs(index + 2)
        if cooperating.isEmpty, let names = names(at: next, until: sentence.upperBound) {
          cooperating = names.ranges
          index = names.end
          continue
        }
      }
      // Cơ quan chủ trì: …; cơ quan phối hợp: …
      if isColon, let names = names(at: index + 1, until: sentence.upperBound) {
        if phraseIs(TaskWord.leads, at: index - 2) || phraseIs(TaskWord.carriesOut, at: index - 2) {
          lead = names.ranges
          index = names.end
          continue
        }
        if phraseIs(TaskWord.cooperates, at: index - 2) {
          cooperating = names.ranges
          index = names.end
          continue
        }
      }
      index += 1
    }
    return (lead, cooperating)
  }

  /// Whether a sentence takes its leader from the heading above: it begins with `Chủ trì`.
  func takesLeaderFromHeading(_ sentence: Range<Int>) -> Bool {
    phraseIs(TaskWord.leads, at: sentence.lowerBound)
  }

  /// Behind a time that opens a sentence, and `tất cả`: `Đến hết quý II, tất cả các sở …`.
  private func afterOpeningTime(_ start: Int, until end: Int) -> Int {
    var index = start
    for comma in start..<min(start + 10, end) where self[comma].isComma {
      if (start..<min(comma, start + 4)).contains(where: { date(at: $0)?.end == comma }) {
        index = comma + 1
      }
      break
    }
    return phraseIs(TaskWord.all, at: index) ? index + 2 : index
  }

  /// Whether names that end at the token are those of who acts: a verb follows.
  private func isSubject(_ index: Int, isAssigned: Bool, end: Int) -> Bool {
    var next = index
    if self[next].isComma { next += 1 }
    guard next < end else { return false }
    if phraseIs(TaskWord.leads, at: next) { return true }
    if self[next].key == TaskWord.must || self[next].key == TaskWord.needs { next += 1 }
    return phrase(at: next, meaning: .verb) != nil
      && (isAssigned || next == index || self[index].key == TaskWord.must
        || self[index].key == TaskWord.needs)
  }

  /// Behind `phối hợp`: `chặt chẽ với`, `cùng`.
  private func afterAdverbs(_ index: Int) -> Int {
    for step in 0...3 where TaskWord.isWith(self[index + step].key) { return index + step + 1 }
    return index
  }

  // MARK: Lists of bodies

  /// The bodies that begin at a token and where their list ends.
  func names(at index: Int, until end: Int) -> (ranges: [Range<Int>], end: Int)? {
    guard isNameStart(index) else { return nil }
    var ranges: [Range<Int>] = []
    var start = index
    var next = index
    while next < end {
      if let body = body(at: next) {
        next = body.end
        continue
      }
      let token = self[next]
      let isJoint = token.isComma || token.isMark(UInt8(ascii: ";")) || token.key == Word.and
      if isJoint {
        if token.isComma,
          phraseIs(TaskWord.leads, at: next + 1) || phraseIs(TaskWord.cooperates, at: next + 1)
        {
          break
        }
        if isNameStart(next + 1) {
          if next > start { ranges.append(start..<next) }
          start = next + 1
          next += 1
          continue
        }
        guard token.kind == .mark && !token.isMark(UInt8(ascii: ";")) || token.key == Word.and,
          isGoingOn(next + 1)
        else { break }
      } else if next > start || !TaskWord.isPlural(token.key) {
        if token.kind == .mark, !token.isDash, !token.isMark(UInt8(ascii: "(")),
          !token.isMark(UInt8(ascii: ")")),
          !token.isMark(UInt8(ascii: "&"))
        {
          break
        }
        if token.kind == .word, !token.isCapital || next == start, endsNames(next) { break }
      }
      next += 1
      // Names go on for a line at most; what is longer is no list of bodies.
      if next - start > 40 { break }
    }
    let stop = min(next, end)
    if stop > start { ranges.append(start..<trimmed(stop, from: start)) }
    return ranges.isEmpty ? nil : (ranges, stop)
  }

  private func trimmed(_ end: Int, from start: Int) -> Int {
    var end = end
    // A parenthesis that the list breaks off in belongs to no name.
    if let open = (start..<end).last(where: { self[$0].isMark(UInt8(ascii: "(")) }),
      open > start, !(open..<end).contains(where: { self[$0].isMark(UInt8(ascii: ")")) })
    {
      end = open
    }
    while end > start + 1, self[end - 1].kind == .mark, !self[end - 1].isMark(UInt8(ascii: ")")) {
      end -= 1
    }
    return end
  }

  /// Whether the name of a body, or `các sở, ngành …`, begins at the token.
  private func isNameStart(_ index: Int) -> Bool {
    if body(at: index) != nil { return true }
    if TaskWord.isPlural(self[index].key) {
      return phrase(at: index + 1, meaning: [.listed, .body, .office, .place, .numbered]) != nil
    }
    return TaskWord.isHead(self[index].key) && self[index].isCapital
  }

  /// Whether a list goes on with its like: `các huyện, thị xã`, `các sở, ban, ngành`.
  private func isGoingOn(_ index: Int) -> Bool {
    phrase(at: index, meaning: [.listed, .place, .numbered, .office]) != nil
      && phrase(at: index, meaning: .verb).map { $0.end == index + 1 } ?? true
  }

  /// Whether a word in lower case ends a list of bodies: a verb, or a word that goes on otherwise.
  private func endsNames(_ index: Int) -> Bool {
    if TaskWord.endsNames(self[index].key) { return true }
    // The second syllable of a title or a name is no verb: «Trưởng phòng», «Chánh Văn phòng».
    let title = self[index - 1]
    if TaskWord.isHead(title.key), title.isCapital { return false }
    if let name = phrase(at: index - 1, meaning: [.body, .office]), name.end > index {
      return false
    }
    guard let verb = phrase(at: index, meaning: [.verb, .continuing]) else { return false }
    guard let noun = phrase(at: index, meaning: [.listed, .place, .numbered]) else { return true }
    // `các tổ chức` are bodies, `… liên quan tổ chức` is a verb.
    let before = self[index - 1]
    return noun.end < verb.end
      || noun.end == verb.end && !before.isComma && !TaskWord.isPlural(before.key)
  }
}
