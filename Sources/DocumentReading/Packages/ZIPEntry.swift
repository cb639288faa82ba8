internal import CZip

/// A part of an archive while it is inflated, every byte counted against the limits.
@safe struct ZIPEntry: ~Copyable {
  /// The file's name, for errors.
  let file: String
  /// The part's name.
  let part: String

  private let stream: OpaquePointer
  private let limits: ReadingLimits
  private let budget: ReadingBudget
  private let ratioLimit: Int
  private var inflated = 0

  init(
    _ stream: OpaquePointer, file: String, part: String, compressedSize: Int,
    limits: ReadingLimits, budget: ReadingBudget
  ) {
    unsafe self.stream = unsafe stream
    self.file = file
    self.part = part
    self.limits = limits
    self.budget = budget
    let (product, overflow) = compressedSize.multipliedReportingOverflow(by: limits.ratio)
    ratioLimit = overflow ? Int.max : max(product, limits.ratioGrace)
  }

  deinit {
    unsafe zip_fclose(stream)
  }

  /// Inflates the next bytes and says how many; none at the end.
  mutating func read(
    into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(ReadingError) -> Int {
    let count = unsafe zip_fread(stream, buffer.baseAddress, zip_uint64_t(buffer.count))
    guard count >= 0 else {
      let reason = unsafe String(cString: zip_error_strerror(zip_file_get_error(stream)))
      throw .damagedPart(file: file, part: part, reason: reason)
    }
    inflated += Int(count)
    if inflated > limits.partBytes { throw limit(.partBytes) }
    if inflated > ratioLimit { throw limit(.ratio) }
    try use(Int(count), of: .totalBytes)
    return Int(count)
  }

  /// Inflates everything that is left; for parts that are read as a whole, such as embedded documents.
  mutating func readAll() throws(ReadingError) -> [UInt8] {
    let chunk = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 14)
    defer { unsafe chunk.deallocate() }
    var bytes: [UInt8] = []
    while true {
      let count = try unsafe read(into: chunk)
      if count == 0 { return bytes }
      unsafe bytes.append(contentsOf: chunk[..<count])
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
