/// A day, month, quarter, half or year, or a span from one to another, as a text states it.
///
/// ```swift
/// CalendarSpan(CalendarUnit(year: 2023, part: .quarter(4))).edtf    // "2023-36"
/// CalendarSpan(CalendarUnit(year: nil, part: .day(20, month: 11))).edtf  // "XXXX-11-20"
/// ```
///
/// **Relative times are never resolved.** `quí III` in a programme of quí IV/2023 stays `XXXX-35`, and
/// `tháng 9`, `20/11` and `6 tháng cuối năm` likewise have no year unless the same phrase gives one:
/// `quý III và quý IV năm 2004` gives it to both quarters, because the year stands behind the pair and
/// is read with both. A year elsewhere in the sentence, in the heading or in the title is not used;
/// `năm nay`, `tháng này`, `quý tới` are no dates at all. Whoever wants to resolve them has the
/// period of the document in its metadata.
public struct CalendarSpan: Hashable, Sendable {
  /// Where it begins, or all of it.
  public var start: CalendarUnit

  /// Where a span ends.
  public var end: CalendarUnit?

  /// Makes a period.
  public init(_ start: CalendarUnit, to end: CalendarUnit? = nil) {
    self.start = start
    self.end = end
    if let end, start.year == nil { self.start.year = end.year }
  }

  /// It in EDTF (ISO 8601-2).
  public var edtf: String {
    guard let end else { return start.edtf }
    return start.edtf + "/" + end.edtf
  }
}

/// A stretch of the calendar that has a name.
public struct CalendarUnit: Hashable, Sendable {
  /// What of the year it is.
  public enum Part: Hashable, Sendable {
    /// All of it.
    case year
    /// The first half, 1, or the second.
    case half(Int)
    /// A quarter.
    case quarter(Int)
    /// A month.
    case month(Int)
    /// A day.
    case day(Int, month: Int)
  }

  /// The year, `nil` where the text does not say; one of `centuries` where it says no more (`20……`).
  public var year: Int?

  /// The part of it.
  public var part: Part

  /// Makes a unit.
  public init(year: Int?, part: Part = .year) {
    self.year = year
    self.part = part
  }

  /// It in EDTF: quarters are 33 to 36, halves 40 and 41; a year that is not known is `XXXX`.
  public var edtf: String {
    let text = year.map { Self.centuries.contains($0) ? "\($0)XX" : "\($0)" } ?? "XXXX"
    switch part {
    case .year: return text
    case .half(let half): return "\(text)-\(39 + half)"
    case .quarter(let quarter): return "\(text)-\(32 + quarter)"
    case .month(let month): return "\(text)-\(CalendarUnit.twoDigits(month))"
    case .day(let day, let month):
      return "\(text)-\(CalendarUnit.twoDigits(month))-\(CalendarUnit.twoDigits(day))"
    }
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  /// The years that documents speak of; other numbers of four digits are amounts.
  public static let years = 1800...2100

  /// Whether nothing but the century of the year is told: `năm 20……`.
  public var isHalfBlank: Bool { year.map(Self.centuries.contains) ?? false }

  /// The centuries of years left half blank.
  public static let centuries = 19...20

  /// How many days a month has; February of an unknown year has 29.
  public static func days(of month: Int, year: Int? = nil) -> Int {
    switch month {
    case 2:
      guard let year else { return 29 }
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// The first and the last month of it, and its days, `nil` where they are not all of those months.
  private var months: (first: Int, last: Int, day: Int?) {
    switch part {
    case .year: (1, 12, nil)
    case .half(let half): (half * 6 - 5, half * 6, nil)
    case .quarter(let quarter): (quarter * 3 - 2, quarter * 3, nil)
    case .month(let month): (month, month, nil)
    case .day(let day, let month): (month, month, day)
    }
  }

  /// Its first day, `YYYY-MM-DD`, or `nil` where the year is not known or has no such day.
  public var firstDay: String? { day(isLast: false) }

  /// Its last day, `YYYY-MM-DD`, or `nil` where the year is not known or has no such day.
  public var lastDay: String? { day(isLast: true) }

  private func day(isLast: Bool) -> String? {
    guard let year, !Self.centuries.contains(year) else { return nil }
    let (first, last, day) = months
    let month = isLast ? last : first
    let count = Self.days(of: month, year: year)
    let number = day ?? (isLast ? count : 1)
    guard number <= count else { return nil }
    return CalendarUnit(year: year, part: .day(number, month: month)).edtf
  }
}
