/// A text as keywords are looked for in it: one byte a Unicode scalar, without case and with the tone
/// marks of `hoà`/`hòa` in one place.
///
/// The index of a byte is the index of its scalar, so what is found needs no map back:
///
/// ```swift
/// let text = FoldedText("Uỷ ban nhân dân")
/// text.matches(Keyword("ủy ban"), at: 0)  // true
/// text.codes.count                        // 15, the scalars of the text
/// ```
///
/// ASCII stands for itself in lower case, the 67 accented letters of Vietnamese from `0x80` on in
/// alphabetical order; `Code` names the rest. Decomposed letters are not joined: fold NFC text.
public struct FoldedText: Sendable {
  /// A byte for every scalar of the text.
  public private(set) var codes: [UInt8]

  /// For every scalar, where it starts in the text's UTF-8, and the length of the UTF-8 at the end.
  public private(set) var offsets: [Int32]

  /// Which scalars are capital letters.
  public private(set) var capitals: [Bool]

  /// Folds a text.
  public init(_ text: String) {
    codes = []
    offsets = []
    capitals = []
    fold(text)
  }

  /// Makes room to fold texts into, one after the other.
  public init() {
    codes = []
    offsets = []
    capitals = []
  }

  /// How many scalars the text has.
  @inlinable
  public var count: Int { codes.count }

  /// Folds another text, reusing the memory of the one before.
  ///
  /// With a limit only that many scalars are folded: what opens a paragraph costs the same however
  /// long the paragraph is.
  public mutating func fold(_ text: String, limit: Int = .max) {
    removeAll()
    append(text, limit: limit)
  }

  /// Folds another text behind those before, and returns the places of its scalars; `take(_:of:)` makes
  /// it a text by itself again.
  ///
  /// With it the openings of many texts are kept in one memory.
  @discardableResult
  public mutating func append(_ text: String, limit: Int) -> Range<Int> {
    // The length that stands behind the offsets of the text before takes a place of its own.
    if !offsets.isEmpty {
      codes.append(0)
      capitals.append(false)
    }
    let start = codes.count
    Folding.fold(text, limit: limit, to: &codes, &capitals, &offsets)
    return start..<codes.count
  }

  /// Becomes a stretch of a text that was folded, as if it alone had been.
  public mutating func take(_ range: Range<Int>, of other: FoldedText) {
    removeAll()
    codes.append(contentsOf: other.codes.span, range)
    capitals.append(contentsOf: other.capitals.span, range)
    offsets.append(contentsOf: other.offsets.span, range.lowerBound..<range.upperBound + 1)
    let start = other.offsets[range.lowerBound]
    var places = offsets.mutableSpan
    for place in places.indices { places[place] -= start }
  }

  /// Makes room for so many scalars, of texts that are appended one behind the other.
  public mutating func reserveCapacity(_ count: Int) {
    codes.reserveCapacity(count)
    offsets.reserveCapacity(count)
    capitals.reserveCapacity(count)
  }

  private mutating func removeAll() {
    guard !offsets.isEmpty else { return }
    // Which costs less than to remove all.
    codes.removeLast(codes.count)
    offsets.removeLast(offsets.count)
    capitals.removeLast(capitals.count)
  }

  /// Whether the keyword stands at the index, wherever the word begins or ends.
  @inlinable
  public func hasPrefix(_ keyword: Keyword, at index: Int) -> Bool {
    let wanted = keyword.codes
    guard index >= 0, index + wanted.count <= codes.count else { return false }
    for step in wanted.indices where codes[index + step] != wanted[step] { return false }
    return true
  }

  /// Whether the keyword stands at the index as whole words; a blank in it matches one or more blanks
  /// only where there is just one: use `end(of:at:)` for text with stray blanks.
  @inlinable
  public func matches(_ keyword: Keyword, at index: Int) -> Bool {
    hasPrefix(keyword, at: index) && isWordBoundary(index)
      && isWordBoundary(index + keyword.codes.count)
  }

  /// Where the keyword that stands at the index as whole words ends, or `nil` where it does not stand
  /// there; a blank in the keyword matches any run of white space.
  @inlinable
  public func end(of keyword: Keyword, at index: Int) -> Int? {
    guard isWordBoundary(index) else { return nil }
    var position = index
    for wanted in keyword.codes {
      guard position < codes.count else { return nil }
      if wanted == 0x20 {
        guard Code.isSpace(codes[position]) else { return nil }
        repeat { position += 1 } while position < codes.count && Code.isSpace(codes[position])
      } else {
        guard codes[position] == wanted else { return nil }
        position += 1
      }
    }
    return isWordBoundary(position) ? position : nil
  }

  /// Whether a word begins or ends at the index: not both sides of it are letters or digits.
  @inlinable
  public func isWordBoundary(_ index: Int) -> Bool {
    index <= 0 || index >= codes.count || !Code.isWord(codes[index - 1])
      || !Code.isWord(codes[index])
  }

  /// The range of UTF-8 bytes of the text that holds a range of scalars.
  public func bytes(_ range: Range<Int>) -> Range<Int> {
    Int(offsets[range.lowerBound])..<Int(offsets[range.upperBound])
  }

  /// The text between two scalars, as it stands in `text`, which must be the text that was folded.
  public func slice(_ text: String, _ range: Range<Int>) -> String {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: Int(offsets[range.lowerBound]))
    let end = utf8.index(utf8.startIndex, offsetBy: Int(offsets[range.upperBound]))
    return String(Substring(utf8[start..<end]))
  }
}

/// A word or phrase to look for in folded texts.
public struct Keyword: Hashable, Sendable {
  /// The folded bytes.
  public let codes: [UInt8]

  /// Folds a phrase, written in any case and with the tone in any place.
  public init(_ phrase: String) {
    codes = FoldedText(phrase).codes
  }
}
