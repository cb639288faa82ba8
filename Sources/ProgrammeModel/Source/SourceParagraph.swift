/// A paragraph of a Word document or a line of a text file.
///
/// A value like every other, whose parts lie in one place that copies share until one is changed: paragraphs
/// are handed around a lot, and to copy one is to count one reference instead of six.
public struct SourceParagraph: Hashable, Sendable {
  /// The parts of a paragraph.
  @usableFromInline struct Fields: Hashable, Sendable {
    @usableFromInline var text: String
    @usableFromInline var runs: [TextRun]
    @usableFromInline var label: ListLabel?
    @usableFromInline var format: ParagraphFormat
    @usableFromInline var notes: [NoteReference]
    @usableFromInline var location: Location
  }

  /// Where the parts lie; they change only where one paragraph alone refers to them.
  @usableFromInline final class Storage: @unchecked Sendable {
    // That two do not change them at once follows from that: whoever changes them has the one paragraph to
    // himself. Asking at every look, as is done for classes, takes eighty instructions.
    @exclusivity(unchecked) @usableFromInline var fields: Fields

    @usableFromInline init(_ fields: Fields) {
      unsafe self.fields = fields
    }
  }

  @usableFromInline var storage: Storage

  /// The text without its automatic label.
  ///
  /// Line breaks inside the paragraph are `\n`, tabs `\t`.
  public var text: String {
    @inlinable get { unsafe storage.fields.text }
    @inlinable _modify {
      makeUnique()
      yield unsafe &storage.fields.text
    }
  }

  /// The runs that make up the text, in order and without gaps; empty for text files, where nothing is
  /// known of fonts.
  public var runs: [TextRun] {
    @inlinable get { unsafe storage.fields.runs }
    @inlinable _modify {
      makeUnique()
      yield unsafe &storage.fields.runs
    }
  }

  /// The number or bullet that Word prints before the text, or `nil` where it prints none.
  public var label: ListLabel? {
    @inlinable get { unsafe storage.fields.label }
    @inlinable _modify {
      makeUnique()
      yield unsafe &storage.fields.label
    }
  }

  /// What the paragraph looks like.
  public var format: ParagraphFormat {
    @inlinable get { unsafe storage.fields.format }
    @inlinable _modify {
      makeUnique()
      yield unsafe &storage.fields.format
    }
  }

  /// The notes referred to, in order.
  public var notes: [NoteReference] {
    @inlinable get { unsafe storage.fields.notes }
    @inlinable _modify {
      makeUnique()
      yield unsafe &storage.fields.notes
    }
  }

  /// Where it stands.
  public var location: Location {
    @inlinable get { unsafe storage.fields.location }
    @inlinable _modify {
      makeUnique()
      yield unsafe &storage.fields.location
    }
  }

  /// Makes a paragraph.
  public init(
    text: String, runs: [TextRun] = [], label: ListLabel? = nil,
    format: ParagraphFormat = ParagraphFormat(), notes: [NoteReference] = [], location: Location
  ) {
    storage = Storage(
      Fields(
        text: text, runs: runs, label: label, format: format, notes: notes, location: location))
  }

  /// Sees to it that no other paragraph changes with this one.
  @usableFromInline mutating func makeUnique() {
    if !isKnownUniquelyReferenced(&storage) { unsafe storage = Storage(storage.fields) }
  }

  /// Whether two paragraphs have the same parts.
  public static func == (one: SourceParagraph, other: SourceParagraph) -> Bool {
    unsafe one.storage === other.storage || one.storage.fields == other.storage.fields
  }

  /// Takes the parts into a hash.
  public func hash(into hasher: inout Hasher) {
    unsafe storage.fields.hash(into: &hasher)
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
