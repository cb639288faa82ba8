internal import ProgrammeModel

/// What the properties of a paragraph say, and what it ends.
struct ParagraphRecord {
  /// Its style, a number in the style sheet.
  var style = 0
  /// What it says of itself.
  var properties = ParagraphProperties.none
  /// Whether it has a number as Word 6 counts them (`sprmPAnld80`), which is not printed.
  private(set) var hasOlderNumber = false
  /// How many bytes of lists of the stream `Data` it took.
  private(set) var dataBytes = 0
  /// What it says of a table row, in order.
  var tableLists: [ByteView] = []

  private var isInTable = false
  private var statedDepth: Int?
  private var depthChange = 0
  private var endsOuterRow = false
  private var endsInnerRow = false
  /// Whether a cell of a table in a table ends with it.
  private(set) var endsInnerCell = false

  /// How deep in tables it stands, 0 outside; the file may say anything.
  var depth: Int {
    isInTable ? max(1, (statedDepth ?? 1) + depthChange) : 0
  }

  /// Whether it is no text but the mark at the end of a row.
  var endsRow: Bool { isInTable && (depth == 1 ? endsOuterRow : endsInnerRow) }

  /// Whether a modifier of paragraphs names another list to go on with.
  static func isHuge(_ property: PropertyList.Property) -> Bool {
    property.code == Sprm.hugeList || property.code == Sprm.olderHugeList
  }

  /// Applies the modifiers of a list in their order ([MS-DOC] 2.6.2).
  ///
  /// Lists that are too long for their page stand in the stream `Data`.
  mutating func apply(_ list: ByteView, data: ByteView = .empty) {
    for property in PropertyList(list) {
      if Self.isHuge(property) {
        // Such a list stands alone and names no other (2.9.210).
        let offset = property.operand.uint32(at: 0) ?? 0
        let size = data.uint16(at: offset) ?? 0
        let inner = data.clipped(at: offset + 2, count: size)
        dataBytes += inner.count
        for property in PropertyList(inner) where !Self.isHuge(property) { apply(property) }
        keepTableProperties(of: inner)
        return
      }
      apply(property)
    }
    keepTableProperties(of: list)
  }

  private mutating func keepTableProperties(of list: ByteView) {
    if PropertyList(list).contains(where: { $0.kind == .table }) { tableLists.append(list) }
  }

  private mutating func apply(_ property: PropertyList.Property) {
    switch property.code {
    case Sprm.style: style = property.word
    case Sprm.listUse: properties.list = Self.list(property.short)
    case Sprm.listLevel:
      // A level beyond the ninth takes the paragraph out of its list (2.6.2).
      properties.listLevel = property.byte
    // The first byte is the format (ANLD), FF for none.
    case Sprm.olderNumber:
      hasOlderNumber = property.operand.uint8(at: 0).map { $0 != 0xFF } ?? false
    case Sprm.outlineLevel: properties.outlineLevel = property.byte
    case Sprm.inTable: isInTable = property.byte != 0
    case Sprm.endsRow: endsOuterRow = property.byte != 0
    case Sprm.tableDepth: statedDepth = property.long
    case Sprm.tableDepthChange: depthChange += property.long
    case Sprm.endsInnerCell: endsInnerCell = property.byte != 0
    case Sprm.endsInnerRow: endsInnerRow = property.byte != 0
    case Sprm.alignment80, Sprm.alignment:
      properties.alignment = property.byte == 1 ? .center : property.byte == 2 ? .end : .start
    case Sprm.left80, Sprm.left: properties.left = property.short
    case Sprm.firstLine80, Sprm.firstLine: properties.firstLine = property.short
    case Sprm.startsPage: properties.startsPage = property.byte != 0
    default: break
    }
  }

  /// The number of a list's use: from 1 on, or negative where the indentation is kept; 0 for no list.
  private static func list(_ use: Int) -> Int {
    switch use {
    case 1...0x7FE: use
    case -0x7FE ... -1: -use
    default: 0
    }
  }
}
