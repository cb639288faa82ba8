internal import ProgrammeModel
internal import VietnameseText

extension RTFBodyReader {
  /// Does what a control word says.
  mutating func take(_ word: RTFWord, _ number: Int?, _ token: RTFToken) throws(ReadingError) {
    switch word {
    case .u: return takeUnicode(number ?? 0)
    case .uc: return group.fallbackCount = max(number ?? 1, 0)
    case .pnlvl, .pnlvlbody, .pnlvlblt, .pnlvlcont:
      // They stand in a group of their own, and speak of the paragraph around.
      if let around = outer.indices.last { _ = outer[around].format.take(word, number) }
      return
    case .other:
      if group.isStarred, group.isFresh { try skipGroup() }
      return
    default: break
    }
    if token.character != nil { return takeText(token) }
    flush()
    if try begin(word) { return }
    if group.format.take(word, number) { return }
    let isNested = group.destination == .nestedRow
    if isNested ? nestedRow.take(word, number) : row.take(word, number) { return }
    guard group.destination == .text || isNested else { return }
    switch word {
    case .par: try endParagraph()
    case .sect: try endParagraph(endsSection: true)
    case .cell: try endCell(at: 1)
    case .nestcell: try endCell(at: max(2, group.format.depth))
    case .row: try endRow(at: 1)
    case .nestrow: try endRow(at: story.tables.count)
    case .page: try breakPage()
    case .sbknone: story.flow.joinPages()
    case .titlepg: hasTitlePage = true
    case .facingp: hasFacingPages = true
    case .chpgn: notePageNumber()
    case .ftnalt: story.isEndnote = true
    default: break
    }
  }

  /// Turns to the destination that a word begins, and says whether it begins one.
  private mutating func begin(_ word: RTFWord) throws(ReadingError) -> Bool {
    switch word {
    case .objdata:
      objectCount += 1
      try skipGroup()
    // A word that is not the first of its group, at the top of the file, is no destination.
    case _ where word.beginsSkippedGroup && (group.isFresh || outer.count > 1):
      if word == .pict { builder.pictureCount += 1 }
      try skipGroup()
    case .fonttbl, .stylesheet, .listtable, .listoverridetable: try skipGroup()
    case .upr:
      group.unicodeDestination = group.destination
      group.destination = .passed
    case .ud: group.destination = group.unicodeDestination
    case .annotation: if group.destination == .text { group.destination = .comment }
    case .nesttableprops: if group.destination == .text { group.destination = .nestedRow }
    case .field: beginField()
    case .fldinst: if group.destination == .text { group.destination = .fieldCode }
    case .formfield: try readFormField()
    case .fldrslt: turnToResult()
    case .listtext, .pntext: beginLabel()
    case .pn: group.destination = .passed
    case .shpinst, .drawing: beginDrawing()
    case .shprslt: if outer.last?.hasShape ?? false { try skipGroup() }
    case .shptxt, .dptxbxtext: try beginTextBox()
    case .sn: beginShapeName()
    case .sv: beginShapeValue()
    case .footnote: try beginNote()
    case .header, .headerl, .headerr, .headerf, .footer, .footerl, .footerr, .footerf:
      try beginFurniture(word)
    default: return false
    }
    return true
  }
}
