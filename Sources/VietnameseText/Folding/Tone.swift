/// The five tone marks (dấu thanh) of folded letters.
enum Tone {
  /// Puts the tone of an open `oa`, `oe`, `uy` on its first letter: `hoà` becomes `hòa`, `thuỷ`
  /// becomes `thủy`; closed syllables (`hoàn`) and `qu` keep theirs.
  static func unifyPositions(in codes: inout [UInt8], from first: Int = 1) {
    var index = max(first, 1)
    while index < codes.count {
      let before = codes[index - 1]
      if mayMove(before, codes[index]), let moved = move(before, codes[index]) {
        let isClosed = index + 1 < codes.count && Code.isLetter(codes[index + 1])
        let isQu = before == 0x75 && index >= 2 && codes[index - 2] == 0x71
        if !isClosed && !isQu {
          codes[index - 1] = moved.0
          codes[index] = moved.1
        }
      }
      index += 1
    }
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
