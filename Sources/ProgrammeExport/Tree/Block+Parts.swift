internal import ProgrammeModel

// What paragraphs and tables have in common.

extension Block {
  /// Where it stands.
  var location: Location {
    switch self {
    case .paragraph(let paragraph): paragraph.location
    case .table(let table): table.location
    }
  }

  /// Its facts.
  var facts: [Fact] {
    switch self {
    case .paragraph(let paragraph): paragraph.facts
    case .table(let table): table.facts
    }
  }

  /// Its tasks.
  var tasks: [ProgrammeTask] {
    switch self {
    case .paragraph(let paragraph): paragraph.tasks
    case .table(let table): table.tasks
    }
  }
}
