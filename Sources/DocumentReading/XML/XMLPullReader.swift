internal import CXML2
internal import VietnameseText

/// Reads a part event by event while it is being inflated.
///
/// ```swift
/// var xml = try XMLPullReader(entry, part: "word/styles.xml", …)
/// while case .start(let element) = try xml.next() { try xml.skip() }
/// ```
///
/// The part is inflated and parsed chunk by chunk with libxml2's push parser; it is never in memory as
/// a whole. Whoever takes a start tag takes everything up to its end tag too. Element attributes and
/// texts are valid until the next event.
@safe struct XMLPullReader: ~Copyable {
  /// The file's name, for errors.
  let file: String
  /// The part's name.
  let part: String

  /// How many `w:p` start tags were met: the number of the current paragraph.
  private(set) var paragraphCount = 0
  /// How many elements are open.
  private(set) var depth = 0

  private var entry: ZIPEntry
  private let names: XMLNames
  private let parser: xmlParserCtxtPtr
  private let tape: UnsafeMutablePointer<XMLTape>
  private var sieve: XMLSieve
  /// The records that are to be taken: what the parser reported, or a group in it, or a block in that.
  private var records = 0..<0
  /// What is to be taken behind the group and behind the block.
  private var afterGroup = 0..<0
  private var afterBlock = 0..<0

  /// Starts to read an entry of the archive.
  ///
  /// - Parameters:
  ///   - entry: the part.
  ///   - names: the dictionary that the parts of a document share.
  ///   - limits: how deep elements and how long texts may be.
  ///   - sifts: whether what says nothing is taken out before it is parsed; without it a part gives the
  ///     same, more slowly.
  /// - Throws: `ReadingError` where there is no memory.
  init(
    _ entry: consuming ZIPEntry, names: XMLNames, limits: ReadingLimits, sifts: Bool = true
  ) throws(ReadingError) {
    let tape = UnsafeMutablePointer<XMLTape>.allocate(capacity: 1)
    unsafe tape.initialize(to: XMLTape(names: names, limits: limits))
    var handler = unsafe Self.makeHandler()
    guard let parser = unsafe xmlCreatePushParserCtxt(&handler, tape, nil, 0, nil) else {
      unsafe tape.deinitialize(count: 1)
      unsafe tape.deallocate()
      throw .damagedPart(file: entry.file, part: entry.part, reason: "no memory for an XML parser")
    }
    // One dictionary for all parts: names known once are known in every part.
    unsafe xmlDictFree(parser.pointee.dict)
    unsafe parser.pointee.dict = names.dictionary
    unsafe xmlDictReference(names.dictionary)
    // Never XML_PARSE_HUGE, NOENT or DTDLOAD: no entity is replaced, nothing is fetched.
    unsafe xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
    unsafe self.parser = unsafe parser
    unsafe self.tape = unsafe tape
    file = entry.file
    part = entry.part
    sieve = XMLSieve(isOpen: sifts)
    self.entry = entry
    self.names = names
  }

  deinit {
    unsafe xmlFreeParserCtxt(parser)
    unsafe tape.deinitialize(count: 1)
    unsafe tape.deallocate()
  }

  private static func makeHandler() -> xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.startElementNs = { tape, name, _, identifier, _, _, count, _, attributes in
      guard let tape = unsafe tape?.assumingMemoryBound(to: XMLTape.self), let name = unsafe name
      else { return }
      unsafe tape.pointee.start(name, identifier, attributes, count: Int(count))
    }
    unsafe handler.endElementNs = { tape, _, _, _ in
      unsafe tape?.assumingMemoryBound(to: XMLTape.self).pointee.end()
    }
    let text: charactersSAXFunc = { tape, start, count in
      guard let start = unsafe start else { return }
      unsafe tape?.assumingMemoryBound(to: XMLTape.self).pointee.text(start, count: Int(count))
    }
    unsafe handler.characters = unsafe text
    unsafe handler.cdataBlock = unsafe text
    unsafe handler.internalSubset = { tape, _, _, _ in
      unsafe tape?.assumingMemoryBound(to: XMLTape.self).pointee.stop = .documentType
    }
    unsafe handler.serror = { tape, error in
      guard let tape = unsafe tape?.assumingMemoryBound(to: XMLTape.self), let error = unsafe error,
        unsafe error.pointee.level == XML_ERR_FATAL, unsafe tape.pointee.stop == nil
      else { return }
      let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? ""
      let reason = message.split(separator: "\n").first.map(String.init) ?? "error"
      unsafe tape.pointee.stop = .malformed(line: Int(error.pointee.line), reason: reason)
    }
    return unsafe handler
  }
}

extension XMLPullReader {
  /// The next event.
  mutating func next() throws(ReadingError) -> XMLEvent {
    while true {
      guard !records.isEmpty else {
        if try !leave() { return .finish }
        continue
      }
      let record = unsafe tape.pointee.records[records.lowerBound]
      records = records.lowerBound + 1..<records.upperBound
      switch record.kind {
      case .start:
        depth += 1
        if record.name == .p, record.namespace == .word {
          paragraphCount += 1
          try use(1, of: .paragraphs)
        }
        return unsafe .start(
          XMLElement(
            spelling: record.spelling,
            attributes: XMLTape.Places(first: record.first, count: record.count),
            block: record.block, namespace: record.namespace, name: record.name))
      case .text: return .text(bytes(record.first, record.count))
      case .end:
        depth -= 1
        return .end
      case .group:
        afterGroup = records
        records = Int(record.first)..<Int(record.first + record.count)
      case .block:
        let block = unsafe tape.pointee.blocks.places(of: Int(record.first))
        afterBlock = records
        records = Int(block.first)..<Int(block.first + block.count)
      }
    }
  }

