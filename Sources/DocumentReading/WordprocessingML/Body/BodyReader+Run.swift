internal import ProgrammeModel
internal import VietnameseText

extension BodyReader {
  /// Reads a run up to its end tag.
  mutating func readRun(
    _ paragraph: inout OpenParagraph, _ flow: inout BlockFlow
  ) throws(ReadingError) {
    var look = state.styles.look(of: .none, over: paragraph.base)
    try readRunContent(&paragraph, &look, &flow)
    paragraph.closeRun(look)
  }

  /// Reads what stands in a run, or in a wrapper in it, up to the end tag.
  private mutating func readRunContent(
    _ paragraph: inout OpenParagraph, _ look: inout RunLook, _ flow: inout BlockFlow,
    of parent: XMLElement? = nil
  ) throws(ReadingError) {
    while true {
      switch try xml.next() {
      case .start(let element):
        if element.isWord {
          try readRunElement(element, &paragraph, &look, &flow)
        } else if element.namespace == .compatibility, element.name == .alternateContent {
          try readAlternatives(&paragraph, &look, &flow)
        } else if element.namespace == .math, element.name == .t {
          try readText(element, &paragraph, look)
        } else if element.namespace == .math, element.name == .rPr {
          try xml.skip()
        } else {
          try readRunContent(&paragraph, &look, &flow, of: element)
        }
      case .text(let text): keep(text, of: parent, in: &paragraph)
      case .end, .finish: return
      }
    }
  }

  private mutating func readRunElement(
    _ element: XMLElement, _ paragraph: inout OpenParagraph, _ look: inout RunLook,
    _ flow: inout BlockFlow
  ) throws(ReadingError) {
    switch element.name {
    case .t: return try readText(element, &paragraph, look)
    case .rPr:
      look = try state.styles.look(of: runProperties(of: element), over: paragraph.base)
      return
    case .tab, .ptab: append("\t", to: &paragraph, look)
    case .cr: append("\n", to: &paragraph, look)
    case .br:
      if xml.value(.type, of: element).map({ $0 == "page" }) ?? false {
        breakPage(in: &paragraph)
      } else {
        append("\n", to: &paragraph, look)
      }
    case .noBreakHyphen: append("\u{2011}", to: &paragraph, look)
    case .softHyphen: append("\u{AD}", to: &paragraph, look)
    case .sym: appendSymbol(element, to: &paragraph, look)
    case .fldChar: changeField(element, in: &paragraph)
    case .instrText: return try readCode(into: &paragraph)
    case .footnoteReference: refer(element, .footnote, in: &paragraph, look)
    case .endnoteReference: refer(element, .endnote, in: &paragraph, look)
    case .drawing, .pict, .object: return try readDrawing(into: &paragraph)
    case .delText, .delInstrText, .del, .moveFrom: return try skipDeleted()
    case .footnoteRef, .endnoteRef, .annotationRef, .separator, .continuationSeparator,
      .commentReference, .pgNum, .fldData, .ffData, .rubyPr:
      break
    default: return try readRunContent(&paragraph, &look, &flow, of: element)
    }
    try xml.skip()
  }

  /// Reads the `w:rPr` of a run up to its end tag.
  private mutating func runProperties(
    of element: XMLElement
  ) throws(ReadingError) -> RunProperties {
    if let known = knownRuns[element.block] {
      xml.skipBlock(element.block)
      return known
    }
    let properties = try xml.runProperties(fonts: &state.fonts, styles: state.styles)
    knownRuns[element.block] = properties
    return properties
  }

  private mutating func readAlternatives(
    _ paragraph: inout OpenParagraph, _ look: inout RunLook, _ flow: inout BlockFlow
  ) throws(ReadingError) {
    var isRead = false
    while true {
      switch try xml.next() {
      case .start(let element) where !isRead && element.isAlternative:
        let met = state.metCharacters
        try readRunContent(&paragraph, &look, &flow)
        isRead = state.metCharacters > met
      case .start: try xml.skip()
      case .text: break
      case .end, .finish: return
      }
    }
  }

  /// Reads `w:t` up to its end tag; blanks at its ends count only with `xml:space="preserve"`.
  private mutating func readText(
    _ element: XMLElement, _ paragraph: inout OpenParagraph, _ look: RunLook
  ) throws(ReadingError) {
    let start = paragraph.endOfText
    let keepsBlanks = xml.value(.space, of: element).map { $0 == "preserve" } ?? keepsBlanks
    reading: while true {
      switch try xml.next() {
      case .text(let text): unsafe paragraph.appendUncounted(text.buffer)
      case .start: try xml.skip()
      case .end, .finish: break reading
      }
    }
    let count = paragraph.settle(from: start.bytes, keepsBlanks: keepsBlanks)
    if look.isHidden {
      _ = paragraph.cut(to: start)
      state.skip(count, part: xml.part, element: "w:vanish")
    } else {
      state.metCharacters += count
      if !paragraph.fields.isEmpty { paragraph.notePageNumber(count) }
    }
  }

  /// Adds a character that has an element of its own.
  private mutating func append(
    _ character: StaticString, to paragraph: inout OpenParagraph, _ look: RunLook
  ) {
    let bytes = unsafe UnsafeBufferPointer(
      start: character.utf8Start, count: character.utf8CodeUnitCount)
    if look.isHidden {
      unsafe state.skip(bytes.visibleCharacterCount, part: xml.part, element: "w:vanish")
    } else {
      unsafe state.metCharacters += paragraph.append(bytes)
    }
  }

  /// Adds a character of a symbol font (`w:sym`) as a run in that font.
  ///
  /// Codes of Symbol and Wingdings stand with the offset F000, however the file writes them.
  private mutating func appendSymbol(
    _ element: XMLElement, to paragraph: inout OpenParagraph, _ look: RunLook
  ) {
    guard var code = xml.value(.char, of: element)?.hexadecimal else { return }
    let font = xml.value(.font, of: element)?.string
    if (0x20...0xFF).contains(code), font.map({ SymbolFont(named: $0) != nil }) ?? false {
      code += 0xF000
    }
    guard let scalar = UnicodeScalar(code) else { return }
    let text = String(scalar)
    if look.isHidden {
      return state.skip(text.visibleCharacterCount, part: xml.part, element: "w:vanish")
    }
    paragraph.closeRun(look)
    state.metCharacters += paragraph.append(text)
    var symbolLook = look
    if let font { symbolLook.font = state.fonts.index(of: font) }
    paragraph.closeRun(symbolLook)
  }

  /// Remembers a page break: before text it is the paragraph's, after text that of the next one.
  private func breakPage(in paragraph: inout OpenParagraph) {
    if paragraph.visibleCount == 0 {
      paragraph.startsPage = true
    } else {
      paragraph.breaksPageAfter = true
    }
  }

  /// Refers to a note at the end of the text so far; a reference that is hidden has no note.
  private mutating func refer(
    _ element: XMLElement, _ kind: SourceNote.Kind, in paragraph: inout OpenParagraph,
    _ look: RunLook
  ) {
    guard !look.isHidden, let id = xml.value(.id, of: element)?.integer else { return }
    let name = state.notes.refer(to: id, kind)
    paragraph.notes.append(NoteReference(id: name, offset: paragraph.bytes.count))
  }
}
