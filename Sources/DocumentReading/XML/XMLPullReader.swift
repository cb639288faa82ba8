internal import VietnameseText

/// Reads a part event by event while it is being inflated.
///
/// ```swift
/// var xml = try XMLPullReader(entry)
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
  /// How many visible characters stood in elements that may be left out (`mc:Ignorable`).
  private(set) var ignorableCharacters = 0

  /// The part.
  private(set) var entry: ZIPEntry
  private var window = ByteWindow()
  private var unread = 0
  private var tokenizer: PlainTokenizer?
  private var parser: LibXMLParser?
  private var buffer: XMLEventBuffer
  /// The event in the buffer that is taken next, and how many were taken before the first of them.
  private var next = 0
  private var takenCount = 0
  private var isFinished = false

  /// Whether libxml2 was not needed so far.
  var isPlain: Bool { tokenizer != nil }

  /// Starts to read an entry of an archive.
  init(_ entry: consuming ZIPEntry, parser: Parser = .plainFirst) throws(ReadingError) {
    buffer = XMLEventBuffer(limits: entry.limits)
    self.entry = entry
    if parser == .plainFirst { tokenizer = PlainTokenizer() } else { try startParser() }
  }

  private mutating func startParser() throws(ReadingError) {
    guard let parser = LibXMLParser(limits: entry.limits) else {
      throw .damagedPart(file: entry.file, part: entry.part, reason: "no memory for an XML parser")
    }
    self.parser = consume parser
  }

  /// The next event; elements that may be left out are passed over, their text counted.
  mutating func nextEvent() throws(ReadingError) -> XMLEvent {
    while true {
      let event = try countedEvent()
      guard case .start(let element) = event, element.namespace == .ignorable else { return event }
      let own = depth
      while depth >= own {
        let event = try countedEvent()
        if case .text(let text) = event {
          ignorableCharacters += bytes(of: text).visibleCharacterCount
        } else if case .finish = event {
          return event
        }
      }
    }
  }

  private mutating func countedEvent() throws(ReadingError) -> XMLEvent {
    let event = try takeEvent()
    switch event {
    case .start(let element):
      depth += 1
      if element.name == .p, element.isWord {
        paragraphCount += 1
        try entry.use(1, of: .paragraphs)
      }
    case .end: depth -= 1
    case .text, .finish: break
    }
    return event
  }

  private mutating func takeEvent() throws(ReadingError) -> XMLEvent {
    while next == buffer.completeCount {
      if isFinished { return .finish }
      if let stop = buffer.stop { throw error(for: stop) }
      try refill()
      // Nobody goes down into what is too deep: every level of it is a call.
      if case .limit(.elementDepth)? = buffer.stop { throw entry.limit(.elementDepth) }
    }
    next += 1
    return buffer.events[next - 1]
  }

  /// Inflates and reads the next piece of the part.
  private mutating func refill() throws(ReadingError) {
    takenCount += next
    buffer.removeEvents(before: next)
    next = 0
    if tokenizer != nil {
      if try window.fill(from: &entry, keeping: unread) {
        if let place = tokenizer?.read(window, into: &buffer) { return unread = place }
        isFinished = tokenizer?.isFinished ?? false
        if isFinished || buffer.stop != nil { return }
      }
      return try handOver()
    }
    buffer.removeAttributes()
    _ = try window.fill(from: &entry, keeping: window.count)
    parser?.read(window, into: &buffer)
    isFinished = window.isLast && buffer.stop == nil
  }

  /// Lets libxml2 read the part from its start, and passes over what was taken.
  private mutating func handOver() throws(ReadingError) {
    let count = takenCount
    tokenizer = nil
    try startParser()
    try entry.restart()
    buffer = XMLEventBuffer(limits: entry.limits)
    takenCount = 0
    while takenCount + next < count {
      if case .finish = try takeEvent() { return }
    }
  }

  private func error(for stop: XMLEventBuffer.Stop) -> ReadingError {
    switch stop {
    case .malformed(let line, let reason):
      .malformedXML(file: entry.file, part: entry.part, line: line, reason: reason)
    case .documentType: .documentType(file: entry.file, part: entry.part)
    case .limit(let kind): entry.limit(kind)
    }
  }
}

// What events say.
extension XMLPullReader {
  /// The value of an attribute, or `nil` where the element has none of this name.
  func value(_ name: XMLName, of element: XMLElement) -> String? {
    for index in element.attributes where buffer.attributes[index].name == name {
      let value = buffer.values[buffer.attributes[index].value]
      return String(decoding: value, as: UTF8.self).inCanonicalOrder
    }
    return nil
  }

  /// The local name of an element as written.
  func localName(of element: XMLElement) -> String {
    element.name == .other ? value(.other, of: element) ?? "" : element.name.rawValue
  }

  /// The bytes of a text, in UTF-8.
  func bytes(of text: Range<Int>) -> ArraySlice<UInt8> { buffer.bytes[text] }
}

// Elements as a whole.
extension XMLPullReader {
  /// The next start tag while at least so many elements are open, or `nil`.
  mutating func nextStart(downTo depth: Int = 0) throws(ReadingError) -> XMLElement? {
    while self.depth >= depth {
      switch try nextEvent() {
      case .start(let element): return element
      case .text, .end: break
      case .finish: return nil
      }
    }
    return nil
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
    while let element = try nextStart(downTo: own) { try body(&self, element) }
  }
}
