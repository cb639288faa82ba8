extension Diagnostic.Kind {
  /// What reading notices of Word documents.
  static let readingWord: [Diagnostic.Kind] = [
    hiddenText, comments, trackedChanges, repeatedFurniture, unknownElement, undefinedList,
    undefinedLevel, unknownNumberFormat, unreadChunk, missingPart, coveredText, unknownBullet,
    meaninglessBytes, embeddedObjects, damagedText, openFields, unreadText, duplicateEntry,
    noText,
  ]

  /// `{0}` characters of hidden text.
  public static let hiddenText = Diagnostic.Kind(
    .note, "read.hidden-text",
    "{0} characters of hidden text are left out; they are counted as unread",
    "bỏ qua {0} ký tự văn bản ẩn; đã tính vào phần không đọc")

  /// `{0}` characters of comments.
  public static let comments = Diagnostic.Kind(
    .note, "read.comments",
    "{0} characters of comments are left out; they are counted as unread",
    "bỏ qua {0} ký tự trong nhận xét (comment); đã tính vào phần không đọc")

  /// Changes are tracked.
  public static let trackedChanges = Diagnostic.Kind(
    .note, "read.tracked-changes",
    "the document holds tracked changes: the text is read as if all of them were accepted",
    """
    văn bản có vết sửa (Track Changes) chưa chấp nhận: được đọc như khi đã chấp nhận mọi vết sửa
    """)

  /// The header or footer `{0}` says the same as one before it, or is on no page.
  public static let repeatedFurniture = Diagnostic.Kind(
    .note, "read.repeated-header",
    "{0} repeats another header or footer or stands on no page; it is counted as unread",
    """
    {0} lặp lại tiêu đề đầu trang hay chân trang khác hoặc không in ở trang nào; \
    đã tính vào phần không đọc
    """)

  /// The element `{0}` is not known and holds text.
  public static let unknownElement = Diagnostic.Kind(
    .warning, "read.unknown-element",
    "the element {0} is not known; the text in it is kept",
    "không biết phần tử {0}; văn bản trong đó được giữ lại")

  /// A paragraph names the list `{0}`.
  public static let undefinedList = Diagnostic.Kind(
    .warning, "read.undefined-list",
    "the paragraph names the list {0}, which the document does not define; it has no number",
    "đoạn văn chỉ đến danh sách {0} mà tài liệu không định nghĩa; đoạn không có số thứ tự")

  /// A paragraph names level `{0}` of the list `{1}`.
  public static let undefinedLevel = Diagnostic.Kind(
    .warning, "read.undefined-level",
    """
    the paragraph names level {0} of the list {1}, which the document does not define; \
    it has no number
    """,
    """
    đoạn văn chỉ đến cấp {0} của danh sách {1} mà tài liệu không định nghĩa; \
    đoạn không có số thứ tự
    """)

  /// The number format `{0}`.
  public static let unknownNumberFormat = Diagnostic.Kind(
    .warning, "read.number-format",
    "the number format {0} is not known; the number is printed in digits",
    "không biết kiểu đánh số {0}; số được in bằng chữ số")

  /// The part `{0}` of the format `{1}` stands in the place of text.
  public static let unreadChunk = Diagnostic.Kind(
    .warning, "read.unread-chunk",
    """
    {0} stands in the place of text and is {1}, which is not read; open the document in Word \
    and save it again
    """,
    """
    {0} thay cho văn bản và thuộc định dạng {1}, không đọc được; hãy mở tài liệu bằng Word \
    rồi lưu lại
    """)

  /// The package does not hold the part `{0}`.
  public static let missingPart = Diagnostic.Kind(
    .warning, "read.missing-part",
    "the document refers to {0}, which the package does not hold",
    "văn bản chỉ đến {0} nhưng trong tệp không có")

  /// `{0}` characters in cells that a merge covers.
  public static let coveredText = Diagnostic.Kind(
    .warning, "read.covered-text",
    """
    {0} characters stand in cells that a merge covers and no page shows; \
    they are counted as unread
    """,
    "{0} ký tự nằm trong ô bị ô gộp che khuất, không in ra trang; đã tính vào phần không đọc")

  /// `{0}` bytes of text.
  public static let meaninglessBytes = Diagnostic.Kind(
    .warning, "read.meaningless-bytes",
    "{0} bytes of text have no meaning in the code page that the file names; they are read as U+FFFD",
    "{0} byte văn bản không có nghĩa trong bảng mã mà tệp nêu; được đọc thành U+FFFD")

  /// `{0}` objects of other programs.
  public static let embeddedObjects = Diagnostic.Kind(
    .note, "read.embedded-objects",
    "{0} embedded objects are not opened; what the document shows of them is read",
    "không mở {0} đối tượng nhúng; chỉ đọc phần tài liệu hiển thị")

  /// The bullet `{0}` of the font `{1}`.
  public static let unknownBullet = Diagnostic.Kind(
    .note, "read.unknown-bullet",
    "the bullet {0} of the font {1} has no picture in Unicode; • is printed",
    "dấu đầu dòng {0} của phông {1} không có trong Unicode; in dấu •")

  /// `{0}` pieces of the text of an old Word document.
  public static let damagedText = Diagnostic.Kind(
    .warning, "read.damaged-text",
    """
    {0} pieces of the text lie outside the file or out of order; what there is of them is read. \
    Compare with another copy
    """,
    """
    {0} mảnh văn bản nằm ngoài tệp hoặc sai thứ tự; phần còn đọc được vẫn được đọc. \
    Hãy đối chiếu với bản sao khác
    """)

  /// `{0}` fields of an old Word document have no end.
  public static let openFields = Diagnostic.Kind(
    .warning, "read.open-field",
    "{0} fields have no end; all of their text is read, codes too",
    "{0} trường không có điểm kết thúc; toàn bộ văn bản của trường được đọc, kể cả mã")

  /// `{0}` characters in the part `{1}`.
  public static let unreadText = Diagnostic.Kind(
    .warning, "read.unread-text",
    "{0} characters of {1} are not read, such as those of a chart or diagram; they are counted as unread",
    "không đọc {0} ký tự trong {1}, chẳng hạn của biểu đồ hay sơ đồ; đã tính vào phần không đọc")

  /// The document holds no text but `{0}` pictures.
  public static let noText = Diagnostic.Kind(
    .warning, "read.no-text",
    "the document holds no text; it shows {0} pictures, whose text is not read",
    "tài liệu không có văn bản; có {0} hình, chữ trong hình không được đọc")

  /// Two entries of the archive have the name `{0}`, or its own record calls it `{1}`.
  public static let duplicateEntry = Diagnostic.Kind(
    .warning, "read.duplicate-entry",
    "the archive holds another entry or another name for {0} ({1}); what its directory lists first is read",
    "kho nén còn một mục hoặc một tên khác cho {0} ({1}); mục mà danh mục nêu trước được đọc")
}
