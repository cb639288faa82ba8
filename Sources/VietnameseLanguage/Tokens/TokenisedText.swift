public import VietnameseText

/// A text as words, numbers and marks: what every recogniser looks at.
///
/// It is made once per text, in one pass over the folded bytes, and its memory is used again:
///
/// ```swift
/// var text = TokenisedText("Quý IV/2023")
/// text.tokens.count          // 4
/// text.means(0, .quarter)    // true
/// text.slice(2..<4)          // "/2023"
/// ```
///
/// Subscripts outside the text give a token that is nothing, so that looking ahead needs no check.
public struct TokenisedText: Sendable {
  /// The text itself.
  public private(set) var string = ""

  /// Its folded bytes, one a scalar.
  public private(set) var folded = FoldedText()

  /// Its tokens.
  public private(set) var tokens: [Token] = []

  /// What the phrases may mean, all together, that its tokens open.
  public private(set) var opens: Meaning = []

  /// Whether a number stands in it.
  public private(set) var hasNumber = false

  /// The marks that stand in it, one bit for the last six bits of a folded byte.
  private var marks: UInt64 = 0

  /// The vocabulary.
  public let lexicon: Lexicon

  @usableFromInline static let nothing = Token()

  /// Makes room for texts.
  public init(lexicon: Lexicon = .standard) { self.lexicon = lexicon }

  /// Reads a text.
  public init(_ string: String, lexicon: Lexicon = .standard) {
    self.lexicon = lexicon
    read(string)
  }

  /// How many tokens there are.
  @inlinable
  public var count: Int { tokens.count }

  /// How many scalars there are.
  public var scalarCount: Int { folded.count }

  /// The token at the index, or a token that is nothing.
  @inlinable
  public subscript(index: Int) -> Token {
    index >= 0 && index < tokens.count ? tokens[index] : TokenisedText.nothing
  }

  /// Reads another text in place of the one before.
  public mutating func read(_ string: String) {
    self.string = string
    folded.fold(string)
    Token.read(folded, into: &tokens)
    (opens, hasNumber, marks) = TokenisedText.lookUp(&tokens, of: folded, in: lexicon)
  }

  /// Looks up what the tokens open; the result is what they open together, whether one is a number, and the marks.
  private static func lookUp(
    _ tokens: inout [Token], of folded: FoldedText, in lexicon: Lexicon
  ) -> (opens: Meaning, hasNumber: Bool, marks: UInt64) {
    var opens: Meaning = []
    var hasNumber = false
    var marks: UInt64 = 0
    var tokens = tokens.mutableSpan
    for index in tokens.indices {
      switch tokens[index].kind {
      case .mark: marks |= 1 << (tokens[index].key & 63)
      case .number: hasNumber = true
      case .word where tokens[index].key == 0:
        let letters = Int(tokens[index].start)..<Int(tokens[index].end)
        tokens[index].key = lexicon.key(ofLongWord: folded.codes[letters])
      case .word, .none: break
      }
      let node = lexicon.node(tokens[index].key)
      guard node != 0 else { continue }
      tokens[index].node = node
      tokens[index].opens = lexicon.nodes[Int(node)].opens
      opens.formUnion(tokens[index].opens)
    }
    return (opens, hasNumber, marks)
  }

  /// Whether a mark may stand in it: false is certain.
  public func mayHold(_ mark: UInt8) -> Bool { marks >> UInt64(mark & 63) & 1 != 0 }

  /// Whether a fact may begin somewhere in it.
  public var mayHoldFact: Bool { hasNumber || !opens.isDisjoint(with: .fact) }

  /// The text that the tokens stand in, from the first to the end of the last.
  public func slice(_ range: Range<Int>) -> String {
    let scalars = scalars(range)
    // Most sentences are the whole text, which needs no copy.
    if scalars.count == scalarCount { return string }
    return folded.slice(string, scalars)
  }

  /// The scalars that the tokens stand in.
  public func scalars(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty, range.upperBound <= tokens.count else { return 0..<0 }
    return Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }
}

extension TokenisedText {
  /// A phrase of the vocabulary in the text; its end counts tokens.
  public typealias Phrase = Lexicon.Phrase

  /// The longest phrase at a token that means one of the things asked for.
  @inlinable
  public func phrase(at index: Int, meaning wanted: Meaning) -> Phrase? {
    // Most tokens open nothing that is asked for.
    opens(index, wanted) ? longestPhrase(at: index, meaning: wanted) : nil
  }

  /// Whether a token alone means one of the things asked for.
  @inlinable
  public func means(_ index: Int, _ wanted: Meaning) -> Bool {
    opens(index, wanted) && !meaning(ofToken: index).isDisjoint(with: wanted)
  }

  /// Whether a token may open one of the things asked for.
  @inlinable
  func opens(_ index: Int, _ wanted: Meaning) -> Bool {
    index >= 0 && index < tokens.count && !tokens[index].opens.isDisjoint(with: wanted)
  }

  /// What a token alone means.
  @usableFromInline
  func meaning(ofToken index: Int) -> Meaning { lexicon.nodes[Int(tokens[index].node)].meaning }

  @usableFromInline
  func longestPhrase(at index: Int, meaning wanted: Meaning) -> Phrase? {
    var found: Phrase?
    var node = tokens[index].node
    var end = index + 1
    while node != 0 {
      let beyond = lexicon.nodes[Int(node)].beyond
      if !lexicon.nodes[Int(node)].meaning.isDisjoint(with: wanted) {
        found = lexicon.nodes[Int(node)].phrase(end: end)
      }
      guard end < tokens.count, tokens[end].key != 0, !beyond.isDisjoint(with: wanted)
      else { break }
      node = lexicon.node(after: node, tokens[end].key)
      end += 1
    }
    return found
  }

  /// What the longest phrase means that ends before a token, of at most three words.
  public func precedingMeaning(at index: Int) -> Meaning {
    var found: Meaning = []
    for length in 1...3 where index - length >= 0 {
      let first = self[index - length]
      guard first.kind == .word else { break }
      var node = first.node
      for step in 1..<length where node != 0 {
        node = lexicon.node(after: node, self[index - length + step].key)
      }
      let meaning = lexicon.nodes[Int(node)].meaning
      if node != 0, !meaning.isDisjoint(with: .hiding) { found = meaning }
    }
    return found
  }

  /// Whether a phrase with the meaning ends before the token.
  public func isPreceded(at index: Int, by meaning: Meaning) -> Bool {
    !precedingMeaning(at: index).isDisjoint(with: meaning)
  }
}
