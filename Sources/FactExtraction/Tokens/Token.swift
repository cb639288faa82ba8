/// A word, a number or a mark of a text.
struct Token: Sendable {
  /// What a token is.
  enum Kind: UInt8, Sendable {
    /// Letters.
    case word
    /// Digits.
    case number
    /// Any other character that is no white space, alone.
    case mark
    /// What stands before the first and behind the last token.
    case none
  }

  /// Its first scalar.
  var start: Int32 = 0

  /// The scalar behind its last.
  var end: Int32 = 0

  /// Its folded bytes as one integer, or 0 where they are more than eight.
  var key: UInt64 = 0

  /// The node of the lexicon that it opens, or 0.
  var node: Int32 = 0

  /// What phrases that it opens may mean.
  var opens: Meaning = []

  /// What it is.
  var kind = Kind.none

  /// Whether white space stands before it.
  var isSpaced = false

  /// Whether its first letter is a capital.
  var isCapital = false

  /// Whether all of its letters are capitals.
  var isUppercase = false

  /// Whether a fact may begin with it: it is a number, or a word that opens one.
  var mayOpenFact: Bool { kind == .number || !opens.isDisjoint(with: .fact) }

  /// Whether one of its letters is none of ASCII; false for more than eight.
  var hasAccent: Bool { key & 0x8080_8080_8080_8080 != 0 }

  /// How many scalars it has.
  var length: Int { Int(end - start) }

  /// Whether it is the mark with the folded byte.
  func isMark(_ code: UInt8) -> Bool { kind == .mark && key == UInt64(code) }

  /// Whether it is one of the dashes, which all fold to `-`.
  var isDash: Bool { isMark(UInt8(ascii: "-")) }

  /// Whether it is a slash.
  var isSlash: Bool { isMark(UInt8(ascii: "/")) }

  /// Whether it is a comma.
  var isComma: Bool { isMark(UInt8(ascii: ",")) }

  /// Whether it is a full stop.
  var isStop: Bool { isMark(UInt8(ascii: ".")) }
}

extension Token {
  /// The number that the digits say, or `nil` for other tokens and more than eight digits.
  var number: Int? {
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

/// The keys of words that the grammar of dates, references and tasks is written with.
enum Word {
  /// The key of a word.
  static func key(_ word: String) -> UInt64 { TokenisedText.keys(of: word).first ?? 0 }

  static let and = key("và")
  static let by = key("của")
  static let number = key("số")
  static let day = key("ngày")
  static let month = key("tháng")
  static let year = key("năm")
  static let quarter = key("quý")
  static let quarterWithI = key("quí")
  static let quarterMisspelled = key("qúy")
  static let until = key("đến")
  static let from = key("từ")
  static let first = key("đầu")
  static let last = key("cuối")
  static let per = key("trên")
  static let first6 = key("sáu")
}
