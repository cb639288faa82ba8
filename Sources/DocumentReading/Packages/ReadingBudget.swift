/// What a document has used of what it may; documents that are embedded in one another share it.
final class ReadingBudget {
  private let limits: ReadingLimits
  private var bytes = 0
  private var paragraphs = 0
  private var cells = 0
  private var definitions = 0
  private var chunks = 0

  /// Starts with nothing used.
  init(_ limits: ReadingLimits) {
    self.limits = limits
  }

  /// Uses some more, and says whether that is still allowed.
  func use(_ count: Int, of kind: ReadingLimits.Kind) -> Bool {
    switch kind {
    case .totalBytes: add(count, to: &bytes, limits.totalBytes)
    case .paragraphs: add(count, to: &paragraphs, limits.paragraphs)
    case .cells: add(count, to: &cells, limits.cells)
    case .definitions: add(count, to: &definitions, limits.definitions)
    case .chunks: add(count, to: &chunks, limits.chunks)
    default: true
    }
  }

  /// Every count is at most that of the bytes of a file: the sums stay far below what a number holds.
  private func add(_ count: Int, to sum: inout Int, _ limit: Int) -> Bool {
    sum += count
    return sum <= limit
  }
}
