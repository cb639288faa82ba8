internal import VietnameseLanguage
internal import VietnameseText

/// Lists of documents of one type, which is said once.
///
/// ```text
/// số 1280/TTr-CP và số 1281/TTr-CP ngày 29/12/2025, số 18/TTr-CP ngày 17/01/2026
/// các Nghị quyết của Hội đồng nhân dân tỉnh: số 34/NQ-HĐND ngày … về …; số 16/NQ-HĐND ngày … về …
/// ```
extension CitationRecogniser {
  /// What is known of a list of documents.
  struct CitationList {
    /// The type of its documents, as its place in the lexicon; -1 where there is no list.
    var type = -1
    /// The colon that opens it, or -1.
    var colon = -1
    /// The tokens that name who issued all of them, before the colon.
    var issuer = 0..<0
    /// The symbol of the last document.
    var symbol = 0..<0
    /// Whether the last document has a number and nothing else: `Nghị quyết số 18`.
    var isBare = false
    /// How many documents of bare numbers stand before the next without an issuer.
    var unissued = 0

    /// Whether a token may join another document to the list.
    func mayGoOn(_ token: Token) -> Bool {
      type >= 0 && (token.kind == .mark || token.opens.contains(.and))
    }

    /// Takes a document into the list, or begins another with it.
    mutating func goOn(with match: CitationMatch) {
      if match.type != type { (colon, issuer) = (-1, 0..<0) }
      type = match.number == nil ? -1 : match.type
      symbol = match.number?.symbol ?? 0..<0
      isBare = match.date == nil && symbol.isEmpty
      unissued = isBare && match.issuer.isEmpty ? unissued + 1 : 0
    }
  }

  /// Whether a token stands between documents of a list.
  static func joinsCitations(_ index: Int, in text: TokenisedText) -> Bool {
    text[index].isComma || text.means(index, .and) || text[index].isMark(UInt8(ascii: ";"))
  }

  /// The list that a type word opens, whose documents stand behind a colon: `các Nghị quyết của Quốc hội: số …`.
  static func citationList(at index: Int, in text: TokenisedText) -> CitationList? {
    guard text.mayHold(UInt8(ascii: ":")),
      let type = text.phrase(at: index, meaning: .documentType), type.type >= 0,
      !type.meaning.contains(.abbreviation)
    else { return nil }
    var next = type.end
    while next < type.end + 16, text[next].kind == .word || text[next].isDash,
      !text.means(next, .number), !isCitationBehind(next, in: text)
    {
      next += 1
    }
    guard text[next].isMark(UInt8(ascii: ":")), text.means(next + 1, .number) else {
      return nil
    }
    let list = CitationList(
      type: type.type, colon: next, issuer: issuer(behind: type.end, in: text).clamped(to: 0..<next)
    )
    return elliptic(at: next + 1, of: list, isNear: true, in: text) == nil ? nil : list
  }

  /// The citation that goes on with the type of the one before: `, số 18/TTr-CP ngày 17/01/2026`.
  ///
  /// It begins behind the comma or `và`; without `số` it must have a symbol. Where words about the document before
  /// stand between, the symbol tells that it is of the list.
  static func elliptic(at index: Int, of list: CitationList, isNear: Bool, in text: TokenisedText)
    -> CitationMatch?
  {
    var next = index
    let hasWord = text.means(next, .number)
    if hasWord { next += 1 }
    if hasWord, text[next].isMark(UInt8(ascii: ":")) { next += 1 }
    guard let number = text.documentNumber(at: next, blanks: false) else { return nil }
    if number.symbol.isEmpty {
      guard list.isBare, isNear, isBareNumber(next, in: text) else { return nil }
      return dated(type: list.type, number: number, in: text)
    }
    guard
      hasWord || number.symbol.contains(where: { text[$0].isUppercase && text[$0].length > 1 }),
      isNear || isOfList(number, list, in: text)
    else { return nil }
    let type =
      isOfList(number, list, in: text) ? list.type : type(of: number, in: text) ?? list.type
    var match = dated(type: type, number: number, in: text)
    if match.issuer.isEmpty, type == list.type { match.issuer = list.issuer }
    return match
  }

  /// Whether a number is one of a list of bare numbers, `số 18, 19`, and counts nothing: `số 18, 12 xã`.
  private static func isBareNumber(_ index: Int, in text: TokenisedText) -> Bool {
    let next = text[index + 1]
    guard text[index].length <= 3, !text[index - 1].isMark(UInt8(ascii: ";")),
      text.date(at: index) == nil
    else { return false }
    if next.kind == .word {
      return text.phrase(at: index + 1, meaning: [.and, .of, .endOfIssuer]) != nil
    }
    return next.kind == .none || next.isComma || next.isStop && text[index + 2].kind != .number
      || next.isMark(UInt8(ascii: ";")) || next.isMark(UInt8(ascii: ")"))
  }

  /// A document that `số` and its symbol alone name: `theo số 134/QĐUB`; its type is that of the symbol.
  static func untyped(at index: Int, in text: TokenisedText) -> CitationMatch? {
    guard index > 0, text.means(index, .number), !text[index].isCapital,
      text[index - 1].kind == .mark
        || text.phrase(before: index, meaning: [.relation, .of, .and]) != nil,
      let number = text.documentNumber(at: index + 1, blanks: false),
      let type = type(of: number, in: text) ?? gluedType(of: number, in: text)
    else { return nil }
    return dated(type: type, number: number, in: text)
  }

  /// The type whose code opens a symbol that is one word: `QĐUB`.
  private static func gluedType(of number: DocumentNumber, in text: TokenisedText) -> Int? {
    guard number.symbol.count == 1, !number.isParty, text[number.symbol.lowerBound].isUppercase
    else { return nil }
    let symbol = text.slice(number.symbol)
    return text.lexicon.documentTypes.firstIndex {
      guard let code = $0.stateCode, code.unicodeScalars.count > 1 else { return false }
      return symbol.hasPrefix(code)
        && symbol.unicodeScalars.count > code.unicodeScalars.count + 1
    }
  }

  /// The type whose code stands in the symbol of a number: behind `Kết luận số 80-KL/TW`, `21/2031/QĐ-TTg` is a
  /// decision.
  private static func type(of number: DocumentNumber, in text: TokenisedText) -> Int? {
    for index in number.symbol where text[index].isUppercase && text[index].length > 1 {
      let code = text.slice(index..<index + 1)
      let type = text.lexicon.documentTypes.firstIndex {
        (number.isParty ? $0.partyCode : $0.stateCode) == code
      }
      if let type { return type }
    }
    return nil
  }

  /// Whether the symbol of a number has the code of the list's type, or is that of the document before.
  private static func isOfList(
    _ number: DocumentNumber, _ list: CitationList, in text: TokenisedText
  ) -> Bool {
    let type = text.lexicon.documentTypes[list.type]
    let codes = [type.stateCode, type.partyCode]
    return number.symbol.contains { codes.contains(text.slice($0..<$0 + 1)) }
      || !list.symbol.isEmpty && text.code(number.symbol) == text.code(list.symbol)
  }
}
