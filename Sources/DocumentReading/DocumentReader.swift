public import ProgrammeModel
internal import VietnameseText

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
    switch FileFormat(of: bytes) {
    case .archive:
      let reader = WordReader(
        limits: limits, parser: readsWithLibXMLAlone ? .libXMLAlone : .plainFirst)
      return try checked(reader.read(bytes, named: name))
    case .rtf: return try checked(RTFReader(limits: limits).read(bytes, named: name))
    case .html: return try checked(HTMLReader(limits: limits).read(bytes, named: name))
    case .mhtml: return try checked(MHTMLReader(limits: limits).read(bytes, named: name))
    case .compound: return try checked(compound(bytes, named: name))
    case .openDocument: throw try OpenDocument.refusal(of: bytes, named: name, limits: limits)
    case .oldWord(let version): throw .oldWordFormat(file: name, version: version)
    case .other(let format): throw .otherFormat(file: name, format: format)
    case .unknown where FileFormat.isNamedAsWord(name): throw .notAnArchive(file: name)
    case .unknown: return try checked(PlainTextReader().read(bytes, named: name))
    }
  }

  /// Why a file is not read, or `nil` where it is.
  public func refusal(of bytes: [UInt8], named name: String) -> ReadingError? {
    do throws(ReadingError) {
      _ = try read(bytes, named: name)
      return nil
    } catch {
      return error
    }
  }

  /// Whether a file is of a format that is known and not read, told without reading its text.
  public func isOfUnreadFormat(_ bytes: [UInt8]) -> Bool {
    switch FileFormat(of: bytes) {
    case .other, .oldWord: return true
    case .openDocument: return isHarmless(bytes)
    case .compound:
      do throws(ReadingError) {
        let container = try CompoundFile(reading: bytes, named: "")
        return try BinaryDocument.isOld(container)
      } catch {
        return false
      }
    case .archive, .rtf, .html, .mhtml, .unknown: return false
    }
  }

  /// Whether a file is neither locked nor meets a limit.
  public func isHarmless(_ bytes: [UInt8]) -> Bool {
    switch refusal(of: bytes, named: "") {
    case .encrypted, .limit: false
    default: true
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
    guard let tooLong else { return noting(read) }
    throw .limit(
      file: read.value.name, part: tooLong.part, kind: .textBytes, allowed: limits.textBytes)
  }

  /// The document, with a diagnostic where no text is in it.
  private func noting(_ read: Outcome<SourceDocument>) -> Outcome<SourceDocument> {
    var hasText = false
    for block in read.value.blocks where !hasText {
      block.forEachParagraph {
        hasText = hasText || $0.label != nil || $0.text.visibleCharacterCount > 0
      }
    }
    if hasText { return read }
    var read = read
    read.diagnostics.append(Diagnostic(.noText, String(read.value.pictureCount)))
    return read
  }

  /// Reads a Compound File: a document of Word 97-2003, or what it is instead.
  private func compound(
    _ bytes: [UInt8], named name: String
  ) throws(ReadingError) -> Outcome<SourceDocument> {
    // A locked .docx is a Compound File with these streams ([MS-OFFCRYPTO] 2.3.4).
    let locks = ["EncryptionInfo", "EncryptedPackage"]
    let container: CompoundFile
    do throws(ReadingError) {
      container = try CompoundFile(reading: bytes, named: name)
    } catch {
      throw locks.contains { CompoundFile.mentions($0, in: bytes) } ? .encrypted(file: name) : error
    }
    if locks.contains(where: container.holds) { throw .encrypted(file: name) }
    if container.holds(BinaryDocument.mainStream) {
      return try BinaryReader.read(container, named: name, limits: limits)
    }
    let format = Self.otherStreams.first { container.holds($0.stream) }?.format
    throw .otherFormat(file: name, format: format ?? "OLE2")
  }

  /// What other documents in a Compound File are told by.
  private static let otherStreams: [(stream: String, format: String)] = [
    ("Workbook", "Excel 97-2003"), ("Book", "Excel 5/95"),
    ("PowerPoint Document", "PowerPoint 97-2003"), ("__properties_version1.0", "Outlook"),
  ]
}
