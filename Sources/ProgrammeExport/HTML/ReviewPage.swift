internal import ContentDigest
internal import ProgrammeModel

/// The style sheet and the script of the review page, from Pages/.
enum ReviewPage {
  /// The style sheet.
  static let style = styleText.description

  /// The script.
  static let script = scriptText.description

  /// The SHA-256 digest of the script in base 64, by which the page's policy knows it.
  static let scriptDigest = base64(hexadecimal: Digest.sha256(Array(script.utf8)))

  /// The base 64 form (RFC 4648, 4) of bytes in hexadecimal digits.
  static func base64(hexadecimal: String) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let bits = hexadecimal.compactMap(\.hexDigitValue).flatMap { digit in
      [8, 4, 2, 1].map { digit & $0 != 0 }
    }
    var text = ""
    for start in stride(from: 0, to: bits.count, by: 6) {
      let place = (start..<start + 6).reduce(0) { $0 * 2 + ($1 < bits.count && bits[$1] ? 1 : 0) }
      text.append(alphabet[place])
    }
    while text.count % 4 != 0 { text += "=" }
    return text
  }
}
