internal import ProgrammeModel
internal import VietnameseText

/// A paragraph that is being read.
struct OpenParagraph: ~Copyable {
  /// A field whose end has not come yet.
  struct Field {
    /// Where its code starts, or `nil` once its result is being read.
    var codeStart: Mark?
    /// What it shows where it is a form field without a result.
    var form: String?
    /// The letters of its code.
    var letters: [UInt8] = []
    /// Its code, once its result is being read.
    var code: FieldCode?
    /// How many visible characters stood before its result.
    var resultStart = 0
  }

  /// A place to go back to.
  struct Mark {
    var bytes: Int
    var runs: Int
    var visible: Int
  }

  /// The text so far, in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// How many of its characters are visible.
  private(set) var visibleCount = 0
  /// Its runs.
  private(set) var runs: [TextRun] = []
  /// Its references to notes.
  var notes: [NoteReference] = []
  /// The fields that are open, the innermost last.
  var fields: [Field] = []
  /// Text boxes and the like that are anchored here, to stand after the paragraph.
  var anchored: [SourceBlock] = []
  /// Where it stands.
  var number = 0

  /// What the paragraph itself says.
  var properties = ParagraphProperties.none
  /// Its style, an index into the styles.
  var style: Int32?
  /// The look that its runs start from, styles resolved and direct properties not.
  var base = RunProperties.none
  /// How its mark looks.
  var mark = RunProperties.none
  /// Whether its text joins the next paragraph: its mark is deleted, or it is a drop cap.
  var joinsNext = false
  /// Whether it is printed on one line with the next paragraph (a style separator, `w:specVanish`).
  var isStyleSeparator = false
  /// Whether a section ends with it.
  var endsSection = false
  /// Whether a page starts before it.
  var startsPage = false
  /// The label, once it is counted.
  var label: ListLabel?
  /// Whether the label is counted.
  var isCounted = false
  /// How many of its visible characters print the number of the page.
  var pageNumberCharacters = 0

  /// Makes a paragraph whose text is kept in memory that was used before.
  init(memory: [UInt8] = []) {
    bytes = memory
  }

  /// Gives the memory of the text away, empty, for another paragraph; the paragraph has no text then.
  mutating func releaseMemory() -> [UInt8] {
    var memory: [UInt8] = []
    swap(&memory, &bytes)
    memory.removeAll(keepingCapacity: true)
    return memory
  }

  /// Starts the paragraph with a number; what a deleted mark or a style separator left in it stays.
  mutating func begin(number: Int, style: Int32?, base: RunProperties) {
    if !isStyleSeparator {
      self.number = number
      self.style = style
      properties = .none
      mark = .none
      label = nil
      isCounted = false
    }
    self.base = base
    joinsNext = false
    isStyleSeparator = false
    endsSection = false
  }

  /// The paragraph behind a page break in this one: the same without its text and its number.
  func continuation() -> OpenParagraph {
    var rest = OpenParagraph()
    rest.number = number
    rest.style = style
    rest.base = base
    rest.mark = mark
    rest.properties = properties
    rest.fields = fields
    rest.isCounted = true
    rest.joinsNext = joinsNext
    rest.isStyleSeparator = isStyleSeparator
    rest.endsSection = endsSection
    return rest
  }

  /// Takes what its `w:pPr` says.
  mutating func take(_ stated: StatedProperties) {
    properties = stated.paragraph.over(properties)
    mark = stated.mark.over(mark)
    if stated.isMarkDeleted || stated.isDropCap { joinsNext = true }
    if let separates = stated.isStyleSeparator { isStyleSeparator = separates }
    if stated.endsSection { endsSection = true }
  }
}

extension OpenParagraph {
  /// Adds text and says how many of its characters are visible.
  @discardableResult
  mutating func append(_ added: ArraySlice<UInt8>) -> Int {
    bytes.append(contentsOf: added)
    let count = added.visibleCharacterCount
    visibleCount += count
    return count
  }

  /// Adds text and says how many of its characters are visible.
  mutating func append(_ added: String) -> Int {
    bytes.append(contentsOf: added.utf8)
    let count = added.visibleCharacterCount
    visibleCount += count
    return count
  }

  /// Adds text that is not yet counted; `settle` counts it.
  mutating func appendUncounted(_ added: ArraySlice<UInt8>) {
    bytes.append(contentsOf: added)
  }

  /// Ends text that was added uncounted from a place on, without the blanks at its ends unless they are
  /// kept, and says how many of its characters are visible.
  mutating func settle(from start: Int, keepsBlanks: Bool) -> Int {
    if !keepsBlanks { trim(from: start) }
    // A line break in the XML is a blank to Word; breaks of the text are elements.
    for index in start..<max(start, bytes.count) where bytes[index] == 0x0A { bytes[index] = 0x20 }
    let count = bytes[start...].visibleCharacterCount
    visibleCount += count
    return count
  }

  /// Takes away the blanks at both ends of the text from a place on.
  private mutating func trim(from start: Int) {
    var end = bytes.count
    while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
    bytes.removeSubrange(end...)
    var first = start
    while first < end, Self.isBlank(bytes[first]) { first += 1 }
    if first > start { bytes.removeSubrange(start..<first) }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Takes the marks of punctuation that open the text, where a letter does not follow at once, and the
  /// blanks behind them.
  mutating func takeOpeningMarks() -> String {
    let count = bytes.prefix { Self.closers.contains($0) }.count
    guard count > 0, count < bytes.count, Self.isBlank(bytes[count]) else { return "" }
    let blanks = bytes[count...].prefix { Self.isBlank($0) }.count
    let marks = String(decoding: bytes[..<count], as: UTF8.self)
    let taken = count + blanks
    bytes.removeFirst(taken)
    visibleCount -= count
    for index in runs.indices { runs[index].end = max(runs[index].end - taken, 0) }
    runs.removeAll { $0.end == 0 }
    for index in notes.indices { notes[index].offset = max(notes[index].offset - taken, 0) }
    return marks
  }

  private static let closers = Array(".:)/-,;".utf8)

  /// Ends the run of a look at the end of the text.
  mutating func closeRun(_ look: RunLook) {
    let end = bytes.count
    let start = runs.last?.end ?? 0
    guard end > start else { return }
    let font = look.font.map(Int.init)
    if let last = runs.indices.last, runs[last].font == font, runs[last].style == look.style {
      runs[last].end = end
    } else {
      runs.append(TextRun(end: end, font: font, style: look.style))
    }
  }

  /// The place at the end of the text.
  var endOfText: Mark { Mark(bytes: bytes.count, runs: runs.count, visible: visibleCount) }

  /// Takes away what stands behind a place and says how many visible characters that was.
  mutating func cut(to place: Mark) -> Int {
    bytes.removeSubrange(min(place.bytes, bytes.count)...)
    runs.removeSubrange(min(place.runs, runs.count)...)
    if let last = runs.indices.last { runs[last].end = min(runs[last].end, bytes.count) }
    for index in notes.indices { notes[index].offset = min(notes[index].offset, bytes.count) }
    defer { visibleCount = place.visible }
    return visibleCount - place.visible
  }
}
