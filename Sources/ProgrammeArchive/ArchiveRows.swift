public import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// The rows of one document, ready to be written to an archive.
///
/// ```swift
/// let rows = ArchiveRows(of: programme)
/// try archive.write([.put(root: "2023", rows: rows.bytes, reading: "0.1.0", cites: rows)])
/// ```
///
/// Making them needs no database, so that every thread makes those of its document.
public struct ArchiveRows {
  private var rows = ArchiveRowBytes()
  private var counts: [ArchiveTable: Int] = [:]
  private var zone = ""
  /// The part of the file that most stands in: it is written once, with the document.
  private var mainPart: String?

  /// The rows as bytes, as `Archive.write` takes them.
  public var bytes: [UInt8] { rows.bytes }

  /// Makes the rows of a document.
  public init(of programme: Programme) {
    mainPart = programme.mainPart
    addDocument(programme)
    addLines(programme.lines, programme.metadata)
    addParts(programme.preamble, programme.outline, programme.closing)
    for appendix in programme.appendices {
      zone = "appendix"
      if !appendix.title.isEmpty {
        addPassage("title", title: appendix.title.joined(separator: " "), text: nil, at: nil)
      }
      for line in appendix.lines where line.role != .title { addLine(line) }
      addParts(appendix.preamble, appendix.outline, appendix.closing)
    }
    zone = "note"
    for note in programme.notes { add(note.content, in: nil) }
    for diagnostic in programme.diagnostics {
      add(
        .diagnostics,
        [
          .text(diagnostic.severity.rawValue), .text(diagnostic.code),
          .text(diagnostic.message(in: .english)),
        ] + place(diagnostic.location))
    }
  }

  /// Adds a row, in front the number it has among those of its table, and returns that.
  @discardableResult
  private mutating func add(_ table: ArchiveTable, _ cells: [ArchiveValue]) -> Int {
    guard table.hasID else {
      rows.append(table, cells)
      return 0
    }
    let number = counts[table, default: 0] + 1
    counts[table] = number
    let document: [ArchiveValue] = table == .documents ? [] : [.row(.documents, 1)]
    rows.append(table, [.row(table, number)] + document + cells)
    return number
  }

  private func place(_ location: Location?) -> [ArchiveValue] {
    [
      .optional(location?.part == mainPart ? nil : location?.part),
      .optional(location?.paragraph), .optional(location?.line),
    ]
  }
}

// MARK: The document and its letterhead

extension ArchiveRows {
  private mutating func addDocument(_ programme: Programme) {
    let source = programme.source
    let data = programme.metadata
    let date = data.date?.edtf
    let days = date.flatMap { CalendarSpan(edtf: $0) }
    let period = data.period.flatMap { CalendarSpan(edtf: $0.edtf) }
    let first = days?.firstDay ?? days?.lastDay ?? data.period?.start ?? data.period?.end
    add(
      .documents,
      [
        .root, .text(source.path), .text(source.sha256), .text(source.name),
        .text(source.format.rawValue), .optional(source.via), .integer(source.byteCount),
        .optional(source.encoding), .optional(data.superior), .optional(data.issuer),
        .optional(data.number), .optional(data.symbol), .optional(data.code), .optional(data.type),
        .optional(data.typeCode), .optional(data.subject), .optional(data.place),
        .optional(data.date?.text), .optional(date), .optional(days?.firstDay),
        .optional(days?.lastDay), .optional(first.flatMap { Int($0.prefix(4)) }),
        .optional(data.period?.text), .optional(data.period?.edtf),
        .optional(data.period?.start ?? period?.firstDay),
        .optional(data.period?.end ?? period?.lastDay),
        .optional(data.signature.flatMap(\.signedFor)), .optional(data.signature?.title),
        .optional(data.signature?.name), .optional(data.security), .optional(data.urgency),
        .integer(data.isDraft ? 1 : 0), .optional(mainPart),
        .optional(data.code.map(DocumentCode.key)), .reading,
      ])
  }

  /// The names of the letterhead as wholes, the other lines one by one.
  private mutating func addLines(_ lines: [DocumentLine], _ data: Metadata) {
    zone = "letterhead"
    let title = [data.type, data.subject].compactMap { $0 }.joined(separator: " ")
    var names: [DocumentLine.Role: String?] = [
      .superior: data.superior, .issuer: data.issuer, .title: title.isEmpty ? nil : title,
    ]
    for line in lines {
      // The lines of one name are one passage, at the first of them.
      let role = line.role == .type && names[.title] != nil ? .title : line.role
      guard let name = names[role], let name else {
        if names[role] == nil { addLine(line) }
        continue
      }
      addPassage(
        role.rawValue, title: role == .title ? name : nil, text: role == .title ? nil : name,
        at: line.location)
      names[role] = .some(.none)
    }
  }

  private mutating func addLine(_ line: DocumentLine) {
    guard line.role != .rule, line.role != .page else { return }
    addPassage(line.role.rawValue, title: nil, text: line.text, at: line.location)
  }
}

// MARK: The tree

