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
    /// Whether a list, table, cell or label ends with it.
    var isContainer = false
    /// Whether a part of the document ends with it: a note, a header or a footer.
    var isPart = false
  }

  /// A list that is open.
  struct OpenList {
    var number: Int
    /// Which list of the page it is, counting from 1.
    let id: Int
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
  var elements: [Element] = []
  /// The rules of the page.
  var styleSheet = HTMLStyleSheet()
  var styleText: [UInt8] = []

  /// The text of the paragraph that is open, and its runs and notes.
  var bytes: [UInt8] = []
  var runs: [TextRun] = []
  var references: [NoteReference] = []
  var look = Look()
  var label: ListLabel?
  var labelText: [UInt8] = []
  var labelPlace: (list: Int, level: Int)?
  var startsPage = false

  var lists: [OpenList] = []
  var listCount = 0
  var tables: [HTMLTable] = []
  var parts: [OpenPart] = []
  var noteReferences = NoteReferences()
  var notesByID: [SourceNote] = []
  var furniture: [PageFurniture] = []
  var fonts = FontTable()

  var paragraphCount = 0
  var metCharacters = 0
  var unread: [UnreadContent] = []
  var hasTrackedChanges = false
  /// How many pictures were met.
  var pictureCount = 0
  /// Whether a character beyond U+00FF was met.
  var hasWideCharacters = false

  /// How a run looks.
  struct Look: Equatable {
    var font: Int32?
    var style: RunStyle = []
  }

  /// Starts a page.
  init(_ account: ReadingAccount, deepest: Int) {
    self.account = account
    self.deepest = deepest
  }

  var current: Element? { elements.last }
}

// Elements.
extension HTMLBuilder {
  /// Begins an element.
  mutating func start(_ name: String, _ attributes: HTMLAttributes) {
    guard elements.count < deepest else { return fail(.elementDepth) }
    let tag = HTMLTag(rawValue: name) ?? .other
    var style = styleSheet.style(of: tag, named: name, attributes)
    if let face = HTMLStyle.family(of: attributes.face) { style.font = face }
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
    guard let index = elements.lastIndex(where: { $0.tag == tag }) else { return }
    while elements.count > index { endInnermost() }
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
      lists.append(OpenList(number: (attributes.number ?? 1) - 1, id: listCount))
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
      styleSheet.read(String(decoding: styleText, as: UTF8.self).inCanonicalOrder)
      return
    case .label:
      if element.isContainer { endLabel(element.style.font) }
      return
    case .shown: break
    default:
      if !element.isContainer && !element.isPart { return }
    }
    if element.isContainer { endContainer(element.tag) }
    if element.isPart { endPart() }
  }

  private mutating func endContainer(_ tag: HTMLTag) {
    switch tag {
    case .ul, .ol, .dir, .menu: lists.removeLast()
    case .li: endItem()
    case .td, .th: endCell()
    case .tr: endRow()
    case .thead, .tbody, .tfoot: endTableHead()
    case .caption: endCaption()
    case .table: endTable()
    default: break
    }
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
    document.pictureCount = pictureCount
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
