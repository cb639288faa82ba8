internal import ProgrammeModel
internal import VietnameseText

/// Reads the parts that hold paragraphs and tables: the body, notes, headers and footers.
///
/// Reading goes down the elements one function a kind; every function takes its element up to the end
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
  /// Finds and reads what `w:altChunk` points to.
  var chunks: [AlternativeChunk] = []

  /// Starts to read a part.
  init(_ xml: consuming XMLPullReader, state: consuming WordState, limits: ReadingLimits) {
    self.xml = xml
    self.state = state
    self.limits = limits
  }

  /// Goes on with another part, whose lists are counted anew.
  mutating func turn(to part: consuming XMLPullReader) {
    xml = part
    counter = NumberingCounter()
    nesting = 0
  }

  /// Reads blocks up to the end tag of the element around them.
  mutating func readBlocks(into flow: inout BlockFlow) throws(ReadingError) {
    while true {
      switch try xml.next() {
      case .start(let element): try readBlock(element, into: &flow)
      case .text(let text):
        let count = unsafe text.buffer.visibleCharacterCount
        if count > 0 { state.skip(count, part: xml.part, element: "#text") }
      case .end, .finish: return
      }
    }
  }

  mutating func readBlock(
    _ element: XMLElement, into flow: inout BlockFlow
  ) throws(ReadingError) {
    guard element.isWord else {
      if element.namespace == .compatibility, element.name == .alternateContent {
        return try readAlternatives(into: &flow)
      }
      return try readBlocks(into: &flow)
    }
    switch element.name {
    case .p: try readParagraph(into: &flow)
    case .tbl: try readTable(into: &flow)
    case .sectPr: try readSection(into: &flow)
    case .altChunk: try readChunk(element, into: &flow)
    case .del, .moveFrom, .background: try xml.skip()
    default: try readBlocks(into: &flow)
    }
  }

  /// Ends a sequence of blocks: a paragraph that found none to join stands on its own.
  mutating func finish(_ flow: inout BlockFlow) throws(ReadingError) {
    guard var carried = flow.carried else { return }
    flow.carried = nil
    emit(&carried, into: &flow)
  }

  /// Reads the choice that holds text, else the fallback: never both.
  private mutating func readAlternatives(into flow: inout BlockFlow) throws(ReadingError) {
    var isRead = false
    while true {
      switch try xml.next() {
      case .start(let element)
      where !isRead && (element.name == .choice || element.name == .fallback):
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
