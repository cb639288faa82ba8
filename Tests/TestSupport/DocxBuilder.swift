/// Builds Word documents in memory for tests.
///
/// ```swift
/// var docx = DocxBuilder(body: "<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p>")
/// docx.addPart("word/footnotes.xml", type: "footnotes", "<w:footnotes>…</w:footnotes>")
/// let bytes = docx.bytes()
/// ```
///
/// Parts may leave out the declarations of the prefixes w, w14, r, mc, wp, wp14, wps, a, v and m.
public struct DocxBuilder {
  /// The parts of the package besides relationships and content types.
  public var parts: [(name: String, bytes: [UInt8])] = []
  /// The relationships of the main part: id, type, target.
  public var relationships: [(id: String, type: String, target: String)] = []
  /// The name of the main part.
  public var mainPart = "word/document.xml"
  /// The content type of the main part.
  public var mainType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
  /// Whether the namespaces are those of strict documents.
  public var isStrict = false
  /// The XML of the main part.
  public var document: String
  /// Content types by file extension besides XML.
  public var defaultTypes: [String: String] = [:]

  /// Starts a document with what stands in its `w:body`.
  public init(body: String) {
    document = "<w:document><w:body>\(body)</w:body></w:document>"
  }

  /// Adds a part that the main part refers to; `type` is the last word of the relationship's type.
  public mutating func addPart(_ name: String, type: String, id: String? = nil, _ xml: String) {
    parts.append((name, Array(Self.declared(xml, isStrict: isStrict).utf8)))
    relate(name, type: type, id: id)
  }

  /// Refers to a part from the main part.
  public mutating func relate(_ name: String, type: String, id: String? = nil) {
    relationships.append((id ?? "rel\(relationships.count + 1)", type, "/" + name))
  }

  /// The package.
  public func bytes() -> [UInt8] { archive().bytes() }

  /// The package's archive, to be changed before it is written.
  public func archive() -> ArchiveWriter {
    var archive = ArchiveWriter()
    archive.add("[Content_Types].xml", Array(contentTypes.utf8))
    let root = [(id: "rId1", type: "officeDocument", target: "/" + mainPart)]
    archive.add("_rels/.rels", Array(relationshipPart(root).utf8))
    archive.add(mainPart, Array(Self.declared(document, isStrict: isStrict).utf8))
    let folder = mainPart.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let file = mainPart.split(separator: "/").last ?? ""
    if !relationships.isEmpty {
      archive.add(
        "\(folder)_rels/\(file).rels", Array(relationshipPart(relationships).utf8))
    }
    for part in parts { archive.add(part.name, part.bytes) }
    return archive
  }

  private var contentTypes: String {
    let defaults = defaultTypes.sorted { $0.key < $1.key }.map {
      "<Default Extension=\"\($0.key)\" ContentType=\"\($0.value)\"/>"
    }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="xml" ContentType="application/xml"/>\(defaults)\
      <Override PartName="/\(mainPart)" ContentType="\(mainType)"/></Types>
      """
  }

  private func relationshipPart(_ list: [(id: String, type: String, target: String)]) -> String {
    let base =
      isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships/"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    let items = list.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(base)\($0.type)\" Target=\"\($0.target)\"/>"
    }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      \(items)</Relationships>
      """
  }

  /// The XML with the prefixes that its root element uses declared.
  public static func declared(_ xml: String, isStrict: Bool = false) -> String {
    guard xml.hasPrefix("<w:"), let end = xml.firstIndex(where: { $0 == ">" || $0 == " " }) else {
      return xml
    }
    let word =
      isStrict
      ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
      : "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    let declarations = """
       xmlns:w="\(word)"\
       xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"\
       xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"\
       xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"\
       xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"\
       xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"\
       xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"\
       xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"\
       xmlns:v="urn:schemas-microsoft-com:vml"\
       xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
      """
    var declared = xml
    declared.insert(contentsOf: declarations, at: end)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + declared
  }
}
