internal import ProgrammeModel
internal import VietnameseText

/// Makes blocks of the tags and texts of an HTML page.
///
/// It is no browser: blocks become paragraphs, list items get the labels that a browser prints, tables stay
/// tables, and scripts and styles say nothing. Pages that Word wrote have labels, notes and tabs of Word.
struct HTMLBuilder {
  /// How text is taken.
  enum Mode {
    /// As text of the page.
    case shown
    /// Not at all: no page shows it.
    case silent
    /// As the text of a style sheet.
    case styleSheet
    /// As the label of the paragraph.
    case label
    /// Counted as unread, by the name of what it is.
    case unread(String)
  }

  /// An element that is open.
  struct Element {
    var tag: HTMLTag
    var style: HTMLStyle
    var mode: Mode
    var heading: Int?
    /// Whether a list, table, cell, part of the document or label ends with it.
    var isContainer = false
  }

  /// A list that is open.
  struct OpenList {
    var number: Int
    let place: Int
  }

  /// A part of the document that is open, with the blocks that stood before it.
  struct OpenPart {
    enum Kind {
      case note(Int, SourceNote.Kind)
      case furniture(PageFurniture.Kind)
    }
    var kind: Kind
    var outer: [SourceBlock]
  }

  /// What may be used.
  let account: ReadingAccount
  /// How deep elements may stand in one another.
  let deepest: Int
  /// Why reading stops.
  var failure: ReadingError?

  /// The blocks so far, of the innermost cell or part where one is open.
  var blocks: [SourceBlock] = []
  /// The elements that are open.
  private var elements: [Element] = []
  /// The rules of the page.
  private var styleSheet = HTMLStyleSheet()
  private var styleText: [UInt8] = []

  /// The text of the paragraph that is open, and its runs and notes.
  var bytes: [UInt8] = []
  private var runs: [TextRun] = []
  private var references: [NoteReference] = []
  private var look = Look()
  private var label: ListLabel?
  private var labelText: [UInt8] = []
  private var labelPlace: (list: Int, level: Int)?
  private var startsPage = false

  private var lists: [OpenList] = []
  private var listCount = 0
  var tables: [HTMLTable] = []
  private var parts: [OpenPart] = []
  private var noteReferences = NoteReferences()
  private var notesByID: [SourceNote] = []
  private var furniture: [PageFurniture] = []
  private(set) var fonts = FontTable()

  private(set) var paragraphCount = 0
  private(set) var pictureCount = 0
  private var metCharacters = 0
  private var unread: [UnreadContent] = []
  private var hasTrackedChanges = false
  /// Whether a character beyond U+00FF was met.
  private(set) var hasWideCharacters = false

  /// How a run looks.
  private struct Look: Equatable {
    var font: Int32?
    var style: RunStyle = []
  }

  /// Starts a page.
  init(_ account: ReadingAccount, deepest: Int) {
    self.account = account
    self.deepest = deepest
  }

  private var current: Element? { elements.last }
}

// Elements.
extension HTMLBuilder {
  /// Begins an element.
  mutating func start(_ name: String, _ attributes: HTMLAttributes) {
    guard elements.count < deepest else { return fail(.elementDepth) }
    let tag = HTMLTag(rawValue: name) ?? .other
    var style = styleSheet.style(of: tag, named: name, attributes)
    if !attributes.face.isEmpty { style.font = attributes.face }
    if let alignment = HTMLStyle.alignment(of: attributes.align.lowercased()) {
      // The alignment of a table is that of the table on the page.
      if tag != .table { style.alignment = style.alignment ?? alignment }
    }
    if attributes.isHidden { style.isHidden = true }
    if attributes.classes.hasPrefix("sd") || attributes.id.hasPrefix("sd") {
      style.takeNote(of: attributes)
    }
    var element = Element(tag: tag, style: style, mode: .shown, heading: tag.headingLevel)
    if let parent = elements.last {
      element.style = style.inherited(over: parent.style)
      if tag == .table { element.style.alignment = style.alignment }
      element.heading = element.heading ?? parent.heading
      element.mode = parent.mode
    }
    if tag == .style {
      element.mode = .styleSheet
      styleText.removeAll(keepingCapacity: true)
    }
    if case .shown = element.mode { begin(&element, own: style, attributes) }
    elements.append(element)
  }

