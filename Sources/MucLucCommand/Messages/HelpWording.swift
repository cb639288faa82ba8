/// The wording of what the parser writes itself around the help, in both languages.
enum HelpWording {
  /// The beginnings of lines that the parser writes itself.
  static let beginnings: [(english: String, vietnamese: String)] = [
    ("OVERVIEW: ", "TÓM TẮT: "), ("USAGE: ", "CÁCH GỌI: "), ("ARGUMENTS:", "ĐỐI SỐ:"),
    ("SUBCOMMANDS:", "CÁC LỆNH:"), ("OPTIONS:", "TÙY CHỌN:"), ("READING:", "ĐỌC VĂN BẢN:"),
    ("LIMITS:", "GIỚI HẠN:"), ("Error: ", "Lỗi: "), ("Usage: ", "Cách gọi: "),
    ("  See '", "  Xem '"), ("Help:  ", "Trợ giúp:  "),
  ]

  /// Remarks that the parser puts into the help; a line may break behind each word of them.
  static let remarks: [(english: String, vietnamese: String)] = [
    ("(values:", "(giá trị:"), ("(default:", "(mặc định:"), ("; default:", "; mặc định:"),
    ("  default: ", "  mặc định: "),
    ("Show the version.", "In phiên bản."),
    ("Show help information.", "In trợ giúp này."),
    (" for detailed help.", " để được trợ giúp chi tiết."),
    (" for more information.", " để biết thêm."),
    ("<subcommand>", "<lệnh>"), ("[<subcommands> ...]", "[<lệnh> ...]"),
  ]

  /// What the parser says about wrong usage, around the words that it quotes.
  static let errors: [(english: String, vietnamese: String)] = [
    ("Unknown option '", "không có tùy chọn '"), ("'. Did you mean '", "'; có phải ý bạn là '"),
    ("   or: ", "   hoặc: "), ("Invalid option: ", "tùy chọn không hợp lệ: "),
    ("Missing value for '", "thiếu giá trị của '"),
    ("Missing expected argument '", "thiếu đối số '"), ("Missing one of: '", "thiếu một trong: '"),
    ("Unexpected argument '", "thừa đối số '"), (" unexpected arguments: '", " đối số thừa: '"),
    ("The value '", "giá trị '"), ("' is invalid for '", "' không hợp lệ đối với '"),
    (". Please provide one of the following:", ". Hãy chọn một trong các giá trị:"),
    (". Please provide one of '", ". Hãy chọn '"),
    ("' or '", "' hoặc '"), ("' and '", "' hoặc '"),
    ("The option '", "tùy chọn '"), ("' does not take any value, but '", "' không nhận giá trị '"),
    ("' was specified.", "'"),
    ("Value to be set with flag '", "không dùng được '"),
    ("' had already been set with flag '", "' cùng với '"),
    ("Can't generate completion scripts for '", "không tự động hoàn thành lệnh được cho '"),
    ("Can't autodetect a supported shell.", "không nhận ra shell đang dùng."),
    ("Please use --generate", "Hãy dùng --generate"), (" with one of:", " với một trong:"),
  ]
}
