internal import ProgrammeModel
internal import VietnameseLanguage

/// Walks a tree and fills in the facts and tasks of its titles, paragraphs and tables.
///
/// Tasks are numbered within their node, `2.4.1/1`, `2.4.1/2`. The tables that stand in no node, before
/// the outline or behind it, count as node `0` of their part: `0/1`, in the second appendix `A2.0/1`.
struct TreeReader {
  private var reader: FactReader
  private var spelling = SpellingReport()

  /// Makes a reader that looks words up in a lexicon.
  init(lexicon: Lexicon) { reader = FactReader(lexicon: lexicon) }

  /// Words that are probably misspelt.
  var diagnostics: [Diagnostic] { spelling.diagnostics }

  /// Fills in all of a tree.
  mutating func read(_ tree: inout TaskTree) {
    var rows = 0
    var outside = TaskReader(node: "0")
    read(&tree.preamble, outside, isLeaf: false, count: &rows)
    read(&tree.outline, leader: nil)
    read(&tree.closing, outside, isLeaf: false, count: &rows)
    for index in tree.appendices.indices {
      outside.node = "A\(index + 1).0"
      var rows = 0
      read(&tree.appendices[index].preamble, outside, isLeaf: false, count: &rows)
      read(&tree.appendices[index].outline, leader: nil)
      read(&tree.appendices[index].closing, outside, isLeaf: false, count: &rows)
    }
    for index in tree.notes.indices {
      for block in tree.notes[index].content.indices {
        tree.notes[index].content[block].update {
          readFacts(of: &$0)
        } table: {
          $0.facts = facts(in: $0)
        }
      }
    }
  }

  private mutating func read(_ nodes: inout [Node], leader: String?) {
    for index in nodes.indices {
      var leader = leader
      var label: TaskLabel?
      if let title = nodes[index].title {
        nodes[index].facts = reader.facts(in: title)
        spelling.read(reader.text, at: nodes[index].location)
        leader = headingBody() ?? leader
        if nodes[index].kind == .runin { label = reader.text.taskLabel }
      }
      let isLeaf = nodes[index].children.isEmpty
      var count = 0
      read(
        &nodes[index].content,
        TaskReader(node: nodes[index].id, leader: leader, label: label), isLeaf: isLeaf,
        count: &count)
      if !isLeaf { read(&nodes[index].children, leader: leader) }
    }
  }

  /// The body that the title read last names, where it names nothing else: `2. Bộ Tài chính`.
  private func headingBody() -> String? {
    let text = reader.text
    guard let names = text.names(at: 0, until: text.count), names.ranges.count == 1,
      (names.end..<text.count).allSatisfy({ text[$0].kind == .mark })
    else { return nil }
    return text.squeezed(names.ranges[0])
  }

  private mutating func read(
    _ blocks: inout [Block], _ tasks: TaskReader, isLeaf: Bool, count: inout Int
  ) {
    for index in blocks.indices {
      blocks[index].update { paragraph in
        readFacts(of: &paragraph)
        if isLeaf {
          paragraph.tasks = tasks.tasks(
            in: reader.text, facts: paragraph.facts, places: reader.places, count: &count)
        }
      } table: { table in
        table.facts = facts(in: table)
        if let form = TaskTable(table) {
          table.tasks = rows(of: table, form, node: tasks.node, count: &count)
        }
      }
    }
  }

  private mutating func readFacts(of paragraph: inout Paragraph) {
    paragraph.facts = reader.facts(in: paragraph.text)
    spelling.read(reader.text, at: paragraph.location)
  }

  // MARK: Tables

  /// The facts of a table, cell by cell, their ranges in its `plainText`.
  private mutating func facts(in table: Table) -> [Fact] {
    var facts: [Fact] = []
    var offset = 0
    if !table.header.isEmpty { read(table.header, of: table, from: &offset, into: &facts) }
    for row in table.rows { read(row, of: table, from: &offset, into: &facts) }
    return facts
  }

  private mutating func read(
    _ row: [String], of table: Table, from offset: inout Int, into facts: inout [Fact]
  ) {
    // A tab or a line break stands behind every cell, and a line break behind a row without cells.
    if row.isEmpty { offset += 1 }
    for cell in row {
      if cell.isEmpty {
        offset += 1
        continue
      }
      for var fact in reader.facts(in: cell) {
        fact.range = TextRange(fact.range.start + offset, fact.range.end + offset)
        facts.append(fact)
      }
      spelling.read(reader.text, at: table.location)
      offset += reader.text.scalarCount + 1
    }
  }