  /// Ends an element; the parser sees to it that it is the innermost one, or nearly so.
  mutating func end(_ name: String) {
    let tag = HTMLTag(rawValue: name) ?? .other
    guard let place = elements.lastIndex(where: { $0.tag == tag }) else { return }
    while elements.count > place { endInnermost() }
  }

  /// Ends everything that is still open.
  mutating func endPage() {
    while !elements.isEmpty { endInnermost() }
    endParagraph()
  }

  /// Stops reading: a limit is met.
  mutating func fail(_ kind: ReadingLimits.Kind) {
    if failure == nil { failure = account.limit(kind) }
  }

  /// Begins an element of the page.
  private mutating func begin(
    _ element: inout Element, own style: HTMLStyle, _ attributes: HTMLAttributes
  ) {
    let tag = element.tag
    if tag.isBlock { endParagraph() }
    if tag.isSilent {
      element.mode = .silent
    } else if tag == .del, attributes.isDated {
      // What a tracked change took away; a `del` without a date is struck text that the page shows.
      element.mode = .silent
      hasTrackedChanges = true
    } else if tag == .rt {
      element.mode = .unread("rt")
    } else if element.style.isHidden ?? false {
      element.mode = .unread(Unread.hidden)
    } else if style.isMark ?? false {
      element.mode = .silent
      if let note = style.note, parts.isEmpty { refer(to: note.number, note.kind) }
    } else if style.isLabel ?? false {
      element.mode = .label
      element.isContainer = true
      labelText.removeAll(keepingCapacity: true)
    } else if let part = style.part {
      begin(part, &element, attributes)
    }
    guard case .shown = element.mode else { return }
    if let note = style.note, parts.isEmpty { refer(to: note.number, note.kind) }
    if style.startsPage ?? false { startsPage = true }
    if let tabs = style.tabCount, tabs > 0 {
      bytes.append(UInt8(ascii: "\t"))
      element.mode = .silent
    }
    if tag == .p || tag == .div || tag == .li || tag.headingLevel != nil { labelPlace = style.list }
    switch tag {
    case .br: breakLine()
    case .img: pictureCount += 1
    case .ul, .ol, .dir, .menu:
      listCount += 1
      lists.append(OpenList(number: (attributes.number ?? 1) - 1, place: listCount))
      element.isContainer = true
      if let format = Self.listStyle(ofType: attributes.type) { element.style.listStyle = format }
    case .li:
      beginItem(element.style, attributes)
      element.isContainer = true
    case .table, .caption, .thead, .tbody, .tfoot, .tr, .td, .th:
      begin(tag, &element, style, attributes)
    default: break
    }
  }

  private mutating func endInnermost() {
    guard let element = elements.last else { return }
    // The paragraph looks as the element says, up to its end.
    if case .shown = element.mode, element.tag.isBlock { endParagraph() }
    elements.removeLast()
    switch element.mode {
    case .styleSheet where element.tag == .style:
      styleSheet.read(String(decoding: styleText, as: UTF8.self))
      return
    case .label:
      if element.isContainer { endLabel(element.style.font) }
      return
    case .shown: break
    default:
      if !element.isContainer { return }
    }
    guard element.isContainer else { return }
    switch element.tag {
    case .ul, .ol, .dir, .menu: lists.removeLast()
    case .li: endItem()
    case .td, .th: endCell()
    case .tr: endRow()
    case .thead, .tbody, .tfoot: endTableHead()
    case .caption: endCaption()
    case .table: endTable()
    default: endPart()
    }
  }
}

