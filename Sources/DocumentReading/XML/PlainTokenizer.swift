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

  private var names = XMLNameTable.usual
  /// The elements whose end tags have not come yet: their names, and how many declarations of namespaces hold
  /// around them.
  private(set) var open: [(name: Int, declarationCount: Int)] = []
  /// The start tags that were read last.
  private var known = KnownTags()
  private var isAtStart = true
  private var hasRoot = false
  private var tagCount = 0
  /// libxml2 has a limit of depth of its own: parts that come near it are not plain.
  private static let mostOpen = 200
  /// How many attributes and bytes of values are kept for tags that come again.
  private static let mostKept = 1 << 16

  /// Reads the tokens that stand whole in a window, and gives the place of the one that goes on behind it;
  /// `nil` at the end of the part, at something that is not plain, and where reading stops.
  mutating func read(_ window: borrowing ByteWindow, into events: inout XMLEventBuffer) -> Int? {
    let bytes = window.bytes.span.extracting(first: window.paddedCount)
    var place = 0
    if events.values.count + events.attributes.count > Self.mostKept {
      events.removeAttributes()
      known.removeAll()
    }
    do throws(Stop) {
      if isAtStart {
        try readDeclaration(at: &place, bytes)
        isAtStart = false
      }
      while events.stop == nil {
        if place == bytes.end { throw .cut }
        if bytes[place] != UInt8(ascii: "<") {
          try readText(at: &place, bytes, &events)
        } else if bytes[place + 1] == UInt8(ascii: "/") {
          try readEndTag(at: &place, bytes, &events)
        } else {
          try readStartTag(at: &place, bytes, &events)
        }
      }
    } catch .cut {
      if !window.isLast { return place }
      isFinished = place == window.count && hasRoot && open.isEmpty
    } catch {}
    return nil
  }

  /// Reads a byte order mark and the declaration of XML, where they stand (XML 1.0, 2.8).
  private func readDeclaration(at place: inout Int, _ window: Span<UInt8>) throws(Stop) {
    place = window.starts(with: "\u{FEFF}", at: 0) ? 3 : 0
    guard window.starts(with: "<?xml ", at: place) else {
      guard window[place] == UInt8(ascii: "<") else { throw .notPlain }
      return
    }
    let start = place + 5
    while place < window.end, window[place] != UInt8(ascii: ">") { place += 1 }
    guard window.starts(with: "?>", at: place - 1) else { throw .notPlain }
    var next = 0
    for word in window.string(start..<place - 1).split(separator: " ") {
      guard let found = Self.declaration[next...].firstIndex(where: { $0.contains(word) }),
        next > 0 || found == 0
      else { throw .notPlain }
      next = found + 1
    }
    guard next > 0 else { throw .notPlain }
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
    let declarationCount = names.declarationCount
    let spelling = try KnownTags.spelling(in: window, at: place)
    let tag: KnownTags.Tag
    if let known = known.tag(spelling, window, at: place) {
      tag = known
    } else {
      tag = try readTag(at: place, spelling, window, &events)
    }
    guard var namespace = names.namespace(ofPrefix: tag.prefix) else { throw .notPlain }
    if namespace == .other {
      namespace = events.unknownNamespace(
        names.identifier(ofPrefix: tag.prefix), names.entries[tag.name].localName)
    }
    events.start(
      tag.meaning.name, namespace, isIgnored: tag.meaning.isIgnored && namespace == .word,
      isEmpty: tag.isEmpty, attributes: tag.attributes)
    hasRoot = true
    place += tag.count
    if tag.isEmpty {
      names.takeBackDeclarations(to: declarationCount)
    } else {
      open.append((tag.name, declarationCount))
    }
  }

  /// Reads a start tag letter by letter, and remembers it where it means the same when it comes again: where
  /// it says nothing of namespaces.
  private mutating func readTag(
    at start: Int, _ spelling: (count: Int, slot: Int), _ window: Span<UInt8>,
    _ events: inout XMLEventBuffer
  ) throws(Stop) -> KnownTags.Tag {
    var place = start + 1
    let name = try names.read(at: &place, in: window)
    let declarationCount = names.declarationCount
    let first = events.attributes.count
    let isEmpty: Bool
    do throws(Stop) {
      isEmpty = try readAttributes(at: &place, window, &events)
    } catch {
      // The tag is read again when it is whole.
      names.takeBackDeclarations(to: declarationCount)
      throw error
    }
    let entry = names.entries[name]
    if entry.meaning.name == .other {
      let value = events.values.count
      events.values.append(contentsOf: entry.localName.utf8)
      events.endAttribute(.other, from: value)
    }
    let expandsPrefixes = events.expandPrefixes(from: first) { names.identifier(of: $0) }
    let tag = KnownTags.Tag(
      count: place - start, name: name, prefix: entry.prefix, meaning: entry.meaning,
      isEmpty: isEmpty, attributes: first..<events.attributes.count)
    if !expandsPrefixes, names.declarationCount == declarationCount {
      known.add(tag, spelling, window, at: start)
    }
    return tag
  }

  /// Reads the attributes and the end of a start tag, and says whether it is that of an empty element.
  private mutating func readAttributes(
    at place: inout Int, _ window: Span<UInt8>, _ events: inout XMLEventBuffer
  ) throws(Stop) -> Bool {
    tagCount += 1
    while true {
      let start = place
      while window[place].isXMLBlank { place += 1 }
      switch window[place] {
      case UInt8(ascii: ">"):
        place += 1
        return false
      case UInt8(ascii: "/"):
        try expect(UInt8(ascii: ">"), at: place + 1, window)
        place += 2
        return true
      default:
        if place == window.end { throw .cut }
        guard place > start else { throw .notPlain }
        try readAttribute(at: &place, window, &events)
      }
    }
  }

  /// Reads an attribute; what reading knows of it becomes part of the events.
  private mutating func readAttribute(
    at place: inout Int, _ window: Span<UInt8>, _ events: inout XMLEventBuffer
  ) throws(Stop) {
    let name = try names.read(at: &place, in: window)
    guard names.entries[name].lastTag != tagCount else { throw .notPlain }
    names.entries[name].lastTag = tagCount
    try expect(UInt8(ascii: "="), at: place, window)
    let quote = window[place + 1]
    if quote != UInt8(ascii: "'") { try expect(UInt8(ascii: "\""), at: place + 1, window) }
    place += 2
    let start = place
    let meaning = names.entries[name].meaning.name
    let isKept = meaning != .other
    let value = events.values.count
    var first = start
    while true {
      place += window.word(at: place).plainLength
      let byte = window[place]
      if byte == quote { break }
      if byte >= 0x80 {
        place += try scalarLength(at: place, window)
      } else if byte == UInt8(ascii: "&") {
        if isKept { events.values.append(contentsOf: window, first..<place) }
        let scalar = try readReference(at: &place, window)
        if isKept { events.values.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
        first = place
      } else if byte >= 0x20, byte != UInt8(ascii: "<") {
        place += 1
      } else {
        throw place == window.end ? .cut : .notPlain
      }
    }
    if isKept {
      events.values.append(contentsOf: window, first..<place)
      events.endAttribute(meaning, from: value)
    } else if names.entries[name].isDeclaration {
      guard first == start, names.declare(name, as: window.string(start..<place)) else {
        throw .notPlain
      }
    }
    place += 1
  }

  private mutating func readEndTag(
    at place: inout Int, _ window: Span<UInt8>, _ events: inout XMLEventBuffer
  ) throws(Stop) {
    guard let element = open.last else { throw .notPlain }
    var at = place + 2
    guard try names.read(at: &at, in: window) == element.name else { throw .notPlain }
    while window[at].isXMLBlank { at += 1 }
    try expect(UInt8(ascii: ">"), at: at, window)
    place = at + 1
    open.removeLast()
    names.takeBackDeclarations(to: element.declarationCount)
    events.end()
  }

  @inline(__always)
  func expect(
    _ byte: UInt8, at place: Int, _ window: Span<UInt8>
  ) throws(Stop) {
    guard place < window.end else { throw .cut }
    guard window[place] == byte else { throw .notPlain }
  }
}
