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
