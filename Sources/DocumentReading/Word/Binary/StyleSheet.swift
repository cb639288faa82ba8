internal import ProgrammeModel

/// The style sheet of a document ([MS-DOC] 2.9.271).
///
/// The styles stand at their numbers: the style 5 is `styles.list[5]`, an empty slot a style that says
/// nothing.
struct StyleSheet {
  /// A style as the file holds it.
  private struct Definition {
    var identifier = 0
    var kind = Kind.none
    var base: Int?
    var name: String?
    var characters = ByteView.empty
    var paragraphs = ByteView.empty
    var tables = ByteView.empty
  }

  /// What a style is for (2.9.260, stk).
  private enum Kind: Int {
    case none = 0
    case paragraph = 1
    case character = 2
    case table = 3
    case list = 4
  }

  /// The styles with their inheritance resolved.
  private(set) var styles = Styles.none

  private var definitions: [Definition] = []

  /// How deep styles may be based on one another; Word stops at eleven.
  private static let deepest = 11
  private static let noBase = 0xFFF

  /// No styles.
  static let none = StyleSheet()

  private init() {}

  /// Reads the style sheet.
  init(_ sheet: ByteView, fonts: FontList) {
    let headSize = sheet.uint16(at: 0) ?? 0
    let head = sheet.clipped(at: 2, count: headSize)
    let baseSize = head.uint16(at: 2) ?? 0
    // No more than its bytes have room for.
    let count = min(head.uint16(at: 0) ?? 0, sheet.count / 2)
    var offset = 2 + headSize
    while definitions.count < count, let size = sheet.uint16(at: offset) {
      definitions.append(
        Self.definition(sheet.clipped(at: offset + 2, count: size), baseSize: baseSize))
      // Every style begins at an even offset; its size leaves the filler out (2.9.136).
      offset += 2 + size + (size & 1)
    }
    var defaults = RunProperties.none
    defaults.asciiFont = head.uint16(at: 12).flatMap { fonts.index(of: $0) }
    defaults.font = head.uint16(at: 16).flatMap { fonts.index(of: $0) }
    styles = Styles(
      definitions.indices.map { style($0, defaults, fonts) }, runDefaults: defaults)
  }

  /// Reads a style (2.9.260): its head, its name, then what it says, each list behind its size.
  private static func definition(_ bytes: ByteView, baseSize: Int) -> Definition {
    var style = Definition()
    guard let first = bytes.uint16(at: 0), let second = bytes.uint16(at: 2),
      let third = bytes.uint16(at: 4)
    else { return style }
    style.identifier = first & 0xFFF
    style.kind = Kind(rawValue: second & 0xF) ?? .none
    style.base = second >> 4 == noBase ? nil : second >> 4
    let length = bytes.uint16(at: baseSize) ?? 0
    style.name = bytes.utf16(at: baseSize + 2, units: length)
    var offset = baseSize + 2 + 2 * length + 2
    var lists: [ByteView] = []
    for _ in 0..<(third & 0xF) {
      offset += offset & 1
      guard let size = bytes.uint16(at: offset) else { break }
      lists.append(bytes.clipped(at: offset + 2, count: size))
      offset += 2 + size
    }
    switch style.kind {
    case .paragraph:
      // The list of a paragraph style begins with its own number.
      style.paragraphs = PropertyList.shortened(
        lists.first.map { $0.clipped(at: 2, count: $0.count) } ?? .empty)
      style.characters = PropertyList.shortened(lists.count > 1 ? lists[1] : .empty)
    case .character: style.characters = PropertyList.shortened(lists.first ?? .empty)
    case .table:
      style.tables = PropertyList.shortened(lists.first ?? .empty)
      style.characters = PropertyList.shortened(lists.count > 2 ? lists[2] : .empty)
    case .list, .none: break
    }
    return style
  }

  /// The style with all that it has from those it is based on, of one kind with it.
  private func style(
    _ index: Int, _ defaults: RunProperties, _ fonts: FontList
  ) -> Styles.Style {
    let definition = definitions[index]
    var style = Styles.Style()
    style.id = String(index)
    style.name = definition.name
    style.isDefault = index == 0
    style.isParagraphStyle = definition.kind == .paragraph
    var look = CharacterLook()
    for definition in chain(of: index) {
      look.apply(definition.characters, over: look.run, fonts: fonts)
      var paragraph = ParagraphRecord()
      paragraph.apply(definition.paragraphs)
      style.paragraph = paragraph.properties.over(style.paragraph)
      // Headings are told by their numbers, whatever the language of their names.
      if (1...9).contains(definition.identifier), definition.kind == .paragraph,
        paragraph.properties.outlineLevel == nil
      {
        style.paragraph.outlineLevel = definition.identifier - 1
      }
      if let borders = TableBorders.isDrawn(definition.tables) { style.hasBorders = borders }
    }
    style.run = look.run
    return style
  }

  /// A style and those it is based on, the first of them first; a chain that comes back to itself ends.
  private func chain(of style: Int) -> [Definition] {
    var chain: [Definition] = []
    var next: Int? = style
    while let index = next, definitions.indices.contains(index), chain.count <= Self.deepest {
      let definition = definitions[index]
      guard definition.kind == definitions[style].kind else { break }
      chain.append(definition)
      next = definition.base
    }
    return chain.reversed()
  }

  /// What a character style says, after what it is based on says.
  func characterLists(of style: Int) -> [ByteView] {
    guard definitions.indices.contains(style), definitions[style].kind == .character else {
      return []
    }
    return chain(of: style).map(\.characters)
  }
}
