internal import VietnameseLanguage
internal import VietnameseText

/// Reads letters and Roman numbers.
extension MarkerReader {
  func letters(at start: Int) -> [MarkerCandidate] {
    var index = start
    while index < text.count, Code.isWord(text.codes[index]), index - start <= 6 { index += 1 }
    guard index - start <= 6 else { return [] }
    let word = text.codes[start..<index]
    if word.count == 1, text.standsBeforeCapital(start) {
      if text.isLostBullet(start) { return bullet(.dot, at: start) }
      if word.first == UInt8(ascii: "o"), !text.capitals[start] {
        return bullet(.circle, at: start)
      }
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
      candidate.prefixCount == 0 ? .romanCompound : Family(compoundParts: candidate.prefixCount + 2)
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
  func simple(
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
  func repairedRoman(at start: Int) -> MarkerCandidate? {
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
}
