package import ProgrammeModel

/// A paragraph, a line of a text file or a table, with the looks that outlining goes by.
package struct Line: Sendable {
  /// The text, white space at its ends removed; empty for a table.
  package private(set) var text: String

  /// Where its opening is kept among the folded lines, or `nil` for a text that was put together later.
  package var folded: Range<Int>?

  /// Where it stands.
  package var location: Location

  /// Where its text stands.
  ///
  /// Of a table it is the start of its first paragraph, which the others follow; of one that was put together
  /// of lines, a piece for each paragraph.
  package private(set) var spans: SourceSpans

  /// The table that stands here instead of text.
  package var table: Rare<SourceTable>?

  /// The number or bullet that Word prints before the text.
  package var label: Rare<ListLabel>?

  /// The notes referred to, in bytes from the start of `text`.
  package var notes: [NoteReference]

  /// What the letters of the text tell.
  package var shape: LineShape

  /// Whether the whole text is bold.
  package var isBold: Bool

  /// How many bytes at the start are bold.
  package var boldPrefix: Int

  /// Whether it is centred or, in a table without borders, stands in a column of its own.
  package var isCentred: Bool

  /// Whether it stands in a cell of a table that only lays out the page.
  package var isInCell: Bool

  /// Word's outline level, or `nil` for body text.
  package var outlineLevel: Int?

  /// Whether a new page starts before it.
  package var startsPage: Bool

  /// Whether the line is a paragraph of Word, whose end is certain; a line of text may go on in the next.
  package var endsParagraph: Bool

  /// Gives the line another text, and says where it stands.
  package mutating func setText(_ text: String, at spans: SourceSpans) {
    self.text = text
    self.spans = spans
    folded = nil
  }

  /// Adds the text of another line behind a separator; in its place, so that many additions cost no more than
  /// the text they make.
  package mutating func append(_ other: Line, behind separator: String) {
    text += separator
    spans.append(other.spans, at: text.utf8.count)
    text += other.text
    folded = nil
  }

  /// Makes a line; what is not given is absent.
  package init(
    text: String, folded: Range<Int>? = nil, location: Location,
    spans: SourceSpans = SourceSpans(), table: SourceTable? = nil,
    label: ListLabel? = nil, notes: [NoteReference] = [], shape: LineShape = LineShape(),
    isBold: Bool = false, boldPrefix: Int = 0, isCentred: Bool = false, isInCell: Bool = false,
    outlineLevel: Int? = nil, startsPage: Bool = false, endsParagraph: Bool = false
  ) {
    self.text = text
    self.folded = folded
    self.location = location
    self.spans = spans
    self.table = table.map(Rare.init)
    self.label = label.map(Rare.init)
    self.notes = notes
    self.shape = shape
    self.isBold = isBold
    self.boldPrefix = boldPrefix
    self.isCentred = isCentred
    self.isInCell = isInCell
    self.outlineLevel = outlineLevel
    self.startsPage = startsPage
    self.endsParagraph = endsParagraph
  }
}
