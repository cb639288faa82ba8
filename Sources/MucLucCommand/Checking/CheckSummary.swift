internal import BatchConversion
internal import ProgrammeModel

/// The summary of a check in Markdown (`--summary`), for a pull request.
struct CheckSummary: Sendable {
  /// The language it is written in.
  var language: MessageLanguage

  private var files: [(path: String, findings: [Finding])] = []
  private var filesLeft = 0

  /// How many files and how many findings of each are named; the rest is counted.
  private static let (mostFiles, mostFindings) = (20, 5)

  /// Starts a summary.
  init(language: MessageLanguage) { self.language = language }

  /// Notes a file.
  mutating func add(_ file: CheckedFile) {
    guard file.findings.contains(where: { $0.severity >= .warning }) else { return }
    guard files.count < Self.mostFiles else {
      filesLeft += 1
      return
    }
    files.append((file.path, file.findings))
  }

  /// The text.
  func text(_ tally: CheckTally, baseline: Baseline?) -> String {
    var text = "## MucLuc\n\n"
    text += tally.lines(in: language, baseline: baseline).first.map { $0 + "\n" } ?? ""
    if let baseline, baseline.hidden + baseline.gone > 0 {
      let known = Message.knownFindings.text(in: language, "\(baseline.hidden)")
      text += "\n\(known)\n"
      if baseline.gone > 0 {
        text += "\n\(Message.goneFindings.text(in: language, "\(baseline.gone)"))\n"
      }
    }
    if !tally.findings.isEmpty {
      let heads = [Message.summaryCode, .summaryMeaning, .summaryCount]
        .map { $0.text(in: language) }
      text += "\n| \(heads.joined(separator: " | ")) |\n| --- | --- | ---: |\n"
      for (code, count) in tally.findings.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
        let words = FindingWords.words(of: code, in: language)
        text += "| `\(code)` | \(Self.escaped(words)) | \(count) |\n"
      }
    }
    for (path, findings) in files {
      text += "\n**\(Self.escaped(SystemPath.shown(path)))**\n\n"
      for finding in findings.prefix(Self.mostFindings) {
        let place = finding.shownPlace.map { "\($0): " } ?? ""
        let severity = finding.severity.word(in: language)
        let message = SystemPath.shown(finding.told ?? finding.message)
        text += "- \(Self.escaped("\(place)\(severity): \(message)")) `\(finding.code)`\n"
      }
      if findings.count > Self.mostFindings {
        text +=
          "- \(FileMessage.more.text(in: language, "\(findings.count - Self.mostFindings)"))\n"
      }
    }
    if filesLeft > 0 {
      text += "\n\(Message.moreFiles.text(in: language, "\(filesLeft)"))\n"
    }
    return text
  }

  /// Text that Markdown takes as it stands (GitHub Flavored Markdown, backslash escapes).
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if "\\`*_{}[]<>#|~&@".unicodeScalars.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}

extension Finding {
  /// The place for people, without the name of the file, or `nil`.
  fileprivate var shownPlace: String? {
    placeInPackage ?? (location?.line ?? location?.paragraph).map { "\($0)" }
  }
}

/// What codes mean, in words.
enum FindingWords {
  /// What a code means, its places left open with an ellipsis; the code itself where nothing is said of it.
  static func words(of code: String, in language: MessageLanguage) -> String {
    guard let kind = kinds[code] else {
      let message: Message = code.hasPrefix("write.") ? .cannotBeWritten : .cannotBeDone
      return message.text(in: language)
    }
    let places = (0..<10).map { _ in "…" }
    return kind.template(in: language).filled(with: places)
  }

  /// What is said of a failure: its message where that is about the document and not about a path.
  static func words(of failure: Finding) -> String? {
    failure.code.hasPrefix("write.") ? nil : failure.told ?? failure.message
  }

  private static let kinds = Dictionary(
    Diagnostic.Kind.all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
}
