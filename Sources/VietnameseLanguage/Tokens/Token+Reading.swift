internal import VietnameseText

extension Token {
  /// Reads the tokens of a text, into memory that is used again.
  static func read(_ folded: FoldedText, into tokens: inout [Token]) {
    tokens.removeAll(keepingCapacity: true)
    let codes = folded.codes.span
    let capitals = folded.capitals.span
    tokens.reserveCapacity(codes.count / 4)
    var index = 0
    while true {
      let start = index
      while index < codes.count, Code.isSpace(codes[index]) { index += 1 }
      guard index < codes.count else { return }
      tokens.append(Token(in: codes, capitals, at: index, isSpaced: index > start))
      index = Int(tokens[tokens.count - 1].end)
    }
  }

  /// The token that starts at a scalar.
  init(in folded: FoldedText, at start: Int) {
    self.init(in: folded.codes.span, folded.capitals.span, at: start, isSpaced: false)
  }

  /// The token that starts at a scalar, of the folded bytes and of which are capitals.
  private init(in codes: Span<UInt8>, _ capitals: Span<Bool>, at start: Int, isSpaced: Bool) {
    let first = codes[start]
    var index = start + 1
    key = UInt64(first)
    if Code.isLetter(first) {
      kind = .word
      isCapital = capitals[start]
      isUppercase = isCapital
      while index < codes.count, Code.isLetter(codes[index]) {
        key = key << 8 | UInt64(codes[index])
        if !capitals[index] { isUppercase = false }
        index += 1
      }
    } else if Code.isDigit(first) {
      kind = .number
      while index < codes.count, Code.isDigit(codes[index]) {
        key = key << 8 | UInt64(codes[index])
        index += 1
      }
    } else {
      kind = .mark
    }
    if index - start > 8 { key = 0 }
    self.start = Int32(truncatingIfNeeded: start)
    end = Int32(truncatingIfNeeded: index)
    self.isSpaced = isSpaced
  }
}
