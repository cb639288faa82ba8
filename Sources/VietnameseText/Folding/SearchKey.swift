/// What a text is looked up by: without case, with tones in one place and i and y as one.
///
/// ```swift
/// SearchKey("Quí IV, hoà bình") == SearchKey("QUÝ IV, HÒA BÌNH")  // true
/// SearchKey("kỹ thuật") == SearchKey("kĩ thuật")                  // true
/// SearchKey("tay") == SearchKey("tai")                            // false: another word
/// ```
///
/// Spelling is never changed in a text; whoever searches uses the key of both sides.
public struct SearchKey: Hashable, Sendable {
  /// The folded bytes, one a scalar; see `Code`.
  public let codes: [UInt8]

  /// Makes the key of a text in NFC.
  public init(_ text: String) {
    var codes = FoldedText(text).codes
    for index in codes.indices {
      let unified = SearchKey.i(for: codes[index])
      guard unified != 0, index > 0 else { continue }
      let isEnd = index + 1 == codes.count || !Code.isLetter(codes[index + 1])
      let isLoneVowel = SearchKey.onsets.contains(codes[index - 1])
      let isQu = index > 1 && codes[index - 1] == 0x75 && codes[index - 2] == 0x71
      if isEnd && (isLoneVowel || isQu) { codes[index] = unified }
    }
    self.codes = codes
  }

  /// The letters after which i and y are one sound: hi, kỹ, lý, mỹ, sỹ, tỷ.
  private static let onsets = Array("hklmst".utf8)

  /// The i with the tone of a y, or 0 for any other letter.
  private static func i(for code: UInt8) -> UInt8 { table[Int(code)] }

  private static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    for (y, i) in zip("yỳỷỹýỵ".unicodeScalars, "iìỉĩíị".unicodeScalars) {
      table[Int(Code.letter(y))] = Code.letter(i)
    }
    return table
  }()
}
