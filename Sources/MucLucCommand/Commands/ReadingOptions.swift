internal import ArgumentParser
internal import DocumentReading
internal import MucLuc
internal import ProgrammeModel

/// How documents are read.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The encoding of text files; told from the content otherwise.",
      valueName: "name"))
  var encoding: TextEncoding?

  @Option(
    help: ArgumentHelp(
      "Convert older documents by LibreOffice: never, fallback (where they are not read), always.",
      valueName: "when"))
  var libreoffice: OfficeUse = .fallback

  @Option(help: limitHelp("Fail packages of more entries", \.entries, "count"))
  var maxEntries: Count?
  @Option(help: limitHelp("Fail parts of more bytes, unpacked, and texts", \.partBytes, "size"))
  var maxPartBytes: ByteSize?
  @Option(help: limitHelp("Fail packages of more bytes, unpacked", \.totalBytes, "size"))
  var maxTotalBytes: ByteSize?
  @Option(help: limitHelp("Fail parts of more times their packed size", \.ratio, "count"))
  var maxRatio: Count?
  @Option(help: limitHelp("Do so from this many bytes on", \.ratioGrace, "size"))
  var maxRatioGrace: ByteSize?
  @Option(help: limitHelp("Fail parts of elements nested deeper", \.elementDepth, "count"))
  var maxElementDepth: Count?
  @Option(help: limitHelp("Fail paragraphs of more bytes", \.textBytes, "size"))
  var maxTextBytes: ByteSize?
  @Option(help: limitHelp("Fail Word documents of more paragraphs", \.paragraphs, "count"))
  var maxParagraphs: Count?
  @Option(help: limitHelp("Fail documents of more cells in tables", \.cells, "count"))
  var maxCells: Count?
  @Option(help: limitHelp("Fail documents of more styles and list levels", \.definitions, "count"))
  var maxDefinitions: Count?
  @Option(help: limitHelp("Fail documents with tables nested deeper", \.nesting, "count"))
  var maxNesting: Count?
  @Option(help: limitHelp("Fail documents embedded deeper in one another", \.embedding, "count"))
  var maxEmbedding: Count?
  @Option(help: limitHelp("Fail documents of more embedded documents", \.chunks, "count"))
  var maxChunks: Count?
  @Option(help: limitHelp("Fail lists with longer labels", \.labelLength, "count"))
  var maxLabelLength: Count?

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
    if let maxCells { limits.cells = maxCells.value }
    if let maxDefinitions { limits.definitions = maxDefinitions.value }
    if let maxNesting { limits.nesting = maxNesting.value }
    if let maxEmbedding { limits.embedding = maxEmbedding.value }
    if let maxChunks { limits.chunks = maxChunks.value }
    if let maxLabelLength { limits.labelLength = maxLabelLength.value }
    return Pipeline(limits: limits, encoding: encoding)
  }

  /// What is done with every file.
  func job(
    _ goal: FileJob.Goal, limits: FileLimits = FileLimits(), in language: MessageLanguage
  ) -> FileJob {
    var job = FileJob(
      goal: goal, pipeline: pipeline, language: language, officeUse: libreoffice)
    // LibreOffice has to be done before its worker is ended, or it would go on alone.
    let seconds = min(limits.seconds.map { max(1, Int($0 * 0.9)) } ?? 120, 120)
    if libreoffice != .never, let office = LibreOffice.find(seconds: seconds) {
      job.office = OfficeQueue(office, limits: job.pipeline.limits, use: libreoffice)
    }
    return job
  }
}

extension ReadingOptions {
  /// The option that sets a limit.
  static func name(of limit: ReadingLimits.Kind) -> String {
    switch limit {
    case .entries: "--max-entries"
    case .partBytes: "--max-part-bytes"
    case .totalBytes: "--max-total-bytes"
    case .ratio: "--max-ratio"
    case .elementDepth: "--max-element-depth"
    case .textBytes: "--max-text-bytes"
    case .paragraphs: "--max-paragraphs"
    case .cells: "--max-cells"
    case .definitions: "--max-definitions"
    case .nesting: "--max-nesting"
    case .embedding: "--max-embedding"
    case .chunks: "--max-chunks"
    case .labelLength: "--max-label-length"
    }
  }
}

/// The help of an option that sets a limit, with its default.
private func limitHelp(
  _ sentence: String, _ limit: KeyPath<ReadingLimits, Int>, _ valueName: String
) -> ArgumentHelp {
  let value = ReadingLimits()[keyPath: limit]
  let isWhole = valueName == "size" && value % (1 << 20) == 0
  let text = isWhole ? "\(value >> 20)M" : "\(value)"
  return ArgumentHelp("\(sentence); \(text) by default.", valueName: valueName)
}
