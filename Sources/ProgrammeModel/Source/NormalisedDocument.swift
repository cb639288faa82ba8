/// A document in clean Unicode: what normalising hands to outlining.
///
/// The document has the shape of the one that was read; its texts are in NFC and in no legacy encoding.
/// Applying `changes` backwards restores the text as read, letter by letter.
public struct NormalisedDocument: Hashable, Sendable {
  /// The document with its texts normalised; offsets of runs and notes speak of the new texts.
  public var document: SourceDocument

  /// Every change that was made, in the order of the source.
  public var changes: TextChanges

  /// Joins a document with what was changed in it.
  public init(document: SourceDocument, changes: TextChanges = TextChanges()) {
    self.document = document
    self.changes = changes
  }
}
