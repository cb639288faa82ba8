internal import VietnameseText

/// Reads XML in its plain spelling: that of nearly every part of a Word document.
///
/// Plain are start and end tags with names of ASCII letters, attributes in quotation marks, text in UTF-8,
/// the five predefined entities, references to characters, and line breaks. At the first thing that it does
/// not know, be it a comment, another encoding or a mistake, it stops for good, and `LibXMLParser` reads the
/// part from its start. So it need not know every rule of XML, but what it does accept must be well-formed
/// and mean what libxml2 says (XML 1.0, Namespaces in XML 1.0).
struct PlainTokenizer {
  /// Why a token cannot be read.
  enum Stop: Error {
    /// It goes on behind the window.
    case cut
    /// It is not plain.
    case notPlain
  }

  /// Whether the part is read to its end.
  private(set) var isFinished = false

  /// The names of the elements whose end tags have not come yet, as they are written.
  private(set) var open: [ShortName] = []
  /// The names that were met last, by their hash.
  private var names = [Name](repeating: Name(), count: 1 << 9)
  /// The names of the attributes of the tag that is being read.
  private var attributes: [ShortName] = []
  /// The start tags that were read last.
  private var known = KnownTags()
  private var isAtStart = true
  private var hasRoot = false
  /// libxml2 has a limit of depth of its own: parts that come near it are not plain.
  private static let mostOpen = 200
  /// A tag with more attributes is not plain: each is compared with those before it.
  private static let mostAttributes = 100
  /// How many letters, attributes and bytes of values are kept for tags that come again.
  private static let mostKept = 1 << 17

  /// Reads the tokens that stand whole in a window, and gives the place of the one that goes on behind it;
  /// `nil` at the end of the part, at something that is not plain, and where reading stops.
  mutating func read(_ window: borrowing ByteWindow, into events: inout XMLEventBuffer) -> Int? {
    let bytes = window.bytes.span.extracting(first: window.paddedCount)
    var place = 0
    if events.values.count + events.attributes.count + known.letters.count > Self.mostKept {
      events.removeAttributes()
      known = KnownTags()
    }
    do throws(Stop) {
      if isAtStart { try readDeclaration(at: &place, bytes) }
      while events.stop == nil {
        if bytes[place] != UInt8(ascii: "<") {
          try readText(at: &place, bytes, &events)
        } else if bytes[place + 1] == UInt8(ascii: "/") {
          try readEndTag(at: &place, bytes, &events)
        } else {
          try readStartTag(at: &place, bytes, &events)
        }
      }
    } catch .cut {
      events.namespaces.closeScopes()
      if !window.isLast { return place }
      isFinished = place == window.count && hasRoot && open.isEmpty
    } catch {}
    return nil
  }

  /// Reads a byte order mark and the declaration of XML, where they stand (XML 1.0, 2.8).
  private mutating func readDeclaration(at place: inout Int, _ window: Span<UInt8>) throws(Stop) {
    isAtStart = false
    place = window.starts(with: "\u{FEFF}", at: 0) ? 3 : 0
    guard window.starts(with: "<?xml ", at: place) else {
      return try expect("<", at: place, window)
    }
    let start = place + 5
    while place < window.end, window[place] != UInt8(ascii: ">") { place += 1 }
    guard window.starts(with: "?>", at: place - 1) else { throw .notPlain }
    let places = window.string(start..<place - 1).split(separator: " ").map { word in
      Self.declaration.firstIndex { $0.contains(word) } ?? -1
    }
    guard places.first == 0, zip(places, places.dropFirst()).allSatisfy(<) else { throw .notPlain }
    place += 1
  }

  /// What may stand in the declaration, in this order; the version must.
  private static let declaration: [[Substring]] = [
    ("version", ["1.0"]), ("encoding", ["UTF-8", "utf-8"]), ("standalone", ["yes", "no"]),
  ].map { name, values in values.flatMap { ["\(name)='\($0)'", "\(name)=\"\($0)\""] } }
}

// Tags.
extension PlainTokenizer {
  private mutating func readStartTag(
    at place: inout Int, _ window: Span<UInt8>, _ events: inout XMLEventBuffer
  ) throws(Stop) {
    guard open.count < Self.mostOpen, !(hasRoot && open.isEmpty) else { throw .notPlain }
    let spelling = try KnownTags.spelling(in: window, at: place)
    let scope = events.namespaces.scope
    let tag: KnownTags.Tag
    if let known = known.tag(spelling, window, at: place, scope: scope) {
      tag = known
    } else {
      tag = try readTag(at: place, window, &events)
      if tag.scope == scope { known.add(tag, spelling, window, at: place) }
    }
    hasRoot = true
    defer { place += tag.count }
    events.start(tag.element)
    if tag.isEmpty { return events.end() }
    let name = place + 1
    open.append(ShortName(window, name..<name + tag.nameCount))
  }

