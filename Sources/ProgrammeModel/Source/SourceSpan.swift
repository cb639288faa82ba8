/// A stretch of a paragraph of the source.
public struct SourceSpan: Hashable, Sendable {
  /// The paragraph, counted from zero in the order of `SourceDocument.forEachParagraph`.
  public var paragraph: Int

  /// The stretch, in UTF-8 bytes of the normalised paragraph's text.
  public var range: Range<Int>

  /// Names a stretch.
  public init(paragraph: Int, range: Range<Int>) {
    self.paragraph = paragraph
    self.range = range
  }

  /// The stretch of a slice of its text, in bytes from its start.
  func slice(_ slice: Range<Int>) -> SourceSpan {
    let start = range.lowerBound
    return SourceSpan(
      paragraph: paragraph, range: start + slice.lowerBound..<start + slice.upperBound)
  }
}
