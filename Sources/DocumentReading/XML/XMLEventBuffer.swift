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
    /// Where its value stands in `bytes`.
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
  /// The bytes of texts and values; the value of the next attribute is added at the end.
  var bytes: [UInt8] = []
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

  /// Whether nothing is left out; otherwise nothing has to be added but tags.
  var isKeeping: Bool { ignoredDepth == 0 }

  /// Forgets the records that were taken; a text that may go on is kept.
  mutating func removeRecords(before next: Int) {
    attributes.removeAll(keepingCapacity: true)
    guard next < records.count else {
      records.removeAll(keepingCapacity: true)
      bytes.removeAll(keepingCapacity: true)
      return
    }
    let text = records[next]
    bytes.removeSubrange((text.first + text.count)...)
    bytes.removeSubrange(..<text.first)
    records = [Record(kind: .text, count: text.count)]
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
  /// Adds an attribute of the next start tag whose value goes from a place to the end of the bytes.
  mutating func endAttribute(_ name: XMLName, from first: Int) {
    attributes.append(Attribute(name: name, value: first..<bytes.count))
    if name.holdsPrefixes { hasPrefixes = true }
  }

  /// Puts the namespaces that prefixes stand for into the values that hold prefixes, those of the attributes
  /// from a place on, and remembers which namespaces the next element says may be left out.
  mutating func expandPrefixes(
    from first: Int, _ identifier: (Substring) -> String?
  ) {
    guard hasPrefixes else { return }
    hasPrefixes = false
    for index in first..<attributes.count where attributes[index].name.holdsPrefixes {
      let name = attributes[index].name
      let value = String(decoding: bytes[attributes[index].value], as: UTF8.self)
      let expanded = XMLCompatibility.expanded(value, identifier)
      compatibility.add(expanded, of: name, depth: depth + 1)
      let start = bytes.count
      bytes.append(contentsOf: expanded.joined(separator: " ").utf8)
      attributes[index].value = start..<bytes.count
    }
  }

  /// The namespace of an element that reading does not know: whether it may be left out.
  func unknownNamespace(
    _ identifier: @autoclosure () -> String, _ localName: @autoclosure () -> String
  ) -> XMLNamespace {
    compatibility.isEmpty ? .other : compatibility.namespace(identifier(), localName())
  }

  /// Adds a start tag; its attributes were added before and begin at `first`.
  mutating func start(
    _ name: XMLName, _ namespace: XMLNamespace, isIgnored: Bool, attributesFrom first: Int
  ) {
    guard stop == nil else { return }
    position.tags += 1
    position.textBytes = 0
    depth += 1
    if depth > limits.elementDepth { return stop(.limit(.elementDepth)) }
    guard ignoredDepth == 0 else { return }
    if isIgnored {
      ignoredDepth = depth
      guard first < attributes.count else { return }
      bytes.removeLast(bytes.count - attributes[first].value.lowerBound)
      return attributes.removeLast(attributes.count - first)
    }
    guard position.tags > taken.tags else { return }
    records.append(
      Record(
        kind: .start, namespace: namespace, name: name, first: first,
        count: attributes.count - first))
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

  /// Adds text: the bytes that `append` appends.
  mutating func text(count: Int, _ append: (inout [UInt8]) -> Void) {
    guard stop == nil else { return }
    let repeated =
      position.tags > taken.tags
      ? 0
      : position.tags < taken.tags
        ? count : min(max(taken.textBytes - position.textBytes, 0), count)
    position.textBytes += count
    if position.textBytes > limits.textBytes { return stop(.limit(.textBytes)) }
    guard ignoredDepth == 0, repeated < count else { return }
    if let last = records.last, last.kind == .text {
      // Of a tag that was cut off values may stand behind the text.
      let end = last.first + last.count
      if end < bytes.count { bytes.removeSubrange(end...) }
    } else {
      records.append(Record(kind: .text, first: bytes.count))
    }
    let first = bytes.count
    append(&bytes)
    if repeated > 0 { bytes.removeSubrange(first..<first + repeated) }
    records[records.count - 1].count += count - repeated
  }
}
