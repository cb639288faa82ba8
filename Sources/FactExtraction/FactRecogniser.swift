internal import ProgrammeModel
internal import VietnameseLanguage

/// Recognises the facts of one kind.
///
/// `FactReader` asks its recognisers one after the other what begins at a token; the first that knows wins.
protocol FactRecogniser {
  /// What a word opens that such a fact may begin with.
  static var words: Meaning { get }

  /// Whether such a fact may begin with a number.
  static var readsNumbers: Bool { get }

  /// The fact that begins at a token of a text, or `nil`.
  static func fact(at index: Int, in text: TokenisedText) -> RecognisedFact?
}

extension FactRecogniser {
  static var readsNumbers: Bool { false }

  /// The fact that begins at a token where a fact of the kind may begin.
  static func fact(_ token: Token, at index: Int, in text: TokenisedText) -> RecognisedFact? {
    let mayBegin =
      token.kind == .number ? readsNumbers : !token.opens.isDisjoint(with: words)
    return mayBegin ? fact(at: index, in: text) : nil
  }
}

/// A fact that stands in a text.
struct RecognisedFact {
  /// What it means.
  var value: Fact.Value

  /// The token behind it.
  var end: Int

  /// Makes a fact.
  init(_ value: Fact.Value, end: Int) {
    self.value = value
    self.end = end
  }
}
