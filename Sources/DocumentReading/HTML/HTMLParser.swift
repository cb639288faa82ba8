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
      unsafe LibXML.object(of: context, as: Handler.self)
    }
  }

  /// Parses a page in UTF-8.
  static func parse(_ page: [UInt8], into builder: HTMLBuilder) -> HTMLBuilder {
    let handler = Handler(builder)
    parse(page, handler)
    handler.builder.endPage()
    return handler.builder
  }

  private static func parse(_ page: [UInt8], _ handler: Handler) {
    guard LibXML.isReady,
      let parser = unsafe cxml2_make_html_parser(
        Unmanaged.passUnretained(handler).toOpaque(),
        { context, name, attributes in
          let tag = unsafe (LibXML.text(name), HTMLParser.attributes(attributes))
          unsafe Handler.of(context)?.handle { $0.start(tag.0, tag.1) }
        },
        { context, name in
          let name = unsafe LibXML.text(name)
          unsafe Handler.of(context)?.handle { $0.end(name) }
        },
        { context, start, count in
          let text = unsafe Array(UnsafeBufferPointer(start: start, count: Int(count)))
          unsafe Handler.of(context)?.handle { $0.text(text) }
        })
    else { return }
    defer { unsafe htmlFreeParserCtxt(parser) }
    unsafe handler.parser = unsafe parser
    _ = unsafe page.withUnsafeBytes { bytes in
      unsafe cxml2_parse_html_chunk(parser, bytes.baseAddress, Int32(clamping: bytes.count), 0)
    }
    if handler.builder.failure == nil { unsafe cxml2_parse_html_chunk(parser, nil, 0, 1) }
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
