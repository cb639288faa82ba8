/// Letters that look like others: of Greek and Cyrillic like Latin ones, ƣ like ư, Ⅳ like IV.
enum LookAlike {
  /// The Latin letter that a letter looks like, or `nil`.
  static func latin(_ scalar: UInt32) -> UInt32? {
    guard scalar >= 0x391 && scalar <= 0x458 else { return nil }
    let latin = table[Int(scalar - 0x391)]
    return latin == 0 ? nil : UInt32(latin)
  }

  /// The letter that Ƣ or ƣ (U+01A2, U+01A3) stands for where a font draws them alike, or `nil`.
  static func hornedU(_ scalar: UInt32) -> UInt32? {
    scalar == 0x1A2 ? 0x1AF : scalar == 0x1A3 ? 0x1B0 : nil
  }

  /// The letters of a Roman number that is one character (U+2160 to U+217F), or `nil`.
  static func romanNumber(_ scalar: UInt32) -> [UInt32]? {
    guard (0x2160...0x217F).contains(scalar) else { return nil }
    let letters = romanNumbers[Int(scalar & 15)].utf8.map { UInt32($0) }
    return scalar < 0x2170 ? letters : letters.map { $0 | 0x20 }
  }

  private static let romanNumbers = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "L", "C", "D", "M",
  ]

  private static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 0x458 - 0x391 + 1)
    let cyrillic = zip("АВЕЅІЈКМНОРСТХаеорсухіѕј", "ABESIJKMHOPCTXaeopcyxisj")
    let greek = zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον", "ABEZHIKMNOPTYXov")
    for (letter, latin) in Array(cyrillic) + Array(greek) {
      guard let scalar = letter.unicodeScalars.first, let ascii = latin.asciiValue else { continue }
      if scalar.value >= 0x391, scalar.value <= 0x458 { table[Int(scalar.value - 0x391)] = ascii }
    }
    return table
  }()
}
