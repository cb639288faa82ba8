/// Markdown as far as it is written, with what the next line begins with.
///
/// Texts are escaped so that every sign prints as in the source (CommonMark, 2.4): a paragraph that
/// begins with `1.` or `-` stays a paragraph, `*` and `_` stay signs.
struct MarkdownText {
  /// What is written so far.
  private(set) var text = ""

  /// The blanks that stand before every line of the list item that is open.
  var indent = ""

  /// Writes a line of Markdown as it is.
  mutating func line(_ markdown: String) {
    text += indent + markdown + "\n"
  }

  /// Writes an empty line, which ends a block; never two of them.
  mutating func endBlock() {
    if !text.isEmpty && !text.hasSuffix("\n\n") { text += "\n" }
  }

  /// Writes a line of Markdown at the margin.
  mutating func outdentedLine(_ markdown: String) {
    text += markdown + "\n"
  }

  /// Writes what stands on the first line of a list item, after its bullet.
  mutating func bullet(_ markdown: String) {
    text += String(indent.dropLast(2)) + "- " + markdown + "\n"
  }
}

extension String {
  /// The text with every sign escaped that Markdown would take for its own.
  ///
  /// Line breaks become hard ones; `indent` stands before the lines after the first. At the start of a
  /// line, signs that open lists, headings and rules are escaped, too; where the text goes on after a
  /// marker, say that it does not start a line.
  func markdown(startsLine: Bool = true, indent: String = "") -> String {
    var escaped = ""
    var isFirst = true
    for line in split(omittingEmptySubsequences: false, whereSeparator: { $0.isNewline }) {
      if !isFirst { escaped += "\\\n" + indent }
      let trimmed = line.trimmingBlanks
      escaped += trimmed.markdownInline(startsLine: startsLine || !isFirst)
      isFirst = false
    }
    return escaped
  }

  /// The text for the cell of a table, all on one line.
  var markdownCell: String {
    split(omittingEmptySubsequences: false, whereSeparator: { $0.isNewline })
      .map { $0.trimmingBlanks.markdownInline(startsLine: false) }.joined(separator: "<br>")
  }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    var rest = self
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return rest
  }

  fileprivate func markdownInline(startsLine: Bool) -> String {
    let scalars = Array(unicodeScalars)
    // `-`, `+`, `=` and `#` open blocks as the first sign, `.` and `)` after up to nine digits.
    let digits = scalars.prefix { ("0"..."9").contains($0) }.count
    let opening = startsLine ? (digits > 0 && digits < 10 ? digits : 0) : -1
    var escaped = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "$": escaped.append("\\")
      case "-", "+", "=", "#": if place == 0 && opening == 0 { escaped.append("\\") }
      case ".", ")": if place == opening && place > 0 { escaped.append("\\") }
      default: break
      }
      escaped.append(scalar == "\t" ? " " : scalar)
    }
    return String(escaped)
  }
}
