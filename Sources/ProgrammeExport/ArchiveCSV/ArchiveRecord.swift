public import ProgrammeModel
public import VietnameseLanguage

/// The record of one document for a digital archive, the 22 fields of Thông tư 05/2025/TT-BNV.
///
/// ```swift
/// let record = ArchiveRecord(of: programme, defaults: [.maintenance: "01"])
/// record[.typeName]    // "09", chương trình
/// record[.issuedDate]  // "26/06/2023"; empty where the day is left blank
/// ```
///
/// Fields that a document tells about are filled from it, as long as the circular lets them be; a
/// default fills a field that the document leaves empty. Everything else stays empty: how long a
/// document is kept, for instance, is for the archive to say.
public struct ArchiveRecord: Hashable, Sendable {
  /// The fields in the order of the circular.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    /// The record's own id, from the name of the file; see `ArchiveID`.
    case docId
    /// The code in the archive, given by the archive.
    case arcDocCode
    /// How long the document is kept (thời hạn bảo quản).
    case maintenance
    /// The type of document by its number in the circular.
    case typeName
    /// The number.
    case codeNumber
    /// The symbol.
    case codeNotation
    /// The date, `DD/MM/YYYY`.
    case issuedDate
    /// The body that issued it; several are parted by `;`.
    case organName
    /// The subject (trích yếu).
    case subject
    /// The language: `01` is Vietnamese.
    case language
    /// How many pages it has.
    case numberOfPage
    /// The information sign (ký hiệu thông tin).
    case inforSign
    /// Key words: the bodies and campaigns that it names most.
    case keyword
    /// Who may use it: `01` anybody, `02` on conditions, `03` secret.
    case mode
    /// How far the copy can be relied on (mức độ tin cậy).
    case confidenceLevel
    /// Notes by hand (bút tích).
    case autograph
    /// The physical state (tình trạng vật lý).
    case format
    /// How it was processed.
    case process
    /// Whether there is a copy against loss.
    case riskRecovery
    /// The state of that copy.
    case riskRecoveryStatus
    /// Remarks: what is in doubt about the document.
    case description
    /// Whether it was withdrawn.
    case isCan

    /// How many characters the circular allows, or `nil` for a code of fixed length.
    public var limit: Int? {
      switch self {
      case .docId: 25
      case .arcDocCode, .keyword: 100
      case .codeNumber: 11
      case .codeNotation, .inforSign: 30
      case .organName: 200
      case .subject, .description: 500
      case .autograph: 2000
      default: nil
      }
    }
  }

  /// The values by field; a field without value is absent.
  private var values: [Field: String] = [:]

  /// Makes the record of a programme; a default fills a field that is empty otherwise.
  ///
  /// Without an id the record has that of the file's name. See `ArchiveID` for several records.
  public init(
    of programme: Programme, id: String? = nil, defaults: [Field: String] = [:],
    lexicon: Lexicon = .standard
  ) {
    let metadata = programme.metadata
    fill(.docId, id ?? ArchiveID.id(of: programme.source.name))
    fill(.typeName, ArchiveValue.typeNumber(of: metadata, lexicon))
    fill(.codeNumber, metadata.number)
    fill(.codeNotation, metadata.symbol)
    fill(.issuedDate, metadata.date?.edtf.flatMap(ArchiveValue.date))
    fill(.organName, metadata.issuer.map { ArchiveValue.bodies($0, lexicon) })
    fill(.subject, metadata.subject)
    fill(.language, "01")
    fill(.keyword, ArchiveValue.keywords(of: programme, limit: Field.keyword.limit ?? .max))
    fill(.mode, ArchiveValue.mode(of: programme, lexicon))
    fill(.description, ArchiveValue.remarks(of: programme))
    for (field, value) in defaults where self[field].isEmpty { fill(field, value) }
  }

  /// The value of a field, or an empty text.
  public subscript(field: Field) -> String { values[field] ?? "" }

  /// The values of all fields in order.
  public var cells: [String] { Field.allCases.map { self[$0] } }

  private mutating func fill(_ field: Field, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    values[field] = field.limit.map { ArchiveValue.cut(value, to: $0) } ?? value
  }
}
