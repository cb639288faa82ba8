internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Splits paragraphs of several lines and lines of several columns.
extension HeadReader {
  /// Takes a paragraph with line breaks in it line by line, if all of it belongs to the head.
  mutating func readBrokenLine(_ line: Line, at index: Int) -> Bool {
    let before = self
    for (words, start) in Line.pieces(of: line.text) where !words.isEmpty {
      var piece = line
      piece.setText(words, at: line.spans.slice(start..<start + words.utf8.count))
      text.fold(piece.text, limit: 400)
      piece.shape = LineShape(piece.text, folded: text, opening: 0..<text.count)
      guard readLine(piece, at: index) else {
        self = before
        return false
      }
    }
    return true
  }

  /// Takes a line of several columns with roles of their own, all of them or at least one.
  mutating func readColumns(
    _ ranges: [Range<Int>], of line: Line, at index: Int, needsAll: Bool
  ) -> Bool {
    let whole = text
    defer { text = whole }
    let pieces = ranges.map { whole.slice(line.text, $0) }
    let readings = pieces.map { piece in
      text.fold(piece)
      return reading(of: piece, line, at: index)
    }
    if needsAll && readings.contains(where: { $0 == nil }) { return false }
    let mayBeNames = !hasType && ranges.count == 2 && (names.isEmpty || areNamesSideBySide)
    guard mayBeNames || readings.contains(where: { $0 != nil }) else { return false }
    let wasTitleOver = isTitleOver
    for (place, (piece, reading)) in zip(pieces, readings).enumerated() {
      text.fold(piece)
      let spans = line.spans.slice(whole.bytes(ranges[place]))
      if let reading {
        add(reading, piece, spans, line)
      } else if hasType || hasSubject {
        add(HeadLine(.title), piece, spans, line)
      } else {
        addName(piece, spans, text, line)
      }
    }
    // A rule below the name in the left column ends no title in the right one.
    if lastRole == .title { isTitleOver = wasTitleOver }
    return true
  }

  /// Whether the last two names stand side by side.
  private var areNamesSideBySide: Bool {
    guard let last = names.last, names.count > 1 else { return false }
    return part.lines[names[names.count - 2].place].location == part.lines[last.place].location
  }

  /// Whether a motto was cut from one name below a title, where only blanks part columns:
  /// `BAN BÍ THƯ TRUNG ƯƠNG ĐOÀN TNCS HỒ CHÍ MINH`.
  func namesBodyBelowTitle(_ ranges: [Range<Int>], _ line: Line) -> Bool {
    titleCount > 0 && ranges.count == 2 && ranges[1].lowerBound - ranges[0].upperBound == 1
      && !line.text.utf8.contains(0x09)
  }

  /// Whether a column holds place and date by itself, so that what stands before it is no place:
  /// `ĐẢNG ỦY XÃ AN HÒA          An Hòa, ngày 20 tháng 01 năm 2031`.
  func holdsPlaceAndDate(_ line: Line, _ range: Range<Int>?) -> Bool {
    guard let range else { return false }
    let column = text.slice(line.text, range)
    return DateLine(opening: FoldedText(column), column, in: lexicon)?.place != nil
  }
}
