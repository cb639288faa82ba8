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
        return workers[slot].result(of: input)
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
      try each(input, FileWorker(job: job, limits: FileLimits()).failed(.input(error)))
    }
  }
}
