internal import ContentDigest
internal import ProgrammeExport
internal import ProgrammeModel
internal import ProgrammeWorkbook

/// The end of a run that takes results in the order of the inputs and joins them to one.
///
/// Results that have files of their own are written by the threads already.
struct ResultSink: ~Copyable {
  /// The inputs taken, where the run does not know them beforehand.
  private(set) var inputs: [String] = []

  /// Whether the one result cannot be written any more.
  private(set) var isBroken = false

  private let destination: Destination
  private let format: ResultFormat
  private var file: AtomicFile?
  private var workbook: TemporaryWorkbook?
  private var path = ""
  private var hasBegun = false
  private var digest = RunningDigest()
  private var records: [ArchiveCSVExport.Key] = []

  /// Prepares the end of a run.
  init(_ destination: Destination, _ format: ResultFormat) {
    self.destination = destination
    self.format = format
  }

  /// Takes the result of one input.
  mutating func take(
    _ converted: ConvertedInput, of input: Input
  ) -> Result<Void, FileFailure> {
    inputs.append(converted.entry.input)
    do throws(FileFailure) {
      guard converted.entry.status == .converted || !converted.bytes.isEmpty else {
        return .success(())
      }
      switch destination {
      case .ownFile, .folder: return .success(())
      case .standardOutput, .oneFile:
        if format.name == .xlsx {
          try startWorkbook()
          try workbook?.add(converted.bytes, of: converted.entry.input)
        } else {
          try append(format.following(converted.bytes, isFirst: !hasBegun))
        }
      }
      hasBegun = true
      if let key = converted.key(of: input) { records.append(key) }
      return .success(())
    } catch {
      isBroken = true
      return .failure(error)
    }
  }

  private mutating func startWorkbook() throws(FileFailure) {
    guard workbook == nil else { return }
    workbook = try TemporaryWorkbook(for: destination, format.workbookLanguage)
  }

  /// Appends the finished workbook to the results; without documents it holds only headings.
  private mutating func appendWorkbook() throws(FileFailure) {
    try startWorkbook()
    guard let finished = workbook.take() else { return }
    try finished.finish { bytes throws(FileFailure) in try append(bytes) }
  }

  private mutating func append(_ bytes: [UInt8]) throws(FileFailure) {
    do {
      guard case .oneFile(let path) = destination else {
        return try ByteOutput.writeToStandardOutput(bytes)
      }
      self.path = path
      if file == nil { file = try AtomicFile(at: path) }
      digest.absorb(bytes)
      try file?.append(bytes)
    } catch {
      throw .output(error, path: path.isEmpty ? "stdout" : path)
    }
  }

  /// Gives the one file its name, once `announce` has taken note of what it holds; returns the same.
  ///
  /// Where nothing was converted there is still a file, empty or with a header.
  mutating func finish(
    _ announce: (WrittenOutput) throws(FileFailure) -> Void
  ) throws(FileFailure) -> WrittenOutput? {
    if case .standardOutput = destination, format.name == .xlsx, !isBroken { try appendWorkbook() }
    guard case .oneFile(let path) = destination, !isBroken else { return nil }
    do {
      if format.name == .xlsx {
        try appendWorkbook()
      } else if !hasBegun {
        try append(format.empty)
      }
      let metadata = format.metadata(named: Path.name(of: path))
      let written = WrittenOutput(
        path: path, digest: digest.hexadecimal, metadataDigest: metadata.map(Digest.sha256))
      try announce(written)
      try file.take()?.finish()
      if let metadata { try AtomicFile.write(metadata, to: Self.metadataPath(beside: path)) }
      if let keys = format.keys(of: records) {
        try AtomicFile.write(keys, to: Self.keysPath(beside: path))
      }
      return written
    } catch let error as SystemError {
      throw .output(error, path: path)
    } catch let error as FileFailure {
      throw error
    } catch {
      isBroken = true
      return nil
    }
  }

  /// The path of the table that leads from records of an archive to files: `NAME.paths.csv`.
  static func keysPath(beside path: String) -> String {
    let isCSV = Path.fileExtension(of: path) == "csv"
    return (isCSV ? Path.withoutExtension(path) : path) + ".paths.csv"
  }

  /// The path of the CSVW metadata of a table: `NAME.csv-metadata.json`.
  static func metadataPath(beside path: String) -> String { "\(path)-metadata.json" }
}
