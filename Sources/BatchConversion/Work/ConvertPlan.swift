/// An input with the path of its result.
package struct PlannedInput: Sendable {
  /// The input.
  package var input: Input

  /// Where its result stands, or `nil` where it goes to a stream.
  package var output: String?

  /// Why nothing can be done, known before anything is.
  package var failure: FileFailure?
}

/// Where results go.
package enum Destination: Hashable, Sendable {
  /// To standard output, one after the other.
  case standardOutput
  /// Into one file, one after the other.
  case oneFile(String)
  /// Into a file of the one input's own.
  case ownFile(String)
  /// Into a folder, a file each.
  case folder(String)
}

/// The inputs of a run in order, all known beforehand or read from a list as it comes.
package struct ConvertPlan: Sendable {
  /// The inputs, or `nil` where they come from a list that is being written.
  package var inputs: [PlannedInput]?

  /// What walking left out.
  package var skipped = SkippedFiles()

  /// The folders that results are written to.
  var outputFolders: Set<String> = []

  /// Plans the results of inputs.
  package init(_ collector: InputCollector, destination: Destination, format: FormatName) {
    skipped = collector.skipped
    var planned: [PlannedInput] = []
    var inputs = collector.inputs
    if format == .archiveCSV || format == .xlsx { inputs.giveArchiveIDs() }
    switch destination {
    case .standardOutput, .oneFile:
      planned = inputs.map { PlannedInput(input: $0) }
    case .ownFile(let path):
      planned = inputs.map { PlannedInput(input: $0, output: path) }
      outputFolders = [Path.folder(of: path)]
    case .folder(let folder):
      var seen = Set<[UInt8]>()
      inputs = inputs.filter { seen.insert($0.path.pathKey).inserted }
      let names = OutputNames(of: inputs, extension: format.fileExtension) { name in
        format == .html && SiteFolder.isOwn(name)
      }.names
      for (var input, name) in zip(inputs, names) {
        if let name {
          if format == .html { input.page = SystemPath.address(name) }
          planned.append(PlannedInput(input: input, output: Path.joined(folder, name)))
        } else {
          planned.append(
            PlannedInput(input: input, failure: .nameTaken(path: input.relativePath)))
        }
      }
      outputFolders = Set(planned.compactMap { $0.output.map(Path.folder(of:)) })
    }
    for (input, error) in collector.failures {
      planned.append(PlannedInput(input: input, failure: .input(error)))
    }
    self.inputs = planned
  }

  /// A plan for a list that is read as it comes; the results go to a stream.
  package init() {
    inputs = nil
  }
}
