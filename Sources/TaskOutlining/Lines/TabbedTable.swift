internal import ProgrammeModel
internal import VietnameseText

/// A table of a text file whose cells are parted by tabs.
enum TabbedTable {
  /// The line after a table that starts here with a header (`STT`, `TT`), or `nil` where none does.
  static func end(of lines: [Line], from start: Int) -> Int? {
    // STT, TT, Số …: most lines are done with after a look at their first letter.
    guard let first = lines[start].text.utf8.first, first | 0x20 == 0x73 || first | 0x20 == 0x74,
      lines[start].table == nil, opensHeader(lines[start].text)
    else { return nil }
    let columns = tabs(in: lines[start].text)
    guard columns >= 2 else { return nil }
    var end = start + 1
    while end < lines.count, lines[end].table == nil, tabs(in: lines[end].text) == columns {
      end += 1
    }
    return end > start + 1 ? end : nil
  }

  /// The lines as a table.
  static func table(of lines: ArraySlice<Line>) -> Table {
    let rows = lines.map {
      $0.text.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
        LineReader.trimmed(String(cell), 0..<cell.utf8.count).text
      }
    }
    return Table(
      header: rows.first ?? [], rows: Array(rows.dropFirst()),
      location: lines.first?.location ?? Location(line: 0))
  }

  private static func tabs(in text: String) -> Int { text.utf8.count { $0 == 0x09 } }

  private static func opensHeader(_ text: String) -> Bool {
    var folded = FoldedText()
    folded.fold(text, limit: 10)
    return folded.opens(withAny: Phrases.keywords("stt", "tt", "số tt", "số thứ tự"))
  }
}
