internal import ProgrammeModel
internal import VietnameseText

/// Reads the text of an RTF file into blocks.
///
/// It goes through the file once, with a stack of its own for groups and one for stories: however deep a
/// file nests, nothing calls itself.
struct RTFBodyReader: ~Copyable {
  /// The head of the file.
  let definitions: RTFDefinitions
  /// What may be used.
  let account: ReadingAccount
  /// What makes blocks of paragraphs.
  var builder: WordBuilder
  /// The pieces of the file.
  var tokenizer: RTFTokenizer

  /// The group that is open.
  var group = RTFGroup()
  /// The groups around it, the outermost first.
  var outer: [RTFGroup] = []
  /// The stories that are open, the innermost last; the body is never closed.
  var stories: [RTFStory]

  /// Text that is not yet put anywhere.
  var text: [UInt8] = []
  /// Bytes of text that are not yet decoded.
  var bytes: [UInt8] = []
  /// The first half of a surrogate pair, whose second half has to come next.
  var highSurrogate: UInt32?
  /// How many characters are still to be passed over: they stand in the place of the `\u` before them.
  var fallback = 0

  /// How many paragraphs were opened.
  var paragraphCount = 0
  /// The row that `\trowd` defines, and the one of the nested table.
  var row = RTFRow()
  var nestedRow = RTFRow()
  /// The fields that are open, the innermost last.
  var fields: [RTFField] = []
  /// The name of the property of a shape that comes next.
  var shapeProperty: [UInt8] = []
  /// The letters of a label, of a name or of a value that is being read.
  var gathered: [UInt8] = []

  /// The notes, in the order of the text.
  var notes: [SourceNote] = []
  /// The headers and footers, in the order of the file.
  var furniture: [RTFFurniture] = []
  /// Whether a section has a first page of its own, and whether left and right pages differ.
  var hasTitlePage = false
  var hasFacingPages = false
  /// How many embedded objects were passed over.
  var objectCount = 0
  /// How many bytes had no meaning in their code page, and halves of surrogate pairs.
  var lostBytes = 0
  var loneSurrogates = 0

  /// Starts to read a file whose head is read.
  init(_ tokenizer: RTFTokenizer, _ definitions: RTFDefinitions, _ account: ReadingAccount) {
    self.definitions = definitions
    self.account = account
    self.tokenizer = tokenizer
    builder = WordBuilder(
      file: account.file, part: nil, styles: Styles(definitions.styles),
      numbering: Numbering(
        definitions.lists, definitions.instances, largestNumber: account.limits.listNumber),
      fonts: definitions.fontNames, limits: account.limits, budget: account.budget)
    stories = [RTFStory(.body, isHidden: false, outerCounter: NumberingCounter())]
  }

  /// The innermost story.
  var story: RTFStory { stories[stories.count - 1] }

  /// Reads the file to its end, which is the brace that closes its first one.
  mutating func readAll() throws(ReadingError) {
    while let token = tokenizer.next() {
      guard let token = withoutFallback(token) else { continue }
      switch token {
      case .open: try open()
      case .close: try close()
      case .word(let word, let number): try take(word, number, token)
      case .symbol(UInt8(ascii: "*")): group.isStarred = true
      case .symbol(0x0A), .symbol(0x0D):
        flush()
        try endParagraph()
      case .symbol, .hexadecimal, .text: takeText(token)
      case .binary: break
      }
      // A word may pass over the rest of its group, of the first one too.
      if outer.isEmpty { return }
      if token != .open, token != .symbol(UInt8(ascii: "*")) { group.isFresh = false }
    }
    // Braces that are missing at the end close themselves.
    while !outer.isEmpty { try close() }
  }

  /// The document, once the file is read.
  consuming func finished() -> Outcome<SourceDocument> {
    var document = SourceDocument(name: account.file, format: .rtf)
    document.blocks = stories[0].flow.blocks
    document.paragraphCount = paragraphCount
    document.notes = notes.filter { $0.kind == .footnote } + notes.filter { $0.kind == .endnote }
    document.furniture = shownFurniture()
    document.fonts = builder.fonts.names
    if loneSurrogates > 0 {
      builder.diagnostics.append(Diagnostic(.loneSurrogates, String(loneSurrogates), "\\u"))
    }
    if lostBytes > 0 {
      builder.diagnostics.append(Diagnostic(.meaninglessBytes, String(lostBytes)))
    }
    if objectCount > 0 {
      builder.diagnostics.append(Diagnostic(.embeddedObjects, String(objectCount)))
    }
    builder.complete(&document)
    return Outcome(document, diagnostics: builder.diagnostics)
  }

  /// Takes away what stands in the place of a `\u`, up to the next brace.
  ///
  /// A character there is a byte, a `\'hh`, a whole word or symbol. Words that end a paragraph or cell, and
  /// other `\u`, are none: programs that write no such characters and do not say so would lose text.
  private mutating func withoutFallback(_ token: RTFToken) -> RTFToken? {
    guard fallback > 0 else { return token }
    switch token {
    case .open, .close:
      fallback = 0
      return token
    case .word(.u, _), .word(.uc, _), .word(.par, _), .word(.cell, _), .word(.row, _),
      .word(.nestcell, _), .word(.nestrow, _), .word(.sect, _):
      fallback = 0
      return token
    case .text(let range):
      let passed = min(fallback, range.count)
      fallback -= passed
      let rest = range.dropFirst(passed)
      return rest.isEmpty ? nil : .text(rest)
    default:
      fallback -= 1
      return nil
    }
  }
}

// Groups.
extension RTFBodyReader {
  private mutating func open() throws(ReadingError) {
    flush()
    guard outer.count < account.limits.elementDepth else { throw account.limit(.elementDepth) }
    outer.append(group)
    group = group.inner
  }

  /// Closes the innermost group and goes on with the format of the one around.
  mutating func close() throws(ReadingError) {
    guard let around = outer.popLast() else { return }
    flush()
    for ending in group.endings.reversed() {
      switch ending {
      case .story: try endStory()
      case .field: endField()
      case .label: endLabel()
      case .shapeProperty: endShapeProperty()
      }
    }
    if outer.isEmpty { try endStory() }
    group = around
  }

  /// Passes over the rest of the group.
  mutating func skipGroup() throws(ReadingError) {
    tokenizer.skipGroup()
    try close()
  }
}
