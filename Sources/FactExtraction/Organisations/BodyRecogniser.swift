internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Finds bodies (cơ quan, tổ chức), places (địa danh) and campaigns (phong trào, cuộc vận động).
///
/// ```text
/// Ban Thường vụ Huyện ủy                        a body and the one it belongs to
/// UBND các huyện, thị xã                        no name: a body, without the list
/// Sở Nông nghiệp và Phát triển nông thôn        an office with its field
/// xã Bình Minh                                  a place
/// phong trào “Xanh - Sạch - Đẹp”                a campaign
/// ```
extension TokenisedText {
  /// A name in tokens.
  struct NameMatch {
    /// The token behind it.
    var end: Int
    /// The token behind the word that tells its kind.
    var kindEnd: Int
  }

  // MARK: Bodies

  /// The name of a body that begins at a token.
  func body(at index: Int) -> NameMatch? {
    // In lower case only the long names are told from common nouns: ủy ban nhân dân.
    guard self[index].isCapital || self[index].opens.contains(.body),
      let first = phrase(at: index, meaning: .bodies),
      self[index].isCapital || first.end >= index + 4 && first.meaning.contains(.body),
      phrase(at: index, meaning: .hiding)?.end == first.end,
      // The second syllable of another word is no body: NHIỆM VỤ CHÍNH TRỊ, cơ Sở.
      phrase(at: index - 1, meaning: .hiding).map({ $0.end <= index }) ?? true
    else { return nil }
    var end = first.end
    let kindEnd = end
    var isNamed = first.meaning.contains(.body)
    if !isNamed, self[index].isUppercase, first.end == index + 1, self[index].length <= 6 {
      // CƠ SỞ, NHIỆM VỤ, BAN HÀNH: in a line of capitals a short word is a body only with its field.
      guard phrase(at: end, meaning: .field) != nil else { return nil }
    }
    if first.meaning.isDisjoint(with: [.body, .office]) {
      // Công an, Thuế: what follows is a place, a body or a field.
      guard
        place(at: end) != nil || phrase(at: end, meaning: [.body, .office, .field]) != nil
          || phrase(at: end, meaning: [.place, .numbered]) != nil
      else { return nil }
    }
    // The parts of a name, one after the other; names of twelve parts are lists gone wrong.
    for _ in 0..<12 {
      guard
        let next = bodyPart(at: end, behind: index) ?? secondCouncil(at: end, behind: index)
      else { break }
      end = next
      isNamed = true
    }
    return isNamed ? NameMatch(end: end, kindEnd: kindEnd) : nil
  }

  /// Where the second body ends that an office of two serves, `Văn phòng HĐND và UBND huyện`, or `nil`.
  private func secondCouncil(at index: Int, behind start: Int) -> Int? {
    guard means(index, .and), phrase(at: start, meaning: .sharedOffice)?.end == start + 2,
      means(start + 2, .council), self[index + 1].isCapital,
      phrase(at: start + 2, meaning: .body)?.end == index
    else { return nil }
    return phrase(at: index + 1, meaning: .body)?.end
  }

  /// Where the next part of a body's name ends: its field, the body above it, its place, its number.
  private func bodyPart(at index: Int, behind start: Int) -> Int? {
    let token = self[index]
    guard token.kind == .word || token.kind == .number else { return nil }
    if token.kind == .number {
      // Ban Chỉ đạo 35
      return token.isSpaced && isCommittee(index) ? index + 1 : nil
    }
    if token.isCapital {
      if let field = phrase(at: index, meaning: .field) { return field.end }
      if let body = phrase(at: index, meaning: [.body, .office]) {
        guard !isCitation(at: index) else { return nil }
        let isOpen =
          self[body.end].isCapital || phrase(at: body.end, meaning: [.place, .numbered]) != nil
        return body.meaning.contains(.body) || isOpen
          || isEnded(by: .inspection, at: index)
          ? body.end : nil
      }
      if let place = place(at: index) { return place.end }
      guard !isCitation(at: index) else { return nil }
      return properName(at: index)
    }
    if let place = phrase(at: index, meaning: [.place, .numbered]), !self[index].isCapital {
      return properNameOrNumber(at: place.end, meaning: place.meaning) ?? place.end
    }
    // A field in lower case goes on only directly behind its office: sở nội vụ.
    return nil
  }

  private func isCommittee(_ index: Int) -> Bool {
    isEnded(by: .steering, at: index)
  }

  private func isCitation(at index: Int) -> Bool {
    guard let type = phrase(at: index, meaning: .documentType) else { return false }
    return means(type.end, .number) || self[type.end].kind == .number
  }

