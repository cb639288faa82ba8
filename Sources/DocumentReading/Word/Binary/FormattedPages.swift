/// Where the properties of characters or of paragraphs stand, by their offset in the stream
/// ([MS-DOC] 2.8.5, 2.8.6, 2.9.33, 2.9.174).
///
/// The stream has pages of 512 bytes for it; each says for some stretches of text which properties hold.
struct FormattedPages {
  /// A stretch of text in the stream and its properties.
  struct Run {
    /// The first byte of the text.
    var start: Int
    /// The byte behind its last.
    var end: Int
    /// Where its properties stand in the stream, or 0 where there are none.
    var offset: Int
    /// How many bytes they have.
    var count: Int
  }

  /// The stretches, in order, none over another.
  private(set) var runs: [Run] = []

  private static let pageSize = 512

  /// Reads the pages of characters' properties (`isParagraphs` false) or of paragraphs'.
  init(_ table: ByteView, in main: ByteView, isParagraphs: Bool) {
    let count = max(0, (table.count - 4) / 8)
    var met: Set<Int> = []
    for index in 0..<count {
      guard let number = table.uint32(at: 4 * (count + 1) + 4 * index) else { continue }
      let offset = (number & 0x3F_FFFF) * Self.pageSize
      // A page that comes twice says nothing new.
      guard let page = main.view(at: offset, count: Self.pageSize), met.insert(offset).inserted
      else { continue }
      read(page, at: offset, isParagraphs: isParagraphs)
    }
    sort()
  }

  private mutating func read(_ page: ByteView, at offset: Int, isParagraphs: Bool) {
    let entry = isParagraphs ? 13 : 1
    // No more than have room: the positions, the entries and the last byte.
    let room = (Self.pageSize - 1 - 4) / (4 + entry)
    let count = min(page.uint8(at: Self.pageSize - 1) ?? 0, room)
    for index in 0..<count {
      guard let start = page.uint32(at: 4 * index), let end = page.uint32(at: 4 * index + 4),
        let half = page.uint8(at: 4 * (count + 1) + entry * index)
      else { continue }
      guard start < end else { continue }
      let list = half == 0 ? (0, 0) : Self.list(at: half * 2, of: page, isParagraphs)
      runs.append(
        Run(start: start, end: end, offset: list.0 == 0 ? 0 : offset + list.0, count: list.1))
    }
  }

  /// Where a list of properties starts in a page, and how long it is.
  private static func list(
    at offset: Int, of page: ByteView, _ isParagraphs: Bool
  ) -> (Int, Int) {
    guard let size = page.uint8(at: offset) else { return (0, 0) }
    let start: Int
    let count: Int
    if !isParagraphs {
      (start, count) = (offset + 1, size)
    } else if size != 0 {
      (start, count) = (offset + 1, 2 * size - 1)
    } else {
      (start, count) = (offset + 2, 2 * (page.uint8(at: offset + 1) ?? 0))
    }
    return (start, max(0, min(count, pageSize - 1 - start)))
  }

  private mutating func sort() {
    if !runs.indices.dropFirst().allSatisfy({ runs[$0 - 1].start <= runs[$0].start }) {
      runs.sort { $0.start < $1.start }
    }
    for index in runs.indices.dropLast() {
      runs[index].end = min(runs[index].end, runs[index + 1].start)
    }
  }

  /// The index of the first stretch that ends behind a position.
  func firstRun(endingAfter position: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].end > position { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
