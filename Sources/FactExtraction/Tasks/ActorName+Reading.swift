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
    if text.means(end, .or) { return false }
    if text.means(end, .with), !text[start].isCapital || text.joinsPartner(at: end) {
      return false
    }
    if text.means(end, .and) { return extendToSecondTail(in: text) }
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
    // Chi hội Nông dân mỗi tháng vận động …
    if text.means(end, .every), text.means(end + 1, .stretch) { return false }
    // Dược sĩ lâm sàng duyệt tất cả …: an unknown word before a group is the verb.
    if let verb = unknown, use != .cell, text.phrase(at: end, meaning: .many) != nil {
      end = verb
      state = .closed
      return false
    }
    if extendToPlace(in: text) || extendToGroup(in: text) { return true }
    // các sở giáo dục và đào tạo: a field in lower case, longer than the verb that it begins with.
    if state == .open && text.means(end - 1, [.office, .actor])
      || text.phrase(before: end, meaning: .steering) != nil,
      let field = text.phrase(at: end, meaning: .field), field.end > max(predicate ?? 0, end + 1)
    {
      end = field.end
      return true
    }
    if extendToTopic(in: text, until: limit) { return true }
    // Văn phòng Đăng ký đất đai: a word of the vocabulary that its capital begins.
    if state == .open, text[end - 1].isCapital, !text[end - 1].isUppercase,
      let word = text.phrase(at: end - 1, meaning: [.verb, .predicate, .noun]), word.end > end
    {
      end = word.end
      return true
    }
    if extendToPurpose(in: text, until: limit) { return true }
    if predicate != nil {
      return extendToFirmName(in: text) || extendToDescription(in: text, until: limit)
    }
    if token.isCapital { return extendToCapital(in: text) }
    // A complete name takes no other word: what follows is the predicate, known or not.
    if state == .complete && use != .cell || isStrict && isGroup && !hasOwner { return false }
    // Khai thác công trình thủy lợi: a noun of the vocabulary is read as a whole.
    let noun = text.phrase(at: end, meaning: [.noun, .listed, .actor])?.end ?? 0
    if text.phrase(at: end, meaning: .hiding) == nil { unknown = unknown ?? end }
    end = min(max(end + 1, noun), max(end + 1, limit))
    return true
  }

  /// Where the first words of the predicate behind the name end, or `nil` where no predicate follows.
  func predicateEnd(in text: TokenisedText) -> Int? {
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
    end = PlaceRecogniser.place(at: end, in: text)?.end ?? kind.end
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
    if let body = BodyRecogniser.body(at: end, in: text) {
      // Các đồng chí Tỉnh ủy viên
      if let person = text.phrase(at: end, meaning: .actor), person.end > body.end {
        end = person.end
        return true
      }
      let isComplete = text.isCompleteName(end..<body.end)
      end = body.end
      state = isComplete ? .complete : .open
      return true
    }
    if let place = PlaceRecogniser.place(at: end, in: text) {
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
    while text[end].kind == .word, text[end].isCapital,
      BodyRecogniser.body(at: end, in: text) == nil
    {
      // Giáo dục Đào tạo: the second syllable of a word that the vocabulary has.
      end = max(end + 1, text.phrase(at: end, meaning: .hiding)?.end ?? 0)
    }
    if end == first + 1 { end = text.afterSecondSyllable(end) }
    return true
  }

  /// `các bệnh viện công lập và tư nhân`: `và` joins two words that tell which group is meant.
  private mutating func extendToSecondTail(in text: TokenisedText) -> Bool {
    guard isGroup, text.phrase(before: end, meaning: .groupTail) != nil,
      let tail = text.phrase(at: end + 1, meaning: .groupTail),
      text.phrase(at: end + 1, meaning: [.actor, .verb]) == nil
    else { return false }
    end = tail.end
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

  /// The tokens of the name, without a mark at its end.
  func tokens(in text: TokenisedText) -> Range<Int> {
    var last = ownEnd ?? end
    while last > start + 1, text[last - 1].kind == .mark, !text[last - 1].isMark(UInt8(ascii: ")"))
    {
      last -= 1
    }
    return start..<last
  }
}
