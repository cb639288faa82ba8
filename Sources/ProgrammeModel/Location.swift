/// Where something stands in the source.
///
/// A paragraph of a Word document is named by its part and number, a line of a text file by its
/// number alone:
///
/// ```swift
/// Location(part: "word/document.xml", paragraph: 12)
/// Location(line: 17)
/// ```
///
/// A document has more places than anything else: they are kept small, with numbers of four bytes.
public struct Location: Hashable, Sendable {
  /// The part of the package, such as `word/document.xml`, or `nil` for a text file.
  public var part: String?

  private var paragraphNumber = Location.none
  private var lineNumber = Location.none

  /// Stands for no number.
  private static let none = Int32.min

  /// The paragraph's number, counting every `w:p` of the part from one, or `nil` for a text file.
  public var paragraph: Int? {
    get { Location.number(paragraphNumber) }
    set { paragraphNumber = Location.stored(newValue) }
  }

  /// The line's number, counting from one, or `nil` for a Word document.
  public var line: Int? {
    get { Location.number(lineNumber) }
    set { lineNumber = Location.stored(newValue) }
  }

  private static func number(_ stored: Int32) -> Int? { stored == none ? nil : Int(stored) }

  private static func stored(_ number: Int?) -> Int32 { number.map { Int32(clamping: $0) } ?? none }

  /// Names a paragraph of a part of a Word document, counting from one; files of RTF and HTML have no parts.
  public init(part: String?, paragraph: Int) {
    self.part = part
    self.paragraph = paragraph
  }

  /// Names a line of a text file, counting from one.
  public init(line: Int) {
    self.line = line
  }
}

extension Location: Codable {
  private enum Key: String, CodingKey { case part, paragraph, line }

  /// Reads a place.
  public init(from decoder: any Decoder) throws {
    let keyed = try decoder.container(keyedBy: Key.self)
    part = try keyed.decodeIfPresent(String.self, forKey: .part)
    paragraph = try keyed.decodeIfPresent(Int.self, forKey: .paragraph)
    line = try keyed.decodeIfPresent(Int.self, forKey: .line)
  }

  /// Writes what there is of part, paragraph and line.
  public func encode(to encoder: any Encoder) throws {
    var keyed = encoder.container(keyedBy: Key.self)
    try keyed.encodeIfPresent(part, forKey: .part)
    try keyed.encodeIfPresent(paragraph, forKey: .paragraph)
    try keyed.encodeIfPresent(line, forKey: .line)
  }
}
