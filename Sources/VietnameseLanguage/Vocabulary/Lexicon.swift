internal import VietnameseText

/// The vocabulary of programmes as one tree of words, looked up token by token.
///
/// The program has one, made of Tables/vocabulary; a test makes another with rows of its own. A stage
/// is given the lexicon that it looks words up in.
///
/// ```swift
/// let text = TokenisedText("5 trường hợp vi phạm")
/// text.phrase(at: 1, meaning: .noun)?.end                        // 3: "trường hợp"
/// FoldedText("CHỦ TỊCH nước").end(of: .position, in: .standard)  // 13
/// let own = Lexicon(adding: [Lexicon.Row("trưởng bản", .position)])
/// ```
///
/// White space between the tokens of a phrase does not count: `tm .` and `tm.` are one.
public final class Lexicon: Sendable {
  /// One row or several rows of a table that mean the same.
  public struct Row: Sendable {
    /// The phrase, or several phrases, one a line.
    var words: String

    /// What each of them means.
    var meaning: Meaning

    /// The number that each of them stands for, or -1.
    var value: Int

    /// Makes a row.
    public init(_ words: String, _ meaning: Meaning, value: Int = -1) {
      self.words = words
      self.meaning = meaning
      self.value = value
    }

    /// Reads rows of the generated text: first the numbers of their meanings and, behind `=`, their value.
    init(_ text: Substring.UTF8View) {
      let head = text.prefix { $0 != 0x0A }
      meaning = []
      value = -1
      for number in head.split(separator: UInt8(ascii: " ")) {
        let digits = number.drop { $0 == UInt8(ascii: "=") }
        let read = digits.reduce(0) { $0 * 10 + Int($1 &- UInt8(ascii: "0")) }
        if digits.count < number.count {
          value = read
        } else {
          meaning.formUnion(Meaning(number: read))
        }
      }
      words = String(Substring(text.dropFirst(head.count + 1)))
    }
  }

  /// A phrase of the vocabulary that stands in a text.
  public struct Phrase: Sendable {
    /// What stands behind it: a token of tokenised text, a scalar of folded text.
    public var end: Int

    /// What it means.
    public var meaning: Meaning

    /// The place in `documentTypes` of the type that it names, or -1.
    public var type: Int

    /// The number that it stands for, or -1.
    public var value: Int
  }

  /// The words of the tables.
  ///
  /// They are read from one text at the start: the compiler takes minutes over as many lists of meanings.
  private static let standardRows =
    standardWords.utf8.split(separator: UInt8(ascii: "\t")).map(Row.init)

  /// The lexicon of Tables/vocabulary.
  public static let standard = Lexicon(
    rows: standardRows, documentTypes: DocumentType.standard)

  /// The rows that it is made of.
  private let rows: [Row]

  /// The types of documents, in the order of their table.
  public let documentTypes: [DocumentType]

  /// The nodes of the tree; the first is the root.
  let nodes: [Node]

  /// The words that lead from node to node.
  private let edges: WordEdges

  /// The keys of words of more than eight letters.
  private let longWords: [[UInt8]: UInt64]

  /// How many tokens the longest phrase has.
  let longestPhrase: Int

  /// For every folded byte, what the phrases mean that begin with it: most look-ups end here.
  @usableFromInline let starts: [Meaning]

  /// The end of a phrase or the way to one.
  struct Node: Sendable {
    /// What the phrases mean, all together, that go on from here.
    var beyond = Meaning()
    /// What the phrase means that ends here.
    var meaning = Meaning()
    /// The place of its type in `documentTypes`, or -1.
    var type = -1
    /// Its number, or -1.
    var value = -1

    /// What the phrases mean, all together, that end here or further on.
    var opens: Meaning { beyond.union(meaning) }

    /// The phrase that ends here, and in a text before a place.
    func phrase(end: Int) -> Phrase {
      Phrase(end: end, meaning: meaning, type: type, value: value)
    }
  }

