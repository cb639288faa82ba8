/// A heading that is still open: markers after it may be its siblings or its children.
///
/// Levels form chains through `parent`; every reading of the document holds the place of its lowest one.
struct OpenLevel {
  /// The marker that opened it.
  var marker: MarkerCandidate

  /// The place of the level above, or -1 for the top.
  var parent: Int

  /// How many levels stand above.
  var depth: Int

  /// The family of its children so far.
  var childFamily = Family.none

  /// Whether its text ends with a colon.
  var opens = false

  /// Whether its text is a finished sentence.
  var isSentence = false

  /// The list and list level of Word, or -1.
  var list = -1
  var listLevel = -1

  /// A number for the chain from the top to here: readings with equal chains go on equally.
  var signature: Int
}
