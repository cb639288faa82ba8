internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Makes the tasks of a leaf node's paragraph: its sentences.
struct TaskReader {
  /// The node's id, which opens the ids of its tasks.
  var node: String

  /// The body that a heading above names, which leads where a sentence begins with `Chủ trì`.
  var leader: String?

  /// What the title that runs into the text says of it.
  ///
  /// `- Đơn vị chủ trì: Phòng Tư pháp.` says who leads.
  var label: TaskLabel?

  /// The tasks of a text that was read, numbered from the count on.
  func tasks(
    in text: TokenisedText, facts: [Fact], places: [Range<Int>], count: inout Int
  ) -> [ProgrammeTask] {
    var tasks: [ProgrammeTask] = []
    var fact = 0
    for sentence in text.sentences() where sentence.contains(where: { text[$0].kind != .mark }) {
      let first = fact
      while fact < facts.count, places[fact].lowerBound < sentence.upperBound { fact += 1 }
      let own = first..<fact
      count += 1
      tasks.append(task(text, sentence, facts: facts, places: places, own: own, number: count))
    }
    return tasks
  }

  private func task(
    _ text: TokenisedText, _ sentence: Range<Int>, facts: [Fact], places: [Range<Int>],
    own: Range<Int>, number: Int
  ) -> ProgrammeTask {
    let scalars = text.scalars(sentence)
    let responsible = text.responsibility(in: sentence)
    var lead = responsible.lead.map { text.squeezed($0) }
    var cooperating = responsible.cooperating.map { text.squeezed($0) }
    if lead.isEmpty, let leader, text.takesLeaderFromHeading(sentence) { lead = [leader] }
    var dates: [(tokens: Range<Int>, edtf: String)] = []
    for place in own {
      if case .date(let edtf) = facts[place].value { dates.append((places[place], edtf)) }
    }
    var deadline = text.deadline(in: sentence, dates: dates)
    if sentence.lowerBound == 0, let label {
      // What the title in front of the first sentence announces.
      switch label {
      case .time:
        if deadline == nil, let date = dates.first, date.tokens.lowerBound == 0 {
          deadline = Deadline(
            text: text.squeezed(0..<date.tokens.upperBound), edtf: date.edtf)
        }
      case .lead:
        if lead.isEmpty { lead = text.bodies(until: sentence.upperBound) }
      case .cooperating:
        if cooperating.isEmpty { cooperating = text.bodies(until: sentence.upperBound) }
      }
    }
    // Made when all is known: a task is large, and what is changed later is copied first.
    return ProgrammeTask(
      id: node + "/" + String(number), text: text.slice(sentence),
      range: TextRange(scalars.lowerBound, scalars.upperBound),
      continuing: text.isContinuing(at: sentence.lowerBound), lead: lead, cooperating: cooperating,
      deadline: deadline, product: text.product(in: sentence), facts: Array(own))
  }
}

/// What a title that runs into its text says that the text is.
enum TaskLabel: Hashable {
  /// *Cơ quan chủ trì*, *Đơn vị thực hiện*.
  case lead
  /// *Cơ quan phối hợp*.
  case cooperating
  /// *Thời gian thực hiện*, *Thời hạn hoàn thành*.
  case time
}

extension TokenisedText {
  /// What the text says as the title of a run-in, or `nil` where it names a topic.
  var taskLabel: TaskLabel? {
    guard count >= 2, count <= 6 else { return nil }
    if phraseIs(TaskWord.period, at: 0) || phraseIs(TaskWord.term, at: 0) { return .time }
    guard TaskWord.isBodyWord(self[0].key) else { return nil }
    if phraseIs(TaskWord.leads, at: count - 2) || phraseIs(TaskWord.carriesOut, at: count - 2) {
      return .lead
    }
    return phraseIs(TaskWord.cooperates, at: count - 2) ? .cooperating : nil
  }
}

extension TokenisedText {
  /// The bodies that the text begins with a list of.
  fileprivate func bodies(until end: Int) -> [String] {
    names(at: 0, until: end)?.ranges.map { squeezed($0) } ?? []
  }

  /// Whether the text from the token goes on with what was begun: `Tiếp tục …`, `Duy trì …`.
  func isContinuing(at index: Int) -> Bool {
    var index = index
    while self[index].kind == .mark { index += 1 }
    return phrase(at: index, meaning: .continuing) != nil
  }

  /// What a sentence says that a task produces: `Sản phẩm: …`.
  func product(in sentence: Range<Int>) -> String? {
    guard mayHold(UInt8(ascii: ":")) else { return nil }
    for index in sentence where self[index].isMark(UInt8(ascii: ":")) {
      guard
        phraseIs(TaskWord.product, at: index - 2)
          || (1...4).contains(where: { phraseIs(TaskWord.product, at: index - 2 - $0) })
      else { continue }
      var end = index + 1
      while end < sentence.upperBound, !self[end].isMark(UInt8(ascii: ";")) { end += 1 }
      while end > index + 1, self[end - 1].isStop { end -= 1 }
      return end > index + 1 ? squeezed(index + 1..<end) : nil
    }
    return nil
  }
}
