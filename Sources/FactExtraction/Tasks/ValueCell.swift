internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// The figures of a cell in a column of figures to be reached.
///
/// ```text
/// ≥ 70                       >= 70, the unit from its column
/// 16 - 18                    between 16-18
/// ≤ 3 Đông Nam Á; ≤ 50 Thế giới      two figures, the words behind them go to the unit
/// Đạt mức trên trung bình    none
/// ```
struct ValueCell {
  private let text: TokenisedText

  /// Reads a cell.
  init(_ cell: String, lexicon: Lexicon) { text = TokenisedText(cell, lexicon: lexicon) }

  /// The targets; `offset` is where the cell starts in the text that their ranges count in.
  func targets(of indicator: String, unit: String, by: String?, from offset: Int) -> [Target] {
    var targets: [Target] = []
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, !text[end].isMark(UInt8(ascii: ";")), !isLineBreak(before: end, start)
      {
        end += 1
      }
      if let target = target(start..<end, of: indicator, unit: unit, by: by, from: offset) {
        targets.append(target)
      }
      start = text[end].isMark(UInt8(ascii: ";")) ? end + 1 : max(end, start + 1)
    }
    return targets
  }

  private func isLineBreak(before index: Int, _ start: Int) -> Bool {
    guard index > start else { return false }
    let gap = Int(text[index - 1].end)..<Int(text[index].start)
    return text.folded.codes[gap].contains(0x0A)
  }

  private func target(
    _ part: Range<Int>, of indicator: String, unit: String, by: String?, from offset: Int
  ) -> Target? {
    var index = part.lowerBound
    var comparator = Target.Comparator.equal
    if let sign = sign(at: index) {
      comparator = sign.comparator
      index = sign.end
    }
    for _ in 0..<3 {
      guard
        let word = text.phrase(
          at: index,
          meaning: [.atLeast, .atMost, .above, .below, .reaches, .change, .rankGroup, .strives]),
        word.end < part.upperBound
      else { break }
      if comparator == .equal {
        if word.meaning.contains(.atLeast) { comparator = .atLeast }
        if word.meaning.contains(.atMost) { comparator = .atMost }
        if word.meaning.contains(.above) { comparator = .above }
        if word.meaning.contains(.below) { comparator = .below }
      }
      index = word.end
    }
    guard text[index].kind == .number, let first = text.numeral(at: index) else { return nil }
    var end = first.end
    var value = Amount.number(first.value)
    if text[end].isSlash { return nil }
    var behind = end
    if text[behind].isMark(UInt8(ascii: "%")) { behind += 1 }
    if text[behind].isDash || text.means(behind, .until), text[behind + 1].kind == .number,
      let second = text.numeral(at: behind + 1)
    {
      value = .text(first.digits + "-" + second.digits)
      comparator = .between
      end = second.end
    }
    var isPercent = false
    if text[end].isMark(UInt8(ascii: "%")) {
      isPercent = true
      end += 1
    }
    if let more = text.phrase(at: end, meaning: [.orMore, .orLess]) {
      comparator = more.meaning.contains(.orMore) ? .atLeast : .atMost
      end = more.end
    }
    let scalars = text.scalars(part.lowerBound..<end)
    return Target(
      indicator: indicator, comparator: comparator, value: value,
      unit: self.unit(
        unit, isPercent: isPercent, behind: min(end, part.upperBound)..<part.upperBound), by: by,
      range: TextRange(scalars.lowerBound + offset, scalars.upperBound + offset))
  }

  /// The unit of a value: that of its column where the table has one, otherwise that behind the figure in the cell;
  /// for a share also what it is a share of.
  private func unit(_ column: String, isPercent: Bool, behind: Range<Int>) -> String {
    var words = ""
    if let first = behind.first, text[first].isCapital {
      words = text.squeezed(behind)
    } else if column.isBlank, let first = behind.first, text[first].kind == .word {
      let end = text.phrase(at: first, meaning: .unit)?.end ?? first + 1
      words = text.squeezed(first..<min(end, behind.upperBound))
    }
    let name =
      column.isBlank
      ? (isPercent ? "%" : "") : TokenisedText(column, lexicon: text.lexicon).squeezedWhole
    return [name, words].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// `≥`, `≤`, `>=`, `> =`, `>`, `<`, `=`.
  private func sign(at index: Int) -> (comparator: Target.Comparator, end: Int)? {
    let scalars = text.string.unicodeScalars
    guard text[index].kind == .mark else { return nil }
    let place = scalars.index(scalars.startIndex, offsetBy: Int(text[index].start))
    let isEqual = text[index + 1].isMark(UInt8(ascii: "="))
    switch scalars[place] {
    case "\u{2265}": return (.atLeast, index + 1)
    case "\u{2264}": return (.atMost, index + 1)
    case ">": return isEqual ? (.atLeast, index + 2) : (.above, index + 1)
    case "<": return isEqual ? (.atMost, index + 2) : (.below, index + 1)
    case "=": return (.equal, index + 1)
    default: return nil
    }
  }
}

extension TokenisedText {
  /// The whole text, runs of white space as one blank.
  fileprivate var squeezedWhole: String { squeezed(0..<count) }
}
