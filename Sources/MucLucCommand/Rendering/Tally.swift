internal import BatchConversion
internal import ProgrammeModel

/// The numbers of a run for its summary.
struct Tally: Sendable {
  /// How many inputs are done.
  private(set) var done = 0

  /// How many inputs the run did not come to.
  var remaining = 0

  private var statuses: [ReportEntry.Status: Int] = [:]
  private var failures: [String: Int] = [:]
  private var reasons: [String: String] = [:]
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
      if reasons[failure.code] == nil { reasons[failure.code] = FindingWords.words(of: failure) }
    }
    for warning in entry.warnings { warnings[warning.code, default: 0] += warning.count }
    let isText = entry.result.format == "txt" || entry.result.format == "html"
    if !entry.hasFailed, isText, let encoding = entry.result.encoding {
      encodings[encoding, default: 0] += 1
    }
  }

  /// The summary, a line for each thing that there is something to say about.
  func lines(in language: MessageLanguage) -> [String] {
    guard done > 0 || remaining > 0 else {
      return [FileMessage.noDocuments.text(in: language)] + skippedLines(in: language)
    }
    let counts: [(Message, Int)] = [
      (.converted, statuses[.converted] ?? 0), (.unchanged, statuses[.unchanged] ?? 0),
      (.keptEdited, statuses[.kept] ?? 0), (.failed, statuses[.failed] ?? 0),
      (.stopped, remaining),
    ]
    var lines = counts.filter { $0.0 == .converted || $0.1 > 0 }
      .map { $0.0.text(in: language, "\($0.1)") }
    lines = [lines.joined(separator: ", ")]
    lines += Self.lines(.failedBecause, failures, in: language, words: reasons)
    lines += Self.lines(.warnedBecause, warnings, in: language)
    lines += Self.lines(.encodings, encodings, in: language)
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

  /// The entries of a table, the most frequent first: in one line, or, where they are codes, a line each with
  /// their words.
  ///
  /// `words` are those of codes that have no sentence of their own.
  static func lines(
    _ title: Message, _ table: [String: Int], in language: MessageLanguage,
    words: [String: String] = [:]
  ) -> [String] {
    guard !table.isEmpty else { return [] }
    let title = title.text(in: language)
    let entries = table.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard entries.contains(where: { $0.key.utf8.contains(UInt8(ascii: ".")) }) else {
      return ["\(title): " + entries.map { "\($0.key) \($0.value)" }.joined(separator: ", ")]
    }
    let lines = entries.map { code, count in
      let said = words[code] ?? FindingWords.words(of: code, in: language)
      return "  \(count)  \(said) [\(code)]"
    }
    return ["\(title):"] + lines
  }
}
