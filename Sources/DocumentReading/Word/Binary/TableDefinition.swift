/// What the mark at the end of a table row says of it ([MS-DOC] 2.4.3, 2.6.3).
struct TableDefinition {
  /// A cell of the row (TC80, 2.9.317).
  struct Cell {
    /// Whether it goes on with the cell to its left.
    var continuesLeft = false
    /// Whether it goes on with the cell above.
    var continuesAbove = false
    /// Whether the cells below may go on with it.
    var startsMerge = false
    /// Whether it draws a border of its own.
    var drawsBorder = false
    /// Whether any of its borders is that of the table, where that has one.
    var takesTableBorder = true
  }

  /// The cells from left to right; fewer than the row has where it is damaged.
  private(set) var cells: [Cell] = []
  /// The edges of the cells, one more than these, in twentieths of a point.
  private(set) var edges: [Int] = []
  /// Whether the row is repeated on every page.
  private(set) var isHeader = false
  /// Whether the row draws borders of the table, or `nil` where it leaves that to the table's style.
  var hasBorders: Bool? {
    // Cells may take away what the table has.
    !cells.isEmpty && cells.allSatisfy { !$0.takesTableBorder } ? false : tableBorders
  }
  /// The style of the table.
  private(set) var style: Int?

  private var tableBorders: Bool?

  /// Word's rows have at most 63 cells.
  static let mostCells = 63
  private static let cellSize = 20

  /// Reads what the lists of a row mark say.
  init(_ lists: [ByteView]) {
    for list in lists {
      for property in PropertyList(list) where property.kind == .table { apply(property) }
      if let borders = TableBorders.isDrawn(list) { tableBorders = borders }
    }
  }

  private mutating func apply(_ property: PropertyList.Property) {
    let first = property.operand.uint8(at: 0) ?? 0
    let limit = property.operand.uint8(at: 1) ?? 0
    switch property.code {
    case Sprm.tableDefinition: define(property.operand)
    case Sprm.isHeaderRow: isHeader = property.byte != 0
    case Sprm.tableStyle: style = property.word
    case Sprm.insertCells:
      insert(limit, at: first, width: property.operand.int16(at: 2) ?? 0)
    case Sprm.deleteCells: delete(first, limit)
    case Sprm.mergeCells, Sprm.splitCells:
      for index in first..<max(first, limit) where cells.indices.contains(index) {
        cells[index].continuesLeft = property.code == Sprm.mergeCells && index > first
      }
    case Sprm.verticalMerge:
      // 0 no merge, 1 goes on with the cell above, 3 starts (2.9.343).
      guard cells.indices.contains(first) else { return }
      cells[first].continuesAbove = limit == 1
      cells[first].startsMerge = limit & 2 != 0
    case Sprm.cellBorders80, Sprm.cellBorders:
      let border = TableBorders.border(
        in: property.operand, at: 3, isOld: property.code == Sprm.cellBorders80)
      let coversAllSides = (property.operand.uint8(at: 2) ?? 0) & 0xF == 0xF
      for index in first..<max(first, limit) where cells.indices.contains(index) {
        if border == .drawn { cells[index].drawsBorder = true }
        if coversAllSides { cells[index].takesTableBorder = false }
        if coversAllSides, border != .drawn { cells[index].drawsBorder = false }
      }
    default: break
    }
  }

  /// Reads sprmTDefTable: the number of cells, their edges, then what there is of descriptions.
  private mutating func define(_ operand: ByteView) {
    let count = min(operand.uint8(at: 0) ?? 0, Self.mostCells)
    edges = (0...count).compactMap { operand.int16(at: 1 + 2 * $0) }
    cells = (0..<count).map { index in
      let offset = 1 + 2 * (count + 1) + Self.cellSize * index
      let flags = operand.uint16(at: offset) ?? 0
      let vertical = flags >> 5 & 3
      let borders = (0..<4).map {
        TableBorders.border(in: operand, at: offset + 4 + 4 * $0, isOld: true)
      }
      return Cell(
        // What files have is 1 for the first and 2 for those that go on, as in Word 97's own
        // description; the text of 2.9.317 has it otherwise.
        continuesLeft: flags & 3 == 2, continuesAbove: vertical == 1, startsMerge: vertical >= 2,
        drawsBorder: borders.contains(.drawn), takesTableBorder: borders.contains(.unstated))
    }
  }

  private mutating func insert(_ count: Int, at index: Int, width: Int) {
    guard index <= Self.mostCells, cells.count < Self.mostCells else { return }
    // Cells are added to fill the row up to where the new ones begin (2.9.336).
    let filler = max(0, index - cells.count)
    let added = min(count + filler, Self.mostCells - cells.count)
    let index = min(index, cells.count)
    cells.insert(contentsOf: [Cell](repeating: Cell(), count: added), at: index)
    guard edges.count > index else { return }
    let step = max(0, width)
    let left = edges[index]
    for edge in edges.indices[index...] { edges[edge] += added * step }
    edges.insert(contentsOf: (0..<added).map { left + $0 * step }, at: index)
  }

  private mutating func delete(_ first: Int, _ limit: Int) {
    let range = first..<min(max(first, limit), cells.count)
    guard first < cells.count, !range.isEmpty else { return }
    cells.removeSubrange(range)
    guard edges.count > range.upperBound else { return }
    let width = edges[range.upperBound] - edges[range.lowerBound]
    edges.removeSubrange(range.lowerBound..<range.upperBound)
    for edge in edges.indices[range.lowerBound...] { edges[edge] -= width }
  }
}

/// Whether borders are drawn: letterheads and signatures stand in tables without any.
enum TableBorders {
  /// What a border says.
  enum Border {
    /// It is drawn.
    case drawn
    /// It is taken away.
    case absent
    /// It says nothing: what is around decides.
    case unstated
  }

  /// Whether the borders that a row or a style gives to its whole table are drawn, or `nil` where it gives
  /// none ([MS-DOC] 2.6.3, sprmTTableBorders80 and sprmTTableBorders).
  static func isDrawn(_ list: ByteView) -> Bool? {
    var isDrawn: Bool?
    for property in PropertyList(list) {
      switch property.code {
      case Sprm.tableBorders80:
        isDrawn = (0..<6).contains {
          border(in: property.operand, at: 4 * $0, isOld: true) == .drawn
        }
      case Sprm.tableBorders:
        isDrawn = (0..<6).contains {
          border(in: property.operand, at: 8 * $0, isOld: false) == .drawn
        }
      default: break
      }
    }
    return isDrawn
  }

  /// The border at an offset: BRC80 (2.9.17) has its kind in the second byte and is all ones where it is taken
  /// away, BRC (2.9.16) has its kind behind colour and width.
  static func border(in bytes: ByteView, at offset: Int, isOld: Bool) -> Border {
    let kind: Int
    if isOld {
      guard let border = bytes.uint32(at: offset) else { return .unstated }
      if border == 0xFFFF_FFFF { return .absent }
      kind = border >> 8 & 0xFF
    } else {
      guard let border = bytes.uint8(at: offset + 5) else { return .unstated }
      kind = border
    }
    return kind == 0 ? .unstated : kind == 0xFF ? .absent : .drawn
  }
}
