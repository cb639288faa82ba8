public import DocumentLines
public import ProgrammeModel
public import VietnameseLanguage

/// Reads the frame of a document (thể thức văn bản): letterhead, title, addressees, recipients, signature and
/// the appendices with theirs.
///
/// Lines are laid out in reading order and cut into parts; in each part what is not text gets its role, and
/// what such a line says is read at once. The rest is the text, which outlining splits further.
public struct FrameReader: Sendable {
  private let lexicon: Lexicon

  /// Makes a reader that knows the words of a lexicon.
  public init(lexicon: Lexicon = .standard) {
    self.lexicon = lexicon
  }

  /// Cuts a document into frame and text.
  public func read(_ document: NormalisedDocument) -> Outcome<Frame> {
    let source = document.document
    var reader = LineReader(source, in: lexicon)
    var frame = Frame(lines: reader.takeLines(), folded: reader.folded)
    let parts = PartReader.parts(
      of: frame.lines, frame.folded, isText: !source.hasCertainParagraphEnds, in: lexicon)
    frame.parts = parts.map { $0.closed(in: lexicon) }
    frame.notes = source.notes
    frame.firstNoteParagraph = reader.paragraphCount
    frame.furniture = furniture(
      of: source,
      from: source.notes.reduce(reader.paragraphCount) { $0 + $1.blocks.paragraphCount })
    let metadata = MetadataReader.read(parts.first?.lines ?? [], in: lexicon)
    frame.metadata = metadata.value
    frame.lacks = FrameLacks.diagnostics(
      of: metadata.value, parts.first, before: frame.lines, in: lexicon)
    return Outcome(frame, diagnostics: metadata.diagnostics)
  }

  /// The lines of the furniture, whose first paragraph has a number.
  private func furniture(of source: SourceDocument, from first: Int) -> [DocumentLine] {
    source.furniture.enumerated().compactMap { place, piece in
      let (text, span) = Line.trimmed(piece.paragraph, number: first + place)
      guard !text.isEmpty else { return nil }
      let role: DocumentLine.Role =
        switch piece.kind {
        case .header: .header
        case .footer: .footer
        case .page: .page
        }
      return DocumentLine(
        role: role, text: text, location: piece.paragraph.location, spans: SourceSpans(span))
    }
  }
}
