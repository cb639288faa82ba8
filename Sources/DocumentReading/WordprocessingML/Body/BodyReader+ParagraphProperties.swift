internal import ProgrammeModel

extension BodyReader {
  /// Reads `w:pPr` up to its end tag.
  mutating func readProperties(
    of paragraph: inout OpenParagraph, _ flow: inout BlockFlow
  ) throws(ReadingError) {
    while true {
      switch try xml.next() {
      case .start(let element) where element.isWord:
        switch element.name {
        case .pStyle:
          if let id = xml.value(.val, of: element), let style = state.styles.recall(id) {
            paragraph.style = style
            paragraph.base = state.styles.base(of: style, inTable: flow.tableStyle)
          }
          try xml.skip()
        case .numPr: try xml.numberingProperties(into: &paragraph.properties)
        case .rPr: try readMark(of: &paragraph)
        case .sectPr:
          paragraph.endsSection = true
          try readSection(into: &flow)
        default:
          xml.read(element, into: &paragraph.properties)
          try xml.skip()
        }
      case .start: try xml.skip()
      case .text: break
      case .end, .finish: return
      }
    }
  }

  /// Reads the `w:rPr` of a paragraph's mark up to its end tag.
  private mutating func readMark(of paragraph: inout OpenParagraph) throws(ReadingError) {
    while true {
      switch try xml.next() {
      case .start(let element):
        if element.isWord {
          switch element.name {
          case .del, .moveFrom:
            paragraph.isMarkDeleted = true
            state.hasTrackedChanges = true
          case .ins, .moveTo: state.hasTrackedChanges = true
          case .vanish: paragraph.mark.say(.hidden, xml.isOn(element))
          case .specVanish: paragraph.isStyleSeparator = xml.isOn(element)
          case .caps: paragraph.mark.say(.capitals, xml.isOn(element))
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
