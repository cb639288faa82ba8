/// How many columns a text takes on a terminal.
///
/// ```swift
/// TextWidth.columns(of: "Đảng bộ")              // 7
/// TextWidth.columns(of: "Đa\u{309}ng")          // 4: a mark stands over its letter
/// TextWidth.cut("Chương trình công tác", to: 10)  // "Chương tr…"
/// ```
enum TextWidth {
  /// The columns of a text.
  static func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// The columns of a scalar: none for marks and controls, two for the wide letters of East Asia.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: return 0
    case 0x20..<0x300: return 1
    case 0x200B...0x200F, 0xFEFF, 0xFE00...0xFE0F: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: return 0
      default: return 1
      }
    }
  }

  /// The text cut to so many columns, with an ellipsis where something is missing; line breaks and tabs
  /// are blanks.
  static func cut(_ text: String, to width: Int) -> String {
    guard width > 0 else { return "" }
    var result = ""
    var kept = ""
    var used = 0
    for scalar in text.unicodeScalars {
      let scalar = scalar == "\n" || scalar == "\t" ? " " : scalar
      // Controls of a document must not reach the terminal.
      if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) { continue }
      used += columns(of: scalar)
      if used > width { return kept + "…" }
      result.unicodeScalars.append(scalar)
      if used < width { kept = result }
    }
    return result
  }
}
