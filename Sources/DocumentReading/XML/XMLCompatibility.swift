/// What a part says of namespaces that a reader may leave out (ECMA-376 Part 3, 9.2 and 9.3).
///
/// ```xml
/// <w:document mc:Ignorable="zz" mc:ProcessContent="zz:box" …>
///   <zz:note>left out</zz:note> <zz:box>the tags are left out, what stands between them is read</zz:box>
/// ```
struct XMLCompatibility {
  /// What an element says, for itself and all that stands in it.
  private struct Scope {
    var depth: Int
    var ignorable: Set<String> = []
    var processed: Set<String> = []
  }

  private var scopes: [Scope] = []

  /// Whether nothing is said.
  var isEmpty: Bool { scopes.isEmpty }

  /// Reads an attribute of the element at a depth, its prefixes expanded; namespaces that are understood
  /// are not left out.
  mutating func add(_ names: [String], of attribute: XMLName, depth: Int) {
    guard attribute == .ignorable || attribute == .processContent else { return }
    let isIgnorable = attribute == .ignorable
    let names = isIgnorable ? names.filter { !XMLNamespace.isUnderstood($0) } : names
    guard !names.isEmpty else { return }
    if scopes.last?.depth != depth { scopes.append(Scope(depth: depth)) }
    if isIgnorable {
      scopes[scopes.count - 1].ignorable.formUnion(names)
    } else {
      scopes[scopes.count - 1].processed.formUnion(names)
    }
  }

  /// Forgets what elements said that are closed when so many are open.
  mutating func end(at depth: Int) {
    if let last = scopes.last, last.depth > depth { scopes.removeLast() }
  }

  /// Whether an element of a namespace that is not understood is left out with all that is in it, or its
  /// tags alone.
  func namespace(_ identifier: String, _ localName: String) -> XMLNamespace {
    guard scopes.contains(where: { $0.ignorable.contains(identifier) }) else { return .other }
    let names = ["\(identifier):\(localName)", "\(identifier):*"]
    return scopes.contains { !$0.processed.isDisjoint(with: names) } ? .other : .ignorable
  }

  /// The longest namespace that is put in the place of its prefix: files must not grow by what is said once and
  /// named a thousand times.
  private static let longestIdentifier = 200

  /// The words of a value, each once and each prefix with the namespace in its place: `zz zz:box` becomes
  /// `urn:zz` and `urn:zz:box`.
  static func expanded(_ value: String, _ identifier: (Substring) -> String?) -> [String] {
    var seen: Set<Substring> = []
    return value.split(whereSeparator: \.isWhitespace).compactMap { word in
      guard seen.insert(word).inserted else { return nil }
      let names = word.split(separator: ":", maxSplits: 1)
      guard let prefix = names.first, let expanded = identifier(prefix),
        expanded.utf8.count <= longestIdentifier
      else { return String(word) }
      return names.count == 2 ? "\(expanded):\(names[1])" : expanded
    }
  }
}

extension XMLName {
  /// Whether values of this attribute hold prefixes of namespaces.
  var holdsPrefixes: Bool { self == .requires || self == .ignorable || self == .processContent }
}
