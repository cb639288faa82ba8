internal import CXML2

/// libxml2's push parser, which reads whatever XML there is.
@safe struct LibXMLParser: ~Copyable {
  /// What the callbacks write to.
  @safe fileprivate final class Sink {
    var events: XMLEventBuffer
    /// What names and namespaces mean; libxml2 keeps each letter by letter in one place.
    var meanings: [Int: XMLMeaning] = [:]
    var namespaces: [Int: XMLNamespace] = [:]
    /// What prefixes stand for, the innermost last, and in which order they were declared how deep.
    var identifiers: [String: [String]] = [:]
    var declarations: [(prefix: String, depth: Int)] = []
    var depth = 0
    var parser: xmlParserCtxtPtr?

    init(limits: ReadingLimits) { events = XMLEventBuffer(limits: limits) }

    /// The sink that libxml2 hands to a callback.
    static func of(_ context: UnsafeMutableRawPointer?) -> Sink? {
      unsafe context.map { unsafe Unmanaged<Sink>.fromOpaque($0).takeUnretainedValue() }
    }
  }

  private let parser: xmlParserCtxtPtr
  private let sink: Sink

  /// Makes a parser, or is `nil` where there is no memory.
  init?(limits: ReadingLimits) {
    sink = Sink(limits: limits)
    var handler = unsafe Self.makeHandler()
    guard LibXML.isReady,
      let parser = unsafe xmlCreatePushParserCtxt(
        &handler, Unmanaged.passUnretained(sink).toOpaque(), nil, 0, nil)
    else { return nil }
    // Never XML_PARSE_HUGE, NOENT or DTDLOAD: no entity is replaced, nothing is fetched.
    unsafe xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
    unsafe sink.parser = unsafe parser
    unsafe self.parser = unsafe parser
  }

  deinit {
    // Declarations of entities make a document that nobody else frees.
    unsafe xmlFreeDoc(parser.pointee.myDoc)
    unsafe parser.pointee.myDoc = nil
    unsafe xmlFreeParserCtxt(parser)
  }

  /// Reads the next bytes of a part.
  mutating func read(_ window: borrowing ByteWindow, into events: inout XMLEventBuffer) {
    swap(&events, &sink.events)
    let status = unsafe window.bytes[..<window.count].withUnsafeBytes {
      unsafe cxml2_parse_chunk(
        parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self),
        Int32(truncatingIfNeeded: $0.count), window.isLast ? 1 : 0)
    }
    swap(&events, &sink.events)
    if status != 0, unsafe parser.pointee.wellFormed == 0 {
      events.stop(.malformed(line: 1, reason: "error \(status)"))
    }
  }

  private static func makeHandler() -> xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.startElementNs = {
      sink, name, _, identifier, declarationCount, declarations, count, _, attributes in
      guard let name = unsafe name else { return }
      unsafe Sink.of(sink)?.declare(declarations, count: Int(declarationCount))
      unsafe Sink.of(sink)?.start(name, identifier, attributes, count: Int(count))
    }
    unsafe handler.endElementNs = { sink, _, _, _ in
      unsafe Sink.of(sink)?.end()
    }
    let text: charactersSAXFunc = { sink, start, count in
      let text = unsafe UnsafeBufferPointer(start: start, count: Int(count))
      unsafe Sink.of(sink)?.events.text(count: text.count) {
        unsafe $0.append(contentsOf: text)
      }
    }
    unsafe handler.characters = unsafe text
    unsafe handler.cdataBlock = unsafe text
    unsafe handler.internalSubset = { sink, _, _, _ in
      let sink = unsafe Sink.of(sink)
      sink?.events.stop(.documentType)
      unsafe xmlStopParser(sink?.parser)
    }
    unsafe handler.serror = { sink, error in
      guard let error = unsafe error?.pointee, unsafe error.level == XML_ERR_FATAL else { return }
      let message = unsafe error.message.map { unsafe String(cString: $0) } ?? ""
      let reason = message.split(separator: "\n").first.map(String.init) ?? "error"
      unsafe Sink.of(sink)?.events.stop(.malformed(line: Int(error.line), reason: reason))
    }
    return unsafe handler
  }
}

extension LibXMLParser.Sink {
  /// Remembers what an element declares: two pointers a namespace, prefix and identifier.
  fileprivate func declare(
    _ names: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) {
    depth += 1
    guard let names = unsafe names else { return }
    for index in 0..<count {
      let prefix = unsafe names[2 * index].map { unsafe String(cString: $0) } ?? ""
      let identifier = unsafe names[2 * index + 1].map { unsafe String(cString: $0) }
      identifiers[prefix, default: []].append(identifier ?? "")
      declarations.append((prefix, depth))
    }
  }

  fileprivate func end() {
    events.end()
    depth -= 1
    while let last = declarations.last, last.depth > depth {
      declarations.removeLast()
      identifiers[last.prefix]?.removeLast()
    }
  }

  fileprivate func start(
    _ localName: UnsafePointer<xmlChar>, _ identifier: UnsafePointer<xmlChar>?,
    _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) {
    let meaning = unsafe meaning(of: localName)
    let first = events.attributes.count
    if events.isKeeping {
      for index in 0..<count {
        // Five pointers each: local name, prefix, identifier, start and end of the value.
        guard let value = unsafe values.map({ unsafe $0 + 5 * index }), let key = unsafe value[0],
          let start = unsafe value[3], let end = unsafe value[4]
        else { continue }
        let name = unsafe self.meaning(of: key).name
        guard name != .other else { continue }
        unsafe append(UnsafeBufferPointer(start: start, count: end - start).span, as: name)
      }
      if meaning.name == .other {
        let value = events.values.count
        events.values.append(contentsOf: unsafe String(cString: localName).utf8)
        events.endAttribute(.other, from: value)
      }
    }
    _ = events.expandPrefixes(from: first) { identifiers[String($0)]?.last }
    var namespace = unsafe namespace(of: identifier)
    if namespace == .other, let identifier = unsafe identifier {
      namespace = events.unknownNamespace(
        unsafe String(cString: identifier), unsafe String(cString: localName))
    }
    events.start(
      meaning.name, namespace, isIgnored: meaning.isIgnored && namespace == .word, isEmpty: false,
      attributes: first..<events.attributes.count)
  }

  /// Adds an attribute; libxml2 spells an ampersand in its value as `&#38;`, and no other reference.
  private func append(_ value: Span<UInt8>, as name: XMLName) {
    let first = events.values.count
    var index = 0
    while index < value.count {
      events.values.append(value[index])
      index += value[index] == UInt8(ascii: "&") ? 5 : 1
    }
    events.endAttribute(name, from: first)
  }

  /// How many names and namespaces are remembered: real parts have some hundred.
  private static var mostKnown: Int { 1000 }

  private func meaning(of name: UnsafePointer<xmlChar>) -> XMLMeaning {
    let place = Int(bitPattern: name)
    if let known = meanings[place] { return known }
    let meaning = unsafe XMLMeaning.known[String(cString: name)] ?? XMLMeaning()
    if meanings.count < Self.mostKnown { meanings[place] = meaning }
    return meaning
  }

  private func namespace(of identifier: UnsafePointer<xmlChar>?) -> XMLNamespace {
    guard let identifier = unsafe identifier else { return .other }
    let place = Int(bitPattern: identifier)
    if let known = namespaces[place] { return known }
    let namespace = unsafe XMLNamespace.known[String(cString: identifier)] ?? .other
    if namespaces.count < Self.mostKnown { namespaces[place] = namespace }
    return namespace
  }
}
