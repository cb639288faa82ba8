internal import VietnameseLanguage

/// The keys of the words that tasks are told by.
enum TaskWord {
  static let assign = Word.key("giao")
  static let by = Word.key("do")
  static let must = Word.key("phải")
  static let needs = Word.key("cần")
  static let leads = TokenisedText.keys(of: "chủ trì")
  static let cooperates = TokenisedText.keys(of: "phối hợp")
  static let carriesOut = TokenisedText.keys(of: "thực hiện")
  static let all = TokenisedText.keys(of: "tất cả")
  static let latest = TokenisedText.keys(of: "chậm nhất")
  static let complete = TokenisedText.keys(of: "hoàn thành")
  static let periodic = TokenisedText.keys(of: "định kỳ")
  static let period = TokenisedText.keys(of: "thời gian")
  static let term = TokenisedText.keys(of: "thời hạn")
  static let product = TokenisedText.keys(of: "sản phẩm")
  static let result = TokenisedText.keys(of: "kết quả")
  static let within = TokenisedText.keys(of: "trong vòng")
  static let withinTerm = TokenisedText.keys(of: "trong thời hạn")
  static let before = Word.key("trước")
  static let inside = Word.key("trong")
  static let at = Word.key("vào")
  static let end = Word.key("hết")
  static let finished = Word.key("xong")
  static let since = Word.key("kể")
  static let isWord = Word.key("là")
  static let after = Word.key("sau")
  static let time = Word.key("thời")

  /// Whether the word joins who is cooperated with.
  static func isWith(_ key: UInt64) -> Bool { withWords.contains(key) }
  private static let withWords = ["với", "cùng"].map(Word.key)

  /// Whether the word begins *cơ quan*, *đơn vị*, *bộ phận*, *cấp*.
  static func isBodyWord(_ key: UInt64) -> Bool { bodyWords.contains(key) }
  private static let bodyWords = ["cơ", "đơn", "bộ", "cấp"].map(Word.key)

  /// Whether the word makes a plural: `các sở`, `những đơn vị`.
  static func isPlural(_ key: UInt64) -> Bool { plurals.contains(key) }
  private static let plurals = ["các", "những"].map(Word.key)

  /// Whether the word begins the title of a head: Chủ tịch, Giám đốc, Thủ trưởng, Chánh, Bí thư, Trưởng.
  static func isHead(_ key: UInt64) -> Bool { heads.contains(key) }
  private static let heads: Set<UInt64> = Set(
    ["chủ", "giám", "thủ", "chánh", "trưởng", "cấp", "đồng"].map(Word.key))

  /// Whether the word ends a list of bodies.
  static func endsNames(_ key: UInt64) -> Bool { nameEnds.contains(key) }
  private static let nameEnds: Set<UInt64> = Set(
    [
      "chủ", "để", "nhằm", "trong", "theo", "về", "khi", "đối", "phải", "cần", "được", "là", "sẽ",
      "tại", "trên", "bằng", "từ", "trước", "đã", "cho",
    ].map(Word.key))

  /// Whether the word says how often: hằng, hàng, mỗi.
  static func isRecurring(_ key: UInt64) -> Bool { recurring.contains(key) }
  private static let recurring = ["hằng", "hàng"].map(Word.key)

  /// Whether the word tells which of the months or quarters: kế tiếp, cuối quý, sau.
  static func isNext(_ key: UInt64) -> Bool { next.contains(key) }
  private static let next: Set<UInt64> = Set(
    ["kế", "tiếp", "theo", "sau", "cuối", "đầu", "quý", "quí", "năm", "liền", "kề"].map(Word.key))

  /// Whether the word is a stretch of time that recurs.
  static func isStretch(_ key: UInt64) -> Bool { stretches.contains(key) }
  private static let stretches = ["ngày", "tuần", "tháng", "quý", "quí", "qúy", "năm"].map(Word.key)
}
