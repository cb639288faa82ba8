internal import BatchConversion
internal import ProgrammeModel

/// A file that `mucluc scan` looked at.
struct ScannedFile: Sendable {
  /// The path as named or found.
  var path: String

  /// The path as results spell it.
  var sourcePath: String

  /// What was found.
  var result: FileResult

  /// Why it would fail, or `nil`; what LibreOffice converts does not fail where that is installed.
  var failure: Finding?

  /// Whether LibreOffice would convert it.
  var goesThroughOffice: Bool

  /// Joins a file with what was found.
  init(_ input: Input, _ result: FileResult, hasOffice: Bool) {
    path = input.path
    sourcePath = input.sourcePath
    self.result = result
    goesThroughOffice = hasOffice && result.failure?.code == Self.needsOffice
    failure = goesThroughOffice ? nil : result.failure
  }

  private static let needsOffice = FileFailure.needsOffice(format: "").code

  /// Whether somebody should look at it.
  var needsAttention: Bool { failure != nil || result.hasWarnings }

  /// Whether it is a document without text, or with pictures alone.
  var hasNoText: Bool { result.findings.contains { $0.code == "read.no-text" } }

  /// The encoding: of a text file, or the legacy one of most of a Word document; otherwise `nil`.
  var encoding: String? {
    isText || result.counts.legacyCharacters > 0 ? result.encoding : nil
  }

  /// Whether the whole file is in one encoding.
  var isText: Bool { result.format == "txt" || result.format == "html" }

  /// How much of the text is in a legacy encoding, in percent, or `nil` where it was not read.
  var legacyShare: Int? {
    guard result.failure == nil else { return nil }
    let counts = result.counts
    guard counts.sourceCharacters > 0 else { return 0 }
    return Int(
      (Double(counts.legacyCharacters) * 100 / Double(counts.sourceCharacters)).rounded())
  }
}

/// How `mucluc scan` lists files.
enum ScanFormat: String, CaseIterable, Sendable {
  case text, csv, json

  /// What lists them.
  func list(in language: MessageLanguage) -> any ScanList {
    switch self {
    case .text: ScanTable(language: language)
    case .csv: ScanCSV()
    case .json: ScanJSON()
    }
  }
}

/// A list of files, one a line whatever their names hold.
protocol ScanList {
  /// What stands before the first file.
  var head: [UInt8] { get }
  /// The line for a file.
  mutating func line(for file: ScannedFile) -> [UInt8]
  /// What stands after the last file.
  var foot: [UInt8] { get }
}

/// A table for people: columns that line up, the path last.
///
/// ```text
/// FORMAT  ENCODING      LEGACY  ATTENTION  FILE
/// docx    tcvn3         98%     no         2004/qd-256.docx
/// doc     -             0%      no         1999/kh-12.doc
/// odt     -             -       no         1999/kh-13.odt: libreoffice
/// odt     -             -       yes        1999/kh-13.odt: read.needs-libreoffice
/// ```
///
/// A format that is not read needs attention only where LibreOffice, which converts it, is not installed.
struct ScanTable: ScanList, Sendable {
  /// The language of the head.
  var language: MessageLanguage

  private let heads: [String]
  private let widths: [Int]

  /// Starts a table.
  init(language: MessageLanguage) {
    self.language = language
    let words: [Message] = [.scanFormat, .scanEncoding, .scanLegacy, .scanAttention, .scanFile]
    heads = words.map { $0.text(in: language) }
    widths = zip(heads, Self.widths).map { max($1, TextWidth.columns(of: $0) + 2) }
  }

  /// The widths that what stands in the columns needs.
  private static let widths = [8, 14, 8, 11]

  var head: [UInt8] { row(heads) }

  var foot: [UInt8] { [] }

  func line(for file: ScannedFile) -> [UInt8] {
    let remark =
      file.goesThroughOffice ? ": libreoffice" : file.failure.map { ": \($0.code)" } ?? ""
    return row([
      file.result.format ?? "-", file.encoding ?? "-", file.legacyShare.map { "\($0)%" } ?? "-",
      (file.needsAttention ? Message.yes : .no).text(in: language),
      SystemPath.shown(file.path) + remark,
    ])
  }

  private func row(_ cells: [String]) -> [UInt8] {
    var line = ""
    for (cell, width) in zip(cells, widths) {
      let blanks = max(2, width - TextWidth.columns(of: cell))
      line += cell + String(repeating: " ", count: blanks)
    }
    return Array((line + (cells.last ?? "") + "\n").utf8)
  }
}

