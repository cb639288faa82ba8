internal import VietnameseLanguage
internal import VietnameseText

/// Laws, codes and ordinances, which are cited by their names, and documents without a number.
extension TokenisedText {
  /// `Luật Tổ chức Quốc hội số 57/2014/QH13`: a law's name stands before its number.
  func numberedLaw(at index: Int, _ type: Phrase) -> CitationMatch? {
    var next = type.end
    while next < type.end + 40, self[next].kind != .none, !self[next].isStop,
      !self[next].isMark(UInt8(ascii: ";")), !self[next].isMark(UInt8(ascii: ":"))
    {
      if means(next, .number), self[next + 1].kind == .number {
        guard let number = documentNumber(at: next + 1, blanks: false), isLawSymbol(number) else {
          return nil
        }
        var match = dated(type: type.type, number: number)
        match.title = index..<endOfLawTitle(before: next)
        return match
      }
      // The law nearest to a number is the one that has it: Luật sửa đổi một số điều của Luật … số ….
      guard self[next].kind != .number, !isLaw(phrase(at: next, meaning: .documentType)),
        !isCitationBehind(next)
      else { return nil }
      next += 1
    }
    return nil
  }

  /// Where the title of a law ends before its number: a mark and what stands in parentheses are left out.
  private func endOfLawTitle(before index: Int) -> Int {
    guard self[index - 1].kind == .mark else { return index }
    guard self[index - 1].isMark(UInt8(ascii: ")")) else { return index - 1 }
    return (max(0, index - 8)..<index).last { self[$0].isMark(UInt8(ascii: "(")) } ?? index - 1
  }

  /// Whether the symbol is one of the National Assembly's: `2014/QH13`, `2025/UBTVQH15`, `L-CTN`.
  private func isLawSymbol(_ number: DocumentNumber) -> Bool {
    number.symbol.contains { means($0, .lawSymbol) }
  }

  // MARK: By name

  /// `Luật Phòng, chống ma túy năm 2021`, `Hiến pháp`: a law by its name, wherever it stands.
  func namedLaw(at index: Int, _ type: Phrase, isBasis: Bool) -> CitationMatch? {
    guard let end = lawEnd(at: index, isBasis: isBasis) else { return nil }
    var match = CitationMatch(
      end: end, type: type.type, number: nil, date: nil, issuer: 0..<0, title: index..<end)
    if let date = yearOfLaw(at: end) {
      match.date = date.span
      match.end = date.end
    }
    match.issuer = issuer(behind: match.end)
    dateBehindIssuer(of: &match)
    return match
  }

  /// Where the name of a law ends that begins with its type at a token.
  private func lawEnd(at index: Int, isBasis: Bool) -> Int? {
    guard let word = phrase(at: index, meaning: .lawWord), !isInLawCompound(index) else {
      return nil
    }
    if let amendment = phrase(at: word.end, meaning: .amends), self[index].isCapital {
      return amendedEnd(at: amendment.end, isBasis: isBasis)
    }
    if let name = phrase(at: word.end, meaning: .lawName),
      self[index].isCapital || self[word.end].isCapital
    {
      return name.end
    }
    if phrase(at: index, meaning: .constitution) != nil, self[index].isCapital { return word.end }
    // In a legal basis a name that we do not know ends with the clause.
    guard !isBasis, self[index].isCapital, self[word.end].isCapital else { return nil }
    return unknownLawEnd(at: word.end)
  }

  /// `sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương`.
  private func amendedEnd(at index: Int, isBasis: Bool) -> Int? {
    var end: Int?
    var next = index
    for _ in 0..<8 {
      guard let type = phrase(at: next, meaning: .documentType), isLaw(type),
        self[next].isCapital,
        // The law nearest to a number is the one that has it.
        numberedLaw(at: next, type) == nil,
        phrase(at: phrase(at: next, meaning: .lawWord)?.end ?? next, meaning: .amends) == nil,
        let law = lawEnd(at: next, isBasis: false)
      else { break }
      end = law
      guard self[law].isComma || means(law, .and) else { break }
      next = law + 1
    }
    return end
  }

