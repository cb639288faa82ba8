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
    _ paragraph: inout OpenParagraph, _ look: inout RunLook, _ flow: inout BlockFlow
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
        } else {
          try readRunContent(&paragraph, &look, &flow)
        }
      case .text(let text):
        let count = unsafe text.buffer.visibleCharacterCount
        if count > 0 { state.skip(count, part: xml.part, element: "#text") }
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
      let direct = try xml.runProperties(fonts: &state.fonts, styles: state.styles)
      look = state.styles.look(of: direct, over: paragraph.base)
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
    case .footnoteReference, .endnoteReference: refer(element, in: &paragraph)
    case .drawing, .pict, .object: return try readDrawing(&paragraph, flow)
    case .ruby, .rt, .rubyBase, .r, .ins, .moveTo, .sdt, .sdtContent:
      return try readRunContent(&paragraph, &look, &flow)
    case .other:
      return try readRunContent(&paragraph, &look, &flow)
    default: break
    }
    try xml.skip()
  }

  private mutating func readAlternatives(
    _ paragraph: inout OpenParagraph, _ look: inout RunLook, _ flow: inout BlockFlow
  ) throws(ReadingError) {
    var isRead = false
    while true {
      switch try xml.next() {
      case .start(let element)
      where !isRead && (element.name == .choice || element.name == .fallback):
        let met = state.metCharacters
        try readRunContent(&paragraph, &look, &flow)
        isRead = state.metCharacters > met
      case .start: try xml.skip()
      case .text: break
      case .end, .finish: return
      }
    }
  }

  /// Reads `w:t` up to its end tag.
  private mutating func readText(
    _ element: XMLElement, _ paragraph: inout OpenParagraph, _ look: RunLook
  ) throws(ReadingError) {
    let start = paragraph.bytes.count
    let keepsBlanks = xml.value(.space, of: element).map { $0 == "preserve" } ?? false
    reading: while true {
      switch try xml.next() {
      case .text(let text): unsafe paragraph.bytes.append(contentsOf: text.buffer)
      case .start: try xml.skip()
      case .end, .finish: break reading
      }
    }
    if !keepsBlanks { paragraph.trim(from: start) }
    let count = paragraph.visibleCount(from: start)
    if look.isHidden {
      paragraph.bytes.removeSubrange(start...)
      state.skip(count, part: xml.part, element: "w:vanish")
    } else {
      state.metCharacters += count
      paragraph.notePageNumber(count)
    }
  }

  /// Adds a character that has an element of its own.
  private mutating func append(
    _ character: StaticString, to paragraph: inout OpenParagraph, _ look: RunLook
  ) {
    let bytes = unsafe UnsafeBufferPointer(
      start: character.utf8Start, count: character.utf8CodeUnitCount)
    let count = unsafe bytes.visibleCharacterCount
    if look.isHidden {
      state.skip(count, part: xml.part, element: "w:vanish")
    } else {
      unsafe paragraph.bytes.append(contentsOf: bytes)
      state.metCharacters += count
    }
  }

  /// Adds a character of a symbol font (`w:sym`) as a run in that font.
  private mutating func appendSymbol(
    _ element: XMLElement, to paragraph: inout OpenParagraph, _ look: RunLook
  ) {
    guard let code = xml.value(.char, of: element)?.hexadecimal, let scalar = UnicodeScalar(code)
    else { return }
    let text = String(scalar)
    let count = text.visibleCharacterCount
    if look.isHidden { return state.skip(count, part: xml.part, element: "w:vanish") }
    paragraph.closeRun(look)
    paragraph.bytes.append(contentsOf: text.utf8)
    state.metCharacters += count
    var symbolLook = look
    if let font = xml.value(.font, of: element) { symbolLook.font = state.fonts.index(of: font) }
    paragraph.closeRun(symbolLook)
  }

  /// Remembers a page break: before text it is the paragraph's, after text that of the next one.
  private mutating func breakPage(in paragraph: inout OpenParagraph) {
    if paragraph.visibleCount == 0 {
      paragraph.startsPage = true
    } else {
      paragraph.breaksPageAfter = true
    }
  }

  /// Reads `w:instrText` up to its end tag into the code of the innermost field.
  private mutating func readCode(into paragraph: inout OpenParagraph) throws(ReadingError) {
    while true {
      switch try xml.next() {
      case .text(let text):
        if let field = paragraph.fields.indices.last, paragraph.fields[field].codeStart != nil {
          unsafe paragraph.fields[field].code.append(contentsOf: text.buffer)
        }
      case .start: try xml.skip()
      case .end, .finish: return
      }
    }
  }

  private mutating func changeField(_ element: XMLElement, in paragraph: inout OpenParagraph) {
    guard let type = xml.value(.fldCharType, of: element) else { return }
    if type == "begin" {
      paragraph.fields.append(
        OpenParagraph.Field(
          codeStart: OpenParagraph.Mark(
            bytes: paragraph.bytes.count, runs: paragraph.runs.count,
            notes: paragraph.notes.count, met: state.metCharacters)))
      return
    }
    guard let field = paragraph.fields.indices.last else { return }
    if let start = paragraph.fields[field].codeStart {
      // What stands between begin and separator is code, results of fields inside it included.
      state.metCharacters -= paragraph.visibleCount(from: min(start.bytes, paragraph.bytes.count))
      paragraph.cut(to: start)
      paragraph.fields[field].codeStart = nil
      let code = String(decoding: paragraph.fields[field].code, as: UTF8.self)
      paragraph.fields[field].isPageNumber = FieldCode.isPageNumber(code)
    }
    if type == "end" { paragraph.fields.removeLast() }
  }

  /// Refers to a note at the end of the text so far.
  private mutating func refer(_ element: XMLElement, in paragraph: inout OpenParagraph) {
    guard let id = xml.value(.id, of: element)?.integer else { return }
    let name: String
    if element.name == .footnoteReference {
      state.footnotes.append(id)
      name = String(state.footnotes.count)
    } else {
      state.endnotes.append(id)
      name = "e\(state.endnotes.count)"
    }
    paragraph.notes.append(NoteReference(id: name, offset: paragraph.bytes.count))
  }

  /// Passes through a drawing up to its end tag; the text boxes in it stand after the paragraph.
  private mutating func readDrawing(
    _ paragraph: inout OpenParagraph, _ flow: borrowing BlockFlow
  ) throws(ReadingError) {
    var depth = 1
    while depth > 0 {
      switch try xml.next() {
      case .start(let element) where element.isWord && element.name == .txbxContent:
        try readTextBox(into: &paragraph)
      case .start(let element)
      where element.namespace == .compatibility && element.name == .alternateContent:
        try readDrawingAlternatives(&paragraph, flow)
      case .start: depth += 1
      case .end: depth -= 1
      case .text: break
      case .finish: return
      }
    }
  }

  private mutating func readDrawingAlternatives(
    _ paragraph: inout OpenParagraph, _ flow: borrowing BlockFlow
  ) throws(ReadingError) {
    var isRead = false
    while true {
      switch try xml.next() {
      case .start(let element)
      where !isRead && (element.name == .choice || element.name == .fallback):
        let met = state.metCharacters
        try readDrawing(&paragraph, flow)
        isRead = state.metCharacters > met
      case .start: try xml.skip()
      case .text: break
      case .end, .finish: return
      }
    }
  }

  /// Reads `w:txbxContent` up to its end tag.
  private mutating func readTextBox(into paragraph: inout OpenParagraph) throws(ReadingError) {
    try enter()
    let outer = counter
    counter = NumberingCounter()
    var box = BlockFlow()
    try readBlocks(into: &box)
    try finish(&box)
    paragraph.anchored.append(contentsOf: box.blocks)
    counter = outer
    nesting -= 1
  }

  /// Goes one level deeper into tables and text boxes.
  mutating func enter() throws(ReadingError) {
    nesting += 1
    guard nesting <= limits.nesting else {
      throw .limit(
        file: xml.file, part: xml.part, kind: .nesting, allowed: limits.nesting)
    }
  }
}

extension OpenParagraph {
  /// How many visible characters stand from a place on.
  func visibleCount(from start: Int) -> Int {
    unsafe bytes.withUnsafeBufferPointer {
      unsafe UnsafeBufferPointer(rebasing: $0[start...]).visibleCharacterCount
    }
  }

  /// Takes away blanks at both ends of the text from a place on: only `xml:space="preserve"` keeps them.
  fileprivate mutating func trim(from start: Int) {
    while bytes.count > start, let last = bytes.last, last == 0x20 || (0x09...0x0D).contains(last) {
      bytes.removeLast()
    }
    var first = start
    while first < bytes.count, bytes[first] == 0x20 || (0x09...0x0D).contains(bytes[first]) {
      first += 1
    }
    if first > start { bytes.removeSubrange(start..<first) }
  }

  /// Counts characters that print the number of the page.
  fileprivate mutating func notePageNumber(_ count: Int) {
    if fields.contains(where: { $0.isPageNumber && $0.codeStart == nil }) {
      pageNumberCharacters += count
    }
  }
}
