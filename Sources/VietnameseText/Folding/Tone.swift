/// The five tone marks (dấu thanh) of folded letters.
enum Tone {
  /// Puts the tone of an open `oa`, `oe` or `uy` that ends at a place on its first letter: `hoà` becomes
  /// `hòa`, `thuỷ` becomes `thủy`.
  ///
  /// `quỳ` keeps its own. For closed syllables (`hoàn`) this is not called.
  static func unifyPosition(
    in codes: inout MutableSpan<UInt8>, from first: Int, endingAt last: Int
  ) {
    guard last > first, let moved = move(codes[last - 1], codes[last]),
      codes[last - 1] != 0x75 || last < first + 2 || codes[last - 2] != 0x71
    else { return }
    codes[last - 1] = moved.0
    codes[last] = moved.1
  }

  /// Whether the second of two letters may give its tone to the first, o or u.
  @inline(__always)
  static func mayMove(_ before: UInt8, _ code: UInt8) -> Bool {
    (before == 0x6F || before == 0x75) && code >= Code.firstLetter
  }

  /// The pair with its tone on the first letter, or `nil` where the second letter is no toned a, e or y.
  private static func move(_ first: UInt8, _ second: UInt8) -> (UInt8, UInt8)? {
    let pair = first == 0x6F ? afterO[Int(second)] : afterU[Int(second)]
    return pair == 0 ? nil : (UInt8(pair >> 8), UInt8(pair & 0xFF))
  }

  /// For every second letter after o, the pair with its tone moved, first letter in the high byte, or 0.
  private static let afterO = pairs("òỏõóọ", [("àảãáạ", "a"), ("èẻẽéẹ", "e")])
  private static let afterU = pairs("ùủũúụ", [("ỳỷỹýỵ", "y")])

  private static func pairs(_ first: String, _ seconds: [(String, Unicode.Scalar)]) -> [UInt16] {
    var table = [UInt16](repeating: 0, count: 256)
    for (toned, plain) in seconds {
      for (moved, letter) in zip(first.unicodeScalars, toned.unicodeScalars) {
        table[Int(Code.letter(letter))] =
          UInt16(Code.letter(moved)) << 8 | UInt16(Code.letter(plain))
      }
    }
    return table
  }
}