// Text.
extension HTMLBuilder {
  /// Adds text; white space is one blank, except in `pre`.
  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    switch current?.mode ?? .shown {
    case .silent: break
    case .styleSheet: unsafe styleText.append(contentsOf: text)
    case .unread(let element): unsafe skip(text.visibleCharacterCount, element: element)
    case .label: unsafe labelText.append(contentsOf: inSymbolFont(Array(text)))
    case .shown: unsafe show(inSymbolFont(Array(text)))
    }
  }

  private mutating func show(_ text: [UInt8]) {
    let style = current?.style ?? HTMLStyle()
    take(Look(font: style.font.flatMap { fonts.index(of: $0) }, style: style.runStyle))
    let start = bytes.count
    let isPreformatted = style.isPreformatted ?? false
    for byte in text {
      switch byte {
      case 0x0D where isPreformatted: break
      case 0x0A where isPreformatted: if !bytes.isEmpty { bytes.append(byte) }
      case 0x20 where isPreformatted, 0x09 where isPreformatted: bytes.append(byte)
      case 0x20, 0x09...0x0D:
        if let last = bytes.last, last != 0x20, last != 0x0A, last != 0x09 { bytes.append(0x20) }
      case 0..<0x20: break
      default: bytes.append(byte)
      }
    }
    if !hasWideCharacters { hasWideCharacters = text.contains { $0 >= 0xC4 } }
    let added = bytes[start...]
    metCharacters += String(decoding: added, as: UTF8.self).visibleCharacterCount
  }

  /// Codes of a symbol font, which pages write as the letters of the same number.
  private func inSymbolFont(_ text: [UInt8]) -> [UInt8] {
    guard let font = current?.style.font, SymbolFont(named: font) != nil else { return text }
    // Blanks are blanks in any font.
    let blank = "\u{F0A0}"
    return Array(
      String(decoding: text, as: UTF8.self).inSymbolFont.replacing(blank, with: "\u{A0}").utf8)
  }

  /// Ends the run that is open where the look changes.
  private mutating func take(_ next: Look) {
    guard next != look else { return }
    closeRun()
    look = next
  }

  private mutating func closeRun() {
    guard bytes.count > runs.last?.end ?? 0 else { return }
    runs.append(TextRun(end: bytes.count, font: look.font.map(Int.init), style: look.style))
  }

  /// Breaks the line; two breaks end the paragraph, as a reader sees it.
  private mutating func breakLine() {
    while bytes.last == 0x20 { bytes.removeLast() }
    trimRuns()
    guard let last = bytes.last else { return }
    if last == 0x0A { endParagraph() } else { bytes.append(0x0A) }
  }

  /// Ends runs at the end of the text.
  private mutating func trimRuns() {
    while let last = runs.last, last.end > bytes.count {
      runs.removeLast()
      if runs.last?.end ?? 0 < bytes.count {
        runs.append(TextRun(end: bytes.count, font: last.font, style: last.style))
      }
    }
  }

  /// Ends the paragraph and puts it into the blocks, if it has text.
  mutating func endParagraph() {
    closeRun()
    while let last = bytes.last, last == 0x20 || last == 0x0A || last == 0x09 { bytes.removeLast() }
    guard !bytes.isEmpty else {
      runs.removeAll(keepingCapacity: true)
      return
    }
    trimRuns()
    for index in references.indices {
      references[index].offset = min(references[index].offset, bytes.count)
    }
    emit(String(decoding: bytes, as: UTF8.self))
  }

  private mutating func emit(_ text: String) {
    paragraphCount += 1
    if !account.budget.use(1, of: .paragraphs) { fail(.paragraphs) }
    let style = current?.style ?? HTMLStyle()
    blocks.append(
      .paragraph(
        SourceParagraph(
          text: text, runs: runs, label: label,
          format: ParagraphFormat(
            alignment: style.alignment ?? .start, outlineLevel: current?.heading,
            startsPage: startsPage),
          notes: references, location: Location(part: nil, paragraph: paragraphCount))))
    bytes.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    references.removeAll(keepingCapacity: true)
    label = nil
    startsPage = false
  }

  /// Counts characters that are not read.
  private mutating func skip(_ count: Int, element: String) {
    guard count > 0 else { return }
    metCharacters += count
    if let index = unread.firstIndex(where: { $0.element == element }) {
      unread[index].count += count
    } else {
      unread.append(UnreadContent(part: Unread.wholeFile, element: element, count: count))
    }
  }
}

// Lists.
extension HTMLBuilder {
  /// Begins an item with the label that a browser prints.
  private mutating func beginItem(_ style: HTMLStyle, _ attributes: HTMLAttributes) {
    let listStyle = Self.listStyle(ofType: attributes.type) ?? style.listStyle ?? "disc"
    guard let list = lists.indices.last else {
      label = ListLabel(text: "•", level: 0, list: 0, value: nil)
      return
    }
    lists[list].number = attributes.number ?? (lists[list].number + 1)
    let number = lists[list].number
    guard listStyle != "none" else { return }
    let format = Self.formats[listStyle]
    label = ListLabel(
      text: format.map { "\($0.text(of: number))." } ?? "•", level: min(list, 8),
      list: lists[list].place, value: format == nil ? nil : number)
  }

