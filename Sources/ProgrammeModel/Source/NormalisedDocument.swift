/// A document in clean Unicode: what normalising hands to outlining.
///
/// The document has the shape of the one that was read; its texts are in NFC and in no legacy encoding.
/// Applying `changes` backwards restores the text as read, letter by letter.
public struct NormalisedDocument: Hashable, Sendable {
  /// The document with its texts normalised; offsets of runs and notes speak of the new texts.
  public var document: SourceDocument

  /// Every change that was made, in the order of the source.
  public var changes: [TextChange]

  /// Joins a document with what was changed in it.
  public init(document: SourceDocument, changes: [TextChange] = []) {
    self.document = document
    self.changes = changes
  }
}

/// One change that normalising made to a paragraph's text.
public struct TextChange: Hashable, Sendable {
  /// The rule that asked for it, such as `nfc`, `mark-order`, `tcvn3`, `capital-font`.
  public var rule: String

  /// The paragraph, counted from zero in the order of `SourceDocument.forEachParagraph`.
  public var paragraph: Int

  /// Where the paragraph stands in the source.
  public var location: Location

  /// Where the new text starts, in UTF-8 bytes from the start of the normalised paragraph.
  public var offset: Int

  /// What stood there.
  public var before: String

  /// What stands there now.
  public var after: String

  /// Records a change.
  public init(
    rule: String, paragraph: Int, location: Location, offset: Int, before: String, after: String
  ) {
    self.rule = rule
    self.paragraph = paragraph
    self.location = location
    self.offset = offset
    self.before = before
    self.after = after
  }
}
