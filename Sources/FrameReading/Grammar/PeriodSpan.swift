internal import ProgrammeModel

/// A stretch of time as a title names it.
enum PeriodSpan: Hashable {
  /// A day of which month or year may stand with another day.
  struct Day: Hashable {
    var day: Int
    var month: Int?
    var year: Int?
  }

  /// `từ ngày 22/6/2026 đến ngày 25/6/2026`.
  case days(Day, Day)
  /// The week of a month or of a year; which days it has depends on who counts.
  case week(year: Int?, month: Int?)
  /// One quarter, or several in a row.
  case quarters(Int?, ClosedRange<Int>)
  /// One month, or several in a row.
  case months(Int?, ClosedRange<Int>)
  /// The first months of a year.
  case firstMonths(Int?, Int)
  /// The last months of a year.
  case lastMonths(Int?, Int)
  /// One year, or several in a row.
  case years(Int, Int)
  /// Up to the end of a year, as in `đến năm 2030`.
  case until(Int)

  /// Whether this is the week of a month or a year.
  var isWeek: Bool {
    if case .week = self { return true }
    return false
  }

  /// The period under its words.
  func period(_ text: String) -> Period {
    let bounds = bounds
    return Period(text: text, edtf: edtf, start: bounds.start, end: bounds.end)
  }

  /// The span in EDTF (ISO 8601-2): quarters are 33 to 36, half-years 40 and 41.
  private var edtf: String {
    switch self {
    case .days(let first, let last): interval(edtf(of: first), edtf(of: last))
    case .week(let year, let month):
      month.map { "\(written(year))-\(twoDigits($0))" } ?? written(year)
    case .quarters(let year, let range):
      interval(
        "\(written(year))-\(range.lowerBound + 32)", "\(written(year))-\(range.upperBound + 32)")
    case .firstMonths(let year, 6): "\(written(year))-40"
    case .lastMonths(let year, 6): "\(written(year))-41"
    case .months(let year, _), .firstMonths(let year, _), .lastMonths(let year, _):
      interval(
        "\(written(year))-\(twoDigits(months.lowerBound))",
        "\(written(year))-\(twoDigits(months.upperBound))")
    case .years(let first, let last): interval(String(first), String(last))
    case .until(let year): "../\(year)"
    }
  }

  /// The first and the last day, where the words give them.
  private var bounds: (start: String?, end: String?) {
    switch self {
    case .days(let first, let last): (date(of: first), date(of: last))
    case .week: (nil, nil)
    case .quarters(let year, _), .months(let year, _), .firstMonths(let year, _),
      .lastMonths(let year, _):
      year.map { (startDay(of: $0), endDay(of: $0)) } ?? (nil, nil)
    case .years(let first, let last): ("\(first)-01-01", "\(last)-12-31")
    case .until(let year): (nil, "\(year)-12-31")
    }
  }

  /// The months of a span inside one year.
  private var months: ClosedRange<Int> {
    switch self {
    case .quarters(_, let range): range.lowerBound * 3 - 2...range.upperBound * 3
    case .months(_, let range): range
    case .firstMonths(_, let count): 1...count
    case .lastMonths(_, let count): 13 - count...12
    default: 1...12
    }
  }

  private func startDay(of year: Int) -> String { "\(year)-\(twoDigits(months.lowerBound))-01" }

  private func endDay(of year: Int) -> String {
    let last = months.upperBound
    return "\(year)-\(twoDigits(last))-\(Gregorian.days(inMonth: last, of: year))"
  }

  private func written(_ year: Int?) -> String { year.map(String.init) ?? "XXXX" }

  private func interval(_ first: String, _ last: String) -> String {
    first == last ? first : "\(first)/\(last)"
  }

  private func edtf(of day: Day) -> String {
    "\(written(day.year))-\(day.month.map(twoDigits) ?? "XX")-\(twoDigits(day.day))"
  }

  private func date(of day: Day) -> String? {
    guard let year = day.year, let month = day.month,
      day.day <= Gregorian.days(inMonth: month, of: year)
    else { return nil }
    return edtf(of: day)
  }
}
