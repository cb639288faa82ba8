internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Finds documents that are cited (văn bản viện dẫn).
///
/// ```text
/// Kế hoạch số 139-KH/HU ngày 26/6/2023 của Ban Thường vụ Huyện ủy về …
/// ├ type ─┤    ├ code ─┤ ├─── date ───┤     ├────── issuer ──────┤
/// ```
///
/// The text of the fact ends with the date; what the document is about is read on, so that documents
/// cited in it are found too. A document without a number counts only as the object of *Căn cứ*.
extension TokenisedText {
  /// A citation in tokens, before any text of it is made.
  struct CitationMatch {
    /// The token behind it.
    var end: Int
    /// The type, as its place in `Lexicon.standard.documentTypes`.
    var type: Int
    /// Number and symbol.
    var number: DocumentNumber?
    /// The date of issue.
    var date: CalendarSpan?
    /// The tokens that name the body that issued it.
    var issuer: Range<Int>
    /// The tokens of its name.
    var title: Range<Int>
  }

  /// The citation that begins with a type word at a token.
  ///
  /// The object of *Căn cứ* (`isBasis`) needs no number; a law that a comma or `và` joins to such an
  /// object (`isNext`: it stands one token behind it) needs none either.
  func citation(at index: Int, isBasis: Bool, isNext: Bool = false) -> CitationMatch? {
    guard let type = phrase(at: index, meaning: .documentType), type.type >= 0 else { return nil }
    if let match = numbered(type: type.type, from: type.end) {
      let isShort = type.meaning.contains(.abbreviation)
      return isShort && (match.number?.symbol.isEmpty != false || !self[index].isUppercase)
        ? nil : match
    }
    guard !type.meaning.contains(.abbreviation) else { return nil }
    guard !means(type.end, .thisDocument) else { return nil }
    if isLaw(type), let match = numberedLaw(at: index, type) { return match }
    if let match = namedLaw(at: index, type, isBasis: isBasis) { return match }
    guard
      isBasis
        || isNext && isLaw(type) && (self[index - 1].isComma || means(index - 1, .and)),
      self[index].isCapital
    else { return nil }
    return unnumbered(at: index, type)
  }

  // MARK: With a number

  private func numbered(type: Int, from index: Int) -> CitationMatch? {
    if means(index, .of) { return numberedBehindIssuer(type: type, from: index + 1) }
    var next = index
    // Words may stand between type and number: Kế hoạch phối hợp số 05-KHPH/…
    while self[next].kind == .word, !means(next, .number), next < index + 5,
      self[next].opens.isDisjoint(with: .grammar), phrase(at: next, meaning: .documentType) == nil
    {
      next += 1
    }
    let words = next - index
    if means(next, .number) {
      next += 1
      if self[next].isMark(UInt8(ascii: ":")) { next += 1 }
      guard let number = documentNumber(at: next, blanks: true) else { return nil }
      if number.symbol.isEmpty {
        // Công văn khẩn số 1280
        let isUrgent = phrase(at: index, meaning: .urgency)?.end == index + words
        guard words == 0 || isUrgent, !isAmount(at: next) else { return nil }
      }
      return dated(type: type, number: number)
    }
    guard self[index].kind == .number, let number = documentNumber(at: index, blanks: false)
    else { return nil }
    let match = dated(type: type, number: number)
    return number.symbol.isEmpty && (match.date == nil || number.number.count != 1) ? nil : match
  }

  /// `Nghị định của Chính phủ số 29/1998/NĐ-CP`: the issuer stands before the number.
  private func numberedBehindIssuer(type: Int, from index: Int) -> CitationMatch? {
    var next = index
    while self[next].kind == .word, !means(next, .number), next < index + 10,
      phrase(at: next, meaning: .documentType) == nil
    {
      next += 1
    }
    guard next > index, means(next, .number) else { return nil }
    let start = self[next + 1].isMark(UInt8(ascii: ":")) ? next + 2 : next + 1
    guard let number = documentNumber(at: start, blanks: false), !number.symbol.isEmpty else {
      return nil
    }
    var match = dated(type: type, number: number)
    match.issuer = index..<next
    return match
  }

