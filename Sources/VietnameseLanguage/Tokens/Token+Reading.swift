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
      let token = Token(in: codes, capitals, at: index, isSpaced: index > start)
      index = Int(token.end)
      tokens.append(token)
    }
  }

  /// The token that starts at a scalar, of the folded bytes and of which are capitals.
  @inline(__always)
  init(in codes: Span<UInt8>, _ capitals: Span<Bool>, at start: Int, isSpaced: Bool) {
    // Most words have eight letters at most, which are looked at together.
    let eight = codes.eight(at: start)
    var length = Code.letterCount(ofEight: eight)
    if length > 0 {
      kind = .word
      let rest = UInt64(truncatingIfNeeded: 64 &- 8 &* length)
      key = eight.byteSwapped &>> rest
      let isSet = capitals.eight(at: start)
      let all = Code.each(1) &>> rest
      isCapital = isSet & 1 != 0
      isUppercase = isSet & all == all
      if length == 8 {
        while start + length < codes.count, Code.isLetter(codes[start + length]) {
          if !capitals[start + length] { isUppercase = false }
          length += 1
        }
      }
    } else {
      key = UInt64(codes[start])
      length = 1
      if Code.isDigit(codes[start]) {
        kind = .number
        while start + length < codes.count, Code.isDigit(codes[start + length]) {
          key = key << 8 | UInt64(codes[start + length])
          length += 1
        }
      } else {
        kind = .mark
      }
    }
    if length > 8 { key = 0 }
    self.start = Int32(truncatingIfNeeded: start)
    end = Int32(truncatingIfNeeded: start + length)
    self.isSpaced = isSpaced
  }
}
