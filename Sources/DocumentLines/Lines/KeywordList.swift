package import VietnameseText

/// Keywords that are looked for together; the first in the order of the list counts.
package struct KeywordList {
  /// The keywords, those that begin with one letter side by side.
  package let all: [Keyword]

  /// For every folded byte, where the keywords start that begin with it: most places of a text are done
  /// with after two looks.
  private let starts: [Int]

  /// The second folded bytes of `all`, 0 for a blank, which any white space matches, and for none.
  private let seconds: [UInt8]

  /// Makes a list.
  package init(_ keywords: [Keyword]) {
    all = keywords.enumerated().sorted {
      ($0.element.first, $0.offset) < ($1.element.first, $1.offset)
    }.map(\.element)
    var starts = [Int](repeating: 0, count: 257)
    for keyword in keywords { starts[keyword.first + 1] += 1 }
    for place in 1..<starts.count { starts[place] += starts[place - 1] }
    self.starts = starts
    seconds = all.map { $0.codes.count > 1 && $0.codes[1] != 0x20 ? $0.codes[1] : 0 }
  }

  /// The places of the keywords that begin with a folded byte.
  package func places(of first: UInt8) -> Range<Int> { starts[Int(first)]..<starts[Int(first) + 1] }

  /// Whether a keyword may go on with a folded byte behind its first: false is certain.
  package func mayGoOn(_ place: Int, with second: UInt8) -> Bool {
    seconds[place] == second || seconds[place] == 0
  }
}

extension Keyword {
  /// Its first folded byte; no keyword is empty.
  fileprivate var first: Int { Int(codes.first ?? 0) }
}

extension FoldedText {
  /// Where the first of the keywords that stands at the index as whole words ends, or `nil`.
  package func end(ofAny keywords: KeywordList, at index: Int = 0) -> Int? {
    guard index < count else { return nil }
    let places = keywords.places(of: codes[index])
    guard !places.isEmpty, isWordBoundary(index) else { return nil }
    let second = index + 1 < count ? codes[index + 1] : 0
    for place in places where keywords.mayGoOn(place, with: second) {
      if let end = end(of: keywords.all[place], at: index) { return end }
    }
    return nil
  }

  /// Whether one of the keywords opens the text.
  package func opens(withAny keywords: KeywordList) -> Bool { end(ofAny: keywords) != nil }
}
