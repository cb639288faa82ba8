internal import VietnameseLanguage
internal import VietnameseText

/// Words that open the lines of a letterhead, a signature or a closing (documents.md 1 and 2).
package enum Phrases {
  /// The mottos of Party and State documents.
  package static let mottos = keywords(
    "đảng cộng sản việt nam", "cộng hòa xã hội chủ nghĩa việt nam",
    "cộng hòa xã hội chủ nghiã việt nam",
    "độc lập - tự do - hạnh phúc", "độc lập-tự do-hạnh phúc", "độc lập – tự do – hạnh phúc",
    "độc lập- tự do- hạnh phúc", "độc lập -tự do -hạnh phúc", "độc lập - tự do- hạnh phúc",
    "độc lập- tự do - hạnh phúc", "độc lập -tự do - hạnh phúc", "độc lập - tự do -hạnh phúc",
    "độc lập -tự do- hạnh phúc", "độc lập- tự do -hạnh phúc", "độc lập - tự do-hạnh phúc",
    "độc lập tự do hạnh phúc", "độc lập . tự do . hạnh phúc")

  /// Words that a body's name opens with.
  package static let bodies = keywords(
    "đảng bộ", "đảng ủy", "đảng đoàn", "huyện ủy", "tỉnh ủy", "thành ủy", "quận ủy", "thị ủy",
    "chi bộ",
    "chi ủy", "ban", "ủy ban", "hội đồng", "hội", "sở", "bộ", "tổng cục", "cục", "chi cục", "vụ",
    "viện",
    "trường", "trung tâm", "phòng", "văn phòng", "công ty", "tổng công ty", "tập đoàn", "liên đoàn",
    "đoàn", "mặt trận", "công đoàn", "tòa án", "viện kiểm sát", "công an", "quân khu", "kho bạc",
    "ngân hàng", "bệnh viện", "chính phủ", "thủ tướng", "chủ tịch nước", "quốc hội", "thanh tra",
    "kiểm toán", "bảo hiểm", "đài", "báo", "tạp chí", "hợp tác xã", "trạm", "đội", "tổ", "học viện",
    "nhà máy", "xí nghiệp", "đại hội", "tiểu ban", "hđnd", "ubnd", "ubmttq", "liên minh", "quỹ",
    "quân ủy")

  /// Words of a territory: a line that opens with one goes on with the name of the line above.
  package static let territories = keywords(
    "tỉnh", "thành phố", "tp", "tp.", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường",
    "đặc khu",
    "khu vực", "vùng", "miền", "khóa", "việt nam", "trung ương", "và")

  /// What says for whom the signatory signs: thay mặt, ký thay, thừa lệnh, thừa ủy quyền, quyền.
  package static let authorities = keywords(
    "t/m", "tm/", "kt/", "tl/", "tuq/", "tm.", "tm .", "t.m", "t.m.", "tm", "k/t", "kt.", "kt .",
    "k.t", "k.t.", "t/l", "tl.",
    "t.l", "t.l.",
    "tuq.", "t/uq", "t.uq", "tuq", "q.", "q/", "kt", "tl")

  /// Positions that sign.
  package static let positions = keywords(
    "bí thư", "phó bí thư", "chủ tịch", "phó chủ tịch", "chủ nhiệm", "phó chủ nhiệm", "trưởng ban",
    "phó trưởng ban", "chánh văn phòng", "phó chánh văn phòng", "giám đốc", "phó giám đốc",
    "tổng giám đốc", "phó tổng giám đốc", "bộ trưởng", "thứ trưởng", "thủ tướng", "phó thủ tướng",
    "cục trưởng", "phó cục trưởng", "vụ trưởng", "phó vụ trưởng", "trưởng phòng",
    "phó trưởng phòng",
    "hiệu trưởng", "phó hiệu trưởng", "viện trưởng", "phó viện trưởng", "chi cục trưởng",
    "tổng cục trưởng", "phó tổng cục trưởng", "thống đốc", "phó thống đốc", "tổ trưởng",
    "phó tổ trưởng",
    "chủ trì", "chủ tọa", "thư ký", "ghi biên bản", "người ghi biên bản", "chánh thanh tra",
    "chánh án",
    "viện trưởng", "kế toán trưởng", "người lập", "tổng bí thư", "chủ tịch nước", "tổng thanh tra",
    "tổng kiểm toán", "trưởng đoàn", "đội trưởng", "trạm trưởng", "thủ trưởng đơn vị",
    "tổng biên tập")

  /// The surnames that nearly all people have.
  package static let surnames = keywords(
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ",
    "ngô", "dương", "lý", "đinh", "đoàn", "lâm", "trịnh", "mai", "đào", "hà", "cao", "lương", "lưu",
    "tạ", "châu", "tô", "tôn", "thái", "trương", "quách", "thạch", "kiều", "phùng", "lò", "lường",
    "cầm", "quàng", "nông", "vi", "vàng", "giàng", "sùng", "thào", "hầu", "tráng", "ma", "chu",
    "triệu", "tăng", "tống", "vương", "viên", "hứa", "khuất", "la", "lại", "lục", "mạc", "nghiêm",
    "ninh", "ông", "quản", "tiêu", "tòng", "trang", "ung", "uông", "văn", "danh", "sơn", "bạch",
    "cù", "chẩu", "chảo", "doãn", "đàm", "điêu", "đồng", "đường", "giáp", "hờ", "kha", "khổng",
    "khương", "kim", "kpă", "ksor", "mùa", "rơ", "siu", "thân", "thi", "tráng", "âu", "an", "y")

  /// What may stand for the signature itself.
  package static let signed = keywords("(ký, đóng dấu)", "(ký tên, đóng dấu)", "(ký)", "(chữ ký)")

  /// The same in the middle of other signs: `[ (Đã ký)`.
  package static let signedWords = keywords("đã ký", "đã kí")

  /// What opens the title of an appendix whatever stands before it.
  package static let properAppendices = keywords("phụ lục", "phụ biểu", "mẫu số")

  /// Marks of security, urgency, circulation and draft.
  package static let marks = keywords(
    "mật", "tối mật", "tuyệt mật", "khẩn", "thượng khẩn", "hỏa tốc", "hỏa tốc hẹn giờ",
    "tài liệu thu hồi",
    "xong hội nghị trả lại", "xem xong trả lại", "lưu hành nội bộ", "tài liệu hội nghị", "dự thảo",
    "(dự thảo)", "bản dự thảo", "không phổ biến")

  /// What opens a legal basis (căn cứ) or the first sentence of a text.
  package static let bases = keywords(
    "căn cứ", "xét đề nghị", "xét", "theo đề nghị", "trên cơ sở", "thực hiện", "theo", "sau khi",
    "để", "nhằm",
    "thi hành", "chiếu", "tiếp theo", "tiếp tục", "triển khai")

  /// What opens the bases proper.
  package static let legalBases = keywords(
    "căn cứ", "xét đề nghị", "xét tờ trình", "xét", "theo đề nghị", "chiếu", "trên cơ sở")

  /// Headings without marker before the first chapter.
  package static let openings = keywords(
    "lời nói đầu", "lời mở đầu", "mở đầu", "phần mở đầu", "đặt vấn đề", "mục lục")

  /// What opens the addressees.
  package static let addressees = keywords("kính gửi", "kính gởi", "kính trình")

  /// What opens the recipients.
  package static let recipients = keywords(
    "nơi nhận", "noi nhận", "nơi gửi:", "nơi gửi :", "nơi gởi:")

  /// What opens the subject of a công văn.
  package static let subjects = keywords("v/v", "vv", "về việc")

  /// What opens an appendix.
  package static let appendices = keywords(
    "phụ lục", "phụ biểu", "mẫu số", "biểu số", "biểu mẫu", "biểu", "mẫu", "danh mục", "danh sách",
    "phụ lục số")

  /// What an attached text says under its title.
  package static let attachments = keywords(
    "(kèm theo", "(ban hành kèm theo", "(ban hành theo", "(được ban hành kèm theo",
    "ban hành kèm theo",
    "(đính kèm", "( kèm theo", "( ban hành kèm theo", "(kèm", "kèm theo quyết định",
    "kèm theo nghị quyết",
    "kèm theo kế hoạch", "kèm theo công văn", "(phê duyệt kèm theo", "(theo quyết định")

  /// What opens a final paragraph that speaks for the whole document (documents.md 3.7).
  package static let closings = keywords(
    "trên đây là", "trên đây", "trong quá trình", "quá trình triển khai", "quá trình thực hiện",
    "kính báo cáo",
    "nhận được", "đề nghị", "yêu cầu", "giao", "kính đề nghị", "kính trình", "rất mong",
    "xin trân trọng", "trân trọng")

  /// Makes keywords of phrases.
  package static func keywords(_ phrases: String...) -> KeywordList {
    KeywordList(phrases.map { Keyword($0) })
  }
}
