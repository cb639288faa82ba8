internal import ProgrammeModel
internal import VietnameseText

extension BodyReader {
  /// Reads a run up to its end tag.
  mutating func readRun(
    _ paragraph: inout OpenParagraph, _ flow: inout BlockFlow
  ) throws(ReadingError) {
    var look = builder.styles.look(of: .none, over: paragraph.base)
    try readRunContent(&paragraph, &look, &flow)
    paragraph.closeRun(look)
  }

  /// Reads what stands in a run, or in a wrapper in it, up to the end tag.
  private mutating func readRunContent(
    _ paragraph: inout OpenParagraph, _ look: inout RunLook, _ flow: inout BlockFlow
  ) throws(ReadingError) {
    let own = xml.depth
    var wrappers: [String] = []
    while true {
      switch try xml.nextEvent() {
      case .start(let element):
        if try readRunElement(element, &paragraph, &look, &flow) {
          try xml.close(to: own + wrappers.count)
        } else {
          wrappers.append(xml.localName(of: element))
        }
      case .text(let text): keep(text, of: wrappers.last, in: &paragraph)
      case .end: if wrappers.popLast() == nil { return }
      case .finish: return
      }
    }
  }

  /// Reads what stands in a run, or says that the element is a wrapper, of which nothing is taken.
  private mutating func readRunElement(
    _ element: XMLElement, _ paragraph: inout OpenParagraph, _ look: inout RunLook,
    _ flow: inout BlockFlow
  ) throws(ReadingError) -> Bool {
    guard element.isWord else {
      switch (element.namespace, element.name) {
      case (.compatibility, .alternateContent):
        try readAlternatives { (reader) throws(ReadingError) in
          try reader.readRunContent(&paragraph, &look, &flow)
        }
      case (.math, .t): try readText(element, &paragraph, look)
      case (.math, .rPr): break
      default: return false
      }
      return true
    }
    switch element.name {
    case .t: try readText(element, &paragraph, look)
    case .rPr:
      let direct = try xml.runProperties(fonts: &builder.fonts, styles: builder.styles)
      look = builder.styles.look(of: direct, over: paragraph.base)
    case .tab, .ptab: builder.append("\t", look, to: &paragraph)
    case .cr: builder.append("\n", look, to: &paragraph)
    case .br:
      if xml.value(.type, of: element).map({ $0 == "page" }) ?? false {
        builder.breakPage(in: &paragraph, look, into: &flow)
      } else {
        builder.append("\n", look, to: &paragraph)
      }
    case .noBreakHyphen: builder.append("\u{2011}", look, to: &paragraph)
    case .softHyphen: builder.append("\u{AD}", look, to: &paragraph)
    case .sym:
      if let code = xml.value(.char, of: element)?.hexadecimal {
        builder.appendSymbol(
          code, font: xml.value(.font, of: element), look, to: &paragraph)
      }
    case .fldChar: try changeField(element, in: &paragraph)
    case .instrText: try readCode(into: &paragraph)
    case .footnoteReference: refer(element, .footnote, in: &paragraph, look)
    case .endnoteReference: refer(element, .endnote, in: &paragraph, look)
    case .drawing, .pict, .object: try readDrawing(into: &paragraph)
    case .delText, .delInstrText, .del, .moveFrom: builder.hasTrackedChanges = true
    // The guide text above ruby is no part of the line.
    case .rt: builder.skip(try xml.skipCountingText(), element: "w:rt")
    case .footnoteRef, .endnoteRef, .annotationRef, .separator, .continuationSeparator,
      .commentReference, .pgNum, .fldData, .ffData, .rubyPr:
      break
    default: return false
    }
    return true
  }

  /// Reads `w:t` up to its end tag; blanks at its ends count only with `xml:space="preserve"`.
  private mutating func readText(
    _ element: XMLElement, _ paragraph: inout OpenParagraph, _ look: RunLook
  ) throws(ReadingError) {
    let start = paragraph.endOfText
    let keepsBlanks = xml.value(.space, of: element).map { $0 == "preserve" } ?? keepsBlanks
    try readLetters(into: &paragraph)
    builder.settle(from: start, keepsBlanks: keepsBlanks, look, in: &paragraph)
  }

  /// Reads the text of an element up to its end tag, also that of elements that should not stand in it.
  private mutating func readLetters(into paragraph: inout OpenParagraph) throws(ReadingError) {
    var wrappers: [String] = []
    while true {
      switch try xml.nextEvent() {
      case .start(let element): wrappers.append(xml.localName(of: element))
      case .text(let text):
        paragraph.appendUncounted(xml.bytes(of: text))
        if let name = wrappers.last {
          builder.note(.unknownElement, name, at: builder.location(of: paragraph.number))
        }
      case .end: if wrappers.popLast() == nil { return }
      case .finish: return
      }
    }
  }

  private mutating func refer(
    _ element: XMLElement, _ kind: SourceNote.Kind, in paragraph: inout OpenParagraph,
    _ look: RunLook
  ) {
    guard let id = xml.value(.id, of: element)?.integer else { return }
    builder.refer(to: id, kind, look, in: &paragraph)
  }

  /// Reads `w:instrText` up to its end tag into the code of the innermost field.
  private mutating func readCode(into paragraph: inout OpenParagraph) throws(ReadingError) {
    try forEachChild {
      (reader, text) in
      reader.builder.appendCode(reader.xml.bytes(of: text), to: &paragraph)
    } _: { (_, _) in
    }
  }

  /// Begins a field, turns from its code to its result, or ends it.
  private mutating func changeField(
    _ element: XMLElement, in paragraph: inout OpenParagraph
  ) throws(ReadingError) {
    guard let type = xml.value(.fldCharType, of: element) else { return }
    if type == "begin" {
      builder.beginField(in: &paragraph, form: try readFormField())
    } else if type == "end" {
      builder.endField(in: &paragraph)
    } else {
      builder.separateField(in: &paragraph)
    }
  }

  /// Reads what a form field shows (`w:ffData`, 17.16.17) up to the end tag around it: the entry that is
  /// chosen, or a box that is checked or not; `nil` for other fields.
  private mutating func readFormField() throws(ReadingError) -> String? {
    var entries: [String] = []
    var (chosen, usual) = (Int?.none, Int?.none)
    var isChecked: Bool?
    var isBox = false
    try xml.forEachChild { (xml, data) throws(ReadingError) in
      try xml.forEachDescendant { (xml, element) throws(ReadingError) in
        guard element.isWord else { return }
        switch element.name {
        case .checkBox: isBox = true
        case .checked: isChecked = xml.isOn(element)
        case .result: chosen = xml.number(of: element)
        case .defaultAttribute where isBox: isChecked = isChecked ?? xml.isOn(element)
        case .defaultAttribute: usual = xml.number(of: element)
        case .listEntry: entries.append(xml.value(.val, of: element) ?? "")
        default: break
        }
      }
    }
    if isBox { return isChecked ?? false ? "☒" : "☐" }
    let index = chosen ?? usual ?? 0
    return entries.indices.contains(index) ? entries[index] : nil
  }
}
