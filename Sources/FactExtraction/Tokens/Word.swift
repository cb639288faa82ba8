internal import VietnameseLanguage

/// The keys of words that the grammar of dates, references and tasks is written with.
enum Word {
  /// The key of a word.
  static func key(_ word: String) -> UInt64 { TokenisedText.keys(of: word).first ?? 0 }

  static let and = key("và")
  static let by = key("của")
  static let number = key("số")
  static let day = key("ngày")
  static let month = key("tháng")
  static let year = key("năm")
  static let quarter = key("quý")
  static let quarterWithI = key("quí")
  static let quarterMisspelled = key("qúy")
  static let until = key("đến")
  static let from = key("từ")
  static let first = key("đầu")
  static let last = key("cuối")
  static let per = key("trên")
  static let first6 = key("sáu")
}
