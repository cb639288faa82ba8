internal import ProgrammeModel
internal import VietnameseText

/// Reads an HTML page as a document, also one that stands in a Word document in the place of text
/// (`w:altChunk`) or in a package of MIME.
///
/// ```swift
/// let bytes = Array("<meta charset=utf-8><ol><li>Việc một</ol>".utf8)
/// try HTMLReader(limits: ReadingLimits()).read(bytes, named: "a.doc")  // "1." and "Việc một"
/// ```
struct HTMLReader {
  /// The limits.
  var limits: ReadingLimits
  /// What was used of what is allowed; documents in documents share it.
  var budget: ReadingBudget

  /// Makes a reader with all that the limits allow.
  init(limits: ReadingLimits) {
    self.init(limits: limits, budget: ReadingBudget(limits))
  }

  /// Makes a reader with what others have left.
  init(limits: ReadingLimits, budget: ReadingBudget) {
    self.limits = limits
    self.budget = budget
  }

  /// How many bytes tell whether a file is a page.
  static let headLength = 8_192

  /// Whether a file that begins so is a page of HTML: it opens with a tag of HTML, or with a comment or
  /// declaration behind which one comes.
  static func isPage(_ head: [UInt8]) -> Bool {
    var letters = head.filter { $0 != 0 }[...]
    for mark in [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]]
    where letters.starts(with: mark) {
      letters = letters.dropFirst(mark.count)
    }
    letters = letters.drop { $0 <= 0x20 }
    guard letters.first == UInt8(ascii: "<") else { return false }
    let text = String(decoding: letters, as: UTF8.self).lowercased()
    if text.hasPrefix("<!doctype html") { return true }
    if text.hasPrefix("<!--") || text.hasPrefix("<?xml") || text.hasPrefix("<!doctype") {
      return text.contains("<html") || text.contains("<body")
    }
    let name = text.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let next = text.dropFirst(1 + name.count).first
    guard next == ">" || next == "/" || next?.isWhitespace ?? false else { return false }
    return openingTags.contains(String(name))
  }

  /// The tags with which pages begin; text that begins with `<` is mostly none of them.
  private static let openingTags: Set<String> = [
    "html", "head", "body", "meta", "title", "table", "div", "center", "font", "span", "style",
    "script", "link", "p", "h1", "h2", "h3", "br", "b", "strong",
  ]

  /// Reads the bytes of a page; `charset` is the one that the package around it names.
  func read(
    _ bytes: [UInt8], named name: String, charset: String? = nil
  ) throws(ReadingError) -> Outcome<SourceDocument> {
    let charset = HTMLCharset(of: bytes, named: charset)
    var document = SourceDocument(name: name, format: .html, encoding: charset.encoding)
    var builder = try parse(charset.text(of: bytes), named: name)
    if charset.encoding == .bytes, builder.fonts.hasLegacyFont || builder.hasWideCharacters {
      // Fonts and entities speak of characters, not of the bytes of one encoding.
      let page = HTMLCharset(page: .western)
      document.encoding = page.encoding
      builder = try parse(page.text(of: bytes), named: name)
    }
    let diagnostics = builder.complete(&document)
    return Outcome(document, diagnostics: diagnostics)
  }

  private func parse(_ page: [UInt8], named name: String) throws(ReadingError) -> HTMLBuilder {
    let markup = HTMLMarkup.withoutConditions(page)
    let account = ReadingAccount(file: name, limits: limits, budget: budget)
    let builder = HTMLParser.parse(
      markup,
      into: HTMLBuilder(account, deepest: Self.depth(for: markup, limits)))
    if let failure = builder.failure { throw failure }
    return builder
  }

  /// How deep the elements of a page may stand in one another.
  ///
  /// Pages leave elements open by the hundred, and libxml2 looks at all of them for every end tag: the
  /// more end tags there are, the fewer may be open.
  private static func depth(for page: [UInt8], _ limits: ReadingLimits) -> Int {
    max(limits.elementDepth, min(mostSteps / max(HTMLMarkup.endTagCount(of: page), 1), 8_192))
  }

  /// How many looks at open elements cost a second at most.
  private static let mostSteps = 1 << 27
}

extension FontTable {
  /// Whether there is a font from before Unicode.
  fileprivate var hasLegacyFont: Bool { names.contains { LegacyFont(named: $0) != nil } }
}
