internal import ProgrammeModel
internal import VietnameseText

/// Reads the parts that hold paragraphs and tables: the body, notes, headers and footers.
///
/// Reading goes down the elements, one function a kind. Elements that are not known are passed through, so
/// that text below them is kept.
struct BodyReader: ~Copyable {
  /// The part that is being read.
  var xml: XMLPullReader
  /// What the paragraphs and tables become.
  var builder: WordBuilder
  /// The headers and footers referred to, in the order of sections.
  var furniture: [FurnitureReference] = []
  /// Whether any section has a first page of its own.
  var hasTitlePage = false
  /// What stands in the place of blocks of the body.
  var chunks: [ChunkReference] = []
  /// Whether blanks at the ends of texts count in all of the part (`xml:space` on its root).
  var keepsBlanks = false

  /// Starts to read a part.
  init(_ xml: consuming XMLPullReader, builder: consuming WordBuilder) {
    self.xml = xml
    self.builder = builder
  }

  /// Goes on with another part.
  mutating func turn(to part: consuming XMLPullReader) {
    builder.turn(to: part.part)
    xml = part
    keepsBlanks = false
  }

  /// Hands on every child of the element that was just taken, up to its end tag, and the text between
  /// them; of a child it may take as much as it likes.
  mutating func forEachChild(
    text keep: (inout BodyReader, XMLText) -> Void = { (_, _) in },
    _ body: (inout BodyReader, XMLElement) throws(ReadingError) -> Void
  ) throws(ReadingError) {
    let own = xml.depth
    while true {
      switch try xml.nextEvent() {
      case .start(let element):
        try body(&self, element)
        try xml.close(to: own)
      case .text(let text): keep(&self, text)
      case .end, .finish: return
      }
    }
  }

  /// Hands on the first choice of an `mc:AlternateContent` that holds text, else its fallback: never two of
  /// them.
  mutating func readAlternatives(
    _ body: (inout BodyReader) throws(ReadingError) -> Void
  ) throws(ReadingError) {
    var isRead = false
    try forEachChild { (reader, element) throws(ReadingError) in
      guard !isRead, element.name == .choice || element.name == .fallback else { return }
      let met = reader.builder.metCharacters
      try body(&reader)
      isRead = reader.builder.metCharacters > met
    }
  }

  /// Reads the blocks of a story of its own up to the end tag.
  mutating func readStory() throws(ReadingError) -> [SourceBlock] {
    let outer = builder.beginStory()
    var flow = BlockFlow()
    try readBlocks(into: &flow)
    builder.endStory(&flow, outer)
    return flow.blocks
  }

  /// Reads blocks up to the end tag of the element around them.
  mutating func readBlocks(
    into flow: inout BlockFlow, of parent: String? = nil
  ) throws(ReadingError) {
    try forEachChild {
      (reader, text) in
      reader.keep(text, of: parent, in: &flow)
    } _: { (reader, element) throws(ReadingError) in
      try reader.readBlock(element, into: &flow)
    }
  }

  /// Reads a block, or passes through a wrapper of blocks.
  mutating func readBlock(
    _ element: XMLElement, into flow: inout BlockFlow
  ) throws(ReadingError) {
    guard element.isWord else {
      if element.namespace == .compatibility, element.name == .alternateContent {
        return try readAlternatives { (reader) throws(ReadingError) in
          try reader.readBlocks(into: &flow)
        }
      }
      return try readBlocks(into: &flow, of: xml.localName(of: element))
    }
    switch element.name {
    case .p: try readParagraph(into: &flow)
    case .tbl: try readTable(into: &flow)
    case .sectPr: try readSection(into: &flow)
    case .altChunk: readChunk(element, into: &flow)
    case .del, .moveFrom: builder.hasTrackedChanges = true
    case .background: break
    case .r, .hyperlink, .fldSimple, .smartTag: try readLooseRun(element, into: &flow)
    default:
      if xml.value(.space, of: element).map({ $0 == "preserve" }) ?? false { keepsBlanks = true }
      try readBlocks(into: &flow, of: xml.localName(of: element))
    }
  }

  /// Counts text that stands where none can be placed.
  mutating func leaveOut(_ text: XMLText) {
    builder.skip(xml.bytes(of: text).visibleCharacterCount, element: "#text")
  }

  /// Keeps text that stands between blocks, in an element that is not known, as a paragraph.
  private mutating func keep(_ text: XMLText, of parent: String?, in flow: inout BlockFlow) {
    let bytes = xml.bytes(of: text)
    guard bytes.visibleCharacterCount > 0 else { return }
    builder.note(.unknownElement, parent ?? "#text")
    var paragraph = OpenParagraph()
    paragraph.number = max(xml.paragraphCount, 1)
    builder.metCharacters += paragraph.append(bytes)
    builder.emit(&paragraph, into: &flow)
  }

  /// Reads a run that stands where a block should, as a paragraph of its own.
  private mutating func readLooseRun(
    _ element: XMLElement, into flow: inout BlockFlow
  ) throws(ReadingError) {
    var paragraph = builder.openLooseParagraph(number: xml.paragraphCount, in: flow)
    try readInline(element, &paragraph, &flow)
    builder.emit(&paragraph, into: &flow)
  }

  /// Remembers where a chunk of another format stands; only the body has any.
  private mutating func readChunk(_ element: XMLElement, into flow: inout BlockFlow) {
    builder.finish(&flow)
    guard let id = xml.value(.id, of: element) else { return }
    chunks.append(ChunkReference(id: id, place: flow.isBody ? flow.blocks.count : -1))
  }
}

/// A section's reference to a header or footer.
struct FurnitureReference: Hashable {
  /// Whether it is a header.
  var isHeader: Bool
  /// On which pages: `default`, `first` or `even`.
  var pages: String
  /// The relationship of its part.
  var id: String
}

/// A part in another format that stands in the place of blocks (`w:altChunk`).
struct ChunkReference {
  /// The relationship of its part.
  var id: String
  /// The block of the body before which it stands.
  var place: Int
}
