/// Reads the part with the lists (ECMA-376 Part 1, 17.9).
struct NumberingReader {
  /// The fonts met, to which those of bullets are added.
  var fonts: FontTable
  /// The styles of the document.
  let styles: Styles

  /// Reads the part.
  mutating func read(
    _ xml: inout XMLPullReader, largestNumber: Int
  ) throws(ReadingError) -> Numbering {
    var abstracts: [Numbering.Abstract] = []
    var instances: [Numbering.Instance] = []
    try xml.forEachChild(of: .numbering) { (xml, element) throws(ReadingError) in
      guard element.isWord else { return }
      switch element.name {
      case .abstractNum: abstracts.append(try abstract(element, &xml))
      case .num: instances.append(try instance(element, &xml))
      default: break
      }
    }
    return Numbering(abstracts, instances, largestNumber: largestNumber)
  }

  private mutating func abstract(
    _ element: XMLElement, _ xml: inout XMLPullReader
  ) throws(ReadingError) -> Numbering.Abstract {
    try xml.entry.use(Numbering.levelCount, of: .definitions)
    var abstract = Numbering.Abstract()
    abstract.id = xml.value(.abstractNumId, of: element)?.integer ?? 0
    try xml.forEachChild { (xml, child) throws(ReadingError) in
      guard child.isWord else { return }
      switch child.name {
      case .lvl:
        let index = xml.value(.ilvl, of: child)?.integer ?? 0
        let level = try level(&xml)
        if abstract.levels.indices.contains(index) { abstract.levels[index] = level }
      case .name: abstract.name = xml.value(.val, of: child)
      case .styleLink: abstract.styleLink = xml.value(.val, of: child)
      case .numStyleLink: abstract.numberingStyleLink = xml.value(.val, of: child)
      default: break
      }
    }
    return abstract
  }

  private mutating func instance(
    _ element: XMLElement, _ xml: inout XMLPullReader
  ) throws(ReadingError) -> Numbering.Instance {
    try xml.entry.use(Numbering.levelCount, of: .definitions)
    var instance = Numbering.Instance()
    instance.id = xml.value(.numId, of: element)?.integer ?? 0
    try xml.forEachChild { (xml, child) throws(ReadingError) in
      guard child.isWord else { return }
      if child.name == .abstractNumId {
        instance.abstractID = xml.number(of: child) ?? -1
      } else if child.name == .lvlOverride {
        let index = xml.value(.ilvl, of: child)?.integer ?? 0
        try readOverride(of: index, into: &instance, &xml)
      }
    }
    return instance
  }

  private mutating func readOverride(
    of index: Int, into instance: inout Numbering.Instance, _ xml: inout XMLPullReader
  ) throws(ReadingError) {
    let isLevel = instance.levels.indices.contains(index)
    try xml.forEachChild { (xml, child) throws(ReadingError) in
      guard child.isWord else { return }
      if child.name == .lvl {
        let level = try level(&xml)
        guard isLevel else { return }
        instance.levels[index] = level
        instance.hasOverrides = true
      } else if child.name == .startOverride, isLevel {
        instance.starts[index] = xml.number(of: child).map { max($0, 0) }
        instance.hasOverrides = true
      }
    }
  }

  private mutating func level(_ xml: inout XMLPullReader) throws(ReadingError) -> ListLevel {
    try xml.entry.use(1, of: .definitions)
    var level = ListLevel()
    var hasChoice = false
    try readLevel(into: &level, &xml, hasChoice: &hasChoice)
    return level
  }

  private mutating func readLevel(
    into level: inout ListLevel, _ xml: inout XMLPullReader, hasChoice: inout Bool
  ) throws(ReadingError) {
    try xml.forEachChild { (xml, child) throws(ReadingError) in
      if child.namespace == .compatibility {
        // `w:numFmt` may stand in an `mc:AlternateContent`: a choice that is understood, else the fallback.
        switch child.name {
        case .choice where !hasChoice && xml.isUnderstood(child): hasChoice = true
        case .fallback where !hasChoice: break
        case .alternateContent: hasChoice = false
        default: return
        }
        return try readLevel(into: &level, &xml, hasChoice: &hasChoice)
      }
      guard child.isWord else { return }
      switch child.name {
      case .rPr: level.run = try xml.runProperties(fonts: &fonts, styles: styles)
      case .pPr:
        try xml.forEachChild { (xml, property) throws(ReadingError) in
          if property.isWord, property.name == .ind {
            xml.readIndentation(property, into: &level.paragraph)
          }
        }
      default: try read(child, into: &level, xml)
      }
    }
  }

  private func read(
    _ element: XMLElement, into level: inout ListLevel, _ xml: borrowing XMLPullReader
  ) throws(ReadingError) {
    switch element.name {
    case .start: level.start = max(xml.number(of: element) ?? 0, 0)
    case .numFmt:
      let name = xml.value(.val, of: element)
      level.format =
        name == "custom"
        ? NumberFormat(example: xml.value(.format, of: element) ?? "")
        : NumberFormat(name)
      level.unknownFormat = level.format == .unknown ? name ?? "" : nil
    case .lvlText:
      let pattern = xml.value(.val, of: element) ?? ""
      guard pattern.utf16.count <= xml.entry.limits.labelLength else {
        throw xml.entry.limit(.labelLength)
      }
      level.pieces = ListLevel.pieces(of: pattern)
    case .lvlRestart: level.restart = xml.number(of: element)
    case .isLgl: level.isLegal = xml.isOn(element)
    case .suff: level.joinsText = xml.value(.val, of: element).map { $0 == "nothing" } ?? false
    case .pStyle: level.paragraphStyle = xml.value(.val, of: element)
    default: break
    }
  }
}
