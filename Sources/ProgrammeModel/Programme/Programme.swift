/// A programme document as a task tree with its facts: the result of the whole pipeline.
///
/// It has the shape of the JSON output, key for key; `Schemas/document-2.schema.json` describes it.
public struct Programme: Hashable, Sendable, Codable {
  /// The version of the output's shape; `Schemas/` says what raises it.
  public var schemaVersion: String

  /// The program that made it.
  public var generator: Generator

  /// The file it was made from.
  public var source: SourceDescription

  /// What letterhead, title and signature say.
  public var metadata: Metadata

  /// The lines that are neither content nor title of a node, in order and as written.
  public var lines: [DocumentLine]

  /// What stands between title and outline: legal bases (căn cứ) and introduction.
  public var preamble: [Block]

  /// The task tree.
  public var outline: [Node]

  /// The final paragraphs that speak for the whole document.
  public var closing: [Block]

  /// Appendices (phụ lục) and attached documents, each with an outline of its own.
  public var appendices: [Appendix]

  /// Footnotes and endnotes.
  public var notes: [Note]

  /// What normalising changed, by rule.
  public var normalization: [RuleCount]

  /// The account of every character.
  public var coverage: Coverage

  /// What the stages noticed.
  public var diagnostics: [Diagnostic]

  /// The version of the output's shape that this package writes.
  public static let currentSchemaVersion = "2.0.0"

  /// Joins the parts of a programme.
  public init(
    source: SourceDescription, metadata: Metadata, tree: TaskTree, normalization: [RuleCount],
    coverage: Coverage, diagnostics: [Diagnostic]
  ) {
    self.schemaVersion = Programme.currentSchemaVersion
    self.generator = Generator.current
    self.source = source
    self.metadata = metadata
    self.lines = tree.lines
    self.preamble = tree.preamble
    self.outline = tree.outline
    self.closing = tree.closing
    self.appendices = tree.appendices
    self.notes = tree.notes
    self.normalization = normalization
    self.coverage = coverage
    self.diagnostics = diagnostics
  }
}

/// The program that made an output.
public struct Generator: Hashable, Sendable, Codable {
  /// Its name.
  public var name: String

  /// Its version.
  public var version: String

  /// This package.
  public static let current = Generator(name: "mucluc", version: Generator.currentVersion)

  /// Names a program.
  public init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}

/// The file that a programme was made from.
public struct SourceDescription: Hashable, Sendable, Codable {
  /// The file's name without its folder.
  public var name: String

  /// The path from the folder that was walked, or as it was given; `-` is standard input.
  ///
  /// `/` stands between folders; `%` and bytes that are not UTF-8 are written `%XX`.
  public var path: String

  /// The file format.
  public var format: SourceDocument.Format

  /// The program that converted the file first, such as `libreoffice`, or `nil`.
  public var via: String?

  /// The file's size.
  public var byteCount: Int

  /// The SHA-256 digest of the file's bytes, 64 hexadecimal digits.
  public var sha256: String

  /// The encoding of a text file, or `nil` for a Word document.
  public var encoding: String?

  /// How many paragraphs the file holds.
  public var paragraphCount: Int

  /// Describes a file.
  public init(
    name: String, path: String? = nil, format: SourceDocument.Format, via: String? = nil,
    byteCount: Int, sha256: String, encoding: String?, paragraphCount: Int
  ) {
    self.name = name
    self.path = path ?? name
    self.format = format
    self.via = via
    self.byteCount = byteCount
    self.sha256 = sha256
    self.encoding = encoding
    self.paragraphCount = paragraphCount
  }
}

/// How often a rule of normalising was applied.
public struct RuleCount: Hashable, Sendable, Codable {
  /// The rule.
  public var rule: String

  /// How many places it changed.
  public var count: Int

  /// Counts a rule.
  public init(rule: String, count: Int) {
    self.rule = rule
    self.count = count
  }
}

/// The account of every character: `placedCharacters` and the counts of `unread` add up to
/// `sourceCharacters`.
///
/// Characters are Unicode scalars that are not white space, after normalisation, without automatic labels.
public struct Coverage: Hashable, Sendable, Codable {
  /// What the reader counted.
  public var sourceCharacters: Int

  /// What stands in the output.
  public var placedCharacters: Int

  /// What does not, by part and element.
  public var unread: [UnreadContent]

  /// Whether every character of the source is accounted for.
  public var isComplete: Bool {
    placedCharacters + unread.reduce(0) { $0 + $1.count } == sourceCharacters
  }

  /// Makes an account.
  public init(sourceCharacters: Int, placedCharacters: Int, unread: [UnreadContent]) {
    self.sourceCharacters = sourceCharacters
    self.placedCharacters = placedCharacters
    self.unread = unread
  }
}
