internal import CXML2

/// libxml2's push parser, which reads whatever XML there is.
@safe struct LibXMLParser: ~Copyable {
  /// What the callbacks write to.
  @safe fileprivate struct Sink {
    var events: XMLEventBuffer
    /// What names and namespaces mean; libxml2 keeps each letter by letter in one place.
    var meanings: [UnsafePointer<xmlChar>: XMLMeaning] = unsafe [:]
    var namespaces: [UnsafePointer<xmlChar>: XMLNamespace] = unsafe [:]
    var parser: xmlParserCtxtPtr?
  }

  private let parser: xmlParserCtxtPtr
  private let sink: UnsafeMutablePointer<Sink>

  /// Makes a parser, or is `nil` where there is no memory.
  init?(limits: ReadingLimits) {
    let sink = UnsafeMutablePointer<Sink>.allocate(capacity: 1)
    unsafe sink.initialize(to: Sink(events: XMLEventBuffer(limits: limits)))
    var handler = unsafe Self.makeHandler()
    guard LibXML.isReady,
      let parser = unsafe xmlCreatePushParserCtxt(&handler, sink, nil, 0, nil)
    else {
      unsafe sink.deinitialize(count: 1)
      unsafe sink.deallocate()
      return nil
    }
    // Never XML_PARSE_HUGE, NOENT or DTDLOAD: no entity is replaced, nothing is fetched.
    unsafe xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
    unsafe sink.pointee.parser = unsafe parser
    unsafe self.parser = unsafe parser
    unsafe self.sink = unsafe sink
  }

  deinit {
    // Declarations of entities make a document that nobody else frees.
    unsafe xmlFreeDoc(parser.pointee.myDoc)
    unsafe parser.pointee.myDoc = nil
    unsafe xmlFreeParserCtxt(parser)
    unsafe sink.deinitialize(count: 1)
    unsafe sink.deallocate()
  }

  /// Reads the next bytes of a part.
  mutating func read(_ window: borrowing ByteWindow, into events: inout XMLEventBuffer) {
    unsafe swap(&events, &sink.pointee.events)
    let bytes = unsafe window.buffer(0..<window.count)
    let status = unsafe bytes.withMemoryRebound(to: CChar.self) {
      unsafe cxml2_parse_chunk(
        parser, $0.baseAddress, Int32(truncatingIfNeeded: $0.count), window.isLast ? 1 : 0)
    }
    unsafe swap(&events, &sink.pointee.events)
    if status != 0, unsafe parser.pointee.wellFormed == 0 {
      events.stop(.malformed(line: 1, reason: "error \(status)"))
    }
  }

  private static func makeHandler() -> xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.startElementNs = { sink, name, _, identifier, _, _, count, _, attributes in
      guard let sink = unsafe sink?.assumingMemoryBound(to: Sink.self), let name = unsafe name
      else { return }
      unsafe sink.pointee.start(name, identifier, attributes, count: Int(count))
    }
    unsafe handler.endElementNs = { sink, _, _, _ in
      unsafe sink?.assumingMemoryBound(to: Sink.self).pointee.events.end()
    }
    let text: charactersSAXFunc = { sink, start, count in
      let text = unsafe UnsafeBufferPointer(start: start, count: Int(count))
      unsafe sink?.assumingMemoryBound(to: Sink.self).pointee.events.text(count: text.count) {
        unsafe $0.append(contentsOf: text)
      }
    }
    unsafe handler.characters = unsafe text
    unsafe handler.cdataBlock = unsafe text
    unsafe handler.internalSubset = { sink, _, _, _ in
      guard let sink = unsafe sink?.assumingMemoryBound(to: Sink.self) else { return }
      unsafe sink.pointee.events.stop(.documentType)
      unsafe xmlStopParser(sink.pointee.parser)
    }
    unsafe handler.serror = { sink, error in
      guard let sink = unsafe sink?.assumingMemoryBound(to: Sink.self), let error = unsafe error,
        unsafe error.pointee.level == XML_ERR_FATAL
      else { return }
      let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? ""
      let reason = message.split(separator: "\n").first.map(String.init) ?? "error"
      unsafe sink.pointee.events.stop(.malformed(line: Int(error.pointee.line), reason: reason))
    }
    return unsafe handler
  }
}

extension LibXMLParser.Sink {
  fileprivate mutating func start(
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
        unsafe append(UnsafeBufferPointer(start: start, count: end - start), as: name)
      }
      if meaning.name == .other {
        let letters = unsafe String(cString: localName)
        unsafe letters.utf8.withContiguousStorageIfAvailable { unsafe append($0, as: .other) }
      }
    }
    let namespace = unsafe namespace(of: identifier)
    events.start(
      meaning.name, namespace, isIgnored: meaning.isIgnored && namespace == .word,
      attributesFrom: first)
  }

  /// Adds an attribute; libxml2 spells an ampersand in its value as `&#38;`, and no other reference.
  private mutating func append(_ value: UnsafeBufferPointer<UInt8>, as name: XMLName) {
    let first = events.bytes.count
    var index = 0
    while index < value.count {
      unsafe events.bytes.append(value[index])
      let isReference = unsafe value[index...].starts(with: "&#38;".utf8)
      index += isReference ? 5 : 1
    }
    events.endAttribute(name, from: first)
  }

  /// How many names and namespaces are remembered: real parts have some hundred.
  private static var mostKnown: Int { 1000 }

  private mutating func meaning(of name: UnsafePointer<xmlChar>) -> XMLMeaning {
    if let known = unsafe meanings[name] { return known }
    let meaning = unsafe XMLMeaning.known[String(cString: name)] ?? XMLMeaning()
    if unsafe meanings.count < Self.mostKnown { unsafe meanings[name] = meaning }
    return meaning
  }

  private mutating func namespace(of identifier: UnsafePointer<xmlChar>?) -> XMLNamespace {
    guard let identifier = unsafe identifier else { return .other }
    if let known = unsafe namespaces[identifier] { return known }
    let namespace = unsafe XMLNamespace.known[String(cString: identifier)] ?? .other
    if unsafe namespaces.count < Self.mostKnown { unsafe namespaces[identifier] = namespace }
    return namespace
  }
}
