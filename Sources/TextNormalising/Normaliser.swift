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
  public func normalise(_ document: consuming SourceDocument) -> Outcome<NormalisedDocument> {
    var memory = WordMemory()
    return normalise(document, reusing: &memory)
  }

  /// Normalises every text of a document, of which many words stood in the documents before it.
  public func normalise(
    _ document: consuming SourceDocument, reusing memory: inout WordMemory
  ) -> Outcome<NormalisedDocument> {
    // Given away by the caller: its paragraphs are changed where they are.
    var document = document
    var survey = Survey(document, encoding: encoding)
    guard survey.needsWork else { return Outcome(NormalisedDocument(document: document)) }
    var groups = memory.take()
    groups.forgetKept()
    survey.decide(document, &groups)
    var work = ParagraphWork(survey: survey, groups: groups)
    var index = 0
    document.updateEachParagraph { paragraph in
      if survey.isDoubtful(index) { work.normalise(&paragraph, index) }
      index += 1
    }
    document.encoding = survey.encoding
    let outcome = Outcome(
      NormalisedDocument(document: document, changes: work.changes), diagnostics: work.diagnostics)
    memory.keep(work.groups)
    return outcome
  }
}

/// The words that were met in one document after the other, and what was made of them.
///
/// Results do not depend on it: it saves the time of judging and decoding a word again. One belongs to a
/// thread, and its size is bounded.
public struct WordMemory: ~Copyable, @unchecked Sendable {
  private var groups: WordGroups?

  /// Makes an empty memory.
  public init() {}

  /// How many words are taken to the next document at most: more than Vietnamese has syllables in all
  /// their spellings.
  private static let most = 1 << 15

  /// Gives the memory to whoever works with it.
  mutating func take() -> WordGroups {
    groups.take() ?? WordGroups()
  }

  /// Takes it back.
  mutating func keep(_ used: consuming WordGroups) {
    if used.known.count < WordMemory.most { groups = consume used }
  }
}
