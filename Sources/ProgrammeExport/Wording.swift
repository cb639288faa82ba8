/// The wording of the review page: every label in Vietnamese and in English.
extension ReviewWord {
  static let aboutTheDocument = ReviewWord("Thông tin văn bản", "About the document")
  static let appendix = ReviewWord("Phụ lục", "Appendix")
  static let body = ReviewWord("Cơ quan", "Body")
  static let by = ReviewWord("Đến", "By")
  static let byIssuer = ReviewWord("Theo cơ quan ban hành", "By issuer")
  static let byType = ReviewWord("Theo loại văn bản", "By type")
  static let byYear = ReviewWord("Theo năm", "By year")
  static let charactersPlaced = ReviewWord("Đối soát ký tự", "Characters accounted for")
  static let closing = ReviewWord("Phần kết", "Closing")
  static let continuing = ReviewWord("Tiếp tục", "Continuing")
  static let cooperating = ReviewWord("Phối hợp", "With")
  static let date = ReviewWord("Ngày ban hành", "Date")
  static let deadline = ReviewWord("Thời hạn", "Due")
  static let documents = ReviewWord("Văn bản", "Documents")
  static let due = ReviewWord("Hạn", "Due")
  static let entryText = ReviewWord("Nội dung", "Text")
  static let error = ReviewWord("Lỗi", "Error")
  static let errors = ReviewWord("lỗi", "errors")
  static let find = ReviewWord("Tìm (không cần dấu)", "Find (accents ignored)")
  static let findInSite = ReviewWord(
    "Tìm trong tên văn bản và nhiệm vụ (không cần dấu)",
    "Find in titles and tasks (accents ignored)")
  static let fold = ReviewWord("Thu gọn", "Fold")
  static let found = ReviewWord("Kết quả tìm kiếm", "Found")
  static let index = ReviewWord("Mục lục", "Index")
  static let indicator = ReviewWord("Chỉ tiêu", "Indicator")
  static let issuer = ReviewWord("Cơ quan ban hành", "Issuer")
  static let lead = ReviewWord("Chủ trì", "Lead")
  static let leadInFields = ReviewWord("nêu ở dòng thông tin", "named in a field line")
  static let leadInHeading = ReviewWord("nêu ở đề mục", "named in the heading")
  static let leadInSentence = ReviewWord("nêu trong câu", "named in the sentence")
  static let leadInTable = ReviewWord("nêu trong bảng", "named in the table")
  static let leftOut = ReviewWord("Từ quá thường gặp, không xét:", "Words too common, left out:")
  static let listOfDocuments = ReviewWord("Mục lục văn bản", "List of documents")
  static let markedFacts = ReviewWord("Dữ kiện được đánh dấu", "Facts that are marked")
  static let more = ReviewWord("Xem thêm", "More")
  static let needsReview = ReviewWord("Cần xem lại", "To be checked")
  static let needsScript = ReviewWord(
    "Tìm kiếm và danh sách dài cần JavaScript.",
    "Search and long lists need JavaScript.")
  static let nextPage = ReviewWord("Sau", "Next")
  static let noHits = ReviewWord("Không tìm thấy.", "Nothing found.")
  static let notConverted = ReviewWord("Không chuyển được", "Not converted")
  static let note = ReviewWord("Lưu ý", "Note")
  static let notStated = ReviewWord("Không ghi", "Not stated")
  static let number = ReviewWord("Số, ký hiệu", "Number")
  static let openAll = ReviewWord("Mở hết", "Open all")
  static let opening = ReviewWord("Phần mở đầu", "Opening")
  static let otherLanguage = ReviewWord("English", "Tiếng Việt")
  static let overview = ReviewWord("Tổng quan", "Overview")
  static let period = ReviewWord("Kỳ", "Period")
  static let place = ReviewWord("Địa danh", "Place")
  static let previousPage = ReviewWord("Trước", "Previous")
  static let product = ReviewWord("Sản phẩm", "Product")
  static let role = ReviewWord("Loại", "Role")
  static let roleResult = ReviewWord("Kết quả", "Result")
  static let roleStatement = ReviewWord("Nhận định", "Statement")
  static let roleTarget = ReviewWord("Chỉ tiêu", "Target")
  static let roleTask = ReviewWord("Nhiệm vụ", "Task")
  static let security = ReviewWord("Độ mật", "Security")
  static let signedBy = ReviewWord("Người ký", "Signed by")
  static let skipToContent = ReviewWord("Đến nội dung", "Skip to content")
  static let superior = ReviewWord("Cơ quan cấp trên", "Superior")
  static let table = ReviewWord("Bảng", "Table")
  static let targets = ReviewWord("Chỉ tiêu", "Targets")
  static let targetValue = ReviewWord("Mức", "Value")
  static let tasks = ReviewWord("Nhiệm vụ", "Tasks")
  static let taskTree = ReviewWord("Cây nhiệm vụ", "Task tree")
  static let text = ReviewWord("Văn bản", "Text")
  static let toBeChecked = ReviewWord("Cần xem lại", "To be checked")
  static let typeOn = ReviewWord(
    "Từ cuối còn ngắn: chỉ tìm đúng từ đó. Gõ thêm chữ để tìm rộng hơn.",
    "The last word is short: only this very word is found. Type on to find words that begin so.")
  static let unread = ReviewWord("không đọc", "unread")
  static let unreadPieces = ReviewWord(
    "Không đọc được dữ liệu bên cạnh trang này:",
    "The data beside this page cannot be read:")
  static let urgency = ReviewWord("Độ khẩn", "Urgency")
  static let warning = ReviewWord("Cảnh báo", "Warning")
  static let warnings = ReviewWord("cảnh báo", "warnings")
  static let whatIsDue = ReviewWord("Đến hạn", "What is due")
  static let whoDoesWhat = ReviewWord("Ai làm gì, khi nào", "Who does what by when")
  static let withDeadline = ReviewWord("Có thời hạn", "With a deadline")
  static let withErrors = ReviewWord("Văn bản có lỗi", "Documents with errors")
  static let withoutDay = ReviewWord("Không có ngày cụ thể", "Without a day")
  static let withWarnings = ReviewWord("Văn bản có cảnh báo", "Documents with warnings")
}

