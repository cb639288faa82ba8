internal import VietnameseLanguage
internal import VietnameseText

/// Laws, codes and ordinances, which are cited by their names, and documents without a number.
extension CitationRecogniser {
  /// `Luật Tổ chức Quốc hội số 57/2014/QH13`: a law's name stands before its number.
  static func numberedLaw(at index: Int, _ type: TokenisedText.Phrase, in text: TokenisedText)
    -> CitationMatch?
  {
    var next = type.end
    while next < type.end + 40, text[next].kind != .none, !text[next].isStop,
      !text[next].isMark(UInt8(ascii: ";")), !text[next].isMark(UInt8(ascii: ":"))
    {
      if text.means(next, .number), text[next + 1].kind == .number {
        guard let number = text.documentNumber(at: next + 1, blanks: false),
          isLawSymbol(number, in: text)
        else {
          return nil
        }
        var match = dated(type: type.type, number: number, in: text)
        match.title = index..<endOfLawTitle(before: next, in: text)
        return match
      }
      // The law nearest to a number is the one that has it: Luật sửa đổi một số điều của Luật … số ….
      guard text[next].kind != .number,
        !isLaw(text.phrase(at: next, meaning: .documentType), in: text),
        !isCitationBehind(next, in: text)
      else { return nil }
      next += 1
    }
    return nil
  }

  /// Where the title of a law ends before its number: a mark and what stands in parentheses are left out.
  private static func endOfLawTitle(before index: Int, in text: TokenisedText) -> Int {
    guard text[index - 1].kind == .mark else { return index }
    guard text[index - 1].isMark(UInt8(ascii: ")")) else { return index - 1 }
    return (max(0, index - 8)..<index).last { text[$0].isMark(UInt8(ascii: "(")) } ?? index - 1
  }

  /// Whether the symbol is one of the National Assembly's: `2014/QH13`, `2025/UBTVQH15`, `L-CTN`.
  private static func isLawSymbol(_ number: DocumentNumber, in text: TokenisedText) -> Bool {
    number.symbol.contains { text.means($0, .lawSymbol) }
  }

  // MARK: By name

  /// `Luật Phòng, chống ma túy năm 2021`, `Hiến pháp`: a law by its name, wherever it stands.
  static func namedLaw(
    at index: Int, _ type: TokenisedText.Phrase, isBasis: Bool, in text: TokenisedText
  ) -> CitationMatch? {
    guard let end = lawEnd(at: index, isBasis: isBasis, in: text) else { return nil }
    var match = CitationMatch(
      end: end, type: type.type, number: nil, date: nil, issuer: 0..<0, title: index..<end)
    if let date = yearOfLaw(at: end, in: text) {
      match.date = date.span
      match.end = date.end
    }
    match.issuer = issuer(behind: match.end, in: text)
    dateBehindIssuer(of: &match, in: text)
    return match
  }

  /// Where the name of a law ends that begins with its type at a token.
  private static func lawEnd(at index: Int, isBasis: Bool, in text: TokenisedText) -> Int? {
    guard let word = text.phrase(at: index, meaning: .lawWord), !isInLawCompound(index, in: text)
    else {
      return nil
    }
    if let amendment = text.phrase(at: word.end, meaning: .amends), text[index].isCapital {
      return amendedEnd(at: amendment.end, isBasis: isBasis, in: text)
    }
    if let name = text.phrase(at: word.end, meaning: .lawName),
      text[index].isCapital || text[word.end].isCapital
    {
      return name.end
    }
    if text.phrase(at: index, meaning: .constitution) != nil, text[index].isCapital {
      return word.end
    }
    // In a legal basis a name that we do not know ends with the clause.
    guard !isBasis, text[index].isCapital, text[word.end].isCapital else { return nil }
    return unknownLawEnd(at: word.end, in: text)
  }

  /// `sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương`.
  private static func amendedEnd(at index: Int, isBasis: Bool, in text: TokenisedText) -> Int? {
    var end: Int?
    var next = index
    for _ in 0..<8 {
      guard let type = text.phrase(at: next, meaning: .documentType), isLaw(type, in: text),
        text[next].isCapital,
        // The law nearest to a number is the one that has it.
        numberedLaw(at: next, type, in: text) == nil,
        text.phrase(at: text.phrase(at: next, meaning: .lawWord)?.end ?? next, meaning: .amends)
          == nil,
        let law = lawEnd(at: next, isBasis: false, in: text)
      else { break }
      end = law
      guard text[law].isComma || text.means(law, .and) else { break }
      next = law + 1
    }
    return end
  }

