internal import DocumentLines
internal import VietnameseLanguage
internal import VietnameseText

/// Telling the lines of a signature.
enum SignatureShape {
  /// Whether the line says for whom somebody signs, such as `T/M BAN THƯỜNG VỤ`.
  static func isAuthority(_ text: FoldedText) -> Bool {
    guard let end = text.end(ofAny: Phrases.authorities), end < text.count else { return false }
    let next = text.skippingBlanks(end)
    return next < text.count && Code.isLetter(text.codes[next])
  }

  /// Whether the line names a position, such as `PHÓ BÍ THƯ THƯỜNG TRỰC`.
  static func isPosition(_ text: FoldedText) -> Bool { text.opens(withAny: Phrases.positions) }

  /// Whether the line stands for the signature, such as `(Đã ký)`.
  static func isSigned(_ text: FoldedText) -> Bool {
    guard text.count < 30 else { return false }
    return text.opens(withAny: Phrases.signed)
      || (0..<text.count).contains { text.end(ofAny: Phrases.signedWords, at: $0) != nil }
  }

  /// Whether the line looks like the name of a person: two to six words, each with a capital, nothing else.
  ///
  /// Where all is in capitals a title looks the same (`CHẾ ĐỘ KẾ TOÁN`): only a surname tells.
  static func isName(_ text: FoldedText) -> Bool {
    guard text.count >= 4, text.count <= 50 else { return false }
    if text.capitals[1], !text.opens(withAny: Phrases.surnames) { return false }
    var words = 0
    var index = 0
    while index < text.count {
      let code = text.codes[index]
      if Code.isSpace(code) || code == UInt8(ascii: ".") {
        index += 1
        continue
      }
      guard Code.isLetter(code), text.capitals[index] else { return false }
      words += 1
      while index < text.count, Code.isLetter(text.codes[index]) { index += 1 }
      if index < text.count, !Code.isSpace(text.codes[index]),
        text.codes[index] != UInt8(ascii: ".")
      {
        return false
      }
    }
    return words >= 2 && words <= 6
  }
}
