internal import ProgrammeModel

/// What a style, a list level or a paragraph itself says of paragraphs (`w:pPr`).
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

  /// Nothing said.
  static let none = ParagraphProperties()

  /// These properties, and where they say nothing those of `base`; list and level each on their own.
  func over(_ base: ParagraphProperties) -> ParagraphProperties {
    ParagraphProperties(
      alignment: alignment ?? base.alignment, outlineLevel: outlineLevel ?? base.outlineLevel,
      list: list ?? base.list, listLevel: listLevel ?? base.listLevel, left: left ?? base.left,
      firstLine: firstLine ?? base.firstLine, startsPage: startsPage ?? base.startsPage)
  }
}

/// What a `w:pPr` of a paragraph says, beside its section.
struct StatedProperties {
  /// Its style, an index into the styles.
  var style: Int32?
  var paragraph = ParagraphProperties.none
  /// What it says of the look of the paragraph's mark.
  var mark = RunProperties.none
  /// Whether the mark is deleted or moved away.
  var isMarkDeleted = false
  /// Whether the paragraph is printed on one line with the next, where it says so (`w:specVanish`).
  var isStyleSeparator: Bool?
  /// Whether it holds a tracked change.
  var hasTrackedChanges = false
  /// Whether a section ends with the paragraph.
  var endsSection = false
}

extension XMLPullReader {
  /// Reads `w:numPr` up to its end tag.
  mutating func numberingProperties(
    into properties: inout ParagraphProperties
  ) throws(ReadingError) {
    while true {
      switch try next() {
      case .start(let element):
        if element.isWord, element.name == .numId { properties.list = number(of: element) }
        if element.isWord, element.name == .ilvl { properties.listLevel = number(of: element) }
        try skip()
      case .text: break
      case .end, .finish: return
      }
    }
  }

  /// Reads a property of paragraphs from its start tag; the caller passes over its content.
  func read(_ element: XMLElement, into properties: inout ParagraphProperties) {
    switch element.name {
    case .jc:
      guard let value = value(.val, of: element) else { break }
      if value == "center" {
        properties.alignment = .center
      } else if value == "right" || value == "end" {
        properties.alignment = .end
      } else {
        properties.alignment = .start
      }
    case .outlineLvl: properties.outlineLevel = number(of: element)
    case .pageBreakBefore: properties.startsPage = isOn(element)
    case .ind:
      if let left = value(.left, of: element) ?? value(.start, of: element) {
        properties.left = left.integer
      }
      if let hanging = value(.hanging, of: element)?.integer {
        properties.firstLine = -hanging
      } else if let firstLine = value(.firstLine, of: element)?.integer {
        properties.firstLine = firstLine
      }
    default: break
    }
  }
}