  /// The name of a law that the vocabulary does not have: a capital and the words behind it, up to a word
  /// of grammar or, behind the second word, a verb.
  private static func unknownLawEnd(at start: Int, in text: TokenisedText) -> Int? {
    var end = start
    while end < start + 8, text[end].kind == .word {
      if end > start, !text[end].isCapital {
        if text.means(end, [.and, .day, .year])
          || text.phrase(at: end, meaning: [.endOfTitle, .endOfIssuer]) != nil
          || text.phrase(at: end, meaning: [.relation, .must, .passive, .past, .thisDocument])
            != nil
        {
          break
        }
        if end > start + 1, text.phrase(at: end, meaning: [.verb, .predicate]) != nil { break }
      }
      end += 1
    }
    return end > start + 1 ? end : nil
  }

  /// Whether the word is no law but a part of `pháp luật`, `Trường Đại học Luật`.
  private static func isInLawCompound(_ index: Int, in text: TokenisedText) -> Bool {
    (max(0, index - 2)..<index).contains {
      text.phrase(at: $0, meaning: .lawCompound).map { $0.end > index } ?? false
    }
  }

  /// The date or the year behind the name of a law: `ngày 18/01/2024`, `năm 2024`, `2024`, `(2013)`.
  private static func yearOfLaw(at index: Int, in text: TokenisedText) -> (
    span: CalendarSpan, end: Int
  )? {
    // Luật Đất đai, ngày 18/01/2024
    let index = text[index].isComma && text.means(index + 1, .day) ? index + 1 : index
    if text.means(index, [.day, .year]), let date = text.date(at: index), date.period.end == nil {
      return (date.period, date.end)
    }
    let isEnclosed = text[index].isMark(UInt8(ascii: "("))
    let place = isEnclosed ? index + 1 : index
    guard let year = text.yearNumber(at: place),
      QuantityRecogniser.quantity(at: place, in: text) == nil,
      !text[place + 1].isSlash, !isEnclosed || text[place + 1].isMark(UInt8(ascii: ")"))
    else { return nil }
    return (CalendarSpan(CalendarUnit(year: year)), isEnclosed ? place + 2 : place + 1)
  }

  // MARK: Without a number

  /// `Căn cứ Luật Đất đai năm 2013`: a document by its name alone.
  static func unnumbered(at index: Int, _ type: TokenisedText.Phrase, in text: TokenisedText)
    -> CitationMatch?
  {
    let isLaw = isLaw(type, in: text)
    // Căn cứ Chỉ thị, kế hoạch của …: no name
    guard !text[type.end].isComma else { return nil }
    var match = CitationMatch(
      end: type.end, type: type.type, number: nil, date: nil, issuer: 0..<0, title: 0..<0)
    var next = type.end
    var end = next
    while next < index + 60 {
      let token = text[next]
      // The law nearest to a number is the one that has it.
      if isLaw, let inner = text.phrase(at: next, meaning: .documentType),
        Self.isLaw(inner, in: text),
        numberedLaw(at: next, inner, in: text) != nil
      {
        return nil
      }
      if token.kind == .none || token.isMark(UInt8(ascii: ";")) || token.isMark(UInt8(ascii: "("))
        || token.isMark(UInt8(ascii: ":")) || token.isMark(Code.openingQuote)
        || token.isMark(UInt8(ascii: "\""))
      {
        break
      }
      if token.isStop || token.isComma, text[next + 1].kind == .none { break }
      if token.isStop, text[next + 1].isCapital { break }
      if text.means(next, [.day, .year]), let date = text.date(at: next),
        date.period.end == nil
      {
        match.date = date.period
        match.title = index..<end
        match.end = date.end
        match.issuer = issuer(behind: match.end, in: text)
        return match
      }
      if token.kind == .word, !token.isCapital {
        if text.means(next, .of), !isLaw { break }
        if text.phrase(at: next, meaning: .endOfTitle) != nil { break }
        if text.means(next, .and), isCitationBehind(next + 1, in: text) { break }
      }
      if token.isComma,
        text.phrase(at: next + 1, meaning: .endOfTitle) != nil
          || isCitationBehind(next + 1, in: text)
      {
        break
      }
      next += 1
      if !token.isComma { end = next }
    }
    guard end > type.end || text.means(end, .of) else { return nil }
    match.title = index..<end
    match.end = end
    match.issuer = issuer(behind: end, in: text)
    return match
  }
}

extension CitationRecogniser {
  /// Whether a phrase is a type of document that is cited by name.
  static func isLaw(_ phrase: TokenisedText.Phrase?, in text: TokenisedText) -> Bool {
    guard let phrase, phrase.type >= 0 else { return false }
    return text.lexicon.documentTypes[phrase.type].isLaw
  }
}
