internal import MucLuc
internal import ProgrammeExport
internal import ProgrammeModel

/// A run of `mucluc convert`, everything that was typed decided.
struct ConvertRun: Sendable {
  /// What is done with every input.
  var job: FileJob
  /// The format of the results.
  var format: ResultFormat
  /// Where results go.
  var destination: Destination
  /// What one file may cost.
  var limits = FileLimits()
  /// How many threads work.
  var jobs = 1
  /// The report, or `nil`.
  var report: Report?
  /// Whether inputs are skipped whose content and output are those of the report.
  var skipsUnchanged = false
  /// Whether outputs are overwritten that were edited.
  var overwritesEdited = false
  /// What makes the run end with 1.
  var failOn = FailureThreshold.failure
  /// Whether the run ends with the first failure.
  var failsFast = false
  /// Whether an input that failed has a line among the results, so that every input has one.
  var answersFailures = false
  /// Whether outputs of inputs that are gone are taken away.
  var prunes = false
  /// The file that is written with what was found, or `nil`.
  var findings: String?
  /// Whether nothing but failures is told.
  var isQuiet = false

  /// What keeps results from being written where they must not be.
  var outputGuard: OutputGuard {
    OutputGuard(report: report, overwritesEdited: overwritesEdited)
  }

  /// Works on the inputs of a plan; `next` gives those of a list that comes bit by bit.
  func run(_ plan: ConvertPlan, next: @escaping @Sendable () -> String?) -> ExitStatus {
    if case .oneFile(let path) = destination, let status = refusal(of: path, plan) { return status }
    let findings: FindingsFile?
    do throws(FileFailure) {
      findings = try startFindings()
    } catch {
      ByteOutput.complain("mucluc: error: \(error.message(in: job.language)) [\(error.code)]")
      return failOn == .never ? .success : .failure
    }
    for folder in plan.outputFolders { AtomicFile.removeLeftovers(in: folder) }
    var sink = ResultSink(destination, format)
    var tally = Tally(skipped: plan.skipped)
    let progress = Progress(
      total: plan.inputs?.count, language: job.language,
      isShown: !isQuiet && plan.inputs?.count ?? 2 > 1)
    let done = Monitor(0)
    let goesOn: Message = report == nil ? .interrupted : .interruptedWithReport
    let (language, count) = (job.language, plan.inputs?.count)
    let isTold = !isQuiet && count ?? 2 > 1
    let interruption = Interruption.before {
      progress.clear()
      guard isTold else { return }
      ByteOutput.complain(
        "mucluc: "
          + goesOn.text(
            in: language, "\(done.update { $0 })", count.map { "\($0)" } ?? "?"))
    }
    defer { Interruption.forget(interruption) }
    let source =
      plan.inputs.map(Self.source) ?? Self.source(next)
    job.office?.lookAhead((plan.inputs ?? []).map(\.input.path))
    let threads = max(1, min(jobs, plan.inputs?.count ?? jobs))
    let workers = (0..<threads).map { _ in ConvertWorker(run: self) }
    let isSingle = plan.inputs?.count == 1
    var failures: [SiteFolder.Failure] = []
    var status = ExitStatus.success
    var isDiskFull = false

    OrderedWork<PlannedInput, ConvertedInput>(
      threads: threads, weight: { $0.bytes.count + $0.entry.result.weight }
    ).run(
      next: source,
      work: { slot, planned in
        progress.isAt(planned.input.path)
        return workers[slot].convert(planned)
      },
      each: { planned, converted in
        var converted = converted
        if answersFailures, let failure = converted.entry.result.failure {
          converted.bytes = failure.answer(for: planned.input)
        }
        if case .failure(let failure) = sink.take(converted, of: planned.input) {
          converted.entry.status = .failed
          converted.entry.result.failure = Finding(failure, in: job.languages)
        }
        findings?.add(converted.entry)
        isDiskFull = converted.entry.result.failure?.code == FileFailure.diskFullCode
        if format.name == .html, let failure = converted.entry.result.failure {
          failures.append((planned.input.sourcePath, failure.told ?? failure.message))
        }
        tally.add(converted.entry)
        done.update { $0 += 1 }
        progress.clear()
        tell(converted.entry, withWarnings: isSingle)
        status = status.merged(
          with: failOn.status(
            failed: converted.entry.hasFailed, warned: converted.entry.hasWarnings))
        // What comes next would not fit either.
        return !(failsFast && converted.entry.hasFailed) && !sink.isBroken && !isDiskFull
      },
      idle: { progress.draw(done: tally.done) })

    progress.clear()
    status = status.merged(with: finish(plan, &sink, findings, isDiskFull: isDiskFull))
    if !isDiskFull { status = status.merged(with: writeIndex(plan, failures)) }
    if !isQuiet && (plan.inputs?.count ?? 2) != 1 {
      tally.remaining = max(0, (plan.inputs?.count ?? tally.done) - tally.done)
      for line in tally.lines(in: job.language) { ByteOutput.complain(line) }
    }
    return status
  }

  /// The inputs of a plan, one after the other.
  private static func source(_ inputs: [PlannedInput]) -> @Sendable () -> PlannedInput? {
    let index = Monitor(0)
    return {
      index.update { index in
        guard index < inputs.count else { return nil }
        index += 1
        return inputs[index - 1]
      }
    }
  }

