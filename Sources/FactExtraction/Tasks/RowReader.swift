internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Makes the entries of a table of tasks or of targets: its rows.
struct RowReader {
  /// What stands above the table.
  var context: EntryContext

  /// Reads the cells.
  var cells: CellReader

  /// The vocabulary.
  let lexicon: Lexicon

  /// How many entries the node has.
  var count = 0

  /// The entries of a table, whose facts were read; `starts` is where its rows start in its plain text.
  mutating func entries(in table: Table, rowsAt starts: [Int]) -> [ProgrammeTask] {
    guard let rows = TableRows(table, lexicon: lexicon) else { return [] }
    if rows.columns.kind == .targets, context.role == .result { return [] }
    if rows.columns.hasYearsAlone, context.role != .target, context.role != .goal,
      context.role != .task
    {
      return []
    }
    var entries: [ProgrammeTask] = []
    var fact = 0
    for row in rows.rows {
      let start = starts[row.index]
      let end = row.index + 1 < starts.count ? starts[row.index + 1] : .max
      while fact < table.facts.count, table.facts[fact].range.start < start { fact += 1 }
      let first = fact
      while fact < table.facts.count, table.facts[fact].range.start < end { fact += 1 }
      guard let text = rows.cell(rows.entryColumn, of: row.cells) else { continue }
      count += 1
      var entry = ProgrammeTask(
        id: "\(context.node)/\(count)", text: text, range: nil,
        section: row.sections.last ?? context.title, row: row.index + 1, number: row.number,
        facts: Array(first..<fact))
      switch rows.columns.kind {
      case .tasks: readTask(row, rows, &entry)
      case .targets: readTarget(row, rows, table.rows[row.index], start, &entry)
      }
      entries.append(entry)
    }
    return entries
  }

  // MARK: Tasks

  private mutating func readTask(
    _ row: TableRows.Row, _ rows: TableRows, _ entry: inout ProgrammeTask
  ) {
    let text = TokenisedText(entry.text, lexicon: lexicon)
    entry.continuing = text.isContinuing(at: 0)
    if context.role == .result { entry.role = .result }
    readBodies(row, rows, text, &entry)
    if let product = rows.cell(.product, of: row.cells) {
      entry.product = cells.words(of: product)
    }
    if let time = rows.cell(.time, of: row.cells) { entry.deadline = cells.deadline(in: time) }
  }

  private mutating func readBodies(
    _ row: TableRows.Row, _ rows: TableRows, _ text: TokenisedText, _ entry: inout ProgrammeTask
  ) {
    for column in [TableColumns.Column.lead, .body, .both] {
      guard let cell = rows.cell(column, of: row.cells) else { continue }
      let bodies = cells.bodies(in: cell)
      if entry.lead.isEmpty { entry.lead = bodies.lead }
      if entry.cooperating.isEmpty { entry.cooperating = bodies.cooperating }
    }
    if let cell = rows.cell(.cooperating, of: row.cells) {
      let bodies = cells.bodies(in: cell)
      entry.cooperating = bodies.lead + bodies.cooperating
    }
    if !entry.lead.isEmpty {
      entry.leadFrom = .table
      return
    }
    let own = text.responsibility(in: 0..<text.count)
    if let predicate = own.predicate, text.phrase(at: predicate, meaning: .remark) != nil { return }
    if !own.lead.isEmpty {
      entry.lead = text.squeezed(own.lead)
      entry.leadFrom = .sentence
      entry.mention(.lead, own.lead, of: text, from: 0)
      if entry.cooperating.isEmpty {
        entry.cooperating = text.squeezed(own.cooperating)
        entry.mention(.cooperating, own.cooperating, of: text, from: 0)
      }
    } else if let leading = context.leading {
      entry.lead = leading.lead
      entry.leadFrom = .heading
    }
  }

  // MARK: Targets

  private mutating func readTarget(
    _ row: TableRows.Row, _ rows: TableRows, _ cells: [String], _ start: Int,
    _ entry: inout ProgrammeTask
  ) {
    entry.role = .target
    for column in [TableColumns.Column.lead, .body] {
      guard let cell = rows.cell(column, of: row.cells) else { continue }
      entry.lead = self.cells.bodies(in: cell).lead
      entry.leadFrom = entry.lead.isEmpty ? nil : .table
      break
    }
    let unit = rows.cell(.unit, of: row.cells) ?? ""
    let section = time(of: row.sections)
    for value in rows.columns.values where value.place < cells.count {
      let offset = cells[..<value.place].reduce(start) { $0 + $1.unicodeScalars.count + 1 }
      entry.targets += ValueCell(cells[value.place], lexicon: lexicon).targets(
        of: entry.text, unit: unit, by: section ?? value.time ?? context.time, from: offset)
    }
  }

  /// The time of the nearest section row that has one.
  private mutating func time(of sections: [String]) -> String? {
    for section in sections.reversed() {
      if let edtf = cells.deadline(in: section)?.edtf { return edtf }
    }
    return nil
  }
}
