internal import VietnameseLanguage
internal import VietnameseText

/// What follows the end of a name in a list of names.
extension ActorName {
  /// What follows a comma, a semicolon, a line break or `và` at the end of the name, or `nil` where the
  /// list ends.
  func next(in text: TokenisedText, until limit: Int) -> Next? {
    let token = text[end]
    if text.means(end, .or) {
      return ActorName(at: end + 1, in: text, as: use == .subject ? .object : use)
        .map(Next.alternative)
    }
    let isComma = token.isComma
    let isAnd = text.means(end, .and)
    guard isComma || isAnd || token.isMark(UInt8(ascii: ";")) || use == .cell && token.isSlash
    else {
      return nil
    }
    var index = end + 1
    if !isAnd, text.means(index, .and) { index += 1 }
    guard index < limit, text[index].kind == .word else { return nil }
    // UBND tỉnh, thành phố trực thuộc Trung ương
    if !text[index].isCapital, text.means(end - 1, [.place, .numbered]),
      let place = text.phrase(at: index, meaning: [.place, .numbered])
    {
      return .goesOn(place.end)
    }
    // các tổ chức chính trị tỉnh, lực lượng vũ trang: behind its place a group has no other member.
    let isPlaced =
      text.means(end - 1, .place) && text.phrase(at: index, meaning: .place) == nil
      && text.phrase(before: end - 1, meaning: .many) == nil
    // các Ban của HĐND và đại biểu HĐND: another that is named
    let isOther =
      hasOwner && isAnd && state == .complete
      && text.phrase(at: index, meaning: [.actor, .officer]).map { text[$0.end].isCapital } ?? false
    if !text[index].isCapital, isGroup, !hasOwner || use != .cell, !isPlaced, !isOther,
      let end = memberEnd(index, text)
    {
      return .goesOn(end)
    }
    // các Sở, Ban ngành
    if isGroup, text[index].isCapital, BodyRecogniser.body(at: index, in: text) == nil,
      (start..<end).contains(where: { text.phrase(at: $0, meaning: .many) != nil }),
      (start + 1..<end).contains(where: { text[$0].isCapital }), !text[end - 1].isUppercase,
      let noun = text.phrase(at: index, meaning: [.actor, .office]), !text[noun.end].isCapital,
      text.phrase(at: index, meaning: [.officer, .many]) == nil,
      noun.end >= text.phrase(at: index, meaning: .hiding)?.end ?? 0
    {
      return .goesOn(noun.end)
    }
    // Đồng chí Lê Văn Bình, Phó Chủ tịch UBND tỉnh
    if isComma, text.phrase(at: start, meaning: .comrade) != nil,
      let office = text.phrase(at: index, meaning: .officer),
      text.phrase(at: index, meaning: .comrade) == nil
    {
      return .goesOn(office.end)
    }
    // lực lượng chuyên trách của Công an, Hải quan
    if hasOwner, isComma, text[index].isCapital, use != .cell,
      BodyRecogniser.body(at: index, in: text) == nil,
      text.phrase(at: index, meaning: [.many, .officer]) == nil, !beginsOther(index, text)
    {
      return .goesOn(index + 1)
    }
    // Trung tâm Văn hóa, Thể thao và Truyền thanh huyện; Văn hóa - Thông tin và Truyền thanh
    if isAnd, !isGroup, text[index].isCapital,
      (start..<end).contains(where: { text[$0].isComma || text[$0].isDash }),
      text.phrase(at: index, meaning: [.body, .office, .actor, .officer, .comrade, .many]) == nil
    {
      return .goesOn(index + 1)
    }
    // Trung tâm Giám sát, điều hành đô thị: a second verb behind one that is part of the name.
    if isComma, !isGroup, state == .open, !text[index].isCapital,
      let verb = text.phrase(before: end, meaning: .verb), text[verb].isCapital, verb > start,
      let second = text.phrase(at: index, meaning: .verb)
    {
      return .goesOn(second.end)
    }
    if let other = ActorName(at: index, in: text, as: use == .subject ? .object : use) {
      return .begins(other)
    }
    if text[index].isCapital {
      // Điện lực Hòa An, Viettel Hòa An
      if isComma, endsInProperName(text), text[index + 1].isCapital {
        return .begins(ActorName(unknown: index, use: use))
      }
      // Xúc tiến Đầu tư, Thương mại và Du lịch; của Công an, Hải quan
      if state == .open || hasOwner || isComma && isFieldList(index, text) {
        return .goesOn(index + 1)
      }
      guard use != .subject else { return nil }
      return .begins(ActorName(unknown: index, use: use))
    }
    if hasOwner, isAnd, text.phrase(at: index, meaning: [.verb, .predicate]) == nil {
      return .goesOn(min(index + 2, limit))
    }
    guard use == .cell else { return nil }
    // tổ chức khoa học và công nghệ
    return isGroup && isAnd
      ? .goesOn(index + 1) : isGroup ? nil : .begins(ActorName(unknown: index, use: use))
  }