  /// Whether a bare number is an amount and no document's: `nghị quyết số 5 trường hợp`.
  private func isAmount(at index: Int) -> Bool {
    self[index + 1].isMark(UInt8(ascii: "%")) || self[index].length > 5
  }

  /// The citation with the date behind its number, and its issuer.
  func dated(type: Int, number: DocumentNumber) -> CitationMatch {
    var match = CitationMatch(
      end: number.end, type: type, number: number, date: nil, issuer: 0..<0, title: 0..<0)
    var next = number.end
    // Nghị quyết số 10/2031/NQ-HĐND tỉnh ngày 7/12/2031
    if !number.symbol.isEmpty, let place = phrase(at: next, meaning: .place),
      means(place.end, .day)
    {
      next = place.end
    }
    if self[next].isComma || self[next].isMark(UInt8(ascii: "(")) { next += 1 }
    if means(next, .sign) { next += 1 }
    if let issued = phrase(at: next, meaning: .issued) { next = issued.end }
    // A slip: ngày ngày 04 tháng 9 năm 2020
    if means(next, .day), means(next + 1, .day) { next += 1 }
    if let date = dateOfIssue(at: next) {
      match.date = date.period
      match.end = date.end
    }
    match.issuer = issuer(behind: match.end)
    dateBehindIssuer(of: &match)
    return match
  }

  /// Takes the date that stands behind the issuer: `Nghị định số 16/CP của Chính phủ ngày 21/4/1994`.
  func dateBehindIssuer(of match: inout CitationMatch) {
    let behind = afterParentheses(match.issuer.upperBound)
    guard match.date == nil, !match.issuer.isEmpty, means(behind, .day),
      let date = dateOfIssue(at: behind)
    else { return }
    match.date = date.period
    match.end = date.end
  }

  private func dateOfIssue(at index: Int) -> DateMatch? {
    let isDay = means(index, .day)
    guard isDay || self[index].kind == .number else { return nil }
    guard let match = dayNumbers(at: isDay ? index + 1 : index, afterDayWord: isDay),
      isDay || match.period.start.year != nil
    else {
      guard isDay, let date = date(at: index), date.period.end == nil else { return nil }
      return date
    }
    return match
  }

  // MARK: The fact

  /// The fact that a citation is.
  func fact(_ match: CitationMatch, from index: Int) -> Fact {
    let type = lexicon.documentTypes[match.type]
    var reference = Reference(type: type.capitalised, typeCode: nil, date: match.date?.edtf)
    if let number = match.number {
      reference.number = number.number.isEmpty ? nil : code(number.number)
      reference.symbol = number.symbol.isEmpty ? nil : code(number.symbol)
      reference.code =
        number.number.isEmpty ? nil : code(number.number.lowerBound..<number.end)
      reference.typeCode = type.code(for: number.isParty ? .party : .state) ?? type.stateCode
    } else {
      reference.typeCode = type.stateCode ?? type.partyCode
    }
    if !match.issuer.isEmpty { reference.issuer = squeezed(match.issuer) }
    if !match.title.isEmpty { reference.title = squeezed(match.title) }
    return fact(.reference(reference), index..<match.end)
  }
}

extension DocumentType {
  /// The word as it begins a name, `Kế hoạch`.
  var capitalised: String {
    word.prefix(1).uppercased() + word.dropFirst()
  }
}

extension TokenisedText {
  /// The text of the tokens with one blank for every run of white space.
  func squeezed(_ range: Range<Int>) -> String {
    let text = slice(range)
    guard
      text.utf8.contains(where: { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 })
        || range.contains(where: {
          $0 > range.lowerBound && self[$0].isSpaced
            && self[$0].start - self[$0 - 1].end > 1
        })
    else { return text }
    var result = ""
    for index in range {
      if index > range.lowerBound, self[index].isSpaced { result += " " }
      result += slice(index..<index + 1)
    }
    return result
  }

  /// A fact over tokens.
  func fact(_ value: Fact.Value, _ range: Range<Int>) -> Fact {
    let scalars = scalars(range)
    return Fact(
      text: folded.slice(string, scalars),
      range: TextRange(scalars.lowerBound, scalars.upperBound), value: value)
  }
}
