internal import ProgrammeModel
internal import VietnameseText

/// What stands at the head of an RTF file: code page, fonts, styles and lists.
///
/// It is read before the text, up to the first paragraph, with a tokenizer of its own: the text then passes
/// over it.
struct RTFDefinitions {
  /// The code page of the file.
  private(set) var page = CodePage.western
  /// The fonts by their numbers.
  private(set) var fonts: [Int: RTFFont] = [:]
  /// The number of the font of text that names none.
  private(set) var defaultFont: Int?
  /// Whether LibreOffice or OpenOffice wrote the file: they write U+00AD, ư in fonts of TCVN3, as `\-`.
  private(set) var isFromLibreOffice = false
  /// The names of fonts, for the document.
  private(set) var fontNames = FontTable()
  /// The styles of paragraphs.
  private(set) var styles: [Styles.Style] = []
  /// The lists.
  var lists: [Numbering.Abstract] = []
  /// The uses of the lists.
  var instances: [Numbering.Instance] = []

  var tokenizer: RTFTokenizer
  let budget: ReadingAccount

  /// Reads the head of a file.
  init(_ tokenizer: RTFTokenizer, _ budget: ReadingAccount) throws(ReadingError) {
    self.tokenizer = tokenizer
    self.budget = budget
    try read()
  }

  /// The font of a number, or the default one, or one that says nothing.
  func font(_ number: Int?) -> RTFFont {
    if let font = (number ?? defaultFont).flatMap({ fonts[$0] }) { return font }
    var font = RTFFont()
    font.settle(filePage: page)
    return font
  }

  /// Reads up to the first word of a paragraph.
  private mutating func read() throws(ReadingError) {
    var isStarred = false
    while let token = tokenizer.next() {
      switch token {
      case .symbol(UInt8(ascii: "*")):
        isStarred = true
        continue
      case .word(let word, let number):
        switch word {
        case .mac: page = CodePage(10000)
        case .pc: page = CodePage(437)
        case .pca: page = CodePage(850)
        case .ansicpg: page = number.map { $0 > 0 ? CodePage($0) : .western } ?? .western
        case .deff: defaultFont = number
        case .generator: readGenerator()
        case .fonttbl: try readFonts()
        case .stylesheet: try readStyles()
        case .listtable: try readLists()
        case .listoverridetable: try readOverrides()
        case .par, .pard, .sectd, .trowd, .cell, .plain: return
        case _ where word.beginsSkippedGroup: tokenizer.skipGroup()
        case .other where isStarred: tokenizer.skipGroup()
        default: break
        }
      case .text(let range):
        if tokenizer.bytes[range].contains(where: { $0 > 0x20 }) { return }
      case .hexadecimal: return
      default: break
      }
      isStarred = false
    }
  }
}

extension RTFDefinitions {
  /// Reads the name of the program that wrote the file.
  private mutating func readGenerator() {
    var group = RTFNestedGroup()
    let name = gather(in: &group).text(in: page)
    isFromLibreOffice = name.contains("LibreOffice") || name.contains("OpenOffice")
  }
}

// The font table.
extension RTFDefinitions {
  private mutating func readFonts() throws(ReadingError) {
    var font = RTFFont()
    var number: Int?
    var name = RTFLetters()
    var group = RTFNestedGroup()
    while let token = tokenizer.next(in: &group) {
      switch token {
      case .word(.f, let next):
        try define(font, number, &name)
        font = RTFFont()
        number = next ?? 0
      case .word(.fcharset, let charset): font.charset = charset
      case .word(.cpg, let page): font.codePage = page
      case .text(let range):
        for byte in tokenizer.bytes[range] {
          guard byte == UInt8(ascii: ";") else {
            name.append(byte: byte)
            continue
          }
          try define(font, number, &name)
          font = RTFFont()
          number = nil
        }
      default: name.take(token)
      }
    }
    try define(font, number, &name)
  }

  /// Keeps a font with the name that was gathered; a number that comes again names the same font.
  private mutating func define(
    _ font: RTFFont, _ number: Int?, _ name: inout RTFLetters
  ) throws(ReadingError) {
    defer { name.removeAll() }
    guard let number, fonts[number] == nil else { return }
    try budget.use(1, of: .definitions)
    var font = font
    let charset = font.charset.flatMap { CodePage(charset: $0) }
    font.name = name.text(in: charset ?? page).trimmingBlanks
    font.index = fontNames.index(of: font.name)
    font.settle(filePage: page)
    fonts[number] = font
  }
}

// The style sheet.
extension RTFDefinitions {
  private mutating func readStyles() throws(ReadingError) {
    var style = Styles.Style()
    var format = RTFFormat()
    var isParagraphStyle = true
    var name = RTFLetters()
    var group = RTFNestedGroup()
    while let token = tokenizer.next(in: &group) {
      switch token {
      case .word(.cs, _), .word(.ds, _), .word(.ts, _), .word(.tsrowd, _): isParagraphStyle = false
      case .word(.sbasedon, let number): style.basedOn = number.map(Self.styleID)
      case .word(let word, let number):
        if !format.take(word, number) { name.take(token) }
      case .text(let range):
        for byte in tokenizer.bytes[range] {
          guard byte == UInt8(ascii: ";") else {
            name.append(byte: byte)
            continue
          }
          if isParagraphStyle {
            style.name = name.text(in: font(format.font).page).trimmingBlanks
            try define(style, format)
          }
          style = Styles.Style()
          format = RTFFormat()
          isParagraphStyle = true
          name.removeAll()
        }
      default: name.take(token)
      }
    }
  }

  private mutating func define(_ style: Styles.Style, _ format: RTFFormat) throws(ReadingError) {
    try budget.use(1, of: .definitions)
    var style = style
    style.id = Self.styleID(format.style)
    style.isParagraphStyle = true
    style.isDefault = format.style == 0
    // Every paragraph repeats what its style says; only what Word derives from the style itself counts.
    style.paragraph.outlineLevel =
      format.paragraph.outlineLevel ?? Self.headingLevel(named: style.name ?? "")
    styles.append(style)
  }

  /// The id of a style by its number.
  static func styleID(_ number: Int) -> String { String(number) }

  /// The outline level of Word's own headings, whose names in files are English in every language.
  private static func headingLevel(named name: String) -> Int? {
    let words = name.lowercased().split(separator: " ")
    guard words.count == 2, words[0] == "heading", let level = Int(words[1]),
      (1...9).contains(level)
    else { return nil }
    return level - 1
  }
}
