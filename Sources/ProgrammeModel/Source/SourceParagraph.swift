/// A paragraph of a Word document or a line of a text file.
public struct SourceParagraph: Hashable, Sendable {
  /// The text without its automatic label.
  ///
  /// Line breaks inside the paragraph are `\n`, tabs `\t`.
  public var text: String

  /// The runs that make up the text, in order and without gaps; empty for text files, where nothing is
  /// known of fonts.
  public var runs: [TextRun]

  /// The number or bullet that Word prints before the text, or `nil` where it prints none.
  public var label: ListLabel?

  /// What the paragraph looks like.
  public var format: ParagraphFormat

  /// The notes referred to, in order.
  public var notes: [NoteReference]

  /// Where it stands.
  public var location: Location

  /// Makes a paragraph.
  public init(
    text: String, runs: [TextRun] = [], label: ListLabel? = nil,
    format: ParagraphFormat = ParagraphFormat(), notes: [NoteReference] = [], location: Location
  ) {
    self.text = text
    self.runs = runs
    self.label = label
    self.format = format
    self.notes = notes
    self.location = location
  }
}

/// A stretch of a paragraph in one font and one look.
public struct TextRun: Hashable, Sendable {
  /// Where the run ends, in UTF-8 bytes from the start of the paragraph's text; it starts where the run
  /// before it ends.
  public var end: Int

  /// The resolved font of its non-ASCII letters, an index into `SourceDocument.fonts`, or `nil` where the
  /// document names none.
  public var font: Int?

  /// What it looks like.
  public var style: RunStyle

  /// Makes a run.
  public init(end: Int, font: Int?, style: RunStyle = []) {
    self.end = end
    self.font = font
    self.style = style
  }
}

/// What a run looks like, after styles are resolved.
public struct RunStyle: OptionSet, Hashable, Sendable {
  /// The bits.
  public var rawValue: UInt8

  /// Makes a set from its bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Bold.
  public static let bold = RunStyle(rawValue: 1)
  /// Italic.
  public static let italic = RunStyle(rawValue: 2)
  /// Underlined.
  public static let underlined = RunStyle(rawValue: 4)
  /// Printed in capitals whatever the letters are (`w:caps`).
  public static let capitals = RunStyle(rawValue: 8)
}

/// What a paragraph looks like, after styles are resolved.
public struct ParagraphFormat: Hashable, Sendable {
  /// How lines are set between the margins.
  public enum Alignment: UInt8, Hashable, Sendable {
    /// At the left margin, or justified.
    case start
    /// Centred.
    case center
    /// At the right margin.
    case end
  }

  /// How lines are set.
  public var alignment: Alignment

  /// Word's outline level, 0 for the highest of nine, or `nil` for body text.
  public var outlineLevel: Int?

  /// The name of the paragraph style, or `nil` for the default one.
  public var styleName: String?

  /// How far the first line starts from the left margin, in twentieths of a point; for text files, in
  /// blanks.
  public var indentation: Int

  /// Whether a new page starts before it.
  public var startsPage: Bool

  /// Makes a format; without arguments, that of plain text.
  public init(
    alignment: Alignment = .start, outlineLevel: Int? = nil, styleName: String? = nil,
    indentation: Int = 0, startsPage: Bool = false
  ) {
    self.alignment = alignment
    self.outlineLevel = outlineLevel
    self.styleName = styleName
    self.indentation = indentation
    self.startsPage = startsPage
  }
}

/// The number or bullet that Word prints before a paragraph (ECMA-376 Part 1, 17.9).
public struct ListLabel: Hashable, Sendable {
  /// What a reader of the printed page sees, such as `1.1.`, `a)` or `-`.
  public var text: String

  /// The list level, 0 for the highest of nine.
  public var level: Int

  /// The list it counts in: paragraphs with the same number share their counters.
  public var list: Int

  /// The value of its own counter, or `nil` for a bullet.
  public var value: Int?

  /// Makes a label.
  public init(text: String, level: Int, list: Int, value: Int?) {
    self.text = text
    self.level = level
    self.list = list
    self.value = value
  }
}

/// A place in a paragraph that refers to a note.
public struct NoteReference: Hashable, Sendable {
  /// The note's `SourceNote.id`.
  public var id: String

  /// The place, in UTF-8 bytes from the start of the paragraph's text.
  public var offset: Int

  /// Makes a reference.
  public init(id: String, offset: Int) {
    self.id = id
    self.offset = offset
  }
}
