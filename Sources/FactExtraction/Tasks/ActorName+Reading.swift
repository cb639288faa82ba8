internal import VietnameseLanguage
internal import VietnameseText

extension ActorName {
  // MARK: How names go on

  /// Reads what belongs to the name at its end; the result is whether there was anything.
  mutating func extend(in text: TokenisedText, until limit: Int, isStrict: Bool) -> Bool {
    let token = text[end]
    switch token.kind {
    case .none: return false
    case .mark: return extendOverMark(in: text, until: limit)
    case .number: return extendOverNumber(in: text)
    case .word: break
    }
    if token.isSeparatingAnd(in: text, at: end) { return false }
    let predicate = predicateEnd(in: text)
    if let tail = text.phrase(at: end, meaning: .closingTail), tail.end > predicate ?? 0 {
      end = tail.end
      state = .closed
      return true
    }
    if let tail = text.phrase(at: end, meaning: .openTail), tail.end > predicate ?? 0 {
      end = tail.end
      return extendToOwner(in: text, until: limit)
    }
    if state == .closed { return extendToPlace(in: text) }
    if isGroup, let tail = text.phrase(at: end, meaning: .groupTail), tail.end > predicate ?? 0 {
      end = tail.end
      return true
    }
    if extendToPlace(in: text) || extendToGroup(in: text) { return true }
    if predicate != nil { return extendToDescription(in: text, until: limit) }
    if token.isCapital { return extendToCapital(in: text) }
    // A complete name takes no other word: what follows is the predicate, known or not.
    if state == .complete && use != .cell || isStrict && isGroup && !hasOwner { return false }
    end += 1
    return true
  }

  /// Where the first words of the predicate behind the name end, or `nil` where no predicate follows.
  private func predicateEnd(in text: TokenisedText) -> Int? {
    guard !text[end].isCapital else { return nil }
    let wanted: Meaning =
      use == .cell ? [.chairs, .cooperates] : TokenisedText.predicates
    guard let predicate = text.phrase(at: end, meaning: wanted) else { return nil }
    // `đơn vị sự nghiệp`: a noun of the vocabulary that is longer than the verb.
    if let noun = text.phrase(at: end, meaning: .actor), noun.end > predicate.end { return nil }
    return predicate.end
  }

  /// `tỉnh`, `xã Bình Minh`, `TP. Cần Thơ`.
  private mutating func extendToPlace(in text: TokenisedText) -> Bool {
    guard let kind = text.phrase(at: end, meaning: [.place, .numbered]),
      kind.end >= text.phrase(at: end, meaning: .hiding)?.end ?? 0,
      use == .cell || (predicateEnd(in: text) ?? 0) <= kind.end
    else { return false }
    end = text.place(at: end)?.end ?? kind.end
    if state == .open { state = isGroup ? .open : .complete }
    return true
  }

  /// `UBND các xã`, `Giám đốc các Sở`, `Thủ trưởng cơ quan ngang bộ`.
  private mutating func extendToGroup(in text: TokenisedText) -> Bool {
    var index = end
    if let many = text.phrase(at: end, meaning: .many) { index = many.end }
    guard
      let noun = text.actorNoun(
        at: index, meaning: [.actor, .officer, .body, .office, .place, .numbered]),
      index > end || !text[index].isCapital,
      index > end || (predicateEnd(in: text) ?? 0) < noun
    else { return false }
    guard index > end || state == .open else { return false }
    end = noun
    isGroup = true
    state = .open
    return true
  }

  /// `Sở Khoa học và Công nghệ` behind `Giám đốc`, `Việt Nam`, `Xúc tiến Đầu tư`.
  private mutating func extendToCapital(in text: TokenisedText) -> Bool {
    if let body = text.body(at: end) {
      let isComplete = text.isCompleteName(end..<body.end)
      end = body.end
      state = isComplete ? .complete : .open
      return true
    }
    if let place = text.place(at: end) {
      end = place.end
      state = .complete
      return true
    }
    // Các ông (bà) Chánh văn phòng
    if let office = text.phrase(at: end, meaning: .officer) {
      end = office.end
      return true
    }
    let first = end
    while text[end].kind == .word, text[end].isCapital, text.body(at: end) == nil {
      // Giáo dục Đào tạo: the second syllable of a word that the vocabulary has.
      end = max(end + 1, text.phrase(at: end, meaning: .hiding)?.end ?? 0)
    }
    if end == first + 1 { end = text.afterSecondSyllable(end) }
    return true
  }

  /// Behind `của`, `thuộc`: the body, the group, or the noun that is meant.
  private mutating func extendToOwner(in text: TokenisedText, until limit: Int) -> Bool {
    hasOwner = true
    state = .open
    if let owner = ActorName(at: end, in: text, as: .object), text[end].isCapital {
      end = owner.end
      state = owner.state == .open ? .open : .complete
    } else if text[end].kind == .word, predicateEnd(in: text) == nil {
      end += 1
    }
    return true
  }

