internal import ProgrammeModel

/// What a rule of CSS says that matters for the text; what it leaves open comes from elsewhere.
///
/// Word writes into the styles of its pages what HTML has no words for: lists, notes, tabs (`mso-…`).
struct HTMLStyle {
  // What elements inside inherit.
  var font: String?
  var isBold: Bool?
  var isItalic: Bool?
  var isUnderlined: Bool?
  var isCapital: Bool?
  var isHidden: Bool?
  var alignment: ParagraphFormat.Alignment?
  var isPreformatted: Bool?
  var listStyle: String?

  // The elements inside do not inherit these.
  /// Whether a page starts before it.
  var startsPage: Bool?
  /// Whether it draws a border.
  var hasBorder: Bool?
  /// The list and the level of a paragraph of Word (`mso-list:l0 level1 lfo1`).
  var list: (list: Int, level: Int)?
  /// Whether it is the label of such a paragraph (`mso-list:Ignore`).
  var isLabel: Bool?
  /// What part of a document it is (`mso-element:footnote`).
  var part: String?
  /// The note that it refers to (`mso-footnote-id:ftn1`).
  var note: (number: Int, kind: SourceNote.Kind)?
  /// Whether it is the mark of a note or comment, which Word counts anew.
  var isMark: Bool?
  /// How many tabs it stands for.
  var tabCount: Int?

  /// This style, and where it says nothing that of `base`.
  func over(_ base: HTMLStyle) -> HTMLStyle {
    var merged = inherited(over: base)
    merged.startsPage = startsPage ?? base.startsPage
    merged.hasBorder = hasBorder ?? base.hasBorder
    merged.list = list ?? base.list
    merged.isLabel = isLabel ?? base.isLabel
    merged.part = part ?? base.part
    merged.note = note ?? base.note
    merged.isMark = isMark ?? base.isMark
    merged.tabCount = tabCount ?? base.tabCount
    return merged
  }

  /// This style inside an element with another.
  func inherited(over parent: HTMLStyle) -> HTMLStyle {
    var merged = self
    merged.font = font ?? parent.font
    merged.isBold = isBold ?? parent.isBold
    merged.isItalic = isItalic ?? parent.isItalic
    merged.isUnderlined = isUnderlined ?? parent.isUnderlined
    merged.isCapital = isCapital ?? parent.isCapital
    merged.isHidden = isHidden ?? parent.isHidden
    merged.alignment = alignment ?? parent.alignment
    merged.isPreformatted = isPreformatted ?? parent.isPreformatted
    merged.listStyle = listStyle ?? parent.listStyle
    return merged
  }

  /// How a run looks.
  var runStyle: RunStyle {
    var style: RunStyle = []
    if isBold ?? false { style.insert(.bold) }
    if isItalic ?? false { style.insert(.italic) }
    if isUnderlined ?? false { style.insert(.underlined) }
    if isCapital ?? false { style.insert(.capitals) }
    return style
  }
}

extension HTMLStyle {
  /// Reads declarations such as `font-family:".VnTime"; text-align:center`.
  init(declarations: some StringProtocol) {
    for declaration in declarations.split(separator: ";") {
      guard let colon = declaration.firstIndex(of: ":") else { continue }
      let name = declaration[..<colon].lowercased().filter { !$0.isWhitespace }
      take(name, String(declaration[declaration.index(after: colon)...]).trimmingBlanks)
    }
  }

