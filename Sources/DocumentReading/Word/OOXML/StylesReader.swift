extension Styles {
  /// Reads the part with the styles (ECMA-376 Part 1, 17.7).
  convenience init(
    reading xml: inout XMLPullReader, fonts: inout FontTable
  ) throws(ReadingError) {
    var styles: [Style] = []
    var runDefaults = RunProperties.none
    var paragraphDefaults = ParagraphProperties.none
    try xml.forEachChild(of: .styles) { (xml, element) throws(ReadingError) in
      guard element.isWord else { return }
      switch element.name {
      case .style:
        try xml.entry.use(1, of: .definitions)
        styles.append(try Self.style(element, &xml, &fonts))
      case .docDefaults:
        try xml.forEachDescendant { (xml, element) throws(ReadingError) in
          guard element.isWord else { return }
          if element.name == .rPr {
            runDefaults = try xml.runProperties(fonts: &fonts, styles: .none)
          } else if element.name == .pPr {
            paragraphDefaults = try xml.paragraphProperties()
          }
        }
      default: break
      }
    }
    self.init(styles, runDefaults: runDefaults, paragraphDefaults: paragraphDefaults)
  }

  private static func style(
    _ element: XMLElement, _ xml: inout XMLPullReader, _ fonts: inout FontTable
  ) throws(ReadingError) -> Style {
    var style = Style()
    style.id = xml.value(.styleId, of: element) ?? ""
    style.isParagraphStyle = xml.value(.type, of: element).map { $0 == "paragraph" } ?? true
    style.isDefault = xml.value(.defaultAttribute, of: element).map { !$0.isOff } ?? false
    try xml.forEachChild { (xml, child) throws(ReadingError) in
      guard child.isWord else { return }
      switch child.name {
      case .name: style.name = xml.value(.val, of: child)
      case .basedOn: style.basedOn = xml.value(.val, of: child)
      case .rPr: style.run = try xml.runProperties(fonts: &fonts, styles: .none)
      case .pPr: style.paragraph = try xml.paragraphProperties()
      case .tblPr:
        try xml.forEachChild { (xml, property) throws(ReadingError) in
          if property.isWord, property.name == .tblBorders {
            style.hasBorders = try xml.readsBorders()
          }
        }
      default: break
      }
    }
    return style
  }
}
