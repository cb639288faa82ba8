package import VietnameseText

/// The openings of all lines of a document, each folded once for everybody who looks at it.
///
/// Of a document of more than some hundred pages the rest is folded again where it is looked at: memory must
/// not grow with it.
package struct FoldedLines: Sendable {
  /// The openings that are kept, one behind the other.
  package private(set) var text = FoldedText()

  /// The opening that was folded last of those that are not kept.
  package private(set) var last = FoldedText()

  /// How many scalars of a line are kept: enough for its letters, two markers and a heading.
  private static let limit = 200

  /// How many scalars are kept of all lines.
  private static let most = 1 << 20

  /// How many scalars of a line are kept on an average, and a little more.
  private static let usual = 120

  /// Makes room for the openings of so many lines.
  package init(lineCount: Int = 0) {
    text.reserveCapacity(min(lineCount * FoldedLines.usual, FoldedLines.most))
  }

  /// Folds the opening of a line; the result is its place, or `nil` where it is not kept.
  package mutating func fold(_ words: String) -> Range<Int>? {
    if text.count < FoldedLines.most { return text.append(words, limit: FoldedLines.limit) }
    last.fold(words, limit: FoldedLines.limit)
    return nil
  }

  /// Folds a line from a scalar on, as far as the limit.
  package func fold(_ line: Line, from start: Int = 0, limit: Int, into text: inout FoldedText) {
    fold(line.text, at: line.folded, from: start, limit: limit, into: &text)
  }

  /// Folds a text that may be kept at a place, from a scalar on, as far as the limit.
  package func fold(
    _ words: String, at place: Range<Int>?, from start: Int = 0, limit: Int,
    into text: inout FoldedText
  ) {
    // What is shorter than the limit is kept whole.
    guard let place, start <= place.count,
      place.count < FoldedLines.limit || start + limit <= FoldedLines.limit
    else {
      let rest = words.utf8.dropFirst(start == 0 ? 0 : words.byteOffset(ofScalar: start))
      return text.fold(String(Substring(rest)), limit: limit)
    }
    let first = place.lowerBound + start
    text.take(first..<min(place.upperBound, first + limit), of: self.text)
  }
}
