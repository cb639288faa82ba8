internal import BatchConversion
internal import ProgrammeModel

/// Prints the progress of a run of `mucluc convert`, its failures, and the summary at its end.
final class ConvertReporter: RunObserver {
  private struct State {
    var tally: Tally
    var findings: FindingsFile?
    var status = ExitStatus.success
  }

  private let state: Monitor<State>
  private let progress: Progress
  private let interruption: Int
  private let failOn: FailureThreshold
  private let language: MessageLanguage
  private let isQuiet: Bool
  /// How many inputs there are, or `nil` where they come from a list that is being written.
  private let count: Int?

  /// Prepares to tell about the inputs of a plan.
  init(
    _ plan: ConvertPlan, of run: ConvertRun, failOn: FailureThreshold, findings: FindingsFile?,
    isQuiet: Bool
  ) {
    count = plan.inputs?.count
    self.failOn = failOn
    self.isQuiet = isQuiet
    language = run.job.language
    state = Monitor(State(tally: Tally(skipped: plan.skipped), findings: findings))
    let isTold = !isQuiet && count ?? 2 > 1
    let progress = Progress(total: count, language: language, isShown: isTold)
    self.progress = progress
    let goesOn: Message = run.report == nil ? .interrupted : .interruptedWithReport
    let (language, total) = (language, count.map { "\($0)" } ?? "?")
    interruption = Interruption.before {
      progress.clear()
      guard isTold else { return }
      ByteOutput.complain("mucluc: " + goesOn.text(in: language, "\(progress.done)", total))
    }
  }

  func begins(_ input: Input) { progress.begins(input) }

  func ends(_ input: Input) { progress.ends(input) }

  func waits() { progress.waits() }

  /// Counts an input, and tells why it failed; with a single input also what is doubtful about it.
  func takes(_ entry: ReportEntry) {
    state.update { state in
      state.findings?.add(entry)
      state.tally.add(entry)
      state.status = state.status.merged(
        with: failOn.status(failed: entry.hasFailed, warned: entry.hasWarnings))
    }
    if let failure = entry.result.failure {
      ByteOutput.complain(failure.line(file: entry.input))
    }
    guard count == 1, !isQuiet else { return }
    for finding in entry.result.findings where finding.severity >= .warning {
      ByteOutput.complain(finding.line(file: entry.input))
    }
  }

  func fails(_ failure: FileFailure) {
    progress.clear()
    // A result that was edited and is kept is no failure.
    let isKept = if case .outputEdited = failure { true } else { false }
    let severity = isKept ? Diagnostic.Severity.warning : .error
    ByteOutput.complain(
      "mucluc: \(severity.rawValue): \(failure.message(in: language)) [\(failure.code)]")
    state.update {
      $0.status = $0.status.merged(with: failOn.status(failed: !isKept, warned: true))
    }
  }

  func says(_ lines: [String]) {
    progress.clear()
    if !isQuiet { for line in lines { ByteOutput.complain(line) } }
  }

  /// Tells why nothing was done; the result is how the command ends.
  func refuse(_ failure: FileFailure) -> ExitStatus {
    fails(failure)
    return state.update { $0.status }
  }

  /// Ends the telling with the summary; the result is how the command ends.
  func finish() -> ExitStatus {
    Interruption.forget(interruption)
    progress.clear()
    do {
      try state.update { $0.findings }?.finish()
    } catch {
      fails(error)
    }
    var (tally, status) = state.update { ($0.tally, $0.status) }
    if !isQuiet && (count ?? 2) != 1 {
      tally.remaining = max(0, (count ?? tally.done) - tally.done)
      for line in tally.lines(in: language) { ByteOutput.complain(line) }
    }
    return status
  }
}