  /// Whether a noun stands at a token that goes on in lower case: `Tổ chức pháp chế`, not `Hải quan`.
  private func beginsOther(_ index: Int, _ text: TokenisedText) -> Bool {
    guard let noun = text.phrase(at: index, meaning: [.actor, .office]) else { return false }
    return text[noun.end].kind == .word && !text[noun.end].isCapital && !text.means(noun.end, .and)
      && text.phrase(at: noun.end, meaning: TokenisedText.predicates) == nil
  }

  /// Whether the last two words are a proper name: `Điện lực Hòa An`.
  private func endsInProperName(_ text: TokenisedText) -> Bool {
    guard !isGroup, text.phrase(at: end - 3, meaning: [.place, .numbered]) == nil else {
      return false
    }
    return (end - 2..<end).allSatisfy {
      $0 > start && text[$0].kind == .word && text[$0].isCapital && !text[$0].isUppercase
    }
  }

  /// Whether fields go on behind a comma: `Xúc tiến Thương mại, Đầu tư và Du lịch`.
  private func isFieldList(_ start: Int, _ text: TokenisedText) -> Bool {
    var index = start
    while index < start + 8, text[index].kind == .word, !text.means(index, .and) { index += 1 }
    return text.means(index, .and) && text[index + 1].isCapital
      && ActorName(at: index + 1, in: text, as: use) == nil
  }

  /// Where the member of a group ends that goes on with its like: `ban`, `ngành`, `thành phố`.
  private func memberEnd(_ index: Int, _ text: TokenisedText) -> Int? {
    guard
      let noun = text.actorNoun(
        at: index, meaning: [.actor, .listed, .place, .numbered, .office])
    else { return nounEnd(index, text) }
    guard let verb = text.phrase(at: index, meaning: [.verb, .predicate]), verb.end >= noun else {
      return noun
    }
    if use == .cell { return noun }
    // `các cơ quan, tổ chức có liên quan` but `các cơ quan, tổ chức hội nghị`.
    guard verb.end == noun else { return nil }
    return text[noun].isComma || text.means(noun, .and)
      || text.phrase(at: noun, meaning: [.closingTail, .duty, .must, .chairs, .verb]) != nil
      ? noun : nil
  }

  /// Where a member of a group ends that is counted elsewhere, `trường học, nhà văn hóa`, where another member or a
  /// predicate follows it.
  private func nounEnd(_ index: Int, _ text: TokenisedText) -> Int? {
    guard
      text.phrase(before: end, meaning: [.actor, .listed, .office, .place, .numbered]) != nil,
      let noun = text.phrase(at: index, meaning: .noun), noun.end > index + 1,
      noun.end >= text.phrase(at: index, meaning: .hiding)?.end ?? 0,
      text.phrase(at: index, meaning: TokenisedText.predicates) == nil,
      text[noun.end].isComma || text.means(noun.end, .and)
        || text.phrase(at: noun.end, meaning: TokenisedText.predicates) != nil
    else { return nil }
    return noun.end
  }

  /// Goes on behind a separator; a member of a group is read like the first.
  mutating func goOn(to end: Int, in text: TokenisedText) {
    self.end = isGroup || !text[end - 1].isCapital ? end : text.afterSecondSyllable(end)
    let isPlace = text.means(end - 1, [.place, .numbered]) && !isGroup
    state = isPlace ? .complete : .open
  }
}
