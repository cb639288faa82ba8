internal import VietnameseText

/// The number and symbol of a document (số, ký hiệu) as it stands in running text.
///
/// ```text
/// 139-KH/HU          number 139, symbol KH/HU
/// 256/2004/QĐ-UB     number 256, symbol 2004/QĐ-UB
/// 837 / QĐ - BKH     number 837, symbol QĐ-BKH
/// 90TC/TCT           number 90, symbol TC/TCT
/// 02                 number 02, no symbol
/// ```
public struct DocumentNumber {
  /// The token behind it.
  public var end: Int
  /// The tokens of the number, none where it is left blank.
  public var number: Range<Int>
  /// The tokens of the symbol, none where there is none.
  public var symbol: Range<Int>
  /// Whether a dash stands behind the number, as in numbers of the Party.
  public var isParty: Bool
}

extension TokenisedText {
  /// The number and symbol that begin at a token; with `blanks` the number may be left blank.
  public func documentNumber(at index: Int, blanks: Bool) -> DocumentNumber? {
    var next = index
    if self[next].kind == .number {
      next += 1
      // Numbers of parts of a series have a stop or a letter: 66.15/2026/NQ-CP, 01a/2020/QĐ-UBND.
      if self[next].isStop, !self[next].isSpaced, self[next + 1].kind == .number,
        !self[next + 1].isSpaced, self[next + 2].isSlash
      {
        next += 2
      }
      if self[next].kind == .word, !self[next].isSpaced, self[next].length == 1,
        !self[next].isCapital, self[next + 1].isSlash || self[next + 1].isDash
      {
        next += 1
      }
    } else {
      guard blanks else { return nil }
      while self[next].isStop || self[next].isMark(Code.ellipsis) || self[next].isMark(0x5F) {
        next += 1
      }
      guard self[next].isDash || self[next].isSlash else { return nil }
    }
    let number = index..<(self[index].kind == .number ? next : index)
    // A slip: 1281/-UBND
    if self[next].isSlash, self[next + 1].isDash, !self[next + 1].isSpaced { next += 1 }
    let isParty = self[next].isDash && !self[next - 1].isSlash
    var first = next
    if self[next].isDash || self[next].isSlash || self[next].isMark(0x5F) { first += 1 }
    let end = symbolEnd(from: next)
    // A blank number needs a symbol of two parts at least.
    if number.isEmpty, end < first + 3 { return nil }
    guard end > first else {
      return number.isEmpty
        ? nil
        : DocumentNumber(
          end: next, number: number, symbol: next..<next, isParty: false)
    }
    return DocumentNumber(end: end, number: number, symbol: first..<end, isParty: isParty)
  }

  /// Where a symbol ends whose first separator, or first letters, stand at the token.
  private func symbolEnd(from index: Int) -> Int {
    var next = index
    var hasLetters = false
    // Letters may touch the number, or stand one blank behind it: 90TC/TCT, 06HD/TW, 1062 TC/QĐ/CSTC.
    if self[next].kind == .word, self[next].isUppercase, self[next].length <= 5,
      self[next + 1].isSlash || self[next + 1].isDash && !self[next].isSpaced,
      !self[next + 1].isSpaced
    {
      hasLetters = true
      next += 1
    }
    while true {
      let separator = self[next]
      let isSeparator =
        separator.isSlash || separator.isDash || separator.isMark(0x5F)
        || separator.isMark(UInt8(ascii: "&"))
        || separator.isStop && !separator.isSpaced && hasLetters
      guard isSeparator else { break }
      let part = self[next + 1]
      let isTight = !separator.isSpaced && !part.isSpaced
      if separator.isStop, !isTight { break }
      if part.kind == .number {
        // A year, or a number within the symbol; a span of years is no symbol.
        guard isTight || separator.isSlash, part.length <= 4, self[next + 2].isSlash || hasLetters
        else { break }
        next += 2
      } else if part.kind == .word {
        guard isSymbolPart(next + 1, isTight: isTight) else { break }
        hasLetters = true
        next += 2
      } else {
        break
      }
      // QH13, UBTVQH15
      while self[next].kind != .mark, self[next].kind != .none, !self[next].isSpaced { next += 1 }
    }
    return hasLetters ? bracketEnd(at: next) : index
  }

  /// Behind the office in brackets that drafted a document: `TTr-CAT(PC04)`.
  private func bracketEnd(at index: Int) -> Int {
    guard self[index].isMark(UInt8(ascii: "(")), !self[index].isSpaced else { return index }
    var end = index + 1
    while end < index + 6, self[end].kind == .number || self[end].isUppercase || self[end].isDash,
      !self[end].isSpaced
    {
      end += 1
    }
    return end > index + 1 && self[end].isMark(UInt8(ascii: ")")) && !self[end].isSpaced
      ? end + 1 : index
  }

  /// Whether a word can be a part of a symbol: capitals, mixed case such as `CTr`, `TTg`, or, where
  /// nothing stands between it and its separator, any short word without tone.
  private func isSymbolPart(_ index: Int, isTight: Bool) -> Bool {
    let token = self[index]
    if token.isUppercase { return token.length <= 12 && (isTight || token.length > 1) }
    if isTight { return token.isCapital && token.length <= 10 || isLowerCode(token) }
    guard token.isCapital, token.length <= 5 else { return false }
    // Between blanks only mixed case tells a symbol from a word: QĐi, TTg, but not Bộ.
    let capitals = folded.capitals[Int(token.start)..<Int(token.end)].count { $0 }
    return capitals >= 2
  }

  /// Lines in lower case (left by legacy fonts of capitals) have symbols in lower case: `qđ-ttg`.
  private func isLowerCode(_ token: Token) -> Bool {
    token.length <= 6 && token.opens.isDisjoint(with: [.duration, .measure, .noun, .listed])
      && folded.codes[Int(token.start)..<Int(token.end)].allSatisfy { code in
        code < Code.firstLetter || code == Code.letter("đ") || code == Code.letter("ư")
      }
  }

  /// The tokens as one word: without blanks, every dash as `-` and every slash as `/`; a blank that is all that divides two
  /// parts stays (`60 TC/CĐKT`).
  public func code(_ range: Range<Int>) -> String {
    var code = ""
    for index in range {
      if index > range.lowerBound, self[index].isSpaced, self[index].kind == .word,
        self[index - 1].kind == .number
      {
        code += " "
      }
      if self[index].isDash {
        code += "-"
      } else {
        code += self[index].isSlash ? "/" : slice(index..<index + 1)
      }
    }
    return code
  }
}
