internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// A table of a text file whose cells are parted by tabs.
enum TabbedTable {
  /// The line after a table that starts here with a header (`STT`, `TT`), or `nil` where none does.
  static func end(
    of lines: PartLines, from start: Int, _ folded: FoldedLines, _ lexicon: Lexicon
  ) -> Int? {
    guard lines[start].table == nil,
      opensHeader(lines[start].text, lines[start].folded, folded, lexicon)
    else { return nil }
    let columns = tabs(in: lines[start].text)
    guard columns >= 2 else { return nil }
    // The tabs of empty last cells go with the blanks at the end of a line: a shorter row belongs to the table where
    // a whole one follows.
    var end = start + 1
    var next = end
    while next < lines.count, lines[next].table == nil {
      let count = tabs(in: lines[next].text)
      guard count > 0, count <= columns else { break }
      next += 1
      if count == columns { end = next }
    }
    return end > start + 1 ? end : nil
  }

  /// The lines as a table.
  static func table(of lines: PartLines, _ places: Range<Int>) -> Table {
    let width = tabs(in: lines[places.lowerBound].text) + 1
    var spans = SourceSpans()
    // Where a cell starts in the text of the table.
    var start = 0
    let rows = places.map { place in
      var cells: [String] = []
      var next = 0
      for bytes in lines[place].text.utf8.split(separator: 0x09, omittingEmptySubsequences: false) {
        let (cell, first) = Line.trimmed(lines[place].text, next..<next + bytes.count)
        next += bytes.count + 1
        if !cell.isEmpty {
          spans.append(lines[place].spans.slice(first..<first + cell.utf8.count), at: start)
        }
        cells.append(cell)
        start += cell.utf8.count + 1
      }
      let missing = max(width - cells.count, 0)
      start += missing
      return cells + repeatElement("", count: missing)
    }
    var table = Table(
      header: rows.first ?? [], rows: Array(rows.dropFirst()),
      location: lines[places.lowerBound].location)
    table.spans = spans
    return table
  }

  private static func tabs(in text: String) -> Int { text.utf8.count { $0 == 0x09 } }

  private static func opensHeader(
    _ words: String, _ place: Range<Int>?, _ folded: FoldedLines, _ lexicon: Lexicon
  ) -> Bool {
    if let place {
      return folded.text.end(of: .rowNumber, in: lexicon, at: place.lowerBound) != nil
    }
    var text = FoldedText()
    text.fold(words, limit: 40)
    return text.opens(with: .rowNumber, in: lexicon)
  }
}
