/// The tables that the rows of one document go to.
enum ArchiveTable: UInt8, CaseIterable {
  case documents, nodes, passages, tasks, actors, targets, facts, citations, diagnostics
  /// The index by the search key, which holds no text of its own.
  case passagesKey

  /// The name in the database, with the columns where not all are given.
  var name: String {
    switch self {
    case .documents: "documents"
    case .nodes: "nodes"
    case .passages: "passages"
    case .tasks: "tasks"
    case .actors: "actors"
    case .targets: "targets"
    case .facts: "facts"
    case .citations: "citations"
    case .diagnostics: "diagnostics"
    case .passagesKey: "passages_key(rowid, title, text)"
    }
  }

  /// Whether its rows have numbers of their own.
  var hasID: Bool {
    switch self {
    case .documents, .nodes, .passages, .tasks, .citations, .diagnostics: true
    case .actors, .targets, .facts, .passagesKey: false
    }
  }
}

/// A cell of a row.
enum ArchiveValue {
  case null
  case integer(Int)
  case real(Double)
  case text(String)
  /// The number of a row of the same document, counted from 1; the archive gives it its number.
  case row(ArchiveTable, Int)
  /// The root of the document, which the archive knows.
  case root
  /// What the document was read by, which the archive knows.
  case reading

  /// A text, or nothing.
  static func optional(_ text: String?) -> ArchiveValue { text.map { .text($0) } ?? .null }

  /// A number, or nothing.
  static func optional(_ number: Int?) -> ArchiveValue { number.map { .integer($0) } ?? .null }

  /// A row, or nothing.
  static func optional(_ table: ArchiveTable, _ row: Int?) -> ArchiveValue {
    row.map { .row(table, $0) } ?? .null
  }
}

/// Rows as bytes: what threads and worker processes hand to the one that writes.
///
/// A row is the number of its table, how many cells it has, and each cell behind a byte that says what it is;
/// numbers are eight bytes, the lowest first, texts have their length in front.
struct ArchiveRowBytes {
  /// The bytes.
  private(set) var bytes: [UInt8] = []

  /// Appends a row.
  mutating func append(_ table: ArchiveTable, _ cells: [ArchiveValue]) {
    bytes.append(table.rawValue)
    bytes.append(UInt8(cells.count))
    for cell in cells {
      switch cell {
      case .null: bytes.append(0)
      case .integer(let number): append(1, UInt64(bitPattern: Int64(number)))
      case .real(let number): append(2, number.bitPattern)
      case .text(let text):
        append(3, UInt64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
      case .row(let table, let number): append(16 + table.rawValue, UInt64(number))
      case .root: bytes.append(4)
      case .reading: bytes.append(5)
      }
    }
  }

  private mutating func append(_ tag: UInt8, _ number: UInt64) {
    bytes.append(tag)
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// Calls `body` with every row, and returns whether the bytes were rows to their end.
  static func read<Failure>(
    _ bytes: [UInt8], _ body: (ArchiveTable, [ArchiveValue]) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    var rest = bytes[...]
    while let head = rest.popFirst() {
      guard let table = ArchiveTable(rawValue: head), let count = rest.popFirst() else {
        return false
      }
      var cells: [ArchiveValue] = []
      cells.reserveCapacity(Int(count))
      for _ in 0..<count {
        guard let cell = cell(&rest) else { return false }
        cells.append(cell)
      }
      try body(table, cells)
    }
    return true
  }

  private static func cell(_ rest: inout ArraySlice<UInt8>) -> ArchiveValue? {
    guard let tag = rest.popFirst() else { return nil }
    switch tag {
    case 0: return .null
    case 4: return .root
    case 5: return .reading
    default: break
    }
    guard rest.count >= 8 else { return nil }
    let number = rest.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    rest.removeFirst(8)
    switch tag {
    case 1: return .integer(Int(Int64(bitPattern: number)))
    case 2: return .real(Double(bitPattern: number))
    case 3:
      guard let count = Int(exactly: number), count <= rest.count else { return nil }
      defer { rest.removeFirst(count) }
      return .text(String(decoding: rest.prefix(count), as: UTF8.self))
    default:
      guard tag >= 16, let table = ArchiveTable(rawValue: tag - 16),
        let row = Int(exactly: number)
      else { return nil }
      return .row(table, row)
    }
  }
}
