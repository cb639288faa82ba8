internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// What the frame of a document lacks: a known type, a letterhead, a signature with a name.
///
/// Appendices, schedules and parts of other documents have none of their own.
enum FrameLacks {
  /// What is lacking, to be reported where the document has tasks.
  static func diagnostics(
    of metadata: Metadata, _ part: OpenPart?, before lines: [Line], in lexicon: Lexicon
  ) -> [Diagnostic] {
    guard let part, !isPart(part, of: lines, in: lexicon) else { return [] }
    var found: [Diagnostic] = []
    let type = part.lines.first { $0.role == .type }
    if type.map({ $0.type?.type == nil }) ?? !isLetter(metadata, part) {
      found.append(lack(.unknownType, at: type, or: lines.first))
    }
    let isLetterhead = [metadata.issuer, metadata.motto, metadata.symbol].contains { $0 != nil }
    if !isLetterhead, metadata.date == nil {
      found.append(lack(.noLetterhead, at: nil, or: lines.first))
    }
    if metadata.signature?.name == nil {
      found.append(lack(.unsigned, at: part.lines.last { $0.role == .signature }, or: lines.last))
    }
    return found
  }

  /// What is lacking, reported at a line of the frame, or else at any line.
  private static func lack(
    _ kind: Diagnostic.Kind, at line: FrameLine?, or other: Line?
  ) -> Diagnostic {
    Diagnostic(
      kind, at: line?.location ?? other?.location, in: (line?.spans ?? other?.spans)?.first)
  }

  /// Whether a document without a type is a letter (công văn): it says to whom, or about what, below its number.
  private static func isLetter(_ metadata: Metadata, _ part: OpenPart) -> Bool {
    !metadata.addressees.isEmpty || metadata.subject != nil && metadata.symbol != nil
  }

  /// Whether the document is an appendix, a schedule or a part of another document.
  private static func isPart(_ part: OpenPart, of lines: [Line], in lexicon: Lexicon) -> Bool {
    let titles = part.lines.filter { $0.role == .title || $0.role == .type }
    var text = FoldedText()
    for (index, line) in titles.enumerated() {
      text.fold(line.text, limit: 400)
      if index == 0, text.opens(with: [.appendix, .properAppendix, .schedule], in: lexicon) {
        return true
      }
      if text.opens(with: .attachment, in: lexicon) || text.holdsAttachment(in: lexicon) {
        return true
      }
    }
    // A schedule without a letterhead; chapter II of something: the first part lies elsewhere.
    guard titles.isEmpty, let first = lines.first, first.table == nil else { return false }
    text.fold(first.text, limit: 120)
    if text.opens(with: [.appendix, .properAppendix, .schedule], in: lexicon) { return true }
    let markers = MarkerReader(text: text, lexicon: lexicon).candidates()
    return markers.contains {
      $0.ordinal > 1 && ($0.family.namesTopics || $0.family == .article || $0.family == .decimal)
    }
  }
}
