internal import ProgrammeModel

/// Outputs that the report of an earlier run names and whose inputs are gone or have another name now.
///
/// They are told, and taken away with `--prune`: a file that no report names, that was edited, or that a link leads
/// to is left alone. Where a run found no input at all, nothing is taken away: its folder may be one that is not
/// mounted.
struct GoneOutputs: Sendable {
  /// The lines of the report about them.
  private(set) var entries: [ReportEntry] = []

  /// How many of them are told one by one.
  private static let mostTold = 10

  /// Finds them; `planned` are the inputs of the run.
  init(in report: Report, planned: [PlannedInput]) {
    let inputs = Set(planned.map { $0.input.path.pathKey })
    let outputs = Set(planned.compactMap { $0.output?.pathKey })
    guard !inputs.isEmpty else { return }
    entries = report.earlier(without: inputs).filter { entry in
      guard let output = entry.output, !outputs.contains(output.pathKey), entry.outputDigest != nil
      else { return false }
      return FileSystem.kind(of: entry.input) == nil && FileSystem.kindOfLink(output) == .file
    }
  }

  /// What is said of them; the report knows the inputs there are now.
  func lines(_ report: Report, in language: MessageLanguage) -> [String] {
    guard !entries.isEmpty else { return [] }
    let digests = report.inputsByDigest
    var lines = [FileMessage.goneOutputs.text(in: language, "\(entries.count)")]
    for entry in entries.prefix(Self.mostTold) {
      let renamed = entry.result.inputDigest.flatMap { digests[$0] }
      let message = renamed.map { FileMessage.renamedInput.text(in: language, entry.input, $0) }
      lines.append(
        "  \(entry.output ?? ""): "
          + (message ?? FileMessage.goneInput.text(in: language, entry.input))
      )
    }
    if entries.count > Self.mostTold {
      lines.append("  " + FileMessage.more.text(in: language, "\(entries.count - Self.mostTold)"))
    }
    return lines
  }

  /// Takes them away below a folder; returns what is said of it.
  ///
  /// What is left alone stays in `entries`.
  mutating func remove(below root: String, in language: MessageLanguage) -> [String] {
    var left: [ReportEntry] = []
    var lines: [String] = []
    for entry in entries {
      guard let output = entry.output else { continue }
      guard FileSystem.isFile(output, below: root),
        FileBytes.digest(of: output) == entry.outputDigest
      else {
        left.append(entry)
        lines.append(FileMessage.notPruned.text(in: language, output))
        continue
      }
      do throws(SystemError) {
        let metadata = ResultSink.metadataPath(beside: output)
        if let digest = entry.metadataDigest, FileSystem.isFile(metadata, below: root),
          FileBytes.digest(of: metadata) == digest
        {
          try FileSystem.remove(metadata, below: root)
        }
        try FileSystem.remove(output, below: root)
      } catch {
        left.append(entry)
        lines.append(FileFailure.output(error, path: output).message(in: language))
      }
    }
    let removed = entries.count - left.count
    entries = left
    if removed > 0 { lines.insert(FileMessage.pruned.text(in: language, "\(removed)"), at: 0) }
    return lines
  }
}
