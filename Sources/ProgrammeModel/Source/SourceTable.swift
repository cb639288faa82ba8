/// A table of a Word document, rows of cells as printed.
public struct SourceTable: Hashable, Sendable {
  /// The rows.
  public var rows: [SourceRow]

  /// Whether any of its borders is drawn; letterheads and signatures stand in tables without.
  public var hasBorders: Bool

  /// Where its first paragraph stands.
  public var location: Location

  /// Makes a table.
  public init(rows: [SourceRow], hasBorders: Bool, location: Location) {
    self.rows = rows
    self.hasBorders = hasBorders
    self.location = location
  }
}

/// A row of a table.
public struct SourceRow: Hashable, Sendable {
  /// The cells, from left to right; a cell that spans columns stands once.
  public var cells: [SourceCell]

  /// Whether Word repeats the row on every page as a header (`w:tblHeader`).
  public var isHeader: Bool

  /// Makes a row.
  public init(cells: [SourceCell], isHeader: Bool = false) {
    self.cells = cells
    self.isHeader = isHeader
  }
}

/// A cell of a table.
public struct SourceCell: Hashable, Sendable {
  /// What the cell holds; empty for the lower cells of a vertical merge.
  public var blocks: [SourceBlock]

  /// The grid column it starts in, counting from zero.
  public var column: Int

  /// How many grid columns it covers.
  public var columnSpan: Int

  /// Whether it continues the cell above it (`w:vMerge` without `restart`).
  public var continuesAbove: Bool

  /// Makes a cell.
  public init(
    blocks: [SourceBlock], column: Int, columnSpan: Int = 1, continuesAbove: Bool = false
  ) {
    self.blocks = blocks
    self.column = column
    self.columnSpan = columnSpan
    self.continuesAbove = continuesAbove
  }
}
