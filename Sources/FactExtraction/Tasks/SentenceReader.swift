internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// What stands above a sentence or a row and says something of it.
struct EntryContext {
  /// The id of the node, which opens the ids of its entries.
  var node = "0"

  /// The nearest title.
  var title: String?

  /// What the nearest title with a word that decides says of the sentences below it.
  var role: SectionRole?

  /// The bodies that the nearest heading above names.
  var leading: LeadingBodies?

  /// The time that the nearest title with a time gives, in EDTF.
  var time: String?

  /// Takes over whom the text before the outline tells to act, as letters and directives do.
  mutating func enter(introduction: LeadingBodies?) {
    guard let introduction, introduction.isAssigned else { return }
    leading = introduction
    role = role ?? .task
  }

  /// Takes over what a title says.
  mutating func enter(_ title: String, _ text: TokenisedText, facts: [Fact]) {
    self.title = title
    if let bodies = LeadingBodies(title: text) {
      leading = bodies
      if bodies.isAlone, role != .result { role = .task }
    }
    if let role = SectionRole(title: text) { self.role = role }
    for fact in facts {
      if case .date(let edtf) = fact.value {
        time = edtf
        break
      }
    }
  }
}

/// Makes the entries of a leaf node's paragraph: its sentences.
struct SentenceReader {
  /// What stands above.
  var context: EntryContext

  /// How many entries the node has.
  var count = 0

  /// What texts say of an entry that stands before all of them.
  var unplaced: [FieldLine] = []

  /// What the text that was read last says of the entry before it.
  private(set) var pending: [FieldLine] = []

  /// The entries of a text that was read; `cells` reads the values of field lines.
  ///
  /// A sentence that only says when, and one that is a field line, belong to the entry before them; where
  /// none stands before them in the text, they are left in `pending`.
  mutating func entries(
    in text: TokenisedText, facts: [Fact], places: [Range<Int>], cells: inout CellReader
  ) -> [ProgrammeTask] {
    pending = []
    var entries: [ProgrammeTask] = []
    var before: Responsibility?
    var fact = 0
    for sentence in text.sentences() where sentence.contains(where: { text[$0].kind != .mark }) {
      let first = fact
      while fact < facts.count, places[fact].lowerBound < sentence.upperBound { fact += 1 }
      let own = first..<fact
      let dates = PlacedDates(facts[own], places: places[own])
      if let field = field(text, sentence, dates: dates, &cells) {
        if entries.isEmpty {
          pending.append(field)
        } else {
          field.apply(to: &entries[entries.count - 1])
        }
        continue
      }
      count += 1
      let responsible = text.responsibility(in: sentence)
      let entry = entry(
        text, sentence, responsible, before: before, dates: dates, facts: Array(own))
      before = entry.role != .task ? nil : responsible.lead.isEmpty ? before : responsible
      entries.append(entry)
    }
    return entries
  }

  /// What a sentence says of the one before it, or `nil` where it is an entry itself.
  private func field(
    _ text: TokenisedText, _ sentence: Range<Int>, dates: PlacedDates, _ cells: inout CellReader
  ) -> FieldLine? {
    if let line = text.fieldLine(in: sentence) {
      return cells.field(line.label, text.slice(line.value..<sentence.upperBound))
    }
    guard text.saysOnlyWhen(sentence, dates: dates) else { return nil }
    var field = FieldLine(label: .time)
    field.deadline = text.deadline(in: sentence, dates: dates)?.value
    return field.deadline == nil ? nil : field
  }

  /// Takes who acts and who cooperates from labels in the sentence: `…; cơ quan thực hiện: Sở Y tế`.
  private func readFields(
    _ text: TokenisedText, _ sentence: Range<Int>, _ lead: inout [String],
    _ from: inout ProgrammeTask.LeadSource?, _ cooperating: inout [String]
  ) {
    if lead.isEmpty || from == .heading, let value = text.value(of: .fieldLead, in: sentence),
      let list = text.actors(at: value.lowerBound, until: value.upperBound, as: .cell)
    {
      lead = text.squeezed(list.names)
      from = .fields
    }
    if cooperating.isEmpty, let value = text.value(of: .fieldCooperating, in: sentence),
      let list = text.actors(at: value.lowerBound, until: value.upperBound, as: .cell)
    {
      cooperating = text.squeezed(list.names)
    }
  }

