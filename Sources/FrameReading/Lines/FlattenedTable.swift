internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// A table of a text file whose cells stand one on a line, as pasted and transcribed tables do.
///
/// ```text
/// STT              the header, one cell a line
/// Việc
/// Người làm
///
/// 1                a row opens with its number; a blank line is an empty cell or the end of a row
/// Mua phao
/// Ban Quản lý bến
/// ```
///
/// Without blank lines between the rows only rows of just as many lines as the header are a table.
struct FlattenedTable {
  private let lines: [Line]
  private let lexicon: Lexicon
  private let start: Int
  private var columns = 0
  private var rows: [SourceRow] = []
  private var spans = SourceSpans()

  /// The most lines of a header, and the most words of a cell in it.
  private static let mostHeaderLines = 16
  private static let mostHeaderWords = 30

  /// Puts the tables among the lines of a text file together.
  static func joining(_ lines: [Line], in lexicon: Lexicon) -> [Line] {
    guard lines.contains(where: { opensHeader($0, lexicon) }) else { return lines }
    var result: [Line] = []
    var index = 0
    while index < lines.count {
      if opensHeader(lines[index], lexicon) {
        var table = FlattenedTable(lines, from: index, in: lexicon)
        if let end = table.read() {
          let location = lines[index].location
          result.append(
            Line(
              text: "", location: location, spans: table.spans,
              table: SourceTable(rows: table.rows, hasBorders: true, location: location)))
          index = end
          continue
        }
      }
      result.append(lines[index])
      index += 1
    }
    return result
  }

  private init(_ lines: [Line], from start: Int, in lexicon: Lexicon) {
    self.lines = lines
    self.lexicon = lexicon
    self.start = start
  }

  /// Whether `STT`, `TT` or the like stands alone on the line.
  private static func opensHeader(_ line: Line, _ lexicon: Lexicon) -> Bool {
    guard line.shape.length <= 16, line.shape.length > 0 else { return false }
    let text = FoldedText(line.text)
    return text.end(of: .rowNumber, in: lexicon) == text.count
  }

  // MARK: Rows

  /// Reads the table; the result is the line behind it, or `nil` where there is none.
  private mutating func read() -> Int? {
    var first = start + 1
    while number(at: first) != 1 {
      guard first < lines.count, first - start < FlattenedTable.mostHeaderLines,
        lines[first].shape.wordCount <= FlattenedTable.mostHeaderWords,
        !endsTable(lines[first], orItem: true)
      else { return nil }
      first += 1
    }
    let header = start..<first
    // A cell of the header that goes on in the next line goes on in small letters.
    columns = header.count { !goesOn(at: $0, true) }
    guard columns >= 2 else { return nil }
    // A row that numbers the columns.
    var counted = 1
    while number(at: first + counted) == counted + 1 { counted += 1 }
    let hasNumbers = counted >= 3 && number(at: first + counted) == 1
    if hasNumbers { columns = counted }
    rows = [row(header, isHeader: true)]
    if hasNumbers {
      rows.append(row(first..<(first + counted)))
      first += counted
    }
    return isBehindBlank(first) ? readSpaced(from: first) : readTight(from: first)
  }

  /// Reads rows of as many lines as there are columns, one behind the other.
  private mutating func readTight(from first: Int) -> Int? {
    var index = first
    var ordinal = 1
    while number(at: index) == ordinal, index + columns <= lines.count {
      rows.append(row(index..<(index + columns)))
      index += columns
      ordinal += 1
    }
    return ordinal > 2 ? index : nil
  }

  /// Reads rows with a blank line before each.
  private mutating func readSpaced(from first: Int) -> Int? {
    var index = first
    var ordinal = 1
    // A number may have been left out.
    while let next = nextRow(after: index, ordinal: ordinal + 1)
      ?? nextRow(after: index, ordinal: ordinal + 2)
    {
      rows.append(row(index..<next))
      index = next
      ordinal = number(at: next) ?? ordinal + 1
    }
    var end = rowEnd(of: index, slotsBefore: 0)
    rows.append(row(index..<end))
    if end < lines.count, isTotal(lines[end]) {
      let total = end
      end = rowEnd(of: total, slotsBefore: 1)
      rows.append(row(total..<end, skipping: 1))
    }
    return end
  }

