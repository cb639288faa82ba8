/// The names of sheets and the headings of columns, in Vietnamese and in English.
enum SheetWording {
  /// A heading and the width of its column, in letters.
  typealias Heading = (vietnamese: String, english: String, width: Double)

  static let names: [WorkbookSheet: (vietnamese: String, english: String)] = [
    .documents: ("Văn bản", "Documents"),
    .tasks: ("Nhiệm vụ", "Tasks"),
    .targets: ("Chỉ tiêu", "Targets"),
    .citations: ("Viện dẫn", "Citations"),
    .findings: ("Cần xem lại", "To be checked"),
    .records: ("Hồ sơ lưu trữ", "Archive records"),
    .list: ("Mục lục văn bản", "List of documents"),
  ]

  static let columns: [WorkbookSheet: [Heading]] = [
    .documents: [
      path, ("Cơ quan cấp trên", "Superior", 28), issuer, ("Loại văn bản", "Type", 16), code,
      ("Ngày ban hành", "Date", 14), ("Ngày ghi trong văn bản", "Date as written", 22),
      ("Địa danh", "Place", 16), ("Trích yếu", "Subject", 50), ("Kỳ", "Period", 20),
      ("Từ ngày", "First day", 12), ("Đến ngày", "Last day", 12), ("Chức vụ", "Position", 20),
      ("Người ký", "Signed by", 20), ("Nơi nhận", "Recipients", 30), ("Độ mật", "Security", 10),
      ("Độ khẩn", "Urgency", 10), ("Số nhiệm vụ", "Tasks", 10), ("Số chỉ tiêu", "Targets", 10),
      ("Cần xem lại", "To be checked", 12), ("Ký tự không đọc", "Characters unread", 14),
      ("Định dạng", "Format", 10), digest,
    ],
    .tasks: [
      path, issuer, code, entry, ("Đường mục", "Markers", 14), ("Đề mục", "Section", 36),
      ("Loại", "Role", 10), ("Nội dung", "Text", 70), ("Tiếp tục", "Continuing", 9),
      ("Chủ trì", "Lead", 28), ("Chủ trì nêu ở", "Lead named in", 12),
      ("Phối hợp", "Cooperating", 28), ("Thời hạn", "Due", 24), ("Từ ngày", "First day", 12),
      ("Đến ngày", "Last day", 12), ("Sản phẩm", "Product", 20), ("Chỉ tiêu", "Targets", 30),
      ("Viện dẫn", "References", 24), ("Số lượng", "Quantities", 20), location, digest,
    ],
    .targets: [
      path, issuer, code, entry, ("Chỉ tiêu", "Indicator", 50), ("So sánh", "Comparator", 10),
      ("Mức", "Value", 12), ("Đơn vị tính", "Unit", 16), ("Đến", "By", 10),
      ("Chủ trì", "Lead", 28), ("Nội dung", "Text", 60), location,
    ],
    .citations: [
      path, code, ("Văn bản được viện dẫn", "As cited", 50), ("Loại", "Type", 16),
      ("Số, ký hiệu được viện dẫn", "Number cited", 20), ("Ngày", "Date", 12),
      ("Cơ quan ban hành", "Issuer", 30), ("Tên", "Title", 40), location,
    ],
    .findings: [
      path, ("Mức độ", "Severity", 10), ("Mã", "Code", 28), ("Nội dung", "Message", 80), location,
    ],
    .list: [
      ("STT", "No.", 6), ("Số, ký hiệu", "Number", 20), ("Ngày tháng", "Date", 14),
      ("Tên loại và trích yếu", "Type and subject", 60), ("Tác giả", "Author", 36),
      ("Tờ số", "Sheet", 8), ("Ghi chú", "Remarks", 24),
    ],
  ]

  private static let path: Heading = ("Tệp", "File", 30)
  private static let issuer: Heading = ("Cơ quan ban hành", "Issuer", 28)
  private static let code: Heading = ("Số, ký hiệu", "Number", 20)
  private static let entry: Heading = ("Mã", "Id", 12)
  private static let location: Heading = ("Vị trí", "Place in the file", 24)
  private static let digest: Heading = ("SHA-256", "SHA-256", 20)

  /// What stands behind a text that is longer than a cell may be.
  static let cut = (vietnamese: " … (còn nữa trong tệp)", english: " … (goes on in the file)")

  /// The words for roles, severities and the places of leads.
  static let words: [String: String] = [
    "task": "nhiệm vụ", "target": "chỉ tiêu", "result": "kết quả", "statement": "nhận định",
    "warning": "cảnh báo", "error": "lỗi", "note": "lưu ý",
    "sentence": "câu", "table": "bảng", "fields": "dòng thông tin", "heading": "đề mục",
    "true": "có", "false": "",
  ]
}
