internal import ProgrammeModel
internal import VietnameseText

extension BodyReader {
  /// Puts a paragraph into the flow, counted and with its label, then what is anchored in it.
  mutating func emit(_ paragraph: inout OpenParagraph, into flow: inout BlockFlow) {
    let hasText = paragraph.visibleCount > 0
    // An empty paragraph that ends a section, or whose mark is hidden, is not printed and not counted.
    let isPrinted =
      hasText || !(paragraph.endsSection || paragraph.mark.on.contains(.hidden))
    if isPrinted, !paragraph.isCounted { count(&paragraph) }
    let properties =
      paragraph.properties.list == nil
      ? paragraph.properties.over(state.styles.paragraphProperties(of: paragraph.style))
      : propertiesInList(of: paragraph)
    let startsPage = paragraph.startsPage || (properties.startsPage ?? false)
    if hasText || paragraph.label != nil {
      flow.blocks.append(
        .paragraph(
          SourceParagraph(
            text: unsafe paragraph.bytes.withUnsafeBufferPointer {
              unsafe String(decoding: $0, as: UTF8.self)
            },
            runs: paragraph.runs, label: paragraph.label,
            format: format(paragraph.style, properties, startsPage: startsPage),
            notes: paragraph.notes, location: location(of: paragraph.number))))
      if paragraph.pageNumberCharacters > 0 { notePageNumber(paragraph) }
      flow.startsPage = paragraph.breaksPageAfter
    } else if startsPage || paragraph.breaksPageAfter {
      // What an empty paragraph says of pages holds for the next one.
      flow.startsPage = true
    }
    if !paragraph.anchored.isEmpty {
      flow.blocks.append(contentsOf: paragraph.anchored)
      paragraph.anchored = []
    }
    close(&paragraph)
  }

  private func format(
    _ style: Int32?, _ properties: ParagraphProperties, startsPage: Bool
  ) -> ParagraphFormat {
    ParagraphFormat(
      alignment: properties.alignment ?? .start,
      outlineLevel: properties.outlineLevel.flatMap { (0...8).contains($0) ? $0 : nil },
      styleName: style == state.styles.defaultParagraphStyle
        ? nil : style.flatMap { state.styles.name(of: $0) },
      indentation: (properties.left ?? 0) + (properties.firstLine ?? 0), startsPage: startsPage)
  }

  /// Remembers a paragraph that prints nothing but the number of the page, such as `- 2 -`.
  private mutating func notePageNumber(_ paragraph: borrowing OpenParagraph) {
    let others = paragraph.bytes.contains {
      $0 >= 0x80 ? false : $0 > 0x40 || $0 == 0x3A
    }
    // Dashes beyond ASCII may stand around the number, letters may not.
    let letters = String(decoding: paragraph.bytes, as: UTF8.self).unicodeScalars.contains {
      $0.properties.isAlphabetic
    }
    if !others, !letters { state.pageNumberParagraphs.insert(paragraph.number) }
  }

  /// The properties, after its list level and styles, of a paragraph that names a list.
  private func propertiesInList(of paragraph: borrowing OpenParagraph) -> ParagraphProperties {
    let style = state.styles.paragraphProperties(of: paragraph.style)
    var properties = paragraph.properties
    // The indentation of a list level goes before that of a style, unless the style itself names the
    // list (17.9.23).
    if let (instance, level) = listPlace(of: paragraph),
      let definition = state.numbering.level(level, of: instance)
    {
      properties = properties.over(definition.paragraph)
    }
    return properties.over(style)
  }
}
