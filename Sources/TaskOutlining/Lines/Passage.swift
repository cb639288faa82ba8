internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseText

/// A paragraph of the text proper, its wrapped lines joined: what levels are decided over.
struct Passage {
  /// The looks of its first line; text and shape are those of the whole passage.
  var looks: Line

  /// The length of its last line in bytes: the next line may continue it if it is full.
  var lastLineLength: Int

  /// What the start can be read as.
  var candidates: [MarkerCandidate] = []

  /// The table that stands here instead of text.
  var table: Rare<Table>?

  /// Whether the passage before it stopped in the middle of a sentence.
  var mayContinue = false

  /// Whether the text before it holds the number before its own: `… (1) một; (2) hai;` above `(3) ba`.
  var followsInline = false

  /// The whole text, its marker included; empty for a table.
  var text: String { looks.text }

  /// Where its first line stands.
  var location: Location { looks.location }

  /// Whether its text ends with a colon, so that something must follow.
  var opens: Bool { looks.shape.finalMark == .colon }
}
