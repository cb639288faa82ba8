/// The content types of a package's parts (ISO/IEC 29500-2, 7.2.3).
struct ContentTypes {
  private var overrides: [String: String] = [:]
  private var defaults: [String: String] = [:]

  /// No types at all.
  static let none = ContentTypes()

  /// The type of a part, or `nil` where the package names none.
  subscript(part: String) -> String? {
    if let type = overrides[part.lowercased()] { return type }
    guard let dot = part.lastIndex(of: ".") else { return nil }
    return defaults[part[part.index(after: dot)...].lowercased()]
  }

  /// The first part whose type ends in `suffix`, in the order of names; for packages without
  /// relationships.
  func part(ofTypeEndingIn suffix: String) -> String? {
    overrides.filter { $0.value.hasSuffix(suffix) }.keys.min()
  }

  /// Reads `[Content_Types].xml`.
  init(reading xml: inout XMLPullReader) throws(ReadingError) {
    try xml.forEachDescendant { (xml, element) throws(ReadingError) in
      guard let type = xml.value(.contentType, of: element) else { return }
      if element.name == .override, let part = xml.value(.partName, of: element) {
        overrides[PartName.resolve(part, in: "").lowercased()] = type
      } else if element.name == .defaultType,
        let fileExtension = xml.value(.fileExtension, of: element)
      {
        defaults[fileExtension.lowercased()] = type
      }
    }
  }

  private init() {}
}
