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
enum CitationRecogniser: FactRecogniser {
  static var words: Meaning { .documentType }

  static func fact(at index: Int, in text: TokenisedText) -> RecognisedFact? {
    citation(at: index, isBasis: false, in: text).map { fact($0, in: text) }
  }

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
  static func citation(at index: Int, isBasis: Bool, isNext: Bool = false, in text: TokenisedText)
    -> CitationMatch?
  {
    guard let type = text.phrase(at: index, meaning: .documentType), type.type >= 0 else {
      return nil
    }
    if let match = numbered(type: type.type, from: type.end, in: text) {
      let isShort = type.meaning.contains(.abbreviation)
      return isShort && (match.number?.symbol.isEmpty != false || !text[index].isUppercase)
        ? nil : match
    }
    guard !type.meaning.contains(.abbreviation) else { return nil }
    guard !text.means(type.end, .thisDocument) else { return nil }
    if isLaw(type, in: text), let match = numberedLaw(at: index, type, in: text) { return match }
    if let match = namedLaw(at: index, type, isBasis: isBasis, in: text) { return match }
    guard
      isBasis
        || isNext && isLaw(type, in: text)
          && (text[index - 1].isComma || text.means(index - 1, .and)),
      text[index].isCapital
    else { return nil }
    return unnumbered(at: index, type, in: text)
  }

  // MARK: With a number

  private static func numbered(type: Int, from index: Int, in text: TokenisedText) -> CitationMatch?
  {
    if text.means(index, .of) { return numberedBehindIssuer(type: type, from: index + 1, in: text) }
    var next = index
    // Words may stand between type and number: Kế hoạch phối hợp số 05-KHPH/…
    while text[next].kind == .word, !text.means(next, .number), next < index + 5,
      text[next].opens.isDisjoint(with: .grammar),
      text.phrase(at: next, meaning: .documentType) == nil
    {
      next += 1
    }
    let words = next - index
    if text.means(next, .number) {
      next += 1
      if text[next].isMark(UInt8(ascii: ":")) { next += 1 }
      guard let number = text.documentNumber(at: next, blanks: true) else { return nil }
      if number.symbol.isEmpty {
        // Công văn khẩn số 1280
        let isUrgent = text.phrase(at: index, meaning: .urgency)?.end == index + words
        guard words == 0 || isUrgent, !isAmount(at: next, in: text) else { return nil }
      }
      return dated(type: type, number: number, in: text)
    }
    guard text[index].kind == .number, let number = text.documentNumber(at: index, blanks: false)
    else { return nil }
    let match = dated(type: type, number: number, in: text)
    return number.symbol.isEmpty && (match.date == nil || number.number.count != 1) ? nil : match
  }

  /// `Nghị định của Chính phủ số 29/1998/NĐ-CP`: the issuer stands before the number.
  private static func numberedBehindIssuer(type: Int, from index: Int, in text: TokenisedText)
    -> CitationMatch?
  {
    var next = index
    while text[next].kind == .word, !text.means(next, .number), next < index + 10,
      text.phrase(at: next, meaning: .documentType) == nil
    {
      next += 1
    }
    guard next > index, text.means(next, .number) else { return nil }
    let start = text[next + 1].isMark(UInt8(ascii: ":")) ? next + 2 : next + 1
    guard let number = text.documentNumber(at: start, blanks: false), !number.symbol.isEmpty else {
      return nil
    }
    var match = dated(type: type, number: number, in: text)
    match.issuer = index..<next
    return match
  }

  /// Whether a bare number is an amount and no document's: `nghị quyết số 5 trường hợp`.
  private static func isAmount(at index: Int, in text: TokenisedText) -> Bool {
    text[index + 1].isMark(UInt8(ascii: "%")) || text[index].length > 5
  }

  /// The citation with the date behind its number, and its issuer.
  static func dated(type: Int, number: DocumentNumber, in text: TokenisedText) -> CitationMatch {
    var match = CitationMatch(
      end: number.end, type: type, number: number, date: nil, issuer: 0..<0, title: 0..<0)
    var next = number.end
    // Nghị quyết số 10/2031/NQ-HĐND tỉnh ngày 7/12/2031
    if !number.symbol.isEmpty, let place = text.phrase(at: next, meaning: .place),
      text.means(place.end, .day)
    {
      next = place.end
    }
    if text[next].isComma || text[next].isMark(UInt8(ascii: "(")) { next += 1 }
    if text.means(next, .sign) { next += 1 }
    if let issued = text.phrase(at: next, meaning: .issued) { next = issued.end }
    // A slip: ngày ngày 04 tháng 9 năm 2020
    if text.means(next, .day), text.means(next + 1, .day) { next += 1 }
    if let date = dateOfIssue(at: next, in: text) {
      match.date = date.period
      match.end = date.end
    }
    match.issuer = issuer(behind: match.end, in: text)
    dateBehindIssuer(of: &match, in: text)
    return match
  }

  /// Takes the date that stands behind the issuer: `Nghị định số 16/CP của Chính phủ ngày 21/4/1994`.
  static func dateBehindIssuer(of match: inout CitationMatch, in text: TokenisedText) {
    let behind = afterParentheses(match.issuer.upperBound, in: text)
    guard match.date == nil, !match.issuer.isEmpty, text.means(behind, .day),
      let date = dateOfIssue(at: behind, in: text)
    else { return }
    match.date = date.period
    match.end = date.end
  }

  private static func dateOfIssue(at index: Int, in text: TokenisedText) -> TokenisedText.DateMatch?
  {
    let isDay = text.means(index, .day)
    guard isDay || text[index].kind == .number else { return nil }
    guard let match = text.dayNumbers(at: isDay ? index + 1 : index, afterDayWord: isDay),
      isDay || match.period.start.year != nil
    else {
      guard isDay, let date = text.date(at: index), date.period.end == nil else { return nil }
      return date
    }
    return match
  }

  // MARK: The fact

  /// The fact that a citation is.
  static func fact(_ match: CitationMatch, in text: TokenisedText) -> RecognisedFact {
    let type = text.lexicon.documentTypes[match.type]
    var reference = Reference(type: type.capitalised, typeCode: nil, date: match.date?.edtf)
    if let number = match.number {
      reference.number = number.number.isEmpty ? nil : text.code(number.number)
      reference.symbol = number.symbol.isEmpty ? nil : text.code(number.symbol)
      reference.code =
        number.number.isEmpty ? nil : text.code(number.number.lowerBound..<number.end)
      reference.typeCode = type.code(for: number.isParty ? .party : .state) ?? type.stateCode
    } else {
      reference.typeCode = type.stateCode ?? type.partyCode
    }
    if !match.issuer.isEmpty { reference.issuer = text.squeezed(match.issuer) }
    if !match.title.isEmpty { reference.title = text.squeezed(match.title) }
    return RecognisedFact(.reference(reference), end: match.end)
  }
}

extension DocumentType {
  /// The word as it begins a name, `Kế hoạch`.
  var capitalised: String {
    word.prefix(1).uppercased() + word.dropFirst()
  }
}
