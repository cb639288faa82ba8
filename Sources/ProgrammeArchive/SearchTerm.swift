internal import VietnameseText

/// A word or a phrase that is searched for.
public struct SearchTerm: Hashable, Sendable {
  /// The words as typed, in the order in which they have to stand.
  public var words: [String]

  /// Whether the last word may go on.
  public var isPrefix: Bool

  /// The terms of what was typed: words, phrases in quotation marks, a `*` behind what may go on.
  ///
  /// An argument with blanks is a phrase: its quotation marks were the shell's. Where it has quotation marks of
  /// its own, these tell its phrases.
  public static func terms(of arguments: [String]) -> [SearchTerm] {
    arguments.flatMap { argument -> [SearchTerm] in
      let text = argument.composed
      var pieces = [""]
      for character in text {
        if quotes.contains(character) {
          pieces.append("")
        } else {
          pieces[pieces.count - 1].append(character)
        }
      }
      // Every second piece stands between quotation marks.
      if pieces.count == 1 { return [SearchTerm(text)].compactMap { $0 } }
      return pieces.enumerated().flatMap { index, piece -> [SearchTerm] in
        if index % 2 == 1 {
          let goesOn = index + 1 < pieces.count && pieces[index + 1].first == "*"
          return [SearchTerm(goesOn ? piece + "*" : piece)].compactMap { $0 }
        }
        return piece.split(separator: " ").compactMap { SearchTerm(String($0)) }
      }
    }
  }

  private static let quotes: Set<Character> = ["\"", "“", "”", "«", "»"]

  /// Makes a term of words and a `*` behind them; `nil` where there is no word.
  private init?(_ text: String) {
    let parts: [Substring] = text.split(whereSeparator: { !KeyWords.isPart($0) })
    words = parts.map { String($0) }
    isPrefix = text.last == "*"
    if words.isEmpty { return nil }
  }

  /// The words of the search key.
  var keys: [String] { words.map(SearchKey.of) }

  /// Whether the term has letters with marks.
  var hasMarks: Bool { words.contains { $0.lowercased() != SearchKey.of($0) } }

  /// The term in the query language of FTS5.
  static func query(_ words: [String], _ isPrefix: Bool) -> String {
    "\"" + words.joined(separator: " ") + "\"" + (isPrefix ? " *" : "")
  }
}

extension [SearchTerm] {
  /// All terms for the index by the search key.
  var keyQuery: String { map { SearchTerm.query($0.keys, $0.isPrefix) }.joined(separator: " ") }

  /// All terms for the index as written, or `nil` where none of them has marks.
  var writtenQuery: String? {
    guard contains(where: \.hasMarks) else { return nil }
    return map { SearchTerm.query($0.words, $0.isPrefix) }.joined(separator: " ")
  }

  /// Where the terms stand in a text, in Unicode code points.
  func ranges(in text: String) -> [Range<Int>] {
    var words: [(key: String, range: Range<Int>)] = []
    var word = String.UnicodeScalarView()
    var place = 0
    func close() {
      guard !word.isEmpty else { return }
      words.append((SearchKey.of(String(word)), place - word.count..<place))
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if KeyWords.isPart(Character(scalar)) { word.append(scalar) } else { close() }
      place += 1
    }
    close()
    var found: [Range<Int>] = []
    for term in self {
      let keys = term.keys
      for start in words.indices where start + keys.count <= words.count {
        let stands = keys.indices.allSatisfy { step in
          let key = words[start + step].key
          return term.isPrefix && step == keys.count - 1
            ? key.hasPrefix(keys[step]) : key == keys[step]
        }
        if stands {
          found.append(
            words[start].range.lowerBound..<words[start + keys.count - 1].range.upperBound)
        }
      }
    }
    return found.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
      .reduce(into: []) { merged, range in
        guard let last = merged.last, range.lowerBound < last.upperBound else {
          merged.append(range)
          return
        }
        merged[merged.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      }
  }
}