  /// Goes on behind a block, behind a group, or with the next chunk; false at the end of the part.
  private mutating func leave() throws(ReadingError) -> Bool {
    if !afterBlock.isEmpty {
      records = afterBlock
      afterBlock = 0..<0
    } else if !afterGroup.isEmpty {
      records = afterGroup
      afterGroup = 0..<0
    } else if sieve.isFinished {
      return false
    } else {
      try refill()
    }
    return true
  }

  /// The next start tag, or `nil` at the end of the part.
  mutating func nextStart() throws(ReadingError) -> XMLElement? {
    while true {
      switch try next() {
      case .start(let element): return element
      case .text, .end: break
      case .finish: return nil
      }
    }
  }

  /// Passes over everything up to the end tag of the element that was just taken.
  mutating func skip() throws(ReadingError) { try close(to: depth - 1) }

  /// Passes over everything up to the end tag that leaves as many elements open.
  mutating func close(to depth: Int) throws(ReadingError) {
    while self.depth > depth {
      if case .finish = try next() { return }
    }
  }

  /// Hands on every child of the element that was just taken, up to its end tag; of a child it may take
  /// as much as it likes.
  mutating func forEachChild(
    _ body: (inout XMLPullReader, XMLElement) throws(ReadingError) -> Void
  ) throws(ReadingError) {
    let own = depth
    while true {
      switch try next() {
      case .start(let element):
        try body(&self, element)
        try close(to: own)
      case .text: break
      case .end, .finish: return
      }
    }
  }

  /// Hands on every child of the part's root element, where that is an element of WordprocessingML with a
  /// name.
  mutating func forEachChild(
    of root: XMLName, _ body: (inout XMLPullReader, XMLElement) throws(ReadingError) -> Void
  ) throws(ReadingError) {
    try forEachChild { (xml, element) throws(ReadingError) in
      if element.isWord, element.name == root { try xml.forEachChild(body) }
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
      switch try next() {
      case .start(let element): try body(&self, element)
      case .text, .end: break
      case .finish: return
      }
    }
  }

  /// The value of an attribute, or `nil` where the element has none of this name.
  func value(_ name: XMLName, of element: XMLElement) -> XMLBytes? {
    let first = Int(element.attributes.first)
    for index in first..<first + Int(element.attributes.count) {
      let attribute = unsafe tape.pointee.attributes[index]
      if attribute.name == name {
        return bytes(attribute.first, attribute.count)
      }
    }
    return nil
  }

  /// The value of `w:val` as a number, or `nil`.
  func number(of element: XMLElement) -> Int? { value(.val, of: element)?.integer }

  /// Whether a property that is on by standing there is on.
  func isOn(_ element: XMLElement) -> Bool { !(value(.val, of: element)?.isOff ?? false) }

  private func bytes(_ first: Int32, _ count: Int32) -> XMLBytes {
    unsafe XMLBytes(tape.pointee.bytes.values(Int(first)..<Int(first) + Int(count)))
  }

  /// Inflates and parses a chunk.
  private mutating func refill() throws(ReadingError) {
    // Taken out of self first: through the field Swift 6.3 makes invalid code of it for the thread sanitizer.
    let tape = unsafe self.tape
    unsafe tape.pointee.clear()
    let bytes = try unsafe sieve.read(from: &entry, onto: &tape.pointee)
    let start = unsafe tape.pointee.records.count
    let status = unsafe bytes.withMemoryRebound(to: CChar.self) {
      unsafe cxml2_parse_chunk(
        parser, $0.baseAddress, Int32(truncatingIfNeeded: $0.count), sieve.isFinished ? 1 : 0)
    }
    if let stop = unsafe tape.pointee.stop { throw error(for: stop) }
    if status != 0, unsafe parser.pointee.wellFormed == 0 {
      throw .malformedXML(file: file, part: part, line: 1, reason: "error \(status)")
    }
    if unsafe !tape.pointee.hasMetGroups { sieve.close() }
    records = unsafe start..<tape.pointee.records.count
  }

  private func error(for stop: XMLTape.Stop) -> ReadingError {
    switch stop {
    case .malformed(let line, let reason):
      .malformedXML(file: file, part: part, line: line, reason: reason)
    case .documentType: .documentType(file: file, part: part)
    case .limit(let kind): entry.limit(kind)
    }
  }

  /// Counts what the part adds to the document.
  func use(_ count: Int, of kind: ReadingLimits.Kind) throws(ReadingError) {
    try entry.use(count, of: kind)
  }
}

extension XMLPullReader {
  /// Passes over everything up to the end tag and counts the visible characters of `w:t` in it.
  mutating func skipCountingText() throws(ReadingError) -> Int {
    var depth = 1
    var count = 0
    var isText = false
    while depth > 0 {
      switch try next() {
      case .start(let element):
        depth += 1
        isText = element.isWord && element.name == .t
      case .end:
        depth -= 1
        isText = false
      case .text(let text): if isText { count += unsafe text.buffer.visibleCharacterCount }
      case .finish: return count
      }
    }
    return count
  }
}
