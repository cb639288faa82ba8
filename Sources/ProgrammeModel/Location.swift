/// Where something stands in the source.
///
/// A paragraph of a Word document is named by its part and number, a line of a text file by its
/// number alone:
///
/// ```swift
/// Location(part: "word/document.xml", paragraph: 12)
/// Location(line: 17)
/// ```
public struct Location: Hashable, Sendable, Codable {
  /// The part of the package, such as `word/document.xml`, or `nil` for a text file.
  public var part: String?

  /// The paragraph's number, counting every `w:p` of the part from one, or `nil` for a text file.
  public var paragraph: Int?

  /// The line's number, counting from one, or `nil` for a Word document.
  public var line: Int?

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
