internal import DocumentLines
internal import VietnameseText

/// A place in a line of the letterhead, moved on by what is read there.
///
/// ```swift
/// var cursor = LineCursor("ngày …… tháng 8 năm 2025")
/// cursor.takeStart("ngày")  // true; the cursor stands behind the word
/// cursor.skipFill()         // true: dots were there to be written on
/// ```
///
/// Indices count Unicode scalars. Of a line longer than `LineCursor.limit` only the beginning is looked
/// at, so that a paragraph of a megabyte that poses as a letterhead costs no more than a long line.
struct LineCursor {
  /// The line as written.
  let line: String

  /// The line, folded.
  let text: FoldedText

  /// The scalar that is read next.
  var index = 0

  /// The longest line that is read whole; the longest list of recipients seen has a third of it.
  static let limit = 6_000

  /// Starts at the beginning of a line.
  init(_ line: String) {
    self.line = line
    var text = FoldedText()
    text.fold(line, limit: Self.limit)
    self.text = text
  }

  /// The code at the cursor, or 0 at the end.
  var code: UInt8 { code(at: index) }

  /// The code at an index, or 0 outside the line.
  func code(at index: Int) -> UInt8 {
    text.codes.indices.contains(index) ? text.codes[index] : 0
  }

  /// Whether everything is read.
  var isAtEnd: Bool { index >= text.count }

  /// The words between two indices, white space at their ends removed.
  func words(_ range: Range<Int>) -> String {
    var range = range
    while let last = range.last, Code.isSpace(code(at: last)) { range.removeLastScalar() }
    while let first = range.first, Code.isSpace(code(at: first)) { range.removeFirstScalar() }
    return text.slice(line, range)
  }

  /// Goes over white space.
  mutating func skipBlanks() {
    while Code.isSpace(code) { index += 1 }
  }

  /// Goes over white space, dots and lines that are there to be written on; whether there were dots
  /// or lines.
  @discardableResult
  mutating func skipFill() -> Bool {
    var isMarked = false
    while Code.isSpace(code) || Self.isFill(code) {
      if !Code.isSpace(code) { isMarked = true }
      index += 1
    }
    return isMarked
  }

  /// Whether a code is a dot, an ellipsis or a low line.
  static func isFill(_ code: UInt8) -> Bool {
    code == UInt8(ascii: ".") || code == UInt8(ascii: "_") || code == Code.ellipsis
  }

  /// Takes a word that starts here, whatever follows it: `tháng5`.
  mutating func takeStart(_ keyword: Keyword) -> Bool {
    guard text.hasPrefix(keyword, at: index) else { return false }
    index += keyword.codes.count
    return true
  }

  /// Takes whole words; a blank of the keyword matches any white space.
  mutating func take(_ keyword: Keyword) -> Bool {
    guard let end = text.end(of: keyword, at: index) else { return false }
    index = end
    return true
  }

  /// Takes the first of several keywords that stands here as whole words.
  mutating func takeAny(_ keywords: [Keyword]) -> Bool {
    for keyword in keywords where take(keyword) { return true }
    return false
  }

  /// Takes one of the given ASCII characters, blanks before it included, and says which.
  mutating func takeMark(_ marks: String) -> UInt8? {
    var next = index
    while Code.isSpace(code(at: next)) { next += 1 }
    let found = code(at: next)
    guard found != 0, marks.utf8.contains(found) else { return nil }
    index = next + 1
    return found
  }

  /// Takes the digits that stand here, at most as many as wanted; none where more follow.
  mutating func takeDigits(atMost count: Int) -> Range<Int>? {
    var end = index
    while Code.isDigit(code(at: end)) { end += 1 }
    guard end > index, end - index <= count else { return nil }
    defer { index = end }
    return index..<end
  }

  /// Takes a number of at most as many digits as wanted.
  mutating func takeNumber(atMost count: Int) -> Int? {
    takeDigits(atMost: count).map { value(of: $0) }
  }

  /// Takes a year of the twentieth or the twenty-first century, written in full.
  mutating func takeYear() -> Int? {
    let start = index
    if let year = takeNumber(atMost: 4), (1900..<2100).contains(year) { return year }
    index = start
    return nil
  }

  /// The value of a few digits.
  func value(of digits: Range<Int>) -> Int {
    digits.prefix(9).reduce(0) { $0 * 10 + Int(code(at: $1) &- 0x30) }
  }
}

extension Range<Int> {
  fileprivate mutating func removeLastScalar() { self = lowerBound..<(upperBound - 1) }
  fileprivate mutating func removeFirstScalar() { self = (lowerBound + 1)..<upperBound }
}
