internal import VietnameseText

/// The events of a piece of a part that the reader has not yet taken.
///
/// `PlainTokenizer` writes them, and `LibXMLParser` where that cannot read on. Elements that say nothing of
/// text, labels or fonts are left out with all that is in them, and so are attributes that are not known.
struct XMLEventBuffer {
  /// What an event is.
  enum Kind { case start, text, end }

  /// A start tag, a text or an end tag.
  struct Record {
    var kind: Kind
    var namespace = XMLNamespace.other
    var name = XMLName.other
    /// Where the attributes of a start tag or the bytes of a text begin.
    var first = 0
    /// How many attributes or bytes.
    var count = 0
  }

  /// A known attribute, or as `.other` the local name of an element that is not known.
  struct Attribute {
    var name: XMLName
    /// Where its value stands in `values`.
    var value: Range<Int>
  }

  /// Why reading stops.
  enum Stop {
    case malformed(line: Int, reason: String)
    case documentType
    case limit(ReadingLimits.Kind)
  }

  /// How far into the part the events go: how many tags, and how many bytes of text behind the last.
  private struct Position {
    var tags = 0
    var textBytes = 0
  }

  /// The events.
  private(set) var records: [Record] = []
  /// The attributes of start tags.
  private(set) var attributes: [Attribute] = []
  /// The values of attributes, in UTF-8; that of the next is added at the end.
  var values: [UInt8] = []
  /// The bytes of texts.
  private(set) var bytes: [UInt8] = []
  /// Why reading stops behind the events.
  private(set) var stop: Stop?

  private let limits: ReadingLimits
  /// What the part says of namespaces that may be left out.
  private var compatibility = XMLCompatibility()
  /// Whether values with prefixes were added, which are not yet expanded.
  private var hasPrefixes = false
  private var depth = 0
  /// The depth of the element that is being left out, or 0.
  private var ignoredDepth = 0
  private var position = Position()
  /// The events up to here were taken before.
  private var taken = Position()

  init(limits: ReadingLimits) {
    self.limits = limits
  }

  /// Whether nothing is left out; otherwise no attributes have to be added.
  var isKeeping: Bool { ignoredDepth == 0 }

  /// Forgets the records that were taken; a text that may go on is kept.
  mutating func removeRecords(before next: Int) {
    guard next < records.count else {
      records.removeAll(keepingCapacity: true)
      bytes.removeAll(keepingCapacity: true)
      return
    }
    let text = records[next]
    bytes.removeSubrange(..<text.first)
    records = [Record(kind: .text, count: text.count)]
  }

  /// Forgets all attributes, once the records that have them were taken.
  mutating func removeAttributes() {
    attributes.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
  }

  /// Prepares for reading the part once more from its start: the events so far are not added again.
  mutating func beginAgain() {
    taken = position
    position = Position()
    compatibility = XMLCompatibility()
    depth = 0
    ignoredDepth = 0
  }

  /// Says why reading stops, unless it stopped before.
  mutating func stop(_ reason: Stop) { stop = stop ?? reason }
}

extension XMLEventBuffer {
  /// Adds an attribute of the next start tag whose value goes from a place to the end of `values`.
  mutating func endAttribute(_ name: XMLName, from first: Int) {
    attributes.append(Attribute(name: name, value: first..<values.count))
    if name.holdsPrefixes { hasPrefixes = true }
  }

  /// Puts the namespaces that prefixes stand for into the values that hold prefixes, those of the attributes
  /// from a place on, and remembers which namespaces the next element says may be left out.
  ///
  /// - Returns: whether any value holds prefixes.
  mutating func expandPrefixes(
    from first: Int, _ identifier: (Substring) -> String?
  ) -> Bool {
    guard hasPrefixes else { return false }
    hasPrefixes = false
    guard isKeeping else { return true }
    for index in first..<attributes.count where attributes[index].name.holdsPrefixes {
      let name = attributes[index].name
      let value = String(decoding: values[attributes[index].value], as: UTF8.self)
      let expanded = XMLCompatibility.expanded(value, identifier)
      compatibility.add(expanded, of: name, depth: depth + 1)
      let start = values.count
      values.append(contentsOf: expanded.joined(separator: " ").utf8)
      attributes[index].value = start..<values.count
    }
    return true
  }

  /// The namespace of an element that reading does not know: whether it may be left out.
  func unknownNamespace(
    _ identifier: @autoclosure () -> String, _ localName: @autoclosure () -> String
  ) -> XMLNamespace {
    compatibility.isEmpty ? .other : compatibility.namespace(identifier(), localName())
  }

  /// Adds a start tag, whose attributes were added before; that of an empty element is an end tag as well.
  @inline(__always)
  mutating func start(
    _ name: XMLName, _ namespace: XMLNamespace, isIgnored: Bool, isEmpty: Bool,
    attributes: Range<Int>
  ) {
    guard stop == nil else { return }
    position.tags += 1
    position.textBytes = 0
    if depth == limits.elementDepth { return stop(.limit(.elementDepth)) }
    if isIgnored || ignoredDepth > 0 {
      if isEmpty { return position.tags += 1 }
      depth += 1
      if ignoredDepth == 0 { ignoredDepth = depth }
      return
    }
    depth += 1
    if position.tags > taken.tags {
      records.append(
        Record(
          kind: .start, namespace: namespace, name: name, first: attributes.lowerBound,
          count: attributes.count))
    }
    if isEmpty { end() }
  }

  /// Adds an end tag.
  mutating func end() {
    guard stop == nil else { return }
    position.tags += 1
    position.textBytes = 0
    depth -= 1
    if !compatibility.isEmpty { compatibility.end(at: depth) }
    if ignoredDepth > 0 {
      if depth < ignoredDepth { ignoredDepth = 0 }
    } else if position.tags > taken.tags {
      records.append(Record(kind: .end))
    }
  }

  /// Adds text.
  mutating func text(_ added: Span<UInt8>) {
    guard stop == nil else { return }
    let count = added.count
    let repeated =
      position.tags > taken.tags
      ? 0
      : position.tags < taken.tags
        ? count : min(max(taken.textBytes - position.textBytes, 0), count)
    position.textBytes += count
    if position.textBytes > limits.textBytes { return stop(.limit(.textBytes)) }
    guard ignoredDepth == 0, repeated < count else { return }
    if records.last?.kind != .text { records.append(Record(kind: .text, first: bytes.count)) }
    bytes.append(contentsOf: added, repeated..<count)
    records[records.count - 1].count += count - repeated
  }
}
