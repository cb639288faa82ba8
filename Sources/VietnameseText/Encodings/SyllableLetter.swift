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

/// What a scalar means to a word that is tested, in one number; see `SyllableLetter`.
struct LetterClass: Sendable {
  private var bits: UInt16

  private static let capital: UInt16 = 0x100
  private static let accented: UInt16 = 0x200
  private static let junk: UInt16 = 0x400
  private static let pair: UInt16 = 0x800

  /// What is no letter.
  @inline(__always)
  static var none: LetterClass { LetterClass(bits: 0) }

  /// The letter and its tone, 0 for what is no letter.
  var code: UInt8 { UInt8(truncatingIfNeeded: bits) }
  /// Whether it is a capital.
  var isCapital: Bool { bits & LetterClass.capital != 0 }
  /// Whether it is a letter beyond ASCII.
  var isAccented: Bool { bits & LetterClass.accented != 0 }
  /// Whether it is a sign that stands in no text.
  var isJunk: Bool { bits & LetterClass.junk != 0 }

  /// Whether it is a byte that a letter of two bytes or three may begin with.
  var beginsPair: Bool {
    get { bits & LetterClass.pair != 0 }
    set { bits = newValue ? bits | LetterClass.pair : bits & ~LetterClass.pair }
  }

  /// Adds what another letter is.
  @inline(__always)
  mutating func formUnion(_ other: LetterClass) { bits |= other.bits }

  private init(bits: UInt16) { self.bits = bits }

  /// Works out the class of a scalar.
  private init(_ scalar: UInt32) {
    bits = 0
    if let letter = SyllableLetter.of(scalar) {
      bits = UInt16(letter.code)
      if letter.isCapital { bits |= LetterClass.capital }
      if scalar >= 0x80 { bits |= LetterClass.accented }
    } else if LetterClass.isJunk(scalar) {
      bits = LetterClass.junk
    }
  }

  /// The class of a byte that an encoding does not have: that of the character of Windows-1252, which is
  /// no letter of Vietnamese beyond ASCII.
  private init(stranger byte: UInt8) {
    let scalar = WindowsCodePage.scalar(of: byte)
    self.init(scalar)
    if scalar >= 0x80, code != 0 { bits = bits & 0xFF00 | UInt16(SyllableLetter.foreign) }
  }

  /// Whether the scalar is a sign that stands in no text: controls, and `£`, `¶`, `±` and their like.
  private static func isJunk(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0xD7, 0xF7: true
    case 0xA0...0xBF: ![0xA0, 0xA7, 0xAB, 0xAD, 0xB0, 0xB2, 0xB3, 0xB7, 0xBB].contains(scalar)
    case 0x300..<0x370, 0x2C6, 0x2DC, 0x2020, 0x2021, 0x2030, 0x2039, 0x203A, 0x201A: true
    default: false
    }
  }

  /// The classes of all scalars: fetched once for a text, not once for a letter.
  static let table = Table()

  /// The classes of scalars and of bytes.
  struct Table: Sendable {
    private static let count: UInt32 = 0x203B

    /// Up to the last scalar that is a letter or junk.
    private let scalars = (0..<Table.count).map { LetterClass($0) }

    /// For every byte what it is where an encoding does not have it.
    private let strangers = (UInt8(0)...255).map { LetterClass(stranger: $0) }

    /// The class of a scalar.
    @inline(__always)
    subscript(scalar: UInt32) -> LetterClass {
      scalars[scalar < Table.count ? Int(scalar) : 0x20]
    }

    /// The class of a byte that an encoding does not have.
    @inline(__always)
    subscript(stranger byte: UInt8) -> LetterClass { strangers[Int(byte)] }
  }
}
