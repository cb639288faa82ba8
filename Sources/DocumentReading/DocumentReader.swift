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

  /// Whether libxml2 alone reads XML, without the tokenizer in front of it: the same result, more slowly.
  ///
  /// Tests and fuzz targets compare the two.
  public var readsWithLibXMLAlone = false

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
    case .archive:
      let reader = WordReader(
        limits: limits, parser: readsWithLibXMLAlone ? .libXMLAlone : .plainFirst)
      return try checked(reader.read(bytes, named: name))
    case .compound: throw Self.error(ofCompound: bytes, named: name)
    case .other(let format): throw .otherFormat(file: name, format: format)
    case .unknown where FileFormat.isNamedAsWord(name): throw .notAnArchive(file: name)
    case .unknown: return try checked(PlainTextReader().read(bytes, named: name))
    }
  }

  /// The document, if none of its texts is too long: what is done with a text takes many times its size.
  private func checked(
    _ read: Outcome<SourceDocument>
  ) throws(ReadingError) -> Outcome<SourceDocument> {
    var tooLong: Location?
    read.value.forEachParagraph { paragraph in
      if paragraph.text.utf8.count > limits.textBytes { tooLong = paragraph.location }
    }
    guard let tooLong else { return read }
    throw .limit(
      file: read.value.name, part: tooLong.part, kind: .textBytes, allowed: limits.textBytes)
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
