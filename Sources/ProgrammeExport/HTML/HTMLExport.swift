public import ProgrammeModel

/// Writes a page for reviewing a document: its text on the left with the facts marked, the task tree on
/// the right, what is in doubt on top.
///
/// The page is one file and asks the network for nothing; its policy lets only its own script run. It
/// speaks Vietnamese and English, works with the keyboard and without a mouse, prints, and shrinks to a
/// phone. Without scripts the text and the tree can still be read.
public struct HTMLExport: Sendable {
  /// The language that the page opens in; the reader can change it there.
  public var language: MessageLanguage

  /// The roles of the entries that the page opens with; the reader can ask for others there.
  public var roles: Set<ProgrammeTask.Role>

  /// Where the page stands in a site, or `nil` for a page that stands alone.
  package var site: SitePlace?

  /// Makes an export.
  public init(
    language: MessageLanguage = .vietnamese,
    roles: Set<ProgrammeTask.Role> = ProgrammeTask.Role.usual
  ) {
    self.language = language
    self.roles = roles
  }

  /// The page of one document, with the normalised text that it was made from.
  ///
  /// A programme that was read from an output does not know its places in the text: nothing of it is marked there.
  public func bytes(of programme: Programme, source: SourceDocument) -> [UInt8] {
    let text = ReviewedSource(source, programme)
    var page = HTMLWriter()
    let record = site.map { _ in SiteRecord(of: programme, roles: roles) }
    page.head(programme.pageTitle, language, record)
    page.banner(programme, programme.pageTitle, site)
    page.raw("<main id=\"main\" tabindex=\"-1\">")
    page.diagnostics(programme.diagnostics, text)
    page.record(programme)
    page.entries(programme, roles)
    page.raw("<div class=\"panes\">")
    page.source(source, text)
    page.tree(programme)
    page.raw("</div></main>")
    page.raw("<script>\(ReviewPage.script)</script>")
    if let site {
      page.open("script", ["src": site.root + site.neighbours])
      page.close("script")
    }
    page.raw("</body></html>\n")
    return page.bytes
  }
}

extension HTMLWriter {
  fileprivate mutating func head(
    _ title: String, _ language: MessageLanguage, _ record: SiteRecord?
  ) {
    let policy =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
      + "script-src 'sha256-\(ReviewPage.scriptDigest)'"
      + (record == nil ? "" : " \(SitePage.besidePolicy)")
    raw("<!DOCTYPE html>\n")
    open("html", ["lang": "vi", "data-language": language.rawValue])
    raw("<head><meta charset=\"utf-8\">")
    // In front, where it is found without reading the page.
    if let record { append(record.markup) }
    open("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
    raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    raw("<meta name=\"color-scheme\" content=\"light dark\">")
    element("title", [:], title)
    raw("<style>\(ReviewPage.style)</style></head><body>")
  }

  fileprivate mutating func banner(_ programme: Programme, _ title: String, _ site: SitePlace?) {
    raw("<a class=\"skip\" href=\"#main\">")
    word(.skipToContent)
    raw("</a><header class=\"banner\"><div class=\"name\">")
    if let site { ways(from: site) }
    element("p", ["class": "file"], programme.source.name)
    element("h1", [:], title)
    raw("</div><form class=\"find\" role=\"search\"><label for=\"find\">")
    word(.find)
    raw("</label><span class=\"field\">")
    raw("<input id=\"find\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\">")
    raw("<output id=\"found\" for=\"find\" aria-live=\"polite\"></output></span></form>")
    raw("<button type=\"button\" id=\"language\">")
    word(.otherLanguage)
    raw("</button></header>")
    raw("<nav class=\"switch\"><a href=\"#source\" id=\"to-source\">")
    word(.text)
    raw("</a><a href=\"#tree\" id=\"to-tree\">")
    word(.taskTree)
    raw("</a></nav>")
  }
}
