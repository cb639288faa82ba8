internal import VietnameseLanguage
internal import VietnameseText

/// A place in a line of the frame, moved on by what is read there.
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
    var (start, end) = (range.lowerBound, range.upperBound)
    while end > start, Code.isSpace(code(at: end - 1)) { end -= 1 }
    while start < end, Code.isSpace(code(at: start)) { start += 1 }
    return text.slice(line, start..<end)
  }

  /// Goes over white space.
  mutating func skipBlanks() { index = text.skippingBlanks(index) }

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

  /// Takes words with a meaning, the longest that stand here.
  mutating func take(_ meaning: Meaning, in lexicon: Lexicon) -> Bool {
    guard let end = text.end(of: meaning, in: lexicon, at: index) else { return false }
    index = end
    return true
  }

  /// Takes one of the given ASCII characters, blanks before it included, and says which.
  mutating func takeMark(_ marks: String) -> UInt8? {
    let next = text.skippingBlanks(index)
    let found = code(at: next)
    guard found != 0, marks.utf8.contains(found) else { return nil }
    index = next + 1
    return found
  }

  /// Takes the digits that stand here, at most as many as wanted; none where more follow.
  mutating func takeDigits(atMost count: Int) -> Bool {
    var end = index
    while Code.isDigit(code(at: end)) { end += 1 }
    guard end > index, end - index <= count else { return false }
    index = end
    return true
  }
}

/// The text with every run of white space as one blank, and none at its ends.
func squeezed(_ text: String) -> String {
  if isSqueezed(text) { return text }
  let pieces = text.unicodeScalars.split { $0.properties.isWhitespace }
  return pieces.map { String($0) }.joined(separator: " ")
}

/// Whether a look at the bytes is enough to see that squeezing changes nothing.
private func isSqueezed(_ text: String) -> Bool {
  var last: UInt8 = 0x20
  for byte in text.utf8 {
    switch byte {
    case 0..<0x20: return false
    case 0x20: if last == 0x20 { return false }
    // U+0085 and U+00A0; what begins with E2 or E3; U+1680.
    case 0xC2, 0xE2, 0xE3: return false
    case 0x9A: if last == 0xE1 { return false }
    default: break
    }
    last = byte
  }
  return last != 0x20
}
