internal import CXML2

/// libxml2's push parser, which reads whatever XML there is.
@safe struct LibXMLParser: ~Copyable {
  /// What the callbacks write to.
  @safe private final class Sink {
    var events: XMLEventBuffer
    var parser: xmlParserCtxtPtr?

    init(limits: ReadingLimits) { events = XMLEventBuffer(limits: limits) }

    /// Adds an attribute; libxml2 spells an ampersand in its value as `&#38;`, and no other reference.
    func add(_ value: [UInt8], as name: XMLName) {
      let first = events.values.count
      var index = 0
      while index < value.count {
        events.values.append(value[index])
        index += value[index] == UInt8(ascii: "&") ? 5 : 1
      }
      events.endAttribute(name, from: first)
    }
  }

  private let parser: xmlParserCtxtPtr
  private let sink: Sink

  /// Makes a parser, or is `nil` where there is no memory.
  init?(limits: ReadingLimits) {
    sink = Sink(limits: limits)
    guard LibXML.isReady,
      let parser = unsafe cxml2_make_parser(
        Unmanaged.passUnretained(sink).toOpaque(),
        { context, name, prefix, _, declarationCount, declarations, count, _, values in
          guard let sink = unsafe LibXML.object(of: context, as: Sink.self) else { return }
          // Two pointers a declaration: prefix and identifier; five an attribute: local name, prefix, identifier,
          // start and end of the value.
          for index in 0..<Int(declarationCount) {
            unsafe sink.events.namespaces.declare(
              LibXML.text(declarations?[2 * index]),
              as: LibXML.text(declarations?[2 * index + 1]))
          }
          let first = sink.events.attributes.count
          for index in 0..<Int(count) {
            let name = unsafe XMLName.known[LibXML.text(values?[5 * index])] ?? .ignored
            if name == .ignored { continue }
            unsafe sink.add(
              LibXML.bytes(values?[5 * index + 3], values?[5 * index + 4]), as: name)
          }
          let (prefix, name) = unsafe (LibXML.text(prefix), LibXML.text(name))
          let element = sink.events.element(
            sink.events.namespaces.meaning(of: prefix), name, XMLName.known[name] ?? .other,
            from: first)
          sink.events.start(element)
        },
        { context, _, _, _ in unsafe LibXML.object(of: context, as: Sink.self)?.events.end() },
        { context, start, count in
          unsafe LibXML.object(of: context, as: Sink.self)?.events.text(
            UnsafeBufferPointer(start: start, count: Int(count)).span)
        },
        { context, _, _, _ in
          let sink = unsafe LibXML.object(of: context, as: Sink.self)
          sink?.events.stop(.documentType)
          unsafe xmlStopParser(sink?.parser)
        },
        { context, error in
          guard let error = unsafe error?.pointee, unsafe error.level == XML_ERR_FATAL else {
            return
          }
          let message = unsafe error.message.map { unsafe String(cString: $0) } ?? ""
          let reason = message.split(separator: "\n").first ?? "error"
          unsafe LibXML.object(of: context, as: Sink.self)?.events.stop(
            .malformed(line: Int(error.line), reason: String(reason)))
        })
    else { return nil }
    unsafe sink.parser = unsafe parser
    unsafe self.parser = unsafe parser
  }

  deinit { unsafe cxml2_free_parser(parser) }

  /// Reads the next bytes of a part.
  mutating func read(_ window: borrowing ByteWindow, into events: inout XMLEventBuffer) {
    swap(&events, &sink.events)
    let status = unsafe window.bytes.withUnsafeBytes {
      unsafe cxml2_parse_chunk(
        parser, $0.baseAddress, Int32(window.count), window.isLast ? 1 : 0)
    }
    swap(&events, &sink.events)
    if status != 0 { events.stop(.malformed(line: 1, reason: "error \(status)")) }
  }
}
