internal import ProgrammeModel

// What WordprocessingML says of runs, paragraphs and lists.

extension XMLPullReader {
  /// Whether an element is a fallback, or a choice whose namespaces are understood (ECMA-376 Part 3, 9.3).
  func isUnderstood(_ element: XMLElement) -> Bool {
    guard element.name == .choice else { return element.name == .fallback }
    return (value(.requires, of: element) ?? "").split(separator: " ")
      .allSatisfy { XMLNamespace.isUnderstood(String($0)) }
  }

  /// The value of `w:val` as a number, or `nil`.
  func number(of element: XMLElement) -> Int? { value(.val, of: element)?.integer }

  /// Whether a property that is on by standing there is on.
  func isOn(_ element: XMLElement) -> Bool { !(value(.val, of: element)?.isOff ?? false) }

  /// Hands on every child of the part's root element, where that is an element of WordprocessingML with a
  /// name.
  mutating func forEachChild(
    of root: XMLName, _ body: (inout XMLPullReader, XMLElement) throws(ReadingError) -> Void
  ) throws(ReadingError) {
    try forEachChild { (xml, element) throws(ReadingError) in
      if element.isWord, element.name == root { try xml.forEachChild(body) }
    }
  }

  /// Reads a `w:rPr` up to its end tag.
  mutating func runProperties(
    fonts: inout FontTable, styles: Styles
  ) throws(ReadingError) -> RunProperties {
    var properties = RunProperties()
    try forEachChild { (xml, element) throws(ReadingError) in
      if element.isWord { xml.read(element, into: &properties, &fonts, styles) }
    }
    return properties
  }

  private func read(
    _ element: XMLElement, into properties: inout RunProperties, _ fonts: inout FontTable,
    _ styles: Styles
  ) {
    switch element.name {
    case .b: properties.set(.bold, isOn(element))
    case .i: properties.set(.italic, isOn(element))
    case .caps: properties.set(.capitals, isOn(element))
    case .vanish: properties.set(.hidden, isOn(element))
    case .u: properties.set(.underlined, value(.val, of: element).map { $0 != "none" } ?? true)
    case .rStyle:
      if let id = value(.val, of: element) { properties.style = styles.index(ofID: id) }
    case .rFonts:
      if let font = font(.hAnsiTheme, .hAnsi, of: element, &fonts) { properties.font = font }
      if let font = font(.asciiTheme, .ascii, of: element, &fonts) { properties.asciiFont = font }
    default: break
    }
  }

  /// The font that one of two attributes names; one of the theme goes before a plain one (17.3.2.26).
  private func font(
    _ theme: XMLName, _ plain: XMLName, of element: XMLElement, _ fonts: inout FontTable
  ) -> Int32? {
    if let theme = value(theme, of: element) {
      let isMajor =
        theme == "majorHAnsi" || theme == "majorAscii" || theme == "majorBidi"
        || theme == "majorEastAsia"
      return fonts.index(of: isMajor ? .major : .minor)
    }
    return value(plain, of: element).flatMap { fonts.index(of: $0) }
  }

  /// Reads a `w:pPr` of a style up to its end tag.
  mutating func paragraphProperties() throws(ReadingError) -> ParagraphProperties {
    var properties = ParagraphProperties()
    try forEachChild { (xml, element) throws(ReadingError) in
      if element.isWord { try xml.read(element, into: &properties) }
    }
    return properties
  }

  /// Reads one child of `w:pPr` into `properties`.
  mutating func read(
    _ element: XMLElement, into properties: inout ParagraphProperties
  ) throws(ReadingError) {
    switch element.name {
    case .numPr:
      try forEachChild { (xml, element) throws(ReadingError) in
        if element.isWord, element.name == .numId { properties.list = xml.number(of: element) }
        if element.isWord, element.name == .ilvl { properties.listLevel = xml.number(of: element) }
      }
    case .jc:
      guard let value = value(.val, of: element) else { break }
      if value == "center" {
        properties.alignment = .center
      } else if value == "right" || value == "end" {
        properties.alignment = .end
      } else {
        properties.alignment = .start
      }
    case .outlineLvl: properties.outlineLevel = number(of: element)
    case .pageBreakBefore: properties.startsPage = isOn(element)
    case .ind: readIndentation(element, into: &properties)
    default: break
    }
  }

  /// Reads `w:ind`.
  func readIndentation(_ element: XMLElement, into properties: inout ParagraphProperties) {
    if let left = value(.left, of: element) ?? value(.start, of: element) {
      properties.left = left.integer
    }
    if let hanging = value(.hanging, of: element)?.integer {
      properties.firstLine = -hanging
    } else if let firstLine = value(.firstLine, of: element)?.integer {
      properties.firstLine = firstLine
    }
  }

  /// Reads `w:tblBorders` or `w:tcBorders` up to its end tag and says whether any border is drawn.
  mutating func readsBorders() throws(ReadingError) -> Bool {
    var isDrawn = false
    try forEachChild { (xml, element) throws(ReadingError) in
      if !isDrawn, let style = xml.value(.val, of: element), style != "nil", style != "none" {
        isDrawn = true
      }
    }
    return isDrawn
  }

  /// Passes over everything up to the end tag and counts the visible characters of `w:t` in it.
  mutating func skipCountingText() throws(ReadingError) -> Int {
    let own = depth
    var count = 0
    var isText = false
    while depth >= own {
      switch try nextEvent() {
      case .start(let element): isText = element.isWord && element.name == .t
      case .end: isText = false
      case .text(let text): if isText { count += bytes(of: text).visibleCharacterCount }
      case .finish: return count
      }
    }
    return count
  }
}
