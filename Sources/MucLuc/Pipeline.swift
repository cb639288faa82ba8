internal import DocumentLines
@_exported public import DocumentReading
internal import FactExtraction
internal import FrameReading
@_exported public import ProgrammeModel
internal import TaskOutlining
internal import TextNormalising

/// The whole way of a document: read → normalise → frame → outline → extract.
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
    var bytes = bytes
    return try convert(emptying: &bytes, named: name, reusing: &memory)
  }

  /// Converts the bytes of one file of many and gives them up as soon as they are read; after an error they are
  /// what they were.
  public func convert(
    emptying bytes: inout [UInt8], named name: String, reusing memory: inout ConversionMemory
  ) throws(ReadingError) -> Conversion {
    let source = try DocumentReader(limits: limits).read(bytes, named: name)
    let (byteCount, digest) = (bytes.count, Digest.sha256(bytes))
    bytes = []
    var diagnostics = source.diagnostics
    // Every stage is given what the one before made, and keeps nothing else: no document is in memory twice.
    let text = Normaliser(encoding: encoding)
      .normalise((consume source).value, reusing: &memory.words)
    diagnostics += text.diagnostics
    let frame = FrameReader().read(text.value)
    let (metadata, frameDiagnostics) = (frame.value.metadata, frame.diagnostics)
    let tree = Outliner().outline((consume frame).value)
    diagnostics += tree.diagnostics + frameDiagnostics
    let facts = FactExtractor().extract(from: (consume tree).value)
    diagnostics += facts.diagnostics
    let document = text.value.document
    let placed = facts.value
    let programme = Programme(
      source: SourceDescription(
        name: name, format: document.format, byteCount: byteCount,
        sha256: digest, encoding: document.encoding?.name,
        paragraphCount: document.paragraphCount),
      metadata: metadata, tree: placed,
      normalization: text.value.changes.countsByRule,
      coverage: Coverage(
        sourceCharacters: document.characterCount + text.value.changes.visibleCharacterGrowth
          + placed.labelCharacters,
        placedCharacters: placed.placedCharacters, unread: document.unread),
      diagnostics: diagnostics)
    return Conversion(programme: programme, text: text.value)
  }
}

/// What the conversion of one document leaves for the next: words that need not be judged again.
///
/// Results do not depend on it. Every thread has one of its own.
public struct ConversionMemory: ~Copyable, Sendable {
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

  /// Gives up the text, so that a large document is not in memory twice while its tree is written.
  public mutating func forgetText() {
    text = NormalisedDocument(
      document: SourceDocument(name: text.document.name, format: text.document.format))
  }

  /// Joins a programme with the text it was made from.
  public init(programme: Programme, text: NormalisedDocument) {
    self.programme = programme
    self.text = text
  }
}
