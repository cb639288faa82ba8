internal import ContentDigest
internal import ProgrammeExport
internal import ProgrammeModel

/// One hand of a `ConvertRun`: takes an input from its bytes to the file of its result.
final class ConvertWorker: Sendable {
  private let run: ConvertRun
  private let worker: FileWorker

  /// Makes a hand.
  init(run: ConvertRun) {
    self.run = run
    worker = FileWorker(job: run.job, limits: run.limits)
  }

  /// Converts an input; its line is in the report afterwards.
  func convert(_ planned: PlannedInput) -> ConvertedInput {
    if let failure = planned.failure { return noted(failed(planned, failure)) }
    let bytes: [UInt8]
    switch worker.bytes(of: planned.input) {
    case .success(let read): bytes = read
    case .failure(let failure): return noted(failed(planned, failure))
    }
    if let entry = unchanged(planned, bytes) { return noted(ConvertedInput(entry: entry)) }
    let result = worker.result(of: consume bytes, input: planned.input)
    var converted = ConvertedInput(entry: entry(planned, .converted, result))
    guard result.failure == nil else {
      converted.entry.status = .failed
      return noted(converted)
    }
    guard let output = planned.output else {
      converted.bytes = result.bytes
      return noted(converted)
    }
    return written(converted, result, of: planned.input, to: output)
  }

  /// The entry for an input of which the report says that nothing has changed, or `nil`.
  private func unchanged(_ planned: PlannedInput, _ bytes: [UInt8]) -> ReportEntry? {
    guard run.skipsUnchanged, let output = planned.output,
      var before = run.report?.entry(for: planned.input.path),
      before.status == .converted || before.status == .unchanged,
      before.output == output, before.settings == run.settings,
      before.version == Generator.current.version,
      !run.keepsFindings || before.keepsFindings,
      before.result.inputDigest == Digest.sha256(bytes),
      before.outputDigest == FileBytes.digest(of: output), hasMetadata(beside: output)
    else { return nil }
    before.status = .unchanged
    return before
  }

  /// Whether the metadata beside a result is what it would be written as.
  private func hasMetadata(beside output: String) -> Bool {
    guard let metadata = run.format.metadata(named: Path.name(of: output)) else { return true }
    return FileBytes.digest(of: ResultSink.metadataPath(beside: output)) == Digest.sha256(metadata)
  }

  /// Writes a result, the report first.
  private func written(
    _ converted: ConvertedInput, _ result: FileResult, of input: Input, to output: String
  ) -> ConvertedInput {
    var converted = converted
    do throws(FileFailure) {
      let metadata = run.format.metadata(named: Path.name(of: output))
      try run.outputGuard.check(
        output, hasMetadata: metadata != nil, inputs: CollectionOfOne(converted.entry.input))
      if run.report != nil {
        converted.entry.outputDigest = Digest.sha256(result.bytes)
        converted.entry.metadataDigest = metadata.map(Digest.sha256)
      }
      try run.report?.add(converted.entry)
      try write(result, to: output, keys: converted.key(of: input).map { [$0] } ?? [])
      return converted
    } catch {
      if case .outputEdited = error {
        converted.entry.status = .kept
      } else {
        converted.entry.status = .failed
      }
      converted.entry.result.failure = Finding(error, in: run.job.languages)
      if converted.entry.status == .kept { converted.entry.result.failure?.severity = .warning }
      keepDigests(of: &converted.entry)
      return noted(converted)
    }
  }

  private func write(
    _ result: FileResult, to output: String, keys: [ArchiveCSVExport.Key]
  ) throws(FileFailure) {
    do {
      if case .folder(let root) = run.destination {
        try FileSystem.makeFolder(Path.folder(of: output), inside: root)
      }
      try AtomicFile.write(result.bytes, to: output)
      if let metadata = run.format.metadata(named: Path.name(of: output)) {
        try AtomicFile.write(metadata, to: ResultSink.metadataPath(beside: output))
      }
      if let keys = run.format.keys(of: keys) {
        try AtomicFile.write(keys, to: ResultSink.keysPath(beside: output))
      }
    } catch {
      throw .output(error, path: output)
    }
  }

  private func entry(
    _ planned: PlannedInput, _ status: ReportEntry.Status, _ result: FileResult
  ) -> ReportEntry {
    var entry = ReportEntry(
      input: planned.input.path, path: planned.input.sourcePath, status: status,
      output: planned.output, result: result, settings: run.settings)
    entry.warnings = result.warningsByCode
    entry.keepsFindings = run.keepsFindings
    entry.result.bytes = []
    if status == .failed || result.failure != nil { keepDigests(of: &entry) }
    return entry
  }

  private func failed(_ planned: PlannedInput, _ failure: FileFailure) -> ConvertedInput {
    ConvertedInput(entry: entry(planned, .failed, worker.failed(failure)))
  }

  /// Where nothing is written, the digests stay what they were, so that edits stay protected.
  private func keepDigests(of entry: inout ReportEntry) {
    let before = run.report?.entry(for: entry.input)
    let isSame = entry.output != nil && before?.output == entry.output
    entry.outputDigest = isSame ? before?.outputDigest : nil
    entry.metadataDigest = isSame ? before?.metadataDigest : nil
  }

  /// Adds the line to the report; a report that takes no more is a failure.
  private func noted(_ converted: ConvertedInput) -> ConvertedInput {
    do throws(FileFailure) {
      try run.report?.add(converted.entry)
      return converted
    } catch {
      var failed = converted
      failed.entry.status = .failed
      failed.entry.result.failure = Finding(error, in: run.job.languages)
      return failed
    }
  }
}
