extension NumberFormat {
  /// The format of a number that binary files and RTF give it (MSONFC, [MS-OSHARED] 2.2.1.3).
  init(code: Int) {
    self = Self.formatsByCode[code] ?? .unknown
  }

  private static let formatsByCode: [Int: NumberFormat] = [
    0: .decimal, 1: .upperRoman, 2: .lowerRoman, 3: .upperLetter, 4: .lowerLetter, 5: .ordinal,
    6: .cardinalText, 7: .ordinalText, 8: .hexadecimal, 9: .chicago, 14: .fullWidth,
    15: .decimal, 18: .enclosedCircle, 19: .fullWidth, 22: .decimalZero, 23: .bullet,
    28: .enclosedCircle, 57: .numberInDash, 255: .none,
  ]
}
