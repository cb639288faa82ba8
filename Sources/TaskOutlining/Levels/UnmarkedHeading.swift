internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Headings without marker, told by their looks: Word's outline levels, capitals, bold.
enum UnmarkedHeading {
  /// The most words of such a heading.
  private static let mostWords = 30

  /// Adds the readings as heading to the passages that look like one.
  static func addCandidates(
    to passages: inout [Passage], _ folded: FoldedLines, _ lexicon: Lexicon
  ) {
    var text = FoldedText()
    for index in passages.indices
    where passages[index].candidates.isEmpty && passages[index].table == nil {
      let passage = passages[index]
      let shape = passage.looks.shape
      guard passage.looks.label == nil, index + 1 < passages.count else { continue }
      if let level = passage.looks.outlineLevel, level < 9,
        isStyledHeading(passage, before: passages[index + 1], lexicon)
      {
        add(
          Family(outlineLevel: level), 20,
          to: &passages[index])
        continue
      }
      guard shape.wordCount <= mostWords, shape.wordCount >= 2,
        shape.finalMark == .none || shape.finalMark == .colon || shape.finalMark == .closing
      else { continue }
      folded.fold(passage.text, at: passage.looks.folded, limit: 60, into: &text)
      guard let first = text.codes.first, Code.isLetter(first), !isFormula(text, lexicon) else {
        continue
      }
      if text.end(of: .foreword, in: lexicon) == text.count {
        add(.capitals, 14, to: &passages[index])
      } else if isDayCaption(text, lexicon) {
        add(.day, 20, to: &passages[index])
      } else if text.isDayPart(in: lexicon) {
        add(.dayPart, 20, to: &passages[index])
      } else if shape.isCapitals, !passage.mayContinue {
        add(.capitals, 2, to: &passages[index])
      } else if passage.looks.isBold, passage.looks.endsParagraph {
        add(.bold, passage.looks.isCentred ? 2 : 0, to: &passages[index])
      } else if mayHaveLostNumber(passages, index) {
        // The first number of a list that Word printed and the text lost: told by the 2. that follows.
        passages[index].candidates.append(
          MarkerCandidate(
            family: .decimal, ordinal: 1, separator: UInt8(ascii: "."), end: 0, textStart: 0,
            strength: -60))
      }
    }
  }

  /// The most words of a heading that Word's style makes one: longer paragraphs have the style by mistake.
  private static let mostStyledWords = 45

  /// Whether a paragraph in a style of headings is one, and no line of a letterhead: `QUYẾT ĐỊNH:`, a number, the
  /// issuer once more above the bases.
  private static func isStyledHeading(
    _ passage: Passage, before next: Passage, _ lexicon: Lexicon
  ) -> Bool {
    let shape = passage.looks.shape
    guard shape.wordCount <= mostStyledWords, shape.finalMark != .semicolon,
      shape.finalMark != .comma
    else { return false }
    var text = FoldedText()
    text.fold(next.text, limit: 40)
    let basis = text.codes.first.map { Code.isLetter($0) ? 0 : text.skippingBlanks(1) } ?? 0
    let isAboveBases = text.end(of: .legalBasis, in: lexicon, at: basis) != nil
    text.fold(passage.text, limit: 60)
    guard text.codes.contains(where: Code.isLetter), !text.isNumberLine(in: lexicon),
      !isAboveBases || !text.opens(with: .signatureLines.union(.bodyLines), in: lexicon)
    else { return false }
    guard let (type, end) = text.documentType(in: lexicon), type.headsDocuments else { return true }
    return text.count - end > 2
  }

  /// Whether the line is the caption of a day, a week or a month: `THỨ HAI, NGÀY 21/7/2031`, `Ngày 1: Thứ Hai`,
  /// `Tuần 2 (từ ngày …)`, `Tháng 9/2031`.
  static func isDayCaption(_ text: FoldedText, _ lexicon: Lexicon) -> Bool {
    if isMonthCaption(text, lexicon) { return true }
    if let end = text.end(of: .weekday, in: lexicon) {
      var next = text.skippingBlanks(end)
      while next < text.count,
        text.codes[next] == UInt8(ascii: ",") || text.codes[next] == UInt8(ascii: "(")
      {
        next = text.skippingBlanks(next + 1)
      }
      next = text.end(of: .day, in: lexicon, at: next).map(text.skippingBlanks) ?? next
      return next < text.count && Code.isDigit(text.codes[next])
    }
    guard var next = text.end(of: .day, in: lexicon).map(text.skippingBlanks),
      next < text.count, Code.isDigit(text.codes[next])
    else { return false }
    while next < text.count, Code.isDigit(text.codes[next]) { next += 1 }
    next = text.skippingBlanks(next)
    return next < text.count && text.codes[next] == UInt8(ascii: ":")
  }

  /// Whether the line holds the number of a week or a month, with its year, and nothing else.
  private static func isMonthCaption(_ text: FoldedText, _ lexicon: Lexicon) -> Bool {
    guard var next = text.end(of: [.month, .week], in: lexicon).map(text.skippingBlanks),
      next < text.count, Code.isDigit(text.codes[next])
    else { return false }
    let skipDigits = { while next < text.count, Code.isDigit(text.codes[next]) { next += 1 } }
    skipDigits()
    next = text.skippingBlanks(next)
    if next < text.count, text.codes[next] == UInt8(ascii: "/") {
      next += 1
    } else if let year = text.end(of: .year, in: lexicon, at: next) {
      next = text.skippingBlanks(year)
    }
    skipDigits()
    next = text.skippingBlanks(next)
    return next == text.count || text.codes[next] == UInt8(ascii: "(")
      || text.codes[next] == UInt8(ascii: ":") && text.skippingBlanks(next + 1) == text.count
  }

  private static func add(_ family: Family, _ strength: Int, to passage: inout Passage) {
    passage.candidates.append(
      MarkerCandidate(family: family, ordinal: 1, end: 0, textStart: 0, strength: strength))
  }

  /// Whether the line is a formula of the letterhead: the issuer once more, `QUYẾT ĐỊNH:`, a position.
  private static func isFormula(_ text: FoldedText, _ lexicon: Lexicon) -> Bool {
    if let (type, end) = text.documentType(in: lexicon), type.headsDocuments,
      text.count - end <= 2
    {
      return true
    }
    if text.isNumberLine(in: lexicon) || text.codes.contains(0x0A)
      || text.codes.contains(UInt8(ascii: "*"))
    {
      return true
    }
    return text.opens(with: .signatureLines.union(.bodyLines), in: lexicon)
  }

  /// Whether a short line without final mark stands directly above bullets.
  private static func mayHaveLostNumber(_ passages: [Passage], _ index: Int) -> Bool {
    let shape = passages[index].looks.shape
    guard shape.wordCount <= 15, shape.finalMark == .none, !shape.startsSmall, index > 0 else {
      return false
    }
    return passages[index + 1].candidates.first?.family.isBullet == true
  }
}
