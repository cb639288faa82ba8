/// Builds documents of Word 97-2003 in memory for tests ([MS-DOC]).
///
/// ```swift
/// var doc = DocBuilder()
/// doc.add(DocParagraph("Điều 1", sprm(0x2403, 1)))
/// let bytes = doc.bytes()
/// ```
///
/// What a property list or a table says is given as bytes, so that tests can say anything. Text lies in one
/// piece unless `pieceLengths` says otherwise.
public struct DocBuilder {
  /// A story of the document, in the order of the text.
  public enum Story: Int, CaseIterable, Sendable {
    case main, footnotes, headers, macros, comments, endnotes, textBoxes, headerTextBoxes
  }

  /// The paragraphs of each story.
  public var paragraphs: [Story: [DocParagraph]] = [:]
  /// The names of the fonts, each with its character set.
  public var fonts: [(name: String, charset: UInt8)] = [("Times New Roman", 0)]
  /// The styles, each as `DocStyle.bytes` or empty.
  public var styles: [DocStyle?] = [DocStyle(identifier: 0, name: "Normal")]
  /// The lists, each with its levels.
  public var lists: [DocList] = []
  /// The uses of lists.
  public var listUses: [DocListUse] = []
  /// Further structures of the table stream, by their numbers in the head.
  public var structures: [Int: [UInt8]] = [:]
  /// The bytes of the stream `Data`.
  public var data: [UInt8] = []
  /// How many characters the pieces have; what is left is the last.
  public var pieceLengths: [Int] = []
  /// The pieces whose characters have one byte.
  public var narrowPieces: Set<Int> = []
  /// The order in which pieces lie in the file, as after saving fast; that of the text where it is empty.
  public var pieceOrder: [Int] = []
  /// The modifiers of pieces.
  public var pieceModifiers: [Int: UInt16] = [:]
  /// The lists of properties that modifiers name.
  public var modifierLists: [[UInt8]] = []
  /// The flags of the head; the table stream is `1Table`.
  public var flags: UInt16 = 0x1200
  /// What tells the version.
  public var identifier: UInt16 = 0xA5EC
  /// The number of the version.
  public var version: UInt16 = 0xC1
  /// Changes the streams before they are put into a file.
  public var change: (_ main: inout [UInt8], _ table: inout [UInt8]) -> Void = { _, _ in }
  /// Changes the container.
  public var changeContainer: (inout CompoundFileWriter) -> Void = { _ in }

  static let firstText = 2048
  static let placeCount = 93

  /// Starts an empty document.
  public init() {}

  /// Starts a document with paragraphs.
  public init(_ paragraphs: DocParagraph...) {
    self.paragraphs[.main] = paragraphs
  }

  /// Adds a paragraph to a story.
  public mutating func add(_ paragraph: DocParagraph, to story: Story = .main) {
    paragraphs[story, default: []].append(paragraph)
  }

  /// The first character of every paragraph of a story, in the story.
  public func starts(in story: Story = .main) -> [Int] {
    var starts = [0]
    for paragraph in paragraphs[story] ?? [] {
      starts.append((starts.last ?? 0) + paragraph.length)
    }
    return starts
  }

  /// The streams as they are before `change`, for structures that point into them.
  public func unchangedStreams() -> (main: [UInt8], table: [UInt8]) { streams() }

  /// The file.
  public func bytes() -> [UInt8] {
    var (main, table) = streams()
    change(&main, &table)
    var file = CompoundFileWriter()
    file.add("WordDocument", main)
    file.add(flags & 0x200 != 0 ? "1Table" : "0Table", table)
    if !data.isEmpty { file.add("Data", data) }
    changeContainer(&file)
    return file.bytes()
  }
}

/// A paragraph for `DocBuilder`.
public struct DocParagraph: Sendable {
  /// The runs, each with its properties.
  public var runs: [(text: [UInt16], properties: [UInt8])]
  /// The character at its end.
  public var mark: UInt16 = 0x0D
  /// The properties of that character.
  public var markProperties: [UInt8] = []
  /// The style's number.
  public var style: UInt16 = 0
  /// The properties of the paragraph.
  public var properties: [UInt8]

  /// Makes a paragraph of one run.
  public init(_ text: String, _ properties: [UInt8] = [], style: UInt16 = 0, mark: UInt16 = 0x0D) {
    self.init([(text, [])], properties, style: style, mark: mark)
  }

  /// Makes a paragraph of runs.
  public init(
    _ runs: [(String, [UInt8])], _ properties: [UInt8] = [], style: UInt16 = 0, mark: UInt16 = 0x0D,
    markProperties: [UInt8] = []
  ) {
    self.runs = runs.map { (Array($0.0.utf16), $0.1) }
    self.properties = properties
    self.style = style
    self.mark = mark
    self.markProperties = markProperties
  }

  /// How many characters it has, with its mark.
  public var length: Int { runs.reduce(1) { $0 + $1.text.count } }
}

/// A style for `DocBuilder`.
public struct DocStyle: Sendable {
  /// What a style is for.
  public enum Kind: UInt16, Sendable {
    case paragraph = 1
    case character = 2
    case table = 3
  }

  /// Its built-in number: 1 to 9 for headings, FFE for one of the user's own.
  public var identifier: UInt16
  /// Its name.
  public var name: String
  /// What it is for.
  public var kind: Kind
  /// The style it is based on.
  public var base: UInt16
  /// What it says of paragraphs.
  public var paragraph: [UInt8]
  /// What it says of characters.
  public var characters: [UInt8]

  /// Makes a style.
  public init(
    identifier: UInt16 = 0xFFE, name: String, kind: Kind = .paragraph, base: UInt16 = 0xFFF,
    paragraph: [UInt8] = [], characters: [UInt8] = []
  ) {
    self.identifier = identifier
    self.name = name
    self.kind = kind
    self.base = base
    self.paragraph = paragraph
    self.characters = characters
  }

  /// The style as the sheet has it.
  func bytes(number: Int) -> [UInt8] {
    let lists =
      switch kind {
      case .paragraph: [UInt16(number).littleEndian16 + paragraph, characters]
      case .character: [characters]
      case .table: [[], UInt16(number).littleEndian16 + paragraph, characters]
      }
    var bytes = identifier.littleEndian16 + (kind.rawValue | base << 4).littleEndian16
    bytes += UInt16(lists.count).littleEndian16 + [0, 0, 0, 0]
    bytes += UInt16(name.utf16.count).littleEndian16
    bytes += name.utf16.flatMap(\.littleEndian16) + [0, 0]
    for list in lists { bytes += UInt16(list.count).littleEndian16 + list.padded(to: 2) }
    return bytes
  }
}

/// A property modifier whose operand is a number.
public func sprm(_ code: Int, _ value: Int) -> [UInt8] {
  let sizes = [1, 1, 2, 4, 2, 2, 0, 3]
  let size = sizes[code >> 13]
  return UInt16(code).littleEndian16
    + (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}

/// A property modifier whose operand says its own length.
public func sprm(_ code: Int, _ operand: [UInt8]) -> [UInt8] {
  let length =
    code == 0xD608
    ? UInt16(operand.count + 1).littleEndian16 : [UInt8(operand.count)]
  return UInt16(code).littleEndian16 + length + operand
}
