internal import BatchConversion
internal import ContentDigest
internal import MucLuc
internal import ProgrammeArchive
internal import ProgrammeModel

/// A run of `mucluc index`: documents become rows in all threads, and one writes them, batch by batch.
struct IndexRun: Sendable {
  /// What is done with every input.
  var job: FileJob
  /// What one file may cost.
  var limits: FileLimits
  /// How many threads work.
  var jobs: Int
  /// Whether nothing but failures is told.
  var isQuiet: Bool

  /// What the archive has to have been read by for a file to count as unchanged.
  var reading: String {
    "\(Generator.current.version) encoding=\(job.pipeline.encoding?.name ?? "auto")"
  }

  /// What became of one input.
  private enum Outcome: Sendable {
    case unchanged
    case read(FileResult)

    /// About how much memory it takes.
    var weight: Int {
      if case .read(let result) = self { result.weight } else { 0 }
    }
  }

  /// Brings an archive up to date with the files below the roots.
  func run(_ plan: IndexPlan, into archive: Archive) throws(ArchiveError) -> ExitStatus {
    for (input, error) in plan.failures {
      tell(Finding(.input(error), in: job.languages), input)
    }
    try archive.addRoots(plan.roots)
    var known: [String: [String: ArchivedFile]] = [:]
    for root in plan.roots { known[root] = try archive.documents(below: root) }
    var batch = IndexBatch(archive: archive)
    var counts = IndexCounts(failed: plan.failures.count)
    try convert(plan.inputs, known, &batch, &counts)
    for root in plan.roots {
      let paths = try Set((known[root] ?? [:]).keys).union(archive.failures(below: root))
      for path in plan.gone(paths, below: root) {
        counts.gone += 1
        try batch.add(.gone(root: root, path: path), bytes: 0)
      }
    }
    try batch.write()
    if !isQuiet {
      for line in counts.lines(in: job.language) { ByteOutput.complain(line) }
      for line in Tally(skipped: plan.skipped).skippedLines(in: job.language) {
        ByteOutput.complain(line)
      }
    }
    return counts.failed > 0 ? .failure : .success
  }

  private func convert(
    _ inputs: [IndexInput], _ known: [String: [String: ArchivedFile]], _ batch: inout IndexBatch,
    _ counts: inout IndexCounts
  ) throws(ArchiveError) {
    job.office?.lookAhead(inputs.map(\.input.path))
    let threads = max(1, min(jobs, inputs.count))
    let workers = (0..<threads).map { _ in FileWorker(job: job, limits: limits) }
    let progress = Progress(
      total: inputs.count, language: job.language, isShown: !isQuiet && inputs.count > 1)
    var failure: ArchiveError?
    OrderedWork<IndexInput, Outcome>(threads: threads, weight: \.weight).run(
      next: OrderedWork<IndexInput, Outcome>.inTurn(inputs),
      work: { slot, input in
        progress.begins(input.input)
        return outcome(of: input, known[input.root]?[input.input.sourcePath], by: workers[slot])
      },
      each: { input, outcome in
        do throws(ArchiveError) {
          progress.ends(input.input)
          try take(outcome, of: input, &batch, &counts)
          return true
        } catch {
          failure = error
          return false
        }
      },
      idle: { progress.waits() })
    progress.clear()
    if let failure { throw failure }
  }

  private func outcome(
    of input: IndexInput, _ known: ArchivedFile?, by worker: FileWorker
  ) -> Outcome {
    switch worker.bytes(of: input.input) {
    case .failure(let failure): return .read(worker.failed(failure))
    case .success(let bytes):
      if let known, known.isSettled, known.reading == reading, known.sha256 == Digest.sha256(bytes)
      {
        return .unchanged
      }
      return .read(worker.result(of: bytes, input: input.input))
    }
  }

  private func take(
    _ outcome: Outcome, of input: IndexInput, _ batch: inout IndexBatch,
    _ counts: inout IndexCounts
  ) throws(ArchiveError) {
    let path = input.input.sourcePath
    switch outcome {
    case .unchanged: counts.unchanged += 1
    case .read(let result):
      if let failure = result.failure {
        counts.failed += 1
        tell(failure, input.input)
        try batch.add(
          .failed(
            root: input.root, path: path, code: failure.code, message: failure.message), bytes: 0)
      } else {
        counts.indexed += 1
        try batch.add(
          .put(root: input.root, path: path, rows: result.bytes, reading: reading),
          bytes: result.bytes.count)
      }
    }
  }

  private func tell(_ failure: Finding, _ input: Input) {
    ByteOutput.complain(failure.line(file: input.path))
  }
}

/// The numbers of a run of `mucluc index`.
private struct IndexCounts {
  var indexed = 0
  var unchanged = 0
  var failed = 0
  var gone = 0

  init(failed: Int) { self.failed = failed }

  func lines(in language: MessageLanguage) -> [String] {
    let counts: [(Message, Int)] = [
      (.indexed, indexed), (.unchanged, unchanged), (.takenOut, gone), (.failed, failed),
    ]
    let told = counts.filter { $0.0 == .indexed || $0.1 > 0 }
      .map { $0.0.text(in: language, "\($0.1)") }
    return [told.joined(separator: ", ")]
  }
}

/// Changes that are written together: many enough for the disk, few enough for a run that is killed.
private struct IndexBatch {
  private let archive: Archive
  private var changes: [ArchiveChange] = []
  private var bytes = 0

  private static let mostChanges = 100
  private static let mostBytes = 1 << 24

  init(archive: Archive) { self.archive = archive }

  mutating func add(_ change: ArchiveChange, bytes count: Int) throws(ArchiveError) {
    changes.append(change)
    bytes += count
    if changes.count >= Self.mostChanges || bytes >= Self.mostBytes { try write() }
  }

  mutating func write() throws(ArchiveError) {
    guard !changes.isEmpty else { return }
    try archive.write(changes)
    changes.removeAll(keepingCapacity: true)
    bytes = 0
  }
}
