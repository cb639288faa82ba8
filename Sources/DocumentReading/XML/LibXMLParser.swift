internal import CXML2

/// libxml2's push parser, which reads whatever XML there is.
@safe struct LibXMLParser: ~Copyable {
  /// What the callbacks write to.
  @safe fileprivate final class Sink {
    var events: XMLEventBuffer
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
      sink, name, _, identifier, declarationCount, declarations, count, _, values in
      // Two pointers a declaration: prefix and identifier; five an attribute: local name, prefix, identifier,
      // start and end of the value.
      unsafe Sink.of(sink)?.start(
        LibXML.text(name), LibXML.text(identifier),
        (0..<Int(declarationCount)).map {
          unsafe (LibXML.text(declarations?[2 * $0]), LibXML.text(declarations?[2 * $0 + 1]))
        },
        (0..<Int(count)).map {
          unsafe (
            LibXML.text(values?[5 * $0]),
            LibXML.bytes(values?[5 * $0 + 3], values?[5 * $0 + 4])
          )
        })
    }
    unsafe handler.endElementNs = { sink, _, _, _ in unsafe Sink.of(sink)?.end() }
    let text: charactersSAXFunc = { sink, start, count in
      unsafe Sink.of(sink)?.events.text(UnsafeBufferPointer(start: start, count: Int(count)).span)
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
      let reason = message.split(separator: "\n").first ?? "error"
      unsafe Sink.of(sink)?.events.stop(
        .malformed(line: Int(error.line), reason: String(reason)))
    }
    return unsafe handler
  }
}

extension LibXMLParser.Sink {
  fileprivate func start(
    _ localName: String, _ identifier: String, _ declared: [(prefix: String, identifier: String)],
    _ attributes: [(name: String, value: [UInt8])]
  ) {
    depth += 1
    for (prefix, identifier) in declared {
      identifiers[prefix, default: []].append(identifier)
      declarations.append((prefix, depth))
    }
    let meaning = XMLMeaning.known[localName] ?? XMLMeaning()
    let first = events.attributes.count
    if events.isKeeping {
      for (name, value) in attributes {
        if let name = XMLMeaning.known[name]?.name, name != .other { add(value, as: name) }
      }
      if meaning.name == .other { add(Array(localName.utf8), as: .other) }
    }
    _ = events.expandPrefixes(from: first) { identifiers[String($0)]?.last }
    var namespace = XMLNamespace.known[identifier] ?? .other
    if namespace == .other, !identifier.isEmpty {
      namespace = events.unknownNamespace(identifier, localName)
    }
    events.start(
      meaning.name, namespace, isIgnored: meaning.isIgnored && namespace == .word, isEmpty: false,
      attributes: first..<events.attributes.count)
  }

  fileprivate func end() {
    events.end()
    depth -= 1
    while let last = declarations.last, last.depth > depth {
      declarations.removeLast()
      identifiers[last.prefix]?.removeLast()
    }
  }

  /// Adds an attribute; libxml2 spells an ampersand in its value as `&#38;`, and no other reference.
  private func add(_ value: [UInt8], as name: XMLName) {
    let first = events.values.count
    var index = 0
    while index < value.count {
      events.values.append(value[index])
      index += value[index] == UInt8(ascii: "&") ? 5 : 1
    }
    events.endAttribute(name, from: first)
  }
}
