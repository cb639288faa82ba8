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

    /// Stops the parser once the builder has met a limit.
    func stopAfterFailure() {
      guard builder.failure != nil else { return }
      unsafe xmlStopParser(parser)
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
      guard let handler = unsafe HTMLParser.handler(context), let name = unsafe name else { return }
      unsafe handler.builder.start(
        String(cString: name), HTMLParser.attributes(attributes))
      handler.stopAfterFailure()
    }
    unsafe events.endElement = { context, name in
      guard let handler = unsafe HTMLParser.handler(context), let name = unsafe name else { return }
      unsafe handler.builder.end(String(cString: name))
      handler.stopAfterFailure()
    }
    unsafe events.characters = { context, start, count in
      guard let handler = unsafe HTMLParser.handler(context), let start = unsafe start else {
        return
      }
      unsafe handler.builder.text(Array(UnsafeBufferPointer(start: start, count: Int(count))))
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

  private static func handler(_ context: UnsafeMutableRawPointer?) -> Handler? {
    unsafe context.map { unsafe Unmanaged<Handler>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The attributes of a list of names and values that ends with `nil`.
  private static func attributes(
    _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) -> HTMLAttributes {
    var attributes = HTMLAttributes()
    guard var place = unsafe list else { return attributes }
    while let name = unsafe place.pointee {
      let value = unsafe place.advanced(by: 1).pointee
      unsafe attributes.take(String(cString: name), value.map { unsafe String(cString: $0) } ?? "")
      unsafe place += 2
    }
    return attributes
  }
}
