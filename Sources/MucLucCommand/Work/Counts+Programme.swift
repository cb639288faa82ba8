internal import ProgrammeModel

extension Counts {
  /// Counts what a programme holds.
  init(of programme: Programme) {
    self.init()
    bytes = programme.source.byteCount
    paragraphs = programme.source.paragraphCount
    sourceCharacters = programme.coverage.sourceCharacters
    placedCharacters = programme.coverage.placedCharacters
    unreadCharacters = programme.coverage.unread.reduce(0) { $0 + $1.count }
    count(programme.preamble)
    count(programme.outline)
    count(programme.closing)
    for appendix in programme.appendices {
      count(appendix.preamble)
      count(appendix.outline)
      count(appendix.closing)
    }
    for note in programme.notes { count(note.content) }
  }

  private mutating func count(_ list: [Node]) {
    for node in list {
      nodes += 1
      facts += node.facts.count
      count(node.content)
      count(node.children)
    }
  }

  private mutating func count(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        facts += paragraph.facts.count
        tasks += paragraph.tasks.count
      case .table(let table):
        facts += table.facts.count
        tasks += table.tasks.count
      }
    }
  }
}
