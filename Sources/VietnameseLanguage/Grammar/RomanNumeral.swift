/// Roman numbers as outlines use them, I to XXXIX.
public enum RomanNumeral {
  /// The value of folded letters, or `nil` where they are no Roman number in its regular form.
  public static func value(of codes: ArraySlice<UInt8>) -> Int? {
    // Most words are none, and their first letter tells.
    guard let first = codes.first,
      first == UInt8(ascii: "i") || first == UInt8(ascii: "v") || first == UInt8(ascii: "x")
    else { return nil }
    var rest = codes
    var value = 0
    while rest.first == UInt8(ascii: "x"), value < 30 {
      value += 10
      rest = rest.dropFirst()
    }
    for (letters, worth) in units where rest.elementsEqual(letters) {
      return value + worth > 0 ? value + worth : nil
    }
    return nil
  }

  /// The Roman number of a value in small letters, or `nil` beyond XXXIX.
  public static func text(of value: Int) -> String? {
    guard value > 0, value < 40 else { return nil }
    return String(repeating: "x", count: value / 10)
      + String(decoding: units[value % 10].0, as: UTF8.self)
  }

  private static let units: [([UInt8], Int)] = [
    "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix",
  ].enumerated().map { (Array($1.utf8), $0) }
}
