public import ProgrammeModel
internal import VietnameseText

/// Turns the letters of a file into clean Unicode and keeps a record of every change.
///
/// ```swift
/// let text = Normaliser().normalise(source)
/// text.value.changes.countsByRule  // tcvn3: 1204, capital-font: 31, nfc: 2
/// ```
///
/// Text that is clean already costs one look at its bytes. Legacy text is told by its content: the
/// font is a hint, and the words have to be syllables of Vietnamese. Spelling is never changed.
public struct Normaliser: Sendable {
  /// The encoding of text files that are no Unicode, or `nil` to tell it from the content.
  public var encoding: TextEncoding?

  /// Makes a normaliser.
  public init(encoding: TextEncoding? = nil) {
    self.encoding = encoding
  }

  /// Normalises every text of a document.
  public func normalise(_ document: SourceDocument) -> Outcome<NormalisedDocument> {
    var survey = Survey(document, encoding: encoding)
    guard survey.needsWork else { return Outcome(NormalisedDocument(document: document)) }
    var groups = WordGroups()
    survey.decide(document, &groups)
    var work = ParagraphWork(survey: survey, groups: groups)
    var result = NormalisedDocument(document: document)
    var index = 0
    result.document.updateEachParagraph { paragraph in
      if survey.isDoubtful(index) { work.normalise(&paragraph, index) }
      index += 1
    }
    result.document.encoding = survey.encoding
    result.changes = work.changes
    return Outcome(result, diagnostics: work.diagnostics)
  }
}
