internal import VietnameseText

/// Splits a paragraph into sentences.
///
/// A full stop ends a sentence where a blank and a capital, a digit or a quotation mark follow it. It
/// does not in `TP. Cần Thơ`, `v.v.`, `1.250`, `“… .”`, `(… .)`, nor behind a number that opens the
/// sentence; a semicolon never does.
extension TokenisedText {
  /// The sentences as ranges of tokens; together they are all tokens.
  public func sentences() -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var enclosure = Enclosure(tokens)
    var start = 0
    var index = 0
    while index < count {
      let token = self[index]
      index += 1
      guard token.kind == .mark else { continue }
      enclosure.read(token)
      guard isSentenceMark(token), !enclosure.isInside,
        !isAbbreviation(before: index - 1, from: start)
      else { continue }
      var end = index
      while self[end].kind == .mark, !self[end].isSpaced, isTail(self[end]) {
        enclosure.read(self[end])
        end += 1
      }
      index = end
      if end < count, self[end].isSpaced, opensSentence(end) {
        sentences.append(start..<end)
        start = end
      }
    }
    if start < count { sentences.append(start..<count) }
    return sentences
  }

  private func isSentenceMark(_ token: Token) -> Bool {
    token.isStop || token.isMark(UInt8(ascii: "!")) || token.isMark(UInt8(ascii: "?"))
      || token.isMark(Code.ellipsis)
  }

  /// Marks that may stand directly behind the end of a sentence, and still belong to it.
  private func isTail(_ token: Token) -> Bool {
    isSentenceMark(token) || token.isSlash || token.isMark(Code.closingQuote)
      || token.isMark(UInt8(ascii: "\"")) || token.isMark(UInt8(ascii: ")"))
  }

  private func opensSentence(_ index: Int) -> Bool {
    let token = self[index]
    switch token.kind {
    case .word: return token.isCapital
    case .number: return true
    case .mark:
      return token.isMark(Code.openingQuote) || token.isMark(UInt8(ascii: "\""))
        || token.isMark(UInt8(ascii: "(")) || token.isDash || token.isMark(UInt8(ascii: "+"))
    case .none: return false
    }
  }

  private func isAbbreviation(before stop: Int, from start: Int) -> Bool {
    let word = self[stop - 1]
    guard stop > start, self[stop].isStop, !self[stop].isSpaced else { return false }
    // `1. Một việc`: the number opens the sentence.
    if word.kind == .number { return stop - 1 == start }
    guard word.kind == .word else { return false }
    return word.length == 1 || word.isCapital && means(stop - 1, .shortForm)
  }

  /// Whether a place in a text stands in quotation marks or parentheses.
  ///
  /// What is opened and never closed does not count, or one slip would join the rest of a paragraph.
  private struct Enclosure {
    private var parentheses = 0
    private var quotes = 0
    private var isStraight = false
    private var closingParentheses = 0
    private var closingQuotes = 0
    private var straightQuotes = 0

    init(_ tokens: borrowing [Token]) {
      for index in tokens.indices where tokens[index].kind == .mark {
        switch UInt8(truncatingIfNeeded: tokens[index].key) {
        case UInt8(ascii: ")"): closingParentheses += 1
        case Code.closingQuote: closingQuotes += 1
        case UInt8(ascii: "\""): straightQuotes += 1
        default: break
        }
      }
    }

    var isInside: Bool { parentheses > 0 || quotes > 0 || isStraight }

    mutating func read(_ token: Token) {
      guard token.kind == .mark else { return }
      switch UInt8(truncatingIfNeeded: token.key) {
      case UInt8(ascii: "("): if parentheses < closingParentheses { parentheses += 1 }
      case UInt8(ascii: ")"):
        closingParentheses -= 1
        parentheses = max(0, parentheses - 1)
      case Code.openingQuote: if quotes < closingQuotes { quotes += 1 }
      case Code.closingQuote:
        closingQuotes -= 1
        quotes = max(0, quotes - 1)
      case UInt8(ascii: "\""):
        straightQuotes -= 1
        isStraight = !isStraight && straightQuotes > 0
      default: break
      }
    }
  }
}
