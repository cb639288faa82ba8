internal import ProgrammeModel

/// The dates that stand in a sentence, found by their tokens.
struct PlacedDates {
  /// A date.
  struct Date {
    /// Its tokens.
    var tokens: Range<Int>

    /// What it says, in EDTF.
    var edtf: String
  }

  /// The dates in the order of the text.
  let all: [Date]

  private let starts: [Int: Int]
  private let ends: [Int: Int]

  /// Takes the dates among facts; `places` are the tokens that the facts stand in.
  init(_ facts: ArraySlice<Fact>, places: ArraySlice<Range<Int>>) {
    var all: [Date] = []
    for (fact, tokens) in zip(facts, places) {
      if case .date(let edtf) = fact.value { all.append(Date(tokens: tokens, edtf: edtf)) }
    }
    self.init(all)
  }

  private init(_ dates: [Date]) {
    all = dates
    starts = Dictionary(
      uniqueKeysWithValues: dates.indices.map { (dates[$0].tokens.lowerBound, $0) })
    ends = Dictionary(uniqueKeysWithValues: dates.indices.map { (dates[$0].tokens.upperBound, $0) })
  }

  /// The date that begins at a token.
  func starting(at token: Int) -> Date? { starts[token].map { all[$0] } }

  /// The first date that begins at a token or behind it.
  func first(from token: Int) -> Date? {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low < all.count ? all[low] : nil
  }

  /// The date that ends before a token.
  func ending(at token: Int) -> Date? { ends[token].map { all[$0] } }
}