  private mutating func take(_ name: String, _ value: String) {
    let word = value.lowercased()
    switch name {
    case "font-family": font = Self.family(of: value)
    case "font": font = Self.family(ofShorthand: value) ?? font
    case "font-weight": isBold = word.hasPrefix("bold") || (Int(word) ?? 0) >= 600
    case "font-style": isItalic = word.hasPrefix("italic") || word.hasPrefix("oblique")
    case "text-decoration", "text-decoration-line":
      isUnderlined = word.contains("underline")
    case "text-transform": isCapital = word.hasPrefix("uppercase")
    case "display": if word.hasPrefix("none") { isHidden = true }
    case "visibility": isHidden = word.hasPrefix("hidden")
    case "mso-hide": isHidden = word.hasPrefix("all")
    case "text-align": alignment = Self.alignment(of: word)
    case "white-space": isPreformatted = word.hasPrefix("pre")
    case "list-style-type", "list-style":
      listStyle = word.split(separator: " ").first.map(String.init)
    case "page-break-before", "break-before":
      startsPage = word.hasPrefix("always") || word.hasPrefix("page")
    case "mso-list": takeList(word)
    case "mso-element": part = word
    case "mso-footnote-id": note = Self.number(in: word).map { ($0, .footnote) }
    case "mso-endnote-id": note = Self.number(in: word).map { ($0, .endnote) }
    case "mso-special-character":
      if ["footnote", "endnote", "comment"].contains(word) { isMark = true }
    case "mso-tab-count": tabCount = Self.number(in: word)
    case _ where name.hasPrefix("border"): takeBorder(name, word)
    default: break
    }
  }

  private mutating func takeList(_ word: String) {
    if word.hasPrefix("ignore") { return isLabel = true }
    let words = word.split(separator: " ")
    guard words.count >= 2, let list = Self.number(in: words[0]),
      let level = Self.number(in: words[1])
    else { return }
    self.list = (list, min(max(level - 1, 0), 8))
  }

  private mutating func takeBorder(_ name: String, _ word: String) {
    let strokes = ["solid", "double", "dotted", "dashed", "groove", "ridge", "inset", "outset"]
    if strokes.contains(where: { word.contains($0) }) {
      hasBorder = true
    } else if hasBorder == nil, name == "border", word.contains("none") {
      hasBorder = false
    }
  }

  /// The alignment of a word of CSS, or of the attribute `align`.
  static func alignment(of word: String) -> ParagraphFormat.Alignment? {
    switch word {
    case "left", "justify", "start": .start
    case "center", "middle": .center
    case "right", "end": .end
    default: nil
    }
  }

  /// The first of several families, without quotation marks.
  static func family(of value: String) -> String? {
    let first = value.split(separator: ",").first ?? ""
    let name = String(first.filter { $0 != "\"" && $0 != "'" }).trimmingBlanks
    return name.isEmpty || name == "inherit" ? nil : name
  }

  /// The family in `font:bold 7.0pt "Times New Roman"`, which stands behind the size.
  private static func family(ofShorthand value: String) -> String? {
    let words = value.split(separator: " ")
    guard let size = words.lastIndex(where: { $0.first.map { $0.isNumber || $0 == "." } ?? false })
    else { return nil }
    // `.VnTime` begins like a size.
    let isSize = words[size].dropFirst().first?.isNumber ?? true
    let rest = words[(isSize ? size + 1 : size)...].joined(separator: " ")
    return family(of: rest)
  }

  /// Takes what LibreOffice says of notes by classes and ids: `sdfootnoteanc` is a mark, `sdfootnotesym` the
  /// same mark at the note, and `sdfootnote1` the note.
  mutating func takeNote(of attributes: HTMLAttributes) {
    for kind in [SourceNote.Kind.footnote, .endnote] {
      let name = "sd\(kind.rawValue)"
      if attributes.classes == "\(name)anc" {
        note = Self.number(in: attributes.name).map { ($0, kind) }
        isMark = note != nil
      } else if attributes.classes == "\(name)sym" {
        isMark = true
      } else if attributes.id.hasPrefix(name),
        attributes.id.dropFirst(name.count).allSatisfy(\.isNumber)
      {
        part = kind.rawValue
      }
    }
  }

  /// The first number in a word, such as 12 in `ftn12`.
  static func number(in word: some StringProtocol) -> Int? {
    word.utf8.split { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.first.flatMap {
      Int(String(decoding: $0.prefix(9), as: UTF8.self))
    }
  }
}
