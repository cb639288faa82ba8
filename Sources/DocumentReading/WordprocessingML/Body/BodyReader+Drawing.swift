internal import ProgrammeModel
internal import VietnameseText

extension BodyReader {
  /// Passes through a drawing up to its end tag; the text boxes in it stand after the paragraph.
  ///
  /// Text outside text boxes is no text of the page: sizes and positions (`wp:posOffset`).
  mutating func readDrawing(into paragraph: inout OpenParagraph) throws(ReadingError) {
    var depth = 1
    while depth > 0 {
      switch try xml.next() {
      case .start(let element) where element.isWord && element.name == .txbxContent:
        try readTextBox(into: &paragraph)
      case .start(let element)
      where element.namespace == .compatibility && element.name == .alternateContent:
        try readDrawingAlternatives(into: &paragraph)
      case .start(let element) where element.namespace == .drawing && element.name == .p:
        try readDrawnParagraph(into: &paragraph)
      case .start(let element):
        if element.namespace == .vector, element.name == .textpath {
          keepTextPath(element, in: &paragraph)
        }
        depth += 1
      case .end: depth -= 1
      case .text: break
      case .finish: return
      }
    }
  }

  /// Reads the first choice with text, else the fallback: Word writes every text box twice.
  private mutating func readDrawingAlternatives(
    into paragraph: inout OpenParagraph
  ) throws(ReadingError) {
    var isRead = false
    while true {
      switch try xml.next() {
      case .start(let element) where !isRead && element.isAlternative:
        let met = state.metCharacters
        try readDrawing(into: &paragraph)
        isRead = state.metCharacters > met
      case .start: try xml.skip()
      case .text: break
      case .end, .finish: return
      }
    }
  }

  /// Reads `w:txbxContent` up to its end tag; it is a story of its own.
  private mutating func readTextBox(into paragraph: inout OpenParagraph) throws(ReadingError) {
    try enter()
    paragraph.anchored.append(contentsOf: try readStory())
    nesting -= 1
  }

  /// Reads a paragraph of a diagram or chart that is drawn in place (`a:p`) up to its end tag.
  private mutating func readDrawnParagraph(
    into paragraph: inout OpenParagraph
  ) throws(ReadingError) {
    var drawn = OpenParagraph()
    drawn.number = paragraph.number
    var depth = 1
    var isText = false
    while depth > 0 {
      switch try xml.next() {
      case .start(let element):
        depth += 1
        isText = element.namespace == .drawing && element.name == .t
      case .end:
        depth -= 1
        isText = false
      case .text(let text):
        if isText { unsafe state.metCharacters += drawn.append(text.buffer) }
      case .finish: depth = 0
      }
    }
    anchor(drawn, in: &paragraph)
  }

  /// Keeps the words of WordArt, such as the watermark DỰ THẢO (draft).
  private mutating func keepTextPath(
    _ element: XMLElement, in paragraph: inout OpenParagraph
  ) {
    guard let words = xml.value(.string, of: element) else { return }
    var drawn = OpenParagraph()
    drawn.number = paragraph.number
    unsafe state.metCharacters += drawn.append(words.buffer)
    anchor(drawn, in: &paragraph)
  }

  private mutating func anchor(_ drawn: consuming OpenParagraph, in paragraph: inout OpenParagraph)
  {
    drawn.closeRun(RunLook(font: nil, style: [], isHidden: false))
    var flow = BlockFlow()
    emit(&drawn, into: &flow)
    paragraph.anchored.append(contentsOf: flow.blocks)
  }
}
