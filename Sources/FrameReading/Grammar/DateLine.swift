internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseText

/// Place and date (địa danh, ngày tháng năm) of a document, read from their line.
///
/// ```swift
/// DateLine("Phụng Hiệp, ngày      tháng    năm 2023")  // Phụng Hiệp, 2023
/// DateLine("Hà Nội, ngày … tháng 8 năm 2025")          // Hà Nội, 2025-08
/// DateLine("………, ngày ….. tháng … năm 20…")            // no place, nothing written
/// ```
///
/// What is left blank stays unknown: a day is never invented.
struct DateLine: Hashable {
  /// The place, or `nil` where it is left blank.
  var place: String?

  /// The words of the date, blanks included.
  var text: String

  /// The date, as far as it is written.
  var date: PartialDate

  /// Reads the line, or several lines of one date joined by a space; `nil` where it holds no date.
  init?(_ line: String) {
    var cursor = LineCursor(line)
    for index in cursor.text.codes.indices where cursor.text.isWordBoundary(index) {
      cursor.index = index
      guard let date = PartialDate(at: &cursor) else { continue }
      self.date = date
      text = cursor.words(index..<cursor.index)
      place = Self.place(cursor.words(0..<index))
      return
    }
    return nil
  }

  /// What stands before the date, without the comma and without dots to be written on.
  private static func place(_ words: String) -> String? {
    let cursor = LineCursor(words)
    let isName = { (index: Int) in Code.isWord(cursor.code(at: index)) }
    guard let first = cursor.text.codes.indices.first(where: isName),
      var last = cursor.text.codes.indices.last(where: isName)
    else { return nil }
    if cursor.code(at: last + 1) == UInt8(ascii: ")") { last += 1 }
    return cursor.words(first..<last + 1)
  }
}

/// A date of which parts may be missing.
struct PartialDate: Hashable {
  /// The year, unknown digits written as `X`, or `nil`.
  var year: String?

  /// The month, or `nil`.
  var month: Int?

  /// The day, or `nil`.
  var day: Int?

  /// Whether something was written that no calendar has, such as the 31st of April; it is left out.
  var isImpossible = false

  /// Whether day, month and year are written.
  var isComplete: Bool {
    day != nil && month != nil && year.map { !$0.utf8.contains(0x58) } == true
  }

  /// The date in EDTF (ISO 8601-2), or `nil` where nothing is written.
  var edtf: String? {
    guard let month else {
      guard let year, year != "20XX", year != "19XX" else { return nil }
      return day.map { "\(year)-XX-\(twoDigits($0))" } ?? year
    }
    let start = "\(year ?? "XXXX")-\(twoDigits(month))"
    return day.map { "\(start)-\(twoDigits($0))" } ?? start
  }

  /// Reads a date at the cursor and moves behind it; `nil` where none stands there.
  init?(at cursor: inout LineCursor) {
    let start = cursor.index
    if Self.readWords(&cursor, into: &self) || Self.readFigures(&cursor, from: start, into: &self) {
      dropImpossible()
      return
    }
    cursor.index = start
    return nil
  }

  private static let dayWord = Keyword("ngày")
  private static let monthWord = Keyword("tháng")
  private static let yearWord = Keyword("năm")

  /// Reads `ngày 03 tháng 02 năm 2018`, any number left blank; also `tháng 8 năm 2025`.
  private static func readWords(_ cursor: inout LineCursor, into date: inout PartialDate) -> Bool {
    date = PartialDate()
    let hasDay = cursor.takeStart(dayWord)
    if hasDay {
      cursor.skipFill()
      date.day = cursor.takeNumber(atMost: 2)
      cursor.skipFill()
    }
    guard cursor.takeStart(monthWord) else { return false }
    cursor.skipFill()
    date.month = cursor.takeNumber(atMost: 2)
    let afterMonth = cursor.index
    cursor.skipFill()
    if date.month != nil, cursor.takeMark("/-.") != nil {
      cursor.skipBlanks()
      date.year = takeYear(&cursor)
      return date.year != nil
    }
    guard cursor.takeStart(yearWord) else {
      cursor.index = afterMonth
      return date.day != nil && date.month != nil
    }
    cursor.skipFill()
    date.year = takeYear(&cursor)
    // "tháng   năm" is a date left blank only behind "ngày": tables have columns of that name
    return hasDay || date.month != nil || date.year != nil
  }

  /// Reads `ngày 26/6/2023`, `26-5-2025`, `05.3.2010`.
  private static func readFigures(
    _ cursor: inout LineCursor, from start: Int, into date: inout PartialDate
  ) -> Bool {
    date = PartialDate()
    cursor.index = start
    let hasWord = cursor.takeStart(dayWord)
    if hasWord { cursor.skipFill() }
    date.day = cursor.takeNumber(atMost: 2)
    guard hasWord || date.day != nil, cursor.takeMark("/-.") != nil else { return false }
    cursor.skipFill()
    date.month = cursor.takeNumber(atMost: 2)
    guard cursor.takeMark("/-.") != nil else { return false }
    cursor.skipFill()
    date.year = takeYear(&cursor)
    return date.year != nil || hasWord
  }

  /// Takes `2023`, or what is written of `20…` with `X` for the rest; `nil` for `98`, whose century is
  /// not written.
  private static func takeYear(_ cursor: inout LineCursor) -> String? {
    guard let digits = cursor.takeDigits(atMost: 4) else { return nil }
    let isCutOff = cursor.skipFill()
    let value = cursor.value(of: digits)
    switch digits.count {
    case 4: return (1000...2999).contains(value) ? String(value) : nil
    case 3: return (190...209).contains(value) ? "\(value)X" : nil
    case 2: return isCutOff && (value == 19 || value == 20) ? "\(value)XX" : nil
    default: return nil
    }
  }

  /// Leaves out a month or a day that no calendar has.
  private mutating func dropImpossible() {
    if let month, !(1...12).contains(month) {
      (self.month, day, isImpossible) = (nil, nil, true)
    }
    if let day, !(1...daysInMonth).contains(day) {
      (self.day, isImpossible) = (nil, true)
    }
  }

  private var daysInMonth: Int {
    guard let month else { return 31 }
    return Gregorian.days(inMonth: month, of: year.flatMap { Int($0) })
  }

  private init() {}
}

/// The Gregorian calendar, as far as dates of documents need it.
enum Gregorian {
  /// How many days a month has; February of an unknown year has 29.
  static func days(inMonth month: Int, of year: Int?) -> Int {
    switch month {
    case 2:
      guard let year else { return 29 }
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }
}

/// A number below a hundred as two digits.
func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
