public import VietnameseText

extension FoldedText {
  /// The longest phrase that stands at a scalar as whole words and means one of the things asked for.
  ///
  /// With `limit` it ends there at the latest. A digit may touch its end where `touchingDigits` says so:
  /// `Điều17`.
  @inlinable
  public func phrase(
    _ wanted: Meaning, in lexicon: Lexicon, at index: Int = 0, limit: Int = .max,
    touchingDigits: Bool = false
  ) -> Lexicon.Phrase? {
    // Most look-ups end with the first letter.
    guard index >= 0, index < count,
      !lexicon.starts[Int(codes[index])].isDisjoint(with: wanted)
    else { return nil }
    return longestPhrase(
      wanted, in: lexicon, at: index, limit: limit, touchingDigits: touchingDigits)
  }

  @usableFromInline
  func longestPhrase(
    _ wanted: Meaning, in lexicon: Lexicon, at index: Int, limit: Int, touchingDigits: Bool
  ) -> Lexicon.Phrase? {
    guard isWordBoundary(index) else { return nil }
    let letters = codes.span
    let isCapital = capitals.span
    var token = Token(in: letters, isCapital, at: index, isSpaced: false)
    var node = lexicon.node(key(of: token, lexicon))
    var found: Lexicon.Phrase?
    while node != 0, token.end <= limit {
      let end = Int(token.end)
      if !lexicon.nodes[Int(node)].meaning.isDisjoint(with: wanted),
        isWordBoundary(end) || touchingDigits && Code.isDigit(codes[end])
      {
        found = lexicon.nodes[Int(node)].phrase(end: end)
      }
      let next = skippingBlanks(end)
      guard next < count, !lexicon.nodes[Int(node)].beyond.isDisjoint(with: wanted) else { break }
      token = Token(in: letters, isCapital, at: next, isSpaced: false)
      node = lexicon.node(after: node, key(of: token, lexicon))
    }
    return found
  }

  /// Where a phrase with one of the meanings starts that ends at a scalar, or `nil`; the longest counts.
  public func start(of wanted: Meaning, in lexicon: Lexicon, endingAt end: Int) -> Int? {
    var found: Int?
    var start = min(end, count)
    for _ in 0..<lexicon.longestPhrase {
      while start > 0, Code.isSpace(codes[start - 1]) { start -= 1 }
      guard start > 0 else { break }
      start -= 1
      if Code.isLetter(codes[start]) {
        while start > 0, Code.isLetter(codes[start - 1]) { start -= 1 }
      }
      if phrase(wanted, in: lexicon, at: start, limit: end)?.end == end { found = start }
    }
    return found
  }

  /// Where the longest phrase with one of the meanings ends that stands at a scalar, or `nil`.
  @inlinable
  public func end(of wanted: Meaning, in lexicon: Lexicon, at index: Int = 0) -> Int? {
    phrase(wanted, in: lexicon, at: index)?.end
  }

  /// Whether a phrase with one of the meanings opens the text.
  @inlinable
  public func opens(with wanted: Meaning, in lexicon: Lexicon) -> Bool {
    phrase(wanted, in: lexicon) != nil
  }

  /// The document type named at `index` (the longest if several match), and where its name ends.
  public func documentType(
    in lexicon: Lexicon, at index: Int = 0
  ) -> (type: DocumentType, end: Int)? {
    guard let found = phrase(.typeWord, in: lexicon, at: index), found.type >= 0 else { return nil }
    return (lexicon.documentTypes[found.type], found.end)
  }

  /// The first place at or after the index that is not white space.
  public func skippingBlanks(_ index: Int) -> Int {
    var index = index
    while index < count, Code.isSpace(codes[index]) { index += 1 }
    return index
  }

  private func key(of token: Token, _ lexicon: Lexicon) -> UInt64 {
    token.key != 0
      ? token.key : lexicon.key(ofLongWord: codes[Int(token.start)..<Int(token.end)])
  }
}

extension Lexicon {
  /// The type that a word names, written in any case, or `nil` where the text is more than its word.
  public func documentType(named word: String) -> DocumentType? {
    let text = FoldedText(word)
    guard let match = text.documentType(in: self), match.end == text.count else { return nil }
    return match.type
  }
}
