/// Letters of Greek and Cyrillic that look like Latin ones.
enum LookAlike {
  /// The Latin letter that a letter looks like, or `nil`.
  static func latin(_ scalar: UInt32) -> UInt32? {
    guard scalar >= 0x391 && scalar <= 0x458 else { return nil }
    let latin = table[Int(scalar - 0x391)]
    return latin == 0 ? nil : UInt32(latin)
  }

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