  /// The name of a law that the vocabulary does not have: a capital and the words behind it, up to a word
  /// of grammar or, behind the second word, a verb.
  private func unknownLawEnd(at start: Int) -> Int? {
    var end = start
    while end < start + 8, self[end].kind == .word {
      if end > start, !self[end].isCapital {
        if means(end, [.and, .day, .year])
          || phrase(at: end, meaning: [.endOfTitle, .endOfIssuer]) != nil
          || phrase(at: end, meaning: [.relation, .must, .passive, .past, .thisDocument]) != nil
        {
          break
        }
        if end > start + 1, phrase(at: end, meaning: [.verb, .predicate]) != nil { break }
      }
      end += 1
    }
    return end > start + 1 ? end : nil
  }

  /// Whether the word is no law but a part of `pháp luật`, `Trường Đại học Luật`.
  private func isInLawCompound(_ index: Int) -> Bool {
    (max(0, index - 2)..<index).contains {
      phrase(at: $0, meaning: .lawCompound).map { $0.end > index } ?? false
    }
  }

  /// The date or the year behind the name of a law: `ngày 18/01/2024`, `năm 2024`, `2024`, `(2013)`.
  private func yearOfLaw(at index: Int) -> (span: CalendarSpan, end: Int)? {
    // Luật Đất đai, ngày 18/01/2024
    let index = self[index].isComma && means(index + 1, .day) ? index + 1 : index
    if means(index, [.day, .year]), let date = date(at: index), date.period.end == nil {
      return (date.period, date.end)
    }
    let isEnclosed = self[index].isMark(UInt8(ascii: "("))
    let place = isEnclosed ? index + 1 : index
    guard let year = yearNumber(at: place), quantity(at: place) == nil,
      !self[place + 1].isSlash, !isEnclosed || self[place + 1].isMark(UInt8(ascii: ")"))
    else { return nil }
    return (CalendarSpan(CalendarUnit(year: year)), isEnclosed ? place + 2 : place + 1)
  }

  // MARK: Without a number

  /// `Căn cứ Luật Đất đai năm 2013`: a document by its name alone.
  func unnumbered(at index: Int, _ type: Phrase) -> CitationMatch? {
    let isLaw = isLaw(type)
    // Căn cứ Chỉ thị, kế hoạch của …: no name
    guard !self[type.end].isComma else { return nil }
    var match = CitationMatch(
      end: type.end, type: type.type, number: nil, date: nil, issuer: 0..<0, title: 0..<0)
    var next = type.end
    var end = next
    while next < index + 60 {
      let token = self[next]
      // The law nearest to a number is the one that has it.
      if isLaw, let inner = phrase(at: next, meaning: .documentType), self.isLaw(inner),
        numberedLaw(at: next, inner) != nil
      {
        return nil
      }
      if token.kind == .none || token.isMark(UInt8(ascii: ";")) || token.isMark(UInt8(ascii: "("))
        || token.isMark(UInt8(ascii: ":")) || token.isMark(Code.openingQuote)
        || token.isMark(UInt8(ascii: "\""))
      {
        break
      }
      if token.isStop || token.isComma, self[next + 1].kind == .none { break }
      if token.isStop, self[next + 1].isCapital { break }
      if means(next, [.day, .year]), let date = date(at: next),
        date.period.end == nil
      {
        match.date = date.period
        match.title = index..<end
        match.end = date.end
        match.issuer = issuer(behind: match.end)
        return match
      }
      if token.kind == .word, !token.isCapital {
        if means(next, .of), !isLaw { break }
        if phrase(at: next, meaning: .endOfTitle) != nil { break }
        if means(next, .and), isCitationBehind(next + 1) { break }
      }
      if token.isComma,
        phrase(at: next + 1, meaning: .endOfTitle) != nil || isCitationBehind(next + 1)
      {
        break
      }
      next += 1
      if !token.isComma { end = next }
    }
    guard end > type.end || means(end, .of) else { return nil }
    match.title = index..<end
    match.end = end
    match.issuer = issuer(behind: end)
    return match
  }
}

extension TokenisedText {
  /// Whether a phrase is a type of document that is cited by name.
  func isLaw(_ phrase: Phrase?) -> Bool {
    guard let phrase, phrase.type >= 0 else { return false }
    return lexicon.documentTypes[phrase.type].isLaw
  }
}
