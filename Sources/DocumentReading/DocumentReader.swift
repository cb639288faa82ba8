public import ProgrammeModel

/// Reads a file into a document, whatever its format.
///
/// ```swift
/// let source = try DocumentReader().read(bytes, named: "ke-hoach.docx")
/// source.value.blocks.count  // paragraphs and tables in reading order
/// ```
public struct DocumentReader: Sendable {
  /// What hostile input may cost.
  public var limits: ReadingLimits

  /// Makes a reader.
  public init(limits: ReadingLimits = ReadingLimits()) {
    self.limits = limits
  }

  /// Reads the bytes of a file; the format is told from the bytes, not from the name.
  public func read(
    _ bytes: [UInt8], named name: String
  ) throws(ReadingError) -> Outcome<SourceDocument> {
    if bytes.isEmpty { throw .empty(file: name) }
    switch unsafe bytes.withUnsafeBufferPointer({ unsafe FileFormat(of: $0) }) {
    case .archive: return try WordReader(limits: limits).read(bytes, named: name)
    case .compound: throw Self.error(ofCompound: bytes, named: name)
    case .other(let format): throw .otherFormat(file: name, format: format)
    case .unknown where FileFormat.isNamedAsWord(name): throw .notAnArchive(file: name)
    case .unknown: return try PlainTextReader().read(bytes, named: name)
    }
  }

  /// Why a Compound File is not read: it is locked, it is an old Word document, or something else.
  private static func error(ofCompound bytes: [UInt8], named name: String) -> ReadingError {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      if unsafe CompoundFile.names("EncryptionInfo", in: buffer)
        || CompoundFile.names("EncryptedPackage", in: buffer)
      {
        return .encrypted(file: name)
      }
      if unsafe CompoundFile.names("WordDocument", in: buffer) {
        return .oldWordFormat(file: name)
      }
      return .otherFormat(file: name, format: "OLE2")
    }
  }
}