  /// Ends an item; one without text prints its label alone.
  private mutating func endItem() {
    if label != nil { emit("") }
  }

  private static let formats: [String: NumberFormat] = [
    "decimal": .decimal, "decimal-leading-zero": .decimalZero, "lower-alpha": .lowerLetter,
    "lower-latin": .lowerLetter, "upper-alpha": .upperLetter, "upper-latin": .upperLetter,
    "lower-roman": .lowerRoman, "upper-roman": .upperRoman,
  ]

  /// The style that the attribute `type` names.
  private static func listStyle(ofType type: String) -> String? {
    switch type {
    case "1": "decimal"
    case "a": "lower-alpha"
    case "A": "upper-alpha"
    case "i": "lower-roman"
    case "I": "upper-roman"
    case "disc", "circle", "square": "disc"
    default: nil
    }
  }

  /// Ends the label of a paragraph of Word: the number as Word printed it.
  private mutating func endLabel(_ fontName: String?) {
    var text = String.UnicodeScalarView()
    let font = fontName.flatMap { SymbolFont(named: $0) }
    for code in String(decoding: labelText, as: UTF8.self).unicodeScalars {
      let picture = Bullet.picture(of: code, in: font)
      text.append(Bullet.isPrivate(picture) ? "•" : picture)
    }
    let printed = String(text).trimmingBlanks
    guard !printed.isEmpty else { return }
    label = ListLabel(
      text: printed, level: labelPlace?.level ?? 0,
      list: Self.firstWordList + (labelPlace?.list ?? 0), value: printed.lastNumber)
  }

  /// Lists of Word are counted apart from those of HTML.
  private static let firstWordList = 1_000_000
}

// Notes, headers and comments of pages that Word wrote.
extension HTMLBuilder {
  private mutating func begin(
    _ part: String, _ element: inout Element, _ attributes: HTMLAttributes
  ) {
    let kind: OpenPart.Kind
    switch part {
    case "footnote", "endnote":
      kind = .note(
        HTMLStyle.number(in: attributes.id) ?? -1, part == "footnote" ? .footnote : .endnote)
    case "header": kind = .furniture(.header)
    case "footer": kind = .furniture(.footer)
    case "comment-list", "comment": return element.mode = .unread(Unread.comment)
    default: return
    }
    endParagraph()
    parts.append(OpenPart(kind: kind, outer: blocks))
    blocks = []
    element.isContainer = true
  }

  private mutating func endPart() {
    endParagraph()
    guard let part = parts.popLast() else { return }
    let read = blocks
    blocks = part.outer
    switch part.kind {
    case .furniture(let kind):
      for block in read {
        block.forEachParagraph { furniture.append(PageFurniture(kind: kind, paragraph: $0)) }
      }
    case .note(let number, let kind):
      guard let name = noteReferences.number(of: number, kind) else {
        // A note that nothing refers to is text like any other.
        blocks += read
        return
      }
      notesByID.append(
        SourceNote(id: NoteReferences.name(name, kind), kind: kind, blocks: read))
    }
  }

  private mutating func refer(to number: Int, _ kind: SourceNote.Kind) {
    let name = noteReferences.refer(to: number, kind)
    references.append(NoteReference(id: name, offset: bytes.count))
  }
}

extension HTMLBuilder {
  /// Puts what was read into a document.
  func complete(_ document: inout SourceDocument) -> [Diagnostic] {
    document.blocks = blocks
    document.notes =
      notesByID.filter { $0.kind == .footnote } + notesByID.filter { $0.kind == .endnote }
    // A mark without a note is a link like any other.
    let names = Set(document.notes.map(\.id))
    document.updateEachParagraph { paragraph in
      if !paragraph.notes.isEmpty { paragraph.notes.removeAll { !names.contains($0.id) } }
    }
    document.furniture = furniture
    document.fonts = fonts.names
    document.characterCount = metCharacters
    document.unread = unread
    document.paragraphCount = paragraphCount
    var diagnostics: [Diagnostic] = []
    if hasTrackedChanges { diagnostics.append(Diagnostic(.trackedChanges)) }
    for (element, kind) in [
      (Unread.hidden, Diagnostic.Kind.hiddenText), (Unread.comment, .comments),
    ] {
      if let found = unread.first(where: { $0.element == element }) {
        diagnostics.append(Diagnostic(kind, String(found.count)))
      }
    }
    return diagnostics
  }
}
