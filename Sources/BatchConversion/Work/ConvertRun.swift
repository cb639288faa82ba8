internal import MucLuc
internal import ProgrammeExport
internal import ProgrammeModel

/// A run that converts many inputs, everything that was asked for decided.
package struct ConvertRun: Sendable {
  /// What is done with every input.
  package var job: FileJob
  /// The format of the results.
  package var format: ResultFormat
  /// Where results go.
  package var destination: Destination
  /// What one file may cost.
  package var limits = FileLimits()
  /// How many threads work.
  package var jobs = 1
  /// The report, or `nil`.
  package var report: Report?
  /// Whether inputs are skipped whose content and output are those of the report.
  package var skipsUnchanged = false
  /// Whether outputs are overwritten that were edited.
  package var overwritesEdited = false
  /// Whether the run ends with the first failure.
  package var failsFast = false
  /// Whether an input that failed has a line among the results, so that every input has one.
  package var answersFailures = false
  /// Whether outputs of inputs that are gone are taken away.
  package var prunes = false
  /// Whether somebody wants to know what was found in each input.
  package var keepsFindings = false

  /// Makes a run in one thread and without a report.
  package init(job: FileJob, format: ResultFormat, destination: Destination) {
    self.job = job
    self.format = format
    self.destination = destination
  }

  /// What keeps results from being written where they must not be.
  var outputGuard: OutputGuard {
    OutputGuard(report: report, overwritesEdited: overwritesEdited)
  }

  /// Works on the inputs of a plan; `next` gives those of a list that comes bit by bit.
  ///
  /// It throws, and has done nothing, where the one result must not be written.
  package func run(
    _ plan: ConvertPlan, next: @escaping @Sendable () -> String?, observer: any RunObserver
  ) throws(FileFailure) {
    if case .oneFile(let path) = destination {
      let inputs = (plan.inputs ?? []).lazy.map(\.input.path)
      let metadata = format.metadata(named: Path.name(of: path))
      try outputGuard.check(path, hasMetadata: metadata != nil, inputs: inputs)
    }
    for folder in plan.outputFolders { AtomicFile.removeLeftovers(in: folder) }
    var sink = ResultSink(destination, format)
    let source =
      plan.inputs.map(OrderedWork<PlannedInput, ConvertedInput>.inTurn) ?? Self.source(next)
    job.office?.lookAhead((plan.inputs ?? []).map(\.input.path))
    let threads = max(1, min(jobs, plan.inputs?.count ?? jobs))
    let workers = (0..<threads).map { _ in ConvertWorker(run: self) }
    var failures: [SiteFolder.Failure] = []
    var isDiskFull = false

    OrderedWork<PlannedInput, ConvertedInput>(
      threads: threads, weight: { $0.bytes.count + $0.entry.result.weight }
    ).run(
      next: source,
      work: { slot, planned in
        observer.begins(planned.input)
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
        isDiskFull = converted.entry.result.failure?.code == FileFailure.diskFullCode
        if format.name == .html, let failure = converted.entry.result.failure {
          failures.append((planned.input.sourcePath, failure.told ?? failure.message))
        }
        observer.ends(planned.input)
        observer.takes(converted.entry)
        // What comes next would not fit either.
        return !(failsFast && converted.entry.hasFailed) && !sink.isBroken && !isDiskFull
      },
      idle: { observer.waits() })

    do {
      try finish(plan, &sink, observer)
    } catch {
      // That the disk is full was said; the report as it was begun is kept.
      if !(isDiskFull && error.code == FileFailure.diskFullCode) { observer.fails(error) }
    }
    guard !isDiskFull else { return }
    do {
      try writeIndex(plan, failures)
    } catch {
      observer.fails(error)
    }
  }

  /// The inputs of a list that comes bit by bit.
  private static func source(
    _ next: @escaping @Sendable () -> String?
  ) -> @Sendable () -> PlannedInput? {
    { next().map { PlannedInput(input: Input(file: $0, isAlone: false)) } }
  }

  /// Ends the one result of many inputs, and the report.
  private func finish(
    _ plan: ConvertPlan, _ sink: inout ResultSink, _ observer: any RunObserver
  ) throws(FileFailure) {
    // The report knows the result before it has its name: a run that is killed in between leaves none
    // that would pass for edited.
    let written = try sink.finish { written throws(FileFailure) in try report?.add(written) }
    let planned = Dictionary(
      (plan.inputs ?? []).map { ($0.input.path.pathKey, $0.input.sourcePath) },
      uniquingKeysWith: { $1 })
    let gone = goneOutputs(of: plan, observer)
    try report?.finish(
      plan.inputs?.map(\.input.path) ?? sink.inputs, written, gone: gone
    ) { input in
      ReportEntry(
        input: input, path: planned[input.pathKey] ?? "", status: .stopped, settings: settings)
    }
  }

  /// Writes the index of the pages of a run, where they are a site.
  private func writeIndex(
    _ plan: ConvertPlan, _ failures: [SiteFolder.Failure]
  ) throws(FileFailure) {
    guard format.name == .html, case .folder(let root) = destination else { return }
    let site = SiteFolder(root: root, language: format.language)
    try outputGuard.check(
      site.index, hasMetadata: false, inputs: (plan.inputs ?? []).lazy.map(\.input.path))
    try site.write(failures: failures)
  }

  /// Tells of outputs whose inputs are gone and takes them away where that is asked for; returns what is left.
  private func goneOutputs(
    of plan: ConvertPlan, _ observer: any RunObserver
  ) -> [ReportEntry] {
    guard let report, let planned = plan.inputs, case .folder(let root) = destination else {
      return []
    }
    var gone = GoneOutputs(in: report, planned: planned)
    observer.says(
      prunes
        ? gone.remove(below: root, in: job.language)
        : gone.lines(report, in: job.language))
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
