internal import ProgrammeModel
internal import VietnameseText

extension WordBuilder {
  /// Opens a paragraph, or goes on with the one before where that one's mark is deleted.
  ///
  /// - Parameters:
  ///   - number: the paragraph's number in its part, from 1.
  ///   - flow: the blocks around it.
  /// - Returns: the paragraph, for `end`.
  mutating func openParagraph(number: Int, in flow: inout BlockFlow) -> OpenParagraph {
    var paragraph = flow.carried.take() ?? OpenParagraph(memory: takeMemory())
    let style = styles.defaultParagraphStyle
    paragraph.begin(
      number: number, style: style, base: styles.base(of: style, inTable: flow.tableStyle))
    if flow.startsPage { paragraph.startsPage = true }
    flow.startsPage = false
    return paragraph
  }

  /// Opens a paragraph for text that stands outside all paragraphs of its part.
  mutating func openLooseParagraph(number: Int, in flow: borrowing BlockFlow) -> OpenParagraph {
    var paragraph = OpenParagraph()
    let style = styles.defaultParagraphStyle
    paragraph.begin(
      number: max(number, 1), style: style,
      base: styles.base(of: style, inTable: flow.tableStyle))
    return paragraph
  }

  /// Applies what a paragraph says of itself; before its text, whose look starts from its style.
  mutating func apply(
    _ stated: StatedProperties, to paragraph: inout OpenParagraph, in flow: borrowing BlockFlow
  ) {
    if let style = stated.style {
      paragraph.style = style
      paragraph.base = styles.base(of: style, inTable: flow.tableStyle)
    }
    if stated.hasTrackedChanges { hasTrackedChanges = true }
    paragraph.take(stated)
  }

  /// Ends a paragraph and puts it into the flow, unless its text joins the next paragraph.
  mutating func end(_ paragraph: consuming OpenParagraph, into flow: inout BlockFlow) {
    // A field that does not end in its paragraph has shown its code: nothing visible is lost.
    paragraph.fields.removeAll(keepingCapacity: true)
    let endsSection = paragraph.endsSection
    if paragraph.joinsNext || paragraph.isStyleSeparator {
      flow.carried = consume paragraph
    } else {
      emit(&paragraph, into: &flow)
      reuseMemory(of: &paragraph)
    }
    if endsSection { flow.startSection() }
  }

  /// Ends a sequence of blocks: a paragraph that found none to join stands on its own.
  mutating func finish(_ flow: inout BlockFlow) {
    guard var carried = flow.carried.take() else { return }
    emit(&carried, into: &flow)
    reuseMemory(of: &carried)
  }

  /// Puts text that is drawn, not written in a paragraph of its own, behind a paragraph.
  mutating func anchor(
    _ drawn: consuming OpenParagraph, in paragraph: inout OpenParagraph
  ) {
    drawn.closeRun(RunLook(font: nil, style: [], isHidden: false))
    var flow = BlockFlow()
    emit(&drawn, into: &flow)
    paragraph.anchored.append(contentsOf: flow.blocks)
  }

  /// Puts a paragraph into the flow, counted and with its label, then what is anchored in it.
  mutating func emit(_ paragraph: inout OpenParagraph, into flow: inout BlockFlow) {
    let hasText = paragraph.visibleCount > 0
    // An empty paragraph that ends a section, or whose mark is hidden, is not printed and not counted.
    let isPrinted =
      hasText || !(paragraph.endsSection || paragraph.mark.on.contains(.hidden))
    if isPrinted, !paragraph.isCounted { count(&paragraph) }
    let properties =
      paragraph.properties.list == nil
      ? paragraph.properties.over(styles.paragraphProperties(of: paragraph.style))
      : propertiesInList(of: paragraph)
    let startsPage = paragraph.startsPage || (properties.startsPage ?? false)
    if hasText || paragraph.label != nil {
      flow.blocks.append(
        .paragraph(
          SourceParagraph(
            text: String(decoding: paragraph.bytes, as: UTF8.self),
            runs: paragraph.runs, label: paragraph.label,
            format: format(paragraph.style, properties, startsPage: startsPage),
            notes: paragraph.notes, location: location(of: paragraph.number))))
      if paragraph.pageNumberCharacters > 0 { notePageNumber(paragraph) }
      flow.startsPage = false
    } else if startsPage {
      // What an empty paragraph says of pages holds for the next one.
      flow.startsPage = true
    }
    flow.blocks.append(contentsOf: paragraph.anchored)
    paragraph.anchored = []
  }

  private func format(
    _ style: Int32?, _ properties: ParagraphProperties, startsPage: Bool
  ) -> ParagraphFormat {
    ParagraphFormat(
      alignment: properties.alignment ?? .start,
      outlineLevel: properties.outlineLevel.flatMap { (0...8).contains($0) ? $0 : nil },
      styleName: style == styles.defaultParagraphStyle
        ? nil : style.flatMap { styles.list[Int($0)].name },
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
    if !others, !letters { pageNumberParagraphs.insert(paragraph.number) }
  }

  /// The properties, after its list level and styles, of a paragraph that names a list.
  private func propertiesInList(of paragraph: borrowing OpenParagraph) -> ParagraphProperties {
    let style = styles.paragraphProperties(of: paragraph.style)
    var properties = paragraph.properties
    // The indentation of a list level goes before that of a style, unless the style itself names the
    // list (17.9.23).
    if let (instance, level) = listPlace(of: paragraph),
      let definition = numbering.level(level, of: instance)
    {
      properties = properties.over(definition.paragraph)
    }
    return properties.over(style)
  }
}
