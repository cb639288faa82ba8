/// What a phrase of the vocabulary can mean; a phrase may mean several things.
///
/// The tables in Tables/vocabulary say which, each in the words of its first lines.
struct Meaning: OptionSet, Sendable {
  var rawValue: UInt32

  /// A type of document (tên loại): `kế hoạch`.
  static let documentType = Meaning(rawValue: 1 << 0)
  /// A unit that stands after an amount alone: `%`, `ha`, `đồng`.
  static let measure = Meaning(rawValue: 1 << 1)
  /// A word that multiplies the unit behind it: `triệu`, `tỷ`.
  static let scale = Meaning(rawValue: 1 << 2)
  /// A length of time: `ngày`, `năm`.
  static let duration = Meaning(rawValue: 1 << 3)
  /// A noun that is counted: `trường hợp`.
  static let noun = Meaning(rawValue: 1 << 4)
  /// A noun that is counted together with its like: `xã, phường, thị trấn`.
  static let listed = Meaning(rawValue: 1 << 5)
  /// A classifier (loại từ) that takes the noun behind it: `cuộc`, `loại`.
  static let classifier = Meaning(rawValue: 1 << 6)
  /// The beginning of a body's name that may stand alone: `Ban Thường vụ`.
  static let body = Meaning(rawValue: 1 << 7)
  /// The beginning of a body's name that needs the rest: `Sở`, `Văn phòng`.
  static let office = Meaning(rawValue: 1 << 8)
  /// A word that names a body only with its field or place: `Công an`.
  static let generic = Meaning(rawValue: 1 << 9)
  /// A field of work in the name of a body: `Nội vụ`.
  static let field = Meaning(rawValue: 1 << 10)
  /// A word that the name of a place follows: `xã`.
  static let place = Meaning(rawValue: 1 << 11)
  /// A word that the name or the number of a place follows: `phường`.
  static let numbered = Meaning(rawValue: 1 << 12)
  /// A word that the quoted name of a campaign follows: `phong trào`.
  static let campaign = Meaning(rawValue: 1 << 13)
  /// The verb of a task: `triển khai`.
  static let verb = Meaning(rawValue: 1 << 14)
  /// A verb that goes on with what was begun: `tiếp tục`.
  static let continuing = Meaning(rawValue: 1 << 15)
  /// A word of grammar: `của`.
  static let grammar = Meaning(rawValue: 1 << 16)
  /// A word that makes the number behind it a name or a place in an order: `Điều`, `thứ`.
  static let ordering = Meaning(rawValue: 1 << 17)
  /// A word that makes the number behind it an amount: `có`, `tổ chức`.
  static let counting = Meaning(rawValue: 1 << 18)
  /// The code of a type of document in place of its word: `QĐ`, `NĐ`.
  static let abbreviation = Meaning(rawValue: 1 << 19)
  /// A word that a date or period begins with: `ngày`, `quý`, `giai đoạn`.
  static let time = Meaning(rawValue: 1 << 20)
  /// A word that says who is to do a task, or when: `giao`, `chủ trì`, `định kỳ`.
  static let signal = Meaning(rawValue: 1 << 21)

  /// Whatever it is.
  static let any = Meaning(rawValue: (1 << 20) - 1)
  /// Everything that the unit of an amount can begin with.
  static let unit: Meaning = [.measure, .scale, .duration, .noun, .listed, .classifier]
  /// Everything that a fact can begin with, numbers apart.
  static let fact: Meaning = [
    .documentType, .time, .campaign, .body, .office, .generic, .place, .numbered,
  ]
  /// Everything that a fact can begin with, numbers and references apart.
  static let named: Meaning = [.time, .campaign, .body, .office, .generic, .place, .numbered]
  /// Everything that the name of a body can begin with.
  static let bodies: Meaning = [.body, .office, .generic]
}
