/// Changes XML as damaged, odd and hostile files have it, the same for the same seed.
///
/// ```swift
/// var mutator = XMLMutator(seed: 7)
/// let changed = mutator.mutated(Array("<a><b>c</b></a>".utf8))
/// ```
///
/// Most changes keep tags whole: elements are copied, moved, dropped, renamed and wrapped, attributes turned
/// around, texts broken by references, comments and nested elements. The rest changes bytes.
public struct XMLMutator {
  private var random: SeededGenerator
  private var tokens: [String] = []

  /// Starts from a seed.
  public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// The XML with one to five changes.
  public mutating func mutated(_ xml: [UInt8]) -> [UInt8] {
    tokens = Self.tokens(of: String(decoding: xml, as: UTF8.self))
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      switch Int.random(in: 0..<10, using: &random) {
      case 0: changeBlanks()
      case 1: turnAttributes()
      case 2, 3: breakText()
      case 4: insert()
      case 5: copy()
      case 6: drop()
      case 7: rename()
      case 8: wrap()
      default: declare()
      }
    }
    var bytes = Array(tokens.joined().utf8)
    if Int.random(in: 0..<8, using: &random) == 0 { changeBytes(&bytes) }
    return bytes
  }

  private static func tokens(of xml: String) -> [String] {
    var tokens: [String] = []
    var rest = Substring(xml)
    while !rest.isEmpty {
      let isTag = rest.first == "<"
      let end =
        isTag
        ? rest.firstIndex(of: ">").map { rest.index(after: $0) } ?? rest.endIndex
        : rest.firstIndex(of: "<") ?? rest.endIndex
      tokens.append(String(rest[..<end]))
      rest = rest[end...]
    }
    return tokens
  }

  private static func isStart(_ token: String) -> Bool {
    token.hasPrefix("<") && !token.hasPrefix("</") && !token.hasPrefix("<?")
      && !token.hasPrefix("<!")
  }

  private mutating func place(where fits: (String) -> Bool) -> Int? {
    guard !tokens.isEmpty else { return nil }
    let start = Int.random(in: tokens.indices, using: &random)
    let order = Array(start..<tokens.count) + Array(0..<start)
    return order.first { fits(tokens[$0]) }
  }

  /// The tokens of the element that starts at a place, if it is not too long.
  private func element(at start: Int) -> Range<Int>? {
    var depth = 0
    for index in start..<min(tokens.count, start + 400) {
      let token = tokens[index]
      if token.hasPrefix("</") {
        depth -= 1
      } else if Self.isStart(token), !token.hasSuffix("/>") {
        depth += 1
      }
      if depth <= 0 { return start..<index + 1 }
    }
    return nil
  }

  private mutating func changeBlanks() {
    guard let index = place(where: { $0.hasPrefix("<") }) else { return }
    let blank = [" ", "  ", "\n", "\t", "\r\n", "\r"].randomElement(using: &random) ?? " "
    switch Int.random(in: 0..<3, using: &random) {
    case 0: tokens[index] = String(tokens[index].dropLast()) + blank + ">"
    case 1: tokens[index] = tokens[index].replacing("=", with: "=" + blank, maxReplacements: 1)
    default: tokens[index] = tokens[index].replacing(" ", with: blank, maxReplacements: 1)
    }
  }

  private mutating func turnAttributes() {
    guard let index = place(where: { Self.isStart($0) && $0.contains("=\"") }) else { return }
    let isEmpty = tokens[index].hasSuffix("/>")
    var words = tokens[index].dropFirst().dropLast(isEmpty ? 2 : 1).split(separator: " ")
    let name = words.removeFirst()
    words.shuffle(using: &random)
    if Bool.random(using: &random), let word = words.first { words.append(word) }
    let tag = "<" + ([name] + words).joined(separator: " ") + (isEmpty ? "/>" : ">")
    tokens[index] = Bool.random(using: &random) ? tag : tag.replacing("\"", with: "'")
  }

  private static let pieces = [
    "&amp;", "&lt;", "&#65;", "&#x1EC7;", "&#0;", "&foo;", "&", "]]>", "<![CDATA[x<w:p>y]]>",
    "<!-- <w:p/> -->", "<?x y?>", "\t", "\r\n", "\r", "\u{7F}", "\u{85}", "\u{2028}", "\u{FFFE}",
    "\u{301}", "<w:foo/>", "<w:foo>z</w:foo>", "<w:foo>", "</w:foo>", "<w:tab/>", "<w:t>n</w:t>",
    "<w:p><w:r><w:t>n</w:t></w:r></w:p>", "<w:br w:type=\"page\"/>", "<x:y/>", "<",
  ]

  private mutating func breakText() {
    guard
      let index = place(where: { !$0.hasPrefix("<") && $0.contains(where: { !$0.isWhitespace }) })
    else { return }
    let text = Array(tokens[index].unicodeScalars)
    let cut = Int.random(in: 0...text.count, using: &random)
    let piece = Self.pieces.randomElement(using: &random) ?? ""
    var broken = String.UnicodeScalarView(text[..<cut])
    broken.append(contentsOf: piece.unicodeScalars)
    broken.append(contentsOf: text[cut...])
    tokens[index] = String(broken)
  }

  private static let names = [
    "p", "r", "t", "tab", "br", "sym", "pPr", "rPr", "sectPr", "sdt", "sdtContent", "ins", "del",
    "fldSimple", "fldChar", "instrText", "footnoteReference", "footnote", "drawing", "pict",
    "txbxContent", "altChunk", "tbl", "tr", "tc", "tcPr", "trPr", "vMerge", "gridSpan", "pStyle",
    "numPr", "numId", "ilvl", "vanish", "caps", "framePr", "ruby", "rt", "subDoc", "foo",
  ]

  private mutating func insert() {
    let name = Self.names.randomElement(using: &random) ?? "p"
    let index = Int.random(in: 0...tokens.count, using: &random)
    tokens.insert(
      [
        "<w:\(name)/>", "<w:\(name) w:val=\"1\"/>", "<w:\(name)>", "</w:\(name)>",
        "<w:\(name)><w:r><w:t>thêm</w:t></w:r></w:\(name)>",
        "<w:\(name)><w:p><w:r><w:t>thêm</w:t></w:r></w:p></w:\(name)>",
        "<q:\(name) xmlns:q=\"urn:q\">thêm</q:\(name)>", "lạc", " ",
      ].randomElement(using: &random) ?? "", at: index)
  }

  private mutating func copy() {
    guard let start = place(where: Self.isStart), let range = element(at: start) else { return }
    let copied = Array(tokens[range])
    let times = [1, 1, 1, 40].randomElement(using: &random) ?? 1
    let index = Int.random(in: 0...tokens.count, using: &random)
    for _ in 0..<times { tokens.insert(contentsOf: copied, at: index) }
  }

  private mutating func drop() {
    guard let start = place(where: Self.isStart) else { return }
    if Bool.random(using: &random), let range = element(at: start) {
      tokens.removeSubrange(range)
    } else {
      tokens.remove(at: start)
    }
  }

  private mutating func rename() {
    guard let start = place(where: Self.isStart), let range = element(at: start) else { return }
    let name = Self.names.randomElement(using: &random) ?? "p"
    for index in [range.lowerBound, range.upperBound - 1] {
      let isEnd = tokens[index].hasPrefix("</")
      let rest = tokens[index].drop { $0 != " " && $0 != ">" && !($0 == "/" && !isEnd) }
      guard tokens[index].hasPrefix("<") else { continue }
      let opening = tokens[index].hasSuffix("/>") && !rest.hasSuffix("/>") ? "/>" : String(rest)
      tokens[index] = (isEnd ? "</w:" : "<w:") + name + (isEnd ? ">" : opening)
    }
  }

  private mutating func wrap() {
    guard let start = place(where: Self.isStart), let range = element(at: start) else { return }
    let (opening, closing) =
      [
        ("<w:ins w:id=\"1\">", "</w:ins>"), ("<w:del>", "</w:del>"), ("<w:foo>", "</w:foo>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"), ("<w:r>", "</w:r>"),
        ("<w:p>", "</w:p>"), ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        (
          "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
            + "<mc:Choice Requires=\"w\">", "</mc:Choice></mc:AlternateContent>"
        ),
        (
          "<zz:x xmlns:zz=\"urn:zz\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
            + " mc:Ignorable=\"zz\">", "</zz:x>"
        ),
      ].randomElement(using: &random) ?? ("", "")
    let times = [1, 1, 1, 30].randomElement(using: &random) ?? 1
    tokens.insert(String(repeating: closing, count: times), at: range.upperBound)
    tokens.insert(String(repeating: opening, count: times), at: range.lowerBound)
  }

  private mutating func declare() {
    guard let index = place(where: { Self.isStart($0) && !$0.hasSuffix("/>") }) else { return }
    let declaration =
      [
        " xmlns:w=\"urn:other\"", " xmlns=\"urn:other\"", " xmlns:w = \"urn:other\"",
        " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"",
        " xml:space=\"preserve\"", " w:val=\"a&amp;b\"", " w:val=\"a<b\"",
      ].randomElement(using: &random) ?? ""
    tokens[index] = String(tokens[index].dropLast()) + declaration + ">"
  }

  private mutating func changeBytes(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: bytes.indices, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes.remove(at: place)
    case 2: bytes.insert("<>/\"'&; =\0:w\u{FF}".utf8.randomElement(using: &random) ?? 0, at: place)
    default: bytes.removeSubrange(place...)
    }
  }
}
