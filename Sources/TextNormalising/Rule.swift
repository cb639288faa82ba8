internal import VietnameseText

/// The rules by which text is changed.
enum Rule: Hashable {
  /// Letters of a legacy encoding, or of a word in Unicode among them.
  case decoding(LegacyEncoding?)
  /// Canonical composition.
  case nfc
  /// A tone before a hat or breve, which NFC leaves apart.
  case markOrder
  /// Ð and ð for Đ and đ.
  case letterD
  /// Letters that look like others: Cyrillic and Greek ones like Latin, ƣ like ư, Ⅳ like IV, a soft hyphen
  /// like a dash.
  case lookAlike
  /// Spaces of other kinds.
  case space
  /// Characters that are not seen.
  case invisible
  /// Line breaks of other kinds.
  case lineBreak
  /// Control characters.
  case control
  /// Ligatures and letters of full width.
  case compatibility
  /// Codes of symbol fonts.
  case symbolFont
  /// Small letters in a capital font.
  case capitalFont
  /// Small accented letters in a word of capitals.
  case caseRepair
  /// UTF-8 that was read as Windows-1252.
  case utf8As1252
  /// Windows-1252 that was read as Windows-1258.
  case as1258
  /// Bytes that are UTF-8 in a file that is not.
  case utf8
  /// Bytes 80 to 9F as Windows-1252.
  case windows1252

  /// The name, as it stands in the output; text in a legacy encoding is changed by a rule with its name.
  var name: String {
    switch self {
    case .decoding(let encoding): encoding?.rawValue ?? "unicode"
    case .nfc: "nfc"
    case .markOrder: "mark-order"
    case .letterD: "letter-d"
    case .lookAlike: "look-alike"
    case .space: "space"
    case .invisible: "invisible"
    case .lineBreak: "line-break"
    case .control: "control"
    case .compatibility: "compatibility"
    case .symbolFont: "symbol-font"
    case .capitalFont: "capital-font"
    case .caseRepair: "case-repair"
    case .utf8As1252: "utf-8-as-1252"
    case .as1258: "1252-as-1258"
    case .utf8: "utf-8"
    case .windows1252: "windows-1252"
    }
  }
}
