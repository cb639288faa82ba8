internal import VietnameseText

/// A date of which parts may be missing.
public struct PartialDate: Hashable, Sendable {
  /// The year, unknown digits written as `X`, or `nil`.
  public var year: String?

  /// The month, or `nil`.
  public var month: Int?

  /// The day, or `nil`.
  public var day: Int?

  /// Whether the word *ngày* or *tháng* opens it.
  public var hasWord = false

  /// Whether it stops at the end of the text: `ngày 5`, `ngày 5 tháng`.
  public var isCutOff = false

  /// Whether something was written that no calendar has, such as the 31st of April; it is left out.
  public var isImpossible = false

  /// Whether day, month and year are written.
  public var isComplete: Bool {
    day != nil && month != nil && year.map { !$0.utf8.contains(0x58) } == true
  }

  /// The date in EDTF (ISO 8601-2), or `nil` where nothing is written.
  public var edtf: String? {
    guard let month else {
      guard let year else { return nil }
      return day.map { "\(year)-XX-\(Self.twoDigits($0))" } ?? year
    }
    let start = "\(year ?? "XXXX")-\(Self.twoDigits(month))"
    return day.map { "\(start)-\(Self.twoDigits($0))" } ?? start
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension PartialDate {
  /// The date that stands at a token, and the token behind it; `nil` where none stands there.
  public static func read(_ text: TokenisedText, at index: Int) -> (PartialDate, end: Int)? {
    var date = PartialDate()
    guard let end = date.readWords(text, index) ?? date.readFigures(text, index) else { return nil }
    date.dropImpossible()
    return (date, end)
  }

  /// Reads `ngày 03 tháng 02 năm 2018`, any number left blank; also `tháng 8 năm 2025`.
  private mutating func readWords(_ text: TokenisedText, _ start: Int) -> Int? {
    self = PartialDate()
    hasWord = true
    var index = start
    let hasDay = text.means(index, .day)
    if hasDay {
      index = Self.behindFill(text, index + 1)
      day = Self.takeNumber(text, &index)
      index = Self.behindFill(text, index)
    }
    guard text.means(index, .month) else {
      isCutOff = hasDay && index == text.count
      return isCutOff ? index : nil
    }
    index = Self.behindFill(text, index + 1)
    month = Self.takeNumber(text, &index)
    let afterMonth = index
    index = Self.behindFill(text, index)
    if month != nil, Self.isSeparator(text[afterMonth]) {
      index = Self.behindFill(text, afterMonth + 1)
      year = Self.takeYear(text, &index)
      return year == nil ? nil : index
    }
    guard text.means(index, .year) else {
      if day != nil, month != nil { return afterMonth }
      isCutOff = hasDay && index == text.count
      return isCutOff ? index : nil
    }
    index = Self.behindFill(text, index + 1)
    year = Self.takeYear(text, &index)
    // "tháng   năm" is a date left blank only behind "ngày": tables have columns of that name
    return hasDay || month != nil || year != nil ? index : nil
  }

  /// Reads `ngày 26/6/2023`, `26-5-2025`, `05.3.2010`.
  private mutating func readFigures(_ text: TokenisedText, _ start: Int) -> Int? {
    self = PartialDate()
    var index = start
    hasWord = text.means(index, .day)
    if hasWord { index = Self.behindFill(text, index + 1) }
    day = Self.takeNumber(text, &index)
    guard hasWord || day != nil, Self.isSeparator(text[index]) else { return nil }
    index = Self.behindFill(text, index + 1)
    month = Self.takeNumber(text, &index)
    guard Self.isSeparator(text[index]) else { return nil }
    index = Self.behindFill(text, index + 1)
    year = Self.takeYear(text, &index)
    return year != nil || hasWord ? index : nil
  }

  private static func isSeparator(_ token: Token) -> Bool {
    token.isSlash || token.isDash || token.isStop
  }

  /// The token behind dots and lines that are there to be written on.
  private static func behindFill(_ text: TokenisedText, _ index: Int) -> Int {
    var index = index
    while text[index].isStop || text[index].isMark(UInt8(ascii: "_"))
      || text[index].isMark(Code.ellipsis)
    {
      index += 1
    }
    return index
  }

  /// Takes a number of one or two digits.
  private static func takeNumber(_ text: TokenisedText, _ index: inout Int) -> Int? {
    guard text[index].length <= 2, let number = text[index].number else { return nil }
    index += 1
    return number
  }

  /// Takes `2023`, or what is written of `20…` with `X` for the rest; `nil` for `98`, whose century is
  /// not written.
  private static func takeYear(_ text: TokenisedText, _ index: inout Int) -> String? {
    guard text[index].length <= 4, let value = text[index].number else { return nil }
    let length = text[index].length
    let end = behindFill(text, index + 1)
    let isCutOff = end > index + 1
    index = end
    switch length {
    case 4: return CalendarUnit.years.contains(value) ? String(value) : nil
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
    let year = year.flatMap { Int($0) }
    if let day, !(1...(month.map { CalendarUnit.days(of: $0, year: year) } ?? 31)).contains(day) {
      (self.day, isImpossible) = (nil, true)
    }
  }
}
