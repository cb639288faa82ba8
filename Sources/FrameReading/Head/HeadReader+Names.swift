internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Telling the names of a letterhead apart.
extension HeadReader {
  /// The roles of names by their places: the issuer comes last, the bodies above it are superior; what is no
  /// name is a mark.
  ///
  /// Several bodies that issue a document together have a number each.
  var roles: [(Int, DocumentLine.Role)] {
    let numbers = part.lines.indices.filter { part.lines[$0].role == .number }
    if isIssuedSideBySide(numbers) { return [] }
    var roles: [(Int, DocumentLine.Role)] = []
    var names = names[...]
    // The stamp of an electronic signature above the letterhead: who signed, and when.
    if let last = names.lastIndex(where: { $0.text.opens(with: .signingTime, in: lexicon) }) {
      roles += names[...last].map { ($0.place, .mark) }
      names = names[(last + 1)...]
    }
    var groups: [[Int]] = []
    for index in names.indices {
      let name = names[index]
      let isBody = name.text.opensBody(in: lexicon)
      let isLast = index == names.index(before: names.endIndex)
      let isCommittee = isLast && !groups.isEmpty && HeadReader.isCommittee(name.text, in: lexicon)
      let isWhole =
        index == names.startIndex
        || !HeadReader.isUnfinished(names[index - 1].text, before: name.text, in: lexicon)
      if isBody, !isCommittee, isWhole || groups.isEmpty {
        groups.append([name.place])
      } else if groups.isEmpty
        || name.text.codes.contains(where: Code.isDigit) && !HeadReader.isNameWithNumber(name)
      {
        roles.append((name.place, .mark))
      } else {
        groups[groups.count - 1].append(name.place)
      }
    }
    if groups.isEmpty, let last = names.last {
      roles.removeAll { $0.0 == last.place }
      groups = [[last.place]]
    }
    for group in HeadReader.superiors(among: groups, numbers) {
      for place in group { roles.append((place, .superior)) }
    }
    return roles
  }

  /// The names above an issuer: all but the last, and where each of several bodies has its number below it, all
  /// but the last above each number.
  private static func superiors(among groups: [[Int]], _ numbers: [Int]) -> [[Int]] {
    let isNumbered = groups.indices.map { index in
      let end = index + 1 < groups.count ? groups[index + 1][0] : Int.max
      return numbers.contains { groups[index][0] < $0 && $0 < end }
    }
    let isJoint = isNumbered.count(where: \.self) > 1 && isNumbered.last == true
    return groups.indices.dropLast().filter { !isJoint || !isNumbered[$0] }.map { groups[$0] }
  }

  /// Whether two bodies stand side by side, each with its number below.
  private func isIssuedSideBySide(_ numbers: [Int]) -> Bool {
    guard numbers.count == 2, part.lines[numbers[0]].location == part.lines[numbers[1]].location,
      names.count > 1, names.count.isMultiple(of: 2)
    else { return false }
    return stride(from: 0, to: names.count, by: 2).allSatisfy {
      part.lines[names[$0].place].location == part.lines[names[$0 + 1].place].location
    }
  }

  /// Whether the name is a committee of the body above it and no more: `BAN THƯỜNG VỤ`.
  private static func isCommittee(_ text: FoldedText, in lexicon: Lexicon) -> Bool {
    text.end(of: .committee, in: lexicon) == text.count
  }

  /// Whether the name is set in capitals and has words enough; `XV80` is the mark of a typist.
  private static func isNameWithNumber(_ name: Name) -> Bool {
    name.text.codes.count(where: Code.isSpace) >= 2
      && zip(name.text.codes, name.text.capitals).allSatisfy { $1 || !Code.isLetter($0) }
  }

  /// Whether a name goes on in the next line whatever opens it: `BAN CHẤP HÀNH`, `ỦY BAN NHÂN DÂN VÀ`; or where
  /// that names another body of the same place: `ỦY BAN NHÂN DÂN` / `ỦY BAN MTTQ VIỆT NAM` / `TỈNH SÔNG LAM`.
  private static func isUnfinished(
    _ text: FoldedText, before next: FoldedText, in lexicon: Lexicon
  ) -> Bool {
    if text.codes.last == UInt8(ascii: "-") { return true }
    let last = text.codes.lastIndex { !Code.isLetter($0) }.map { $0 + 1 } ?? 0
    if text.end(of: .council, in: lexicon) == text.count {
      guard let word = text.end(of: .jointIssuer, in: lexicon) else { return false }
      return next.end(of: .jointIssuer, in: lexicon) == word
        && next.codes[..<word] == text.codes[..<word]
    }
    return text.end(of: .and, in: lexicon, at: last) == text.count
      || text.end(of: .leadingBody, in: lexicon) == text.count
  }
}
