public import DocumentLines
public import ProgrammeModel
public import VietnameseLanguage

/// Splits the text of a document into its headings.
///
/// The wrapped lines of every part's text are joined to passages; one search over all passages decides
/// which open a heading and on which level; the nodes are built, and what is in doubt is noted.
public struct Outliner: Sendable {
  /// The vocabulary.
  private let lexicon: Lexicon

  /// Makes an outliner that looks words up in a lexicon.
  public init(lexicon: Lexicon = .standard) { self.lexicon = lexicon }

  /// Finds markers and levels, and puts every paragraph in its one place.
  public func outline(_ frame: consuming Frame) -> Outcome<TaskTree> {
    var tree = TaskTree()
    for line in frame.lines {
      if let table = line.table?.value {
        tree.labelCharacters += TableBlock.labelCharacters(in: table)
      }
    }
    var diagnostics: [Diagnostic] = []
    var lasts: [Marker.Style: Int] = [:]
    let parts = frame.parts
    for (index, part) in parts.enumerated() {
      if part.isAppendix, part.title.isEmpty, let first = part.body.first {
        let line = frame.lines[first]
        diagnostics.append(
          Diagnostic(.unplacedParagraph, at: line.location, in: line.spans.first))
      }
      // The last part is given the lines, and its passages take their place: a large document is not there
      // twice.
      let own = frame.lines
      if index == parts.count - 1 { frame.lines = [] }
      let text = PartOutline(
        PartLines(consume own, part.body), frame.folded, type: part.type, after: lasts, lexicon)
      lasts = text.lasts
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
    tree.lines += frame.furniture
    var paragraph = frame.firstNoteParagraph
    tree.notes = frame.notes.map { note($0, from: &paragraph) }
    return Outcome(tree, diagnostics: diagnostics)
  }

  /// A note of the source, whose first paragraph has a number; it becomes that of the paragraph behind it.
  private func note(_ note: SourceNote, from number: inout Int) -> Note {
    let content = note.blocks.compactMap { block -> Block? in
      defer { number += block.paragraphCount }
      switch block {
      case .paragraph(let paragraph):
        let (text, span) = Line.trimmed(paragraph, number: number)
        guard !text.isEmpty else { return nil }
        return .paragraph(
          Paragraph(text: text, location: paragraph.location, spans: SourceSpans(span)))
      case .table(let table):
        let start = SourceSpans(SourceSpan(paragraph: number, range: 0..<0))
        return .table(TableBlock.table(of: table, at: start, lexicon))
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

  /// The last number of every family, which the next part may go on with.
  var lasts: [Marker.Style: Int]

  /// Outlines the lines of a part's text, whose numbers may go on with those of the parts before.
  init(
    _ lines: consuming PartLines, _ folded: FoldedLines, type: DocumentType?,
    after lastNumbers: [Marker.Style: Int], _ lexicon: Lexicon
  ) {
    var passages = PassageReader.passages(of: consume lines, folded, lexicon)
    LegalBasis.clearCandidates(in: &passages, lexicon)
    Closing.clearCandidates(in: &passages, lexicon)
    UnmarkedHeading.addCandidates(to: &passages, folded, lexicon)
    ContentsList.clearCandidates(in: &passages, lexicon)
    let searched = LevelSearch.decisions(for: passages)
    var (joined, decisions) = PartOutline.joined(consume passages, searched)
    let end = Closing.start(in: joined, decisions, type: type, lexicon)
    closing = joined[end...].map(\.block)
    var review = OutlineReview(after: lastNumbers)
    review.review(joined, decisions)
    joined.removeSubrange(end...)
    let assembler = TreeAssembler(consume joined, decisions, folded, lexicon)
    preamble = assembler.preamble
    outline = assembler.outline
    review.review(outline)
    diagnostics = review.diagnostics
    lasts = review.lasts
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
    looks.append(next.looks, behind: " ")
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
    var appendix = Appendix(
      title: part.title, lines: part.lines, signature: part.signature, preamble: text.preamble,
      outline: outline, closing: text.closing)
    appendix.titleSpans = part.titleSpans
    appendices.append(appendix)
  }
}
