/// The names of the rules by which text is changed, as they stand in the output.
///
/// Text in a legacy encoding is changed by a rule with the encoding's name.
enum Rule {
  /// Canonical composition.
  static let nfc = "nfc"
  /// A tone before a hat or breve, which NFC leaves apart.
  static let markOrder = "mark-order"
  /// Ð and ð for Đ and đ.
  static let letterD = "letter-d"
  /// Cyrillic and Greek letters that look like Latin ones.
  static let lookAlike = "look-alike"
  /// Spaces of other kinds.
  static let space = "space"
  /// Characters that are not seen.
  static let invisible = "invisible"
  /// Line breaks of other kinds.
  static let lineBreak = "line-break"
  /// Control characters.
  static let control = "control"
  /// Ligatures and letters of full width.
  static let compatibility = "compatibility"
  /// Codes of symbol fonts.
  static let symbolFont = "symbol-font"
  /// Small letters in a capital font.
  static let capitalFont = "capital-font"
  /// Small accented letters in a word of capitals.
  static let caseRepair = "case-repair"
  /// UTF-8 that was read as Windows-1252.
  static let utf8As1252 = "utf-8-as-1252"
  /// Windows-1252 that was read as Windows-1258.
  static let as1258 = "1252-as-1258"
  /// Bytes that are UTF-8 in a file that is not.
  static let utf8 = "utf-8"
  /// Bytes 80 to 9F as Windows-1252.
  static let windows1252 = "windows-1252"
}
