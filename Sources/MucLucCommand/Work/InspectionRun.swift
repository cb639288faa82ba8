internal import ContentDigest
internal import MucLuc
internal import ProgrammeModel

/// A run that looks at files and writes none: `mucluc check` and `mucluc scan`.
struct InspectionRun: Sendable {
  /// What is done with every file.
  var job: FileJob
  /// What one file may cost.
  var limits: FileLimits
  /// How many threads work.
  var jobs: Int
  /// Whether no progress is shown.
  var isQuiet: Bool
  /// The report, or `nil`.
  var report: Report?
  /// Whether files are not read again that are as the report says.
  var skipsUnchanged = false

  /// The options that decide what is found, as the report names them.
  private var settings: String {
    let (data, people) = (job.languages.data.rawValue, job.languages.people.rawValue)
    return "check lang=\(data) people=\(people) encoding=\(job.pipeline.encoding?.name ?? "auto")"
  }

  /// Hands every input and its result to `each`, in order.
  func run(
    _ collector: InputCollector, each: (Input, FileResult) throws(SystemError) -> Void
  ) throws(SystemError) {
    job.office?.lookAhead(collector.inputs.map(\.path))
    let threads = max(1, min(jobs, collector.inputs.count))
    let workers = (0..<threads).map { _ in FileWorker(job: job, limits: limits) }
    let progress = Progress(
      total: collector.inputs.count, language: job.language,
      isShown: !isQuiet && collector.inputs.count > 1 && !Terminal.isTerminal(.standardOutput))
    let interruption = Interruption.before { progress.clear() }
    defer { Interruption.forget(interruption) }
    let index = Monitor(0)
    let inputs = collector.inputs
    var failure: SystemError?
    var done = 0
    OrderedWork<Input, FileResult>(threads: threads, weight: \.weight).run(
      next: {
        index.update { index in
          index += 1
          return index <= inputs.count ? inputs[index - 1] : nil
        }
      },
      work: { slot, input in
        progress.isAt(input.path)
        return noted(result(of: input, by: workers[slot]), of: input)
      },
      each: { input, result in
        done += 1
        progress.clear()
        do throws(SystemError) {
          try each(input, result)
          return true
        } catch {
          failure = error
          return false
        }
      },
      idle: { progress.draw(done: done) })
    progress.clear()
    if let failure { throw failure }
    for (input, error) in collector.failures {
      let result = FileWorker(job: job, limits: FileLimits()).failed(.input(error))
      try each(input, noted(result, of: input))
    }
  }

  /// Writes the report anew, in the order of the inputs.
  func finishReport(_ collector: InputCollector) throws(FileFailure) {
    let inputs = collector.inputs + collector.failures.map { $0.0 }
    try report?.finish(inputs.map(\.path)) { input in
      ReportEntry(input: input, status: .stopped, settings: settings)
    }
  }

  /// The result for an input: that of the report where nothing has changed.
  private func result(of input: Input, by worker: FileWorker) -> FileResult {
    guard skipsUnchanged, let before = report?.entry(for: input.path), before.keepsFindings,
      before.status == .checked || before.status == .unchanged, before.settings == settings,
      before.version == Generator.current.version
    else { return worker.result(of: input) }
    switch worker.bytes(of: input) {
    case .failure(let failure): return worker.failed(failure)
    case .success(let bytes):
      guard before.result.inputDigest == Digest.sha256(bytes) else {
        return worker.result(of: bytes, input: input)
      }
      var result = before.result
      result.isUnchanged = true
      return result
    }
  }

  /// Adds the line about an input to the report; a report that takes no more is a failure.
  private func noted(_ result: FileResult, of input: Input) -> FileResult {
    guard let report else { return result }
    let status: ReportEntry.Status =
      result.failure != nil ? .failed : result.isUnchanged ? .unchanged : .checked
    var entry = ReportEntry(
      input: input.path, path: input.sourcePath, status: status, result: result,
      settings: settings)
    entry.keepsFindings = true
    entry.warnings = result.warningsByCode
    do throws(FileFailure) {
      try report.add(entry)
      return result
    } catch {
      var failed = result
      failed.failure = Finding(error, in: job.languages)
      return failed
    }
  }
}
