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

  /// What a committee is for, up to its place, where a predicate follows: `Ban Chỉ đạo phòng, chống thiên
  /// tai tỉnh | kiểm tra …`.
  private mutating func extendToPurpose(in text: TokenisedText, until limit: Int) -> Bool {
    let isSteering = text.phrase(at: start + 1, meaning: .steering) != nil
    let verb = text.phrase(at: end, meaning: TokenisedText.predicates)
    guard !isGroup, text[start].isCapital, !text[end].isCapital,
      isSteering
        || verb != nil && text[start + 1].kind == .word
          && (state == .open
            || !text[end - 1].isCapital && end > start + 2
              && text.phrase(before: end, meaning: [.body, .office, .actor]) != nil),
      text.phrase(
        at: end, meaning: [.chairs, .cooperates, .duty, .must, .passive, .relation, .assigns])
        == nil
    else { return false }
    let first = verb?.end ?? end + 1
    var index = first
    while index < min(limit, end + 16), !text[index].isCapital,
      text[index].kind == .word || text[index].isComma,
      text.phrase(
        at: index,
        meaning: [.many, .relation, .duty, .chairs, .cooperates, .must, .body, .officer]) == nil
    {
      if index > first, let place = text.phrase(at: index, meaning: [.place, .numbered]) {
        let last = text.place(at: index)?.end ?? place.end
        guard
          text.phrase(at: last, meaning: TokenisedText.predicates) != nil
            || text[last].isComma && text[last + 1].isCapital
        else { return false }
        end = last
        state = .complete
        return true
      }
      index += 1
    }
    return false
  }

  /// What a firm does, behind the short form of its kind: `Công ty TNHH MTV khai thác công trình …`.
  private mutating func extendToFirmName(in text: TokenisedText) -> Bool {
    guard !isGroup, state == .open, text[end - 1].isUppercase, text[end - 1].length > 1,
      end > start + 2, text.phrase(at: start, meaning: .described) != nil,
      let verb = text.phrase(at: end, meaning: .verb)
    else { return false }
    end = verb.end
    return true
  }

  /// A verb that tells which group is meant, where the predicate is still to come: `các doanh nghiệp
  /// cung cấp dịch vụ Internet | thực hiện`, `các thành viên Tổ giúp việc | có trách nhiệm`.
  private mutating func extendToDescription(in text: TokenisedText, until limit: Int) -> Bool {
    guard state == .open else { return false }
    let stop = text.segmentEnd(from: end, until: limit)
    if text.phrase(at: end, meaning: [.chairs, .duty, .cooperates]) == nil,
      text.phrase(at: end, meaning: .relation) == nil,
      let duty = descriptionEnd(in: text, until: stop)
    {
      end = duty
      return true
    }
    // Phó Hiệu trưởng phụ trách chuyên môn | xây dựng thời khóa biểu
    if text.phrase(at: start, meaning: .officer) != nil,
      let charge = text.phrase(at: end, meaning: .openTail),
      let verb = (charge.end + 1..<max(charge.end + 1, min(stop, charge.end + 6))).first(where: {
        text.phrase(at: $0, meaning: [.verb, .continuing, .predicate, .must]) != nil
          && text.phrase(at: $0 - 1, meaning: .hiding)?.end ?? 0 <= $0
      })
    {
      end = verb
      return true
    }
    // Nhà thầu thi công | tập trung máy móc
    if !isGroup, !text[end - 1].isCapital,
      let describes = text.phrase(at: end, meaning: .describes),
      text.phrase(at: end, meaning: .groupTail)?.end == describes.end,
      text.phrase(at: describes.end, meaning: [.verb, .continuing, .predicate, .must]) != nil
    {
      end = describes.end
      return true
    }
    // Các hộ có đất bị thu hồi | bàn giao mặt bằng
    if isGroup, text.means(end, .reaches),
      let passive = (end + 2..<max(end + 2, min(stop, end + 8))).first(where: {
        text.phrase(at: $0, meaning: .passive) != nil
      }), let verb = text.phrase(at: passive + 1, meaning: [.verb, .predicate]),
      text.phrase(at: verb.end, meaning: [.verb, .continuing, .predicate, .must]) != nil
    {
      end = verb.end
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
    // Cán bộ tiếp công dân phải …; not: ngành như may mặc phải …
    if let must = (end + 1..<min(max(end + 1, stop), end + 6)).first(where: {
      text.phrase(at: $0, meaning: .obliges) != nil
    }), text.phrase(at: end, meaning: [.chairs, .duty, .cooperates, .relation, .must]) == nil,
      text.phrase(before: must, meaning: .relation) == nil
    {
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
          && text.phrase(before: $0, meaning: [.relation, .and]) == nil
      })
    else { return false }
    end = next
    return true
  }

  /// Where a description ends that a duty follows, or `nil`: before `phải` where that comes first, and
  /// before the adverbs of the duty.
  ///
  /// Behind `và` the duty is the second predicate: `Ban quản trị họp mỗi tháng và chịu trách nhiệm …`.
  private func descriptionEnd(in text: TokenisedText, until stop: Int) -> Int? {
    guard
      let duty = (end + 1..<max(end + 1, stop)).first(where: {
        text.phrase(at: $0, meaning: [.duty, .chairs]) != nil
      })
    else { return nil }
    var last = (end + 1..<duty).first { text.phrase(at: $0, meaning: .obliges) != nil } ?? duty
    guard !text.means(last - 1, .and), !(end..<last).contains(where: { text.means($0, .copula) })
    else { return nil }
    while last > end, text.phrase(at: last - 1, meaning: .adverb)?.end == last { last -= 1 }
    return last > end ? last : nil
  }

  /// The field that a common noun works in: `Cơ quan chuyên môn về xây dựng | thẩm định`, `cơ quan quản
  /// lý về đất đai cấp tỉnh | chủ trì`.
  private mutating func extendToTopic(in text: TokenisedText, until limit: Int) -> Bool {
    guard state == .open, text.means(end, .about), !text[end - 1].isCapital else { return false }
    let stop = min(text.segmentEnd(from: end, until: limit), end + 10)
    let next = (end + 2..<max(end + 2, stop)).first {
      text.phrase(
        at: $0, meaning: [.closingTail, .openTail, .duty, .chairs, .cooperates, .obliges]) != nil
    }
    guard let topic = next ?? text.phrase(at: end + 1, meaning: .hiding)?.end, topic > end + 2
    else { return false }
    end = topic
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
    // các phường - xã
    if token.isDash, text.means(end - 1, [.place, .numbered]), end + 1 < limit,
      let place = text.phrase(at: end + 1, meaning: [.place, .numbered])
    {
      end = place.end
      return true
    }
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
      text.means(end - 1, [.office, .actor]), text.opensWithField(end + 1),
      use != .subject || text.hasDuty(behind: end) || text.listsFields(end + 1)
    {
      end += 1
      return true
    }
    return false
  }

  private mutating func extendOverNumber(in text: TokenisedText) -> Bool {
    // UBND 12 phường, Ban Công tác Mặt trận 15 khu phố
    if state != .closed, text[end].length <= 3,
      text[end - 1].isCapital
        || text.phrase(before: end, meaning: [.body, .office, .actor]) != nil,
      let place = text.phrase(at: end + 1, meaning: [.place, .numbered]),
      text.place(at: end + 1) == nil
    {
      end = place.end
      state = .closed
      return true
    }
    // Chi bộ 1, Chi nhánh Khu vực 5
    let isNumbered =
      text.means(end - 1, .number)
      || text.phrase(before: end, meaning: [.body, .generic, .actor, .numbered]) != nil
    guard text[end].length <= 2, text[end].isSpaced, state == .open || isNumbered,
      text.quantity(at: end) == nil || text.means(end - 1, .number)
        || text[end + 1].isComma
        || text.phrase(at: end + 1, meaning: TokenisedText.predicates) != nil
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
      if let place = place(at: start), place.end == name.upperBound { return true }
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
