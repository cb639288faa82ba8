internal import VietnameseText

/// A number in Vietnamese punctuation: stops group thousands, the comma is the decimal mark.
///
/// ```text
/// 1.250      1250         12,5    12.5
/// 3.346,9    3346.9       01      1
/// 55.76      55.76        slips in the Latin manner are read as meant
/// ```
public struct Numeral: Hashable {
  /// The token behind it.
  public var end: Int
  /// Its digits with a point for the decimal mark.
  public var digits: String

  /// Its value.
  public var value: Double { Double(digits) ?? 0 }
}

extension TokenisedText {
  /// The token behind the number that begins at a token, and how it is punctuated; cheap, without text.
  public func numeralEnd(at index: Int) -> Int {
    var next = index + 1
    while self[next].isStop || self[next].isComma, !self[next].isSpaced,
      self[next + 1].kind == .number, !self[next + 1].isSpaced
    {
      next += 2
    }
    return next
  }

  /// The number that begins at a token, or `nil` where its digits and marks are no number.
  public func numeral(at index: Int) -> Numeral? {
    guard self[index].kind == .number else { return nil }
    let end = numeralEnd(at: index)
    var stops = 0
    var commas = 0
    for place in stride(from: index + 1, to: end, by: 2) {
      if self[place].isStop { stops += 1 } else { commas += 1 }
    }
    let last = self[end - 1]
    var digits = ""
    // 12.5 and 55.76 are Latin decimals; 1.250 is grouped; 1,250,000 is grouped in the Latin manner.
    let decimal: Int?
    switch (stops, commas) {
    case (0, 0): decimal = nil
    case (_, 1): decimal = end - 2
    case (1, 0): decimal = last.length == 3 ? nil : end - 2
    case (_, 0): decimal = nil
    default: decimal = stops == 1 ? end - 2 : nil
    }
    var place = index
    while place < end {
      if place > index {
        if place - 1 == decimal {
          digits += "."
        } else if self[place].length != 3 {
          return nil
        }
      }
      digits += slice(place..<place + 1)
      place += 2
    }
    while digits.utf8.count > 1, digits.utf8.first == UInt8(ascii: "0"),
      digits.utf8.dropFirst().first != UInt8(ascii: ".")
    {
      digits.removeFirst()
    }
    return Numeral(end: end, digits: digits)
  }

  /// The value of a Roman number that a token is, up to XXXIX, or `nil`.
  public func roman(at index: Int) -> Int? {
    let token = self[index]
    guard token.kind == .word else { return nil }
    return RomanNumeral.value(of: folded.codes[Int(token.start)..<Int(token.end)])
  }

  /// The value of the number that a token is in words, such as `sáu`, or `nil`.
  public func cardinal(at index: Int) -> Int? {
    phrase(at: index, meaning: .cardinal).flatMap { $0.value >= 0 ? $0.value : nil }
  }
}
