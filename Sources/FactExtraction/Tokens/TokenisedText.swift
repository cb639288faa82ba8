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

  /// What the phrases may mean, all together, that its tokens open.
  private(set) var opens: Meaning = []

  /// Whether a number stands in it.
  private(set) var hasNumber = false

  /// The marks that stand in it, one bit for the last six bits of a folded byte.
  private var marks: UInt64 = 0

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
    (opens, hasNumber, marks) = TokenisedText.lookUp(&tokens, in: lexicon)
  }

  /// Tells the tokens what they open; the result is what all of them are.
  private static func lookUp(
    _ tokens: inout [Token], in lexicon: Lexicon
  ) -> (opens: Meaning, hasNumber: Bool, marks: UInt64) {
    var opens: Meaning = []
    var hasNumber = false
    var marks: UInt64 = 0
    var tokens = tokens.mutableSpan
    for index in tokens.indices {
      let key = tokens[index].key
      let kind = tokens[index].kind
      if kind == .mark { marks |= 1 << (key & 63) } else if kind == .number { hasNumber = true }
      let (node, meaning) = lexicon.opening(key)
      guard node != 0 else { continue }
      tokens[index].node = node
      tokens[index].opens = meaning
      opens.formUnion(meaning)
    }
    return (opens, hasNumber, marks)
  }

  /// Whether a mark may stand in it: false is certain.
  func mayHold(_ mark: UInt8) -> Bool { marks >> UInt64(mark & 63) & 1 != 0 }

  /// Whether a fact may begin somewhere in it.
  var mayHoldFact: Bool { hasNumber || !opens.isDisjoint(with: .fact) }

  /// The text that the tokens stand in, from the first to the end of the last.
  func slice(_ range: Range<Int>) -> String {
    let scalars = scalars(range)
    // Most sentences are the whole text, which needs no copy.
    if scalars.count == scalarCount { return string }
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
    var reader = PhraseReader()
    reader.read(phrase)
    return reader.tokens.map(\.key)
  }

  /// Takes phrase after phrase apart in memory that is used again: the vocabulary has fifteen hundred.
  struct PhraseReader {
    private var folded = FoldedText()

    /// The tokens of the phrase that was read last.
    private(set) var tokens: [Token] = []

    /// Takes a phrase apart.
    mutating func read(_ phrase: String) {
      folded.fold(phrase)
      TokenisedText.tokenise(folded, into: &tokens)
    }

    /// Takes phrases apart that stand a line each, all at once.
    mutating func readLines(_ phrases: String, _ take: (ArraySlice<Token>) -> Void) {
      read(phrases)
      var start = 0
      for end in tokens.indices.dropFirst() where folded.codes[Int(tokens[end].start) - 1] == 0x0A {
        take(tokens[start..<end])
        start = end
      }
      take(tokens[start...])
    }
  }

  private static func tokenise(_ folded: FoldedText, into tokens: inout [Token]) {
    tokens.removeAll(keepingCapacity: true)
    unsafe folded.codes.withUnsafeBufferPointer { codes in
      unsafe folded.capitals.withUnsafeBufferPointer { capitals in
        var index = 0
        while index < codes.count {
          // One look at the room for many tokens.
          tokens.append(addingCapacity: 32) { tokens in
            while !tokens.isFull {
              let start = index
              while index < codes.count, unsafe Code.isSpace(codes[index]) { index += 1 }
              guard index < codes.count else { break }
              unsafe tokens.append(token(at: &index, codes, capitals, isSpaced: index > start))
            }
          }
        }
      }
    }
  }

  /// The token at the index, which goes on behind it.
  @inline(__always)
  private static func token(
    at index: inout Int, _ codes: UnsafeBufferPointer<UInt8>,
    _ capitals: UnsafeBufferPointer<Bool>, isSpaced: Bool
  ) -> Token {
    let start = index
    let first = unsafe codes[index]
    var token = Token()
    var key = UInt64(first)
    index += 1
    if Code.isLetter(first) {
      token.kind = .word
      token.isCapital = unsafe capitals[start]
      var isUppercase = token.isCapital
      if start + 8 <= codes.count {
        let eight = unsafe UnsafeRawPointer(codes.baseAddress.unsafelyUnwrapped + start)
          .loadUnaligned(as: UInt64.self).littleEndian
        let count = Code.letterCount(ofEight: eight)
        let capital = unsafe UnsafeRawPointer(capitals.baseAddress.unsafelyUnwrapped + start)
          .loadUnaligned(as: UInt64.self).littleEndian
        let rest = UInt64(64 - 8 * count)
        key = eight.byteSwapped >> rest
        isUppercase = capital << rest == 0x0101_0101_0101_0101 << rest
        index = start + count
      }
      while index < codes.count {
        let code = unsafe codes[index]
        guard Code.isLetter(code) else { break }
        key = key << 8 | UInt64(code)
        isUppercase = unsafe isUppercase && capitals[index]
        index += 1
      }
      token.isUppercase = isUppercase
    } else if Code.isDigit(first) {
      token.kind = .number
      while index < codes.count {
        let code = unsafe codes[index]
        guard Code.isDigit(code) else { break }
        key = key << 8 | UInt64(code)
        index += 1
      }
    } else {
      token.kind = .mark
    }
    token.start = Int32(truncatingIfNeeded: start)
    token.end = Int32(truncatingIfNeeded: index)
    token.key = index - start > 8 ? 0 : key
    token.isSpaced = isSpaced
    return token
  }
}
