internal import ProgrammeModel
internal import VietnameseText

extension BodyReader {
  /// Reads a paragraph up to its end tag and puts it into the flow.
  mutating func readParagraph(into flow: inout BlockFlow) throws(ReadingError) {
    var paragraph = flow.carried.take() ?? openParagraph()
    let style = state.styles.defaultParagraphStyle
    paragraph.begin(
      number: xml.paragraphCount, style: style,
      base: state.styles.base(of: style, inTable: flow.tableStyle))
    if flow.startsPage { paragraph.startsPage = true }
    flow.startsPage = false
    try readInlines(&paragraph, &flow)
    // A field that does not end in its paragraph has shown its code: nothing visible is lost.
    paragraph.fields.removeAll(keepingCapacity: true)
    let endsSection = paragraph.endsSection
    if paragraph.isMarkDeleted || paragraph.isStyleSeparator {
      flow.carried = consume paragraph
    } else {
      emit(&paragraph, into: &flow)
    }
    if endsSection { flow.startSection() }
  }

  /// Reads what stands in a paragraph, or in a wrapper in it, up to the end tag.
  mutating func readInlines(
    _ paragraph: inout OpenParagraph, _ flow: inout BlockFlow, of parent: XMLElement? = nil
  ) throws(ReadingError) {
    while true {
      switch try xml.next() {
      case .start(let element): try readInline(element, &paragraph, &flow)
      case .text(let text): keep(text, of: parent, in: &paragraph)
      case .end, .finish: return
      }
    }
  }

  /// Reads a run, or passes through a wrapper of runs.
  mutating func readInline(
    _ element: XMLElement, _ paragraph: inout OpenParagraph, _ flow: inout BlockFlow
  ) throws(ReadingError) {
    guard element.isWord else {
      switch (element.namespace, element.name) {
      case (.compatibility, .alternateContent): return try readAlternatives(&paragraph, &flow)
      case (.math, .r): return try readRun(&paragraph, &flow)
      default: return try readInlines(&paragraph, &flow, of: element)
      }
    }
    switch element.name {
    case .r: try readRun(&paragraph, &flow)
    case .pPr: try readProperties(element, of: &paragraph, &flow)
    case .fldSimple: try readSimpleField(element, &paragraph, &flow)
    case .del, .moveFrom: try skipDeleted()
    case .ins, .moveTo:
      state.hasTrackedChanges = true
      try readInlines(&paragraph, &flow, of: element)
    case .rubyPr: try xml.skip()
    case .p:
      // A paragraph in a paragraph, from producers that nest them: it stands after the one around it.
      var inner = BlockFlow(tableStyle: flow.tableStyle)
      try readParagraph(into: &inner)
      finish(&inner)
      paragraph.anchored.append(contentsOf: inner.blocks)
    case .tbl:
      var inner = BlockFlow(tableStyle: flow.tableStyle)
      try readTable(into: &inner)
      paragraph.anchored.append(contentsOf: inner.blocks)
    default: try readInlines(&paragraph, &flow, of: element)
    }
  }

  /// Keeps text that stands in an element that is not known.
  mutating func keep(
    _ text: XMLBytes, of parent: XMLElement?, in paragraph: inout OpenParagraph
  ) {
    guard unsafe text.buffer.visibleCharacterCount > 0 else { return }
    state.say(.unknownElement, parent?.localName ?? "w:p", at: location(of: paragraph.number))
    unsafe state.metCharacters += paragraph.append(text.buffer)
    paragraph.closeRun(state.styles.look(of: .none, over: paragraph.base))
  }

  private mutating func readSimpleField(
    _ element: XMLElement, _ paragraph: inout OpenParagraph, _ flow: inout BlockFlow
  ) throws(ReadingError) {
    let code = FieldCode(xml.value(.instr, of: element)?.string ?? "")
    let before = paragraph.visibleCount
    try readInlines(&paragraph, &flow)
    if code.isPageNumber { paragraph.pageNumberCharacters += paragraph.visibleCount - before }
    if code.name == "LISTNUM", paragraph.visibleCount == before {
      appendListNumber(code, to: &paragraph)
    }
  }

  private mutating func readAlternatives(
    _ paragraph: inout OpenParagraph, _ flow: inout BlockFlow
  ) throws(ReadingError) {
    var isRead = false
    while true {
      switch try xml.next() {
      case .start(let element) where !isRead && element.isAlternative:
        let met = state.metCharacters
        try readInlines(&paragraph, &flow)
        isRead = state.metCharacters > met
      case .start: try xml.skip()
      case .text: break
      case .end, .finish: return
      }
    }
  }

  /// Where a paragraph stands.
  func location(of paragraph: Int) -> Location {
    Location(part: xml.part, paragraph: paragraph)
  }
}
