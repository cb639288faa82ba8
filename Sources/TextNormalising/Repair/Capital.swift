/// Capital letters of the Latin alphabet.
enum Capital {
  /// The capital of a letter; every other scalar stays.
  static func of(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x61...0x7A: scalar - 0x20
    case ..<0xE0: scalar
    case 0xE0...0xFE: scalar == 0xF7 ? scalar : scalar - 0x20
    case 0x100..<0x130, 0x168..<0x178, 0x1A0..<0x1A6, 0x1EA0..<0x1EFA: scalar & ~1
    case 0x1B0: 0x1AF
    default: scalar
    }
  }

  /// Whether the scalar is a capital letter.
  static func isCapital(_ scalar: UInt32) -> Bool { isLetter(scalar) && of(scalar) == scalar }

  /// Whether the scalar is a letter of the Latin alphabet, accented or not.
  static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar | 0x20 >= 0x61 && scalar | 0x20 <= 0x7A }
    return scalar >= 0xC0 && scalar < 0x250 && scalar != 0xD7 && scalar != 0xF7
      || scalar >= 0x1E00 && scalar < 0x1F00
  }
}
