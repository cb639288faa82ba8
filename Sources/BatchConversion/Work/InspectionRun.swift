internal import ContentDigest
internal import MucLuc
internal import ProgrammeModel

/// A run that looks at files and writes none but a report.
package struct InspectionRun: Sendable {
  /// What is done with every file.
  package var job: FileJob
  /// What one file may cost.
  package var limits: FileLimits
  /// How many threads work.
  package var jobs: Int
  /// The report, or `nil`.
  package var report: Report?
  /// Whether files are not read again that are as the report says.
  package var skipsUnchanged = false

  /// Makes a run without a report.
  package init(job: FileJob, limits: FileLimits, jobs: Int, skipsUnchanged: Bool = false) {
    self.job = job
    self.limits = limits
    self.jobs = jobs
    self.skipsUnchanged = skipsUnchanged
  }

  /// The options that decide what is found, as the report names them.
  private var settings: String {
    let (data, people) = (job.languages.data.rawValue, job.languages.people.rawValue)
    return "check lang=\(data) people=\(people) encoding=\(job.pipeline.encoding?.name ?? "auto")"
  }

  /// Hands every input and its result to `each`, in order.
  package func run(
    _ collector: InputCollector, progress: any RunProgress,
    each: (Input, FileResult) throws(SystemError) -> Void
  ) throws(SystemError) {
    job.office?.lookAhead(collector.inputs.map(\.path))
    let threads = max(1, min(jobs, collector.inputs.count))
    let workers = (0..<threads).map { _ in FileWorker(job: job, limits: limits) }
    var failure: SystemError?
    OrderedWork<Input, FileResult>(threads: threads, weight: \.weight).run(
      next: OrderedWork<Input, FileResult>.inTurn(collector.inputs),
      work: { slot, input in
        progress.begins(input)
        return noted(result(of: input, by: workers[slot]), of: input)
      },
      each: { input, result in
        progress.ends(input)
        do throws(SystemError) {
          try each(input, result)
          return true
        } catch {
          failure = error
          return false
        }
      },
      idle: { progress.waits() })
    if let failure { throw failure }
    for (input, error) in collector.failures {
      let result = FileWorker(job: job, limits: FileLimits()).failed(.input(error))
      try each(input, noted(result, of: input))
    }
  }

  /// Writes the report anew, in the order of the inputs.
  package func finishReport(_ collector: InputCollector) throws(FileFailure) {
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
