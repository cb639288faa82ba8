extension Diagnostic.Kind {
  /// Everything that extracting notices, `extract.*`.
  static let extracting: [Diagnostic.Kind] = [
    .blankNumber, .incompleteDate, .impossibleDate, .unknownType, .noLetterhead, .typeDiffers,
    .unsigned, .severalSignatures, .misplacedTone,
  ]

  /// The number of the document is left blank.
  public static let blankNumber = Diagnostic.Kind(
    .warning, "extract.blank-number", "the number of the document ({0}) is left blank",
    "số của văn bản ({0}) còn để trống")

  /// A part of the date is left blank.
  public static let incompleteDate = Diagnostic.Kind(
    .warning, "extract.incomplete-date", "the date “{0}” is not complete",
    "ngày tháng “{0}” chưa đầy đủ")

  /// The date has a day or a month that no calendar has.
  public static let impossibleDate = Diagnostic.Kind(
    .warning, "extract.impossible-date", "the calendar has no “{0}”",
    "không có ngày “{0}” trong lịch")

  /// A document with tasks has no type, or one that the vocabulary does not have.
  public static let unknownType = Diagnostic.Kind(
    .warning, "extract.unknown-type",
    "the document has tasks, but no type of document that is known was found",
    "văn bản có nhiệm vụ nhưng không thấy tên loại văn bản đã biết")

  /// A document with tasks has no letterhead.
  public static let noLetterhead = Diagnostic.Kind(
    .warning, "extract.no-letterhead",
    "the document has tasks, but no letterhead was found",
    "văn bản có nhiệm vụ nhưng không thấy phần đầu (cơ quan ban hành, số, ngày)")

  /// The code in the symbol belongs to another type than the words of the title.
  public static let typeDiffers = Diagnostic.Kind(
    .warning, "extract.type-differs",
    "the title says {0}, but {1} in the number stands for {2}: the title is believed",
    "tên loại là {0} nhưng {1} trong số, ký hiệu là của {2}: lấy theo tên loại")

  /// A document with tasks has no signature, or one without a name.
  public static let unsigned = Diagnostic.Kind(
    .warning, "extract.unsigned",
    "the document has tasks, but no signature with a name was found",
    "văn bản có nhiệm vụ nhưng không thấy chữ ký có họ tên")

  /// Several persons signed; the last counts.
  public static let severalSignatures = Diagnostic.Kind(
    .note, "extract.several-signatures",
    "several persons signed ({0}): the last is given as the signatory",
    "có nhiều người ký ({0}): lấy người ký sau cùng")

  /// A word whose tone stands where none can: the word, and the one that is probably meant.
  public static let misplacedTone = Diagnostic.Kind(
    .note, "extract.misplaced-tone", "“{0}” has its tone where none can stand: “{1}” may be meant",
    "“{0}” đặt dấu thanh sai chỗ: có thể là “{1}”")
}
