/// The columns of a table whose rows say where their cells end, as those of binary files and of RTF do.
///
/// Every edge of every row begins a column; edges that differ by a few twips, as rows of one table often
/// do, are one.
///
/// ```swift
/// let grid = TableGrid(edges: [0, 2000, 6000, 0, 4000, 6002])
/// grid.column(of: 4000)  // 2
/// grid.column(of: 6002)  // 3, as 6000
/// ```
struct TableGrid {
  /// The edges, the left one first.
  private(set) var edges: [Int] = []

  /// How many twips (twentieths of a point) two edges may differ and still be the same.
  private static let tolerance = 4

  /// Gathers the edges of all rows, in any order.
  init(edges all: [Int]) {
    for edge in all.sorted() where edges.last.map({ edge - $0 > Self.tolerance }) ?? true {
      edges.append(edge)
    }
  }

  /// The column that begins at an edge, counting from zero.
  func column(of edge: Int) -> Int {
    var low = 0
    var high = edges.count
    while low < high {
      let middle = (low + high) / 2
      if edges[middle] <= edge { low = middle + 1 } else { high = middle }
    }
    return max(low - 1, 0)
  }
}
