public import ProgrammeModel

/// Turns the letters of a file into clean Unicode and keeps a record of every change.
public struct Normaliser: Sendable {
  /// The encoding of text files that are no Unicode, or `nil` to tell it from the content.
  public var encoding: TextEncoding?

  /// Makes a normaliser.
  public init(encoding: TextEncoding? = nil) {
    self.encoding = encoding
  }

  /// Normalises every text of a document.
  public func normalise(_ document: SourceDocument) -> Outcome<NormalisedDocument> {
    Outcome(NormalisedDocument(document: document))
  }
}
