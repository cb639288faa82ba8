internal import ProgrammeModel

/// What is known of a document while its parts are read.
struct WordState {
  /// The fonts met.
  var fonts = FontTable()
  /// The styles.
  var styles = Styles.none
  /// The lists.
  var numbering = Numbering.none
  /// What was noticed.
  var diagnostics: [Diagnostic] = []
  /// How many visible characters were met.
  var metCharacters = 0
  /// What was met and not read.
  var unread: [UnreadContent] = []
  /// The footnotes and endnotes referred to.
  var notes = NoteReferences()
  /// The headers and footers referred to, in the order of sections.
  var furniture: [FurnitureReference] = []
  /// Whether any section has a first page of its own.
  var hasTitlePage = false
  /// The paragraphs of the part that print nothing but the number of the page.
  var pageNumberParagraphs: Set<Int> = []
  /// What stands in the place of blocks of the body.
  var chunks: [ChunkReference] = []
  /// Whether a tracked change was met.
  var hasTrackedChanges = false
  /// What is said once, however often it is met.
  private var said: Set<String> = []

  /// Counts characters that were met and are not read.
  mutating func skip(_ count: Int, part: String, element: String) {
    guard count > 0 else { return }
    metCharacters += count
    if let index = unread.firstIndex(where: { $0.element == element && $0.part == part }) {
      unread[index].count += count
    } else {
      unread.append(UnreadContent(part: part, element: element, count: count))
    }
  }

  /// How many characters of an element were not read.
  func unreadCount(of element: String) -> Int {
    unread.reduce(0) { $0 + ($1.element == element ? $1.count : 0) }
  }

  /// Notices something about a thing, the first time it is met.
  mutating func say(
    _ kind: Diagnostic.Kind, _ first: String, _ second: String = "", at location: Location? = nil
  ) {
    guard said.insert("\(kind.code) \(first) \(second)").inserted else { return }
    diagnostics.append(Diagnostic(kind, first, second, at: location))
  }
}

/// A section's reference to a header or footer.
struct FurnitureReference: Hashable {
  /// Whether it is a header.
  var isHeader: Bool
  /// On which pages: `default`, `first` or `even`.
  var pages: String
  /// The relationship of its part.
  var id: String
}

/// A part in another format that stands in the place of blocks (`w:altChunk`).
struct ChunkReference {
  /// The relationship of its part.
  var id: String
  /// The block of the body before which it stands.
  var place: Int
}

/// The notes referred to, numbered in the order of their references.
struct NoteReferences {
  private var footnotes: [Int: Int] = [:]
  private var endnotes: [Int: Int] = [:]

  /// Whether there is no reference of a kind.
  func isEmpty(_ kind: SourceNote.Kind) -> Bool {
    kind == .footnote ? footnotes.isEmpty : endnotes.isEmpty
  }

  /// The number of the note with an id in its part, or `nil` where nothing refers to it.
  func number(of id: Int, _ kind: SourceNote.Kind) -> Int? {
    kind == .footnote ? footnotes[id] : endnotes[id]
  }

  /// Refers to a note and gives its name in the document.
  mutating func refer(to id: Int, _ kind: SourceNote.Kind) -> String {
    switch kind {
    case .footnote:
      let number = footnotes[id] ?? footnotes.count + 1
      footnotes[id] = number
      return Self.name(number, kind)
    case .endnote:
      let number = endnotes[id] ?? endnotes.count + 1
      endnotes[id] = number
      return Self.name(number, kind)
    }
  }

  /// The name of a note: `1`, `2` … for footnotes, `e1`, `e2` … for endnotes.
  static func name(_ number: Int, _ kind: SourceNote.Kind) -> String {
    kind == .footnote ? String(number) : "e\(number)"
  }
}
