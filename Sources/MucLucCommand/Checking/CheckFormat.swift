internal import ArgumentParser
internal import BatchConversion
internal import ProgrammeModel

/// How `mucluc check` prints what it found.
enum CheckFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  case text, github, sarif, junit, json

  /// What prints in this format.
  func printer(failOn: FailureThreshold) -> any CheckPrinter {
    switch self {
    case .text: TextPrinter()
    case .github: GitHubPrinter()
    case .sarif: SARIFPrinter()
    case .junit: JUnitPrinter(failOn: failOn)
    case .json: JSONPrinter()
    }
  }

  /// The format that the name of a file of findings asks for: `.sarif` or `.xml` (JUnit); otherwise `nil`.
  init?(ofFile path: String) {
    switch Path.fileExtension(of: path) {
    case "sarif": self = .sarif
    case "xml": self = .junit
    default: return nil
    }
  }
}

/// Prints findings, file by file.
protocol CheckPrinter {
  /// What stands before the first file.
  var head: String { get }
  /// What stands after the last file.
  var foot: String { get }
  /// What is printed for a file.
  mutating func text(for file: CheckedFile) -> String
}

/// A file that was checked.
struct CheckedFile: Sendable {
  /// Its path.
  var path: String
  /// What was found, the failure first.
  var findings: [Finding]
  /// How long it took.
  var milliseconds: Double

  /// Joins a file with what was found.
  init(path: String, findings: [Finding], _ result: FileResult) {
    self.path = path
    self.findings = findings
    milliseconds = result.milliseconds
  }

  /// Makes a file by hand.
  init(path: String, findings: [Finding]) {
    self.init(path: path, findings: findings, FileResult())
  }
}

extension FileResult {
  /// Why the file failed, if it did, and what the stages noticed.
  var allFindings: [Finding] { (failure.map { [$0] } ?? []) + findings }
}

/// The numbers of a check.
struct CheckTally: Sendable {
  /// How the command ends.
  private(set) var status = ExitStatus.success

  /// How many files were checked.
  private(set) var files = 0

  /// How many files nothing was found in.
  private(set) var clean = 0

  /// How many files could not be done.
  private(set) var failed = 0

  /// How often each code was met, of any severity.
  private(set) var findings: [String: Int] = [:]

  /// How many files were as the report said.
  private(set) var unchanged = 0

  private var warnings: [String: Int] = [:]
  private var failures: [String: Int] = [:]
  private var reasons: [String: String] = [:]

  /// Counts a file and what is told of it; `isClean` says whether nothing at all was found in it.
  ///
  /// A file that cannot be read and one whose characters do not add up have failed.
  mutating func add(
    _ findings: [Finding], isClean: Bool, isUnchanged: Bool = false, failOn: FailureThreshold
  ) {
    files += 1
    let doubts = findings.filter { $0.severity >= .warning }
    if isClean { clean += 1 }
    if isUnchanged { unchanged += 1 }
    for finding in findings { self.findings[finding.code, default: 0] += 1 }
    for doubt in doubts where !doubt.isFailure { warnings[doubt.code, default: 0] += 1 }
    for failure in doubts where failure.isFailure {
      failures[failure.code, default: 0] += 1
      if reasons[failure.code] == nil { reasons[failure.code] = FindingWords.words(of: failure) }
    }
    let hasFailed = findings.contains { $0.isFailure }
    if hasFailed { failed += 1 }
    status = status.merged(with: failOn.status(failed: hasFailed, warned: !doubts.isEmpty))
  }

  /// The summary; `baseline` is what was known before.
  func lines(in language: MessageLanguage, baseline: Baseline? = nil) -> [String] {
    guard files > 0 else { return [FileMessage.noDocuments.text(in: language)] }
    var counts = [
      Message.checked.text(in: language, "\(files)"), Message.clean.text(in: language, "\(clean)"),
    ]
    if unchanged > 0 { counts.append(Message.unchanged.text(in: language, "\(unchanged)")) }
    if failed > 0 { counts.append(Message.failed.text(in: language, "\(failed)")) }
    var lines = [counts.joined(separator: ", ")]
    lines += Tally.lines(.failedBecause, failures, in: language, words: reasons)
    lines += Tally.lines(.warnedBecause, warnings, in: language)
    if let baseline, baseline.hidden > 0 {
      lines.append(Message.knownFindings.text(in: language, "\(baseline.hidden)"))
    }
    if let baseline, baseline.gone > 0 {
      lines.append(Message.goneFindings.text(in: language, "\(baseline.gone)"))
    }
    return lines
  }
}

extension Finding {
  /// Whether the file could not be done, apart from doubts about what it says.
  var isFailure: Bool {
    severity == .error && (origin == .failure || code == Diagnostic.Kind.charactersLost.code)
  }
}
