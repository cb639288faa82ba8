internal import VietnameseText

/// A text as words, numbers and marks: what every recogniser looks at.
///
/// It is made once per text, in one pass over the folded bytes, and its memory is used again:
///
/// ```swift
/// var text = TokenisedText("Quý IV/2023")
/// text.tokens.count             // 4
/// text[0].key == Word.quarter   // true
/// text.slice(2..<4)             // "/2023"
/// ```
///
/// Subscripts outside the text give a token that is nothing, so that looking ahead needs no check.
struct TokenisedText: Sendable {
  /// The text itself.
  private(set) var string = ""

  /// Its folded bytes, one a scalar.
  private(set) var folded = FoldedText()

  /// Its tokens.
  private(set) var tokens: [Token] = []

  /// The vocabulary.
  let lexicon = Lexicon.shared

  private static let nothing = Token()

  /// Makes room for texts.
  init() {}

  /// Reads a text.
  init(_ string: String) { read(string) }

  /// How many tokens there are.
  var count: Int { tokens.count }

  /// How many scalars there are.
  var scalarCount: Int { folded.count }

  /// The token at the index, or a token that is nothing.
  subscript(index: Int) -> Token {
    index >= 0 && index < tokens.count ? tokens[index] : TokenisedText.nothing
  }

  /// Reads another text in place of the one before.
  mutating func read(_ string: String) {
    self.string = string
    folded.fold(string)
    TokenisedText.tokenise(folded, into: &tokens)
    for index in tokens.indices where tokens[index].key != 0 {
      (tokens[index].node, tokens[index].opens) = lexicon.opening(tokens[index].key)
    }
  }

  /// The text that the tokens stand in, from the first to the end of the last.
  func slice(_ range: Range<Int>) -> String {
    let scalars = scalars(range)
    return folded.slice(string, scalars)
  }

  /// The scalars that the tokens stand in.
  func scalars(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty, range.upperBound <= tokens.count else { return 0..<0 }
    return Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }

  /// The longest phrase at a token that means one of the things asked for.
  func phrase(at index: Int, meaning wanted: Meaning) -> Phrase? {
    let first = self[index]
    guard !first.opens.isDisjoint(with: wanted) else { return nil }
    var found: Phrase?
    var node = first.node
    var end = index + 1
    while node != 0 {
      let meaning = lexicon.meanings[Int(node)]
      if !meaning.isDisjoint(with: wanted) {
        found = Phrase(end: end, meaning: meaning, type: Int(lexicon.types[Int(node)]))
      }
      guard end < tokens.count, tokens[end].key != 0 else { break }
      node = lexicon.node(after: node, tokens[end].key)
      end += 1
    }
    return found
  }

  /// A phrase of the vocabulary in a text.
  struct Phrase {
    /// The token behind it.
    var end: Int
    /// What it means.
    var meaning: Meaning
    /// The type of document, as its place in `DocumentType.all`, or -1.
    var type: Int
  }

  /// The keys of the tokens of a phrase.
  static func keys(of phrase: String) -> [UInt64] {
    var tokens: [Token] = []
    tokenise(FoldedText(phrase), into: &tokens)
    return tokens.map(\.key)
  }

  private static func tokenise(_ folded: FoldedText, into tokens: inout [Token]) {
    tokens.removeAll(keepingCapacity: true)
    let codes = folded.codes
    let capitals = folded.capitals
    var index = 0
    var isSpaced = false
    while index < codes.count {
      let code = codes[index]
      if Code.isSpace(code) {
        isSpaced = true
        index += 1
        continue
      }
      var token = Token()
      token.start = Int32(truncatingIfNeeded: index)
      token.isSpaced = isSpaced
      token.key = UInt64(code)
      isSpaced = false
      index += 1
      if Code.isDigit(code) {
        token.kind = .number
        while index < codes.count, Code.isDigit(codes[index]) {
          token.key = token.key << 8 | UInt64(codes[index])
          index += 1
        }
      } else if Code.isLetter(code) {
        token.kind = .word
        token.isCapital = capitals[index - 1]
        token.isUppercase = token.isCapital
        while index < codes.count, Code.isLetter(codes[index]) {
          token.key = token.key << 8 | UInt64(codes[index])
          if !capitals[index] { token.isUppercase = false }
          index += 1
        }
      } else {
        token.kind = .mark
      }
      token.end = Int32(truncatingIfNeeded: index)
      if token.length > 8 { token.key = 0 }
      tokens.append(token)
    }
  }
}
