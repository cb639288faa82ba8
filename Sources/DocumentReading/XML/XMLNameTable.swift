/// The names that stand in a part, each with what it means, and the namespaces of their prefixes.
///
/// A name is found by a hash of its letters and then compared letter by letter.
struct XMLNameTable {
  /// A name as it is spelled, with its prefix.
  struct Entry {
    /// Where its letters stand in `spellings`.
    var spelling: Range<Int>
    /// How many of them are the local name.
    var localCount: Int
    /// Its prefix, an index into `prefixes`; of a declaration (`xmlns:w`) the one that is declared.
    var prefix: Int
    /// What the local name means.
    var meaning: XMLMeaning
    /// Whether it declares a namespace.
    var isDeclaration: Bool
    /// The number of the tag in which it stood last, as an attribute.
    var lastTag = 0
    fileprivate var hash: UInt64
  }

  /// A prefix, or none, and what it stands for.
  private struct Prefix {
    var letters: String
    var namespace: XMLNamespace?
  }

  /// The letters of all names.
  private(set) var spellings: [UInt8] = []
  /// The names.
  var entries: [Entry] = []
  private var prefixes = [Prefix(letters: "", namespace: .other)]
  /// What prefixes stood for before they were declared again.
  private var overridden: [(prefix: Int, namespace: XMLNamespace?)] = []
  /// An open-addressed table: the places of entries by their hashes, from 1.
  private var slots = [UInt16](repeating: 0, count: 1 << slotBits)

  private static let slotBits = 11
  /// A part with more names, or longer ones, is not plain: real ones have some hundred.
  private static let mostNames = 1 << (slotBits - 1)
  private static let mostLetters = 128
  /// How many places are looked at: names may be made to have one hash.
  private static let mostLooks = 32

  /// Reads the name that begins at a place and goes behind it.
  ///
  /// - Parameters:
  ///   - place: where it begins, then where it ends.
  ///   - window: the bytes.
  /// - Returns: its place in `entries`.
  /// - Throws: `PlainTokenizer.Stop` where it is not a plain name, or goes on behind the window.
  mutating func read(
    at place: inout Int, in window: borrowing ByteWindow
  ) throws(PlainTokenizer.Stop) -> Int {
    var at = place
    var hash: UInt64 = 0
    var colon: Int?
    var isStart = true
    while true {
      let byte = window[at]
      if byte.isNameStart || !isStart && byte.isNameByte {
        isStart = false
      } else if byte == UInt8(ascii: ":"), !isStart, colon == nil {
        colon = at
        isStart = true
      } else {
        break
      }
      hash = (hash ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
      at += 1
    }
    if at == window.count { throw .cut }
    let letters = place..<at
    guard !isStart, letters.count <= Self.mostLetters else { throw .notPlain }
    place = at
    var slot = Int(hash >> UInt64(64 - Self.slotBits))
    for _ in 0..<Self.mostLooks {
      let index = Int(slots[slot]) - 1
      if index < 0 {
        try learn(letters, colon: colon, hash: hash, window)
        slots[slot] = UInt16(truncatingIfNeeded: entries.count)
        return entries.count - 1
      }
      if entries[index].hash == hash, entries[index].spelling.count == letters.count,
        window.matches(spellings, entries[index].spelling, at: letters.lowerBound)
      {
        return index
      }
      slot = (slot + 1) & (1 << Self.slotBits - 1)
    }
    throw .notPlain
  }

  /// Adds a name that was not met before.
  private mutating func learn(
    _ letters: Range<Int>, colon: Int?, hash: UInt64, _ window: borrowing ByteWindow
  ) throws(PlainTokenizer.Stop) {
    let prefix = colon.map { window.string(letters.lowerBound..<$0) } ?? ""
    let localName = window.string((colon.map { $0 + 1 } ?? letters.lowerBound)..<letters.upperBound)
    let isDeclaration = prefix == "xmlns" || prefix.isEmpty && localName == "xmlns"
    let declared = isDeclaration && !prefix.isEmpty ? localName : isDeclaration ? "" : prefix
    // What these prefixes stand for is fixed.
    let isFixed = isDeclaration && (declared == "xml" || declared == "xmlns")
    guard !isFixed, entries.count < Self.mostNames else { throw .notPlain }
    let index = prefixes.firstIndex { $0.letters == declared } ?? prefixes.count
    if index == prefixes.count { prefixes.append(Prefix(letters: declared)) }
    let first = spellings.count
    window.append(letters, to: &spellings)
    entries.append(
      Entry(
        spelling: first..<spellings.count, localCount: localName.utf8.count, prefix: index,
        meaning: isDeclaration ? XMLMeaning() : XMLMeaning.known[localName] ?? XMLMeaning(),
        isDeclaration: isDeclaration, hash: hash))
  }
}

// Namespaces.
extension XMLNameTable {
  /// How many declarations hold.
  var declarationCount: Int { overridden.count }

  /// The namespace of an element's name, or `nil` where its prefix is not declared.
  func namespace(of name: Int) -> XMLNamespace? { prefixes[entries[name].prefix].namespace }

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
    overridden.append((prefix, prefixes[prefix].namespace))
    prefixes[prefix].namespace = XMLNamespace.known[identifier] ?? .other
    return true
  }

  /// Takes declarations back until so many hold.
  mutating func takeBackDeclarations(to count: Int) {
    while overridden.count > count, let last = overridden.popLast() {
      prefixes[last.prefix].namespace = last.namespace
    }
  }
}

extension UInt8 {
  /// Whether a plain name may begin with this letter of ASCII.
  fileprivate var isNameStart: Bool { (self | 0x20) &- 0x61 < 26 || self == UInt8(ascii: "_") }

  /// Whether a plain name may go on with this letter, digit or mark of ASCII.
  fileprivate var isNameByte: Bool {
    isNameStart || self &- 0x30 < 10 || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
  }
}
