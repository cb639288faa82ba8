internal import ProgrammeModel
internal import VietnameseText

/// Builds the blocks of a Word document from what a reader of its format finds in it.
///
/// The reader opens a paragraph, adds its text run by run and ends it; the builder resolves styles, counts
/// lists and prints their labels, joins paragraphs whose mark is deleted, and counts every character:
///
/// ```swift
/// var builder = WordBuilder(file: "a.doc", part: "main", styles: styles, numbering: numbering, …)
/// var flow = BlockFlow(isBody: true)
/// var paragraph = builder.openParagraph(number: 1, in: &flow)
/// builder.apply(properties, to: &paragraph, in: flow)
/// builder.append("Điều 1", look, to: &paragraph)
/// builder.end(&paragraph, into: &flow)
/// builder.finish(&flow)
/// ```
struct WordBuilder: ~Copyable {
  /// The file's name, for errors.
  let file: String
  /// The part or story that is being read, for locations and in form C; `nil` where the format has none.
  var part: String?
  /// The styles.
  let styles: Styles
  /// The lists.
  let numbering: Numbering
  /// The fonts met.
  var fonts: FontTable
  /// The limits.
  let limits: ReadingLimits
  /// What was used of them.
  let budget: ReadingBudget

  /// The counters of the story that is being read.
  var counter = NumberingCounter()
  /// How deep tables and text boxes stand in one another.
  var nesting = 0
  /// What was noticed.
  var diagnostics: [Diagnostic] = []
  /// How many visible characters were met.
  var metCharacters = 0
  /// What was met and is not read.
  var unread: [UnreadContent] = []
  /// How many visible characters were met and are not read.
  private(set) var unreadCount = 0
  /// The footnotes and endnotes referred to.
  var notes = NoteReferences()
  /// The paragraphs of the part that print nothing but the number of the page.
  var pageNumberParagraphs: Set<Int> = []
  /// How many pictures were met.
  var pictureCount = 0
  /// Whether a tracked change was met.
  var hasTrackedChanges = false

  /// Where what is not read is counted, by part and element.
  private var unreadPlaces: [UnreadPlace: Int] = [:]
  /// What was noted, so that it is noted once.
  private var noted: Set<String> = []
  /// Memory for the text of the next paragraph, so that it does not grow from nothing every time.
  private var memory: [UInt8] = []

  /// Starts to build a document.
  init(
    file: String, part: String?, styles: Styles, numbering: Numbering, fonts: FontTable,
    limits: ReadingLimits, budget: ReadingBudget
  ) {
    self.file = file
    self.part = part?.composed
    self.styles = styles
    self.numbering = numbering
    self.fonts = fonts
    self.limits = limits
    self.budget = budget
  }

  /// Goes on with another part or story of the document.
  mutating func turn(to part: String) {
    self.part = part.composed
    pageNumberParagraphs = []
    nesting = 0
  }

  /// Puts the account of characters into the document, and notes what was left out.
  mutating func complete(_ document: inout SourceDocument) {
    noteWhatIsLeftOut()
    document.characterCount = metCharacters
    document.pictureCount += pictureCount
    document.unread = unread
  }
}

// Limits.
extension WordBuilder {
  /// Counts what a part adds to the document.
  func use(_ count: Int, of kind: ReadingLimits.Kind) throws(ReadingError) {
    if !budget.use(count, of: kind) { throw limit(kind) }
  }

  /// Goes one level deeper into tables and text boxes.
  mutating func enter() throws(ReadingError) {
    nesting += 1
    guard nesting <= limits.nesting else { throw limit(.nesting) }
  }

  private func limit(_ kind: ReadingLimits.Kind) -> ReadingError {
    .limit(file: file, part: part, kind: kind, allowed: limits.allowed(kind))
  }
}

// Stories: the body with its tables is one; every text box, note, header and footer is one of its own.
extension WordBuilder {
  /// Starts a story inside another: lists are counted anew.
  ///
  /// - Returns: the counters of the story around, for `endStory`.
  mutating func beginStory() -> NumberingCounter {
    let outer = counter
    counter = NumberingCounter()
    return outer
  }

  /// Ends a story and goes on with the one around.
  mutating func endStory(_ flow: inout BlockFlow, _ outer: consuming NumberingCounter) {
    finish(&flow)
    counter = outer
  }
}

// The account of characters, and what is noted.
extension WordBuilder {
  /// Counts characters that were met and are not read.
  ///
  /// - Parameters:
  ///   - count: how many visible characters.
  ///   - element: the element that holds them.
  ///   - part: where they stand, if that is not the part that is being read.
  mutating func skip(_ count: Int, element: String, in part: String? = nil) {
    guard count > 0 else { return }
    let part = part ?? self.part ?? Unread.wholeFile
    metCharacters += count
    unreadCount += count
    let place = UnreadPlace(part: part, element: element)
    if let index = unreadPlaces[place] {
      unread[index].count += count
    } else {
      unreadPlaces[place] = unread.count
      unread.append(
        UnreadContent(part: part.composed, element: element.composed, count: count))
    }
  }

  /// How many characters of an element were not read.
  func unreadCount(of element: String) -> Int {
    unread.reduce(0) { $0 + ($1.element == element ? $1.count : 0) }
  }

  /// Notes something about a thing, the first time it is met.
  mutating func note(
    _ kind: Diagnostic.Kind, _ first: String, _ second: String = "", at location: Location? = nil
  ) {
    guard noted.insert("\(kind.code) \(first) \(second)").inserted else { return }
    // Names in a file need not be in form C; all that is said is.
    diagnostics.append(Diagnostic(kind, first.composed, second.composed, at: location))
  }

  /// Notes once for the document what was left out and why.
  private mutating func noteWhatIsLeftOut() {
    if hasTrackedChanges { diagnostics.append(Diagnostic(.trackedChanges)) }
    let kinds: [(String, Diagnostic.Kind)] = [
      (Unread.hidden, .hiddenText), (Unread.comment, .comments), (Unread.covered, .coveredText),
    ]
    for (element, kind) in kinds {
      let count = unreadCount(of: element)
      if count > 0 { diagnostics.append(Diagnostic(kind, String(count))) }
    }
  }

  /// Where a paragraph stands.
  func location(of paragraph: Int) -> Location {
    Location(part: part, paragraph: paragraph)
  }

  /// Takes the memory of the last paragraph for another.
  mutating func takeMemory() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &memory)
    return taken
  }

  /// Takes back the memory of a paragraph whose text stands in the flow.
  mutating func reuseMemory(of paragraph: inout OpenParagraph) {
    memory = paragraph.releaseMemory()
  }
}

/// A part and an element of it.
private struct UnreadPlace: Hashable {
  var part: String
  var element: String
}

/// The names under which text that is not read is counted, by the elements of WordprocessingML.
enum Unread {
  /// The part that is named where a format has no parts.
  static let wholeFile = "document"
  /// Hidden text.
  static let hidden = "w:vanish"
  /// Comments.
  static let comment = "w:comment"
  /// Text of cells that a merge covers.
  static let covered = "w:vMerge"
}