  /// Makes a lexicon of rows.
  public init(rows: [Row], documentTypes: [DocumentType]) {
    var builder = Builder()
    for row in rows { builder.insert(row.words, row.meaning, value: row.value) }
    for (place, type) in documentTypes.enumerated() {
      builder.insert(type.word, [.documentType, .typeWord], type: place)
    }
    for (place, type) in documentTypes.enumerated() {
      for code in [type.stateCode, type.partyCode] {
        // A letter alone is the code of too much else.
        guard let code, code.unicodeScalars.count > 1 else { continue }
        builder.insert(code, [.documentType, .abbreviation], type: place)
      }
    }
    self.rows = rows
    self.documentTypes = documentTypes
    nodes = builder.nodes
    edges = builder.edges
    longWords = builder.longWords
    starts = builder.starts
    longestPhrase = builder.longestPhrase
  }

  /// Makes a lexicon of the tables and of rows and types that they do not have.
  public convenience init(adding rows: [Row], documentTypes: [DocumentType] = []) {
    self.init(
      rows: Lexicon.standardRows + rows, documentTypes: DocumentType.standard + documentTypes)
  }

  /// The first word of the tables with a meaning and a number.
  public func word(_ meaning: Meaning, value: Int = -1) -> String? {
    let row = rows.first { $0.meaning.contains(meaning) && $0.value == value }
    return row.flatMap { $0.words.split(separator: "\n").first.map(String.init) }
  }

  /// The node behind a node, which is 0 before the first word, and a word; 0 where there is none.
  func node(after node: Int32 = 0, _ key: UInt64) -> Int32 { edges.node(after: node, key) }

  /// The key of a word of more than eight letters, 0 where no phrase has it.
  func key(ofLongWord codes: ArraySlice<UInt8>) -> UInt64 {
    longWords.isEmpty ? 0 : longWords[Array(codes)] ?? 0
  }
}

extension Lexicon {
  /// The tree while it is made.
  private struct Builder {
    var nodes = [Node()]
    var edges = WordEdges()
    var longWords: [[UInt8]: UInt64] = [:]
    var starts = [Meaning](repeating: [], count: 256)
    var longestPhrase = 0
    private var folded = FoldedText()
    private var tokens: [Token] = []

    /// Adds phrases, one a line.
    mutating func insert(
      _ phrases: String, _ meaning: Meaning, type: Int = -1, value: Int = -1
    ) {
      folded.fold(phrases)
      Token.read(folded, into: &tokens)
      var start = 0
      for end in tokens.indices.dropFirst() where folded.codes[Int(tokens[end].start) - 1] == 0x0A {
        insert(start..<end, meaning, type, value)
        start = end
      }
      if start < tokens.count { insert(start..<tokens.count, meaning, type, value) }
    }

    private mutating func insert(
      _ phrase: Range<Int>, _ meaning: Meaning, _ type: Int, _ value: Int
    ) {
      starts[Int(folded.codes[Int(tokens[phrase.lowerBound].start)])].formUnion(meaning)
      longestPhrase = max(longestPhrase, phrase.count)
      var node: Int32 = 0
      for place in phrase {
        nodes[Int(node)].beyond.formUnion(meaning)
        node = self.node(after: node, key(of: tokens[place]))
      }
      nodes[Int(node)].meaning.formUnion(meaning)
      if value >= 0 { nodes[Int(node)].value = value }
      // Several types share a code; the table has the plain one first.
      if nodes[Int(node)].type < 0 { nodes[Int(node)].type = type }
    }

    /// The node behind a node and a word; a new one where there is none yet.
    private mutating func node(after node: Int32, _ key: UInt64) -> Int32 {
      let known = edges.node(after: node, key)
      if known != 0 { return known }
      let next = Int32(nodes.count)
      nodes.append(Node())
      edges.insert(key, behind: node, to: next)
      return next
    }

    /// The key of a word; a word of more than eight letters is given one that begins with the byte 1,
    /// which is no letter and no digit.
    private mutating func key(of token: Token) -> UInt64 {
      guard token.key == 0 else { return token.key }
      let codes = Array(folded.codes[Int(token.start)..<Int(token.end)])
      if let key = longWords[codes] { return key }
      let key = 1 << 56 | UInt64(longWords.count)
      longWords[codes] = key
      return key
    }
  }
}