/// A table for programs (RFC 4180), in English: paths as results spell them, line ends in them as `%0A` too.
struct ScanCSV: ScanList, Sendable {
  var head: [UInt8] {
    Array("path,format,encoding,legacy_percent,attention,error,warnings,bytes,sha256\r\n".utf8)
  }

  var foot: [UInt8] { [] }

  func line(for file: ScannedFile) -> [UInt8] {
    let warnings = file.result.warningsByCode.map { "\($0.code) \($0.count)" }
    let cells = [
      Self.oneLine(file.sourcePath), file.result.format ?? "", file.encoding ?? "",
      file.legacyShare.map { "\($0)" } ?? "", file.needsAttention ? "yes" : "no",
      file.failure?.code ?? (file.goesThroughOffice ? "libreoffice" : ""),
      warnings.joined(separator: " | "), "\(file.result.counts.bytes)",
      file.result.inputDigest ?? "",
    ]
    return Array((cells.map(Self.quoted).joined(separator: ",") + "\r\n").utf8)
  }

  private static func oneLine(_ path: String) -> String {
    guard path.unicodeScalars.contains(where: isBreak) else { return path }
    return path.unicodeScalars.reduce(into: "") { text, scalar in
      guard isBreak(scalar) else { return text.unicodeScalars.append(scalar) }
      for byte in String(scalar).utf8 {
        text += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }

  /// Whether some reader ends a line at a scalar.
  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{2029}"
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }) else {
      return cell
    }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}

/// A JSON array, an object a line, in English.
struct ScanJSON: ScanList, Sendable {
  private var isFirst = true

  var head: [UInt8] { Array("[".utf8) }

  var foot: [UInt8] { Array((isFirst ? "]\n" : "\n]\n").utf8) }

  mutating func line(for file: ScannedFile) -> [UInt8] {
    let result = file.result
    let json = JSONValue.object([
      ("path", .string(file.sourcePath)), ("format", .optional(result.format)),
      ("encoding", .optional(file.encoding)), ("legacyPercent", .optional(file.legacyShare)),
      ("needsAttention", .boolean(file.needsAttention)),
      ("needsLibreOffice", .boolean(file.goesThroughOffice)),
      (
        "error",
        file.failure.map {
          .object([("code", .string($0.code)), ("message", .string($0.message))])
        } ?? .null
      ),
      ("warnings", .object(result.warningsByCode.map { ($0.code, .integer($0.count)) })),
      ("bytes", .integer(result.counts.bytes)), ("sha256", .optional(result.inputDigest)),
    ])
    defer { isFirst = false }
    return Array(((isFirst ? "\n  " : ",\n  ") + json.line).utf8)
  }
}

/// The numbers of a scan.
struct ScanSummary: Sendable {
  /// The language of the summary.
  var language: MessageLanguage

  private var files = 0
  private var throughOffice = 0
  private var attention = 0
  private var withoutText = 0
  private var formats: [String: Int] = [:]
  private var encodings: [String: Int] = [:]
  private var failures: [String: Int] = [:]
  private var reasons: [String: String] = [:]

  /// Starts counting.
  init(language: MessageLanguage) { self.language = language }

  /// Counts a file.
  mutating func add(_ file: ScannedFile) {
    files += 1
    formats[file.result.format ?? "?", default: 0] += 1
    if file.isText, let encoding = file.encoding { encodings[encoding, default: 0] += 1 }
    if file.needsAttention { attention += 1 }
    if file.hasNoText { withoutText += 1 }
    if let failure = file.failure {
      failures[failure.code, default: 0] += 1
      if reasons[failure.code] == nil { reasons[failure.code] = FindingWords.words(of: failure) }
    }
    if file.goesThroughOffice { throughOffice += 1 }
  }

  /// The summary.
  func lines(skipped: SkippedFiles) -> [String] {
    guard files > 0 else {
      return [FileMessage.noDocuments.text(in: language)]
        + Tally(skipped: skipped).skippedLines(in: language)
    }
    var lines = [
      [
        Message.scannedFiles.text(in: language, "\(files)"),
        Message.needAttention.text(in: language, "\(attention)"),
      ].joined(separator: ", ")
    ]
    lines += Tally.lines(.scanFormats, formats, in: language)
    lines += Tally.lines(.encodings, encodings, in: language)
    lines += Tally.lines(.failedBecause, failures, in: language, words: reasons)
    if withoutText > 0 {
      lines.append(Message.withoutText.text(in: language, "\(withoutText)"))
    }
    if throughOffice > 0 {
      lines.append(Message.throughOffice.text(in: language, "\(throughOffice)"))
    }
    return lines + Tally(skipped: skipped).skippedLines(in: language)
  }
}
