internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Reads the facts of one text after the other.
///
/// One walk over the tokens: each recogniser is asked what begins at one, in the order of `fact(at:)`, and what is
/// found is jumped over, so facts never overlap.
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
    var list = CitationRecogniser.CitationList()
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
      if token.opens.contains(.documentType),
        let announced = CitationRecogniser.citationList(at: index, in: text)
      {
        list = announced
        lastEnd = announced.colon - 1
        index = announced.colon
        continue
      }
      if token.opens.contains(.documentType),
        let match = CitationRecogniser.citation(
          at: index, isBasis: index == object, isNext: index == lastEnd + 1 && isBasis, in: text)
      {
        add(CitationRecogniser.fact(match, in: text), from: index, to: &facts)
        list.unissued = 0
        if object >= 0, index == object { lastObject = object }
        list.goOn(with: match)
        lastEnd = max(match.end, match.issuer.upperBound)
        index = match.end
        continue
      }
      if token.isStop, text[index + 1].isSpaced { list = CitationRecogniser.CitationList() }
      if list.type >= 0, index == list.colon || CitationRecogniser.joinsCitations(index, in: text),
        let match = CitationRecogniser.elliptic(
          at: index + 1, of: list, isNear: index <= lastEnd + 1, in: text)
      {
        let unissued = list.isBare ? list.unissued : 0
        list.goOn(with: match)
        if list.unissued == 0 { issue(&facts, last: unissued, by: match.issuer) }
        add(CitationRecogniser.fact(match, in: text), from: index + 1, to: &facts)
        lastEnd = max(match.end, match.issuer.upperBound)
        index = match.end
        continue
      }
      if token.kind == .number, let match = CitationRecogniser.untyped(at: index - 1, in: text) {
        add(CitationRecogniser.fact(match, in: text), from: index - 1, to: &facts)
        lastEnd = max(match.end, match.issuer.upperBound)
        index = match.end
        continue
      }
      if let found = fact(token, at: index) {
        let isListed = text.means(index - 1, .plural)
        add(found, from: index, to: &facts)
        index = found.end
        if case .place(let name) = found.value {
          while let next = PlaceRecogniser.nextPlace(at: index, isListed: isListed, in: text) {
            let range = next.kindEnd..<next.end
            let other = Name(name: text.squeezed(range), kind: name.kind)
            add(
              RecognisedFact(.place(other), end: next.end), from: next.kindEnd, to: &facts)
            index = next.end
          }
        }
        continue
      }
      index += 1
    }
    return facts
  }

  /// The fact that begins at a token, references apart.
  private func fact(_ token: Token, at index: Int) -> RecognisedFact? {
    QuantityRecogniser.fact(token, at: index, in: text)
      ?? DateRecogniser.fact(token, at: index, in: text)
      ?? CampaignRecogniser.fact(token, at: index, in: text)
      ?? BodyRecogniser.fact(token, at: index, in: text)
      ?? PlaceRecogniser.fact(token, at: index, in: text)
  }

  /// Gives the last documents the issuer of the one that ends their list: `Nghị quyết số 18, 19 của …`.
  private func issue(_ facts: inout [Fact], last count: Int, by issuer: Range<Int>) {
    for place in facts.indices.suffix(issuer.isEmpty ? 0 : count) {
      guard case .reference(var reference) = facts[place].value else { continue }
      reference.issuer = text.squeezed(issuer)
      facts[place].value = .reference(reference)
    }
  }

  /// Adds a fact that begins at a token.
  private mutating func add(
    _ found: RecognisedFact, from index: Int, to facts: inout [Fact]
  ) {
    facts.append(text.fact(found.value, index..<found.end))
    places.append(index..<found.end)
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
