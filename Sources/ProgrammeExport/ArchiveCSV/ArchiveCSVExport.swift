public import ProgrammeModel
public import VietnameseLanguage

/// Writes records for a digital archive, a row a document, in the fields of Thông tư 05/2025/TT-BNV.
///
/// ```swift
/// let export = ArchiveCSVExport(defaults: [.maintenance: "01", .confidenceLevel: "02"])
/// export.bytes(of: programmes)
/// ```
///
/// ```text
/// docId,arcDocCode,maintenance,typeName,codeNumber,codeNotation,issuedDate,…
/// ke-hoach,,01,10,139,KH/HU,26/06/2023,…
/// ```
public struct ArchiveCSVExport: Sendable {
  /// The values of fields that the documents leave empty.
  public var defaults: [ArchiveRecord.Field: String]

  /// How the table is written.
  public var options: CSVOptions

  /// The vocabulary.
  private let lexicon: Lexicon

  /// Makes an export.
  public init(
    defaults: [ArchiveRecord.Field: String] = [:], options: CSVOptions = CSVOptions(),
    lexicon: Lexicon = .standard
  ) {
    self.defaults = defaults
    self.options = options
    self.lexicon = lexicon
  }

  /// The table of several documents, in their order.
  ///
  /// `ids` has an id for each, such as `ArchiveID.distinct(paths:)` gives. Without, they come from the
  /// names of the files; files of one name are told apart by the digests of what they hold.
  public func bytes(of programmes: [Programme], ids: [String]? = nil) -> [UInt8] {
    let ids =
      ids
      ?? ArchiveID.distinct(
        paths: programmes.map { "\($0.source.sha256.prefix(8))/\($0.source.name)" })
    var rows = CSVWriter(options: options)
    rows.row(ArchiveRecord.Field.allCases.map(\.rawValue))
    for (place, programme) in programmes.enumerated() {
      let id = place < ids.count ? ids[place] : nil
      rows.row(ArchiveRecord(of: programme, id: id, defaults: defaults, lexicon: lexicon).cells)
    }
    return rows.bytes
  }
}

extension ArchiveCSVExport {
  /// What leads from a record to the file that it was made from.
  public struct Key: Hashable, Sendable {
    /// The record's id.
    public var docId: String

    /// The file's path, as `source.path` has it.
    public var path: String

    /// The SHA-256 digest of the file's bytes.
    public var sha256: String

    /// Names a file for a record.
    public init(docId: String, path: String, sha256: String) {
      self.docId = docId
      self.path = path
      self.sha256 = sha256
    }
  }

  /// The table `docId, path, sha256` that stands beside the records, which have no field for a path.
  public func bytes(of keys: [Key]) -> [UInt8] {
    var rows = CSVWriter(options: options)
    rows.row(["docId", "path", "sha256"])
    for key in keys { rows.row([key.docId, key.path, key.sha256]) }
    return rows.bytes
  }
}
