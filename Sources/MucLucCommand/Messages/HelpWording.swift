/// The wording of what the parser writes itself around the help, in both languages.
enum HelpWording {
  /// The beginnings of lines that the parser writes itself.
  static let beginnings: [(english: String, vietnamese: String)] = [
    ("OVERVIEW: ", "TÓM TẮT: "), ("USAGE: ", "CÁCH GỌI: "), ("ARGUMENTS:", "ĐỐI SỐ:"),
    ("SUBCOMMANDS:", "CÁC LỆNH:"), ("OPTIONS:", "TÙY CHỌN:"), ("READING:", "ĐỌC VĂN BẢN:"),
    ("LIMITS:", "GIỚI HẠN:"), ("Error: ", "Lỗi: "), ("Usage: ", "Cách gọi: "),
    ("  See '", "  Xem '"),
  ]

  /// Remarks that the parser puts into lines.
  static let remarks: [(english: String, vietnamese: String)] = [
    ("(values: ", "(giá trị: "), ("; default: ", "; mặc định: "), ("(default: ", "(mặc định: "),
    ("Show the version.", "In phiên bản."),
    ("Show help information.", "In trợ giúp này."),
    (" for detailed help.", " để được trợ giúp chi tiết."),
    (" for more information.", " để biết thêm."),
  ]
}
