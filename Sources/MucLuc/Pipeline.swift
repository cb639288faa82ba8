internal import ContentDigest
internal import DocumentLines
@_exported public import DocumentReading
internal import FactExtraction
internal import FrameReading
@_exported public import ProgrammeModel
internal import TaskOutlining
@_exported public import TextNormalising
package import VietnameseLanguage

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

  /// The vocabulary; tests add words of their own.
  package var lexicon = Lexicon.standard

  /// Makes a pipeline.
  public init(limits: ReadingLimits = ReadingLimits(), encoding: TextEncoding? = nil) {
    self.limits = limits
    self.encoding = encoding
  }

  /// Converts the bytes of one file; `name` is its name without its folder.
  ///
  /// Whoever converts many files sooner gives a word cache from one to the next: the results are the same.
  public func convert(
    _ bytes: [UInt8], named name: String, words: WordCache = WordCache()
  ) throws(ReadingError) -> Conversion {
    let source = try DocumentReader(limits: limits).read(bytes, named: name)
    var diagnostics = source.diagnostics
    // Every stage is given what the one before made, and keeps nothing else: no document is in memory twice.
    let text = Normaliser(encoding: encoding).normalise((consume source).value, words: words)
    diagnostics += text.diagnostics
    let frame = FrameReader(lexicon: lexicon).read(text.value)
    let (metadata, frameDiagnostics) = (frame.value.metadata, frame.diagnostics)
    let lacks = frame.value.lacks
    let tree = Outliner(lexicon: lexicon).outline((consume frame).value)
    diagnostics += tree.diagnostics + frameDiagnostics
    let facts = FactExtractor(lexicon: lexicon).extract(from: (consume tree).value)
    diagnostics += facts.diagnostics
    let document = text.value.document
    let placed = facts.value
    if placed.hasTasks { diagnostics += lacks }
    let programme = Programme(
      source: SourceDescription(
        name: name, format: document.format, byteCount: bytes.count,
        sha256: Digest.sha256(bytes), encoding: document.encoding?.name,
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
