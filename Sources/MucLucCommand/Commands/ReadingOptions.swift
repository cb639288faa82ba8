internal import ArgumentParser
internal import DocumentReading
internal import MucLuc
internal import ProgrammeModel

/// How documents are read, and what one of them may cost.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The encoding of text files, such as tcvn3, vni, viscii, windows-1258 or utf-8; told from the content otherwise.",
      valueName: "name"))
  var encoding: TextEncoding?

  @Option(
    help: ArgumentHelp("End a file that takes longer; none by default.", valueName: "seconds"))
  var timeLimit: PositiveSeconds?

  @Option(
    help: ArgumentHelp(
      "End a file that needs more memory, such as 512M; none by default.", valueName: "size"))
  var memoryLimit: ByteSize?

  @Option(help: ArgumentHelp("Entries of a package.", valueName: "count"))
  var maxEntries: Count?
  @Option(
    help: ArgumentHelp("Bytes of one part, unpacked; also of a text file.", valueName: "size"))
  var maxPartBytes: ByteSize?
  @Option(help: ArgumentHelp("Bytes of all parts, unpacked.", valueName: "size"))
  var maxTotalBytes: ByteSize?
  @Option(help: ArgumentHelp("Times its packed size that a part may have.", valueName: "count"))
  var maxRatio: Count?
  @Option(help: ArgumentHelp("Bytes of a part from which that ratio counts.", valueName: "size"))
  var maxRatioGrace: ByteSize?
  @Option(help: ArgumentHelp("Depth of elements.", valueName: "count"))
  var maxElementDepth: Count?
  @Option(help: ArgumentHelp("Bytes of one text.", valueName: "size"))
  var maxTextBytes: ByteSize?
  @Option(help: ArgumentHelp("Paragraphs of one part.", valueName: "count"))
  var maxParagraphs: Count?
  @Option(help: ArgumentHelp("Depth of tables in tables.", valueName: "count"))
  var maxNesting: Count?
  @Option(help: ArgumentHelp("Depth of documents in documents.", valueName: "count"))
  var maxEmbedding: Count?

  @Flag(name: .customLong("worker"), help: .hidden)
  var isWorker = false

  /// The pipeline.
  var pipeline: Pipeline {
    var limits = ReadingLimits()
    if let maxEntries { limits.entries = maxEntries.value }
    if let maxPartBytes { limits.partBytes = maxPartBytes.bytes }
    if let maxTotalBytes { limits.totalBytes = maxTotalBytes.bytes }
    if let maxRatio { limits.ratio = maxRatio.value }
    if let maxRatioGrace { limits.ratioGrace = maxRatioGrace.bytes }
    if let maxElementDepth { limits.elementDepth = maxElementDepth.value }
    if let maxTextBytes { limits.textBytes = maxTextBytes.bytes }
    if let maxParagraphs { limits.paragraphs = maxParagraphs.value }
    if let maxNesting { limits.nesting = maxNesting.value }
    if let maxEmbedding { limits.embedding = maxEmbedding.value }
    return Pipeline(limits: limits, encoding: encoding)
  }

  /// What one file may cost.
  var fileLimits: FileLimits {
    FileLimits(seconds: timeLimit?.seconds, memory: memoryLimit?.bytes)
  }

  /// What is done with every file.
  func job(_ goal: FileJob.Goal, in language: MessageLanguage) -> FileJob {
    // LibreOffice has to be done before its worker is ended, or it would go on alone.
    let seconds = timeLimit.map { max(1, Int($0.seconds * 0.9)) } ?? 120
    return FileJob(
      goal: goal, pipeline: pipeline, language: language,
      office: LibreOffice.find(seconds: min(seconds, 120)))
  }
}
