internal import ProgrammeModel

/// A Word document as a package of parts.
struct WordPackage: ~Copyable {
  /// The archive.
  let archive: ZIPArchive
  /// The parser that reads the parts.
  let parser: XMLPullReader.Parser
  /// The main part.
  let mainPart: String
  /// What the main part refers to.
  let relationships: Relationships
  /// The content types of all parts.
  let types: ContentTypes

  /// Opens the package and finds its main part.
  init(
    _ archive: consuming ZIPArchive, parser: XMLPullReader.Parser
  ) throws(ReadingError) {
    let types = try Self.types(archive, parser)
    let roots = try Self.relationships(of: "", archive, parser)
    let main = try Self.mainPart(archive, roots, types)
    relationships = try Self.relationships(of: main, archive, parser)
    self.parser = parser
    self.types = types
    mainPart = main
    self.archive = archive
  }

  /// Starts to read a part, or is `nil` where the package does not hold it.
  func open(_ part: String) throws(ReadingError) -> XMLPullReader? {
    try Self.open(part, archive, parser)
  }

  /// The relationships of a part.
  func relationships(of part: String) throws(ReadingError) -> Relationships {
    try Self.relationships(of: part, archive, parser)
  }

  private static func open(
    _ part: String, _ archive: borrowing ZIPArchive, _ parser: XMLPullReader.Parser
  ) throws(ReadingError) -> XMLPullReader? {
    guard let entry = try archive.open(part) else { return nil }
    return try XMLPullReader(entry, parser: parser)
  }

  private static func types(
    _ archive: borrowing ZIPArchive, _ parser: XMLPullReader.Parser
  ) throws(ReadingError) -> ContentTypes {
    guard var xml = try open("[Content_Types].xml", archive, parser) else { return .none }
    return try ContentTypes(reading: &xml)
  }

  private static func relationships(
    of part: String, _ archive: borrowing ZIPArchive, _ parser: XMLPullReader.Parser
  ) throws(ReadingError) -> Relationships {
    let name = PartName.relationships(of: part)
    guard var xml = try open(name, archive, parser) else { return .none }
    return try Relationships(reading: &xml, of: part)
  }

  /// The main part: by relationship, by content type, by its usual name.
  private static func mainPart(
    _ archive: borrowing ZIPArchive, _ roots: Relationships, _ types: ContentTypes
  ) throws(ReadingError) -> String {
    let usual = "word/document.xml"
    let candidates = [
      roots.part(ofType: "officeDocument"), types.part(ofTypeEndingIn: ".main+xml"), usual,
    ]
    guard let part = candidates.compactMap({ $0 }).first(where: { archive.has($0) }) else {
      if archive.has("mimetype"), archive.has("content.xml") {
        throw .otherFormat(file: archive.file, format: "OpenDocument")
      }
      let tried = candidates.compactMap { $0 }.reduce(into: [String]()) {
        if !$0.contains($1) { $0.append($1) }
      }
      throw .missingMainPart(file: archive.file, tried: tried.joined(separator: ", "))
    }
    if let type = types[part], type.hasSuffix("+xml"), !Self.isWord(type) {
      throw .notAWordDocument(file: archive.file, contentType: type)
    }
    return part
  }

  /// Whether a content type is that of a main part of Word: documents and templates, with macros or
  /// without.
  private static func isWord(_ type: String) -> Bool {
    let type = type.lowercased()
    return type.contains("wordprocessingml") || type.contains("ms-word")
  }
}
