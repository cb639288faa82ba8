internal import ProgrammeModel

/// What a style, a list level or a paragraph itself says of paragraphs.
struct ParagraphProperties {
  /// How lines are set.
  var alignment: ParagraphFormat.Alignment?
  /// The outline level, 9 for body text.
  var outlineLevel: Int?
  /// The list, 0 for none.
  var list: Int?
  /// The level in the list.
  var listLevel: Int?
  /// The left margin in twentieths of a point.
  var left: Int?
  /// How far the first line stands to the right of the margin, negative where it hangs.
  var firstLine: Int?
  /// Whether a page starts before the paragraph.
  var startsPage: Bool?

  /// No properties.
  static let none = ParagraphProperties()

  /// These properties, and where they say nothing those of `base`; list and level each on their own.
  func over(_ base: ParagraphProperties) -> ParagraphProperties {
    ParagraphProperties(
      alignment: alignment ?? base.alignment, outlineLevel: outlineLevel ?? base.outlineLevel,
      list: list ?? base.list, listLevel: listLevel ?? base.listLevel, left: left ?? base.left,
      firstLine: firstLine ?? base.firstLine, startsPage: startsPage ?? base.startsPage)
  }
}

/// What a paragraph says of itself.
struct StatedProperties {
  /// Its style, an index into the styles.
  var style: Int32?
  /// Its direct properties.
  var paragraph = ParagraphProperties.none
  /// The look of the paragraph's mark.
  var mark = RunProperties.none
  /// Whether the mark is deleted or moved away.
  var isMarkDeleted = false
  /// Whether the paragraph is printed on one line with the next, where it says so.
  var isStyleSeparator: Bool?
  /// Whether its text is a large first letter that belongs to the next paragraph.
  var isDropCap = false
  /// Whether it holds a tracked change.
  var hasTrackedChanges = false
  /// Whether a section ends with the paragraph.
  var endsSection = false
}
