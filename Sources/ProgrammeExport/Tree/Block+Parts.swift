internal import ProgrammeModel

// What paragraphs and tables have in common.

extension Block {
  /// Where it stands.
  var location: Location {
    switch self {
    case .paragraph(let paragraph): paragraph.location
    case .table(let table): table.location
    }
  }

  /// Where its text stands.
  var spans: SourceSpans {
    switch self {
    case .paragraph(let paragraph): paragraph.spans
    case .table(let table): table.spans
    }
  }

  /// Where its entries start: each in its sentence or its row.
  func starts(of tasks: [ProgrammeTask]) -> [SourceSpan?] {
    switch self {
    case .paragraph(let paragraph):
      let ranges = paragraph.text.byteRanges(of: tasks.map { $0.range ?? TextRange(0, 0) })
      return ranges.map { paragraph.spans.slice($0).first }
    case .table(let table):
      let rows = table.rowRanges
      return tasks.map { task in
        let row = (task.row ?? 0) - 1
        return table.spans.slice(rows.indices.contains(row) ? rows[row] : 0..<0).first
      }
    }
  }

  /// Its facts.
  var facts: [Fact] {
    switch self {
    case .paragraph(let paragraph): paragraph.facts
    case .table(let table): table.facts
    }
  }

  /// Its tasks.
  var tasks: [ProgrammeTask] {
    switch self {
    case .paragraph(let paragraph): paragraph.tasks
    case .table(let table): table.tasks
    }
  }
}

extension Table {
  /// The bytes of the table's text that its rows stand in.
  fileprivate var rowRanges: [Range<Int>] {
    func length(of row: [String]) -> Int {
      row.reduce(row.isEmpty ? 1 : 0) { $0 + $1.utf8.count + 1 }
    }
    var start = header.isEmpty ? 0 : length(of: header)
    return rows.map { row in
      let end = start + length(of: row)
      defer { start = end }
      return start..<end
    }
  }
}
