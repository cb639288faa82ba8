extension CalendarSpan {
  /// Reads what `edtf` writes, or gives `nil` for anything else.
  ///
  /// ```swift
  /// CalendarSpan(edtf: "2023-36")?.lastDay           // "2023-12-31"
  /// CalendarSpan(edtf: "2025-09/2026-06")?.firstDay  // "2025-09-01"
  /// CalendarSpan(edtf: "XXXX-11-20")?.firstDay       // nil: in which year?
  /// ```
  public init?(edtf: String) {
    let units = edtf.split(separator: "/", omittingEmptySubsequences: false)
    guard units.count <= 2, let start = CalendarUnit(edtf: units[0]) else { return nil }
    var end: CalendarUnit?
    if units.count == 2 {
      guard let unit = CalendarUnit(edtf: units[1]) else { return nil }
      end = unit
    }
    self.init(start, to: end)
  }

  /// Its first day, `YYYY-MM-DD`, or `nil` where the year is not known.
  public var firstDay: String? { start.firstDay }

  /// Its last day, `YYYY-MM-DD`, or `nil` where the year is not known.
  public var lastDay: String? { (end ?? start).lastDay }
}

extension CalendarUnit {
  /// Reads a unit of EDTF: a year, of which letters may be `X`, and perhaps a month, quarter or half, and a day.
  fileprivate init?(edtf: Substring) {
    let words = edtf.split(separator: "-", omittingEmptySubsequences: false)
    guard words[0].utf8.count == 4, words.count <= 3 else { return nil }
    let numbers = words.dropFirst().map { $0.utf8.count == 2 ? Int($0) : nil }
    guard !numbers.contains(nil) else { return nil }
    let year = Int(words[0])
    if year == nil, !words[0].hasSuffix("XX") { return nil }
    guard let second = numbers.first ?? nil else {
      self.init(year: year)
      return
    }
    if numbers.count == 2, let day = numbers[1] {
      guard 1...12 ~= second, 1...CalendarUnit.days(of: second, year: year) ~= day else {
        return nil
      }
      self.init(year: year, part: .day(day, month: second))
      return
    }
    switch second {
    case 1...12: self.init(year: year, part: .month(second))
    case 33...36: self.init(year: year, part: .quarter(second - 32))
    case 40, 41: self.init(year: year, part: .half(second - 39))
    default: return nil
    }
  }
}
