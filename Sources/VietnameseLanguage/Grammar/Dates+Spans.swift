/// Spans from one date to another, and the numbers of the calendar.
extension TokenisedText {
  // MARK: Spans

  /// The date, or the span that it begins.
  func span(from first: DateMatch) -> DateMatch { optionalSpan(from: first) ?? first }

  func optionalSpan(from first: DateMatch) -> DateMatch? {
    var next = first.end
    let isAnd = means(next, .and)
    guard isAnd || isUntil(at: next) || self[next].isSlash else { return nil }
    next += 1
    let end: DateMatch
    switch first.period.start.part {
    case .year:
      guard !isAnd else { return nil }
      if means(next, .year) { next += 1 }
      guard let year = yearNumber(at: next), !isCodeBehind(next + 1) else { return nil }
      end = DateMatch(end: next + 1, period: CalendarSpan(CalendarUnit(year: year)))
    case .month:
      guard !self[first.end].isSlash else { return nil }
      if let other = month(at: next) {
        end = other
      } else if !isAnd, !self[next].isSpaced || self[first.end].isSpaced,
        let number = monthNumber(at: next), let year = yearBehind(next + 1, joined: true)
      {
        end = DateMatch(
          end: year.end, period: CalendarSpan(CalendarUnit(year: year.year, part: .month(number))))
      } else {
        return nil
      }
    case .day:
      guard !isAnd, !self[first.end].isSlash else { return nil }
      if means(next, .day) { next += 1 }
      guard
        let other = dayNumbers(at: next, afterDayWord: true) ?? laterDay(at: next, behind: first)
      else { return nil }
      end = other
    case .quarter, .half: return nil
    }
    let period = CalendarSpan(first.period.start, to: end.period.start)
    guard period.start.year ?? 0 <= end.period.start.year ?? .max else { return nil }
    if case .year = period.start.part, period.start.year == end.period.start.year { return nil }
    return DateMatch(end: end.end, period: period)
  }

  /// The second day of a span that is written as the first is, with a hyphen: `từ 30-4 đến 03-5`, not `từ 7-4 đến 9-5
  /// điểm`.
  private func laterDay(at index: Int, behind first: DateMatch) -> DateMatch? {
    guard case .day(_, let firstMonth) = first.period.start.part, self[first.end - 2].isDash,
      !self[first.end - 2].isSpaced, self[index + 1].isDash, !self[index + 1].isSpaced,
      !self[index + 2].isSpaced, let day = self[index].number,
      let month = monthNumber(at: index + 2),
      month > firstMonth, (1...CalendarUnit.days(of: month)).contains(day),
      self[index + 3].kind == .none || self[index + 3].kind == .mark && !self[index + 3].isDash
        || phrase(at: index + 3, meaning: .unit) == nil && self[index + 3].kind == .word
    else { return nil }
    return DateMatch(
      end: index + 3, period: CalendarSpan(CalendarUnit(year: nil, part: .day(day, month: month))))
  }

  /// Whether a dash, `đến` or `tới` stands at the token.
  public func isUntil(at index: Int) -> Bool {
    self[index].isDash || means(index, .until)
  }

  // MARK: Numbers of the calendar

  func monthNumber(at index: Int) -> Int? {
    guard let month = self[index].number, (1...12).contains(month), self[index].length <= 2 else {
      return nil
    }
    return month
  }

  /// The year that the token is.
  public func yearNumber(at index: Int) -> Int? {
    guard let year = self[index].number, self[index].length == 4, CalendarUnit.years.contains(year)
    else { return nil }
    return year
  }

  /// The year at a token and the token behind it; one left half blank, `20……`, is its century.
  func year(at index: Int) -> (year: Int, end: Int)? {
    if let year = yearNumber(at: index) { return (year, index + 1) }
    guard self[index].length == 2, let century = self[index].number,
      CalendarUnit.centuries.contains(century), !self[index + 1].isSpaced
    else { return nil }
    let end = afterBlank(index + 1)
    // A stop alone ends the sentence: it is blank where two or more stand there, or other marks.
    guard end > index + 2 || end == index + 2 && !self[index + 1].isStop else { return nil }
    return (century, end)
  }

  /// The year behind a month or a quarter: `năm 2023`, `, năm 2023`; joined: `/2023`, `-2023`.
  func yearBehind(_ index: Int, joined: Bool = false) -> (year: Int, end: Int)? {
    var next = index
    if joined,
      self[next].isSlash
        || (self[next].isDash || self[next].isStop) && !self[next].isSpaced
          && !self[next + 1].isSpaced,
      let year = year(at: next + 1)
    {
      return isCodeBehind(year.end) ? nil : year
    }
    if self[next].isComma { next += 1 }
    return means(next, .year) ? year(at: next + 1) : nil
  }

  /// The number of a quarter, Roman or Arabic.
  func quarterNumber(at index: Int) -> Int? {
    if let number = self[index].number, (1...4).contains(number), self[index].length <= 2 {
      return number
    }
    return roman(at: index).flatMap { $0 <= 4 ? $0 : nil }
  }

  /// Whether the number before goes on as a code: `2001/QĐ`, `11/2/3`.
  func isCodeBehind(_ index: Int) -> Bool {
    let mark = self[index]
    guard mark.isSlash, !mark.isSpaced, !self[index + 1].isSpaced else { return false }
    return self[index + 1].kind == .word || self[index + 1].kind == .number
  }
}
