/// What a part says of its namespaces at the place where it is being read: what prefixes stand for, and what a
/// reader may leave out (ECMA-376 Part 3, 9.2 and 9.3).
///
/// ```xml
/// <w:document xmlns:zz="urn:zz" mc:Ignorable="zz" mc:ProcessContent="zz:box" …>
///   <zz:note>left out</zz:note> <zz:box>the tags are left out, what stands between them is read</zz:box>
/// ```
struct XMLNamespaces {
  /// What a prefix stands for: a namespace as it is written, and whether reading knows it.
  typealias Meaning = (identifier: String, known: XMLNamespace)

  /// How many elements are open.
  var depth = 0
  /// What elements say.
  private var scopes: [(depth: Int, outer: Int, prefixes: [String], allowed: Set<String>)] = []
  /// The numbers of scopes by that of the scope around them and what is said, and how many there were.
  private var numbers: [String: Int] = [:]
  private var scopeCount = 0
  /// What prefixes stand for, the innermost last.
  private var meanings: [String: [Meaning]] = [:]
  /// How many open elements allow to leave something out: an attribute, a blank, and a name in it.
  private var permissions: [String: Int] = [:]
  /// A number for all that is said here: where it is the same, a name means the same.
  private(set) var scope = 0

  /// What a prefix stands for, or `nil` where it is not declared.
  func meaning(of prefix: String) -> Meaning? { meanings[prefix]?.last }

  /// Lets a prefix stand for a namespace in the next element.
  mutating func declare(_ prefix: String, as identifier: String) {
    openScope("\(prefix)=\(identifier)")
    scopes[scopes.count - 1].prefixes.append(prefix)
    let known = XMLNamespace.known[identifier] ?? .other
    meanings[prefix, default: []].append((identifier, known))
  }

  /// Reads an attribute of the next element, its prefixes expanded; namespaces that are understood are not
  /// left out.
  mutating func allow(_ names: [String], by attribute: XMLName) {
    guard attribute == .ignorable || attribute == .processContent else { return }
    for name in names where attribute == .processContent || !XMLNamespace.isUnderstood(name) {
      let permission = "\(attribute) \(name)"
      openScope(permission)
      if scopes[scopes.count - 1].allowed.insert(permission).inserted {
        permissions[permission, default: 0] += 1
      }
    }
  }

  /// Opens the scope of the next element; what is said once more has the number that it had.
  private mutating func openScope(_ said: String) {
    if scopes.last?.depth != depth + 1 { scopes.append((depth + 1, scope, [], [])) }
    // A part has one root.
    let key = depth == 0 ? "" : "\(scope) \(said)"
    if numbers.count > 1000 { numbers.removeAll() }
    scopeCount += 1
    scope = numbers[key, default: scopeCount]
    numbers[key] = scope
  }

  /// Forgets what an element said that is not open: it is closed, or its tag will be read again.
  @inline(__always)
  mutating func closeScopes() {
    guard !scopes.isEmpty, scopes[scopes.count - 1].depth > depth else { return }
    let last = scopes.removeLast()
    for prefix in last.prefixes { meanings[prefix]?.removeLast() }
    for permission in last.allowed { permissions[permission]? -= 1 }
    scope = last.outer
  }

  /// The namespace of an element; of one that is not known whether it is left out with all that is in it.
  func namespace(_ meaning: Meaning?, _ localName: String) -> XMLNamespace {
    guard let meaning, meaning.known == .other, !permissions.isEmpty else {
      return meaning?.known ?? .other
    }
    let identifier = meaning.identifier
    func allows(_ attribute: XMLName, _ name: String) -> Bool {
      permissions["\(attribute) \(name)", default: 0] > 0
    }
    let isLeftOut =
      allows(.ignorable, identifier)
      && !allows(.processContent, "\(identifier):\(localName)")
      && !allows(.processContent, "\(identifier):*")
    return isLeftOut ? .ignorable : .other
  }

  /// The longest namespace that is put in the place of its prefix: files must not grow by what is said once and
  /// named a thousand times.
  private static let longestIdentifier = 200

  /// The words of a value, each once and each prefix with the namespace in its place: `zz zz:box` becomes
  /// `urn:zz` and `urn:zz:box`.
  func expanded(_ value: String) -> [String] {
    var seen: Set<Substring> = []
    return value.split(whereSeparator: \.isWhitespace).compactMap { word in
      guard seen.insert(word).inserted else { return nil }
      let names = word.split(separator: ":", maxSplits: 1)
      guard let prefix = names.first, let expanded = meaning(of: String(prefix))?.identifier,
        expanded.utf8.count <= Self.longestIdentifier
      else { return String(word) }
      return names.count == 2 ? "\(expanded):\(names[1])" : expanded
    }
  }
}

extension XMLName {
  /// Whether values of this attribute hold prefixes of namespaces.
  var holdsPrefixes: Bool { self == .requires || self == .ignorable || self == .processContent }
}
