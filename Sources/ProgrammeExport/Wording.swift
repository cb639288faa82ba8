/// The wording of the review page: every label in Vietnamese and in English.
extension ReviewWord {
  static let aboutTheDocument = ReviewWord("Thông tin văn bản", "About the document")
  static let appendix = ReviewWord("Phụ lục", "Appendix")
  static let bodies = ReviewWord("Cơ quan", "Bodies")
  static let body = ReviewWord("Cơ quan", "Body")
  static let by = ReviewWord("Đến", "By")
  static let campaigns = ReviewWord("Phong trào", "Campaigns")
  static let charactersPlaced = ReviewWord("Ký tự đã đặt chỗ", "Characters placed")
  static let closing = ReviewWord("Phần kết", "Closing")
  static let continuing = ReviewWord("Tiếp tục", "Continuing")
  static let cooperating = ReviewWord("Phối hợp", "With")
  static let date = ReviewWord("Ngày", "Date")
  static let dates = ReviewWord("Thời gian", "Dates")
  static let deadline = ReviewWord("Thời hạn", "Due")
  static let due = ReviewWord("Hạn", "Due")
  static let entryText = ReviewWord("Nội dung", "Text")
  static let error = ReviewWord("Lỗi", "Error")
  static let find = ReviewWord("Tìm (không cần dấu)", "Find (accents ignored)")
  static let fold = ReviewWord("Thu gọn", "Fold")
  static let indicator = ReviewWord("Chỉ tiêu", "Indicator")
  static let issuer = ReviewWord("Cơ quan ban hành", "Issuer")
  static let lead = ReviewWord("Chủ trì", "Lead")
  static let markedFacts = ReviewWord("Dữ kiện được đánh dấu", "Facts that are marked")
  static let note = ReviewWord("Ghi chú", "Note")
  static let number = ReviewWord("Số, ký hiệu", "Number")
  static let openAll = ReviewWord("Mở hết", "Open all")
  static let opening = ReviewWord("Phần mở đầu", "Opening")
  static let otherLanguage = ReviewWord("English", "Tiếng Việt")
  static let period = ReviewWord("Kỳ", "Period")
  static let place = ReviewWord("Nơi ban hành", "Place")
  static let places = ReviewWord("Địa danh", "Places")
  static let product = ReviewWord("Sản phẩm", "Product")
  static let quantities = ReviewWord("Số lượng", "Quantities")
  static let references = ReviewWord("Viện dẫn", "References")
  static let role = ReviewWord("Loại", "Role")
  static let roleResult = ReviewWord("Kết quả", "Result")
  static let roleStatement = ReviewWord("Nhận định", "Statement")
  static let roleTarget = ReviewWord("Chỉ tiêu", "Target")
  static let roleTask = ReviewWord("Nhiệm vụ", "Task")
  static let security = ReviewWord("Độ mật", "Security")
  static let signedBy = ReviewWord("Người ký", "Signed by")
  static let skipToContent = ReviewWord("Đến nội dung", "Skip to content")
  static let superior = ReviewWord("Cấp trên", "Superior")
  static let table = ReviewWord("Bảng", "Table")
  static let targetValue = ReviewWord("Mức", "Value")
  static let targets = ReviewWord("Chỉ tiêu", "Targets")
  static let taskTree = ReviewWord("Cây nhiệm vụ", "Task tree")
  static let text = ReviewWord("Văn bản", "Text")
  static let toBeChecked = ReviewWord("Cần xem lại", "To be checked")
  static let unread = ReviewWord("không đọc", "unread")
  static let urgency = ReviewWord("Độ khẩn", "Urgency")
  static let warning = ReviewWord("Cảnh báo", "Warning")
  static let whoDoesWhat = ReviewWord("Ai làm gì, khi nào", "Who does what by when")
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
