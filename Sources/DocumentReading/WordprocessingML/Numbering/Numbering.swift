/// The lists of a document (ECMA-376 Part 1, 17.9).
///
/// Paragraphs name an *instance* (`w:num`); instances share the counters of the *abstract* list they
/// point to and may replace some of its levels. Like the styles they do not change once they are read.
final class Numbering {
  /// A list with its nine levels (`w:abstractNum`).
  struct Abstract {
    var id = 0
    var name: String?
    var levels = [ListLevel?](repeating: nil, count: Numbering.levelCount)
    /// The numbering style that this list defines.
    var styleLink: String?
    /// The numbering style whose list this one borrows.
    var numberingStyleLink: String?
  }

  /// A use of a list (`w:num`).
  struct Instance {
    var id = 0
    /// The list, an index into `abstracts`.
    var abstract = 0
    /// Levels that replace the list's own.
    var levels = [ListLevel?](repeating: nil, count: Numbering.levelCount)
    /// Numbers to start from, once.
    var starts = [Int?](repeating: nil, count: Numbering.levelCount)
    var hasOverrides = false
  }

  /// Word's lists have nine levels.
  static let levelCount = 9

  /// How far lists are counted.
  var largestNumber = ReadingLimits().listNumber

  private(set) var abstracts: [Abstract] = []
  private(set) var instances: [Instance] = []
  private var instanceIndices: [Int: Int] = [:]

  /// No lists at all.
  static var none: Numbering { Numbering() }

  /// The index of the instance with an id.
  func instance(withID id: Int) -> Int? { instanceIndices[id] }

  /// A level as an instance has it, or `nil` where the list does not define it.
  func level(_ level: Int, of instance: Int) -> ListLevel? {
    instances[instance].levels[level] ?? abstracts[instances[instance].abstract].levels[level]
  }

  /// The level that stands for a paragraph style in an instance's list.
  func level(forStyle style: String, of instance: Int) -> Int? {
    (0..<Self.levelCount).first { level($0, of: instance)?.paragraphStyle == style }
  }

  /// The list with a name, for `LISTNUM` fields.
  func abstract(named name: String) -> Int? { abstracts.firstIndex { $0.name == name } }

  /// An instance of an abstract list.
  func instance(of abstract: Int) -> Int? { instances.firstIndex { $0.abstract == abstract } }

  private init() {}
}

extension Numbering {
  /// Reads the part with the lists.
  convenience init(
    reading xml: inout XMLPullReader, fonts: inout FontTable, styles: Styles
  ) throws(ReadingError) {
    self.init()
    var pending: [(instance: Instance, abstractID: Int)] = []
    while true {
      switch try xml.next() {
      case .start(let element) where element.isWord && element.name == .abstractNum:
        abstracts.append(try Self.abstract(element, &xml, &fonts, styles))
      case .start(let element) where element.isWord && element.name == .num:
        pending.append(try Self.instance(element, &xml, &fonts, styles))
      case .start(let element) where element.isWord && element.name == .numbering: break
      case .start: try xml.skip()
      case .finish:
        resolve(pending)
        return
      default: break
      }
    }
  }

  private static func abstract(
    _ element: XMLElement, _ xml: inout XMLPullReader, _ fonts: inout FontTable, _ styles: Styles
  ) throws(ReadingError) -> Abstract {
    try xml.use(levelCount, of: .definitions)
    var abstract = Abstract()
    abstract.id = xml.value(.abstractNumId, of: element)?.integer ?? 0
    while true {
      switch try xml.next() {
      case .start(let child) where child.isWord && child.name == .lvl:
        let index = xml.value(.ilvl, of: child)?.integer ?? 0
        try xml.use(1, of: .definitions)
        let level = try Self.level(&xml, &fonts, styles)
        if abstract.levels.indices.contains(index) { abstract.levels[index] = level }
      case .start(let child):
        if child.isWord, child.name == .name { abstract.name = xml.value(.val, of: child)?.string }
        if child.isWord, child.name == .styleLink {
          abstract.styleLink = xml.value(.val, of: child)?.string
        }
        if child.isWord, child.name == .numStyleLink {
          abstract.numberingStyleLink = xml.value(.val, of: child)?.string
        }
        try xml.skip()
      case .text: break
      case .end, .finish: return abstract
      }
    }
  }

