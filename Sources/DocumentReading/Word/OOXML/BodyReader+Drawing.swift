internal import ProgrammeModel
internal import VietnameseText

extension BodyReader {
  /// Passes through a drawing up to its end tag; the text boxes in it stand after the paragraph.
  ///
  /// Text outside text boxes is no text of the page: sizes and positions (`wp:posOffset`).
  mutating func readDrawing(into paragraph: inout OpenParagraph) throws(ReadingError) {
    let own = xml.depth
    while true {
      switch try xml.nextEvent() {
      case .start(let element):
        let around = xml.depth - 1
        switch (element.namespace, element.name) {
        case (.word, .txbxContent): try readTextBox(into: &paragraph)
        // Word writes every text box twice.
        case (.compatibility, .alternateContent):
          try readAlternatives { (reader) throws(ReadingError) in
            try reader.readDrawing(into: &paragraph)
          }
        case (.drawing, .p): try readDrawnParagraph(into: &paragraph)
        case (.drawing, .blip), (.vector, .imagedata):
          builder.pictureCount += 1
          continue
        case (_, .chart): refer(element, by: .id, from: paragraph)
        case (_, .relIds): refer(element, by: .dm, from: paragraph)
        default:
          if element.namespace == .vector, element.name == .textpath {
            keepTextPath(element, in: &paragraph)
          }
          continue
        }
        try xml.close(to: around)
      case .text: break
      case .end: if xml.depth < own { return }
      case .finish: return
      }
    }
  }

  /// Reads `w:txbxContent` up to its end tag; it is a story of its own.
  private mutating func readTextBox(into paragraph: inout OpenParagraph) throws(ReadingError) {
    try builder.enter()
    paragraph.anchored.append(contentsOf: try readStory())
    builder.nesting -= 1
  }

  /// Reads a paragraph of a diagram or chart that is drawn in place (`a:p`) up to its end tag.
  private mutating func readDrawnParagraph(
    into paragraph: inout OpenParagraph
  ) throws(ReadingError) {
    var drawn = OpenParagraph()
    drawn.number = paragraph.number
    try readDrawnText(into: &drawn)
    builder.anchor(drawn, in: &paragraph)
  }

  /// Reads the text of `a:t` elements, at any depth, up to the end tag.
  private mutating func readDrawnText(into drawn: inout OpenParagraph) throws(ReadingError) {
    // Whether each of the open elements is one of text.
    var areTexts: [Bool] = []
    while true {
      switch try xml.nextEvent() {
      case .start(let element):
        areTexts.append(element.namespace == .drawing && element.name == .t)
      case .text(let text):
        if areTexts.last ?? false { builder.metCharacters += drawn.append(xml.bytes(of: text)) }
      case .end: if areTexts.popLast() == nil { return }
      case .finish: return
      }
    }
  }

  /// Keeps the words of WordArt, such as the watermark DỰ THẢO (draft).
  private mutating func keepTextPath(_ element: XMLElement, in paragraph: inout OpenParagraph) {
    guard let words = xml.value(.string, of: element) else { return }
    var drawn = OpenParagraph()
    drawn.number = paragraph.number
    builder.metCharacters += drawn.append(words)
    builder.anchor(drawn, in: &paragraph)
  }
}
