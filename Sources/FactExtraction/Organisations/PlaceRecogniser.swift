internal import ProgrammeModel
internal import VietnameseLanguage

/// Recognises places (địa danh) by their kind: `xã Bình Minh`, `Thành phố Hồ Chí Minh`, `Quận 1`.
enum PlaceRecogniser: FactRecogniser {
  static var words: Meaning { [.place, .numbered] }

  static func fact(at index: Int, in text: TokenisedText) -> RecognisedFact? {
    guard let match = place(at: index, in: text) else { return nil }
    return RecognisedFact(.place(match.name(from: index, in: text)), end: match.end)
  }

  /// The name of a place that begins with its kind at a token.
  static func place(at index: Int, in text: TokenisedText) -> NameMatch? {
    guard let kind = text.phrase(at: index, meaning: [.place, .numbered]),
      text.phrase(at: index, meaning: .hiding)?.end == kind.end,
      // hợp tác xã: the last syllable of another word
      text.phrase(at: index - 2, meaning: .hiding).map({ $0.end <= index }) ?? true
    else { return nil }
    guard let end = properNameOrNumber(at: kind.end, meaning: kind.meaning, in: text) else {
      return nil
    }
    return NameMatch(end: end, kindEnd: kind.end)
  }

  static func properNameOrNumber(at index: Int, meaning: Meaning, in text: TokenisedText) -> Int? {
    var next = index
    if meaning.contains(.numbered) {
      if text.means(next, .number) { next += 1 }
      if text[next].kind == .number, text[next].length <= 2, text[next].isSpaced,
        text.phrase(at: next + 1, meaning: .unit) == nil, !text[next + 1].isSlash
      {
        return next + 1
      }
    }
    next = index
    if text[next].isStop, !text[next].isSpaced, text[index - 1].length == 2,
      text[index - 1].isUppercase || text[index - 1].isCapital
    {
      next += 1
    }
    // Names of places have one to four syllables, each with a capital: Thành phố Hồ Chí Minh.
    var end = next
    let limit = text[next].isUppercase && text[index - 1].isUppercase ? 2 : 4
    while end < next + limit, text[end].kind == .word, text[end].isCapital,
      isNameSyllable(end, in: text)
    {
      end += 1
    }
    // `khu vực Doanh nghiệp`: one capital that begins a word is no name.
    if end == next + 1, text.phrase(at: next, meaning: .hiding).map({ $0.end > end }) == true {
      return nil
    }
    return end > next ? end : nil
  }

  private static func isNameSyllable(_ index: Int, in text: TokenisedText) -> Bool {
    text.phrase(at: index, meaning: [.body]) == nil
      && !CitationRecogniser.isCitationBehind(index, in: text) && text.date(at: index) == nil
      && (!text[index].isUppercase || text.phrase(at: index, meaning: .grammar) == nil)
  }

  /// The next name of a list of places: `các huyện Tri Tôn, Tịnh Biên và An Phú`.
  ///
  /// Behind a comma it needs `các` before the list (`isListed`): in `xã Sơn Bình, Tam Đường` the second
  /// is the district of the first.
  static func nextPlace(at index: Int, isListed: Bool, in text: TokenisedText) -> NameMatch? {
    guard text[index].isComma && isListed || text.means(index, .and) else { return nil }
    var end = index + 1
    while end < index + 5, text[end].kind == .word, text[end].isCapital, !text[end].isUppercase,
      text[end].opens.isDisjoint(with: Meaning.bodies.union([.documentType, .verb]))
    {
      end += 1
    }
    guard end >= index + 3 else { return nil }
    return NameMatch(end: end, kindEnd: index + 1)
  }
}
