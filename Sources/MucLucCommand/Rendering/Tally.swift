internal import ProgrammeModel

/// The numbers of a run for its summary.
struct Tally: Sendable {
  /// How many inputs are done.
  private(set) var done = 0

  /// How many inputs the run did not come to.
  var remaining = 0

  private var statuses: [ReportEntry.Status: Int] = [:]
  private var failures: [String: Int] = [:]
  private var warnings: [String: Int] = [:]
  private var encodings: [String: Int] = [:]
  private let skipped: SkippedFiles

  /// Starts counting.
  init(skipped: SkippedFiles) {
    self.skipped = skipped
  }

  /// Counts an input.
  mutating func add(_ entry: ReportEntry) {
    done += 1
    statuses[entry.status, default: 0] += 1
    if entry.hasFailed, let failure = entry.result.failure {
      failures[failure.code, default: 0] += 1
    }
    for warning in entry.warnings { warnings[warning.code, default: 0] += warning.count }
    if !entry.hasFailed, let format = entry.result.format {
      encodings[entry.result.encoding ?? format, default: 0] += 1
    }
  }

  /// The summary, a line for each thing that there is something to say about.
  func lines(in language: MessageLanguage) -> [String] {
    guard done > 0 || remaining > 0 else {
      return [Message.noDocuments.text(in: language)] + skippedLines(in: language)
    }
    let counts: [(Message, Int)] = [
      (.converted, statuses[.converted] ?? 0), (.unchanged, statuses[.unchanged] ?? 0),
      (.keptEdited, statuses[.kept] ?? 0), (.failed, statuses[.failed] ?? 0),
      (.stopped, remaining),
    ]
    var lines = counts.filter { $0.0 == .converted || $0.1 > 0 }
      .map { $0.0.text(in: language, "\($0.1)") }
    lines = [lines.joined(separator: ", ")]
    for (message, table) in [
      (Message.failedBecause, failures), (.warnedBecause, warnings), (.encodings, encodings),
    ] where !table.isEmpty {
      lines.append("\(message.text(in: language)): \(Self.list(table))")
    }
    return lines + skippedLines(in: language)
  }

  /// What walking left out.
  func skippedLines(in language: MessageLanguage) -> [String] {
    let counts: [(Message, Int)] = [
      (.skippedHidden, skipped.hidden), (.skippedLocks, skipped.locks),
      (.skippedLinks, skipped.links), (.skippedOthers, skipped.others),
      (.skippedExcluded, skipped.excluded), (.skippedPageFolders, skipped.pageFolders),
    ]
    let told = counts.filter { $0.1 > 0 }.map { $0.0.text(in: language, "\($0.1)") }
    return told.isEmpty ? [] : [told.joined(separator: ", ")]
  }

  /// The entries of a table, the most frequent first.
  static func list(_ table: [String: Int]) -> String {
    table.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }
}
