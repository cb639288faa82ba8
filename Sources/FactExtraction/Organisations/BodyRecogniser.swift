internal import ProgrammeModel
internal import VietnameseLanguage

/// Recognises bodies (cơ quan, tổ chức).
///
/// ```text
/// Ban Thường vụ Huyện ủy                        a body and the one it belongs to
/// UBND các huyện, thị xã                        no name: a body, without the list
/// Sở Nông nghiệp và Phát triển nông thôn        an office with its field
/// ```
enum BodyRecogniser: FactRecogniser {
  static var words: Meaning { .bodies }

  static func fact(at index: Int, in text: TokenisedText) -> RecognisedFact? {
    guard let match = body(at: index, in: text) else { return nil }
    return RecognisedFact(.organization(match.name(from: index, in: text)), end: match.end)
  }

  /// The name of a body that begins at a token.
  static func body(at index: Int, in text: TokenisedText) -> NameMatch? {
    // In lower case only the long names are told from common nouns: ủy ban nhân dân.
    guard text[index].isCapital || text[index].opens.contains(.body),
      let first = text.phrase(at: index, meaning: .bodies),
      text[index].isCapital || first.end >= index + 4 && first.meaning.contains(.body),
      text.phrase(at: index, meaning: .hiding)?.end == first.end,
      // The second syllable of another word is no body: NHIỆM VỤ CHÍNH TRỊ, cơ Sở.
      text.phrase(at: index - 1, meaning: .hiding).map({ $0.end <= index }) ?? true
    else { return nil }
    var end = first.end
    let kindEnd = end
    var isNamed = first.meaning.contains(.body)
    if !isNamed, text[index].isUppercase, first.end == index + 1, text[index].length <= 6 {
      // CƠ SỞ, NHIỆM VỤ, BAN HÀNH: in a line of capitals a short word is a body only with its field.
      guard text.phrase(at: end, meaning: .field) != nil else { return nil }
    }
    if first.meaning.isDisjoint(with: [.body, .office]) {
      // Công an, Thuế: what follows is a place, a body or a field.
      guard
        PlaceRecogniser.place(at: end, in: text) != nil
          || text.phrase(at: end, meaning: [.body, .office, .field]) != nil
          || text.phrase(at: end, meaning: [.place, .numbered]) != nil
      else { return nil }
    }
    // The parts of a name, one after the other; names of twelve parts are lists gone wrong.
    for _ in 0..<12 {
      guard
        let next = bodyPart(at: end, behind: index, in: text)
          ?? secondCouncil(at: end, behind: index, in: text)
      else { break }
      end = next
      isNamed = true
    }
    return isNamed ? NameMatch(end: end, kindEnd: kindEnd) : nil
  }

  /// Where the second body ends that an office of two serves, `Văn phòng HĐND và UBND huyện`, or `nil`.
  private static func secondCouncil(at index: Int, behind start: Int, in text: TokenisedText)
    -> Int?
  {
    guard text.means(index, .and), text.phrase(at: start, meaning: .sharedOffice)?.end == start + 2,
      text.means(start + 2, .council), text[index + 1].isCapital,
      text.phrase(at: start + 2, meaning: .body)?.end == index
    else { return nil }
    return text.phrase(at: index + 1, meaning: .body)?.end
  }

  /// Where the next part of a body's name ends: its field, the body above it, its place, its number.
  private static func bodyPart(at index: Int, behind start: Int, in text: TokenisedText) -> Int? {
    let token = text[index]
    guard token.kind == .word || token.kind == .number else { return nil }
    if token.kind == .number {
      // Ban Chỉ đạo 35
      return token.isSpaced && isCommittee(index, in: text) ? index + 1 : nil
    }
    if token.isCapital {
      if let field = text.phrase(at: index, meaning: .field) { return field.end }
      if let body = text.phrase(at: index, meaning: [.body, .office]) {
        guard !CitationRecogniser.isCitationBehind(index, in: text) else { return nil }
        let isOpen =
          text[body.end].isCapital
          || text.phrase(at: body.end, meaning: [.place, .numbered]) != nil
        return body.meaning.contains(.body) || isOpen
          || isEnded(by: .inspection, at: index, in: text)
          ? body.end : nil
      }
      if let place = PlaceRecogniser.place(at: index, in: text) { return place.end }
      guard !CitationRecogniser.isCitationBehind(index, in: text) else { return nil }
      return properName(at: index, in: text)
    }
    if let place = text.phrase(at: index, meaning: [.place, .numbered]), !text[index].isCapital {
      return PlaceRecogniser.properNameOrNumber(at: place.end, meaning: place.meaning, in: text)
        ?? place.end
    }
    // A field in lower case goes on only directly behind its office: sở nội vụ.
    return nil
  }

  private static func isCommittee(_ index: Int, in text: TokenisedText) -> Bool {
    isEnded(by: .steering, at: index, in: text)
  }

  /// Capitalised words, each with at most the one syllable in lower case that completes it.
  private static func properName(at index: Int, in text: TokenisedText) -> Int? {
    var end = index
    // In a line of capitals every word looks like a name: two syllables are one.
    let limit = text[index].isUppercase && text[index - 1].isUppercase ? 2 : 6
    while end < index + limit, text[end].kind == .word, text[end].isCapital,
      end == index || text.phrase(at: end, meaning: [.body]) == nil, text.date(at: end) == nil
    {
      end += 1
    }
    // Cục Cảnh sát, Ban Đổi mới: one capital is the first syllable of a word.
    if end == index + 1, !text[index].isUppercase, text[end].kind == .word, !text[end].isCapital,
      text.phrase(at: end, meaning: [.grammar, .verb, .place, .numbered]) == nil
    {
      end += 1
    }
    return end > index ? end : nil
  }

  /// Whether a phrase of two words with the meaning ends before the token.
  private static func isEnded(by meaning: Meaning, at index: Int, in text: TokenisedText) -> Bool {
    text.phrase(at: index - 2, meaning: meaning)?.end == index
  }
}
