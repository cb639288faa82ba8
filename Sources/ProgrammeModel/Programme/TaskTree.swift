/// A document split into its parts and its headings: what outlining hands to extracting.
///
/// The texts are complete; facts, tasks and signatures are still empty, extracting fills them in.
public struct TaskTree: Hashable, Sendable {
  /// The lines that are neither content nor title of a node, in order and as written.
  public var lines: [DocumentLine]

  /// What stands between title and outline.
  public var preamble: [Block]

  /// The nodes of the highest level.
  public var outline: [Node]

  /// The final paragraphs that speak for the whole document.
  public var closing: [Block]

  /// Appendices and attached documents.
  public var appendices: [Appendix]

  /// Footnotes and endnotes.
  public var notes: [Note]

  /// How many characters of automatic labels stand in cells of tables.
  ///
  /// A cell shows the number that Word prints in it; the source does not hold it, so the account of
  /// characters counts it on both sides.
  public var labelCharacters = 0

  /// Joins the parts of a document.
  public init(
    lines: [DocumentLine] = [], preamble: [Block] = [], outline: [Node] = [],
    closing: [Block] = [], appendices: [Appendix] = [], notes: [Note] = []
  ) {
    self.lines = lines
    self.preamble = preamble
    self.outline = outline
    self.closing = closing
    self.appendices = appendices
    self.notes = notes
  }
}

extension TaskTree {
  /// Whether an entry of it or of an appendix is an action that somebody is to carry out.
  public var hasTasks: Bool {
    outline.hasTasks || preamble.hasTasks
      || appendices.contains { $0.outline.hasTasks || $0.preamble.hasTasks }
  }
}

extension [Node] {
  fileprivate var hasTasks: Bool { contains { $0.content.hasTasks || $0.children.hasTasks } }
}

extension [Block] {
  fileprivate var hasTasks: Bool {
    contains { block in
      switch block {
      case .paragraph(let paragraph): paragraph.tasks.contains { $0.role == .task }
      case .table(let table): table.tasks.contains { $0.role == .task }
      }
    }
  }
}

/// A line outside the text proper, with the role it plays on the page.
public struct DocumentLine: Hashable, Sendable, Codable {
  /// The roles that lines play.
  public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
    /// The body above the issuer (cơ quan cấp trên).
    case superior
    /// The body that issues the document (cơ quan ban hành).
    case issuer
    /// `ĐẢNG CỘNG SẢN VIỆT NAM`, or quốc hiệu and tiêu ngữ.
    case motto
    /// Number and symbol (số, ký hiệu).
    case number
    /// Place and date (địa danh, ngày tháng năm).
    case placedate
    /// The type of document (tên loại).
    case type
    /// The subject (trích yếu).
    case title
    /// `Kính gửi` and the bodies addressed.
    case addressees
    /// `Nơi nhận` and the bodies that receive a copy.
    case recipients
    /// Authority, position, remark and name of the signatory.
    case signature
    /// A mark of security, urgency, circulation or draft.
    case mark
    /// A line that only divides, such as `*` or `-----`.
    case rule
    /// A page header.
    case header
    /// A page footer.
    case footer
    /// The number of a page.
    case page
  }

  /// The role.
  public var role: Role

  /// The text as written, white space at its ends removed.
  public var text: String

  /// Where it stands.
  public var location: Location

  /// Where its text stands.
  @Unwritten public var spans = SourceSpans()

  private enum CodingKeys: String, CodingKey { case role, text, location }

  /// Makes a line.
  public init(
    role: Role, text: String, location: Location, spans: SourceSpans = SourceSpans()
  ) {
    self.role = role
    self.text = text
    self.location = location
    self.spans = spans
  }
}

/// An appendix (phụ lục) or a document that is attached to another one.
public struct Appendix: Hashable, Sendable, Codable {
  /// The lines of its title as written.
  public var title: [String]

  /// Where the lines of its title stand, one for each.
  @Unwritten public var titleSpans: [SourceSpans] = []

  /// Its other lines that are neither content nor title of a node.
  public var lines: [DocumentLine]

  /// Who signed it, or `nil`.
  public var signature: Signature?

  /// What stands between title and outline.
  public var preamble: [Block]

  /// Its nodes of the highest level.
  public var outline: [Node]

  /// Its final paragraphs.
  public var closing: [Block]

  private enum CodingKeys: String, CodingKey {
    case title, lines, signature, preamble, outline, closing
  }

  /// Makes an appendix.
  public init(
    title: [String], lines: [DocumentLine] = [], signature: Signature? = nil,
    preamble: [Block] = [], outline: [Node] = [], closing: [Block] = []
  ) {
    self.title = title
    self.lines = lines
    self.signature = signature
    self.preamble = preamble
    self.outline = outline
    self.closing = closing
  }
}

/// A footnote or an endnote.
public struct Note: Hashable, Sendable, Codable {
  /// The name by which paragraphs refer to it.
  public var id: String

  /// Where it is printed.
  public var kind: SourceNote.Kind

  /// What it says.
  public var content: [Block]

  /// Makes a note.
  public init(id: String, kind: SourceNote.Kind, content: [Block]) {
    self.id = id
    self.kind = kind
    self.content = content
  }
}
