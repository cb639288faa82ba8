/// Positions of characters with something about each ([MS-DOC] 2.2.2, a PLC): n + 1 positions, then n entries.
struct PositionList {
  /// The positions.
  private(set) var positions: [Int] = []

  private let bytes: ByteView
  private let entrySize: Int

  /// No positions.
  static let none = PositionList(.empty, entrySize: 0)

  /// Reads a list whose entries have a size, which may be none.
  init(_ bytes: ByteView, entrySize: Int) {
    self.bytes = bytes
    self.entrySize = entrySize
    guard bytes.count >= 4 else { return }
    let count = (bytes.count - 4) / (4 + entrySize)
    positions = (0...count).compactMap { bytes.uint32(at: 4 * $0) }
  }

  /// How many entries there are.
  var count: Int { max(0, positions.count - 1) }

  /// An entry.
  func entry(_ index: Int) -> ByteView {
    bytes.clipped(at: 4 * positions.count + entrySize * index, count: entrySize)
  }

  /// The stretch from a position to the next, in a story; empty where the positions are out of order.
  func range(_ index: Int, in story: Range<Int>) -> Range<Int> {
    guard positions.indices.contains(index + 1) else { return story.lowerBound..<story.lowerBound }
    let start = min(story.lowerBound + positions[index], story.upperBound)
    let end = min(story.lowerBound + positions[index + 1], story.upperBound)
    return start..<max(start, end)
  }
}
