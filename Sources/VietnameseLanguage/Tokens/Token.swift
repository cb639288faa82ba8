internal import VietnameseText

/// A word, a number or a mark of a text.
public struct Token: Sendable {
  /// What a token is.
  public enum Kind: UInt8, Sendable {
    /// Letters.
    case word
    /// Digits.
    case number
    /// Any other character that is no white space, alone.
    case mark
    /// What stands before the first and behind the last token.
    case none
  }

  /// What phrases that it opens may mean.
  public internal(set) var opens = Meaning()

  /// Its folded bytes as one integer; for a word of more than eight letters the key that the lexicon
  /// gave it, or 0.
  public internal(set) var key: UInt64 = 0

  /// Its first scalar.
  public internal(set) var start: Int32 = 0

  /// The scalar behind its last.
  public internal(set) var end: Int32 = 0

  /// The node of the lexicon that it opens, or 0.
  var node: Int32 = 0

  /// What it is.
  public internal(set) var kind = Kind.none

  /// Whether white space stands before it.
  public internal(set) var isSpaced = false

  /// Whether its first letter is a capital.
  public internal(set) var isCapital = false

  /// Whether all of its letters are capitals.
  public internal(set) var isUppercase = false

  /// Whether a fact may begin with it: it is a number, or a word that opens one.
  @inlinable
  public var mayOpenFact: Bool { kind == .number || !opens.isDisjoint(with: .fact) }

  /// Whether one of its letters is none of ASCII; false for more than eight.
  @inlinable
  public var hasAccent: Bool { length <= 8 && key & 0x8080_8080_8080_8080 != 0 }

  /// How many scalars it has.
  @inlinable
  public var length: Int { Int(end - start) }

  /// Whether it is the mark with the folded byte.
  @inlinable
  public func isMark(_ code: UInt8) -> Bool { kind == .mark && key == UInt64(code) }

  /// Whether it is one of the dashes, which all fold to `-`.
  @inlinable
  public var isDash: Bool { isMark(UInt8(ascii: "-")) }

  /// Whether it is a slash.
  @inlinable
  public var isSlash: Bool { isMark(UInt8(ascii: "/")) }

  /// Whether it is a comma.
  @inlinable
  public var isComma: Bool { isMark(UInt8(ascii: ",")) }

  /// Whether it is a full stop.
  @inlinable
  public var isStop: Bool { isMark(UInt8(ascii: ".")) }
}

extension Token {
  /// The number that the digits say, or `nil` for other tokens and more than eight digits.
  public var number: Int? {
    guard kind == .number, key != 0 else { return nil }
    var value = 0
    var scale = 1
    var rest = key
    while rest != 0 {
      value += Int(rest & 0xF) * scale
      scale *= 10
      rest >>= 8
    }
    return value
  }
}
