internal import VietnameseText

/// The events of a piece of a part that the reader has not yet taken.
///
/// `PlainTokenizer` writes them, and `LibXMLParser` where that cannot read on. Elements that say nothing of
/// text, labels or fonts are left out with all that is in them, and so are attributes that are not known.
struct XMLEventBuffer {
  /// Why reading stops.
  enum Stop {
    case malformed(line: Int, reason: String)
    case documentType
    case limit(ReadingLimits.Kind)
  }

  /// The events.
  private(set) var events: [XMLEvent] = []
  /// The attributes of start tags that are known, and as `.other` the local names of elements that are not;
  /// their values stand in `values`.
  private(set) var attributes: [(name: XMLName, value: Range<Int>)] = []
  /// The values of attributes, in UTF-8; that of the next is added at the end.
  var values: [UInt8] = []
  /// The bytes of texts.
  private(set) var bytes: [UInt8] = []
  /// Why reading stops behind the events.
  private(set) var stop: Stop?
  /// What is said of namespaces.
  var namespaces = XMLNamespaces()

  private let limits: ReadingLimits
  /// The depth of the element that is being left out, or 0.
  private var ignoredDepth = 0
  /// How many bytes of text stand behind the last tag.
  private var textBytes = 0

  init(limits: ReadingLimits) {
    self.limits = limits
  }

  /// How many events are complete: a text may go on behind the last that was read.
  var completeCount: Int {
    if case .text = events.last { events.count - 1 } else { events.count }
  }

  /// Forgets the events that were taken; a text that may go on is kept.
  mutating func removeEvents(before next: Int) {
    events.removeSubrange(..<next)
    guard case .text(let text) = events.first else {
      return bytes.removeAll(keepingCapacity: true)
    }
    bytes.removeSubrange(..<text.lowerBound)
    events[0] = .text(0..<text.count)
  }

  /// Forgets all attributes, once the events that have them were taken.
  mutating func removeAttributes() {
    attributes.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
  }

  /// Says why reading stops, unless it stopped before.
  mutating func stop(_ reason: Stop) { stop = stop ?? reason }
}

// Start tags: what they declare, their attributes, and then their names.
extension XMLEventBuffer {
  /// Adds an attribute whose value goes from a place to the end of `values`.
  mutating func endAttribute(_ name: XMLName, from first: Int) {
    attributes.append((name, first..<values.count))
  }

  /// The next element, with a local name that reading knows or not, and the attributes from a place on.
  mutating func element(
    _ namespace: XMLNamespaces.Meaning?, _ localName: String, _ known: XMLName, from first: Int
  ) -> XMLElement {
    // Prefixes are resolved here: their values go out of the element that they stand in.
    for index in first..<attributes.count where attributes[index].name.holdsPrefixes {
      let value = String(decoding: values.span.extracting(attributes[index].value))
      let names = namespaces.expanded(value)
      namespaces.allow(names, by: attributes[index].name)
      let start = values.count
      values.append(contentsOf: names.joined(separator: " ").utf8)
      attributes[index].value = start..<values.count
    }
    let namespace = namespaces.namespace(namespace, localName)
    let name = known == .ignored && namespace != .word ? .other : known
    if name == .other {
      let start = values.count
      values.append(contentsOf: localName.utf8)
      endAttribute(.other, from: start)
    }
    return XMLElement(
      namespace: namespace, name: name, attributes: first..<attributes.count)
  }
}

// Events.
extension XMLEventBuffer {
  /// Adds a start tag.
  @inline(__always)
  mutating func start(_ element: XMLElement) {
    guard stop == nil else { return }
    textBytes = 0
    let depth = namespaces.depth
    if depth == limits.elementDepth { return stop(.limit(.elementDepth)) }
    namespaces.depth = depth + 1
    if ignoredDepth > 0 { return }
    if element.name == .ignored { ignoredDepth = depth + 1 } else { events.append(.start(element)) }
  }

  /// Adds an end tag.
  @inline(__always)
  mutating func end() {
    guard stop == nil else { return }
    textBytes = 0
    let depth = namespaces.depth
    if ignoredDepth == 0 { events.append(.end) } else if ignoredDepth == depth { ignoredDepth = 0 }
    namespaces.depth = depth - 1
    namespaces.closeScopes()
  }

  /// Adds text.
  mutating func text(_ added: Span<UInt8>) {
    guard stop == nil else { return }
    textBytes += added.count
    if textBytes > limits.textBytes { return stop(.limit(.textBytes)) }
    guard ignoredDepth == 0, added.count > 0 else { return }
    let start = bytes.count
    bytes.append(contentsOf: added, 0..<added.count)
    if case .text(let text) = events.last {
      events[events.count - 1] = .text(text.lowerBound..<bytes.count)
    } else {
      events.append(.text(start..<bytes.count))
    }
  }
}
