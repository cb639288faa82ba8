public import ProgrammeModel
internal import VietnameseText

/// Turns the letters of a file into clean Unicode and keeps a record of every change.
///
/// ```swift
/// let text = Normaliser().normalise(source)
/// text.value.changes.countsByRule  // tcvn3: 1204, capital-font: 31, nfc: 2
/// ```
///
/// Text that is clean already is only scanned. Legacy text is detected by its content: the font is a hint, and the
/// words have to be syllables of Vietnamese. Spelling is never changed.
public struct Normaliser: Sendable {
  /// The encoding of text files that are no Unicode, or `nil` to detect it from the content.
  public var encoding: TextEncoding?

  /// Makes a normaliser.
  public init(encoding: TextEncoding? = nil) {
    self.encoding = encoding
  }

  /// Normalises every text of a document, with the words that are known from the documents before it.
  public func normalise(
    _ document: consuming SourceDocument, words: WordCache = WordCache()
  ) -> Outcome<NormalisedDocument> {
    // The caller gave the document away: its paragraphs are changed in place.
    var document = document
    var table = words.take()
    let detector = EncodingDetector(document, encoding: encoding, &table)
    guard detector.needsWork else {
      words.put(table)
      return Outcome(NormalisedDocument(document: document))
    }
    let encoding = detector.encoding
    var work = ParagraphNormaliser(consume detector, consume table)
    var index = 0
    document.updateEachParagraph { paragraph in
      work.normalise(&paragraph, index)
      index += 1
    }
    document.encoding = encoding
    words.put(work.table)
    return Outcome(
      NormalisedDocument(document: document, changes: work.changes), diagnostics: work.diagnostics)
  }
}
