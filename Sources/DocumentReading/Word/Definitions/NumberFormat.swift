internal import VietnameseLanguage

/// How a counter is printed (`w:numFmt`, ECMA-376 Part 1, 17.18.59).
enum NumberFormat: Hashable {
  case decimal, decimalZero, upperRoman, lowerRoman, upperLetter, lowerLetter
  case bullet, none
  case ordinal, cardinalText, ordinalText, hexadecimal, chicago
  case enclosedCircle, numberInDash, fullWidth
  /// Vietnamese words: một, hai, ba.
  case vietnameseCounting
  /// Decimal with at least this many digits, from formats such as `001, 002, 003, ...`.
  case padded(Int)
  /// A format that is not known; printed as decimal.
  case unknown

  /// The format of a name, which is not known where it is `nil` or strange.
  init(_ name: String?) {
    switch name {
    case "decimal": self = .decimal
    case "decimalZero": self = .decimalZero
    case "upperRoman": self = .upperRoman
    case "lowerRoman": self = .lowerRoman
    case "upperLetter": self = .upperLetter
    case "lowerLetter": self = .lowerLetter
    case "bullet": self = .bullet
    case "none": self = .none
    case "ordinal": self = .ordinal
    case "cardinalText": self = .cardinalText
    case "ordinalText": self = .ordinalText
    case "hex": self = .hexadecimal
    case "chicago": self = .chicago
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": self = .enclosedCircle
    case "numberInDash": self = .numberInDash
    case "decimalFullWidth", "decimalFullWidth2": self = .fullWidth
    case "decimalHalfWidth": self = .decimal
    case "vietnameseCounting": self = .vietnameseCounting
    default: self = .unknown
    }
  }

  /// The format of an example such as `001, 002, 003, ...` (`w:numFmt w:val="custom"`).
  init(example: String) {
    let digits = example.utf8.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
    self = digits > 0 ? .padded(min(digits, 10)) : .unknown
  }

  /// Whether the number is printed in digits, with zeros before it or without.
  var isDecimal: Bool {
    switch self {
    case .decimal, .decimalZero, .padded: true
    default: false
    }
  }

  /// Whether the level has a number at all.
  var isCounted: Bool { self != .bullet && self != .none }
}

extension NumberFormat {
  /// The number as the format prints it; nothing for bullets and levels without number.
  func text(of number: Int) -> String {
    switch self {
    case .bullet, .none: ""
    case .decimal, .unknown: String(number)
    case .decimalZero: number >= 0 && number < 10 ? "0\(number)" : String(number)
    case .padded(let digits):
      String(repeating: "0", count: max(0, digits - String(number).utf8.count)) + String(number)
    case .upperRoman: Self.roman(number).uppercased()
    case .lowerRoman: Self.roman(number)
    case .upperLetter: Self.letters(number).uppercased()
    case .lowerLetter: Self.letters(number)
    case .ordinal: Self.ordinal(number)
    case .cardinalText: EnglishNumber.cardinal(number)
    case .ordinalText: EnglishNumber.ordinal(number)
    case .hexadecimal: String(max(number, 0), radix: 16, uppercase: true)
    case .chicago: Self.chicago(number)
    case .enclosedCircle: Self.enclosed(number)
    case .numberInDash: "- \(number) -"
    case .fullWidth: String(String.UnicodeScalarView(Self.fullWidth(number)))
    case .vietnameseCounting: Lexicon.standard.numberWords(number)
    }
  }

  /// Roman numerals go to 3999; beyond, Word prints the number in digits.
  private static func roman(_ number: Int) -> String {
    guard (1...3999).contains(number) else { return String(number) }
    let steps: [(Int, String)] = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var rest = number
    var text = ""
    for (value, letters) in steps {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }

  /// a to z, then aa, bb, … zz, then aaa: the same letter again, as Word counts.
  private static func letters(_ number: Int) -> String {
    // 30 times the alphabet: more letters than that no reader counts, and a hostile start is no work.
    guard number >= 1, number <= 26 * 30 else { return String(number) }
    let letter = UnicodeScalar(UInt8(0x61 + (number - 1) % 26))
    return String(repeating: String(letter), count: (number - 1) / 26 + 1)
  }

  private static func ordinal(_ number: Int) -> String {
    let lastTwo = number % 100
    guard lastTwo < 11 || lastTwo > 13 else { return "\(number)th" }
    switch number % 10 {
    case 1: return "\(number)st"
    case 2: return "\(number)nd"
    case 3: return "\(number)rd"
    default: return "\(number)th"
    }
  }

  /// *, †, ‡, §, then each twice, and so on.
  private static func chicago(_ number: Int) -> String {
    guard number >= 1, number <= 4 * 30 else { return String(number) }
    let marks = ["*", "†", "‡", "§"]
    return String(repeating: marks[(number - 1) % 4], count: (number - 1) / 4 + 1)
  }

  /// ① to ⑳; beyond, digits.
  private static func enclosed(_ number: Int) -> String {
    guard (1...20).contains(number), let scalar = UnicodeScalar(UInt32(0x2460 + number - 1)) else {
      return String(number)
    }
    return String(scalar)
  }

  private static func fullWidth(_ number: Int) -> [UnicodeScalar] {
    String(number).unicodeScalars.map {
      (0x30...0x39).contains($0.value) ? UnicodeScalar($0.value - 0x30 + 0xFF10) ?? $0 : $0
    }
  }
}