  /// The tasks of a task table's rows.
  private mutating func rows(
    of table: Table, _ form: TaskTable, node: String, count: inout Int
  ) -> [ProgrammeTask] {
    var ends: [Int] = []
    var end = length(of: table.header)
    for row in table.rows {
      end += length(of: row)
      ends.append(end)
    }
    var tasks: [ProgrammeTask] = []
    var fact = 0
    for row in form.rows(of: table) {
      let cells = table.rows[row.index]
      guard let text = form.cell(.task, of: cells) else { continue }
      let start = ends[row.index] - length(of: cells)
      while fact < table.facts.count, table.facts[fact].range.start < start { fact += 1 }
      let first = fact
      while fact < table.facts.count, table.facts[fact].range.start < ends[row.index] { fact += 1 }
      count += 1
      var task = ProgrammeTask(
        id: "\(node)/\(count)", text: text, range: nil, section: row.section,
        facts: Array(first..<fact))
      _ = reader.facts(in: text)
      task.continuing = reader.text.isContinuing(at: 0)
      let own = reader.text.responsibility(in: 0..<reader.text.count)
      task.lead = own.lead.map(reader.text.squeezed)
      task.cooperating = own.cooperating.map(reader.text.squeezed)
      if let lead = form.cell(.lead, of: cells) ?? form.cell(.body, of: cells) {
        task.lead = bodies(in: lead)
      }
      if let others = form.cell(.cooperating, of: cells) { task.cooperating = bodies(in: others) }
      if let product = form.cell(.product, of: cells) { task.product = squeezed(product) }
      if let time = form.cell(.time, of: cells) { task.deadline = deadline(in: time) }
      tasks.append(task)
    }
    return tasks
  }

  private func length(of row: [String]) -> Int {
    row.isEmpty ? 0 : row.reduce(0) { $0 + $1.unicodeScalars.count + 1 }
  }

  /// The bodies that a cell lists, one a line or joined by commas, semicolons or `và`.
  private mutating func bodies(in cell: String) -> [String] {
    var bodies: [String] = []
    for line in cell.split(whereSeparator: { $0 == "\n" || $0 == ";" }) {
      _ = reader.facts(in: String(line))
      let text = reader.text
      var start = 0
      while start < text.count, text[start].kind == .mark { start += 1 }
      guard start < text.count else { continue }
      if let names = text.names(at: start, until: text.count), names.end == text.count {
        bodies += names.ranges.map(text.squeezed)
      } else {
        // Văn phòng, Ủy ban Kiểm tra: a comma before a capital divides names that we do not know.
        for end in start + 1..<text.count + 1
        where end == text.count || text[end].isComma && text[end + 1].isCapital {
          var last = end
          while last > start + 1, text[last - 1].isStop || text[last - 1].isComma { last -= 1 }
          if last > start { bodies.append(text.squeezed(start..<last)) }
          start = end + 1
        }
      }
    }
    return bodies
  }

  /// The deadline that a cell of times says: its date where it has just one.
  private mutating func deadline(in cell: String) -> Deadline {
    var edtf: String?
    for fact in reader.facts(in: cell) {
      guard case .date(let date) = fact.value else { continue }
      guard edtf == nil else { return Deadline(text: squeezed(cell), edtf: nil) }
      edtf = date
    }
    return Deadline(text: squeezed(cell), edtf: edtf)
  }

  private mutating func squeezed(_ cell: String) -> String {
    _ = reader.facts(in: cell)
    return reader.text.squeezed(0..<reader.text.count)
  }
}

extension Block {
  /// Changes the paragraph or the table that the block is, in its place.
  fileprivate mutating func update(
    paragraph changeParagraph: (inout Paragraph) -> Void, table changeTable: (inout Table) -> Void
  ) {
    switch consume self {
    case .paragraph(var paragraph):
      changeParagraph(&paragraph)
      self = .paragraph(paragraph)
    case .table(var table):
      changeTable(&table)
      self = .table(table)
    }
  }
}
