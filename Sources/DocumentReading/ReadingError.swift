/// Why a file cannot be read: which file, which part of it, what is wrong.
///
/// ```swift
/// do throws(ReadingError) { … } catch {
///   print(error.code)                 // "read.malformed-xml"
///   print(error.message(in: .english))
///   // q4.docx: word/document.xml, line 2: the XML is not well-formed (…). Open the file …
/// }
/// ```
public enum ReadingError: Error, Hashable, Sendable {
  /// The file holds no byte.
  case empty(file: String)
  /// The file is named as a Word document and is no ZIP archive.
  case notAnArchive(file: String)
  /// The archive ends before its table of contents.
  case truncatedArchive(file: String)
  /// The archive's table of contents cannot be read.
  case damagedArchive(file: String, reason: String)
  /// The file is locked with a password.
  case encrypted(file: String)
  /// The file is a document of a version of Word before 97, such as `Word 6/95`, whatever its name says.
  case oldWordFormat(file: String, version: String)
  /// The file is of another known format, such as `PDF` or `RTF`.
  case otherFormat(file: String, format: String)
  /// The file is binary and of no known format.
  case notText(file: String)
  /// The package names no main part, or one that it does not hold.
  case missingMainPart(file: String, tried: String)
  /// The package is of another application: its main part has this content type.
  case notAWordDocument(file: String, contentType: String)
  /// A part cannot be inflated, or a stream of an older document cannot be read.
  case damagedPart(file: String, part: String, reason: String)
  /// A part is not well-formed XML; lines count from one.
  case malformedXML(file: String, part: String, line: Int, reason: String)
  /// A part declares a document type, which the standard forbids (ISO/IEC 29500-2, 9.1.4).
  case documentType(file: String, part: String)
  /// The input meets a limit; `allowed` is its value.
  case limit(file: String, part: String?, kind: ReadingLimits.Kind, allowed: Int)
}

extension ReadingError {
  /// The stable name, such as `read.not-an-archive`.
  public var code: String {
    switch self {
    case .empty: "read.empty"
    case .notAnArchive: "read.not-an-archive"
    case .truncatedArchive: "read.truncated-archive"
    case .damagedArchive: "read.damaged-archive"
    case .encrypted: "read.encrypted"
    case .oldWordFormat: "read.old-word-format"
    case .otherFormat: "read.other-format"
    case .notText: "read.not-text"
    case .missingMainPart: "read.missing-main-part"
    case .notAWordDocument: "read.not-a-word-document"
    case .damagedPart: "read.damaged-part"
    case .malformedXML: "read.malformed-xml"
    case .documentType: "read.document-type"
    case .limit: "read.limit"
    }
  }

  /// The file's name without its folder.
  public var file: String {
    switch self {
    case .empty(let file), .notAnArchive(let file), .truncatedArchive(let file),
      .damagedArchive(let file, _), .encrypted(let file), .oldWordFormat(let file, _),
      .otherFormat(let file, _), .notText(let file), .missingMainPart(let file, _),
      .notAWordDocument(let file, _), .damagedPart(let file, _, _),
      .malformedXML(let file, _, _, _), .documentType(let file, _), .limit(let file, _, _, _):
      file
    }
  }

  /// The part of the package, or `nil` where the file as a whole is meant.
  public var part: String? {
    switch self {
    case .damagedPart(_, let part, _), .malformedXML(_, let part, _, _), .documentType(_, let part):
      part
    case .limit(_, let part, _, _): part
    default: nil
    }
  }
}
