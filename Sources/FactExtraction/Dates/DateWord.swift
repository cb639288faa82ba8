/// The keys of the words that dates and periods are written with.
enum DateWord {
  static let stage = Word.key("giai")
  static let term = Word.key("nhiệm")
  static let time = Word.key("thời")
  static let course = Word.key("niên")
  static let session = Word.key("khóa")
  static let plan = Word.key("niên")
  static let school = Word.key("học")
  static let up = Word.key("tới")

  private static let stageSecond = Word.key("đoạn")
  private static let period = Word.key("kỳ")
  private static let periodWithI = Word.key("kì")
  private static let quarterWords = [Word.quarter, Word.quarterWithI, Word.quarterMisspelled]

  /// The Roman numbers of quarters.
  static let roman: [UInt64: Int] = [
    Word.key("i"): 1, Word.key("ii"): 2, Word.key("iii"): 3, Word.key("iv"): 4,
  ]

  /// The second syllable of `giai đoạn`, `nhiệm kỳ`, `thời kỳ`, `niên khóa`.
  static func second(of first: UInt64) -> UInt64 {
    switch first {
    case stage: stageSecond
    case term, time: period
    case course: session
    default: 0
    }
  }

  /// Whether the word is quý, in any spelling.
  static func isQuarter(_ key: UInt64) -> Bool { quarterWords.contains(key) }

  /// Whether a day and month behind the word are a date.
  static func announcesFeast(_ key: UInt64) -> Bool { feastWords.contains(key) }

  private static let feastWords: Set<UInt64> = Set(
    ["ngày", "đợt", "dịp", "lễ", "niệm", "mừng"].map(Word.key))

  /// Whether four digits behind the word are a year.
  static func announcesYear(_ key: UInt64) -> Bool { yearWords.contains(key) }

  private static let yearWords: Set<UInt64> = Set(
    ["đến", "tới", "từ", "trước", "sau", "trong", "cuối", "đầu", "hết", "giữa", "vào", "kể"].map(
      Word.key))

  /// Whether the words make `năm` a year of accounts: năm tài chính, năm ngân sách, năm kế hoạch.
  static func isAccounting(_ first: UInt64, _ second: UInt64) -> Bool {
    accounts.contains { $0 == first && $1 == second }
  }

  private static let accounts = [("tài", "chính"), ("ngân", "sách"), ("kế", "hoạch")].map {
    (Word.key($0), Word.key($1))
  }
}
