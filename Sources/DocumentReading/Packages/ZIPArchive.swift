internal import CZip

/// A ZIP archive that lies in memory.
///
/// ```swift
/// try ZIPArchive.read(bytes, file: "q4.docx", limits: limits, budget: budget) { archive in
///   var entry = try archive.open("word/document.xml")
/// }
/// ```
struct ZIPArchive: ~Copyable {
  /// The file's name, for errors.
  let file: String

  private let limits: ReadingLimits
  private let archive: ZIPHandle
  private let budget: ReadingBudget
  private let renamed: [(name: String, other: String)]

  /// Calls `body` with the archive that some bytes are; it does not copy them.
  static func read<Result>(
    _ bytes: [UInt8], file: String, limits: ReadingLimits, budget: ReadingBudget,
    _ body: (consuming ZIPArchive) throws(ReadingError) -> Result
  ) throws(ReadingError) -> Result {
    try unsafe bytes.withUnsafeBufferPointer { (buffer) throws(ReadingError) -> Result in
      try unsafe body(ZIPArchive(reading: buffer, file: file, limits: limits, budget: budget))
    }
  }

  /// Reads the archive's table of contents; the bytes must outlive it.
  private init(
    reading bytes: UnsafeBufferPointer<UInt8>, file: String, limits: ReadingLimits,
    budget: ReadingBudget
  ) throws(ReadingError) {
    var failure = unsafe zip_error_t()
    unsafe zip_error_init(&failure)
    defer { unsafe zip_error_fini(&failure) }
    guard
      let source = unsafe zip_source_buffer_create(
        bytes.baseAddress, zip_uint64_t(bytes.count), 0, &failure)
    else {
      throw .damagedArchive(
        file: file, reason: unsafe String(cString: zip_error_strerror(&failure)))
    }
    guard let archive = unsafe zip_open_from_source(source, Int32(ZIP_RDONLY), &failure) else {
      unsafe zip_source_free(source)
      if unsafe zip_error_code_zip(&failure) == ZIP_ER_NOZIP {
        throw .truncatedArchive(file: file)
      }
      throw .damagedArchive(
        file: file, reason: unsafe String(cString: zip_error_strerror(&failure)))
    }
    let handle = unsafe ZIPHandle(archive)
    guard unsafe zip_get_num_entries(archive, 0) <= limits.entries else {
      throw .limit(file: file, part: nil, kind: .entries, allowed: limits.entries)
    }
    self.archive = handle
    renamed = unsafe ZIPDirectory.renamedEntries(in: bytes.span)
    self.file = file
    self.limits = limits
    self.budget = budget
  }

  /// The place of a part, or `nil` where the archive has none of this name.
  ///
  /// Names of parts are equal whatever the case of their ASCII letters (ISO/IEC 29500-2, 7.3.5); some
  /// programs write them with backslashes, or with a slash in front.
  func index(of part: String) -> UInt64? {
    archive.indices.exact[part] ?? archive.indices.folded[part.lowercased()]
  }

  /// The names that more than one entry has, of which the first is read, and the names of entries that call
  /// themselves something else.
  var duplicates: [(name: String, other: String)] {
    archive.indices.duplicates.map { ($0, $0) } + renamed
  }

  /// The names of the entries that were not opened, in their order.
  var unopened: [String] {
    archive.indices.exact.filter { !archive.opened.contains($0.value) }
      .sorted { $0.value < $1.value }.map(\.key)
  }

  /// Whether the archive holds a part.
  func has(_ part: String) -> Bool { index(of: part) != nil }

  /// Starts to inflate a part, or is `nil` where the archive has none of this name.
  func open(_ part: String) throws(ReadingError) -> ZIPEntry? {
    guard let index = index(of: part) else { return nil }
    archive.opened.insert(index)
    return try ZIPEntry(
      index, of: archive, file: file, part: PartName.constant(part), limits: limits,
      budget: budget)
  }
}

/// The owner of libzip's handle: the archive and its entries that are being read.
@safe final class ZIPHandle {
  /// The handle.
  let pointer: OpaquePointer

  /// Owns a handle from now on.
  @unsafe init(_ pointer: OpaquePointer) {
    unsafe self.pointer = unsafe pointer
  }

  deinit { unsafe zip_discard(pointer) }

  /// The entries that were opened.
  var opened: Set<UInt64> = []

  /// The places of entries by their names, and by these in lower case; the first of a name counts.
  lazy var indices: (exact: [String: UInt64], folded: [String: UInt64], duplicates: [String]) = {
    var exact: [String: UInt64] = [:]
    var folded: [String: UInt64] = [:]
    var duplicates: [String] = []
    for index in 0..<max(unsafe zip_get_num_entries(pointer, 0), 0) {
      guard let letters = unsafe zip_get_name(pointer, zip_uint64_t(index), 0) else { continue }
      let name = unsafe String(cString: letters).replacingBackslashes
      let part = name.utf8.first == UInt8(ascii: "/") ? String(name.dropFirst()) : name
      if exact[part] == nil { exact[part] = UInt64(index) } else { duplicates.append(part) }
      if folded[part.lowercased()] == nil { folded[part.lowercased()] = UInt64(index) }
    }
    return (exact, folded, duplicates)
  }()

  /// What went wrong last.
  var failure: String { unsafe String(cString: zip_strerror(pointer)) }
}
