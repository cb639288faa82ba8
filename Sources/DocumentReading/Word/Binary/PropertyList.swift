/// A list of property modifiers, `grpprl` ([MS-DOC] 2.2.5.1): what differs from the style, in order.
///
/// A modifier that runs over the end ends the list.
struct PropertyList: Sequence, IteratorProtocol {
  /// One modifier: its code and what it says.
  struct Property {
    /// The whole code, such as 0x0835 for bold.
    var code: Int
    /// Its operand without a length.
    var operand: ByteView

    /// What kind of thing it is about.
    var kind: Kind? { Kind(rawValue: code >> 10 & 7) }
    /// The operand as one byte.
    var byte: Int { operand.uint8(at: 0) ?? 0 }
    /// The operand as a number of two bytes with a sign.
    var short: Int { operand.int16(at: 0) ?? 0 }
    /// The operand as a number of two bytes without a sign.
    var word: Int { operand.uint16(at: 0) ?? 0 }
    /// The operand as a number of four bytes with a sign.
    var long: Int { operand.int32(at: 0) ?? 0 }
  }

  /// What a modifier changes (2.2.5.1, sgc).
  enum Kind: Int {
    case paragraph = 1
    case character = 2
    case picture = 3
    case section = 4
    case table = 5
  }

  private let bytes: ByteView
  private var offset = 0

  /// Reads the modifiers in some bytes.
  init(_ bytes: ByteView) {
    self.bytes = bytes
  }

  /// The next modifier.
  mutating func next() -> Property? {
    guard let code = bytes.uint16(at: offset) else { return nil }
    offset += 2
    let size: Int
    switch code >> 13 {
    case 0, 1: size = 1
    case 2, 4, 5: size = 2
    case 3: size = 4
    case 7: size = 3
    default:
      guard let length = length(of: code) else { return nil }
      size = length
    }
    guard let operand = bytes.view(at: offset, count: size) else { return nil }
    offset += size
    return Property(code: code, operand: operand)
  }

  /// Reads the length of an operand that says its own.
  private mutating func length(of code: Int) -> Int? {
    if code == Sprm.tableDefinition {
      // The only length of two bytes; it counts itself with one (2.9.321).
      guard let length = bytes.uint16(at: offset) else { return nil }
      offset += 2
      return Swift.max(0, length - 1)
    }
    guard let length = bytes.uint8(at: offset) else { return nil }
    offset += 1
    guard code == Sprm.tabStops, length == 255 else { return length }
    // Lists of tab stops, deleted and added, may be longer than a byte can say (2.9.182).
    guard let deleted = bytes.uint8(at: offset),
      let added = bytes.uint8(at: offset + 1 + 4 * deleted)
    else { return nil }
    return 2 + 4 * deleted + 3 * added
  }
}

extension PropertyList {
  /// A list with only the last modifier of each code that is read, in their order.
  ///
  /// Lists that hold for many runs or styles are made short once: they may have thousands of modifiers.
  static func shortened(_ bytes: ByteView) -> ByteView {
    var order: [Int] = []
    var last: [Int: Property] = [:]
    for property in PropertyList(bytes) where Sprm.read.contains(property.code) {
      if last.updateValue(property, forKey: property.code) != nil {
        order.removeAll { $0 == property.code }
      }
      order.append(property.code)
    }
    return ByteView(order.flatMap { last[$0]?.bytes ?? [] })
  }
}

extension PropertyList.Property {
  /// The modifier as it stands in a list.
  fileprivate var bytes: [UInt8] {
    var bytes = [UInt8(code & 0xFF), UInt8(code >> 8)]
    if code == Sprm.tableDefinition {
      let length = operand.count + 1
      bytes += [UInt8(length & 0xFF), UInt8(length >> 8 & 0xFF)]
    } else if code >> 13 == 6 {
      bytes.append(UInt8(min(operand.count, 255)))
    }
    return bytes + operand.slice
  }
}

/// The codes of the property modifiers that are read ([MS-DOC] 2.6).
enum Sprm {
  // Paragraphs.
  static let style = 0x4600
  static let listUse = 0x460B
  static let listLevel = 0x260A
  static let outlineLevel = 0x2640
  static let inTable = 0x2416
  static let endsRow = 0x2417
  static let tableDepth = 0x6649
  static let tableDepthChange = 0x664A
  static let endsInnerCell = 0x244B
  static let endsInnerRow = 0x244C
  static let alignment80 = 0x2403
  static let alignment = 0x2461
  static let left80 = 0x840F
  static let left = 0x845E
  static let firstLine80 = 0x8411
  static let firstLine = 0x8460
  static let startsPage = 0x2407
  static let tabStops = 0xC615
  static let hugeList = 0x6646
  static let olderHugeList = 0x6645
  static let olderNumber = 0xC63E

  // Characters.
  static let isDeleted = 0x0800
  static let isInserted = 0x0801
  static let isData = 0x0806
  static let bold = 0x0835
  static let italic = 0x0836
  static let capitals = 0x083B
  static let hidden = 0x083C
  static let separatesStyles = 0x0818
  static let special = 0x0855
  static let pictureLocation = 0x6A03
  static let symbol = 0x6A09
  static let characterStyle = 0x4A30
  static let underline = 0x2A3E
  static let asciiFont = 0x4A4F
  static let otherFont = 0x4A51
  static let plain = 0x2A33

  // Sections.
  static let sectionBreak = 0x3009
  static let hasTitlePage = 0x300A

  // Tables.
  static let tableDefinition = 0xD608
  static let isHeaderRow = 0x3404
  static let insertCells = 0x7621
  static let deleteCells = 0x5622
  static let mergeCells = 0x5624
  static let splitCells = 0x5625
  static let verticalMerge = 0xD62B
  static let tableStyle = 0x563A
  static let tableBorders80 = 0xD605
  static let tableBorders = 0xD613
  static let cellBorders80 = 0xD620
  static let cellBorders = 0xD62F

  /// All of them that characters, paragraphs and tables have.
  static let read: Set<Int> = [
    style, listUse, listLevel, olderNumber, outlineLevel, inTable, endsRow, tableDepth,
    tableDepthChange,
    endsInnerCell, endsInnerRow, alignment80, alignment, left80, left, firstLine80, firstLine,
    startsPage, isDeleted, isInserted, isData, bold, italic, capitals, hidden, separatesStyles,
    special, pictureLocation, symbol, characterStyle, underline, asciiFont, otherFont, plain,
    tableDefinition, isHeaderRow, insertCells, deleteCells, mergeCells, splitCells, verticalMerge,
    tableStyle, tableBorders80, tableBorders, cellBorders80, cellBorders,
  ]
}
