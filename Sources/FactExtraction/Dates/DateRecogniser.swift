internal import ProgrammeModel
internal import VietnameseLanguage

/// Recognises dates and periods, which the language's own grammar reads.
enum DateRecogniser: FactRecogniser {
  static var words: Meaning { .time }
  static var readsNumbers: Bool { true }

  static func fact(at index: Int, in text: TokenisedText) -> RecognisedFact? {
    text.date(at: index).map { RecognisedFact(.date(edtf: $0.period.edtf), end: $0.end) }
  }
}
