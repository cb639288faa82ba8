internal import ContentDigest
internal import ProgrammeModel

/// The style sheet and the script of the review page, from Pages/.
enum ReviewPage {
  /// The style sheet, with the colours of the kinds of facts where it has a place for them.
  static let style: String = {
    let colours = [variables(\.colours.light), variables(\.colours.dark), rules]
    var lines: [Substring] = []
    var place = 0
    for line in styleText.description.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasSuffix("/* kinds of facts */") else {
        lines.append(line)
        continue
      }
      let margin = line.prefix { $0 == " " }
      lines += colours[place].map { margin + $0 }
      place += 1
    }
    return lines.joined(separator: "\n")
  }()

  /// The colours of all kinds as variables, two kinds a line.
  private static func variables(_ colours: (FactKind) -> FactColours) -> [String] {
    let kinds = FactKind.allCases.map { kind in
      "--\(kind): \(colours(kind).ground); --\(kind)-line: \(colours(kind).line);"
    }
    return stride(from: 0, to: kinds.count, by: 2).map {
      kinds[$0..<min($0 + 2, kinds.count)].joined(separator: " ")
    }
  }

  /// The rules of the marks.
  private static var rules: [String] {
    FactKind.allCases.map {
      ".\($0) { background: var(--\($0)); border-color: var(--\($0)-line); }"
    }
  }

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
