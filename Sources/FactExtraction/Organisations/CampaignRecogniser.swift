internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Recognises campaigns (phong trào, cuộc vận động) by their kind and their quoted name:
/// `phong trào “Xanh - Sạch - Đẹp”`.
enum CampaignRecogniser: FactRecogniser {
  static var words: Meaning { .campaign }

  static func fact(at index: Int, in text: TokenisedText) -> RecognisedFact? {
    guard let match = campaign(at: index, in: text) else { return nil }
    let name = Name(
      name: text.squeezed(quoted(match, in: text)),
      kind: text.squeezed(index..<match.kindEnd))
    return RecognisedFact(.campaign(name), end: match.end)
  }

  /// The quoted name of a campaign behind its kind.
  static func campaign(at index: Int, in text: TokenisedText) -> NameMatch? {
    guard let kind = text.phrase(at: index, meaning: .campaign) else { return nil }
    var open = kind.end
    // One word may stand between: mô hình đột phá “…”.
    while open < kind.end + 3, text[open].kind == .word, !isQuote(open, in: text) { open += 1 }
    guard isQuote(open, in: text) else { return nil }
    var close = open + 1
    while close < open + 40, text[close].kind != .none, !isQuote(close, in: text) {
      // A year inside is a date of its own, which the campaign must not hide.
      if text[close].kind == .number, text.date(at: close) != nil { return nil }
      if text.date(at: close) != nil { return nil }
      close += 1
    }
    guard isQuote(close, in: text), close > open + 1 else { return nil }
    return NameMatch(end: close + 1, kindEnd: kind.end)
  }

  private static func isQuote(_ index: Int, in text: TokenisedText) -> Bool {
    text[index].isMark(Code.openingQuote) || text[index].isMark(Code.closingQuote)
      || text[index].isMark(UInt8(ascii: "\""))
  }

  /// The words between the quotation marks of a campaign.
  static func quoted(_ match: NameMatch, in text: TokenisedText) -> Range<Int> {
    var open = match.kindEnd
    while open < match.end, !isQuote(open, in: text) { open += 1 }
    return open + 1..<max(open + 1, match.end - 1)
  }
}
