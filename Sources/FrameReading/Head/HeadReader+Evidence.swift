internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Looks ahead: a line that may be anything is a name of the letterhead where more of one follows.
extension HeadReader {
  /// How many lines of one look-ahead are read.
  private static let lookAhead = 12

  /// Whether more of a letterhead follows, so that this line is a name in it.
  mutating func isBeforeEvidence(_ line: Line, at index: Int) -> Bool {
    guard line.shape.wordCount <= 25, line.shape.finalMark != .colon, !opensOutline(line) else {
      return false
    }
    if part.isAppendix, isAboveAttachment(line, at: index) { return false }
    let end = min(index + 1 + HeadReader.lookAhead, lines.count)
    return ((index + 1)..<max(end, index + 1)).contains { isEvidence(at: $0) }
  }

  /// Whether the words of a line alone say that a letterhead stands there.
  private mutating func isEvidence(at index: Int) -> Bool {
    guard lines[index].table == nil else { return false }
    if let known = evidence[index] { return known }
    let words = lines[index].text
    following.fold(words, limit: 200)
    let whole = following
    let reading = HeadLine(whole, words, in: lexicon)
    let role = reading?.role
    var found = role != nil && role != .rule && role != .addressees
    // `ngày 17/9/2031 của Ban Thường vụ …` goes on with a sentence.
    if case .date(let date) = reading?.content, date.range.lowerBound == 0, !date.endsLine {
      found = false
    }
    found =
      found || whole.isTypeAlone(in: lexicon)
      || lines[index].shape.isCapitals && whole.isTypeLine(in: lexicon)
      // `Nghị định của Chính phủ số 114/2003/NĐ-CP`
      || whole.documentType(in: lexicon)?.type.headsDocuments == true
        && TypeLine(words, in: lexicon).number != nil
    for range in found ? [] : Columns.ranges(in: whole, lexicon).dropFirst() {
      let column = whole.slice(words, range)
      let role = HeadLine(FoldedText(column), column, in: lexicon)?.role
      found = found || role != nil && role != .rule
    }
    evidence[index] = found
    return found
  }
}
