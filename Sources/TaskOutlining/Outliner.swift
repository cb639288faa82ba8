public import ProgrammeModel
public import VietnameseLanguage
internal import VietnameseText

/// Splits a document into its parts and its headings.
///
/// Lines are laid out in reading order; letterheads, recipients, signatures and appendices are told apart
/// from the text; the wrapped lines of the text are joined to passages; one search over all passages decides
/// which open a heading and on which level; the nodes are built, and what is in doubt is noted.
public struct Outliner: Sendable {
  /// The vocabulary.
  private let lexicon: Lexicon

  /// Makes an outliner that looks words up in a lexicon.
  public init(lexicon: Lexicon = .standard) { self.lexicon = lexicon }

  /// Finds zones, markers and levels, and puts every paragraph in its one place.
  public func outline(_ document: NormalisedDocument) -> Outcome<TaskTree> {
    let source = document.document
    var reader = LineReader(source)
    var tree = TaskTree()
    for line in reader.lines {
      if let table = line.table { tree.labelCharacters += TableBlock.labelCharacters(in: table) }
    }
    var lines = reader.takeLines()
    let parts = ZoneReader.parts(of: lines, reader.folded, isText: source.format == .txt)
    var diagnostics: [Diagnostic] = []
    for index in parts.indices {
      let part = parts[index]
      if part.isAppendix, part.title.isEmpty, let first = part.body.first {
        diagnostics.append(Diagnostic(.unplacedParagraph, at: lines[first].location))
      }
      // The last part is given the lines, and its passages take their place: a large document is not there
      // twice.
      let own = lines
      if index == parts.count - 1 { lines = [] }
      let text = PartOutline(
        PartLines(consume own, part.body), reader.folded, type: type(of: part), lexicon: lexicon)
      if part.isAppendix {
        tree.append(text, as: part)
      } else {
        tree.lines = part.lines
        tree.preamble = text.preamble
        tree.outline = text.outline
        tree.closing = text.closing
      }
      diagnostics += text.diagnostics
    }
    tree.lines += furniture(of: source)
    tree.notes = source.notes.map(note)
    return Outcome(tree, diagnostics: diagnostics)
  }

  /// The type of document that a part calls itself.
  private func type(of part: Part) -> DocumentType? {
    let words = part.lines.first { $0.role == .type }?.text ?? part.title.first
    return words.flatMap { FoldedText($0).documentType(in: lexicon)?.type }
  }

  private func furniture(of source: SourceDocument) -> [DocumentLine] {
    source.furniture.compactMap { piece in
      let text = LineReader.trimmed(piece.paragraph.text, 0..<piece.paragraph.text.utf8.count).text
      guard !text.isEmpty else { return nil }
      let role: DocumentLine.Role =
        switch piece.kind {
        case .header: .header
        case .footer: .footer
        case .page: .page
        }
      return DocumentLine(role: role, text: text, location: piece.paragraph.location)
    }
  }

  private func note(_ note: SourceNote) -> Note {
    let content = note.blocks.compactMap { block -> Block? in
      switch block {
      case .paragraph(let paragraph):
        let text = LineReader.trimmed(paragraph.text, 0..<paragraph.text.utf8.count).text
        return text.isEmpty ? nil : .paragraph(Paragraph(text: text, location: paragraph.location))
      case .table(let table): return .table(TableBlock.table(of: table))
      }
    }
    return Note(id: note.id, kind: note.kind, content: content)
  }
}

/// The outlined text of one part.
struct PartOutline {
  /// What stands between title and outline.
  var preamble: [Block]

  /// The nodes of the highest level.
  var outline: [Node]

  /// The final paragraphs.
  var closing: [Block]

  /// What was noticed.
  var diagnostics: [Diagnostic]

  /// Outlines the lines of a part's text.
  init(
    _ lines: consuming PartLines, _ folded: FoldedLines, type: DocumentType?, lexicon: Lexicon
  ) {
    var passages = PassageReader.passages(of: consume lines, folded)
    LegalBasis.clearCandidates(in: &passages)
    UnmarkedHeading.addCandidates(to: &passages, folded)
    ContentsList.clearCandidates(in: &passages)
    let searched = LevelSearch.decisions(for: passages)
    var (joined, decisions) = PartOutline.joined(consume passages, searched)
    let end = Closing.start(in: joined, decisions, type: type)
    closing = joined[end...].map(\.block)
    var review = OutlineReview()
    review.review(joined, decisions)
    joined.removeSubrange(end...)
    let assembler = TreeAssembler(consume joined, decisions, folded, lexicon: lexicon)
    preamble = assembler.preamble
    outline = assembler.outline
    review.review(outline)
    diagnostics = review.diagnostics
  }

  /// The passages with those joined to the one before that turned out to go on with it.
  private static func joined(
    _ passages: consuming [Passage], _ decisions: [LevelSearch.Decision]
  ) -> ([Passage], [LevelSearch.Decision]) {
    func goesOn(_ index: Int) -> Bool {
      decisions[index].candidate < 0 && !passages[index].candidates.isEmpty
        && (passages[index].mayContinue || passages[index].followsInline)
        && passages[index].looks.label == nil
    }
    guard passages.indices.contains(where: goesOn) else { return (passages, decisions) }
    var result: [Passage] = []
    var kept: [LevelSearch.Decision] = []
    result.reserveCapacity(passages.count)
    for index in passages.indices {
      if goesOn(index), let last = result.indices.last, result[last].table == nil {
        result[last].append(passages[index])
      } else {
        result.append(passages[index])
        kept.append(decisions[index])
      }
    }
    return (result, kept)
  }
}

extension Passage {
  /// Goes on with the text of another passage.
  fileprivate mutating func append(_ next: Passage) {
    let start = text.utf8.count + 1
    text += " " + next.text
    looks.notes += next.looks.notes.map { NoteReference(id: $0.id, offset: $0.offset + start) }
    looks.shape.finalMark = next.looks.shape.finalMark
    looks.shape.wordCount += next.looks.shape.wordCount
    looks.shape.length += 1 + next.looks.shape.length
    looks.shape.isCapitals = looks.shape.isCapitals && next.looks.shape.isCapitals
  }
}

extension TaskTree {
  /// Adds an appendix; the ids of its nodes begin with `A`, its number and a point.
  fileprivate mutating func append(_ text: PartOutline, as part: Part) {
    var outline = text.outline
    let prefix = "A\(appendices.count + 1)."
    for index in outline.indices { outline[index].number(as: index + 1, under: prefix) }
    appendices.append(
      Appendix(
        title: part.title, lines: part.lines, preamble: text.preamble, outline: outline,
        closing: text.closing))
  }
}
