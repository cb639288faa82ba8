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
  /// The footnotes referred to, by their ids in the part, in the order of references.
  var footnotes: [Int] = []
  /// The endnotes referred to.
  var endnotes: [Int] = []
  /// The headers and footers referred to, in the order of sections.
  var furniture: [FurnitureReference] = []
  /// Elements that are not known and hold text, each said once.
  var unknownElements: Set<String> = []

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
}

/// A section's reference to a header or footer.
struct FurnitureReference: Hashable {
  /// Whether it is a header.
  var isHeader: Bool
  /// On which pages: `default`, `first` or `even`.
  var pages: String
  /// The relationship of its part.
  var id: String
  /// Whether the section has a first page of its own.
  var hasTitlePage: Bool
}
