/// A paragraph or a table of the output.
public enum Block: Hashable, Sendable {
  /// A paragraph.
  case paragraph(Paragraph)
  /// A table.
  case table(Table)
}

/// A paragraph of text with what it says.
public struct Paragraph: Hashable, Sendable {
  /// The text, white space at its ends removed.
  public var text: String

  /// Where it stands.
  public var location: Location

  /// The notes referred to.
  public var notes: [NoteMark]

  /// The facts in the order of the text.
  public var facts: [Fact]

  /// The tasks in the order of the text.
  public var tasks: [ProgrammeTask]

  /// Where its text stands, and so its facts, tasks and targets.
  @Unwritten public var spans: SourceSpans

  /// Makes a paragraph.
  public init(
    text: String, location: Location, notes: [NoteMark] = [], facts: [Fact] = [],
    tasks: [ProgrammeTask] = [], spans: SourceSpans = SourceSpans()
  ) {
    self.text = text
    self.location = location
    self.notes = notes
    self.facts = facts
    self.tasks = tasks
    self.spans = spans
  }
}

/// A place in a paragraph that refers to a note.
public struct NoteMark: Hashable, Sendable, Codable {
  /// The note's id.
  public var id: String

  /// The place, in Unicode code points from the start of the text.
  public var at: Int

  /// Makes a reference.
  public init(id: String, at: Int) {
    self.id = id
    self.at = at
  }
}

/// A table, its cells as text.
public struct Table: Hashable, Sendable {
  /// The line above it that names it, or `nil`.
  public var caption: String?

  /// The cells of the header row, or none.
  public var header: [String]

  /// The other rows; paragraphs of a cell and rows of a nested table are joined by `\n`.
  public var rows: [[String]]

  /// Where its first paragraph stands.
  public var location: Location

  /// The facts of header and rows; ranges in `plainText`.
  public var facts: [Fact]

  /// The entries, one a row, of a table of tasks or of targets.
  public var tasks: [ProgrammeTask]

  /// The columns whose cell continues the one above it, by row.
  ///
  /// Outlining fills it in for the extraction, which empties it: it is no part of the output.
  public var continued: [[Int]] = []

  /// Where its `plainText` stands, and so its facts and targets.
  @Unwritten public var spans = SourceSpans()

  /// Where its caption stands.
  @Unwritten public var captionSpans = SourceSpans()

  /// Makes a table.
  public init(
    caption: String? = nil, header: [String], rows: [[String]], location: Location,
    facts: [Fact] = [], tasks: [ProgrammeTask] = []
  ) {
    self.caption = caption
    self.header = header
    self.rows = rows
    self.location = location
    self.facts = facts
    self.tasks = tasks
  }
}

extension Table {
  /// Header and rows as one text, cells joined by tabs, rows by line breaks.
  ///
  /// The ranges of a table's facts speak of it.
  public var plainText: String {
    ((header.isEmpty ? [] : [header]) + rows).map { $0.joined(separator: "\t") }
      .joined(separator: "\n")
  }
}

extension Block: Codable {
  private enum Key: String, CodingKey {
    case type, text, location, notes, facts, tasks, caption, header, rows
  }

  /// Reads a block, telling its kind by `type`.
  public init(from decoder: any Decoder) throws {
    let keyed = try decoder.container(keyedBy: Key.self)
    let location = try keyed.decode(Location.self, forKey: .location)
    let facts = try keyed.decode([Fact].self, forKey: .facts)
    let tasks = try keyed.decode([ProgrammeTask].self, forKey: .tasks)
    switch try keyed.decode(String.self, forKey: .type) {
    case "paragraph":
      self = .paragraph(
        Paragraph(
          text: try keyed.decode(String.self, forKey: .text), location: location,
          notes: try keyed.decode([NoteMark].self, forKey: .notes), facts: facts, tasks: tasks))
    case "table":
      self = .table(
        Table(
          caption: try keyed.decodeIfPresent(String.self, forKey: .caption),
          header: try keyed.decode([String].self, forKey: .header),
          rows: try keyed.decode([[String]].self, forKey: .rows), location: location, facts: facts,
          tasks: tasks))
    case let other:
      throw DecodingError.dataCorruptedError(
        forKey: .type, in: keyed, debugDescription: "a block is no \(other)")
    }
  }

  /// Writes the block with its `type`.
  public func encode(to encoder: any Encoder) throws {
    var keyed = encoder.container(keyedBy: Key.self)
    switch self {
    case .paragraph(let paragraph):
      try keyed.encode("paragraph", forKey: .type)
      try keyed.encode(paragraph.text, forKey: .text)
      try keyed.encode(paragraph.location, forKey: .location)
      try keyed.encode(paragraph.notes, forKey: .notes)
      try keyed.encode(paragraph.facts, forKey: .facts)
      try keyed.encode(paragraph.tasks, forKey: .tasks)
    case .table(let table):
      try keyed.encode("table", forKey: .type)
      try keyed.encode(table.caption, forKey: .caption)
      try keyed.encode(table.header, forKey: .header)
      try keyed.encode(table.rows, forKey: .rows)
      try keyed.encode(table.location, forKey: .location)
      try keyed.encode(table.facts, forKey: .facts)
      try keyed.encode(table.tasks, forKey: .tasks)
    }
  }
}