extension ArchiveRows {
  private mutating func addParts(_ preamble: [Block], _ outline: [Node], _ closing: [Block]) {
    zone = "preamble"
    add(preamble, in: nil)
    zone = "outline"
    for node in outline { add(node, below: nil) }
    zone = "closing"
    add(closing, in: nil)
  }

  private mutating func add(_ node: Node, below parent: Int?) {
    let number = add(
      .nodes,
      [
        .optional(.nodes, parent), .text(node.id), .text(node.kind.rawValue),
        .optional(node.marker?.text), .optional(node.title),
      ] + place(node.location))
    var content = node.content[...]
    if let title = node.title {
      // Title and text of a run-in stand in one paragraph, and are found as one.
      if node.kind == .runin, case .paragraph(let paragraph)? = content.first {
        content.removeFirst()
        add(paragraph, in: number, title: title, node.facts)
      } else {
        let passage = addPassage("heading", title: title, text: nil, in: number, at: node.location)
        addFacts(node.facts, field: "title", in: passage, [:])
      }
    }
    add(Array(content), in: number)
    for child in node.children { add(child, below: number) }
  }

  private mutating func add(_ blocks: [Block], in node: Int?) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): add(paragraph, in: node)
      case .table(let table): add(table, in: node)
      }
    }
  }

  private mutating func add(
    _ paragraph: Paragraph, in node: Int?, title: String? = nil, _ titleFacts: [Fact] = []
  ) {
    let passage = addPassage(
      "paragraph", title: title, text: paragraph.text, in: node, at: paragraph.location)
    var owners: [Int: Int] = [:]
    for task in paragraph.tasks { add(task, passage, node, task.range, &owners) }
    addFacts(paragraph.facts, field: "text", in: passage, owners)
    addFacts(titleFacts, field: "title", in: passage, [:], from: paragraph.facts.count)
  }

  private mutating func addFacts(
    _ facts: [Fact], field: String, in passage: Int, _ owners: [Int: Int], from first: Int = 0
  ) {
    for (index, fact) in facts.enumerated() {
      add(fact, fact.range, first + index, field, passage, owners[index])
    }
  }

  /// A table, a passage a row: what is found in one is a row of the page.
  private mutating func add(_ table: Table, in node: Int?) {
    if let caption = table.caption {
      addPassage("caption", title: caption, text: nil, in: node, at: table.location)
    }
    let hasHeader = !table.header.isEmpty
    let lines = (hasHeader ? [table.header] : []) + table.rows
    var starts: [Int] = []
    var passages: [Int] = []
    var next = 0
    for (index, cells) in lines.enumerated() {
      let text = cells.joined(separator: "\t")
      starts.append(next)
      next += text.unicodeScalars.count + 1
      passages.append(
        addPassage(
          hasHeader && index == 0 ? "header-row" : "row", title: nil, text: text, in: node,
          at: table.location))
    }
    guard !lines.isEmpty else { return }
    var owners: [Int: Int] = [:]
    for task in table.tasks {
      let line = (task.row ?? 1) - (hasHeader ? 0 : 1)
      add(task, passages[min(max(line, 0), lines.count - 1)], node, nil, &owners)
    }
    var line = 0
    for (index, fact) in table.facts.enumerated() {
      if fact.range.start < starts[line] { line = 0 }
      while line + 1 < lines.count, starts[line + 1] <= fact.range.start { line += 1 }
      let range = TextRange(fact.range.start - starts[line], fact.range.end - starts[line])
      add(fact, range, index, "text", passages[line], owners[index])
    }
  }

  @discardableResult
  private mutating func addPassage(
    _ kind: String, title: String?, text: String?, in node: Int? = nil, at location: Location?
  ) -> Int {
    let passage = add(
      .passages,
      [
        .optional(.nodes, node), .text(zone), .text(kind), .optional(title), .optional(text),
      ] + place(location))
    rows.append(
      .passagesKey,
      [
        .row(.passages, passage), .optional(title.map(SearchKey.of)),
        .optional(text.map(SearchKey.of)),
      ])
    return passage
  }
}

// MARK: Entries and facts

extension ArchiveRows {
  private mutating func add(
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

  private mutating func add(
    _ fact: Fact, _ range: TextRange, _ position: Int, _ field: String, _ passage: Int, _ task: Int?
  ) {
    var name: [ArchiveValue] = [.null, .null]
    var days: [ArchiveValue] = [.null, .null, .null]
    var amount: [ArchiveValue] = [.null, .null, .null]
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
    case .quantity(let value, let unit):
      let (number, text) = cells(of: value)
      amount = [number, text, .text(unit)]
    case .organization(let value), .place(let value), .campaign(let value):
      name = [.text(value.name), .text(value.kind)]
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

extension Programme {
  /// The part of the file that the outline stands in, or else the letterhead.
  fileprivate var mainPart: String? {
    outline.first?.location.part ?? lines.first { $0.role != .header }?.location.part
  }
}

extension Signature {
  /// The body that the document is signed for, or `nil`.
  fileprivate var signedFor: String? {
    authority.isEmpty ? nil : authority.joined(separator: " ")
  }
}
