@_exported public import DocumentReading
internal import FactExtraction
@_exported public import ProgrammeModel
internal import TaskOutlining
internal import TextNormalising

/// The whole way of a document: read → normalise → outline → extract.
///
/// ```swift
/// let conversion = try Pipeline().convert(bytes, named: "ke-hoach.docx")
/// conversion.programme.outline.first?.title  // "CÁC NHIỆM VỤ TRỌNG TÂM"
/// ```
public struct Pipeline: Sendable {
  /// What hostile input may cost.
  public var limits: ReadingLimits

  /// The encoding of text files, or `nil` to tell it from the content.
  public var encoding: TextEncoding?

  /// Makes a pipeline.
  public init(limits: ReadingLimits = ReadingLimits(), encoding: TextEncoding? = nil) {
    self.limits = limits
    self.encoding = encoding
  }

  /// Converts the bytes of one file; `name` is its name without its folder.
  public func convert(
    _ bytes: [UInt8], named name: String
  ) throws(ReadingError) -> Conversion {
    var memory = ConversionMemory()
    return try convert(bytes, named: name, reusing: &memory)
  }

  /// Converts the bytes of one file of many; the result is the same, and comes sooner.
  public func convert(
    _ bytes: [UInt8], named name: String, reusing memory: inout ConversionMemory
  ) throws(ReadingError) -> Conversion {
    let source = try DocumentReader(limits: limits).read(bytes, named: name)
    let text = Normaliser(encoding: encoding).normalise(source.value, reusing: &memory.words)
    let tree = Outliner().outline(text.value)
    let facts = FactExtractor().extract(from: tree.value)
    let programme = Programme(
      source: SourceDescription(
        name: name, format: source.value.format, byteCount: bytes.count,
        sha256: Digest.sha256(bytes),
        encoding: text.value.document.encoding?.name,
        paragraphCount: source.value.paragraphCount),
      metadata: facts.value.metadata, tree: facts.value.tree,
      normalization: text.value.changes.countsByRule,
      coverage: Coverage(
        sourceCharacters: source.value.characterCount + text.value.changes.visibleCharacterGrowth
          + tree.value.labelCharacters,
        placedCharacters: facts.value.tree.placedCharacters, unread: source.value.unread),
      diagnostics: source.diagnostics + text.diagnostics + tree.diagnostics + facts.diagnostics)
    return Conversion(programme: programme, text: text.value)
  }
}

/// What the conversion of one document leaves for the next: words that need not be judged again.
///
/// Results do not depend on it. Every thread has one of its own.
public struct ConversionMemory: Sendable {
  var words = WordMemory()

  /// Makes an empty memory.
  public init() {}
}

/// What became of one file.
public struct Conversion: Sendable {
  /// The task tree with its facts.
  public var programme: Programme

  /// The text as normalised, and every change that was made to it.
  public var text: NormalisedDocument

  /// Joins a programme with the text it was made from.
  public init(programme: Programme, text: NormalisedDocument) {
    self.programme = programme
    self.text = text
  }
}
