internal import ProgrammeModel
internal import VietnameseLanguage

extension ArchiveRows {
  mutating func add(
    _ task: ProgrammeTask, _ passage: Int, _ node: Int?, _ range: TextRange?,
    _ owners: inout [Int: Int]
  ) {
    let due = task.deadline?.edtf.flatMap { CalendarSpan(edtf: $0) }
    let number = add(
      .tasks,
      [
        .row(.passages, passage), .optional(.nodes, node), .text(task.id),
        .text(task.role.rawValue), .text(task.text), .optional(range?.start),
        .optional(range?.end), .optional(task.row == nil ? nil : task.section), .optional(task.row),
        .optional(task.number), .integer(task.continuing ? 1 : 0),
        .optional(task.leadFrom?.rawValue), .optional(task.deadline?.text),
        .optional(task.deadline?.edtf), .optional(due?.firstDay), .optional(due?.lastDay),
        .optional(task.product),
      ])
    for (part, names) in [("lead", task.lead), ("cooperating", task.cooperating)] {
      for (index, name) in names.enumerated() {
        add(.actors, [.row(.tasks, number), .text(part), .integer(index), .text(name)])
      }
    }
    for (index, target) in task.targets.enumerated() {
      let by = target.by.flatMap { CalendarSpan(edtf: $0) }
      let (value, text) = cells(of: target.value)
      add(
        .targets,
        [
          .row(.tasks, number), .integer(index), .text(target.indicator),
          .text(target.comparator.rawValue), value, text, .text(target.unit),
          .optional(target.by), .optional(by?.firstDay), .optional(by?.lastDay),
        ])
    }
    for fact in task.facts where owners[fact] == nil { owners[fact] = number }
  }

  /// Adds the facts of a title or text; `owners` maps the index of a fact to the row of its task.
  mutating func addFacts(
    _ facts: [Fact], field: String, in passage: Int, _ owners: [Int: Int], from first: Int = 0
  ) {
    for (index, fact) in facts.enumerated() {
      add(fact, fact.range, first + index, field, passage, owners[index])
    }
  }

  mutating func add(
    _ fact: Fact, _ range: TextRange, _ position: Int, _ field: String, _ passage: Int, _ task: Int?
  ) {
    var name = [ArchiveValue.optional(fact.value.name?.name), .optional(fact.value.name?.kind)]
    var days: [ArchiveValue] = [.null, .null, .null]
    var amount: [ArchiveValue] = [.null, .null, .null]
    if let (value, unit) = fact.value.amount {
      let (number, text) = cells(of: value)
      amount = [number, text, .text(unit)]
    }
    switch fact.value {
    case .reference(let reference):
      name = [.optional(reference.code ?? reference.title), .optional(reference.type)]
      add(
        .citations,
        [
          .row(.passages, passage), .integer(position), .text(reference.type),
          .optional(reference.typeCode), .optional(reference.code), .optional(reference.number),
          .optional(reference.symbol), .optional(reference.date), .optional(reference.issuer),
          .optional(reference.title), .optional(reference.code.map(DocumentCode.key)), .null,
        ])
    case .date(let edtf):
      let span = CalendarSpan(edtf: edtf)
      days = [.text(edtf), .optional(span?.firstDay), .optional(span?.lastDay)]
    default: break
    }
    add(
      .facts,
      [
        .row(.passages, passage), .integer(position), .optional(.tasks, task), .text(fact.kind),
        .text(fact.text), .text(field), .integer(range.start), .integer(range.end),
      ] + name + days + amount)
  }

  /// An amount as a number, where it is one, and as a text.
  private func cells(of amount: Amount) -> (ArchiveValue, ArchiveValue) {
    switch amount {
    case .number(let number):
      (.real(number), .text(Int(exactly: number).map(String.init) ?? number.description))
    case .text(let text): (.null, .text(text))
    }
  }
}