  /// Reads a start tag letter by letter.
  private mutating func readTag(
    at start: Int, _ window: Span<UInt8>, _ events: inout XMLEventBuffer
  ) throws(Stop) -> KnownTags.Tag {
    var place = start + 1
    let name = names[try readName(at: &place, window)]
    let first = events.attributes.count
    attributes.removeAll(keepingCapacity: true)
    while true {
      let blank = place
      while window[place].isXMLBlank { place += 1 }
      if window[place] == UInt8(ascii: ">") || window[place] == UInt8(ascii: "/") { break }
      if place == window.end { throw .cut }
      guard place > blank, attributes.count < Self.mostAttributes else { throw .notPlain }
      try readAttribute(at: &place, window, &events)
    }
    let isEmpty = window[place] == UInt8(ascii: "/")
    if isEmpty { place += 1 }
    try expect(">", at: place, window)
    let namespace = events.namespaces.meaning(of: name.prefix)
    guard name.prefix.isEmpty || namespace != nil else { throw .notPlain }
    let element = events.element(namespace, name.localName, name.known, from: first)
    return KnownTags.Tag(
      count: place + 1 - start, nameCount: name.letters.count, element: element,
      isEmpty: isEmpty, scope: events.namespaces.scope)
  }

  /// Reads an attribute; what reading knows of it becomes part of the events.
  private mutating func readAttribute(
    at place: inout Int, _ window: Span<UInt8>, _ events: inout XMLEventBuffer
  ) throws(Stop) {
    let name = try readName(at: &place, window)
    guard !attributes.contains(names[name].letters) else { throw .notPlain }
    attributes.append(names[name].letters)
    try expect("=", at: place, window)
    let quote = window[place + 1]
    if quote != UInt8(ascii: "'") { try expect("\"", at: place + 1, window) }
    place += 2
    let (first, value) = (place, events.values.count)
    try readValue(at: &place, window, upTo: quote, &events.values)
    defer { place += 1 }
    let known = names[name].known
    if names[name].isDeclaration {
      let prefix = names[name].prefix.isEmpty ? "" : names[name].localName
      let identifier = window.string(first..<place)
      // A prefix cannot be taken back, and what stands for the namespaces of XML itself is fixed.
      guard events.values.count - value == place - first, prefix != "xml", prefix != "xmlns",
        prefix.isEmpty || !identifier.isEmpty, !identifier.hasPrefix("http://www.w3.org/XML/"),
        !identifier.hasPrefix("http://www.w3.org/2000/xmlns")
      else { throw .notPlain }
      events.namespaces.declare(prefix, as: identifier)
    } else if known != .other, known != .ignored {
      return events.endAttribute(known, from: value)
    }
    events.values.removeLast(events.values.count - value)
  }

  /// Reads a name, and gives its place in the table of names, where it stands up to the next one.
  private mutating func readName(at place: inout Int, _ window: Span<UInt8>) throws(Stop) -> Int {
    let start = place
    while window[place].isPlainName { place += 1 }
    if place == window.end { throw .cut }
    guard place > start, place - start <= ShortName.longest else { throw .notPlain }
    let letters = ShortName(window, start..<place)
    let slot = Int(letters.hash >> 55)
    if names[slot].letters != letters {
      guard let name = Name(letters, window, start..<place) else { throw .notPlain }
      names[slot] = name
    }
    return slot
  }

  private mutating func readEndTag(
    at place: inout Int, _ window: Span<UInt8>, _ events: inout XMLEventBuffer
  ) throws(Stop) {
    guard let name = open.last else { throw .notPlain }
    var end = place + 2 + name.count
    guard end < window.end else { throw .cut }
    guard ShortName(window, place + 2..<end) == name else { throw .notPlain }
    while window[end].isXMLBlank { end += 1 }
    try expect(">", at: end, window)
    place = end + 1
    open.removeLast()
    events.end()
  }
}

/// A name, and what it means.
private struct Name {
  var letters = ShortName()
  var prefix = ""
  var localName = ""
  /// What the local name means to reading.
  var known = XMLName.other
  /// Whether an attribute of this name declares a prefix.
  var isDeclaration = false

  /// Stands for no name.
  init() {}

  /// Takes a name apart, or is `nil` where it is not plain: letters and digits of ASCII, and one colon.
  init?(_ letters: ShortName, _ window: Span<UInt8>, _ places: Range<Int>) {
    let colon = places.first { window[$0] == UInt8(ascii: ":") } ?? places.lowerBound
    let local = colon > places.lowerBound ? colon + 1 : colon
    // Either part begins with a letter: digits and the colon stand before the letters.
    guard window[places.lowerBound] > UInt8(ascii: ":"), local < places.upperBound,
      window[local] > UInt8(ascii: ":"),
      !(local..<places.upperBound).contains(where: { window[$0] == UInt8(ascii: ":") })
    else { return nil }
    self.letters = letters
    prefix = local == colon ? "" : window.string(places.lowerBound..<colon)
    localName = window.string(local..<places.upperBound)
    known = XMLName.known[localName] ?? .other
    isDeclaration = prefix == "xmlns" || prefix.isEmpty && localName == "xmlns"
  }
}
