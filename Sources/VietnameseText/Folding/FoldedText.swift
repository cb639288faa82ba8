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
  public var count: Int { codes.count }

  /// Folds another text, reusing the memory of the one before.
  ///
  /// With a limit only that many scalars are folded: what opens a paragraph costs the same however
  /// long the paragraph is.
  public mutating func fold(_ text: String, limit: Int = .max) {
    var text = text
    var firstTone: Int?
    text.withUTF8 { bytes in
      makeRoom(for: unsafe Self.scalarCount(of: bytes, limit: limit))
      unsafe codes.withUnsafeMutableBufferPointer { codes in
        unsafe offsets.withUnsafeMutableBufferPointer { offsets in
          unsafe capitals.withUnsafeMutableBufferPointer { capitals in
            unsafe firstTone = Self.fold(bytes, codes, offsets, capitals)
          }
        }
      }
    }
    if let firstTone { Tone.unifyPositions(in: &codes, from: firstTone) }
  }

  /// Gives the arrays one element for every scalar, and `offsets` one more.
  private mutating func makeRoom(for count: Int) {
    if codes.count > count {
      codes.removeLast(codes.count - count)
      capitals.removeLast(capitals.count - count)
    } else {
      codes.append(contentsOf: repeatElement(0, count: count - codes.count))
      capitals.append(contentsOf: repeatElement(false, count: count - capitals.count))
    }
    if offsets.count > count + 1 {
      offsets.removeLast(offsets.count - count - 1)
    } else {
      offsets.append(contentsOf: repeatElement(0, count: count + 1 - offsets.count))
    }
  }

  /// How many scalars the UTF-8 holds, as far as the limit.
  private static func scalarCount(of bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
    if bytes.count <= limit {
      var count = 0
      for index in 0..<bytes.count where unsafe bytes[index] & 0xC0 != 0x80 { count += 1 }
      return count
    }
    var count = 0
    var index = 0
    while index < bytes.count, count < limit {
      let lead = unsafe bytes[index]
      index += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      count += 1
    }
    return count
  }

  /// Folds as many scalars as there is room for, and returns the first place where a tone might move.
  private static func fold(
    _ bytes: UnsafeBufferPointer<UInt8>, _ codes: UnsafeMutableBufferPointer<UInt8>,
    _ offsets: UnsafeMutableBufferPointer<Int32>, _ capitals: UnsafeMutableBufferPointer<Bool>
  ) -> Int? {
    let table = Code.table
    var firstTone: Int?
    var index = 0
    var place = 0
    while place < codes.count, index < bytes.count {
      let lead = unsafe bytes[index]
      unsafe offsets[place] = Int32(truncatingIfNeeded: index)
      if lead < 0x80 {
        let isCapital = lead &- 0x41 < 26
        unsafe codes[place] = isCapital ? lead | 0x20 : lead
        unsafe capitals[place] = isCapital
        index += 1
      } else {
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var scalar = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for step in 1..<length where index + step < bytes.count {
          scalar = unsafe scalar << 6 | UInt32(bytes[index + step] & 0x3F)
        }
        let (code, isCapital) = table.of(scalar)
        unsafe codes[place] = code
        unsafe capitals[place] = isCapital
        if firstTone == nil, place > 0, unsafe Tone.mayMove(codes[place - 1], code) {
          firstTone = place
        }
        index += length
      }
      place += 1
    }
    unsafe offsets[place] = Int32(truncatingIfNeeded: index)
    return firstTone
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

  /// The text between two scalars, as it stands in `text`, which must be the text that was folded.
  public func slice(_ text: String, _ range: Range<Int>) -> String {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: Int(offsets[range.lowerBound]))
    let end = utf8.index(
      start, offsetBy: Int(offsets[range.upperBound] - offsets[range.lowerBound]))
    return String(text[start..<end])
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
