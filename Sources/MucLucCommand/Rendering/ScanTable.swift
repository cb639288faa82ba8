internal import ProgrammeModel

/// What `mucluc scan` prints: a line for every file, columns that line up, the path last.
///
/// ```text
/// FORMAT  ENCODING      LEGACY  ATTENTION  FILE
/// docx    -               98 %  no         2004/qd-256.docx
/// doc     -                  0%  no        1999/kh-12.doc
/// odt     -                  -  no         1999/kh-13.odt: libreoffice
/// odt     -                  -  yes        1999/kh-13.odt: read.needs-libreoffice
/// ```
///
/// A format that is not read needs attention only where LibreOffice, which converts it, is not installed.
struct ScanTable: Sendable {
  /// The language of the head and the summary.
  var language: MessageLanguage

  /// Whether LibreOffice is installed.
  var hasOffice: Bool

  private var files = 0
  private var throughOffice = 0
  private var attention = 0
  private var formats: [String: Int] = [:]
  private var encodings: [String: Int] = [:]
  private var failures: [String: Int] = [:]

  private let heads: [String]
  private let widths: [Int]

  /// Starts a table.
  init(language: MessageLanguage, hasOffice: Bool = false) {
    self.language = language
    self.hasOffice = hasOffice
    let words: [Message] = [.scanFormat, .scanEncoding, .scanLegacy, .scanAttention, .scanFile]
    heads = words.map { $0.text(in: language) }
    widths = zip(heads, Self.widths).map { max($1, TextWidth.columns(of: $0) + 2) }
  }

  /// The widths that what stands in the columns needs.
  private static let widths = [8, 14, 8, 11]

  /// The head.
  var head: [UInt8] { row(heads) }

  /// The line for a file, which is counted.
  mutating func line(for path: String, _ result: FileResult) -> [UInt8] {
    let format = result.format ?? "-"
    let goesThroughOffice = hasOffice && result.failure?.code == Self.needsOffice
    let failure = goesThroughOffice ? nil : result.failure
    let needsAttention = failure != nil || result.hasWarnings
    files += 1
    formats[format == "-" ? "?" : format, default: 0] += 1
    if let encoding = result.encoding { encodings[encoding, default: 0] += 1 }
    if needsAttention { attention += 1 }
    if let failure { failures[failure.code, default: 0] += 1 }
    if goesThroughOffice { throughOffice += 1 }
    return row([
      format, result.encoding ?? "-", Self.share(result),
      (needsAttention ? Message.yes : .no).text(in: language),
      path + (goesThroughOffice ? ": libreoffice" : failure.map { ": \($0.code)" } ?? ""),
    ])
  }

  private static let needsOffice = FileFailure.needsOffice(format: "").code

  /// How much of the text is in a legacy encoding.
  private static func share(_ result: FileResult) -> String {
    guard result.failure == nil else { return "-" }
    let counts = result.counts
    guard counts.sourceCharacters > 0 else { return "0%" }
    return
      "\(Int((Double(counts.legacyCharacters) * 100 / Double(counts.sourceCharacters)).rounded()))%"
  }

  private func row(_ cells: [String]) -> [UInt8] {
    var line = ""
    for (cell, width) in zip(cells, widths) {
      let blanks = max(2, width - TextWidth.columns(of: cell))
      line += cell + String(repeating: " ", count: blanks)
    }
    return Array((line + (cells.last ?? "") + "\n").utf8)
  }

  /// The summary.
  func summary(skipped: SkippedFiles) -> [String] {
    var lines = [
      [
        Message.scannedFiles.text(in: language, "\(files)"),
        Message.needAttention.text(in: language, "\(attention)"),
      ].joined(separator: ", ")
    ]
    for (message, table) in [
      (Message.scanFormats, formats), (.encodings, encodings), (.failedBecause, failures),
    ] where !table.isEmpty {
      lines.append("\(message.text(in: language)): \(Tally.list(table))")
    }
    if throughOffice > 0 {
      lines.append(Message.throughOffice.text(in: language, "\(throughOffice)"))
    }
    return lines + Tally(skipped: skipped).skippedLines(in: language)
  }
}