  /// Where the row with the next number starts, or `nil` where the table ends before it.
  private func nextRow(after index: Int, ordinal: Int) -> Int? {
    for next in (index + 1)..<max(index + 1, min(index + 4 * columns + 8, lines.count)) {
      if number(at: next) == ordinal, isBehindBlank(next) { return next }
      if endsTable(lines[next]) { return nil }
    }
    return nil
  }

  /// The line behind the last row: its cells are counted, blank ones too; a longer cell reaches to the next
  /// blank line.
  private func rowEnd(of index: Int, slotsBefore: Int) -> Int {
    guard let first = lines[index].location.line else { return index + 1 }
    var end = index + 1
    while end < lines.count, let line = lines[end].location.line,
      !endsTable(lines[end], orItem: isBehindBlank(end)),
      line - first + slotsBefore < columns || !isBehindBlank(end)
    {
      end += 1
    }
    return end
  }

  /// Whether a line opens a heading or the next table, or an item of a list where none can be in a cell.
  private func endsTable(_ line: Line, orItem isOutside: Bool = false) -> Bool {
    if line.table != nil || FlattenedTable.opensHeader(line, lexicon) { return true }
    var text = FoldedText()
    text.fold(line.text, limit: 40)
    return MarkerReader(text: text, lexicon: lexicon).candidates().contains { candidate in
      candidate.family.namesTopics || candidate.family == .article
        || candidate.family == .roman && candidate.textStart > candidate.end
        || isOutside && !candidate.family.isBullet && candidate.textStart > candidate.end
    }
  }

  private func isTotal(_ line: Line) -> Bool {
    guard line.table == nil, line.shape.wordCount <= 4 else { return false }
    return FoldedText(line.text).opens(with: .total, in: lexicon)
  }

  private func isBehindBlank(_ index: Int) -> Bool {
    guard index > 0, index < lines.count, let line = lines[index].location.line,
      let before = lines[index - 1].location.line
    else { return false }
    return line > before + 1
  }

  /// The number that stands alone on a line, or `nil`.
  private func number(at index: Int) -> Int? {
    guard index < lines.count, lines[index].table == nil else { return nil }
    let bytes = lines[index].text.utf8
    guard bytes.count <= 4 else { return nil }
    let digits = bytes.last == UInt8(ascii: ".") ? bytes.dropLast() : bytes[...]
    guard (1...3).contains(digits.count), digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }

  // MARK: Cells

  /// The cells of a row: by the place of their lines where none takes two, otherwise one after the other.
  private mutating func row(
    _ range: Range<Int>, isHeader: Bool = false, skipping: Int = 0
  ) -> SourceRow {
    let first = lines[range.lowerBound].location.line ?? 0
    let last = lines[range.upperBound - 1].location.line ?? 0
    let isPlaced = last - first + skipping < columns && !isHeader
    let count = skipping + range.count { $0 == range.lowerBound || !goesOn(at: $0, isHeader) }
    // Of cells that take several lines nobody knows which: the second says what is to be done.
    let surplus = isHeader ? 0 : max(count - columns, 0)
    var place = skipping - 1
    var cells: [SourceCell] = []
    for index in range {
      if index == range.lowerBound || !goesOn(at: index, isHeader) { place += 1 }
      var column = place <= 1 ? place : max(1, place - surplus)
      if isPlaced { column = (lines[index].location.line ?? 0) - first + skipping }
      column = min(column, columns - 1)
      let block = SourceBlock.paragraph(
        SourceParagraph(text: lines[index].text, location: lines[index].location))
      spans.append(lines[index].spans, at: 0)
      if let last = cells.indices.last, cells[last].column == column {
        cells[last].blocks.append(block)
      } else {
        cells.append(SourceCell(blocks: [block], column: column))
      }
    }
    return SourceRow(cells: cells, isHeader: isHeader)
  }

  /// Whether a line goes on with the cell above it: `chủ trì`, `15 ngày kể từ …`.
  private func goesOn(at index: Int, _ isHeader: Bool) -> Bool {
    let shape = lines[index].shape
    if shape.startsSmall { return true }
    return !isHeader && shape.startsWithDigit && shape.wordCount > 2 && !isBehindBlank(index)
      && number(at: index - 1) == nil
  }
}
