internal import CXML2
internal import VietnameseText

/// Hands the tags and texts of an HTML page to a builder, as libxml2's parser for HTML finds them.
///
/// Any bytes are a page to it: what is broken is mended as browsers do.
enum HTMLParser {
  /// What the callbacks of libxml2 work on.
  @safe private final class Handler {
    var builder: HTMLBuilder
    var parser: htmlParserCtxtPtr?

    init(_ builder: HTMLBuilder) {
      self.builder = builder
    }

    /// Lets the builder take an event; once it has met a limit, the parser is stopped.
    func handle(_ take: (inout HTMLBuilder) -> Void) {
      take(&builder)
      if builder.failure != nil { unsafe xmlStopParser(parser) }
    }

    /// The handler that libxml2 hands to a callback.
    static func of(_ context: UnsafeMutableRawPointer?) -> Handler? {
      unsafe context.map { unsafe Unmanaged<Handler>.fromOpaque($0).takeUnretainedValue() }
    }
  }

  /// Parses a page in UTF-8.
  static func parse(_ page: [UInt8], into builder: HTMLBuilder) -> HTMLBuilder {
    let handler = Handler(builder)
    unsafe parse(page, Unmanaged.passUnretained(handler).toOpaque(), handler)
    handler.builder.endPage()
    return handler.builder
  }

  private static func parse(
    _ page: [UInt8], _ context: UnsafeMutableRawPointer, _ handler: Handler
  ) {
    var events = unsafe xmlSAXHandler()
    unsafe events.startElement = { context, name, attributes in
      let tag = unsafe (name: LibXML.text(name), attributes: HTMLParser.attributes(attributes))
      unsafe Handler.of(context)?.handle { $0.start(tag.name, tag.attributes) }
    }
    unsafe events.endElement = { context, name in
      let name = unsafe LibXML.text(name)
      unsafe Handler.of(context)?.handle { $0.end(name) }
    }
    unsafe events.characters = { context, start, count in
      let text = unsafe Array(UnsafeBufferPointer(start: start, count: Int(count)))
      unsafe Handler.of(context)?.handle { $0.text(text) }
    }
    unsafe events.ignorableWhitespace = events.characters
    // A handler that keeps silent: libxml2 would write to standard error.
    unsafe events.serror = { _, _ in }
    unsafe page.withUnsafeBytes { buffer in
      guard LibXML.isReady, let start = unsafe buffer.bindMemory(to: CChar.self).baseAddress,
        let parser = unsafe htmlCreatePushParserCtxt(
          &events, context, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
      else { return }
      defer { unsafe htmlFreeParserCtxt(parser) }
      unsafe handler.parser = unsafe parser
      // The page is UTF-8 by now, whatever it says of itself.
      let options =
        HTML_PARSE_NONET.rawValue | HTML_PARSE_RECOVER.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      unsafe htmlCtxtUseOptions(parser, Int32(options))
      unsafe cxml2_parse_html_chunk(parser, start, Int32(clamping: buffer.count), 0)
      if handler.builder.failure == nil { unsafe cxml2_parse_html_chunk(parser, start, 0, 1) }
    }
  }

  /// The attributes of a list of names and values that ends with `nil`.
  private static func attributes(
    _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) -> HTMLAttributes {
    var attributes = HTMLAttributes()
    var index = 0
    while let name = unsafe list?[index] {
      unsafe attributes.take(LibXML.text(name), LibXML.text(list?[index + 1]))
      index += 2
    }
    return attributes
  }
}
