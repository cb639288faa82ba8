internal import ProgrammeModel
internal import VietnameseText

extension BodyReader {
  /// Reads a paragraph up to its end tag and puts it into the flow.
  mutating func readParagraph(into flow: inout BlockFlow) throws(ReadingError) {
    var paragraph = builder.openParagraph(number: xml.paragraphCount, in: &flow)
    try readInlines(&paragraph, &flow)
    builder.end(paragraph, into: &flow)
    for id in chunksInParagraph { addChunk(id, at: &flow) }
    chunksInParagraph = []
  }

  /// Reads what stands in a paragraph, or in a wrapper in it, whose name is given then, up to the end tag.
  mutating func readInlines(
    _ paragraph: inout OpenParagraph, _ flow: inout BlockFlow, of parent: String? = nil
  ) throws(ReadingError) {
    let own = xml.depth
    var wrappers: [String] = []
    while true {
      switch try xml.nextEvent() {
      case .start(let element):
        if try readInline(element, &paragraph, &flow) {
          try xml.close(to: own + wrappers.count)
        } else {
          wrappers.append(xml.localName(of: element))
        }
      case .text(let text): keep(text, of: wrappers.last ?? parent, in: &paragraph)
      case .end: if wrappers.popLast() == nil { return }
      case .finish: return
      }
    }
  }

  /// Reads a run or what else stands in paragraphs, or says that the element is a wrapper of runs, of which
  /// nothing is taken.
  mutating func readInline(
    _ element: XMLElement, _ paragraph: inout OpenParagraph, _ flow: inout BlockFlow
  ) throws(ReadingError) -> Bool {
    guard element.isWord else {
      switch (element.namespace, element.name) {
      case (.compatibility, .alternateContent):
        try readAlternatives { (reader) throws(ReadingError) in
          try reader.readInlines(&paragraph, &flow)
        }
      case (.math, .r): try readRun(&paragraph, &flow)
      default: return false
      }
      return true
    }
    switch element.name {
    case .r: try readRun(&paragraph, &flow)
    case .pPr: try readProperties(of: &paragraph, &flow)
    case .fldSimple: try readSimpleField(element, &paragraph, &flow)
    case .del, .moveFrom: builder.hasTrackedChanges = true
    case .ins, .moveTo:
      builder.hasTrackedChanges = true
      return false
    case .rubyPr: break
    case .altChunk: if let id = xml.value(.id, of: element) { chunksInParagraph.append(id) }
    case .subDoc: refer(element, by: .id, from: paragraph)
    case .rt: builder.skip(try xml.skipCountingText(), element: "w:rt")
    case .p:
      // A paragraph in a paragraph, from producers that nest them: it stands after the one around it.
      try builder.enter()
      var inner = BlockFlow(tableStyle: flow.tableStyle)
      try readParagraph(into: &inner)
      builder.nesting -= 1
      builder.finish(&inner)
      paragraph.anchored.append(contentsOf: inner.blocks)
    case .tbl:
      var inner = BlockFlow(tableStyle: flow.tableStyle)
      try readTable(into: &inner)
      paragraph.anchored.append(contentsOf: inner.blocks)
    default: return false
    }
    return true
  }

  /// Keeps text that stands in an element that is not known.
  mutating func keep(
    _ text: Range<Int>, of parent: String?, in paragraph: inout OpenParagraph
  ) {
    let bytes = xml.bytes(of: text)
    guard bytes.visibleCharacterCount > 0 else { return }
    builder.note(
      .unknownElement, parent ?? "w:p", at: builder.location(of: paragraph.number))
    builder.metCharacters += paragraph.append(bytes)
    paragraph.closeRun(builder.styles.look(of: .none, over: paragraph.base))
  }

  private mutating func readSimpleField(
    _ element: XMLElement, _ paragraph: inout OpenParagraph, _ flow: inout BlockFlow
  ) throws(ReadingError) {
    let code = FieldCode(xml.value(.instr, of: element) ?? "")
    let before = paragraph.visibleCount
    try builder.enter()
    try readInlines(&paragraph, &flow)
    builder.nesting -= 1
    if code.isPageNumber { paragraph.pageNumberCharacters += paragraph.visibleCount - before }
    if paragraph.visibleCount == before { builder.appendResult(of: code, to: &paragraph) }
  }
}
