public import ProgrammeModel
package import VietnameseLanguage

/// A document cut into its frame (thể thức) and the lines of its text: what frame reading hands to outlining.
public struct Frame: Sendable {
  /// What letterhead, title and signature of the main document say.
  public var metadata = Metadata()

  /// The main document, and behind it its appendices and attached documents.
  package var parts: [Part] = []

  /// All lines of the document; the parts name theirs by their places.
  package var lines: [Line]

  /// The lines folded.
  package var folded: FoldedLines

  /// Page headers, page footers and page numbers.
  package var furniture: [DocumentLine] = []

  /// Footnotes and endnotes.
  package var notes: [SourceNote] = []

  /// The number of the first paragraph of the notes.
  package var firstNoteParagraph = 0

  /// What the frame lacks: to be reported of a document that has tasks.
  package var lacks: [Diagnostic] = []

  /// Makes a frame of lines without any part.
  package init(lines: [Line], folded: FoldedLines) {
    self.lines = lines
    self.folded = folded
  }
}

/// The main document of a file, or an appendix of it.
package struct Part: Sendable {
  /// Whether it is an appendix or an attached document.
  package var isAppendix: Bool

  /// The lines outside the text proper.
  package var lines: [DocumentLine] = []

  /// For an appendix, the lines of its title.
  package var title: [String] = []

  /// Where the lines of its title stand.
  package var titleSpans: [SourceSpans] = []

  /// The type of document that it calls itself, or `nil`.
  package var type: DocumentType?

  /// Who signed it, or `nil`.
  package var signature: Signature?

  /// The places of the text's lines among all lines, in order: introduction, outline and closing.
  package var body: [Int] = []

  /// Makes an empty part.
  package init(isAppendix: Bool) {
    self.isAppendix = isAppendix
  }
}