/// The wording of Markdown.
enum MarkdownLabel {
  static let superior = "Cơ quan cấp trên"
  static let issuer = "Cơ quan ban hành"
  static let number = "Số, ký hiệu"
  static let placeAndDate = "Địa danh, ngày tháng"
  static let security = "Độ mật"
  static let urgency = "Độ khẩn"
  static let addressees = "Kính gửi"
  static let recipients = "Nơi nhận:"
}

/// The wording of dates: EDTF as people write it.
extension ReviewWord {
  /// The words for a date in EDTF, such as `2008-05-14` (14/5/2008), `2025-10` (tháng 10/2025), `2023-36`
  /// (quý IV/2023), `2021/2025` (2021 - 2025); `nil` for what has no such words, such as a year half blank.
  init?(date edtf: String) {
    let ends = edtf.split(separator: "/", omittingEmptySubsequences: false)
    let words = ends.compactMap { ReviewWord(day: $0) }
    guard words.count == ends.count, let first = words.first, let last = words.last else {
      return nil
    }
    switch words.count {
    case 1: self = first
    case 2:
      self.init(
        "\(first.vietnamese) - \(last.vietnamese)", "\(first.english) - \(last.english)")
    default: return nil
    }
  }

  private init?(day edtf: Substring) {
    let parts = edtf.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.dropFirst().compactMap { $0.utf8.count == 2 ? Int($0) : nil }
    guard let head = parts.first, head.utf8.count == 4, numbers.count == parts.count - 1 else {
      return nil
    }
    // A day or a quarter without a year is written without one.
    let isYear = head.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isYear || (head == "XXXX" && !numbers.isEmpty) else { return nil }
    let year = isYear ? "/\(head)" : ""
    switch numbers.count {
    case 0: self.init(isYear ? "năm \(head)" : "", String(head))
    case 1:
      let number = numbers[0]
      switch number {
      case 1...12: self.init("tháng \(number)\(year)", "\(number)\(year)")
      case 33...36:
        let quarter = ["I", "II", "III", "IV"][number - 33]
        self.init("quý \(quarter)\(year)", "quarter \(quarter)\(year)")
      case 40 where isYear:
        self.init("6 tháng đầu năm \(year.dropFirst())", "first half of \(year.dropFirst())")
      case 41 where isYear:
        self.init("6 tháng cuối năm \(year.dropFirst())", "second half of \(year.dropFirst())")
      default: return nil
      }
    case 2 where (1...12).contains(numbers[0]) && (1...31).contains(numbers[1]):
      self.init("\(numbers[1])/\(numbers[0])\(year)", "\(numbers[1])/\(numbers[0])\(year)")
    default: return nil
    }
  }
}
