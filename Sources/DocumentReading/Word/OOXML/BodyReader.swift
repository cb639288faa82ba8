internal import ProgrammeModel
internal import VietnameseText

/// Reads the parts that hold paragraphs and tables: the body, notes, headers and footers.
///
/// Reading goes down the elements, one function a kind. Elements that are not known are wrappers: what stands
/// in them is read in their place, so that text below them is kept. Wrappers may stand 256 deep in one
/// another: whoever meets one reads on and does not call itself; what does call itself counts in
/// `ReadingLimits.nesting`.
struct BodyReader: ~Copyable {
  /// The part that is being read.
  var xml: XMLPullReader
  /// What the paragraphs and tables become.
  var builder: WordBuilder
  /// The headers and footers referred to, in the order of sections.
  var furniture: [FurnitureReference] = []
  /// Whether any section has a first page of its own.
  var hasTitlePage = false
  /// The relationships of what stands in the place of blocks (`w:altChunk`).
  var chunks: [String] = []
  /// The chunks in the paragraph that is being read.
  var chunksInParagraph: [String] = []
  /// The parts of pictures, subdocuments and the like, by their relationships, and where they stand.
  var references: [(id: String, isSubdocument: Bool, location: Location)] = []
  /// Whether blanks at the ends of texts count in all of the part (`xml:space` on its root).
  var keepsBlanks = false

  /// Starts to read a part.
  init(_ xml: consuming XMLPullReader, builder: consuming WordBuilder) {
    self.xml = xml
    self.builder = builder
  }

  /// Goes on with another part.
  mutating func turn(to part: consuming XMLPullReader) {
    countIgnorable()
    builder.turn(to: part.entry.part)
    xml = part
    keepsBlanks = false
  }

  /// Counts what the part said may be left out.
  mutating func countIgnorable() {
    builder.skip(xml.ignorableCharacters, element: "mc:Ignorable")
  }

  /// Hands on every child of the element that was just taken, up to its end tag, and the text between
  /// them; of a child it may take as much as it likes.
  mutating func forEachChild(
    text keep: (inout BodyReader, Range<Int>) -> Void = { (_, _) in },
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

  /// Hands on the first choice of an `mc:AlternateContent` that is understood and holds text, else its
  /// fallback: never two of them (ECMA-376 Part 3, 9.3).
  mutating func readAlternatives(
    _ body: (inout BodyReader) throws(ReadingError) -> Void
  ) throws(ReadingError) {
    try builder.enter()
    var isRead = false
    var leftOut = 0
    let own = xml.depth
    reading: while true {
      switch try xml.nextEvent() {
      case .start(let element):
        if !isRead, xml.isUnderstood(element) {
          let met = builder.metCharacters
          try body(&self)
          isRead = builder.metCharacters > met
        } else if !isRead {
          leftOut += try xml.skipCountingText()
        }
        try xml.close(to: own)
      case .text: break
      case .end, .finish: break reading
      }
    }
    if !isRead { builder.skip(leftOut, element: "mc:Choice") }
    builder.nesting -= 1
  }

  /// Reads the blocks of a story of its own up to the end tag.
  mutating func readStory() throws(ReadingError) -> [SourceBlock] {
    let outer = builder.beginStory()
    var flow = BlockFlow()
    try readBlocks(into: &flow)
    builder.endStory(&flow, outer)
    return flow.blocks
  }

  /// Reads blocks up to the end tag of the element around them, whose name is given where it is a wrapper.
  mutating func readBlocks(
    into flow: inout BlockFlow, of parent: String? = nil
  ) throws(ReadingError) {
    let own = xml.depth
    var wrappers: [String] = []
    while true {
      switch try xml.nextEvent() {
      case .start(let element):
        if try readBlock(element, into: &flow) {
          try xml.close(to: own + wrappers.count)
        } else {
          wrappers.append(xml.localName(of: element))
        }
      case .text(let text): keep(text, of: wrappers.last ?? parent, in: &flow)
      case .end: if wrappers.popLast() == nil { return }
      case .finish: return
      }
    }
  }

  /// Reads a block, or says that the element is a wrapper of blocks, of which nothing is taken.
  mutating func readBlock(
    _ element: XMLElement, into flow: inout BlockFlow
  ) throws(ReadingError) -> Bool {
    guard element.isWord else {
      guard element.namespace == .compatibility, element.name == .alternateContent else {
        return false
      }
      try readAlternatives { (reader) throws(ReadingError) in
        try reader.readBlocks(into: &flow)
      }
      return true
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
      return false
    }
    return true
  }

  /// Counts text that stands where none can be placed.
  mutating func leaveOut(_ text: Range<Int>) {
    builder.skip(xml.bytes(of: text).visibleCharacterCount, element: "#text")
  }

  /// Keeps text that stands between blocks, in an element that is not known, as a paragraph.
  private mutating func keep(_ text: Range<Int>, of parent: String?, in flow: inout BlockFlow) {
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
    if try !readInline(element, &paragraph, &flow) {
      try readInlines(&paragraph, &flow, of: xml.localName(of: element))
    }
    builder.emit(&paragraph, into: &flow)
  }

  /// Remembers where a chunk of another format stands.
  private mutating func readChunk(_ element: XMLElement, into flow: inout BlockFlow) {
    builder.finish(&flow)
    if let id = xml.value(.id, of: element) { addChunk(id, at: &flow) }
  }

  /// Adds a chunk behind the last block: a paragraph holds its place until it is read.
  mutating func addChunk(_ id: String, at flow: inout BlockFlow) {
    flow.blocks.append(.paragraph(ChunkPlace.holder(chunks.count)))
    chunks.append(id)
  }

  /// Remembers what an element refers to.
  mutating func refer(
    _ element: XMLElement, by name: XMLName, from paragraph: borrowing OpenParagraph
  ) {
    guard let id = xml.value(name, of: element) else { return }
    references.append(
      (id, element.name == .subDoc, builder.location(of: paragraph.number)))
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

/// The places of parts in other formats that stand in the place of blocks (`w:altChunk`).
enum ChunkPlace {
  private static let part = "w:altChunk"

  /// The paragraph that holds the place of a chunk.
  static func holder(_ number: Int) -> SourceParagraph {
    SourceParagraph(text: "", location: Location(part: part, paragraph: number))
  }

  /// The number of the chunk whose place a block holds, or `nil`.
  static func number(of block: SourceBlock) -> Int? {
    guard case .paragraph(let paragraph) = block else { return nil }
    return number(of: paragraph)
  }

  /// The number of the chunk whose place a paragraph holds, or `nil`.
  static func number(of paragraph: SourceParagraph) -> Int? {
    paragraph.location.part == part ? paragraph.location.paragraph : nil
  }
}
