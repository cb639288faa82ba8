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
    let rows = places.map { place in
      let cells = lines[place].text.split(separator: "\t", omittingEmptySubsequences: false).map {
        cell in
        Line.trimmed(String(cell))
      }
      return cells + repeatElement("", count: max(width - cells.count, 0))
    }
    return Table(
      header: rows.first ?? [], rows: Array(rows.dropFirst()),
      location: lines[places.lowerBound].location)
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
