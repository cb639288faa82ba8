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
  private let lexicon: Lexicon

  /// Reads a folded line.
  package init(text: FoldedText, lexicon: Lexicon = .standard) {
    self.text = text
    self.lexicon = lexicon
  }

  /// The largest number a task carries; `2025.` is a year that closes a sentence.
  private static let mostDigits = 3

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

  private func dash(at start: Int) -> [MarkerCandidate] {
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

  private func bullet(_ family: Family, at start: Int) -> [MarkerCandidate] {
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

  // MARK: Numbers

  private func number(at start: Int) -> [MarkerCandidate] {
    var numbers: [Int] = []
    var index = start
    var value = 0
    var digits = 0
    var hasLongPart = false
    while index < text.count {
      let code = text.codes[index]
      if Code.isDigit(code) {
        digits += 1
        guard digits <= MarkerReader.mostDigits else { return [] }
        value = value * 10 + Int(code & 0x0F)
        index += 1
        continue
      }
      numbers.append(value)
      hasLongPart = hasLongPart || (numbers.count > 1 && digits > 2)
      let isPoint = code == UInt8(ascii: ".")
      guard isPoint, index + 1 < text.count, Code.isDigit(text.codes[index + 1]) else { break }
      (value, digits) = (0, 0)
      index += 1
    }
    if index == text.count { return [] }
    guard !hasLongPart, numbers.count <= 6, let last = numbers.last else { return [] }
    if let slip = repairedRoman(at: start) { return [slip] }
    guard let (separator, end) = separator(at: index, isRequired: numbers.count == 1) else {
      return []
    }
    let next = skipBlanks(end)
    let isAlone = next >= text.count
    if isAlone && numbers.count == 1 && separator == UInt8(ascii: "-") { return [] }
    if next < text.count {
      let code = text.codes[next]
      // 12/5, 2021 - 2025, 1.-5: a date, a range; 3 % and 5,2: amounts
      if Code.isDigit(code) && (end == next || separator == UInt8(ascii: "-")) { return [] }
      if numbers.count > 1 && separator == 0 && end == next { return [] }
      if code == UInt8(ascii: "%") || code == UInt8(ascii: ",") { return [] }
    }
    var candidate = MarkerCandidate(
      family: numbers.count == 1 ? .decimal : .compound(parts: numbers.count), ordinal: last,
      separator: separator, end: end, textStart: next, strength: 30)
    for (place, number) in numbers.dropLast().prefix(4).enumerated() {
      candidate.prefix[place] = Int16(truncatingIfNeeded: number)
    }
    candidate.prefixCount = min(numbers.count - 1, 4)
    judgeText(after: &candidate)
    return [candidate]
  }

  /// The mark after a number and where it ends: `.`, `)`, `/`, `-`, also `.-`, `1 .`, `/ /`.
  private func separator(at index: Int, isRequired: Bool) -> (mark: UInt8, end: Int)? {
    let first = skipBlanks(index)
    guard first < text.count else { return isRequired ? nil : (0, index) }
    let mark = text.codes[first]
    switch mark {
    case UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "/"), UInt8(ascii: ":"):
      if mark == UInt8(ascii: ".") && first + 1 < text.count && text.codes[first + 1] == mark {
        break
      }
      // A second mark belongs to the first: `V.-`, `IV/ /`, `1/-`.
      let second = skipBlanks(first + 1)
      if second < text.count {
        let code = text.codes[second]
        if code == UInt8(ascii: "/") || (code == UInt8(ascii: "-") && second == first + 1) {
          let after = second + 1
          if after < text.count, !Code.isDigit(text.codes[after]) { return (mark, after) }
        }
      }
      return (mark, first + 1)
    case UInt8(ascii: "-"):
      let next = first + 1
      if next < text.count, text.codes[next] == mark { break }
      return (mark, next)
    case UInt8(ascii: ","):
      // `a, Nhóm thứ nhất`: a habit of some writers; in a sentence a small letter follows.
      let next = skipBlanks(first + 1)
      if first == index, next > first + 1, next < text.count, text.capitals[next],
        !text.capitals[index - 1]
      {
        return (mark, first + 1)
      }
    default: break
    }
    guard !isRequired, first > index else { return nil }
    return (0, index)
  }

  // MARK: Brackets

  private func bracketed(at start: Int) -> [MarkerCandidate] {
    var index = start + 1
    while index < text.count, Code.isWord(text.codes[index]), index - start < 6 { index += 1 }
    guard index < text.count, text.codes[index] == UInt8(ascii: ")"), index > start + 1 else {
      return []
    }
    let inner = text.codes[(start + 1)..<index]
    let next = skipBlanks(index + 1)
    guard next < text.count else { return [] }
    func make(_ family: Family, _ ordinal: Int, latin: Int = 0) -> MarkerCandidate {
      MarkerCandidate(
        family: family, ordinal: ordinal, latinOrdinal: latin, separator: UInt8(ascii: ")"),
        end: index + 1, textStart: next, strength: 30)
    }
    if inner.allSatisfy(Code.isDigit), inner.count <= 2 {
      return [make(.numberInBrackets, inner.reduce(0) { $0 * 10 + Int($1 & 0x0F) })]
    }
    var candidates: [MarkerCandidate] = []
    if inner.count == 1, let code = inner.first, LetterOrder.place(of: code) > 0 || code < 0x80 {
      candidates.append(
        make(
          .letterInBrackets, LetterOrder.place(of: code), latin: LetterOrder.latinPlace(of: code)))
    }
    if let value = RomanNumeral.value(of: inner) {
      candidates.append(make(.romanInBrackets, value))
    }
    return candidates
  }

  // MARK: Letters and Roman numbers

  private func letters(at start: Int) -> [MarkerCandidate] {
    var index = start
    while index < text.count, Code.isWord(text.codes[index]), index - start <= 6 { index += 1 }
    guard index - start <= 6 else { return [] }
    let word = text.codes[start..<index]
    if word.count == 1 && word.first == UInt8(ascii: "o") && isCircle(at: start) {
      return bullet(.circle, at: start)
    }
    var candidates: [MarkerCandidate] = []
    if let slip = repairedRoman(at: start) { candidates.append(slip) }
    if let value = RomanNumeral.value(of: word) {
      // `iV.`, `Ii.`: old capital fonts leave some letters small.
      if text.capitals[start..<index].contains(true) {
        candidates += roman(value, start..<index)
      } else if word.count > 1 || value == 1 || value == 5 || value == 10 {
        candidates += simple(.smallRoman, value, start..<index, strength: 10)
      }
    }
    if word.count == 1, let code = word.first {
      candidates += letter(code, at: start)
    } else if let code = word.first, word.count <= 3, word.dropFirst().allSatisfy(Code.isDigit) {
      candidates += letterCompound(code, digits: start + 1, at: start)
    }
    return candidates
  }

  private func isCircle(at start: Int) -> Bool {
    let next = skipBlanks(start + 1)
    return !text.capitals[start] && next > start + 1 && next < text.count && text.capitals[next]
  }

  private func roman(_ value: Int, _ range: Range<Int>) -> [MarkerCandidate] {
    // I.1. is one marker of two parts.
    let point = range.upperBound
    if point + 1 < text.count, text.codes[point] == UInt8(ascii: "."),
      Code.isDigit(text.codes[point + 1])
    {
      return compound(first: value, from: point + 1)
    }
    return simple(.roman, value, range, strength: 30)
  }

  private func compound(first: Int, from start: Int) -> [MarkerCandidate] {
    var tail = number(at: start).first ?? plainNumber(at: start)
    guard tail != nil, tail?.prefixCount ?? 9 < 3 else { return [] }
    guard var candidate = tail.take() else { return [] }
    candidate.family =
      candidate.prefixCount == 0 ? .romanCompound : .compound(parts: candidate.prefixCount + 2)
    for place in stride(from: candidate.prefixCount, to: 0, by: -1) {
      candidate.prefix[place] = candidate.prefix[place - 1]
    }
    candidate.prefix[0] = Int16(truncatingIfNeeded: first)
    candidate.prefixCount += 1
    return [candidate]
  }

  /// A number that a blank follows, as in `I.1 Về kinh tế`.
  private func plainNumber(at start: Int) -> MarkerCandidate? {
    var index = start
    var value = 0
    while index < text.count, Code.isDigit(text.codes[index]), index - start < 2 {
      value = value * 10 + Int(text.codes[index] & 0x0F)
      index += 1
    }
    let next = skipBlanks(index)
    guard next > index, next < text.count else { return nil }
    return MarkerCandidate(
      family: .romanCompound, ordinal: value, end: index, textStart: next, strength: 20)
  }

  private func letter(_ code: UInt8, at start: Int) -> [MarkerCandidate] {
    let place = LetterOrder.place(of: code)
    let latin = LetterOrder.latinPlace(of: code)
    guard place > 0 || latin > 0 else { return [] }
    let point = start + 1
    if text.capitals[start] {
      if point + 1 < text.count, text.codes[point] == UInt8(ascii: "."),
        Code.isDigit(text.codes[point + 1])
      {
        return compound(first: place, from: point + 1)
      }
      var candidates = simple(.alpha, place, start..<point, strength: 20)
      for index in candidates.indices { candidates[index].latinOrdinal = latin }
      return candidates
    }
    if point + 1 < text.count, text.codes[point] == UInt8(ascii: "."),
      Code.isDigit(text.codes[point + 1])
    {
      return letterCompound(code, digits: point + 1, at: start)
    }
    var candidates = simple(.letter, place, start..<point, strength: 30)
    for index in candidates.indices {
      candidates[index].latinOrdinal = latin
      // `a - những quy định chung`: a capital of an old capital font.
      let first = candidates[index].textStart
      if candidates[index].separator == UInt8(ascii: "-"),
        first >= text.count || !text.capitals[first]
      {
        candidates[index].family = .alpha
      }
    }
    return candidates
  }

  private func letterCompound(_ code: UInt8, digits: Int, at start: Int) -> [MarkerCandidate] {
    let place = LetterOrder.place(of: code)
    var index = digits
    var value = 0
    while index < text.count, Code.isDigit(text.codes[index]), index - digits < 2 {
      value = value * 10 + Int(text.codes[index] & 0x0F)
      index += 1
    }
    guard place > 0, !text.capitals[start], index > digits, index < text.count,
      text.codes[index] == UInt8(ascii: ")") || text.codes[index] == UInt8(ascii: ".")
    else { return [] }
    let next = skipBlanks(index + 1)
    guard next < text.count, next > index + 1 else { return [] }
    var candidate = MarkerCandidate(
      family: .letterCompound, ordinal: value, prefixCount: 1, separator: text.codes[index],
      end: index + 1, textStart: next, strength: 30)
    candidate.prefix[0] = Int16(place)
    return [candidate]
  }

  /// A letter or Roman number with its mark.
  private func simple(
    _ family: Family, _ value: Int, _ range: Range<Int>, strength: Int
  ) -> [MarkerCandidate] {
    guard let (mark, end) = separator(at: range.upperBound, isRequired: true),
      !isAbbreviation(range, mark, end)
    else { return [] }
    let next = skipBlanks(end)
    // `d - e` inside words and `a-b`: a dash wants blanks around it where a letter is small, or a capital behind
    // its own: `a- Quy hoạch`.
    if mark == UInt8(ascii: "-"), !text.capitals[range.lowerBound],
      next == end || range.upperBound == end - 1 && !(next < text.count && text.capitals[next])
    {
      return []
    }
    var candidate = MarkerCandidate(
      family: family, ordinal: value, separator: mark, end: end, textStart: next,
      strength: strength)
    judgeText(after: &candidate)
    return [candidate]
  }

  /// Whether the letters are an abbreviation such as V/v, K/T, a/b or the initials of a name.
  private func isAbbreviation(_ range: Range<Int>, _ mark: UInt8, _ end: Int) -> Bool {
    guard end < text.count else { return false }
    let next = text.codes[end]
    guard Code.isLetter(next) else { return false }
    let ends = end + 1 >= text.count || !Code.isWord(text.codes[end + 1])
    switch mark {
    case UInt8(ascii: "/"): return ends
    case UInt8(ascii: "."): return ends && text.capitals[end]
    default: return false
    }
  }

  /// A Roman number in which a scan took I for l or 1, such as `l.`, `1I.` or `lII.` for I, II and III.
  private func repairedRoman(at start: Int) -> MarkerCandidate? {
    var index = start
    var hasSlip = false
    var hasRoman = false
    var letters: [UInt8] = []
    while index < text.count, letters.count < 6 {
      switch text.codes[index] {
      case UInt8(ascii: "1"): hasSlip = true
      case UInt8(ascii: "l") where !text.capitals[index]: (hasSlip, hasRoman) = (true, true)
      case UInt8(ascii: "i") where text.capitals[index]: hasRoman = true
      case UInt8(ascii: "v") where text.capitals[index],
        UInt8(ascii: "x") where text.capitals[index]:
        hasRoman = true
        letters.append(text.codes[index])
        index += 1
        continue
      default:
        guard hasSlip, hasRoman, let value = RomanNumeral.value(of: letters[...]),
          let candidate = simple(.roman, value, start..<index, strength: 0).first
        else { return nil }
        var repaired = candidate
        repaired.isRepaired = true
        return repaired.separator == UInt8(ascii: ":") ? nil : repaired
      }
      letters.append(UInt8(ascii: "i"))
      index += 1
    }
    return nil
  }

  // MARK: Helpers

  /// Takes points from a marker whose text starts small or directly behind it.
  private func judgeText(after candidate: inout MarkerCandidate) {
    guard candidate.textStart < text.count else { return }
    let code = text.codes[candidate.textStart]
    if candidate.textStart == candidate.end { candidate.strength -= 5 }
    if candidate.separator == UInt8(ascii: ",") { candidate.strength -= 12 }
    if Code.isLetter(code) && !text.capitals[candidate.textStart] { candidate.strength -= 8 }
    if code == UInt8(ascii: "/") || code == UInt8(ascii: ".") { candidate.strength -= 20 }
  }

  private func skipBlanks(_ index: Int) -> Int {
    var index = index
    while index < text.count, Code.isSpace(text.codes[index]) { index += 1 }
    return index
  }
}
