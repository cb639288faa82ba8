internal import VietnameseText

extension Token {
  /// Reads the tokens of a text, into memory that is used again.
  static func read(_ folded: FoldedText, into tokens: inout [Token]) {
    tokens.removeAll(keepingCapacity: true)
    var index = 0
    while true {
      let start = folded.skippingBlanks(index)
      guard start < folded.count else { return }
      tokens.append(Token(in: folded, at: start, isSpaced: start > index))
      index = Int(tokens[tokens.count - 1].end)
    }
  }

  /// The token that starts at a scalar.
  init(in folded: FoldedText, at start: Int, isSpaced: Bool = false) {
    let codes = folded.codes
    let first = codes[start]
    var index = start + 1
    key = UInt64(first)
    if Code.isLetter(first) {
      kind = .word
      isCapital = folded.capitals[start]
      isUppercase = isCapital
      while index < codes.count, Code.isLetter(codes[index]) {
        key = key << 8 | UInt64(codes[index])
        if !folded.capitals[index] { isUppercase = false }
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
