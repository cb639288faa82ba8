/// What is looked for in an archive: words, and what documents and entries have to be.
public struct ArchiveSearch: Hashable, Sendable {
  /// The words and phrases, all of which stand in every hit.
  public var terms: [SearchTerm]

  /// Words of the name of the body that issued the document.
  public var issuer: String?
  /// The type of document, by words of it or its code.
  public var type: String?
  /// The year that the document is of, or that its period touches.
  public var year: Int?
  /// The role of an entry.
  public var role: String?
  /// Words of the name of a body that is to act.
  public var lead: String?
  /// The day before which an entry is due, `YYYY-MM-DD`.
  public var dueBefore: String?
  /// The day after which an entry is due, `YYYY-MM-DD`.
  public var dueAfter: String?
  /// Number and symbol of a document that is cited.
  public var cites: String?

  /// How many hits are wanted at most.
  public var limit = 20

  /// Looks for what was typed.
  public init(words: [String]) { terms = SearchTerm.terms(of: words) }

  /// Whether anything is asked for at all.
  public var isEmpty: Bool { terms.isEmpty && cites == nil && !filtersDocuments && !filtersTasks }

  /// Whether documents have to be something.
  var filtersDocuments: Bool { issuer != nil || type != nil || year != nil }

  /// Whether entries have to be something.
  var filtersTasks: Bool { role != nil || lead != nil || dueBefore != nil || dueAfter != nil }
}

/// A passage that was found: a title, a paragraph, a row of a table.
public struct ArchiveHit: Hashable, Sendable {
  /// The path that the archive was made of.
  public var root: String
  /// The path of the document from there.
  public var path: String
  /// The digest of the document.
  public var sha256: String
  /// What the document is.
  public var document: Document
  /// The id of the node, as in the other outputs, or `nil` beside the outline.
  public var node: String?
  /// The titles above the passage, from the top, and the markers of the nodes on the way.
  public var titles: [String]
  /// See `titles`.
  public var markers: [String]
  /// What the passage is: `heading`, `paragraph`, `row`, or the role of a line of the letterhead.
  public var kind: String
  /// The title of a heading or run-in.
  public var title: String?
  /// The text.
  public var text: String?
  /// Where words that were searched for stand in the title, in Unicode code points.
  public var titleMarks: [Range<Int>]
  /// Where words that were searched for stand in the text, in Unicode code points.
  public var textMarks: [Range<Int>]
  /// Where it stands in the file.
  public var place: Place
  /// Whether the words stand there as they were typed, marks and all.
  public var isExact: Bool
  /// How well it fits: the higher the better.
  public var score: Double
  /// The entries of the passage in which the words stand.
  public var entries: [Entry]
  /// The document that it cites, where citations were searched for.
  public var citation: Citation?

  /// What a document is.
  public struct Document: Hashable, Sendable {
    /// The type as it calls itself.
    public var type: String?
    /// Number and symbol.
    public var code: String?
    /// The body that issued it.
    public var issuer: String?
    /// The date in EDTF, or in the words of the document.
    public var date: String?
    /// What it is about.
    public var subject: String?
    /// The year of its date, or of its period.
    public var year: Int?
  }

  /// A place in a file.
  public struct Place: Hashable, Sendable {
    /// The part of the file.
    public var part: String?
    /// The paragraph in it.
    public var paragraph: Int?
    /// The line of a text.
    public var line: Int?
  }

  /// An entry of a hit.
  public struct Entry: Hashable, Sendable {
    /// The id, as in the other outputs.
    public var task: String
    /// What it is: task, target, result or statement.
    public var role: String
    /// The sentence, or the cell of the row.
    public var text: String
    /// The bodies that are to act.
    public var lead: [String]
    /// The bodies that cooperate.
    public var cooperating: [String]
    /// When it is due, in the words of the text.
    public var deadline: String?
    /// When it is due, in EDTF.
    public var deadlineEDTF: String?
    /// The last day of that.
    public var dueLast: String?
  }

  /// A citation.
  public struct Citation: Hashable, Sendable {
    /// Number and symbol as cited.
    public var code: String
    /// The root of the cited document, or `nil` where it is not in the archive.
    public var root: String?
    /// Its path from there.
    public var path: String?
  }
}
