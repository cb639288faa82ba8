/// The names that stand in a part, each with what it means, and the namespaces of their prefixes.
struct XMLNameTable {
  /// A name as it is spelled, with its prefix.
  struct Entry {
    /// Its letters, with zeros behind them.
    fileprivate var letters: Letters
    /// Its local name.
    var localName: String
    /// Its prefix, an index into `prefixes`; of a declaration (`xmlns:w`) the one that is declared.
    fileprivate(set) var prefix: Int
    /// What the local name means.
    var meaning: XMLMeaning
    /// Whether it declares a namespace.
    var isDeclaration: Bool
    /// The number of the tag in which it stood last, as an attribute.
    var lastTag = 0
  }

  /// A prefix and what it stands for.
  private struct Prefix {
    /// The namespace, or `nil` where it is not declared.
    var namespace: XMLNamespace?
    /// The namespace as it is written.
    var identifier = ""
  }

  /// The letters of a name of up to 32 bytes, eight a number, with zeros behind them.
  fileprivate struct Letters: Equatable {
    var parts = SIMD4<UInt64>()

    /// Takes the letters of a name, and goes behind it.
    @inline(__always)
    init(_ window: Span<UInt8>, from place: inout Int) {
      for index in parts.indices {
        let word = window.word(at: place)
        let length = word.nameLength
        place &+= length
        parts[index] = word.first(length)
        if length < 8 { break }
      }
    }

    /// Names seldom differ behind their first sixteen letters alone.
    var hash: UInt64 { (parts[0] ^ parts[1] &* 31) &* 0x9E37_79B9_7F4A_7C15 }
  }

  /// The names.
  var entries: [Entry] = []
  /// The prefixes, the first for none, and what they stand for.
  private var prefixes: [Prefix] = [Prefix(namespace: .other)]
  /// Where prefixes stand among them.
  private var prefixPlaces = ["": 0]
  /// What prefixes stood for before they were declared again.
  private var overridden: [(prefix: Int, before: Prefix)] = []
  /// An open-addressed table: the places of entries by a hash of their letters, from 1.
  private var slots = [UInt16](repeating: 0, count: 1 << slotBits)

  private static let slotBits = 11
  /// A part with more names is not plain: real ones have some hundred.
  private static let mostNames = 1 << (slotBits - 1)
  /// How many places are looked at: names may be made to have one hash.
  private static let mostLooks = 32

  /// A table that has met the names that reading knows, with their usual prefix.
  static let usual: XMLNameTable = {
    var table = XMLNameTable()
    for name in XMLName.allCases.map(\.rawValue) + XMLName.ignored where !name.isEmpty {
      let bytes = Array("w:\(name) ".utf8) + [UInt8](repeating: 0, count: ByteWindow.padding)
      var place = 0
      _ = try? table.read(at: &place, in: bytes.span)
    }
    return table
  }()

  /// Reads the name at a place, goes behind it, and gives its place in `entries`.
  ///
  /// Plain are letters and digits of ASCII, and a colon.
  mutating func read(
    at place: inout Int, in window: Span<UInt8>
  ) throws(PlainTokenizer.Stop) -> Int {
    let start = place
    let letters = Letters(window, from: &place)
    if place == window.end { throw .cut }
    var slot = Int(letters.hash >> UInt64(64 - Self.slotBits))
    for _ in 0..<Self.mostLooks {
      let index = Int(slots[slot]) - 1
      if index < 0 {
        try learn(window.string(start..<place), letters)
        slots[slot] = UInt16(truncatingIfNeeded: entries.count)
        return entries.count - 1
      }
      if entries[index].letters == letters { return index }
      slot = (slot + 1) & (1 << Self.slotBits - 1)
    }
    throw .notPlain
  }

  /// Adds a name that was not met before.
  private mutating func learn(
    _ name: String, _ letters: Letters
  ) throws(PlainTokenizer.Stop) {
    // Longer names may go on behind these letters.
    guard name.utf8.count < 32, entries.count < Self.mostNames else { throw .notPlain }
    var prefix = ""
    var localName = name
    if let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) {
      prefix = String(name[..<colon])
      localName = String(name[name.utf8.index(after: colon)...])
      guard Self.isPlain(prefix) else { throw .notPlain }
    }
    guard Self.isPlain(localName) else { throw .notPlain }
    let isDeclaration = prefix == "xmlns" || name == "xmlns"
    let declared = isDeclaration ? (name == "xmlns" ? "" : localName) : prefix
    // What these prefixes stand for is fixed.
    if isDeclaration, declared == "xml" || declared == "xmlns" { throw .notPlain }
    let index = prefixPlaces[declared] ?? prefixes.count
    if index == prefixes.count {
      prefixes.append(Prefix())
      prefixPlaces[declared] = index
    }
    entries.append(
      Entry(
        letters: letters, localName: localName, prefix: index,
        meaning: isDeclaration ? XMLMeaning() : XMLMeaning.known[localName] ?? XMLMeaning(),
        isDeclaration: isDeclaration))
  }

  /// Whether a prefix or a local name begins with a letter and has no colon.
  private static func isPlain(_ name: String) -> Bool {
    name.utf8.first.map { $0 > UInt8(ascii: ":") } ?? false
      && !name.utf8.contains(UInt8(ascii: ":"))
  }
}

// Namespaces.
extension XMLNameTable {
  /// How many declarations hold.
  var declarationCount: Int { overridden.count }

  /// The namespace of a prefix, or `nil` where it is not declared.
  func namespace(ofPrefix prefix: Int) -> XMLNamespace? { prefixes[prefix].namespace }

  /// The namespace of a prefix as it is written.
  func identifier(ofPrefix prefix: Int) -> String { prefixes[prefix].identifier }

  /// The namespace of a prefix as it is written, or `nil` where it is not declared.
  func identifier(of prefix: Substring) -> String? {
    let place = prefixPlaces[String(prefix)]
    return place.flatMap { prefixes[$0].namespace == nil ? nil : prefixes[$0].identifier }
  }

  /// Lets the prefix of a declaration stand for a namespace.
  ///
  /// - Returns: whether the declaration is plain.
  mutating func declare(_ declaration: Int, as identifier: String) -> Bool {
    let prefix = entries[declaration].prefix
    // A prefix cannot be taken back, and no other stands for the namespaces of XML itself.
    if identifier.isEmpty && prefix != 0 || identifier.hasPrefix("http://www.w3.org/XML/")
      || identifier.hasPrefix("http://www.w3.org/2000/xmlns")
    {
      return false
    }
    overridden.append((prefix, prefixes[prefix]))
    prefixes[prefix].namespace = XMLNamespace.known[identifier] ?? .other
    prefixes[prefix].identifier = identifier
    return true
  }

  /// Takes declarations back until so many hold.
  @inline(__always)
  mutating func takeBackDeclarations(to count: Int) {
    while overridden.count > count, let last = overridden.popLast() {
      prefixes[last.prefix] = last.before
    }
  }
}
