/// The styles of a document with their inheritance resolved (ECMA-376 Part 1, 17.7).
///
/// They are looked at for every run and never change once they are read: one place in memory, not copied.
final class Styles {
  /// One style; after reading, its properties include those it is based on.
  struct Style {
    var id = ""
    var name: String?
    var isDefault = false
    var isParagraphStyle = false
    var basedOn: String?
    var run = RunProperties.none
    var paragraph = ParagraphProperties.none
    /// Whether a table style draws borders, or `nil` where it does not say.
    var hasBorders: Bool?
  }

  /// The styles in the order of the part.
  private(set) var list: [Style] = []
  /// What holds where no style says anything.
  private(set) var defaults = RunProperties.none
  /// The same for paragraphs.
  private(set) var paragraphDefaults = ParagraphProperties.none
  /// The style of paragraphs that name none.
  private(set) var defaultParagraphStyle: Int32?

  private var indices: [String: Int32] = [:]
  private var lastID: [UInt8] = []
  private var lastIndex: Int32?
  private var runs: [RunProperties] = []
  private var paragraphs: [ParagraphProperties] = []

  /// No styles at all.
  static var none: Styles { Styles() }

  /// The name of a style.
  func name(of style: Int32) -> String? { list[Int(style)].name }

  /// The index of the style with an id.
  func index(of id: XMLBytes) -> Int32? { indices[id.string] }

  /// The index of the style with an id, which is mostly the one that was asked for last.
  func recall(_ id: XMLBytes) -> Int32? {
    if id.equals(lastID) { return lastIndex }
    unsafe lastID = Array(id.buffer)
    lastIndex = index(of: id)
    return lastIndex
  }

  /// What a style says of runs, with what it is based on.
  func runProperties(of style: Int32) -> RunProperties { runs[Int(style)] }

  /// What a style says of paragraphs, with what it is based on and the document's defaults.
  func paragraphProperties(of style: Int32?) -> ParagraphProperties {
    style.map { paragraphs[Int($0)] } ?? paragraphDefaults
  }

  private init() {}
}

extension Styles {
  /// Reads the part with the styles.
  convenience init(reading xml: inout XMLPullReader, fonts: inout FontTable) throws(ReadingError) {
    self.init()
    while true {
      switch try xml.next() {
      case .start(let element) where element.isWord && element.name == .style:
        try xml.use(1, of: .definitions)
        let style = try Self.style(element, &xml, &fonts)
        indices[style.id] = Int32(truncatingIfNeeded: list.count)
        list.append(style)
      case .start(let element) where element.isWord && element.name == .docDefaults:
        try readDefaults(&xml, &fonts)
      case .start(let element) where element.isWord && element.name == .styles: break
      case .start: try xml.skip()
      case .finish:
        resolveInheritance()
        return
      default: break
      }
    }
  }

  private func readDefaults(
    _ xml: inout XMLPullReader, _ fonts: inout FontTable
  ) throws(ReadingError) {
    var depth = 1
    while depth > 0 {
      switch try xml.next() {
      case .start(let element) where element.isWord && element.name == .rPr:
        defaults = try xml.runProperties(fonts: &fonts, styles: .none)
      case .start(let element) where element.isWord && element.name == .pPr:
        try Self.readParagraphProperties(into: &paragraphDefaults, &xml)
      case .start: depth += 1
      case .end: depth -= 1
      case .text: break
      case .finish: return
      }
    }
  }

  private static func style(
    _ element: XMLElement, _ xml: inout XMLPullReader, _ fonts: inout FontTable
  ) throws(ReadingError) -> Style {
    var style = Style()
    style.id = xml.value(.styleId, of: element)?.string ?? ""
    style.isParagraphStyle = xml.value(.type, of: element).map { $0 == "paragraph" } ?? true
    style.isDefault = xml.value(.defaultAttribute, of: element).map { !$0.isOff } ?? false
    while true {
      switch try xml.next() {
      case .start(let child) where child.isWord:
        switch child.name {
        case .name:
          style.name = xml.value(.val, of: child)?.string
          try xml.skip()
        case .basedOn:
          style.basedOn = xml.value(.val, of: child)?.string
          try xml.skip()
        case .rPr: style.run = try xml.runProperties(fonts: &fonts, styles: .none)
        case .pPr: try readParagraphProperties(into: &style.paragraph, &xml)
        case .tblPr: try readTableProperties(into: &style, &xml)
        default: try xml.skip()
        }
      case .start: try xml.skip()
      case .text: break
      case .end, .finish: return style
      }
    }
  }

  private static func readParagraphProperties(
    into properties: inout ParagraphProperties, _ xml: inout XMLPullReader
  ) throws(ReadingError) {
    while true {
      switch try xml.next() {
      case .start(let element) where element.isWord && element.name == .numPr:
        try xml.numberingProperties(into: &properties)
      case .start(let element):
        if element.isWord { xml.read(element, into: &properties) }
        try xml.skip()
      case .text: break
      case .end, .finish: return
      }
    }
  }

  private static func readTableProperties(
    into style: inout Style, _ xml: inout XMLPullReader
  ) throws(ReadingError) {
    while true {
      switch try xml.next() {
      case .start(let element) where element.isWord && element.name == .tblBorders:
        style.hasBorders = try xml.readsBorders()
      case .start: try xml.skip()
      case .text: break
      case .end, .finish: return
      }
    }
  }

  /// Replaces every style's properties by those it has with what it is based on.
  ///
  /// A style whose chain comes back to itself keeps what was gathered on the way.
  private func resolveInheritance() {
    var isResolved = [Bool](repeating: false, count: list.count)
    for start in list.indices where !isResolved[start] {
      var chain: [Int] = []
      var isInChain: Set<Int> = []
      var next: Int? = start
      while let index = next, !isResolved[index], isInChain.insert(index).inserted {
        chain.append(index)
        next = list[index].basedOn.flatMap { indices[$0] }.map(Int.init)
      }
      var base = next.flatMap { isResolved[$0] ? list[$0] : nil }
      for index in chain.reversed() {
        if let base {
          list[index].run = list[index].run.over(base.run)
          list[index].paragraph = list[index].paragraph.over(base.paragraph)
          list[index].hasBorders = list[index].hasBorders ?? base.hasBorders
        }
        isResolved[index] = true
        base = list[index]
      }
    }
    runs = list.map(\.run)
    paragraphs = list.map { $0.paragraph.over(paragraphDefaults) }
    defaultParagraphStyle = list.firstIndex { $0.isDefault && $0.isParagraphStyle }
      .map { Int32(truncatingIfNeeded: $0) }
  }
}

extension XMLPullReader {
  /// Reads `w:tblBorders` or `w:tcBorders` up to its end tag and says whether any border is drawn.
  mutating func readsBorders() throws(ReadingError) -> Bool {
    var isDrawn = false
    while true {
      switch try next() {
      case .start(let element):
        if let style = value(.val, of: element), style != "nil", style != "none" { isDrawn = true }
        try skip()
      case .text: break
      case .end, .finish: return isDrawn
      }
    }
  }
}
