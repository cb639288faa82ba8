internal import ArgumentParser
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

  private var files = 0
  private var clean = 0
  private var warnings: [String: Int] = [:]

  /// Counts a file.
  ///
  /// A file that cannot be read and one whose characters do not add up have failed.
  mutating func add(_ findings: [Finding], failOn: FailureThreshold) {
    files += 1
    let doubts = findings.filter { $0.severity >= .warning }
    if findings.isEmpty { clean += 1 }
    for doubt in doubts { warnings[doubt.code, default: 0] += 1 }
    let hasFailed = findings.contains { $0.isFailure }
    status = status.merged(with: failOn.status(failed: hasFailed, warned: !doubts.isEmpty))
  }

  /// The summary.
  func lines(in language: MessageLanguage) -> [String] {
    guard files > 0 else { return [Message.noDocuments.text(in: language)] }
    let counts =
      "\(Message.checked.text(in: language, "\(files)")), "
      + Message.clean.text(in: language, "\(clean)")
    guard !warnings.isEmpty else { return [counts] }
    return [counts, "\(Message.warnedBecause.text(in: language)): \(Tally.list(warnings))"]
  }
}

extension Finding {
  /// Whether the file could not be done, apart from doubts about what it says.
  var isFailure: Bool {
    severity == .error && (origin == .failure || code == Diagnostic.Kind.charactersLost.code)
  }
}
