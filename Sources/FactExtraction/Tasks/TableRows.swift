internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// The rows of a table of tasks or targets that are entries, each with its section and its values.
///
/// A cell that continues the one above has its value; a row that repeats the header, or numbers the
/// columns, is none; a row whose number is of another kind than those of entries and that names no body
/// is a section.
struct TableRows {
  /// A row that is an entry.
  struct Row {
    /// Its place in the table's rows.
    var index: Int
    /// Its cells, those that continue the row above with its values.
    var cells: [String]
    /// The titles of the sections that it stands in, the nearest last.
    var sections: [String]
    /// Its number.
    var number: String?
  }

  /// The columns.
  let columns: TableColumns

  /// The rows, in the order of the table.
  private(set) var rows: [Row] = []

  /// How many rows at the start are the header, because the table has none of its own.
  private var headerRows = 0

  /// The sections that are open, with the kind of their numbers.
  private var sections: [(kind: NumberKind, title: String)] = []

  /// The kinds of numbers in the first column.
  private enum NumberKind: Hashable {
    case none, roman, letter, decimal, compound
  }

  /// Reads a table, or gives `nil` for one that has no entries.
  init?(_ table: Table, lexicon: Lexicon) {
    if let columns = TableColumns(header: table.header, lexicon: lexicon) {
      self.columns = columns
    } else if table.header.allSatisfy(\.isBlank),
      let header = TableRows.header(in: table.rows, lexicon: lexicon)
    {
      columns = header.columns
      headerRows = header.count
    } else {
      return nil
    }
    read(table, lexicon: lexicon)
  }

  /// The columns that the first row names, or the first two together, where the second goes on with a
  /// heading of several columns.
  private static func header(
    in rows: [[String]], lexicon: Lexicon
  ) -> (columns: TableColumns, count: Int)? {
    guard let first = rows.first else { return nil }
    if rows.count > 2 {
      let second = rows[1]
      let isDeep =
        zip(first, second).contains { $0.isBlank && !$1.isBlank }
        && zip(first, second).contains { !$0.isBlank && $1.isBlank }
      let both = zip(first, second).map { [$0, $1].filter { !$0.isBlank }.joined(separator: "\n") }
      if isDeep, second.allSatisfy({ $0.unicodeScalars.count <= 40 }),
        let columns = TableColumns(header: both, lexicon: lexicon),
        columns.columns != TableColumns(header: first, lexicon: lexicon)?.columns
      {
        return (columns, 2)
      }
    }
    return TableColumns(header: first, lexicon: lexicon).map { ($0, 1) }
  }

  // MARK: Rows

  private mutating func read(_ table: Table, lexicon: Lexicon) {
    let header = (headerRows > 0 ? table.rows[0] : table.header).map(\.foldedWords)
    var above: [String] = []
    let kinds = sectionKinds(of: table)
    for (index, row) in table.rows.enumerated() where index >= headerRows {
      let continued = index < table.continued.count ? table.continued[index] : []
      var cells = row
      for place in continued where place < cells.count && place < above.count {
        if cells[place].isBlank { cells[place] = above[place] }
      }
      for place in cells.indices where place < above.count && repeatsAbove(cells[place], lexicon) {
        cells[place] = above[place]
      }
      if isHeader(row, header) || isColumnNumbers(row) { continue }
      let number = self.number(of: cells)
      let isAbove =
        index + 1 < table.rows.count && isNumbered(table.rows[index + 1], below: number.text)
      if let title = section(of: row, cells, number, continued, kinds, isAbove: isAbove) {
        open(title, kind: number.kind)
        above = []
        continue
      }
      above = cells
      guard isEntry(row, cells) else { continue }
      if let same = sections.firstIndex(where: { $0.kind == number.kind && $0.kind != .none }) {
        sections.removeSubrange(same...)
      }
      rows.append(
        Row(
          index: index, cells: cells, sections: sections.map(\.title), number: number.text))
    }
  }

  /// Whether a cell says no more than that it is like the one above: `nt`, `-nt-`, `Như trên`.
  private func repeatsAbove(_ cell: String, _ lexicon: Lexicon) -> Bool {
    guard !cell.isEmpty, cell.utf8.count <= 16, (cell.utf8.first ?? 0) &- 0x30 > 9 else {
      return false
    }
    let text = TokenisedText(cell, lexicon: lexicon)
    let start = text.afterMarks(0, until: text.count)
    guard let word = text.phrase(at: start, meaning: .announcing),
      !word.meaning.contains(.sentenceVerb)
    else { return false }
    return text.afterMarks(word.end, until: text.count) == text.count
  }

  /// Whether a row says something of its own beside its number.
  private func isEntry(_ row: [String], _ cells: [String]) -> Bool {
    guard cell(entryColumn, of: cells) != nil else { return false }
    return row.indices.contains { place in
      place >= columns.columns.count || columns.columns[place] != .number
        ? !row[place].isBlank : false
    }
  }

  /// The column that says what the entry is.
  var entryColumn: TableColumns.Column { columns.kind == .tasks ? .task : .indicator }

  /// The cell of a column, or `nil` where it says nothing.
  func cell(_ column: TableColumns.Column, of cells: [String]) -> String? {
    for (place, cell) in cells.enumerated()
    where place < columns.columns.count && columns.columns[place] == column && !cell.isBlank {
      return cell
    }
    return nil
  }

