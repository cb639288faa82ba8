internal import VietnameseText

/// Reads a part event by event while it is being inflated.
///
/// ```swift
/// var xml = try XMLPullReader(entry, limits: limits)
/// try xml.forEachDescendant { (xml, element) in … }
/// ```
///
/// The part is never in memory as a whole. Attributes and texts are valid until the next event.
struct XMLPullReader: ~Copyable {
  /// Which parser reads.
  enum Parser {
    /// `PlainTokenizer`, and from the first thing on that it does not know libxml2.
    case plainFirst
    /// libxml2 alone, which gives the same events more slowly; for tests.
    case libXMLAlone
  }

  /// How many `w:p` start tags were met: the number of the current paragraph.
  private(set) var paragraphCount = 0
  /// How many elements are open.
  private(set) var depth = 0

  private var entry: ZIPEntry
  let limits: ReadingLimits
  private var window = ByteWindow()
  private var unread = 0
  private var tokenizer: PlainTokenizer?
  private var parser: LibXMLParser?
  private var events: XMLEventBuffer
  /// The record that is taken next.
  private var next = 0
  private var isFinished = false
  /// The part's name.
  var part: String { entry.part }

  /// Whether libxml2 was not needed so far.
  var isPlain: Bool { tokenizer != nil }

  /// Starts to read an entry of an archive.
  init(
    _ entry: consuming ZIPEntry, limits: ReadingLimits, parser: Parser = .plainFirst
  ) throws(ReadingError) {
    self.entry = entry
    self.limits = limits
    events = XMLEventBuffer(limits: limits)
    if parser == .plainFirst {
      tokenizer = PlainTokenizer()
    } else {
      self.parser = try makeParser()
    }
  }

  private func makeParser() throws(ReadingError) -> LibXMLParser {
    guard let parser = LibXMLParser(limits: limits) else {
      throw .damagedPart(file: entry.file, part: part, reason: "no memory for an XML parser")
    }
    return parser
  }

  /// How many visible characters stood in elements that may be left out (`mc:Ignorable`).
  private(set) var ignorableCharacters = 0

  /// The next event; elements that may be left out are passed over, their text counted.
  mutating func nextEvent() throws(ReadingError) -> XMLEvent {
    while true {
      let event = try takeEvent()
      guard case .start(let element) = event, element.namespace == .ignorable else { return event }
      let own = depth
      while depth >= own {
        switch try takeEvent() {
        case .text(let text): ignorableCharacters += bytes(of: text).visibleCharacterCount
        case .start, .end: break
        case .finish: return .finish
        }
      }
    }
  }

  private mutating func takeEvent() throws(ReadingError) -> XMLEvent {
    while next >= events.records.count - 1, isAtEndOfEvents {
      if isFinished { return .finish }
      if let stop = events.stop { throw error(for: stop) }
      try refill()
      // Nobody goes down into what is too deep: every level of it is a call.
      if case .limit(.elementDepth)? = events.stop { throw limit(.elementDepth) }
    }
    let record = events.records[next]
    next += 1
    let places = record.first..<record.first + record.count
    switch record.kind {
    case .start:
      depth += 1
      if record.name == .p, record.namespace == .word {
        paragraphCount += 1
        try use(1, of: .paragraphs)
      }
      return .start(
        XMLElement(namespace: record.namespace, name: record.name, attributes: places))
    case .text: return .text(places)
    case .end:
      depth -= 1
      return .end
    }
  }

  /// Whether no event is left that is complete: a text may go on behind the last that was read.
  private var isAtEndOfEvents: Bool {
    next == events.records.count
      || next == events.records.count - 1 && events.records[next].kind == .text
  }

  /// Inflates and reads the next piece of the part.
  private mutating func refill() throws(ReadingError) {
    events.removeRecords(before: next)
    next = 0
    if tokenizer != nil {
      if try window.fill(from: &entry, keeping: unread) {
        if let place = tokenizer?.read(window, into: &events) { return unread = place }
        isFinished = tokenizer?.isFinished ?? false
        if isFinished || events.stop != nil { return }
      }
      try handOver()
    } else {
      events.removeAttributes()
    }
    _ = try window.fill(from: &entry, keeping: window.count)
    parser?.read(window, into: &events)
    isFinished = window.isLast && events.stop == nil
  }

  /// Lets libxml2 read the part from its start and leave out what was read.
  private mutating func handOver() throws(ReadingError) {
    tokenizer = nil
    parser = try makeParser()
    try entry.restart()
    events.beginAgain()
  }

  private func error(for stop: XMLEventBuffer.Stop) -> ReadingError {
    switch stop {
    case .malformed(let line, let reason):
      .malformedXML(file: entry.file, part: part, line: line, reason: reason)
    case .documentType: .documentType(file: entry.file, part: part)
    case .limit(let kind): limit(kind)
    }
  }

  /// The error of a limit that is met.
  func limit(_ kind: ReadingLimits.Kind) -> ReadingError { entry.limit(kind) }

  /// Counts what the part adds to the document.
  func use(_ count: Int, of kind: ReadingLimits.Kind) throws(ReadingError) {
    try entry.use(count, of: kind)
  }
}

// What events say.
extension XMLPullReader {
  /// The value of an attribute, or `nil` where the element has none of this name.
  func value(_ name: XMLName, of element: XMLElement) -> String? {
    for index in element.attributes where events.attributes[index].name == name {
      let value = events.values[events.attributes[index].value]
      return String(decoding: value, as: UTF8.self).inCanonicalOrder
    }
    return nil
  }

  /// The local name of an element as written.
  func localName(of element: XMLElement) -> String {
    element.name == .other ? value(.other, of: element) ?? "" : element.name.rawValue
  }

  /// The bytes of a text, in UTF-8.
  func bytes(of text: Range<Int>) -> ArraySlice<UInt8> { events.bytes[text] }
}

// Elements as a whole.
extension XMLPullReader {
  /// The next start tag, or `nil` at the end of the part.
  mutating func nextStart() throws(ReadingError) -> XMLElement? {
    while true {
      switch try nextEvent() {
      case .start(let element): return element
      case .text, .end: break
      case .finish: return nil
      }
    }
  }

  /// Passes over everything up to the end tag that leaves as many elements open.
  mutating func close(to depth: Int) throws(ReadingError) {
    while self.depth > depth {
      if case .finish = try nextEvent() { return }
    }
  }

  /// Hands on every child of the element that was just taken, up to its end tag; of a child it may take
  /// as much as it likes.
  mutating func forEachChild(
    _ body: (inout XMLPullReader, XMLElement) throws(ReadingError) -> Void
  ) throws(ReadingError) {
    let own = depth
    while true {
      switch try nextEvent() {
      case .start(let element):
        try body(&self, element)
        try close(to: own)
      case .text: break
      case .end, .finish: return
      }
    }
  }

  /// Hands on every element that stands in the one that was just taken, at any depth, up to its end tag.
  ///
  /// Of what it takes of an element nothing is handed on.
  mutating func forEachDescendant(
    _ body: (inout XMLPullReader, XMLElement) throws(ReadingError) -> Void
  ) throws(ReadingError) {
    let own = depth
    while depth >= own {
      switch try nextEvent() {
      case .start(let element): try body(&self, element)
      case .text, .end: break
      case .finish: return
      }
    }
  }
}
