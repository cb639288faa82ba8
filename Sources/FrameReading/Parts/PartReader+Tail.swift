internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Tells where recipients and signature start.
extension PartReader {
  /// How many words the first line of recipients and signature has at most.
  private static let mostTailWords = 28

  mutating func opensTail(at index: Int) -> Bool {
    let shape = lines[index].shape
    // Blanks between two columns count for nothing.
    guard shape.wordCount <= PartReader.mostTailWords, lines[index].table == nil else {
      return false
    }
    if text.opens(with: .recipients, in: lexicon) { return true }
    if shape.length < 300, Columns.mayBeSeveral(in: text, lexicon) {
      let ranges = Columns.ranges(in: text, lexicon)
      if ranges.count == 2, text.end(of: .recipients, in: lexicon, at: ranges[1].lowerBound) != nil
      {
        return true
      }
    }
    guard shape.wordCount <= 14, lines[index].label == nil else { return false }
    if isText && standsBesideAnother(index) || isDateOfSignature(index) { return true }
    let isSet = shape.isCapitals || lines[index].isCentred || lines[index].isInCell
    if SignatureLine.isAuthority(text, in: lexicon) {
      if shape.finalMark == .period { return false }
      return isSet || signatureFollows(index)
    }
    guard SignatureLine.isPosition(text, in: lexicon), shape.wordCount <= 9,
      shape.finalMark == .none
    else {
      return false
    }
    return isSet && signatureFollows(index)
  }

  /// Whether the line of a text file holds two positions side by side: `NGƯỜI LẬP BIỂU          GIÁM ĐỐC`.
  private func standsBesideAnother(_ index: Int) -> Bool {
    guard lines[index].shape.finalMark == .none, Columns.mayBeSeveral(in: text, lexicon) else {
      return false
    }
    let ranges = Columns.ranges(in: text, lexicon)
    return ranges.count > 1
      && ranges.allSatisfy { range in
        let column = FoldedText(text.slice(lines[index].text, range))
        return SignatureLine.isPosition(column, in: lexicon)
          || SignatureLine.isAuthority(column, in: lexicon)
      }
  }

  /// Whether place and date stand above a signature, as in forms: `An Hòa, ngày 10 tháng 4 năm 2031`, `NGƯỜI LÀM ĐƠN`.
  private mutating func isDateOfSignature(_ index: Int) -> Bool {
    guard index + 1 < lines.count, lines[index + 1].table == nil,
      lines[index + 1].shape.wordCount <= 9, lines[index + 1].shape.finalMark == .none,
      let date = DateLine(opening: text, lines[index].text, in: lexicon), date.endsLine
    else { return false }
    next.fold(lines[index + 1].text, limit: 80)
    guard
      SignatureLine.isAuthority(next, in: lexicon) || SignatureLine.isPosition(next, in: lexicon)
    else { return false }
    return date.place != nil && lines[index + 1].shape.isCapitals || signatureFollows(index + 1)
  }

  /// Whether the last line of the document is who made it, set in capitals as a signature is: `BAN TỔ CHỨC` below
  /// an agenda.
  func closesWithBody(at index: Int) -> Bool {
    let line = lines[index]
    return index == lines.count - 1 && !part.body.isEmpty && line.table == nil && line.label == nil
      && line.shape.isCapitals && line.shape.finalMark == .none && line.shape.wordCount <= 8
      && text.opensBody(in: lexicon)
  }

  /// Whether a signature goes on after the line: a name, a remark or the recipients.
  private mutating func signatureFollows(_ index: Int) -> Bool {
    var next = FoldedText()
    for line in lines[(index + 1)...].prefix(5) where line.table == nil {
      next.fold(line.text, limit: 80)
      if next.opens(with: .recipients, in: lexicon) || SignatureLine.isSigned(next, in: lexicon)
        || SignatureLine.isName(next, in: lexicon)
      {
        return true
      }
      guard SignatureLine.isPosition(next, in: lexicon) || line.shape.isCapitals else {
        return false
      }
    }
    return index + 5 >= lines.count
  }
}
