/// A node of the task tree: a heading, an item, or a run-in heading with its text.
///
/// ```text
/// II. CÔNG TÁC XÂY DỰNG ĐẢNG              heading: title, no text of its own
/// 1. Thực hiện nghiêm túc …               item: no title, the sentence is its content
/// 2. Công tác dân vận: Tiếp tục …         runin: title without the colon, the rest is its content
/// ```
public struct Node: Hashable, Sendable, Codable {
  /// What a node is.
  public enum Kind: String, Hashable, Sendable, Codable {
    /// It names a topic.
    case heading
    /// It is a sentence or a paragraph of content.
    case item
    /// It names a topic and goes on in the same paragraph.
    case runin
  }

  /// The path of places among siblings, such as `2.4.1`; in appendix n it begins with `A<n>.`.
  public var id: String

  /// What it is.
  public var kind: Kind

  /// The mark that opens it, or `nil` for a heading without one.
  public var marker: Marker?

  /// The topic, or `nil` for an item and for a marker that stands alone.
  public var title: String?

  /// The facts of the title, ranges in the title.
  public var facts: [Fact]

  /// The text before the first child, in the order of the source.
  public var content: [Block]

  /// The nodes below.
  public var children: [Node]

  /// Where its marker stands.
  public var location: Location

  /// Where its marker stands in the paragraph; where none is typed, the place in front of its text.
  @Unwritten public var markerSpans = SourceSpans()

  /// Where its title stands.
  @Unwritten public var titleSpans = SourceSpans()

  private enum CodingKeys: String, CodingKey {
    case id, kind, marker, title, facts, content, children, location
  }

  /// Makes a node.
  public init(
    id: String = "", kind: Kind, marker: Marker?, title: String?, facts: [Fact] = [],
    content: [Block] = [], children: [Node] = [], location: Location,
    markerSpans: SourceSpans = SourceSpans(), titleSpans: SourceSpans = SourceSpans()
  ) {
    self.id = id
    self.kind = kind
    self.marker = marker
    self.title = title
    self.facts = facts
    self.content = content
    self.children = children
    self.location = location
    self.markerSpans = markerSpans
    self.titleSpans = titleSpans
  }
}

/// The mark that opens a node, such as `I.`, `1.`, `a)` or `-`.
public struct Marker: Hashable, Sendable, Codable {
  /// The families of markers.
  public enum Style: String, Hashable, Sendable, Codable, CaseIterable {
    /// `I.`, `II-`
    case roman
    /// `A.`, `B)`
    case alpha
    /// `1.`, `2/`
    case decimal
    /// `1.1.`, `I.1`, `A.1.2`
    case compound
    /// `a)`, `đ.`, `a.1)`
    case letter
    /// `(1)`, `(a)`, `(i)`
    case parenthesis
    /// `-`, `–`
    case dash
    /// `+`
    case plus
    /// `*`
    case star
    /// `•`, `o`
    case dot
    /// `Điều 1.`
    case article
    /// `Phần thứ nhất`
    case part
    /// `Chương I`
    case chapter
    /// `Mục 1`
    case section
    /// `Tiểu mục 1`
    case subsection
    /// `Phụ lục I` inside an outline
    case appendix
    /// `Bước 1:`, `Nhiệm vụ 2:`
    case other
  }

  /// Whether a marker stands in the text or is printed by Word.
  public enum Origin: String, Hashable, Sendable, Codable {
    /// Its characters stand in the text.
    case typed
    /// Word prints it.
    case automatic
  }

  /// What a reader of the printed page sees.
  public var text: String

  /// Its family.
  public var style: Style

  /// Its number; for a dash and its like, its place among its siblings.
  public var ordinal: Int

  /// Where it comes from.
  public var origin: Origin

  /// Makes a marker.
  public init(text: String, style: Style, ordinal: Int, origin: Origin) {
    self.text = text
    self.style = style
    self.ordinal = ordinal
    self.origin = origin
  }
}
