internal import ProgrammeModel
internal import VietnameseText

extension BodyReader {
  /// Reads a paragraph up to its end tag and puts it into the flow.
  mutating func readParagraph(into flow: inout BlockFlow) throws(ReadingError) {
    var paragraph = flow.carried ?? OpenParagraph()
    flow.carried = nil
    paragraph.begin(number: xml.paragraphCount)
    paragraph.startsPage = paragraph.startsPage || flow.startsPage
    flow.startsPage = false
    paragraph.style = state.styles.defaultParagraphStyle
    paragraph.base = state.styles.base(of: paragraph.style, inTable: flow.tableStyle)
    try readParagraphContent(&paragraph, &flow)
    paragraph.fields.removeAll(keepingCapacity: true)
    if paragraph.breaksPageAfter { flow.startsPage = true }
    if paragraph.isMarkDeleted || paragraph.isStyleSeparator {
      flow.carried = paragraph
    } else {
      emit(&paragraph, into: &flow)
    }
    if paragraph.endsSection { flow.startsPage = true }
  }

  /// Reads what stands in a paragraph, or in a wrapper in it, up to the end tag.
  mutating func readParagraphContent(
    _ paragraph: inout OpenParagraph, _ flow: inout BlockFlow
  ) throws(ReadingError) {
    while true {
      switch try xml.next() {
      case .start(let element): try readInline(element, &paragraph, &flow)
      case .text(let text):
        let count = unsafe text.buffer.visibleCharacterCount
        if count > 0 { state.skip(count, part: xml.part, element: "#text") }
      case .end, .finish: return
      }
    }
  }

  private mutating func readInline(
    _ element: XMLElement, _ paragraph: inout OpenParagraph, _ flow: inout BlockFlow
  ) throws(ReadingError) {
    guard element.isWord else {
      switch (element.namespace, element.name) {
      case (.compatibility, .alternateContent): return try readAlternatives(&paragraph, &flow)
      case (.math, .r): return try readRun(&paragraph, &flow)
      default: return try readParagraphContent(&paragraph, &flow)
      }
    }
    switch element.name {
    case .r: try readRun(&paragraph, &flow)
    case .pPr: try readProperties(of: &paragraph, &flow)
    case .fldSimple:
      let isPage = xml.value(.instr, of: element).map { FieldCode.isPageNumber($0.string) } ?? false
      let before = paragraph.visibleCount
      try readParagraphContent(&paragraph, &flow)
      if isPage { paragraph.pageNumberCharacters += paragraph.visibleCount - before }
    case .del, .moveFrom, .rubyPr: try xml.skip()
    default: try readParagraphContent(&paragraph, &flow)
    }
  }

  private mutating func readAlternatives(
    _ paragraph: inout OpenParagraph, _ flow: inout BlockFlow
  ) throws(ReadingError) {
    var isRead = false
    while true {
      switch try xml.next() {
      case .start(let element)
      where !isRead && (element.name == .choice || element.name == .fallback):
        let met = state.metCharacters
        try readParagraphContent(&paragraph, &flow)
        isRead = state.metCharacters > met
      case .start: try xml.skip()
      case .text: break
      case .end, .finish: return
      }
    }
  }

  /// Puts a paragraph into the flow, counted and with its label.
  mutating func emit(_ paragraph: inout OpenParagraph, into flow: inout BlockFlow) {
    let visible = paragraph.visibleCount
    let isEmptySection = paragraph.endsSection && visible == 0
    let isHidden = visible == 0 && paragraph.mark.on.contains(.hidden)
    if !paragraph.isCounted, !isEmptySection, !isHidden { count(&paragraph) }
    defer {
      flow.blocks.append(contentsOf: paragraph.anchored)
      paragraph.anchored = []
    }
    guard visible > 0 || paragraph.label != nil else {
      // What an empty paragraph says of pages holds for the next one.
      if paragraph.startsPage || properties(of: paragraph).startsPage == true {
        flow.startsPage = true
      }
      return
    }
    let properties = properties(of: paragraph)
    let text = unsafe paragraph.bytes.withUnsafeBufferPointer {
      unsafe String(decoding: $0, as: UTF8.self)
    }
    let level = properties.outlineLevel.flatMap { (0...8).contains($0) ? $0 : nil }
    let isDefault = paragraph.style == state.styles.defaultParagraphStyle
    let format = ParagraphFormat(
      alignment: properties.alignment ?? .start, outlineLevel: level,
      styleName: isDefault ? nil : paragraph.style.flatMap { state.styles.list[Int($0)].name },
      indentation: (properties.left ?? 0) + (properties.firstLine ?? 0),
      startsPage: paragraph.startsPage || properties.startsPage == true)
    flow.blocks.append(
      .paragraph(
        SourceParagraph(
          text: text, runs: paragraph.runs, label: paragraph.label, format: format,
          notes: paragraph.notes,
          location: Location(part: xml.part, paragraph: paragraph.number))))
  }

  /// The paragraph's properties after its list level and styles.
  private func properties(of paragraph: OpenParagraph) -> ParagraphProperties {
    var style = state.styles.paragraphDefaults
    if let index = paragraph.style {
      style = state.styles.list[Int(index)].paragraph.over(style)
    }
    var properties = paragraph.properties
    // The indentation of a list level goes before that of a style, unless the style itself names the
    // list (17.9.23).
    if let (instance, level) = listPlace(of: paragraph), paragraph.properties.list != nil,
      let definition = state.numbering.level(level, of: instance)
    {
      properties = properties.over(definition.paragraph)
    }
    return properties.over(style)
  }

  /// The list and level that the paragraph counts in, or `nil` where it is in none.
  func listPlace(of paragraph: OpenParagraph) -> (instance: Int, level: Int)? {
    let style = paragraph.style.map { state.styles.list[Int($0)].paragraph } ?? .none
    guard let id = paragraph.properties.list ?? style.list, id != 0,
      let instance = state.numbering.instance(withID: id)
    else { return nil }
    if let level = paragraph.properties.listLevel ?? style.listLevel {
      guard (0..<Numbering.levelCount).contains(level) else { return nil }
      return (instance, level)
    }
    if paragraph.properties.list == nil, let index = paragraph.style,
      let level = state.numbering.level(
        forStyle: state.styles.list[Int(index)].id, of: instance)
    {
      return (instance, level)
    }
    return (instance, 0)
  }

  /// Counts the paragraph in its list.
  mutating func count(_ paragraph: inout OpenParagraph) {
    paragraph.isCounted = true
    guard let (instance, level) = listPlace(of: paragraph) else { return }
    paragraph.label = counter.label(
      instance: instance, level: level, isFromStyle: paragraph.properties.list == nil,
      in: state.numbering, fonts: state.fonts)
  }
}

extension OpenParagraph {
  /// Starts the paragraph, which may go on with the text of one whose mark is deleted.
  fileprivate mutating func begin(number: Int) {
    let keepsProperties = isStyleSeparator
    if !keepsProperties {
      properties = .none
      mark = .none
      label = nil
      isCounted = false
    }
    self.number = keepsProperties ? self.number : number
    isMarkDeleted = false
    isStyleSeparator = false
    endsSection = false
    breaksPageAfter = false
  }
}
