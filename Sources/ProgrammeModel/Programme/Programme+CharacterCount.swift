internal import VietnameseText

extension TaskTree {
  /// How many characters stand in the tree, counted by walking it: every scalar that is not white space,
  /// automatic labels excepted, and one for the colon of each run-in heading.
  public var placedCharacters: Int {
    lines.placedCharacters + preamble.placedCharacters + outline.placedCharacters
      + closing.placedCharacters
      + appendices.reduce(0) { count, appendix in
        count + appendix.title.placedCharacters
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
    reduce(0) { sum, node in
      var count = sum + node.content.placedCharacters
      if let marker = node.marker, marker.origin == .typed {
        count += marker.text.visibleCharacterCount
      }
      if let title = node.title { count += title.visibleCharacterCount }
      if node.kind == .runin { count += 1 }
      if !node.children.isEmpty { count += node.children.placedCharacters }
      return count
    }
  }
}

extension [Block] {
  fileprivate var placedCharacters: Int { reduce(0) { $0 + $1.placedCharacters } }
}

extension Block {
  fileprivate var placedCharacters: Int {
    switch self {
    case .paragraph(let paragraph): paragraph.text.visibleCharacterCount
    case .table(let table):
      (table.caption?.visibleCharacterCount ?? 0) + table.header.placedCharacters
        + table.rows.reduce(0) { $0 + $1.placedCharacters }
    }
  }
}

extension [String] {
  fileprivate var placedCharacters: Int { reduce(0) { $0 + $1.visibleCharacterCount } }
}
