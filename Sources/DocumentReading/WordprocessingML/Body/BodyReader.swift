internal import ProgrammeModel
internal import VietnameseText

/// Reads the parts that hold paragraphs and tables: the body, notes, headers and footers.
///
/// Reading goes down the elements, one function a kind; every function takes its element up to the end
/// tag. Wrappers that are not known are passed through, so that text below them is kept.
struct BodyReader: ~Copyable {
  /// The part that is being read.
  var xml: XMLPullReader
  /// What is known of the document.
  var state: WordState
  /// The counters of the story that is being read.
  var counter = NumberingCounter()
  /// The limits of nesting.
  let limits: ReadingLimits
  /// How deep tables and text boxes stand in one another.
  var nesting = 0
  /// Whether blanks at the ends of texts count in all of the part (`xml:space` on its root).
  var keepsBlanks = false
  /// What the numbered blocks of properties say.
  var knownRuns = NumberedValues<RunProperties>()
  var knownParagraphs = NumberedValues<StatedProperties>()
  var knownCells = NumberedValues<CellProperties>()
  /// Memory for the text of the next paragraph, so that it does not grow from nothing every time.
  private var memory: [UInt8] = []

  /// Starts to read a part.
  init(_ xml: consuming XMLPullReader, state: consuming WordState, limits: ReadingLimits) {
    self.xml = xml
    self.state = state
    self.limits = limits
  }

  /// Goes on with another part.
  mutating func turn(to part: consuming XMLPullReader) {
    xml = part
    state.pageNumberParagraphs = []
    keepsBlanks = false
    nesting = 0
    knownRuns.removeAll()
    knownParagraphs.removeAll()
    knownCells.removeAll()
  }

  /// Reads the blocks of a story of its own up to the end tag: lists are counted anew.
  mutating func readStory() throws(ReadingError) -> [SourceBlock] {
    let outer = counter
    counter = NumberingCounter()
    var flow = BlockFlow()
    try readBlocks(into: &flow)
    finish(&flow)
    counter = outer
    return flow.blocks
  }

  /// Reads blocks up to the end tag of the element around them.
  mutating func readBlocks(
    into flow: inout BlockFlow, of parent: XMLElement? = nil
  ) throws(ReadingError) {
    while true {
      switch try xml.next() {
      case .start(let element): try readBlock(element, into: &flow)
      case .text(let text): keep(text, of: parent, in: &flow)
      case .end, .finish: return
      }
    }
  }

  /// Reads a block, or passes through a wrapper of blocks.
  mutating func readBlock(
    _ element: XMLElement, into flow: inout BlockFlow
  ) throws(ReadingError) {
    guard element.isWord else {
      if element.namespace == .compatibility, element.name == .alternateContent {
        return try readAlternatives(into: &flow)
      }
      return try readBlocks(into: &flow, of: element)
    }
    switch element.name {
    case .p: try readParagraph(into: &flow)
    case .tbl: try readTable(into: &flow)
    case .sectPr: try readSection(into: &flow)
    case .altChunk: try readChunk(element, into: &flow)
    case .del, .moveFrom: try skipDeleted()
    case .background: try xml.skip()
    case .r, .hyperlink, .fldSimple, .smartTag: try readLooseRun(element, into: &flow)
    default:
      if xml.value(.space, of: element).map({ $0 == "preserve" }) ?? false { keepsBlanks = true }
      try readBlocks(into: &flow, of: element)
    }
  }

  /// Passes over what a tracked change took away.
  mutating func skipDeleted() throws(ReadingError) {
    state.hasTrackedChanges = true
    try xml.skip()
  }

  /// Ends a sequence of blocks: a paragraph that found none to join stands on its own.
  mutating func finish(_ flow: inout BlockFlow) {
    guard var carried = flow.carried.take() else { return }
    emit(&carried, into: &flow)
  }

  /// Opens a paragraph with the memory of the one before.
  mutating func openParagraph() -> OpenParagraph {
    var taken: [UInt8] = []
    swap(&taken, &memory)
    return OpenParagraph(memory: taken)
  }

  /// Takes back the memory of a paragraph whose text stands in the flow.
  mutating func close(_ paragraph: inout OpenParagraph) {
    memory = paragraph.releaseMemory()
  }

  /// Goes one level deeper into tables and text boxes.
  mutating func enter() throws(ReadingError) {
    nesting += 1
    guard nesting <= limits.nesting else {
      throw .limit(file: xml.file, part: xml.part, kind: .nesting, allowed: limits.nesting)
    }
  }

  /// Keeps text that stands between blocks, in an element that is not known, as a paragraph.
  private mutating func keep(_ text: XMLBytes, of parent: XMLElement?, in flow: inout BlockFlow) {
    guard unsafe text.buffer.visibleCharacterCount > 0 else { return }
    let name = parent?.localName ?? "#text"
    state.say(.unknownElement, name)
    var paragraph = OpenParagraph()
    paragraph.number = max(xml.paragraphCount, 1)
    unsafe state.metCharacters += paragraph.append(text.buffer)
    emit(&paragraph, into: &flow)
  }

  /// Reads a run that stands where a block should, as a paragraph of its own.
  private mutating func readLooseRun(
    _ element: XMLElement, into flow: inout BlockFlow
  ) throws(ReadingError) {
    var paragraph = OpenParagraph()
    paragraph.begin(
      number: max(xml.paragraphCount, 1), style: state.styles.defaultParagraphStyle,
      base: state.styles.base(of: state.styles.defaultParagraphStyle, inTable: flow.tableStyle))
    try readInline(element, &paragraph, &flow)
    emit(&paragraph, into: &flow)
  }

  /// Remembers where a chunk of another format stands; only the body has any.
  private mutating func readChunk(
    _ element: XMLElement, into flow: inout BlockFlow
  ) throws(ReadingError) {
    finish(&flow)
    if let id = xml.value(.id, of: element)?.string {
      state.chunks.append(ChunkReference(id: id, place: flow.isBody ? flow.blocks.count : -1))
    }
    try xml.skip()
  }

  /// Reads the first choice that holds text, else the fallback: never two of them.
  private mutating func readAlternatives(into flow: inout BlockFlow) throws(ReadingError) {
    var isRead = false
    while true {
      switch try xml.next() {
      case .start(let element) where !isRead && element.isAlternative:
        let met = state.metCharacters
        try readBlocks(into: &flow)
        isRead = state.metCharacters > met
      case .start: try xml.skip()
      case .text: break
      case .end, .finish: return
      }
    }
  }
}

extension XMLElement {
  /// Whether this is a choice or the fallback of an `mc:AlternateContent`.
  var isAlternative: Bool { name == .choice || name == .fallback }
}
