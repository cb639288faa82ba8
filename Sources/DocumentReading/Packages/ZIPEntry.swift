internal import CZip

/// A part of an archive while it is inflated, every byte counted against the limits.
@safe struct ZIPEntry: ~Copyable {
  /// The file's name, for errors.
  let file: String
  /// The part's name.
  let part: String

  private let archive: ZIPHandle
  private let index: UInt64
  private var stream: OpaquePointer
  /// The limits.
  let limits: ReadingLimits
  private let budget: ReadingBudget
  private let ratioLimit: Int
  private var inflated = 0
  /// How many bytes count so far: what is inflated again counts once.
  private var counted = 0

  /// Starts to inflate the entry with an index.
  init(
    _ index: UInt64, of archive: ZIPHandle, file: String, part: String, limits: ReadingLimits,
    budget: ReadingBudget
  ) throws(ReadingError) {
    var status = unsafe zip_stat_t()
    unsafe zip_stat_init(&status)
    guard unsafe zip_stat_index(archive.pointer, index, 0, &status) == 0,
      let stream = unsafe zip_fopen_index(archive.pointer, index, 0)
    else {
      throw .damagedPart(file: file, part: part, reason: archive.failure)
    }
    unsafe self.stream = unsafe stream
    self.archive = archive
    self.index = index
    self.file = file
    self.part = part
    self.limits = limits
    self.budget = budget
    let compressedSize = unsafe Int(clamping: status.comp_size)
    let (product, overflow) = compressedSize.multipliedReportingOverflow(by: limits.ratio)
    ratioLimit = overflow ? Int.max : max(product, limits.ratioGrace)
  }

  deinit {
    unsafe zip_fclose(stream)
  }

  /// Goes back to the start of the part.
  mutating func restart() throws(ReadingError) {
    guard let again = unsafe zip_fopen_index(archive.pointer, index, 0) else {
      throw .damagedPart(file: file, part: part, reason: archive.failure)
    }
    unsafe zip_fclose(stream)
    unsafe stream = unsafe again
    inflated = 0
  }

  /// Inflates the next bytes into a range of a buffer; the result is how many there were, 0 at the end.
  mutating func read(
    into bytes: inout [UInt8], _ range: Range<Int>
  ) throws(ReadingError) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe zip_fread(
        stream, $0.baseAddress.map { unsafe $0 + range.lowerBound }, zip_uint64_t(range.count))
    }
    guard count >= 0 else {
      let reason = unsafe String(cString: zip_error_strerror(zip_file_get_error(stream)))
      throw .damagedPart(file: file, part: part, reason: reason)
    }
    inflated += Int(count)
    if inflated > limits.partBytes { throw limit(.partBytes) }
    if inflated > ratioLimit { throw limit(.ratio) }
    if inflated > counted {
      try use(inflated - counted, of: .totalBytes)
      counted = inflated
    }
    return Int(count)
  }

  /// Inflates everything that is left; for parts that are read as a whole, such as embedded documents.
  mutating func readAll() throws(ReadingError) -> [UInt8] {
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    var bytes: [UInt8] = []
    while true {
      let count = try read(into: &chunk, 0..<chunk.count)
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// Counts what the part adds to the document.
  func use(_ count: Int, of kind: ReadingLimits.Kind) throws(ReadingError) {
    if !budget.use(count, of: kind) { throw limit(kind) }
  }

  /// The error of a limit that is met.
  func limit(_ kind: ReadingLimits.Kind) -> ReadingError {
    .limit(file: file, part: part, kind: kind, allowed: limits.allowed(kind))
  }
}
