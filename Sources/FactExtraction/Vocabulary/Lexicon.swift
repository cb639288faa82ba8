internal import ProgrammeModel
internal import VietnameseText

/// The vocabulary of programmes as one tree of words, looked up token by token.
///
/// A word of Vietnamese is a syllable of at most seven letters, so its folded bytes fit into one
/// integer, its key: to compare words is to compare integers, and a phrase is a path of keys.
///
/// ```swift
/// let text = TokenisedText("5 trường hợp vi phạm")
/// text.phrase(at: 1, meaning: .noun)?.end  // 3: "trường hợp"
/// ```
struct Lexicon: Sendable {
  /// What the phrases mean that end at a node, by node.
  private(set) var meanings: [Meaning] = [[]]

  /// The type of document whose word ends at a node, as its place in `DocumentType.all`, or -1.
  private(set) var types: [Int16] = [-1]

  /// The edges of the tree by open addressing; a slot without key is free.
  private var edges = [Edge](repeating: Edge(), count: Lexicon.slots)

  /// The words that phrases begin with, by open addressing; a slot without key is free.
  ///
  /// Every word of a text is looked up here, so they stand apart from the other edges: they fit the cache.
  private var openings = [Opening](repeating: Opening(), count: Lexicon.openingSlots)

  /// A word that phrases begin with: an edge from the root.
  private struct Opening: Sendable {
    var key: UInt64 = 0
    var node: Int32 = 0
    /// What the phrases mean.
    var meaning: Meaning = []
  }

  /// An edge of the tree.
  private struct Edge: Sendable {
    var key: UInt64 = 0
    var from: Int32 = 0
    var to: Int32 = 0
  }

  /// Four times the edges of the vocabulary, so that a look-up rarely meets a second slot.
  private static let slots = 1 << 13

  /// Three times the words that phrases begin with.
  private static let openingSlots = 1 << 11

  /// The vocabulary of Tables/vocabulary.
  static let shared = Lexicon()

  /// The words that the grammar of dates begins with; `DateRecogniser` knows what follows them.
  private static let times = [
    "ngày", "tháng", "quý", "quí", "qúy", "năm", "sáu", "giai đoạn", "nhiệm kỳ", "nhiệm kì",
    "thời kỳ", "thời kì", "niên khóa", "niên độ",
  ]

  /// The words that the grammar of tasks turns on; `Responsibility` and `DeadlineReader` know the rest.
  private static let signals = [
    "giao", "do", "phối hợp", "định kỳ", "hằng", "hàng", "trong vòng", "trong thời hạn",
    "chậm nhất",
  ]

  private init() {
    var reader = TokenisedText.PhraseReader()
    for group in Lexicon.groups {
      reader.readLines(group.words) { insert($0, meaning: group.meaning, type: -1) }
    }
    for word in Lexicon.times { insert(word, &reader, meaning: .time, type: -1) }
    for word in Lexicon.signals { insert(word, &reader, meaning: .signal, type: -1) }
    for (place, type) in DocumentType.all.enumerated() {
      insert(type.word, &reader, meaning: .documentType, type: Int16(place))
    }
    for (place, type) in DocumentType.all.enumerated() {
      for code in [type.stateCode, type.partyCode] {
        guard let code, code.unicodeScalars.count > 1 else { continue }
        insert(code, &reader, meaning: [.documentType, .abbreviation], type: Int16(place))
      }
    }
  }

  private mutating func insert(
    _ phrase: String, _ reader: inout TokenisedText.PhraseReader, meaning: Meaning, type: Int16
  ) {
    reader.read(phrase)
    insert(reader.tokens[...], meaning: meaning, type: type)
  }

  private mutating func insert(_ phrase: ArraySlice<Token>, meaning: Meaning, type: Int16) {
    var node: Int32 = 0
    for place in phrase.indices {
      let key = phrase[place].key
      guard key != 0 else { return }
      if node == 0 {
        node = open(key, meaning)
      } else {
        var slot = Lexicon.slot(node, key)
        while edges[slot].key != 0 && !(edges[slot].key == key && edges[slot].from == node) {
          slot = (slot + 1) & (Lexicon.slots - 1)
        }
        if edges[slot].key == 0 { edges[slot] = Edge(key: key, from: node, to: addNode()) }
        node = edges[slot].to
      }
    }
    meanings[Int(node)].formUnion(meaning)
    // Several types share a code; the table has the plain one first.
    if type >= 0, types[Int(node)] < 0 { types[Int(node)] = type }
  }

  /// The node of a word that a phrase of a meaning begins with.
  private mutating func open(_ key: UInt64, _ meaning: Meaning) -> Int32 {
    var slot = Lexicon.openingSlot(key)
    while openings[slot].key != 0 && openings[slot].key != key {
      slot = (slot + 1) & (Lexicon.openingSlots - 1)
    }
    if openings[slot].key == 0 { openings[slot] = Opening(key: key, node: addNode()) }
    openings[slot].meaning.formUnion(meaning)
    return openings[slot].node
  }

  private mutating func addNode() -> Int32 {
    meanings.append([])
    types.append(-1)
    return Int32(meanings.count - 1)
  }

  /// The node of the tree that a word opens, 0 where there is none, and what its phrases mean.
  func opening(_ key: UInt64) -> (node: Int32, meaning: Meaning) {
    var slot = Lexicon.openingSlot(key)
    while openings[slot].key != 0 {
      if openings[slot].key == key { return (openings[slot].node, openings[slot].meaning) }
      slot = (slot + 1) & (Lexicon.openingSlots - 1)
    }
    return (0, [])
  }

  /// The node behind a node and a word, 0 where there is none.
  func node(after node: Int32, _ key: UInt64) -> Int32 {
    var slot = Lexicon.slot(node, key)
    while edges[slot].key != 0 {
      if edges[slot].key == key && edges[slot].from == node { return edges[slot].to }
      slot = (slot + 1) & (Lexicon.slots - 1)
    }
    return 0
  }

  private static func slot(_ node: Int32, _ key: UInt64) -> Int {
    let mixed = (key ^ UInt64(truncatingIfNeeded: node) &* 0xFF51_AFD7_ED55_8CCD) &* goldenRatio
    return Int(truncatingIfNeeded: mixed >> 51)
  }

  private static func openingSlot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* goldenRatio) >> 53)
  }

  /// Fibonacci hashing: the golden ratio spreads keys that differ in their low bytes alone.
  private static let goldenRatio: UInt64 = 0x9E37_79B9_7F4A_7C15
}
