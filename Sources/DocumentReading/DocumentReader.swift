public import ProgrammeModel

/// Reads a file into a document, whatever its format.
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
    throw .notAnArchive(file: name)
  }
}

/// What hostile input may cost before reading stops with an error.
public struct ReadingLimits: Hashable, Sendable {
  /// Makes the default limits, which real documents never meet.
  public init() {}
}

/// Why a file cannot be read.
public enum ReadingError: Error, Hashable, Sendable {
  /// The file is named .docx and is no ZIP archive.
  case notAnArchive(file: String)
}