  /// The inputs of a list that comes bit by bit.
  private static func source(
    _ next: @escaping @Sendable () -> String?
  ) -> @Sendable () -> PlannedInput? {
    { next().map { PlannedInput(input: Input(file: $0, isAlone: false)) } }
  }

  /// Tells on standard error why an input failed, and with a single input what is doubtful about it.
  private func tell(_ entry: ReportEntry, withWarnings: Bool) {
    if let failure = entry.result.failure {
      ByteOutput.complain(failure.line(file: entry.input))
    }
    guard withWarnings, !isQuiet else { return }
    for finding in entry.result.findings where finding.severity >= .warning {
      ByteOutput.complain(finding.line(file: entry.input))
    }
  }

  /// How the run ends before it begins, where its one result must not be written; otherwise `nil`.
  private func refusal(of path: String, _ plan: ConvertPlan) -> ExitStatus? {
    do throws(FileFailure) {
      try outputGuard.check(
        path, hasMetadata: format.metadata(named: Path.name(of: path)) != nil,
        inputs: (plan.inputs ?? []).lazy.map(\.input.path))
      return nil
    } catch {
      let isKept = if case .outputEdited = error { true } else { false }
      let severity = isKept ? Diagnostic.Severity.warning : .error
      ByteOutput.complain(
        "mucluc: \(severity.rawValue): \(error.message(in: job.language)) [\(error.code)]")
      return failOn.status(failed: !isKept, warned: true)
    }
  }

  /// Starts the file of what is found, if one is asked for.
  private func startFindings() throws(FileFailure) -> FindingsFile? {
    guard let findings else { return nil }
    return try FindingsFile(path: findings, failOn: failOn)
  }

  /// Ends the one result of many inputs, the file of what was found, and the report.
  private func finish(
    _ plan: ConvertPlan, _ sink: inout ResultSink, _ findings: FindingsFile?, isDiskFull: Bool
  ) -> ExitStatus {
    do {
      try findings?.finish()
      // The report knows the result before it has its name: a run that is killed in between leaves none
      // that would pass for edited.
      let written = try sink.finish { written throws(FileFailure) in try report?.add(written) }
      let planned = Dictionary(
        (plan.inputs ?? []).map { ($0.input.path.pathKey, $0.input.sourcePath) },
        uniquingKeysWith: { $1 })
      let gone = goneOutputs(of: plan)
      try report?.finish(
        plan.inputs?.map(\.input.path) ?? sink.inputs, written, gone: gone
      ) { input in
        ReportEntry(
          input: input, path: planned[input.pathKey] ?? "", status: .stopped, settings: settings)
      }
      return .success
    } catch {
      // That the disk is full was said; the report as it was begun is kept.
      if !(isDiskFull && error.code == FileFailure.diskFullCode) {
        ByteOutput.complain("mucluc: \(error.message(in: job.language))")
      }
      return failOn == .never ? .success : .failure
    }
  }

  /// Writes the index of the pages of a run, where they are a site.
  private func writeIndex(_ plan: ConvertPlan, _ failures: [SiteFolder.Failure]) -> ExitStatus {
    guard format.name == .html, case .folder(let root) = destination else { return .success }
    let site = SiteFolder(root: root, language: format.language)
    do throws(FileFailure) {
      try outputGuard.check(
        site.index, hasMetadata: false, inputs: (plan.inputs ?? []).lazy.map(\.input.path))
      try site.write(failures: failures)
      return .success
    } catch {
      ByteOutput.complain("mucluc: error: \(error.message(in: job.language)) [\(error.code)]")
      return failOn == .never ? .success : .failure
    }
  }

  /// Tells of outputs whose inputs are gone and takes them away where that is asked for; returns what is left.
  private func goneOutputs(of plan: ConvertPlan) -> [ReportEntry] {
    guard let report, let planned = plan.inputs, case .folder(let root) = destination else {
      return []
    }
    var gone = GoneOutputs(in: report, planned: planned)
    let lines =
      prunes
      ? gone.remove(below: root, in: job.language)
      : gone.lines(digests: report.inputsByDigest, in: job.language)
    if !isQuiet { for line in lines { ByteOutput.complain(line) } }
    return gone.entries
  }

  /// The options that decide what a result looks like, as the report names them.
  var settings: String {
    let isSite = if case .folder = destination { format.name == .html } else { false }
    return "\(format.settings)\(isSite ? " site" : "") "
      + "encoding=\(job.pipeline.encoding?.name ?? "auto")"
  }
}

/// What became of an input of a run, and the bytes that a stream still has to take.
struct ConvertedInput: Sendable {
  /// The line for the report.
  var entry: ReportEntry

  /// The bytes for a stream.
  var bytes: [UInt8] = []
}

extension ConvertedInput {
  /// What leads from its record in an archive to its file, or `nil` where it has no record.
  func key(of input: Input) -> ArchiveCSVExport.Key? {
    guard let id = input.archiveID, let digest = entry.result.inputDigest else { return nil }
    return ArchiveCSVExport.Key(docId: id, path: input.sourcePath, sha256: digest)
  }
}
