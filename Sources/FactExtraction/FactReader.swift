internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Reads the facts of one text after the other.
///
/// One walk over the tokens: each is asked what it can begin, in the order of the list in `addFact`,
/// and what is found is jumped over, so facts never overlap.
///
/// ```swift
/// var reader = FactReader()
/// reader.facts(in: "Hoàn thành trước ngày 24/4/2026").map(\.text)  // ["ngày 24/4/2026"]
/// ```
struct FactReader: Sendable {
  /// The text read last.
  private(set) var text: TokenisedText

  /// The tokens that the facts of the text read last stand in.
  private(set) var places: [Range<Int>] = []

  /// Makes a reader that looks words up in a lexicon.
  init(lexicon: Lexicon = .standard) { text = TokenisedText(lexicon: lexicon) }

  /// The facts of a text in their order.
  mutating func facts(in string: String) -> [Fact] {
    text.read(string)
    places.removeAll(keepingCapacity: true)
    guard text.count > 0 else { return [] }
    let isBasis = text.isBasis
    guard isBasis || text.mayHoldFact else { return [] }
    var facts: [Fact] = []
    // The object of Căn cứ stands behind it, and behind each semicolon.
    var object = isBasis ? text.basisObject(at: 0) : -1
    // A list of bases goes on behind a semicolon only where the part before was a document.
    var lastObject = -1
    var list = TokenisedText.CitationList()
    var lastEnd = -1
    var index = 0
    while index < text.count {
      // Most tokens begin nothing; they are passed over at the cost of one look.
      if !isBasis, index > lastEnd + 1 {
        while index < text.count, !text.tokens[index].mayOpenFact,
          !list.mayGoOn(text.tokens[index])
        {
          index += 1
        }
        guard index < text.count else { break }
      }
      let token = text[index]
      if isBasis, index > 0, text[index - 1].isMark(UInt8(ascii: ";")) {
        object = text.basisObject(at: index, goesOn: object >= 0 && lastObject == object)
      }
      if token.opens.contains(.documentType), let announced = text.citationList(at: index) {
        list = announced
        lastEnd = announced.colon - 1
        index = announced.colon
        continue
      }
      if token.opens.contains(.documentType),
        let match = text.citation(
          at: index, isBasis: index == object, isNext: index == lastEnd + 1 && isBasis)
      {
        facts.append(text.fact(match, from: index))
        places.append(index..<match.end)
        if object >= 0, index == object { lastObject = object }
        list.goOn(with: match)
        lastEnd = max(match.end, match.issuer.upperBound)
        index = match.end
        continue
      }
      if token.isStop, text[index + 1].isSpaced { list = TokenisedText.CitationList() }
      if list.type >= 0, index == list.colon || text.joinsCitations(index),
        let match = text.elliptic(at: index + 1, of: list, isNear: index <= lastEnd + 1)
      {
        list.goOn(with: match)
        facts.append(text.fact(match, from: index + 1))
        places.append(index + 1..<match.end)
        lastEnd = max(match.end, match.issuer.upperBound)
        index = match.end
        continue
      }
      if token.kind == .number, let match = text.untyped(at: index - 1) {
        facts.append(text.fact(match, from: index - 1))
        places.append(index - 1..<match.end)
        lastEnd = max(match.end, match.issuer.upperBound)
        index = match.end
        continue
      }
      if token.kind == .number || !token.opens.isDisjoint(with: .named),
        let end = addFact(at: index, token, to: &facts)
      {
        places.append(index..<end)
        let isListed = text.means(index - 1, .plural)
        index = end
        if case .place(let name)? = facts.last?.value {
          while let next = text.nextPlace(at: index, isListed: isListed) {
            let range = next.kindEnd..<next.end
            let other = Name(name: text.squeezed(range), kind: name.kind)
            facts.append(text.fact(.place(other), range))
            places.append(range)
            index = next.end
          }
        }
        continue
      }
      index += 1
    }
    return facts
  }

  /// Adds the fact that begins at a token, references apart; the result is where it ends, or `nil` where none
  /// begins.
  private func addFact(at index: Int, _ token: Token, to facts: inout [Fact]) -> Int? {
    switch token.kind {
    case .number:
      if let match = text.quantity(at: index), !isDate(index, match) {
        guard let fact = text.fact(match, from: index) else { return nil }
        facts.append(fact)
        return match.end
      }
      return addDate(at: index, to: &facts)
    case .word:
      if let end = addDate(at: index, to: &facts) { return end }
      if token.opens.contains(.campaign), let match = text.campaign(at: index) {
        let name = Name(
          name: text.squeezed(text.quoted(match)), kind: text.squeezed(index..<match.kindEnd))
        facts.append(text.fact(.campaign(name), index..<match.end))
        return match.end
      }
      if !token.opens.isDisjoint(with: .bodies), let match = text.body(at: index) {
        let name = Name(
          name: text.squeezed(index..<match.end), kind: text.squeezed(index..<match.kindEnd))
        facts.append(text.fact(.organization(name), index..<match.end))
        return match.end
      }
      if !token.opens.isDisjoint(with: [.place, .numbered]), let match = text.place(at: index) {
        let name = Name(
          name: text.squeezed(index..<match.end), kind: text.squeezed(index..<match.kindEnd))
        facts.append(text.fact(.place(name), index..<match.end))
        return match.end
      }
      return nil
    case .mark, .none: return nil
    }
  }

  /// Whether what reads as a quantity is a date: `6 tháng cuối năm`, `20/11` of a feast.
  private func isDate(_ index: Int, _ match: TokenisedText.QuantityMatch) -> Bool {
    guard let date = text.date(at: index) else { return false }
    return date.end > match.end || date.period.start.year != nil
  }

  private func addDate(at index: Int, to facts: inout [Fact]) -> Int? {
    guard let match = text.date(at: index) else { return nil }
    facts.append(text.fact(.date(edtf: match.period.edtf), index..<match.end))
    return match.end
  }
}

extension TokenisedText {
  /// Whether the text is a legal basis: it begins with `Căn cứ`, perhaps behind a dash.
  var isBasis: Bool { basisStart != nil }

  private var basisStart: Int? {
    var index = 0
    while index < 2, self[index].kind == .mark { index += 1 }
    guard self[index].isCapital else { return nil }
    return phrase(at: index, meaning: .basisWord)?.end
  }

  /// The token that the direct object of `Căn cứ` begins with; -1 where no object stands, because neither
  /// the word nor a list of bases leads to it.
  func basisObject(at index: Int, goesOn: Bool = true) -> Int {
    var index = index
    if index == 0 { index = basisStart ?? 0 }
    if let basis = phrase(at: index, meaning: .basisWord) {
      index = basis.end
    } else if !goesOn {
      return -1
    }
    if means(index, .into) { index += 1 }
    if means(index, .plural) { index += 1 }
    return index
  }
}
