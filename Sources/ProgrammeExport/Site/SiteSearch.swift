internal import VietnameseText

/// What the search of a site reads: the entries in pieces, and the words that lead to them.
///
/// Entries are numbered through all documents. The first of a document is its title; the others are what is to be
/// done. An entry is found where all words of a search stand in it.
struct SiteSearch {
  private var words = SiteWords()
  private var count = 0
  /// The number of the first entry of every piece.
  private var firsts: [Int] = []
  private var documents: [ScriptValue] = []
  private var entries: [ScriptValue] = []
  private var size = 0

  /// How many bytes a piece of entries has before another one begins, and how many letters of a text it has at most.
  private static let (pieceSize, mostLetters) = (20_000, 500)

  /// Adds a document; pieces that are full then are added to `pieces`.
  mutating func add(_ record: SiteRecord, page: String, to pieces: inout [SitePiece]) {
    addDocument(record, page)
    words.add([record.title, record.number, record.issuer].joined(separator: "\n"), to: count)
    addEntry([.number(documents.count - 1), .text("")])
    for entry in record.entries {
      if size > Self.pieceSize {
        close(&pieces)
        addDocument(record, page)
      }
      words.add(entry.text + "\n" + entry.lead, to: count)
      let text = Self.cut(entry.text)
      let lead = Self.cut(entry.lead)
      let deadline = Self.cut(entry.deadline)
      size += text.utf8.count + lead.utf8.count + deadline.utf8.count
      addEntry([
        .number(documents.count - 1), .text(entry.anchor), .text(text), .text(lead),
        .text(deadline),
      ])
    }
    if size > Self.pieceSize { close(&pieces) }
  }

  private mutating func addDocument(_ record: SiteRecord, _ page: String) {
    let about = [record.number, record.issuer].filter { !$0.isEmpty }.joined(separator: " · ")
    let title = Self.cut(record.title)
    documents.append(.list([.text(page), .text(title), .text(Self.cut(about))]))
    size += page.utf8.count + title.utf8.count + about.utf8.count
  }

  private mutating func addEntry(_ values: [ScriptValue]) {
    if entries.isEmpty { firsts.append(count) }
    entries.append(.list(values))
    size += 24
    count += 1
  }

  private mutating func close(_ pieces: inout [SitePiece]) {
    guard !entries.isEmpty else { return }
    pieces.append(
      SitePiece("entries-\(firsts.count - 1)", .list([.list(documents), .list(entries)])))
    documents = []
    entries = []
    size = 0
  }

  /// A text as long as a piece takes it.
  static func cut(_ text: String, after most: Int = mostLetters) -> String {
    guard text.utf8.count > most, text.unicodeScalars.count > most else { return text }
    return String(text.unicodeScalars.prefix(most)) + "…"
  }

  /// Ends the search: the last pieces, and the one that says what is in which.
  mutating func finish(_ pieces: inout [SitePiece]) {
    close(&pieces)
    let found = words.pieces()
    let guide: [ScriptValue] = [
      .list(found.map { .text($0.first) }), .list(found.map { .number($0.piece.bytes.count) }),
      .list(firsts.map { .number($0) }), .number(count),
    ]
    pieces += found.map(\.piece)
    pieces.append(SitePiece("search", .list(guide)))
  }
}
