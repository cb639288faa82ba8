internal import VietnameseLanguage
internal import VietnameseText

/// What stands at a token, as names of those who act need to know it.
extension TokenisedText {
  /// What a predicate begins with.
  static var predicates: Meaning {
    [
      .verb, .continuing, .predicate, .relation, .chairs, .cooperates, .duty, .must, .passive,
      .assigns,
    ]
  }

  /// The token behind the second syllable of a word whose first, a capital, ends before the token.
  ///
  /// `Trung cấp` and `Sáng tạo` are such words: a verb of one syllable may be a second syllable.
  func afterSecondSyllable(_ end: Int) -> Int {
    guard !self[end - 1].isUppercase, self[end].kind == .word, !self[end].isCapital,
      phrase(at: end, meaning: TokenisedText.predicates)?.end ?? 0 <= end + 1,
      phrase(at: end, meaning: [.relation, .must, .passive, .place, .many, .assigns]) == nil,
      !means(end, .and),
      // trình Bộ trưởng: a verb with its object.
      !(self[end + 1].isCapital && phrase(at: end, meaning: TokenisedText.predicates) != nil)
    else { return end }
    return end + 1
  }

  /// Whether a name of a body ends with its field, its place or a body that may stand alone, so that it
  /// needs nothing more.
  func isCompleteName(_ name: Range<Int>) -> Bool {
    for start in name.reversed() where start >= name.lowerBound {
      if let part = phrase(at: start, meaning: [.field, .body, .place, .numbered, .generic]),
        part.end == name.upperBound
      {
        return true
      }
      if let place = PlaceRecogniser.place(at: start, in: self), place.end == name.upperBound {
        return true
      }
    }
    return false
  }

  /// Whether `có trách nhiệm` or `chủ trì` follows before the next comma.
  func hasDuty(behind index: Int, or other: Meaning = []) -> Bool {
    let stop = segmentEnd(from: index, until: count)
    let wanted = other.union([.duty, .chairs])
    return (index..<max(index, stop)).contains { phrase(at: $0, meaning: wanted) != nil }
  }

  /// Whether a field stands at a token and not a verb: `Nội vụ`, `Xây dựng, …`, not `Tổ chức triển
  /// khai`.
  func opensWithField(_ index: Int) -> Bool {
    guard let verb = phrase(at: index, meaning: [.verb, .continuing, .predicate]) else {
      return true
    }
    guard let field = phrase(at: index, meaning: .field), field.end >= verb.end else {
      return false
    }
    return self[field.end].isComma || self[field.end].kind == .none || means(field.end, .and)
      || self[field.end].isMark(UInt8(ascii: ";"))
  }

  /// Whether two fields stand at a token: `Nội vụ, Y tế`.
  func listsFields(_ index: Int) -> Bool {
    guard self[index].isCapital, let field = phrase(at: index, meaning: .field) else {
      return false
    }
    return (self[field.end].isComma || means(field.end, .and)) && self[field.end + 1].isCapital
      && phrase(at: field.end + 1, meaning: .field) != nil
  }

  /// The next comma, semicolon, colon or end of the sentence.
  func segmentEnd(from index: Int, until limit: Int) -> Int {
    var end = index
    while end < limit, end < index + 40, !self[end].isComma, !self[end].isMark(UInt8(ascii: ";")),
      !self[end].isMark(UInt8(ascii: ":")), !(self[end].isStop && self[end + 1].isSpaced)
    {
      end += 1
    }
    return end
  }
}
