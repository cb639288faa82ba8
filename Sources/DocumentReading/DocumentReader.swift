public import ProgrammeModel

/// Reads a file into a document, whatever its format.
///
/// ```swift
/// let source = try DocumentReader().read(bytes, named: "ke-hoach.docx")
/// source.value.blocks.count  // paragraphs and tables in reading order
/// ```
public struct DocumentReader: Sendable {
  /// What hostile input may cost.
  public var limits: ReadingLimits

  /// Makes a reader.
  public init(limits: ReadingLimits = ReadingLimits()) {
    self.limits = limits
  }

  /// Reads the bytes of a file; the format is told from the bytes, not from the name.
  public func read(
    _ bytes: [UInt8], named name: String
  ) throws(ReadingError) -> Outcome<SourceDocument> {
    if bytes.starts(with: Array("PK".utf8)) {
      return try WordReader(limits: limits).read(bytes, named: name)
    }
    return try PlainTextReader().read(bytes, named: name)
  }
}
