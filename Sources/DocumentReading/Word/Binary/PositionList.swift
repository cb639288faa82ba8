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

  /// The stretches from each position to the next, in a story; none lies over one before it.
  func ranges(in story: Range<Int>) -> [Range<Int>] {
    var end = story.lowerBound
    return (0..<count).map { index in
      let start = min(max(story.lowerBound + positions[index], end), story.upperBound)
      end = max(start, min(story.lowerBound + positions[index + 1], story.upperBound))
      return start..<end
    }
  }
}
