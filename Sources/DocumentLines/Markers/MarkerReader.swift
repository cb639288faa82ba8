package import VietnameseLanguage
package import VietnameseText

/// Reads the start of a line as a marker, in every way it can be read.
///
/// ```text
/// "I- Mục đích"          roman 1, alpha 9
/// "2.1. Nhiệm vụ"        compound 2.1
/// "5.000 đảng viên"      none: a number of thousands
/// "V/v ban hành"         none: về việc
/// "- HD/BTCTU ngày"      none: half of a symbol
/// ```
///
/// The forms are those of documents.md 3.1, the look-alikes those of 3.5.
package struct MarkerReader {
  /// The line, folded from its start.
  package let text: FoldedText

  /// The vocabulary.
  let lexicon: Lexicon

  /// Reads a folded line.
  package init(text: FoldedText, lexicon: Lexicon = .standard) {
    self.text = text
    self.lexicon = lexicon
  }

  /// The largest number a task carries; `2025.` is a year that closes a sentence.
  static let mostDigits = 3

  /// The longest rule that opens as a dash does, such as `- * -` and `-o0o-`.
  private static let longestRule = 12

  /// The readings of the marker that opens the line at a scalar, the likeliest first.
  package func candidates(at start: Int = 0) -> [MarkerCandidate] {
    guard start < text.count else { return [] }
    let code = text.codes[start]
    if Code.isDigit(code) { return number(at: start) }
    switch code {
    case UInt8(ascii: "-"): return dash(at: start)
    case UInt8(ascii: "+"): return bullet(.plus, at: start)
    case UInt8(ascii: "*"): return bullet(.star, at: start)
    case Code.bullet: return bullet(.dot, at: start)
    case UInt8(ascii: "("): return bracketed(at: start)
    default:
      guard Code.isLetter(code) else { return [] }
      let named = KeywordMarker.candidate(in: text, at: start, lexicon)
      if let named { return [named] }
      return letters(at: start)
    }
  }

  // MARK: Bullets

  func dash(at start: Int) -> [MarkerCandidate] {
    let next = skipBlanks(start + 1)
    guard next < text.count, text.codes[next] != UInt8(ascii: "-") || next > start + 1,
      !isSymbolTail(at: next), text.codes[start + 1] != UInt8(ascii: "-"),
      !Code.isDigit(text.codes[next]) || next > start + 1,
      text.count > MarkerReader.longestRule || !text.isRule
    else { return [] }
    return [
      MarkerCandidate(
        family: .dash, end: start + 1, textStart: next, strength: next > start + 1 ? 30 : 20)
    ]
  }

  /// Whether half of a symbol stands here, such as `HD/BTCTU` after a line that ends with `số 08`.
  private func isSymbolTail(at start: Int) -> Bool {
    var index = start
    while index < text.count, Code.isLetter(text.codes[index]), index - start < 6 { index += 1 }
    guard index > start, text.capitals[start] else { return false }
    let slash = skipBlanks(index)
    guard slash < text.count, text.codes[slash] == UInt8(ascii: "/") else { return false }
    let after = skipBlanks(slash + 1)
    // The code of an issuer has two capitals: `Chánh/Phó Chánh Văn phòng` are words.
    let capitals = (after..<min(after + 3, text.count)).count { text.capitals[$0] }
    return capitals > 1 && text.capitals[after] && (index - start > 1 || slash == index)
  }

  func bullet(_ family: Family, at start: Int) -> [MarkerCandidate] {
    let next = skipBlanks(start + 1)
    guard next < text.count, text.codes[next] != text.codes[start] || next > start + 1 else {
      return []
    }
    let isSpaced = next > start + 1
    return [
      MarkerCandidate(
        family: family, end: start + 1, textStart: next, strength: isSpaced ? 30 : 20)
    ]
  }

  // MARK: Helpers

  /// Lowers the strength of a marker whose text starts with a small letter or without a blank.
  func judgeText(after candidate: inout MarkerCandidate) {
    guard candidate.textStart < text.count else { return }
    let code = text.codes[candidate.textStart]
    if candidate.textStart == candidate.end { candidate.strength -= 5 }
    if candidate.separator == UInt8(ascii: ",") { candidate.strength -= 12 }
    if Code.isLetter(code) && !text.capitals[candidate.textStart] { candidate.strength -= 8 }
    if code == UInt8(ascii: "/") || code == UInt8(ascii: ".") { candidate.strength -= 20 }
  }

  func skipBlanks(_ index: Int) -> Int {
    var index = index
    while index < text.count, Code.isSpace(text.codes[index]) { index += 1 }
    return index
  }
}