  /// Capitalised words, each with at most the one syllable in lower case that completes it.
  private func properName(at index: Int) -> Int? {
    var end = index
    // In a line of capitals every word looks like a name: two syllables are one.
    let limit = self[index].isUppercase && self[index - 1].isUppercase ? 2 : 6
    while end < index + limit, self[end].kind == .word, self[end].isCapital,
      end == index || phrase(at: end, meaning: [.body]) == nil, date(at: end) == nil
    {
      end += 1
    }
    // Cục Cảnh sát, Ban Đổi mới: one capital is the first syllable of a word.
    if end == index + 1, !self[index].isUppercase, self[end].kind == .word, !self[end].isCapital,
      phrase(at: end, meaning: [.grammar, .verb, .place, .numbered]) == nil
    {
      end += 1
    }
    return end > index ? end : nil
  }

  // MARK: Places

  /// The name of a place that begins with its kind at a token.
  func place(at index: Int) -> NameMatch? {
    guard let kind = phrase(at: index, meaning: [.place, .numbered]),
      phrase(at: index, meaning: .hiding)?.end == kind.end,
      // hợp tác xã: the last syllable of another word
      phrase(at: index - 2, meaning: .hiding).map({ $0.end <= index }) ?? true
    else { return nil }
    guard let end = properNameOrNumber(at: kind.end, meaning: kind.meaning) else { return nil }
    return NameMatch(end: end, kindEnd: kind.end)
  }

  private func properNameOrNumber(at index: Int, meaning: Meaning) -> Int? {
    var next = index
    if meaning.contains(.numbered) {
      if means(next, .number) { next += 1 }
      if self[next].kind == .number, self[next].length <= 2, self[next].isSpaced,
        phrase(at: next + 1, meaning: .unit) == nil, !self[next + 1].isSlash
      {
        return next + 1
      }
    }
    next = index
    if self[next].isStop, !self[next].isSpaced, self[index - 1].length == 2,
      self[index - 1].isUppercase || self[index - 1].isCapital
    {
      next += 1
    }
    // Names of places have one to four syllables, each with a capital: Thành phố Hồ Chí Minh.
    var end = next
    let limit = self[next].isUppercase && self[index - 1].isUppercase ? 2 : 4
    while end < next + limit, self[end].kind == .word, self[end].isCapital, isNameSyllable(end) {
      end += 1
    }
    // `khu vực Doanh nghiệp`: one capital that begins a word is no name.
    if end == next + 1, phrase(at: next, meaning: .hiding).map({ $0.end > end }) == true {
      return nil
    }
    return end > next ? end : nil
  }

  private func isNameSyllable(_ index: Int) -> Bool {
    phrase(at: index, meaning: [.body]) == nil && !isCitation(at: index) && date(at: index) == nil
      && (!self[index].isUppercase || phrase(at: index, meaning: .grammar) == nil)
  }

  // MARK: Campaigns

  /// The quoted name of a campaign behind its kind.
  func campaign(at index: Int) -> NameMatch? {
    guard let kind = phrase(at: index, meaning: .campaign) else { return nil }
    var open = kind.end
    // One word may stand between: mô hình đột phá “…”.
    while open < kind.end + 3, self[open].kind == .word, !isQuote(open) { open += 1 }
    guard isQuote(open) else { return nil }
    var close = open + 1
    while close < open + 40, self[close].kind != .none, !isQuote(close) {
      // A year inside is a date of its own, which the campaign must not hide.
      if self[close].kind == .number, date(at: close) != nil { return nil }
      if date(at: close) != nil { return nil }
      close += 1
    }
    guard isQuote(close), close > open + 1 else { return nil }
    return NameMatch(end: close + 1, kindEnd: kind.end)
  }

  private func isQuote(_ index: Int) -> Bool {
    self[index].isMark(Code.openingQuote) || self[index].isMark(Code.closingQuote)
      || self[index].isMark(UInt8(ascii: "\""))
  }

  /// The words between the quotation marks of a campaign.
  func quoted(_ match: NameMatch) -> Range<Int> {
    var open = match.kindEnd
    while open < match.end, !isQuote(open) { open += 1 }
    return open + 1..<max(open + 1, match.end - 1)
  }
}

extension TokenisedText {
  /// The next name of a list of places: `các huyện Tri Tôn, Tịnh Biên và An Phú`.
  ///
  /// Behind a comma it needs `các` before the list (`isListed`): in `xã Sơn Bình, Tam Đường` the second
  /// is the district of the first.
  func nextPlace(at index: Int, isListed: Bool) -> NameMatch? {
    guard self[index].isComma && isListed || means(index, .and) else { return nil }
    var end = index + 1
    while end < index + 5, self[end].kind == .word, self[end].isCapital, !self[end].isUppercase,
      self[end].opens.isDisjoint(with: Meaning.bodies.union([.documentType, .verb]))
    {
      end += 1
    }
    guard end >= index + 3 else { return nil }
    return NameMatch(end: end, kindEnd: index + 1)
  }
}

extension TokenisedText {
  /// Whether a phrase of two words with the meaning ends before the token.
  private func isEnded(by meaning: Meaning, at index: Int) -> Bool {
    phrase(at: index - 2, meaning: meaning)?.end == index
  }
}