  /// A verb that tells which group is meant, where the predicate is still to come: `các doanh nghiệp
  /// cung cấp dịch vụ Internet | thực hiện`, `các thành viên Tổ giúp việc | có trách nhiệm`.
  private mutating func extendToDescription(in text: TokenisedText, until limit: Int) -> Bool {
    guard state == .open else { return false }
    let stop = text.segmentEnd(from: end, until: limit)
    if text.phrase(at: end, meaning: [.chairs, .duty, .cooperates]) == nil,
      let duty = (end + 1..<max(end + 1, stop)).first(where: {
        text.phrase(at: $0, meaning: [.duty, .chairs]) != nil
      }), text.phrase(at: end, meaning: .relation) == nil,
      !(end..<duty).contains(where: { text.means($0, .copula) })
    {
      end = duty
      return true
    }
    // Các địa phương có rừng phải …
    if isGroup, text.means(end, .reaches),
      let must = (end + 1..<max(end + 1, stop)).first(where: {
        text.phrase(at: $0, meaning: .obliges) != nil
      })
    {
      end = must
      return true
    }
    // Cán bộ tiếp công dân phải …
    if let must = (end + 1..<min(max(end + 1, stop), end + 6)).first(where: {
      text.phrase(at: $0, meaning: .obliges) != nil
    }), text.phrase(at: end, meaning: [.chairs, .duty, .cooperates, .relation, .must]) == nil {
      end = must
      return true
    }
    guard isGroup, let verb = text.phrase(at: end, meaning: [.verb, .predicate, .describes]),
      isDescribed || verb.meaning.contains(.describes),
      text.phrase(at: end, meaning: .relation) == nil,
      let next = (verb.end..<max(verb.end, stop)).first(where: {
        !text[$0].isCapital
          && text.phrase(
            at: $0, meaning: verb.meaning.contains(.describes) ? [.verb, .must] : .must) != nil
          && text.phrase(at: $0 - 1, meaning: .hiding)?.end ?? 0 <= $0
      })
    else { return false }
    end = next
    return true
  }

  // MARK: Marks and numbers

  private mutating func extendOverMark(in text: TokenisedText, until limit: Int) -> Bool {
    let token = text[end]
    if token.isMark(UInt8(ascii: "(")) {
      guard
        let close = (end + 1..<min(end + 16, limit + 1)).first(where: {
          text[$0].isMark(UInt8(ascii: ")"))
        })
      else { return false }
      end = close + 1
      return true
    }
    let next = text[end + 1]
    // Văn hóa - Xã hội, Bà Rịa-Vũng Tàu, KH&CN
    if token.isDash || token.isMark(UInt8(ascii: "&")), next.kind == .word, end + 1 < limit,
      next.isCapital || use == .cell && state == .open
        || !token.isSpaced && !next.isSpaced
    {
      end = text.afterSecondSyllable(end + 2)
      return true
    }
    if token.isStop, !token.isSpaced, next.isCapital, text[end - 1].isCapital,
      text[end - 1].length <= 3, end + 1 < limit
    {
      end += 2
      state = .complete
      return true
    }
    // Các sở: Nội vụ, Y tế
    if token.isMark(UInt8(ascii: ":")), isGroup, next.isCapital, text[end - 1].kind == .word,
      text.means(end - 1, [.office, .actor]), use != .subject || text.hasDuty(behind: end)
    {
      end += 1
      return true
    }
    return false
  }

  private mutating func extendOverNumber(in text: TokenisedText) -> Bool {
    guard text[end].length <= 2, text[end].isSpaced, state == .open || text.means(end - 1, .number),
      text.quantity(at: end) == nil || text.means(end - 1, .number)
    else { return false }
    end += 1
    return true
  }

  /// The tokens of the name, without a mark at its end.
  func tokens(in text: TokenisedText) -> Range<Int> {
    var last = end
    while last > start + 1, text[last - 1].kind == .mark, !text[last - 1].isMark(UInt8(ascii: ")"))
    {
      last -= 1
    }
    return start..<last
  }
}

extension Token {
  /// Whether the token is `và`, which parts names.
  fileprivate func isSeparatingAnd(in text: TokenisedText, at index: Int) -> Bool {
    text.means(index, .and)
  }
}

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
      phrase(at: end, meaning: [.relation, .must, .passive, .place, .many]) == nil,
      !means(end, .and)
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
      if let place = place(at: start), place.end == name.upperBound { return true }
    }
    return false
  }

  /// Whether `có trách nhiệm` or `chủ trì` follows before the next comma.
  func hasDuty(behind index: Int) -> Bool {
    let stop = segmentEnd(from: index, until: count)
    return (index..<max(index, stop)).contains { phrase(at: $0, meaning: [.duty, .chairs]) != nil }
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
