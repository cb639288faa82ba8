internal import VietnameseLanguage

/// The keys of the words that dates and periods are written with.
enum DateWord {
  static let school = Word.key("học")
  static let up = Word.key("tới")

  private static let quarterWords = [Word.quarter, Word.quarterWithI, Word.quarterMisspelled]

  /// The Roman numbers of quarters.
  static let roman: [UInt64: Int] = [
    Word.key("i"): 1, Word.key("ii"): 2, Word.key("iii"): 3, Word.key("iv"): 4,
  ]

  /// Whether the word is quý, in any spelling.
  static func isQuarter(_ key: UInt64) -> Bool { quarterWords.contains(key) }

  /// Whether a day and month behind the word are a date.
  static func announcesFeast(_ key: UInt64) -> Bool { feastWords.contains(key) }

  private static let feastWords: Set<UInt64> = Set(
    ["ngày", "đợt", "dịp", "lễ", "niệm", "mừng", "tết"].map(Word.key))

  /// Whether four digits behind the word are a year.
  static func announcesYear(_ key: UInt64) -> Bool { yearWords.contains(key) }

  private static let yearWords: Set<UInt64> = Set(
    [
      "đến", "tới", "từ", "trước", "sau", "trong", "cuối", "đầu", "hết", "giữa", "vào", "kể",
      "nhìn", "hướng",
      // The twelve branches, which end the names of lunar years: Bính Ngọ 2026.
      "tý", "sửu", "dần", "mão", "thìn", "tỵ", "tị", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi",
    ].map(
      Word.key))

  /// Whether the words make `năm` a year of accounts: năm tài chính, năm ngân sách, năm kế hoạch.
  static func isAccounting(_ first: UInt64, _ second: UInt64) -> Bool {
    accounts.contains { $0 == first && $1 == second }
  }

  private static let accounts = [("tài", "chính"), ("ngân", "sách"), ("kế", "hoạch")].map {
    (Word.key($0), Word.key($1))
  }
}
