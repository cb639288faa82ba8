internal import VietnameseLanguage
internal import VietnameseText

/// Reads numbers and their marks, also in brackets.
extension MarkerReader {
  func number(at start: Int) -> [MarkerCandidate] {
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
      family: numbers.count == 1 ? .decimal : Family(compoundParts: numbers.count), ordinal: last,
      separator: separator, end: end, textStart: next, strength: 30)
    for (place, number) in numbers.dropLast().prefix(4).enumerated() {
      candidate.prefix[place] = Int16(truncatingIfNeeded: number)
    }
    candidate.prefixCount = min(numbers.count - 1, 4)
    judgeText(after: &candidate)
    return [candidate]
  }

  /// The mark after a number and where it ends: `.`, `)`, `/`, `-`, also `.-`, `1 .`, `/ /`.
  func separator(at index: Int, isRequired: Bool) -> (mark: UInt8, end: Int)? {
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

  func bracketed(at start: Int) -> [MarkerCandidate] {
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
}
