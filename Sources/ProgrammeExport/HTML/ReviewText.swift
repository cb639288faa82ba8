internal import ProgrammeModel

/// The paragraphs of a source, with what the output says about each.
///
/// The output holds every text of the source, but cut and joined: a node's marker, title and text stand
/// in one paragraph, the lines of a wrapped text are one block. So the texts of the output are laid along
/// the paragraphs, sign by sign, white space apart, from the place where each one says it stands.
struct ReviewText {
  /// The paragraphs, in the order of `SourceDocument.forEachParagraph`.
  private(set) var paragraphs: [Paragraph] = []

  /// The first paragraph at a place.
  private var firstAt: [Location: Int] = [:]

  /// A paragraph of the source.
  struct Paragraph {
    /// The text, label excepted.
    var text: [Unicode.Scalar]

    /// Where it stands.
    var location: Location

    /// The id of the node that it belongs to, or `nil`.
    var node: String?

    /// The role of a line outside the text, or `nil`.
    var role: DocumentLine.Role?

    /// The facts, by their place in `text`, in order.
    var facts: [Mark] = []

    /// How far texts of the output were found.
    fileprivate var end = 0
  }

  /// A fact in a paragraph.
  struct Mark {
    var range: Range<Int>
    var fact: Fact
  }

  /// Lays a programme along its source.
  init(_ source: SourceDocument, _ programme: Programme) {
    source.forEachParagraph { paragraph in
      firstAt[paragraph.location] = firstAt[paragraph.location] ?? paragraphs.count
      paragraphs.append(
        Paragraph(text: Array(paragraph.text.unicodeScalars), location: paragraph.location))
    }
    lay(programme.lines)
    lay(programme.preamble, node: "preamble")
    lay(programme.outline)
    lay(programme.closing, node: "closing")
    for (place, appendix) in programme.appendices.enumerated() {
      let id = "A\(place + 1)"
      lay(appendix.lines)
      lay(appendix.preamble, node: id)
      lay(appendix.outline)
      lay(appendix.closing, node: id)
    }
    for note in programme.notes { lay(note.content, node: nil) }
  }

  /// The paragraph at a place, or `nil` where nothing stands there.
  func paragraph(at location: Location?) -> Int? {
    location.flatMap { firstAt[$0] }
  }
}

extension ReviewText {
  private mutating func lay(_ lines: [DocumentLine]) {
    for line in lines {
      for piece in lay(line.text, at: line.location) {
        paragraphs[piece.paragraph].role = line.role
      }
    }
  }

  private mutating func lay(_ nodes: [Node]) {
    for node in nodes {
      if let first = firstAt[node.location] { paragraphs[first].node = node.id }
      if let marker = node.marker, marker.origin == .typed {
        _ = lay(marker.text, at: node.location)
      }
      if let title = node.title {
        lay(title, at: node.location, facts: node.facts, node: node.id)
      }
      lay(node.content, node: node.id)
      lay(node.children)
    }
  }

  private mutating func lay(_ blocks: [Block], node: String?) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        lay(paragraph.text, at: paragraph.location, facts: paragraph.facts, node: node)
      case .table(let table):
        lay(table.plainText, at: table.location, facts: table.facts, node: node)
      }
    }
  }

  private mutating func lay(_ text: String, at location: Location, facts: [Fact], node: String?) {
    let pieces = lay(text, at: location)
    for piece in pieces { paragraphs[piece.paragraph].node = node }
    for fact in facts {
      for piece in pieces {
        let start = max(fact.range.start, piece.start)
        let end = min(fact.range.end, piece.end)
        guard start < end else { continue }
        let first = piece.places[start - piece.start]
        let last = piece.places[end - 1 - piece.start]
        paragraphs[piece.paragraph].facts.append(Mark(range: first..<last + 1, fact: fact))
      }
    }
  }
}

extension ReviewText {
  /// A stretch of a text of the output in one paragraph of the source.
  private struct Piece {
    var paragraph: Int
    /// The stretch, in scalars of the output's text.
    var start: Int
    /// For every scalar of the stretch its place in the paragraph.
    var places: [Int]
    var end: Int { start + places.count }
  }

  /// How many paragraphs in a row may hold none of a text before the search for its rest ends: a page
  /// number between two lines, an empty cell.
  private static let mostSkipped = 64

  /// How many signs may be compared in vain before a text counts as not found in a paragraph.
  private static let mostSteps = 100_000

  /// Finds a text in the paragraphs from a place on.
  private mutating func lay(_ text: String, at location: Location) -> [Piece] {
    guard var paragraph = firstAt[location] else { return [] }
    let scalars = Array(text.unicodeScalars)
    var pieces: [Piece] = []
    var next = 0
    var skipped = 0
    while next < scalars.count, paragraph < paragraphs.count, skipped < Self.mostSkipped {
      if let piece = match(scalars, from: next, in: paragraph) {
        paragraphs[paragraph].end = (piece.places.last ?? 0) + 1
        next = piece.end
        pieces.append(piece)
        skipped = 0
      } else if !pieces.isEmpty || paragraph > 0 {
        skipped += 1
      }
      while next < scalars.count, scalars[next].properties.isWhitespace { next += 1 }
      paragraph += 1
    }
    return pieces
  }

  /// The stretch of a text from `next` that stands in a paragraph, after what was found there before:
  /// to the end of the text or of the paragraph.
  private func match(_ scalars: [Unicode.Scalar], from next: Int, in paragraph: Int) -> Piece? {
    let source = paragraphs[paragraph].text
    var first = next
    while first < scalars.count, scalars[first].properties.isWhitespace { first += 1 }
    guard first < scalars.count else { return nil }
    // A paragraph that says the same again and again is not searched to its end.
    var steps = Self.mostSteps
    for start in paragraphs[paragraph].end..<max(paragraphs[paragraph].end, source.count)
    where source[start] == scalars[first] {
      var places = [Int](repeating: start, count: first - next)
      var place = start
      var index = first
      while index < scalars.count, place < source.count {
        if scalars[index].properties.isWhitespace {
          places.append(place)
          index += 1
        } else if source[place].properties.isWhitespace {
          place += 1
        } else if source[place] == scalars[index] {
          places.append(place)
          place += 1
          index += 1
        } else {
          break
        }
      }
      let reachesEnd =
        index == scalars.count || source[place...].allSatisfy(\.properties.isWhitespace)
      if reachesEnd {
        return Piece(
          paragraph: paragraph, start: next, places: places.map { min($0, source.count - 1) })
      }
      steps -= places.count
      if steps < 0 { return nil }
    }
    return nil
  }
}
