/// The rules of the `style` elements of a page, as far as they speak of tags and classes alone.
struct HTMLStyleSheet {
  /// What is said of a tag (`p`), of a class (`.MsoNormal`) or of both (`p.MsoNormal`).
  private var rules: [String: HTMLStyle] = [:]
  /// What was found for a tag with classes.
  private var found: [String: HTMLStyle] = [:]
  /// What was read of a style attribute.
  private var declared: [String: HTMLStyle] = [:]

  /// More rules than that are passed by: no page has as many.
  private static let mostRules = 20_000
  /// So many attributes are remembered.
  private static let mostDeclared = 4_096

  /// Reads rules such as `p.MsoNormal, li {font-family:".VnTime"}`.
  ///
  /// Rules for descendants, states and media say nothing here and are passed by.
  mutating func read(_ text: String) {
    found.removeAll()
    var rest = Self.withoutComments(Array(text.utf8))[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")), rules.count < Self.mostRules {
      let selectors = rest[..<open]
      var end = open + 1
      var depth = 1
      while end < rest.endIndex, depth > 0 {
        if rest[end] == UInt8(ascii: "{") { depth += 1 }
        if rest[end] == UInt8(ascii: "}") { depth -= 1 }
        end += 1
      }
      if !selectors.contains(UInt8(ascii: "@")) {
        let body = rest[(open + 1)..<max(open + 1, end - 1)]
        add(selectors, HTMLStyle(declarations: String(decoding: body, as: UTF8.self)))
      }
      rest = rest[end...]
    }
  }

  private mutating func add(_ selectors: ArraySlice<UInt8>, _ style: HTMLStyle) {
    for selector in selectors.split(separator: UInt8(ascii: ",")) {
      let name = String(decoding: selector, as: UTF8.self).trimmingBlanks
      let isPlain = name.utf8.allSatisfy {
        $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
          || ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z")
          || $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")
      }
      guard isPlain, !name.isEmpty else { continue }
      let key = name.lowercased()
      rules[key] = style.over(rules[key] ?? HTMLStyle())
    }
  }

  /// The text without `/* … */` and the `<!--` around old style sheets.
  private static func withoutComments(_ text: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var index = 0
    func opens(_ sign: StaticString) -> Bool {
      let length = sign.utf8CodeUnitCount
      guard index + length <= text.count else { return false }
      return String(describing: sign).utf8.elementsEqual(text[index..<(index + length)])
    }
    while index < text.count {
      if text[index] == UInt8(ascii: "/"), opens("/*") {
        index += 2
        while index < text.count, !(text[index] == UInt8(ascii: "*") && opens("*/")) { index += 1 }
        index += 2
      } else if text[index] == UInt8(ascii: "<"), opens("<!--") {
        index += 4
      } else if text[index] == UInt8(ascii: "-"), opens("-->") {
        index += 3
      } else {
        kept.append(text[index])
        index += 1
      }
    }
    return kept
  }

  /// What is said of an element: by its tag, its classes, and itself.
  mutating func style(
    of tag: HTMLTag, named name: String, _ attributes: HTMLAttributes
  ) -> HTMLStyle {
    var style = style(of: tag, named: name, classes: attributes.classes)
    if !attributes.style.isEmpty { style = declared(attributes.style).over(style) }
    return style
  }

  private mutating func style(
    of tag: HTMLTag, named name: String, classes: String
  ) -> HTMLStyle {
    let key = "\(name) \(classes)"
    if let known = found[key] { return known }
    var style = tag.style
    if let rule = rules[name] { style = rule.over(style) }
    let classes = classes.lowercased().split { $0.isWhitespace }
    for name in classes { if let rule = rules[".\(name)"] { style = rule.over(style) } }
    for one in classes { if let rule = rules["\(name).\(one)"] { style = rule.over(style) } }
    if found.count < Self.mostDeclared { found[key] = style }
    return style
  }

  private mutating func declared(_ declarations: String) -> HTMLStyle {
    if let known = declared[declarations] { return known }
    let style = HTMLStyle(declarations: declarations)
    if declared.count < Self.mostDeclared { declared[declarations] = style }
    return style
  }
}