  private func isHeader(_ row: [String], _ header: [String]) -> Bool {
    var pairs = 0
    var similar = 0
    for (cell, title) in zip(row, header) where !title.isEmpty || !cell.isBlank {
      pairs += 1
      if TableRows.isSimilar(cell, title) { similar += 1 }
    }
    guard pairs > 1, similar * 3 >= pairs * 2 else { return false }
    let equal = zip(row, header).count { cell, title in
      (!title.isEmpty || !cell.isBlank) && TableRows.isSimilar(cell, title)
        && cell.foldedWords == title
    }
    return equal * 3 >= pairs * 2
  }

  /// Whether a cell may repeat a title: entries are nearly always of another length, which saves comparing them.
  private static func isSimilar(_ cell: String, _ title: String) -> Bool {
    cell.utf8.count <= 2 * title.utf8.count && title.utf8.count <= 2 * cell.utf8.count
  }

  /// `(1) | (2) | (3)`: the columns' own numbers.
  private func isColumnNumbers(_ row: [String]) -> Bool {
    var count = 0
    for cell in row where !cell.isBlank {
      // No letter has more than four bytes.
      guard cell.utf8.count <= 16, cell.unicodeScalars.count <= 4,
        cell.utf8.contains(where: { $0 &- 0x30 < 10 })
      else { return false }
      count += 1
    }
    return count > 1
  }

  // MARK: Sections

  /// The kinds of numbers that rows with a title and nothing else have.
  private func sectionKinds(of table: Table) -> Set<NumberKind> {
    var kinds: Set<NumberKind> = []
    for (index, row) in table.rows.enumerated() where index >= headerRows {
      let kind = number(of: row).kind
      if kind != .none, titleAlone(in: row) != nil { kinds.insert(kind) }
    }
    return kinds
  }

  /// The text of a row that holds nothing but a number and one text, perhaps repeated by merged cells.
  private func titleAlone(in row: [String]) -> String? {
    var title: String?
    for (place, cell) in row.enumerated() where !cell.isBlank {
      if place < columns.columns.count, columns.columns[place] == .number { continue }
      guard title == nil || title == cell else { return nil }
      title = cell
    }
    return title
  }

  /// The title of the section that a row opens, or `nil`.
  private func section(
    of row: [String], _ cells: [String], _ number: (text: String?, kind: NumberKind),
    _ continued: [Int], _ kinds: Set<NumberKind>, isAbove: Bool
  ) -> String? {
    if row.allSatisfy(\.isBlank) { return nil }
    guard let title = titleAlone(in: row) else {
      // A merged row stands in its number's cell alone.
      if let text = row.first(where: { !$0.isBlank }), row.count(where: { !$0.isBlank }) == 1,
        text.unicodeScalars.count > 4
      {
        return text
      }
      // A stray cell in a row numbered like sections, which names no body.
      guard number.kind == .roman || number.kind == .letter, kinds.contains(number.kind),
        continued.isEmpty, !bodyColumns.contains(where: { cell($0, of: row) != nil })
      else { return nil }
      return cell(entryColumn, of: row)
    }
    guard continued.isEmpty else { return nil }
    if columns.kind == .targets || isAbove { return title }
    if number.kind == .none || number.kind == .roman || number.kind == .letter { return title }
    return cell(.task, of: row) == nil ? title : nil
  }

  /// Whether a row has a number below another: `2.1` below `2`.
  private func isNumbered(_ row: [String], below number: String?) -> Bool {
    guard let number, let own = self.number(of: row).text else { return false }
    return own.hasPrefix(number + ".") && own.utf8.count > number.utf8.count + 1
  }

  private var bodyColumns: [TableColumns.Column] { [.lead, .body, .both, .cooperating] }

  /// Opens a section and closes those below its level.
  private mutating func open(_ title: String, kind: NumberKind) {
    if let same = sections.firstIndex(where: { $0.kind == kind }) {
      sections.removeSubrange(same...)
    }
    sections.append((kind, title))
  }

  private func number(of cells: [String]) -> (text: String?, kind: NumberKind) {
    guard let cell = cell(.number, of: cells), cell.utf8.count <= 40,
      cell.unicodeScalars.count <= 10
    else { return (nil, .none) }
    var scalars = Substring(cell).unicodeScalars
    while let last = scalars.last, last == "." || last == ")" || last.properties.isWhitespace {
      scalars.removeLast()
    }
    guard !scalars.isEmpty else { return (nil, .none) }
    let isDigits = scalars.allSatisfy { ("0"..."9").contains($0) }
    let kind: NumberKind
    if isDigits {
      kind = .decimal
    } else if scalars.contains(where: { ("0"..."9").contains($0) }) {
      kind = .compound
    } else if scalars.allSatisfy({ "IVXivx".unicodeScalars.contains($0) }) {
      kind = .roman
    } else {
      kind = .letter
    }
    return (String(scalars), kind)
  }
}

extension String {
  /// Whether nothing visible stands in it.
  var isBlank: Bool { !utf8.contains { $0 > 0x20 } }

  /// Its words in lower case, one blank between.
  fileprivate var foldedWords: String {
    lowercased().unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
      .joined(separator: " ")
  }
}
