internal import ProgrammeModel

/// The dates that stand in a sentence, found by their tokens.
struct PlacedDates {
  /// A date.
  struct Date {
    /// Its tokens.
    var tokens: Range<Int>

    /// What it says, in EDTF.
    var edtf: String

    /// Whether it is a span of days or months: two years joined by a slash have nine letters.
    var isSpanOfDays: Bool { edtf.utf8.count > 9 && edtf.utf8.contains(UInt8(ascii: "/")) }
  }

  /// The dates in the order of the text.
  let all: [Date]

  /// Takes the dates among facts; `places` are the tokens that the facts stand in.
  init(_ facts: ArraySlice<Fact>, places: ArraySlice<Range<Int>>) {
    var all: [Date] = []
    for (fact, tokens) in zip(facts.indices, places) {
      if case .date(let edtf) = facts[fact].value { all.append(Date(tokens: tokens, edtf: edtf)) }
    }
    self.all = all
  }

  /// The date that begins at a token.
  func starting(at token: Int) -> Date? {
    first(from: token).flatMap { $0.tokens.lowerBound == token ? $0 : nil }
  }

  /// The first date that begins at a token or behind it.
  func first(from token: Int) -> Date? {
    let place = place(from: token)
    return place < all.count ? all[place] : nil
  }

  /// The date that ends before a token.
  func ending(at token: Int) -> Date? {
    let place = place(from: token) - 1
    return place >= 0 && all[place].tokens.upperBound == token ? all[place] : nil
  }

  private func place(from token: Int) -> Int {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
