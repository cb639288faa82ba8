/// What letterhead, title and signature of a document say.
public struct Metadata: Hashable, Sendable, Codable {
  /// The body above the issuer (cơ quan cấp trên), or `nil`.
  public var superior: String?
  /// The body that issued it (cơ quan ban hành); lines of one name are joined by one space.
  public var issuer: String?
  /// `ĐẢNG CỘNG SẢN VIỆT NAM`, or quốc hiệu and tiêu ngữ joined by one space.
  public var motto: String?
  /// The number, or `nil` where it is blank.
  public var number: String?
  /// The symbol, such as `CTr/HU`.
  public var symbol: String?
  /// Number and symbol as written, such as `139-KH/HU`, or `nil` where the number is blank.
  public var code: String?
  /// The type word (tên loại) as written, or `nil` for a công văn.
  public var type: String?
  /// The code of the type word, such as `CTr`.
  public var typeCode: String?
  /// The subject (trích yếu); its lines are joined by one space.
  public var subject: String?
  /// The place (địa danh).
  public var place: String?
  /// The date, with its blanks.
  public var date: DocumentDate?
  /// The time the document plans or reports, or `nil` where its title names none.
  public var period: Period?
  /// The bodies it is addressed to (Kính gửi).
  public var addressees: [String]
  /// The bodies that receive a copy (Nơi nhận), without dash and closing `;` or `.`.
  public var recipients: [String]
  /// Who signed, or `nil`.
  public var signature: Signature?
  /// The mark of security (độ mật), or `nil`.
  public var security: String?
  /// The mark of urgency (độ khẩn), or `nil`.
  public var urgency: String?
  /// Whether the document calls itself a draft (dự thảo).
  public var isDraft: Bool

  /// Where the lines stand that values were read from.
  @Unwritten public var spans: [Field: [SourceSpan]] = [:]

  /// A value that is read from lines of its own.
  public enum Field: Hashable, Sendable {
    /// `superior`
    case superior
    /// `issuer`
    case issuer
    /// `number`, `symbol` and `code`
    case number
    /// `place`
    case place
    /// `date`
    case date
    /// `subject` and `period`
    case subject
    /// `signature`
    case signature
    /// `security`
    case security
    /// `urgency`
    case urgency
  }

  private enum CodingKeys: String, CodingKey {
    case superior, issuer, motto, number, symbol, code, type, typeCode, subject, place, date
    case period, addressees, recipients, signature, security, urgency, isDraft
  }

  /// Makes metadata; everything starts absent.
  public init(
    superior: String? = nil, issuer: String? = nil, motto: String? = nil, number: String? = nil,
    symbol: String? = nil, code: String? = nil, type: String? = nil, typeCode: String? = nil,
    subject: String? = nil, place: String? = nil, date: DocumentDate? = nil,
    period: Period? = nil, addressees: [String] = [], recipients: [String] = [],
    signature: Signature? = nil, security: String? = nil, urgency: String? = nil,
    isDraft: Bool = false
  ) {
    self.superior = superior
    self.issuer = issuer
    self.motto = motto
    self.number = number
    self.symbol = symbol
    self.code = code
    self.type = type
    self.typeCode = typeCode
    self.subject = subject
    self.place = place
    self.date = date
    self.period = period
    self.addressees = addressees
    self.recipients = recipients
    self.signature = signature
    self.security = security
    self.urgency = urgency
    self.isDraft = isDraft
  }
}

/// The date of a document as written and as a machine reads it.
public struct DocumentDate: Hashable, Sendable, Codable {
  /// The words, blanks included.
  public var text: String
  /// The date in EDTF as far as it is written, or `nil` where everything is blank.
  public var edtf: String?

  /// Makes a date.
  public init(text: String, edtf: String?) {
    self.text = text
    self.edtf = edtf
  }
}

/// The time that a programme plans or a report covers.
public struct Period: Hashable, Sendable, Codable {
  /// The words.
  public var text: String
  /// The period in EDTF.
  public var edtf: String
  /// Its first day, `YYYY-MM-DD`, or `nil` where the year is not given.
  public var start: String?
  /// Its last day, `YYYY-MM-DD`, or `nil` where the year is not given.
  public var end: String?

  /// Makes a period.
  public init(text: String, edtf: String, start: String?, end: String?) {
    self.text = text
    self.edtf = edtf
    self.start = start
    self.end = end
  }
}

/// Who signed a document, and for whom.
public struct Signature: Hashable, Sendable, Codable {
  /// The lines of authority, such as `T/M BAN THƯỜNG VỤ`.
  public var authority: [String]
  /// The position (chức vụ), such as `BÍ THƯ`.
  public var title: String?
  /// The name of the signatory.
  public var name: String?

  /// Makes a signature.
  public init(authority: [String], title: String?, name: String?) {
    self.authority = authority
    self.title = title
    self.name = name
  }
}
