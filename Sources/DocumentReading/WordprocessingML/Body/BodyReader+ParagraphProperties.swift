internal import ProgrammeModel

extension BodyReader {
  /// Reads `w:pPr` up to its end tag.
  mutating func readProperties(
    _ element: XMLElement, of paragraph: inout OpenParagraph, _ flow: inout BlockFlow
  ) throws(ReadingError) {
    let stated: StatedProperties
    if let known = knownParagraphs[element.block] {
      xml.skipBlock(element.block)
      stated = known
    } else {
      stated = try readStatedProperties(&flow)
      if !stated.endsSection { knownParagraphs[element.block] = stated }
    }
    if let style = stated.style {
      paragraph.style = style
      paragraph.base = state.styles.base(of: style, inTable: flow.tableStyle)
    }
    if stated.hasTrackedChanges { state.hasTrackedChanges = true }
    paragraph.take(stated)
  }

  private mutating func readStatedProperties(
    _ flow: inout BlockFlow
  ) throws(ReadingError) -> StatedProperties {
    var stated = StatedProperties()
    while true {
      switch try xml.next() {
      case .start(let element) where element.isWord:
        switch element.name {
        case .pStyle:
          if let id = xml.value(.val, of: element), let style = state.styles.recall(id) {
            stated.style = style
          }
          try xml.skip()
        case .numPr: try xml.numberingProperties(into: &stated.paragraph)
        case .rPr: try readMark(into: &stated)
        case .sectPr:
          stated.endsSection = true
          try readSection(into: &flow)
        default:
          xml.read(element, into: &stated.paragraph)
          try xml.skip()
        }
      case .start: try xml.skip()
      case .text: break
      case .end, .finish: return stated
      }
    }
  }

  /// Reads the `w:rPr` of a paragraph's mark up to its end tag.
  private mutating func readMark(into stated: inout StatedProperties) throws(ReadingError) {
    while true {
      switch try xml.next() {
      case .start(let element):
        if element.isWord {
          switch element.name {
          case .del, .moveFrom:
            stated.isMarkDeleted = true
            stated.hasTrackedChanges = true
          case .ins, .moveTo: stated.hasTrackedChanges = true
          case .vanish: stated.mark.say(.hidden, xml.isOn(element))
          case .specVanish: stated.isStyleSeparator = xml.isOn(element)
          case .caps: stated.mark.say(.capitals, xml.isOn(element))
          default: break
          }
        }
        try xml.skip()
      case .text: break
      case .end, .finish: return
      }
    }
  }

  /// Reads `w:sectPr` up to its end tag.
  mutating func readSection(into flow: inout BlockFlow) throws(ReadingError) {
    var isContinuous = false
    while true {
      switch try xml.next() {
      case .start(let element):
        if element.isWord {
          switch element.name {
          case .headerReference, .footerReference:
            state.furniture.append(
              FurnitureReference(
                isHeader: element.name == .headerReference,
                pages: xml.value(.type, of: element)?.string ?? "default",
                id: xml.value(.id, of: element)?.string ?? ""))
          case .titlePg: if xml.isOn(element) { state.hasTitlePage = true }
          case .type:
            isContinuous = xml.value(.val, of: element).map { $0 == "continuous" } ?? false
          default: break
          }
        }
        try xml.skip()
      case .text: break
      case .end, .finish:
        // The type says how this section itself begins.
        if isContinuous { flow.joinPages() }
        return
      }
    }
  }
}
