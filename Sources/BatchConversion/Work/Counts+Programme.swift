internal import ProgrammeModel

extension Counts {
  /// Counts what a programme holds, of its entries those of the roles.
  init(of programme: Programme, roles: Set<ProgrammeTask.Role> = ProgrammeTask.Role.usual) {
    self.init()
    bytes = programme.source.byteCount
    paragraphs = programme.source.paragraphCount
    sourceCharacters = programme.coverage.sourceCharacters
    placedCharacters = programme.coverage.placedCharacters
    unreadCharacters = programme.coverage.unread.reduce(0) { $0 + $1.count }
    count(roles, programme.preamble)
    count(roles, programme.outline)
    count(roles, programme.closing)
    for appendix in programme.appendices {
      count(roles, appendix.preamble)
      count(roles, appendix.outline)
      count(roles, appendix.closing)
    }
    for note in programme.notes { count(roles, note.content) }
  }

  private mutating func count(_ roles: Set<ProgrammeTask.Role>, _ list: [Node]) {
    for node in list {
      nodes += 1
      facts += node.facts.count
      count(roles, node.content)
      count(roles, node.children)
    }
  }

  private mutating func count(_ roles: Set<ProgrammeTask.Role>, _ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        facts += paragraph.facts.count
        tasks += paragraph.tasks.count { roles.contains($0.role) }
      case .table(let table):
        facts += table.facts.count
        tasks += table.tasks.count { roles.contains($0.role) }
      }
    }
  }
}
