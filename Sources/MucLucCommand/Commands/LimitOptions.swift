internal import ArgumentParser
internal import BatchConversion
internal import DocumentReading

/// What one file may cost.
struct LimitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      said(
        "End a file that takes longer; none by default.",
        "Dừng tệp nào xử lý lâu hơn; mặc định không giới hạn."), valueName: "seconds"))
  var timeLimit: PositiveSeconds?

  @Option(
    help: ArgumentHelp(
      said(
        "End a file that needs more memory, such as 512M; none by default.",
        "Dừng tệp nào cần nhiều bộ nhớ hơn, chẳng hạn 512M; mặc định không giới hạn."),
      valueName: "size"))
  var memoryLimit: ByteSize?

  @Flag(name: .customLong("worker"), help: .hidden)
  var isWorker = false

  /// The limits.
  var limits: FileLimits {
    FileLimits(seconds: timeLimit?.seconds, memory: memoryLimit?.bytes)
  }
}

/// What a document may hold.
struct DocumentLimitOptions: ParsableArguments {
  @Option(
    help: limitHelp(
      "Fail packages of more entries",
      "Không đọc gói có nhiều mục hơn", \.entries, "count"))
  var maxEntries: Count?
  @Option(
    help: limitHelp(
      "Fail parts of more bytes, unpacked, and texts",
      "Không đọc phần (đã giải nén) và tệp văn bản nhiều byte hơn", \.partBytes, "size"))
  var maxPartBytes: ByteSize?
  @Option(
    help: limitHelp(
      "Fail packages of more bytes, unpacked",
      "Không đọc gói (đã giải nén) nhiều byte hơn", \.totalBytes, "size"))
  var maxTotalBytes: ByteSize?
  @Option(
    help: limitHelp(
      "Fail parts of more times their packed size",
      "Không đọc phần nở ra nhiều lần hơn khi giải nén", \.ratio, "count"))
  var maxRatio: Count?
  @Option(
    help: limitHelp(
      "Do so from this many bytes on",
      "Chỉ áp dụng từ số byte này trở lên", \.ratioGrace, "size"))
  var maxRatioGrace: ByteSize?
  @Option(
    help: limitHelp(
      "Fail parts of elements nested deeper",
      "Không đọc phần có phần tử lồng sâu hơn", \.elementDepth, "count"))
  var maxElementDepth: Count?
  @Option(
    help: limitHelp(
      "Fail paragraphs of more bytes",
      "Không đọc đoạn văn nhiều byte hơn", \.textBytes, "size"))
  var maxTextBytes: ByteSize?
  @Option(
    help: limitHelp(
      "Fail Word documents of more paragraphs",
      "Không đọc tệp Word có nhiều đoạn hơn", \.paragraphs, "count"))
  var maxParagraphs: Count?
  @Option(
    help: limitHelp(
      "Fail documents of more cells in tables",
      "Không đọc văn bản có nhiều ô bảng hơn", \.cells, "count"))
  var maxCells: Count?
  @Option(
    help: limitHelp(
      "Fail documents of more styles and list levels",
      "Không đọc văn bản có nhiều kiểu và cấp danh sách hơn", \.definitions, "count"))
  var maxDefinitions: Count?
  @Option(
    help: limitHelp(
      "Fail documents with tables nested deeper",
      "Không đọc văn bản có bảng lồng sâu hơn", \.nesting, "count"))
  var maxNesting: Count?
  @Option(
    help: limitHelp(
      "Fail documents embedded deeper in one another",
      "Không đọc văn bản nhúng vào nhau sâu hơn", \.embedding, "count"))
  var maxEmbedding: Count?
  @Option(
    help: limitHelp(
      "Fail documents of more embedded documents",
      "Không đọc văn bản có nhiều văn bản nhúng hơn", \.chunks, "count"))
  var maxChunks: Count?
  @Option(
    help: limitHelp(
      "Fail lists with longer labels",
      "Không đọc danh sách có nhãn dài hơn", \.labelLength, "count"))
  var maxLabelLength: Count?

  /// The limits.
  var limits: ReadingLimits {
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
    return limits
  }
}

/// The help of an option that sets a limit, with its default.
private func limitHelp(
  _ english: String, _ vietnamese: String, _ limit: KeyPath<ReadingLimits, Int>,
  _ valueName: String
) -> ArgumentHelp {
  let value = ReadingLimits()[keyPath: limit]
  let isWhole = valueName == "size" && value % (1 << 20) == 0
  let text = isWhole ? "\(value >> 20)M" : "\(value)"
  let sentence = said(english, vietnamese)
  let ordinary = said("\(text) by default.", "mặc định \(text).")
  return ArgumentHelp("\(sentence); \(ordinary)", valueName: valueName)
}
