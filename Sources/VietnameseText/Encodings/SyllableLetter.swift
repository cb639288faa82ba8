/// The letters that syllables are tested with: one byte a letter, the letter in five bits, its tone in
/// three.
///
/// `ầ` is the letter â with the tone huyền; capitals are told apart by `isCapital`.
struct SyllableLetter: Hashable, Sendable {
  /// The letter in the lower five bits, 1 to 29 in alphabetical order or `foreign`; the tone above.
  var code: UInt8

  /// Whether it is a capital.
  var isCapital: Bool

  /// A letter that Vietnamese does not have.
  static let foreign: UInt8 = 30

  /// The letter of a scalar, or `nil` where the scalar is no letter of the Latin alphabet.
  @inline(__always)
  static func of(_ scalar: UInt32) -> SyllableLetter? {
    let entry: UInt8
    if scalar < 0x250 {
      entry = low[Int(scalar)]
    } else if scalar &- 0x1EA0 < 0x5A {
      entry = high[Int(scalar &- 0x1EA0)]
    } else {
      return nil
    }
    if entry == 0 { return nil }
    let isCapital =
      scalar < 0x80 ? scalar & 0x20 == 0 : scalar < 0x100 ? scalar < 0xDF : isEven(scalar)
    return SyllableLetter(code: entry, isCapital: isCapital)
  }

  /// From U+0100 on capitals have even numbers, but for Ơ (1A0), ơ … and Ư (1AF), ư (1B0).
  @inline(__always)
  private static func isEven(_ scalar: UInt32) -> Bool {
    scalar == 0x1AF || scalar != 0x1B0 && scalar & 1 == 0
  }

  /// The rows of letters with their tones: ngang, huyền, hỏi, ngã, sắc, nặng.
  static let alphabet: [String] = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "b", "c", "d", "đ", "eèẻẽéẹ", "êềểễếệ", "g", "h", "iìỉĩíị", "k",
    "l", "m", "n", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "p", "q", "r", "s", "t", "uùủũúụ", "ưừửữứự", "v",
    "x", "yỳỷỹýỵ",
  ]

  private static let low = table(0, 0x250)
  private static let high = table(0x1EA0, 0x5A)

  private static func table(_ first: UInt32, _ count: Int) -> [UInt8] {
    var table = [UInt8](repeating: 0, count: count)
    // Every other letter of the blocks is foreign: all but ª, º, × and ÷ from U+00C0 on, f, j, w, z.
    for value in [UInt32](0x41...0x5A) + [UInt32](0x61...0x7A) + [UInt32](0xC0..<0x250)
    where value >= first && value < first + UInt32(count) && value != 0xD7 && value != 0xF7 {
      table[Int(value - first)] = foreign
    }
    for (index, row) in alphabet.enumerated() {
      for (tone, scalar) in row.unicodeScalars.enumerated() {
        let code = UInt8(tone) << 5 | UInt8(index + 1)
        let capital = scalar.properties.uppercaseMapping.unicodeScalars.first ?? scalar
        for value in [scalar.value, capital.value] {
          if value >= first && value < first + UInt32(count) { table[Int(value - first)] = code }
        }
      }
    }
    return table
  }
}