  private func entry(
    _ text: TokenisedText, _ sentence: Range<Int>, _ responsible: Responsibility,
    before: Responsibility?, dates: PlacedDates, facts: [Int]
  ) -> ProgrammeTask {
    let scalars = text.scalars(sentence)
    let isGoal = context.role == .goal || context.role == .target
    var targets: [Target] = []
    if context.role != .result, text.hasNumber {
      var reader = TargetReader(
        text, sentence, isGoal: isGoal, dates: dates, titleTime: context.time,
        predicate: responsible.predicate)
      targets = reader.targets()
    }
    let deadline = text.deadline(in: sentence, dates: dates)
    let role = text.role(
      of: sentence, in: context.role,
      SentenceEvidence(
        hasLead: !responsible.lead.isEmpty, isAssigned: responsible.isAssigned,
        predicate: responsible.predicate, hasTargets: !targets.isEmpty,
        hasDeadline: deadline != nil))
    if role != .task && role != .target { targets = [] }
    var lead = text.squeezed(responsible.lead)
    var from: ProgrammeTask.LeadSource? = lead.isEmpty ? nil : .sentence
    var others = responsible.cooperating
    var cooperating = text.squeezed(others)
    if lead.isEmpty, role == .task || role == .target {
      if role == .task, let before {
        lead = text.squeezed(before.lead)
        from = .sentence
      } else if let leading = context.leading {
        lead = leading.lead
        from = .heading
        if cooperating.isEmpty { cooperating = leading.cooperating }
      }
      cooperating.removeAll { lead.contains($0) }
      others.removeAll { lead.contains(text.squeezed($0)) }
    }
    if lead.isEmpty || cooperating.isEmpty, role == .task {
      readFields(text, sentence, &lead, &from, &cooperating)
    }
    let product = text.value(of: .fieldProduct, in: sentence)
    var entry = ProgrammeTask(
      id: context.node + "/" + String(count), text: text.slice(sentence),
      range: TextRange(scalars.lowerBound, scalars.upperBound), role: role,
      section: context.title, continuing: text.isContinuing(at: sentence.lowerBound), lead: lead,
      leadFrom: from, cooperating: cooperating,
      deadline: deadline?.value, product: product.map { text.squeezed($0) }, targets: targets,
      facts: facts)
    entry.mention(.lead, responsible.lead, of: text, from: scalars.lowerBound)
    entry.mention(.cooperating, others, of: text, from: scalars.lowerBound)
    if let tokens = deadline?.tokens {
      entry.mention(.deadline, [tokens], of: text, from: scalars.lowerBound)
    }
    if let product { entry.mention(.product, [product], of: text, from: scalars.lowerBound) }
    return entry
  }
}

extension ProgrammeTask {
  /// Notes that tokens say a value of the entry, whose text starts at a scalar of theirs.
  mutating func mention(
    _ value: Mention.Value, _ tokens: [Range<Int>], of text: TokenisedText, from start: Int
  ) {
    for tokens in tokens {
      let scalars = text.scalars(tokens)
      mentions.append(
        Mention(value, TextRange(scalars.lowerBound - start, scalars.upperBound - start)))
    }
  }
}

extension TokenisedText {
  /// Whether the text from the token goes on with what was begun: `Tiếp tục …`, `Duy trì …`.
  func isContinuing(at index: Int) -> Bool {
    phrase(at: afterMarks(index, until: count), meaning: .continuing) != nil
  }

  /// The tokens behind a label in a sentence: `…; sản phẩm: Báo cáo`.
  func value(of label: Meaning, in sentence: Range<Int>) -> Range<Int>? {
    guard mayHold(UInt8(ascii: ":")) else { return nil }
    for colon in sentence where self[colon].isMark(UInt8(ascii: ":")) {
      guard
        (max(sentence.lowerBound, colon - 4)..<colon).contains(where: {
          phrase(at: $0, meaning: label)?.end == colon
        })
      else { continue }
      var end = colon + 1
      while end < sentence.upperBound, !self[end].isMark(UInt8(ascii: ";")) { end += 1 }
      while end > colon + 1, self[end - 1].isStop { end -= 1 }
      return end > colon + 1 ? colon + 1..<end : nil
    }
    return nil
  }
}
