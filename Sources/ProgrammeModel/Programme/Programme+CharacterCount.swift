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

/// The sum of what is counted of every element.
@inline(__always)
private func sum<Element: ~Copyable>(
  _ elements: Span<Element>, _ count: (borrowing Element) -> Int
) -> Int {
  var sum = 0
  elements.forEach { sum += count($0) }
  return sum
}

extension [DocumentLine] {
  fileprivate var placedCharacters: Int { sum(span) { $0.text.visibleCharacterCount } }
}

extension [Node] {
  fileprivate var placedCharacters: Int {
    sum(span) { node in
      var count = node.content.placedCharacters
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
  fileprivate var placedCharacters: Int { sum(span) { $0.placedCharacters } }
}

extension Block {
  fileprivate var placedCharacters: Int {
    switch self {
    case .paragraph(let paragraph): paragraph.text.visibleCharacterCount
    case .table(let table):
      (table.caption?.visibleCharacterCount ?? 0) + table.header.placedCharacters
        + sum(table.rows.span) { $0.placedCharacters }
    }
  }
}

extension [String] {
  fileprivate var placedCharacters: Int { sum(span) { $0.visibleCharacterCount } }
}
