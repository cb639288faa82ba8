internal import VietnameseText

extension TaskTree {
  /// How many characters stand in the tree, counted by walking it: every scalar that is not white space,
  /// automatic labels excepted, and one for the colon of each run-in heading.
  public var placedCharacters: Int {
    lines.placedCharacters + preamble.placedCharacters + outline.placedCharacters
      + closing.placedCharacters
      + appendices.reduce(0) { count, appendix in
        count + appendix.title.reduce(0) { $0 + $1.visibleCharacterCount }
          + appendix.lines.placedCharacters + appendix.preamble.placedCharacters
          + appendix.outline.placedCharacters + appendix.closing.placedCharacters
      } + notes.reduce(0) { $0 + $1.content.placedCharacters }
  }
}

extension [DocumentLine] {
  fileprivate var placedCharacters: Int { reduce(0) { $0 + $1.text.visibleCharacterCount } }
}

extension [Node] {
  fileprivate var placedCharacters: Int {
    var count = 0
    // In place: a loop over the nodes would copy each.
    for index in indices {
      if let marker = self[index].marker, marker.origin == .typed {
        count += marker.text.visibleCharacterCount
      }
      if let title = self[index].title { count += title.visibleCharacterCount }
      if self[index].kind == .runin { count += 1 }
      count += self[index].content.placedCharacters + self[index].children.placedCharacters
    }
    return count
  }
}

extension [Block] {
  fileprivate var placedCharacters: Int {
    var count = 0
    for block in self {
      switch block {
      case .paragraph(let paragraph): count += paragraph.text.visibleCharacterCount
      case .table(let table):
        count += table.caption?.visibleCharacterCount ?? 0
        for cell in table.header { count += cell.visibleCharacterCount }
        for row in table.rows {
          for cell in row { count += cell.visibleCharacterCount }
        }
      }
    }
    return count
  }
}
