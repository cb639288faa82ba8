public import ProgrammeExport
public import ProgrammeModel
internal import VietnameseLanguage

extension WorkbookRow {
  /// The rows of a document for all sheets.
  ///
  /// The entries are those with one of the roles; `archiveID` is the id of its record in an archive, and
  /// `defaults` fill fields of that record that the document leaves empty.
  public static func rows(
    of programme: Programme, roles: Set<ProgrammeTask.Role> = ProgrammeTask.Role.usual,
    archiveID: String? = nil, defaults: [ArchiveRecord.Field: String] = [:],
    in language: MessageLanguage = .vietnamese
  ) -> [WorkbookRow] {
    var rows = DocumentRows(programme: programme, language: language)
    rows.addDocument()
    programme.forEachTask { entry in
      if roles.contains(entry.task.role) { rows.add(entry) }
    }
    rows.addCitations()
    for diagnostic in programme.diagnostics where diagnostic.severity >= .warning {
      rows.add(diagnostic)
    }
    rows.add(
      .records,
      ArchiveRecord(of: programme, id: archiveID, defaults: defaults).cells.map { .text($0) })
    rows.addToList()
    return rows.rows
  }
}

/// The rows of one document while they are made.
private struct DocumentRows {
  let programme: Programme
  let language: MessageLanguage
  var rows: [WorkbookRow] = []

  mutating func add(_ sheet: WorkbookSheet, _ cells: [WorkbookCell]) {
    rows.append(WorkbookRow(sheet: sheet, cells: cells))
  }

  private var metadata: Metadata { programme.metadata }

  private var path: WorkbookCell { WorkbookCell(kind: .document, text: programme.source.path) }

  /// A word of the output in the language of the workbook.
  private func word(_ word: String?) -> WorkbookCell {
    .text(language == .vietnamese ? word.flatMap { SheetWording.words[$0] } ?? word : word)
  }

  mutating func addDocument() {
    var counts: [ProgrammeTask.Role: Int] = [:]
    programme.forEachTask { counts[$0.task.role, default: 0] += 1 }
    let day = metadata.date?.edtf.flatMap { $0.utf8.count == 10 ? CalendarSpan(edtf: $0) : nil }
    add(
      .documents,
      [
        WorkbookCell(kind: .file, text: programme.source.path), .text(metadata.superior),
        .text(metadata.issuer), .text(metadata.type), .text(metadata.code),
        .date(day?.firstDay), .text(metadata.date?.text), .text(metadata.place),
        .text(metadata.subject), .text(metadata.period?.text), .date(metadata.period?.start),
        .date(metadata.period?.end), .text(metadata.signature?.title),
        .text(metadata.signature?.name), .texts(metadata.recipients), .text(metadata.security),
        .text(metadata.urgency), .number(counts[.task] ?? 0), .number(counts[.target] ?? 0),
        .number(programme.diagnostics.count { $0.severity >= .warning }),
        .number(programme.coverage.unread.reduce(0) { $0 + $1.count }),
        .text(programme.source.format.rawValue), .text(programme.source.sha256),
      ])
  }

  mutating func add(_ entry: PlacedTask) {
    let task = entry.task
    let span = task.deadline?.edtf.flatMap { CalendarSpan(edtf: $0) }
    add(
      .tasks,
      [
        path, .text(metadata.issuer), .text(metadata.code), .text(task.id),
        .text(entry.markers.joined(separator: " > ")),
        .text(entry.sections.joined(separator: " > ")), word(task.role.rawValue),
        .text(task.text), word(task.continuing ? "true" : "false"), .texts(task.lead),
        word(task.leadFrom?.rawValue), .texts(task.cooperating), .text(task.deadline?.text),
        .date(span?.firstDay), .date(span?.lastDay), .text(task.product),
        .texts(task.targets.map(\.summary)), .texts(entry.referenceCells),
        .texts(entry.quantityCells), .text(entry.location.csvCell),
        .text(programme.source.sha256),
      ])
    for target in task.targets {
      add(
        .targets,
        [
          path, .text(metadata.issuer), .text(metadata.code), .text(task.id),
          .text(target.indicator), .text(target.comparator.rawValue), amount(target.value),
          .text(target.unit), .text(target.by), .texts(task.lead), .text(task.text),
          .text(entry.location.csvCell),
        ])
    }
  }

  private func amount(_ amount: Amount) -> WorkbookCell {
    switch amount {
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    }
  }

  mutating func addCitations() {
    var citations: [(fact: Fact, location: Location)] = []
    programme.forEachFact { citations.append(($0, $1)) }
    for (fact, location) in citations {
      guard case .reference(let reference) = fact.value else { continue }
      add(
        .citations,
        [
          path, .text(metadata.code), .text(fact.text), .text(reference.type),
          .text(reference.code ?? reference.symbol), .text(reference.date),
          .text(reference.issuer), .text(reference.title), .text(location.csvCell),
        ])
    }
  }

  mutating func add(_ diagnostic: Diagnostic) {
    add(
      .findings,
      [
        path, word(diagnostic.severity.rawValue), .text(diagnostic.code),
        .text(diagnostic.message(in: language)), .text(diagnostic.location?.csvCell),
      ])
  }

  mutating func addToList() {
    let name = [metadata.type, metadata.subject].compactMap { $0 }.joined(separator: " ")
    // WorkbookFile numbers the rows; the archive counts the sheets of paper.
    add(
      .list,
      [
        .empty, .text(metadata.code), .text(metadata.date?.text), .text(name),
        .text(metadata.issuer), .empty, .empty,
      ])
  }
}

extension Programme {
  /// Calls `body` with every fact and where its text stands, in the order of the document.
  fileprivate func forEachFact(_ body: (Fact, Location) -> Void) {
    func visit(_ blocks: [Block]) {
      for block in blocks {
        switch block {
        case .paragraph(let paragraph):
          for fact in paragraph.facts { body(fact, paragraph.location) }
        case .table(let table): for fact in table.facts { body(fact, table.location) }
        }
      }
    }
    func visit(_ nodes: [Node]) {
      for node in nodes {
        for fact in node.facts { body(fact, node.location) }
        visit(node.content)
        visit(node.children)
      }
    }
    visit(preamble)
    visit(outline)
    visit(closing)
    for appendix in appendices {
      visit(appendix.preamble)
      visit(appendix.outline)
      visit(appendix.closing)
    }
    for note in notes { visit(note.content) }
  }
}
