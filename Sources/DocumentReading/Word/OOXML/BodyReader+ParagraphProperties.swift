internal import ProgrammeModel

extension BodyReader {
  /// Reads `w:pPr` up to its end tag.
  mutating func readProperties(
    of paragraph: inout OpenParagraph, _ flow: inout BlockFlow
  ) throws(ReadingError) {
    var stated = StatedProperties()
    try forEachChild { (reader, element) throws(ReadingError) in
      guard element.isWord else { return }
      switch element.name {
      case .pStyle:
        stated.style =
          reader.xml.value(.val, of: element)
          .flatMap { reader.builder.styles.index(ofID: $0) } ?? stated.style
      case .rPr: try reader.xml.readMark(into: &stated)
      case .framePr:
        // ECMA-376 Part 1, 17.3.1.11: `drop` and `margin`.
        stated.isDropCap = reader.xml.value(.dropCap, of: element).map { $0 != "none" } ?? false
      case .sectPr:
        stated.endsSection = true
        try reader.readSection(into: &flow)
      default: try reader.xml.read(element, into: &stated.paragraph)
      }
    }
    builder.apply(stated, to: &paragraph, in: flow)
  }

  /// Reads `w:sectPr` up to its end tag.
  mutating func readSection(into flow: inout BlockFlow) throws(ReadingError) {
    var isContinuous = false
    try forEachChild { (reader, element) throws(ReadingError) in
      guard element.isWord else { return }
      switch element.name {
      case .headerReference, .footerReference:
        reader.furniture.append(
          FurnitureReference(
            isHeader: element.name == .headerReference,
            pages: reader.xml.value(.type, of: element) ?? "default",
            id: reader.xml.value(.id, of: element) ?? ""))
      case .titlePg: if reader.xml.isOn(element) { reader.hasTitlePage = true }
      case .type:
        isContinuous = reader.xml.value(.val, of: element).map { $0 == "continuous" } ?? false
      default: break
      }
    }
    // The type says how this section itself begins.
    if isContinuous { flow.joinPages() }
  }
}

extension XMLPullReader {
  /// Reads the `w:rPr` of a paragraph's mark up to its end tag.
  fileprivate mutating func readMark(into stated: inout StatedProperties) throws(ReadingError) {
    try forEachChild { (xml, element) throws(ReadingError) in
      guard element.isWord else { return }
      switch element.name {
      case .del, .moveFrom:
        stated.isMarkDeleted = true
        stated.hasTrackedChanges = true
      case .ins, .moveTo: stated.hasTrackedChanges = true
      case .vanish: stated.mark.set(.hidden, xml.isOn(element))
      case .specVanish: stated.isStyleSeparator = xml.isOn(element)
      case .caps: stated.mark.set(.capitals, xml.isOn(element))
      default: break
      }
    }
  }
}
