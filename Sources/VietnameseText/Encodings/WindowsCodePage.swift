/// Windows-1252, in which Windows shows bytes whose encoding it does not know.
///
/// Word stores the text of a legacy font as these characters, so U+20AC stands for byte 80; after
/// reading as Latin-1 the same byte is U+0080. The five undefined bytes stand for themselves.
public enum WindowsCodePage {
  /// The characters of 80 to 9F.
  private static let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
    0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC,
    0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]

  /// The character of a byte.
  public static func scalar(of byte: UInt8) -> UInt32 {
    byte & 0xE0 == 0x80 ? upper[Int(byte & 0x1F)] : UInt32(byte)
  }

  /// The byte that a scalar stands for, or `nil` where Windows-1252 has no such character.
  public static func byte(of scalar: UInt32) -> UInt8? {
    if scalar <= 0xFF { return UInt8(scalar) }
    guard scalar <= 0x2122, scalar >= 0x152, scalar < 0x1A0 || scalar >= 0x2C6,
      scalar < 0x2E0 || scalar >= 0x2013
    else { return nil }
    return upper.firstIndex(of: scalar).map { 0x80 | UInt8($0) }
  }
}
