/// What a part refers to: other parts by id and type (ISO/IEC 29500-2, 6.5).
///
/// ```swift
/// relationships.part(ofType: "styles")   // "word/styles2.xml", whatever the producer called it
/// relationships["rId7"]?.part            // "word/header1.xml"
/// ```
struct Relationships {
  /// One reference.
  struct Relationship {
    /// The last word of the type's URI, the same in transitional and strict documents: `styles`.
    var type: String
    /// The name of the part, or the URI of something outside the package.
    var part: String
    /// Whether the target lies outside the package; it is never fetched.
    var isExternal: Bool
  }

  /// The references by id.
  private(set) var byID: [String: Relationship] = [:]
  /// The ids in the order of the part.
  private(set) var ids: [String] = []

  /// No relationships at all.
  static let none = Relationships()

  /// The reference with an id.
  subscript(id: String) -> Relationship? { byID[id] }

  /// The first part of a type inside the package, or `nil`.
  func part(ofType type: String) -> String? {
    for id in ids {
      if let relationship = byID[id], relationship.type == type, !relationship.isExternal {
        return relationship.part
      }
    }
    return nil
  }

  /// Reads the relationships of the part `source`.
  init(reading xml: inout XMLPullReader, of source: String) throws(ReadingError) {
    let folder = PartName.folder(of: source)
    try xml.forEachDescendant { (xml, element) throws(ReadingError) in
      guard element.name == .relationship,
        let id = xml.value(.relationshipID, of: element),
        let type = xml.value(.relationshipType, of: element),
        let target = xml.value(.target, of: element)
      else { return }
      let isExternal = xml.value(.targetMode, of: element).map { $0 == "External" } ?? false
      if byID[id] == nil { ids.append(id) }
      byID[id] = Relationship(
        type: Relationships.lastWord(of: type),
        part: isExternal ? target : PartName.resolve(target, in: folder), isExternal: isExternal)
    }
  }

  /// What stands behind the last slash of a type's URI that something stands behind.
  private static func lastWord(of type: String) -> String {
    var bytes = type.utf8[...]
    while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else {
      return String(Substring(bytes))
    }
    return String(Substring(bytes[bytes.index(after: slash)...]))
  }

  private init() {}
}
