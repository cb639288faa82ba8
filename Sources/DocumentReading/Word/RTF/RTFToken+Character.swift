extension RTFToken {
  /// The character that a control word or symbol stands for, or `nil` where it stands for none.
  ///
  /// `\-` is the optional hyphen, which no line shows: it is none. The letter ư of TCVN3, which has the same
  /// number in Windows-1252, is written `\'ad`.
  var character: Unicode.Scalar? {
    switch self {
    case .symbol(let byte): Self.characters(bySymbol: byte)
    case .word(let word, _): Self.charactersByWord[word]
    default: nil
    }
  }

  private static func characters(bySymbol byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"): Unicode.Scalar(byte)
    case UInt8(ascii: "~"): "\u{A0}"
    case UInt8(ascii: "_"): "\u{2011}"
    default: nil
    }
  }

  private static let charactersByWord: [RTFWord: Unicode.Scalar] = [
    .tab: "\t", .line: "\n", .lbr: "\n", .emdash: "\u{2014}",
    .endash: "\u{2013}", .emspace: "\u{2003}", .enspace: "\u{2002}", .qmspace: "\u{2005}",
    .bullet: "\u{2022}", .lquote: "\u{2018}", .rquote: "\u{2019}", .ldblquote: "\u{201C}",
    .rdblquote: "\u{201D}", .zwj: "\u{200D}", .zwnj: "\u{200C}", .zwbo: "\u{200B}",
    .zwnbo: "\u{2060}", .ltrmark: "\u{200E}", .rtlmark: "\u{200F}",
  ]
}
