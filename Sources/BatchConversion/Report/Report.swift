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
  /// Whether the report is a pipe or a device: what it has taken cannot be read again.
  private let isStream: Bool
  private let previous: [[UInt8]: Range<Int>]
  private let knownDigests: [[UInt8]: Set<String>]
  /// Where the lines of this run stand in the file, by their inputs.
  ///
  /// The lines themselves stay there: those of a hundred thousand inputs would need hundreds of megabytes.
  private let lines = Monitor([[UInt8]: Range<Int>]())

  /// Opens the report, reading what it says.
  package init(path: String) throws(FileFailure) {
    self.path = path
    isStream = FileSystem.isStream(path)
    var previous: [[UInt8]: Range<Int>] = [:]
    var digests: [[UInt8]: Set<String>] = [:]
    let isOld = FileSystem.kind(of: path) == .file
    let bytes = isOld ? try FileBytes.read(path) : []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let json = JSONReader.value(of: line) else { continue }
      if let entry = ReportEntry(json: json) {
        previous[entry.input.pathKey] = line.startIndex..<line.endIndex
      }
      guard let output = json["output"]?.text else { continue }
      let metadata = ResultSink.metadataPath(beside: output)
      for (path, key) in [(output, "outputSha256"), (metadata, "metadataSha256")] {
        if let digest = json[key]?.text { digests[path.pathKey, default: []].insert(digest) }
      }
    }
    self.previous = previous
    knownDigests = digests
    do {
      descriptor = try FileSystem.openFile(
        path, (isStream ? O_WRONLY : O_RDWR) | O_CREAT | O_APPEND)
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
  func entry(for input: String) -> ReportEntry? {
    previous[input.pathKey].flatMap { range in lines.update { _ in entry(at: range) } }
  }

  /// What the last run says of inputs that this one does not have, in the order of the paths.
  func earlier(without inputs: Set<[UInt8]>) -> [ReportEntry] {
    let gone = previous.filter { !inputs.contains($0.key) }.values
    return lines.update { _ in gone.compactMap(entry(at:)) }
      .sorted { $0.input.utf8.lexicographicallyPrecedes($1.input.utf8) }
  }

  /// The inputs that this run noted, by the digests of their bytes.
  var inputsByDigest: [String: String] {
    lines.update { lines in
      Dictionary(
        lines.values.compactMap(entry(at:)).compactMap { entry in
          entry.result.inputDigest.map { ($0, entry.input) }
        },
        uniquingKeysWith: { min($0, $1) })
    }
  }

  /// Reads the line in a range of the file.
  ///
  /// No other thread may write meanwhile: the file has one position.
  private func entry(at range: Range<Int>) -> ReportEntry? {
    guard !isStream, lseek(descriptor, off_t(range.lowerBound), SEEK_SET) >= 0,
      let line = try? FileBytes.read(
        descriptor: descriptor, sizeHint: range.count, limit: range.count)
    else { return nil }
    return JSONReader.value(of: line).flatMap(ReportEntry.init(json:))
  }

  /// Whether an output with this digest was written by a run and not edited since; an output that no
  /// line speaks of is nobody's.
  func knows(_ output: String, digest: String) -> Bool {
    guard let known = knownDigests[output.pathKey] else { return true }
    return known.contains(digest)
  }

  /// Adds a line about an input.
  package func add(_ entry: ReportEntry) throws(FileFailure) {
    try append(entry.json, of: entry.input)
  }

  /// Adds a line about the one result of many inputs; the report that is written at the end says it with
  /// every input.
  package func add(_ written: WrittenOutput) throws(FileFailure) {
    try append(
      .object([
        ("output", .string(written.path)), ("outputSha256", .string(written.digest)),
        ("metadataSha256", .optional(written.metadataDigest)),
      ]), of: nil)
  }

  private func append(_ json: JSONValue, of input: String?) throws(FileFailure) {
    let failure = lines.update { lines -> SystemError? in
      let start = lseek(descriptor, 0, SEEK_END)
      let bytes = Array((json.line + "\n").utf8)
      do throws(SystemError) {
        try ByteOutput.write(bytes, to: descriptor)
        // Where the line ends is asked behind the write: another run may have added lines before it.
        let end = max(Int(lseek(descriptor, 0, SEEK_CUR)), bytes.count)
        if let input { lines[input.pathKey] = end - bytes.count..<end - 1 }
        return nil
      } catch {
        // The half of a line that a full disk took would spoil the next one; a pipe has no end to go back to.
        if start >= 0 { _ = ftruncate(descriptor, start) }
        return error
      }
    }
    if let failure { throw .output(failure, path: path) }
  }

  /// Writes the report anew: a line for every input, in their order.
  ///
  /// An input that the run did not come to keeps what was said of it before. `written` is the one result
  /// that all converted inputs went into, if there is one. `gone` are lines about inputs that are gone and
  /// whose outputs still stand. A pipe or a device has the lines of this run already, so only those of inputs
  /// that the run did not come to are written.
  package func finish(
    _ inputs: [String], _ written: WrittenOutput? = nil, gone: [ReportEntry] = [],
    stopped: (String) -> ReportEntry
  ) throws(FileFailure) {
    let noted = lines.update { $0 }
    do {
      var file = try AtomicFile(at: path)
      for input in inputs where !isStream || noted[input.pathKey] == nil {
        let range = noted[input.pathKey] ?? previous[input.pathKey]
        var entry = range.flatMap(entry(at:)) ?? stopped(input)
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
