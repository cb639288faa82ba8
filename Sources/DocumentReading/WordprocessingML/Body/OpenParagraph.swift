internal import ProgrammeModel
internal import VietnameseText

/// The look of a run after styles are resolved.
struct RunLook: Equatable {
  /// The font of letters beyond ASCII, an index into the fonts.
  var font: Int32?
  /// Bold, italic, underlined, capitals.
  var style: RunStyle
  /// Whether Word hides the run (`w:vanish`).
  var isHidden: Bool
}

/// A paragraph that is being read.
struct OpenParagraph {
  /// A field whose end has not come yet.
  struct Field {
    /// Where its code starts, or `nil` once its result is being read.
    var codeStart: Mark?
    /// Whether it prints the number of the page.
    var isPageNumber = false
    /// The letters of its code.
    var code: [UInt8] = []
  }

  /// A place to go back to.
  struct Mark {
    var bytes: Int
    var runs: Int
    var notes: Int
    var met: Int
  }

  /// The text so far, in UTF-8.
  var bytes: [UInt8] = []
  /// Its runs.
  var runs: [TextRun] = []
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
  /// Whether its mark is deleted or moved away, so that its text joins the next paragraph.
  var isMarkDeleted = false
  /// Whether it is printed on one line with the next paragraph (a style separator, `w:specVanish`).
  var isStyleSeparator = false
  /// Whether a section ends with it.
  var endsSection = false
  /// Whether a page starts before it.
  var startsPage = false
  /// Whether a page break came after its text.
  var breaksPageAfter = false
  /// The label, once it is counted.
  var label: ListLabel?
  /// Whether the label is counted.
  var isCounted = false
  /// How many of its visible characters print the number of the page.
  var pageNumberCharacters = 0

  /// How many visible characters it has.
  var visibleCount: Int { unsafe bytes.withUnsafeBufferPointer { unsafe $0.visibleCharacterCount } }

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

  /// Takes away what stands behind a place.
  mutating func cut(to mark: Mark) {
    bytes.removeSubrange(mark.bytes...)
    runs.removeSubrange(min(mark.runs, runs.count)...)
    if let last = runs.indices.last { runs[last].end = min(runs[last].end, mark.bytes) }
    notes.removeSubrange(min(mark.notes, notes.count)...)
  }
}

/// A sequence of blocks that is being read: the body, a cell, a text box, a note.
struct BlockFlow {
  /// The blocks so far.
  var blocks: [SourceBlock] = []
  /// A paragraph whose mark is deleted, waiting for the one it joins.
  var carried: OpenParagraph?
  /// Whether the next paragraph starts a page.
  var startsPage = false
  /// The style of the table around, an index into the styles.
  var tableStyle: Int32?
  /// Whether this is the body of the document itself, where sections end.
  var isBody = false
  /// The block that the current section starts with.
  var sectionStart = 0
}
