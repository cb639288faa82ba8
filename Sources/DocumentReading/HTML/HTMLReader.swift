internal import CXML2
internal import ProgrammeModel
internal import VietnameseText

/// Reads the HTML that a Word document holds in the place of text (`w:altChunk`).
///
/// It is no browser: blocks become paragraphs, list items get the labels that a browser prints, tables
/// stay tables, and scripts and styles say nothing.
struct HTMLReader {
  /// Reads a page; every page can be read, however broken.
  func read(_ bytes: [UInt8], named name: String) -> SourceDocument {
    var builder = HTMLBuilder()
    unsafe withUnsafeMutablePointer(to: &builder) { unsafe Self.parse(bytes, into: $0) }
    builder.endPage()
    var document = SourceDocument(name: name, format: .docx, blocks: builder.blocks)
    document.characterCount = builder.metCharacters
    document.paragraphCount = builder.paragraphCount
    return document
  }

  private static func parse(_ bytes: [UInt8], into builder: UnsafeMutablePointer<HTMLBuilder>) {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.startElement = { builder, name, _ in
      guard let name = unsafe name else { return }
      let tag = unsafe HTMLTag(rawValue: String(cString: name).lowercased())
      unsafe builder?.assumingMemoryBound(to: HTMLBuilder.self).pointee.start(tag ?? .other)
    }
    unsafe handler.endElement = { builder, name in
      guard let name = unsafe name else { return }
      let tag = unsafe HTMLTag(rawValue: String(cString: name).lowercased())
      unsafe builder?.assumingMemoryBound(to: HTMLBuilder.self).pointee.end(tag ?? .other)
    }
    unsafe handler.characters = { builder, start, count in
      guard let start = unsafe start else { return }
      unsafe builder?.assumingMemoryBound(to: HTMLBuilder.self).pointee
        .text(UnsafeBufferPointer(start: start, count: Int(count)))
    }
    unsafe handler.ignorableWhitespace = handler.characters
    // A handler that keeps silent: libxml2 would write to standard error.
    unsafe handler.serror = { _, _ in }
    unsafe bytes.withUnsafeBytes { buffer in
      guard let start = unsafe buffer.bindMemory(to: CChar.self).baseAddress else { return }
      // Bytes that say nothing of their encoding are UTF-8 where they can be.
      let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
      guard
        LibXML.isReady,
        let parser = unsafe htmlCreatePushParserCtxt(
          &handler, builder, nil, 0, nil,
          isUTF8 ? XML_CHAR_ENCODING_UTF8 : XML_CHAR_ENCODING_NONE)
      else { return }
      defer { unsafe htmlFreeParserCtxt(parser) }
      let options = HTML_PARSE_NONET.rawValue | HTML_PARSE_RECOVER.rawValue
      unsafe htmlCtxtUseOptions(parser, Int32(options))
      unsafe cxml2_parse_html_chunk(parser, start, Int32(clamping: bytes.count), 0)
      unsafe cxml2_parse_html_chunk(parser, start, 0, 1)
    }
  }
}

/// The tags that mean something for the text.
enum HTMLTag: String {
  case other = ""
  case p, div, br, hr, li, ul, ol, table, tr, td, th, b, strong, i, em, u, center
  case h1, h2, h3, h4, h5, h6, pre, blockquote, dl, dt, dd, section, article, header, footer
  case script, style, title, head, template, noscript, textarea, body, html, thead, tbody, tfoot
  case caption
}
