/// The report of a run, a line of JSON for every input, and what the last one says.
///
/// While the run goes on, lines are added at the end, each *before* its output takes its name: so a run
/// that is killed leaves no output that the report does not know. At the end the report is written anew,
/// in the order of the inputs. Of several lines about an input the last one counts; a line that was cut
/// off is none.
package final class Report: Sendable {
  /// The path of the report.
  package let path: String

  private let descriptor: Int32
  private let previous: [[UInt8]: ReportEntry]
  private let knownDigests: [[UInt8]: Set<String>]
  private let entries = Monitor([[UInt8]: ReportEntry]())

  /// Opens the report, reading what it says.
  package init(path: String) throws(FileFailure) {
    self.path = path
    var previous: [[UInt8]: ReportEntry] = [:]
    var digests: [[UInt8]: Set<String>] = [:]
    let isOld = FileSystem.kind(of: path) == .file
    let bytes = isOld ? try FileBytes.read(path) : []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let json = JSONReader.value(of: line) else { continue }
      if let entry = ReportEntry(json: json) { previous[entry.input.pathKey] = entry }
      guard let output = json["output"]?.text else { continue }
      let metadata = ResultSink.metadataPath(beside: output)
      for (path, key) in [(output, "outputSha256"), (metadata, "metadataSha256")] {
        if let digest = json[key]?.text { digests[path.pathKey, default: []].insert(digest) }
      }
    }
    self.previous = previous
    knownDigests = digests
    do {
      descriptor = try FileSystem.openFile(path, O_WRONLY | O_CREAT | O_APPEND)
      if let last = bytes.last, last != UInt8(ascii: "\n") {
        try ByteOutput.write([UInt8(ascii: "\n")], to: descriptor)
      }
    } catch {
      throw .output(error, path: path)
    }
  }

  deinit {
    _ = close(descriptor)
  }

  /// What the last run says about an input.
  func entry(for input: String) -> ReportEntry? { previous[input.pathKey] }

  /// What the last run says, in the order of the paths.
  var earlier: [ReportEntry] {
    previous.values.sorted { $0.input.utf8.lexicographicallyPrecedes($1.input.utf8) }
  }

  /// The inputs that this run noted, by the digests of their bytes.
  var inputsByDigest: [String: String] {
    entries.update { entries in
      Dictionary(
        entries.values.compactMap { entry in entry.result.inputDigest.map { ($0, entry.input) } },
        uniquingKeysWith: { min($0, $1) })
    }
  }

  /// Whether an output with this digest was written by a run and not edited since; an output that no
  /// line speaks of is nobody's.
  func knows(_ output: String, digest: String) -> Bool {
    guard let known = knownDigests[output.pathKey] else { return true }
    return known.contains(digest)
  }

  /// Adds a line about an input.
  package func add(_ entry: ReportEntry) throws(FileFailure) {
    var entry = entry
    // Findings that are in no line need no memory: those of a whole run would be many.
    if !entry.keepsFindings { entry.result.findings = [] }
    try append(entry.json) { $0[entry.input.pathKey] = entry }
  }

  /// Adds a line about the one result of many inputs; the report that is written at the end says it with
  /// every input.
  package func add(_ written: WrittenOutput) throws(FileFailure) {
    try append(
      .object([
        ("output", .string(written.path)), ("outputSha256", .string(written.digest)),
        ("metadataSha256", .optional(written.metadataDigest)),
      ])
    ) { _ in }
  }

  private func append(
    _ json: JSONValue, note: (inout [[UInt8]: ReportEntry]) -> Void
  ) throws(FileFailure) {
    let failure = entries.update { entries -> SystemError? in
      note(&entries)
      let end = lseek(descriptor, 0, SEEK_END)
      do throws(SystemError) {
        try ByteOutput.write(Array((json.line + "\n").utf8), to: descriptor)
        return nil
      } catch {
        // The half of a line that a full disk took would spoil the next one; a pipe has no end to go back to.
        if end >= 0 { _ = ftruncate(descriptor, end) }
        return error
      }
    }
    if let failure { throw .output(failure, path: path) }
  }

  /// Writes the report anew: a line for every input, in their order.
  ///
  /// An input that the run did not come to keeps what was said of it before. `written` is the one result
  /// that all converted inputs went into, if there is one. `gone` are lines about inputs that are gone and
  /// whose outputs still stand.
  package func finish(
    _ inputs: [String], _ written: WrittenOutput? = nil, gone: [ReportEntry] = [],
    stopped: (String) -> ReportEntry
  ) throws(FileFailure) {
    let entries = entries.update { $0 }
    do {
      var file = try AtomicFile(at: path)
      for input in inputs {
        var entry = entries[input.pathKey] ?? previous[input.pathKey] ?? stopped(input)
        if let written, entry.status == .converted {
          entry.output = written.path
          entry.outputDigest = written.digest
          entry.metadataDigest = written.metadataDigest
        }
        try file.append(Array((entry.json.line + "\n").utf8))
      }
      for entry in gone { try file.append(Array((entry.json.line + "\n").utf8)) }
      try file.finish()
    } catch {
      throw .output(error, path: path)
    }
  }
}
