internal import VietnameseLanguage
internal import VietnameseText

/// How names go on over marks and numbers.
extension ActorName {
  mutating func extendOverMark(in text: TokenisedText, until limit: Int) -> Bool {
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
    // các huyện/thành phố
    if token.isSlash, text.means(end - 1, [.place, .numbered]), end + 1 < limit,
      let place = text.phrase(at: end + 1, meaning: [.place, .numbered])
    {
      end = place.end
      return true
    }
    // Sở Nội vụ - cơ quan thường trực Ban Chỉ đạo | tham mưu
    if token.isDash, token.isSpaced, next.isSpaced, !next.isCapital, use != .cell,
      state == .complete, ownEnd == nil, text.phrase(at: end + 1, meaning: .actor) != nil,
      let again = text.actors(at: end + 1, until: limit, as: .object), again.names.count == 1,
      text.phrase(at: again.end, meaning: TokenisedText.predicates) != nil
        || text[again.end].isComma
    {
      ownEnd = end
      end = again.end
      state = .closed
      return true
    }
    // Văn hóa - Xã hội, Bà Rịa-Vũng Tàu, KH&CN
    if token.isDash || token.isMark(UInt8(ascii: "&")), next.kind == .word, end + 1 < limit,
      next.isCapital || use == .cell && state == .open
        || !token.isSpaced && !next.isSpaced
    {
      // Giám đốc Sở Y tế - Phó ban trực
      end = text.phrase(at: end + 1, meaning: .officer)?.end ?? text.afterSecondSyllable(end + 2)
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

  mutating func extendOverNumber(in text: TokenisedText) -> Bool {
    // UBND 12 phường, Ban Công tác Mặt trận 15 khu phố
    if state != .closed, text[end].length <= 3,
      text[end - 1].isCapital
        || text.phrase(before: end, meaning: [.body, .office, .actor]) != nil,
      let place = text.phrase(at: end + 1, meaning: [.place, .numbered]),
      PlaceRecogniser.place(at: end + 1, in: text) == nil
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
      QuantityRecogniser.quantity(at: end, in: text) == nil || text.means(end - 1, .number)
        || text[end + 1].isComma
        || text.phrase(at: end + 1, meaning: TokenisedText.predicates) != nil
    else { return false }
    end += 1
    return true
  }
}
