internal import DocumentLines
internal import ProgrammeModel

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

  /// The rank of the marker's family.
  var rank = 0

  /// The families of the levels above, one bit for each.
  var familiesAbove: UInt64 = 0

  /// The family of its children so far.
  var childFamily = Family.none

  /// Whether its text ends with a colon.
  var opens = false

  /// Whether its text is a finished sentence.
  var isSentence = false

  /// Whether its text is a few words, as that of a heading is.
  var isShort = false

  /// The list and list level of Word, or -1.
  var list = -1
  var listLevel = -1

  /// A number for the chain from the top to here: readings with equal chains go on equally.
  var signature: Int
}

extension OpenLevel {
  /// A passage's level under another one, which stands at a place.
  init(
    marker: MarkerCandidate, under above: OpenLevel, at place: Int, _ signs: PassageSigns,
    signature: Int
  ) {
    self.init(marker: marker, parent: place, depth: above.depth + 1, signature: signature)
    rank = marker.family.traits.rank
    familiesAbove = above.familiesAbove | above.marker.family.bit
    opens = signs.opens
    isSentence = signs.isSentence
    isShort = signs.isShort
    list = signs.list
    listLevel = signs.listLevel
  }
}

extension Family {
  /// Its bit in a set of families.
  var bit: UInt64 { 1 << UInt64(number & 63) }
}

/// What the search goes by of a passage, its markers apart: without its text it is copied at no cost.
struct PassageSigns {
  /// Whether Word prints its marker.
  let hasLabel: Bool

  /// The list and list level of Word, or -1.
  let list: Int
  let listLevel: Int

  /// Whether the passage before it stopped in the middle of a sentence.
  let mayContinue: Bool

  /// Whether the text before it holds the number before its own.
  let followsInline: Bool

  /// Whether it is bold or in capitals.
  let isSet: Bool

  /// Whether its text ends with a colon.
  let opens: Bool

  /// Whether its text is a finished sentence.
  let isSentence: Bool

  /// Whether its text is a few words, as that of a heading is.
  let isShort: Bool

  /// Looks at the passage at a place.
  init(_ passages: [Passage], _ place: Int) {
    let label = passages[place].looks.label?.value
    hasLabel = label != nil
    list = label?.list ?? -1
    listLevel = label?.level ?? -1
    mayContinue = passages[place].mayContinue
    followsInline = passages[place].followsInline
    isSet = passages[place].looks.isBold || passages[place].looks.shape.isCapitals
    opens = passages[place].opens
    isSentence =
      passages[place].looks.shape.finalMark == .period
      && passages[place].looks.shape.wordCount > PassageSigns.longHeading
    let mark = passages[place].looks.shape.finalMark
    isShort =
      passages[place].looks.shape.wordCount <= PassageSigns.shortHeading && mark != .semicolon
      && mark != .comma
  }

  /// The most words of a heading, its marker counted, below which the numbers of its own family start over.
  private static let shortHeading = 9

  /// A text of more words that ends with a stop is no heading.
  private static let longHeading = 25
}
