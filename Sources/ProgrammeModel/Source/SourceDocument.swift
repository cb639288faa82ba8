/// A document as its file holds it: what reading hands to normalising.
///
/// Blocks stand in reading order. Word's wrappers, relationships and styles are resolved; the letters
/// are still those of the file, so a run in a TCVN3 font holds `quyÕt ®Þnh`.
public struct SourceDocument: Hashable, Sendable {
  /// The file format that was read.
  public enum Format: String, Hashable, Sendable, Codable {
    /// Office Open XML, ECMA-376 or strict ISO/IEC 29500, also .docm and .dotx.
    case docx
    /// Rich Text Format.
    case rtf
    /// HTML, also in a package of MIME (MHTML).
    case html
    /// Word 97-2003, also templates.
    case doc
    /// Plain text.
    case txt
  }

  /// The file's name without its folder.
  public var name: String

  /// The file format.
  public var format: Format

  /// Whether every paragraph ends where its author ended it, as in a word processor; in plain text a line may
  /// end because it was full.
  public var hasCertainParagraphEnds: Bool

  /// How the bytes of a text file were read, or `nil` for a Word document.
  public var encoding: TextEncoding?

  /// The body in reading order.
  public var blocks: [SourceBlock]

  /// Footnotes and endnotes in the order of their references.
  public var notes: [SourceNote]

  /// Headers, footers and page numbers, each once.
  public var furniture: [PageFurniture]

  /// The font names that `TextRun.font` points into.
  public var fonts: [String]

  /// How many characters the reader met, in scalars that are not white space, as written in the file:
  /// those in blocks, notes and furniture and those in `unread`.
  public var characterCount: Int

  /// What was met and not read into blocks, notes or furniture.
  public var unread: [UnreadContent]

  /// How many paragraphs the file holds: `w:p` elements of the main part, or lines that are not blank.
  public var paragraphCount: Int

  /// How many pictures it shows.
  public var pictureCount = 0

  /// Makes a document; everything but its name and format starts empty.
  ///
  /// Paragraph ends are certain but in plain text.
  public init(
    name: String, format: Format, encoding: TextEncoding? = nil, blocks: [SourceBlock] = [],
    notes: [SourceNote] = [], furniture: [PageFurniture] = [], fonts: [String] = [],
    characterCount: Int = 0, unread: [UnreadContent] = [], paragraphCount: Int = 0
  ) {
    self.name = name
    self.format = format
    hasCertainParagraphEnds = format != .txt
    self.encoding = encoding
    self.blocks = blocks
    self.notes = notes
    self.furniture = furniture
    self.fonts = fonts
    self.characterCount = characterCount
    self.unread = unread
    self.paragraphCount = paragraphCount
  }
}

/// How the bytes of a text file were turned into text.
public enum TextEncoding: Hashable, Sendable {
  /// UTF-8, with or without a byte order mark.
  case utf8
  /// UTF-16, little endian.
  case utf16LittleEndian
  /// UTF-16, big endian.
  case utf16BigEndian
  /// Not yet decided: every byte of the file stands as the scalar of the same number, U+0000 to U+00FF,
  /// and normalising decides the encoding from the content.
  case bytes
  /// A legacy encoding, by its name in lower case, such as `tcvn3`; set by normalising.
  case legacy(String)

  /// The name printed in the output, such as `utf-8` or `tcvn3`.
  public var name: String {
    switch self {
    case .utf8: "utf-8"
    case .utf16LittleEndian: "utf-16le"
    case .utf16BigEndian: "utf-16be"
    case .bytes: "unknown-8bit"
    case .legacy(let name): name
    }
  }
}

/// A paragraph or a table of the source.
public enum SourceBlock: Hashable, Sendable {
  /// A paragraph, or a line of a text file.
  case paragraph(SourceParagraph)
  /// A table.
  case table(SourceTable)
}

/// A footnote (chú thích cuối trang) or endnote.
public struct SourceNote: Hashable, Sendable {
  /// Where a note is printed.
  public enum Kind: String, Hashable, Sendable, Codable {
    /// At the foot of the page.
    case footnote
    /// At the end of the document.
    case endnote
  }

  /// The name by which paragraphs refer to it, unique in the document: `1`, `2` … for footnotes in the
  /// order of their references, `e1`, `e2` … for endnotes.
  public var id: String

  /// Where it is printed.
  public var kind: Kind

  /// What it says.
  public var blocks: [SourceBlock]

  /// Makes a note.
  public init(id: String, kind: Kind, blocks: [SourceBlock]) {
    self.id = id
    self.kind = kind
    self.blocks = blocks
  }
}

/// A paragraph that the page repeats, apart from the text: a header, a footer or a page number.
public struct PageFurniture: Hashable, Sendable {
  /// What the page repeats.
  public enum Kind: String, Hashable, Sendable {
    /// The head of the page.
    case header
    /// The foot of the page.
    case footer
    /// A paragraph of header or footer that holds nothing but the number of the page.
    case page
  }

  /// What it is.
  public var kind: Kind

  /// Its text.
  public var paragraph: SourceParagraph

  /// Makes a piece of furniture.
  public init(kind: Kind, paragraph: SourceParagraph) {
    self.kind = kind
    self.paragraph = paragraph
  }
}

/// Characters of the source that stand nowhere in the output, by part and element.
public struct UnreadContent: Hashable, Sendable, Codable {
  /// The part of the package, such as `word/comments.xml`.
  public var part: String

  /// The element that holds them, such as `w:comment` or `w:vanish` for hidden text.
  public var element: String

  /// How many, in scalars that are not white space.
  public var count: Int

  /// Names what was not read.
  public init(part: String, element: String, count: Int) {
    self.part = part
    self.element = element
    self.count = count
  }
}