  private static func instance(
    _ element: XMLElement, _ xml: inout XMLPullReader, _ fonts: inout FontTable, _ styles: Styles
  ) throws(ReadingError) -> (Instance, Int) {
    try xml.use(levelCount, of: .definitions)
    var instance = Instance()
    instance.id = xml.value(.numId, of: element)?.integer ?? 0
    var abstractID = -1
    while true {
      switch try xml.next() {
      case .start(let child) where child.isWord && child.name == .abstractNumId:
        abstractID = xml.number(of: child) ?? -1
        try xml.skip()
      case .start(let child) where child.isWord && child.name == .lvlOverride:
        let index = xml.value(.ilvl, of: child)?.integer ?? 0
        try readOverride(of: index, into: &instance, &xml, &fonts, styles)
      case .start: try xml.skip()
      case .text: break
      case .end, .finish: return (instance, abstractID)
      }
    }
  }

  private static func readOverride(
    of index: Int, into instance: inout Instance, _ xml: inout XMLPullReader,
    _ fonts: inout FontTable, _ styles: Styles
  ) throws(ReadingError) {
    let isLevel = instance.levels.indices.contains(index)
    while true {
      switch try xml.next() {
      case .start(let child) where child.isWord && child.name == .lvl:
        try xml.use(1, of: .definitions)
        let level = try Self.level(&xml, &fonts, styles)
        if isLevel {
          instance.levels[index] = level
          instance.hasOverrides = true
        }
      case .start(let child):
        if isLevel, child.isWord, child.name == .startOverride {
          instance.starts[index] = xml.number(of: child).map { max($0, 0) }
          instance.hasOverrides = true
        }
        try xml.skip()
      case .text: break
      case .end, .finish: return
      }
    }
  }

  private static func level(
    _ xml: inout XMLPullReader, _ fonts: inout FontTable, _ styles: Styles
  ) throws(ReadingError) -> ListLevel {
    var level = ListLevel()
    var wrappers = 0
    while true {
      switch try xml.next() {
      case .start(let child) where child.isWord && child.name == .rPr:
        level.run = try xml.runProperties(fonts: &fonts, styles: styles)
      case .start(let child) where child.isWord && child.name == .pPr:
        try readIndentation(into: &level.paragraph, &xml)
      case .start(let child)
      where child.namespace == .compatibility && child.name != .fallback:
        // `w:numFmt` may stand in an `mc:AlternateContent`: its choice says more than its fallback.
        wrappers += 1
      case .start(let child):
        if child.isWord { read(child, into: &level, xml) }
        try xml.skip()
      case .text: break
      case .end where wrappers > 0: wrappers -= 1
      case .end, .finish: return level
      }
    }
  }

  private static func read(
    _ element: XMLElement, into level: inout ListLevel, _ xml: borrowing XMLPullReader
  ) {
    switch element.name {
    case .start: level.start = max(xml.number(of: element) ?? 0, 0)
    case .numFmt:
      let name = xml.value(.val, of: element)?.string
      level.format =
        name == "custom"
        ? NumberFormat(example: xml.value(.format, of: element)?.string ?? "")
        : NumberFormat(name)
      level.unknownFormat = level.format == .unknown ? name ?? "" : nil
    case .lvlText:
      level.pieces = ListLevel.pieces(of: xml.value(.val, of: element)?.string ?? "")
    case .lvlRestart: level.restart = xml.number(of: element)
    case .isLgl: level.isLegal = xml.isOn(element)
    case .pStyle: level.paragraphStyle = xml.value(.val, of: element)?.string
    default: break
    }
  }

  private static func readIndentation(
    into properties: inout ParagraphProperties, _ xml: inout XMLPullReader
  ) throws(ReadingError) {
    while true {
      switch try xml.next() {
      case .start(let element):
        if element.isWord, element.name == .ind { xml.read(element, into: &properties) }
        try xml.skip()
      case .text: break
      case .end, .finish: return
      }
    }
  }

  /// Ties instances to their lists and follows the links through numbering styles.
  private func resolve(_ pending: [(instance: Instance, abstractID: Int)]) {
    var byID: [Int: Int] = [:]
    var byStyle: [String: Int] = [:]
    for (index, abstract) in abstracts.enumerated() {
      if byID[abstract.id] == nil { byID[abstract.id] = index }
      if let style = abstract.styleLink { byStyle[style] = index }
    }
    for (instance, abstractID) in pending {
      guard var index = byID[abstractID] else { continue }
      // A link leads to the list that has the levels; a list that links to itself has none.
      if let style = abstracts[index].numberingStyleLink, let linked = byStyle[style] {
        index = linked
      }
      var tied = instance
      tied.abstract = index
      if instanceIndices[instance.id] == nil { instanceIndices[instance.id] = instances.count }
      instances.append(tied)
    }
  }
}
