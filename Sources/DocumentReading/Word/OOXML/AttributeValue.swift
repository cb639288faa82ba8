// Values of attributes.
extension String {
  /// The whole number that the value spells, kept within ±`largestNumber`, or `nil`.
  ///
  /// Word writes `w:val="720"` and, from some converters, `720.0`: what follows the digits is ignored.
  var integer: Int? {
    var digits = utf8[...]
    while digits.first == UInt8(ascii: " ") { digits.removeFirst() }
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    var value: Int?
    for byte in digits {
      guard (0x30...0x39).contains(byte) else { break }
      value = min((value ?? 0) * 10 + Int(byte) - 0x30, Self.largestNumber)
    }
    return value.map { isNegative ? -$0 : $0 }
  }

  /// The number that hexadecimal digits spell, up to U+10FFFF, or `nil`.
  var hexadecimal: UInt32? {
    guard utf8.first != UInt8(ascii: "+"), let value = UInt32(self, radix: 16), value <= 0x10FFFF
    else { return nil }
    return value
  }

  /// Whether the value says that a property is off (ECMA-376 Part 1, 17.17.4).
  var isOff: Bool { self == "0" || self == "false" || self == "off" }

  /// Numbers in attributes end here: ids are 32-bit, and hostile ones must not overflow.
  private static let largestNumber = 0x7FFF_FFFF
}
