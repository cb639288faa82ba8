internal import VietnameseText

/// Finds dates and periods (ngày, tháng, quý, năm, giai đoạn).
///
/// ```swift
/// var text = TokenisedText("trong Quý II/2026")
/// text.date(at: 1)?.period.edtf  // "2026-34"
/// ```
extension TokenisedText {
  /// A date and the token behind it.
  public struct DateMatch: Sendable {
    /// The token behind the last one of the date.
    public var end: Int
    /// What it says.
    public var period: CalendarSpan
  }

  /// The date that begins at a token.
  ///
  /// What comes again every year is none: `ngày 31/01 hằng năm`, `mỗi tháng 01 lần`; nor is a day of
  /// the lunar calendar.
  public func date(at index: Int) -> DateMatch? {
    guard let match = singleDate(at: index),
      match.period.start.year != nil || !recurs(index, match),
      phrase(at: match.end, meaning: .lunar) == nil
    else { return nil }
    return match
  }

  private func singleDate(at index: Int) -> DateMatch? {
    let token = self[index]
    switch token.kind {
    case .word:
      guard token.opens.contains(.time) else { return nil }
      if means(index, .day) { return day(at: index) }
      if means(index, .month) { return months(at: index) }
      if means(index, .quarter) { return quarters(at: index) }
      if means(index, .year) { return years(at: index) }
      if let count = cardinal(at: index) { return partOfYear(at: index, months: count) }
      return stage(at: index)
    case .number: return numbers(at: index)
    case .mark, .none: return nil
    }
  }

  private func recurs(_ index: Int, _ match: DateMatch) -> Bool {
    means(index - 1, .every) || means(match.end, .every) && means(match.end + 1, .stretch)
  }

  // MARK: Days

  /// `ngày 26/6/2023`, `ngày 07 tháng 11 năm 2023`, `ngày 01 đến ngày 15/3/2024`.
  private func day(at index: Int) -> DateMatch? {
    if let first = dayNumbers(at: index + 1, afterDayWord: true) { return span(from: first) }
    if let blank = blankDay(at: index + 1) { return blank }
    if let listed = listedDay(at: index + 1) { return listed }
    // The first of two days has its month and year from the second.
    guard let day = dayNumber(at: index + 1), isUntil(at: index + 2) else { return nil }
    var next = index + 3
    if means(next, .day) { next += 1 }
    guard let second = dayNumbers(at: next, afterDayWord: true),
      case .day(let last, let month) = second.period.start.part, day < last
    else { return nil }
    let start = CalendarUnit(year: second.period.start.year, part: .day(day, month: month))
    return DateMatch(end: second.end, period: CalendarSpan(start, to: second.period.start))
  }

  private func dayNumber(at index: Int) -> Int? {
    guard let day = self[index].number, (1...31).contains(day), self[index].length <= 2 else {
      return nil
    }
    return day
  }

  /// The day at a number that has its month and year from the last of a list: `24, 25 và 26 tháng 8`.
  ///
  /// Two days that follow one another are one interval; others are a date each.
  func listedDay(at index: Int) -> DateMatch? {
    guard let day = dayNumber(at: index) else { return nil }
    var next = index
    // A month has 31 days: no list is longer.
    for count in 1...31 {
      guard self[next + 1].isComma && self[next + 2].isSpaced || means(next + 1, .and) else {
        return nil
      }
      next += 2
      if means(next, .day) { next += 1 }
      guard let last = dayNumbers(at: next, afterDayWord: true) else {
        guard dayNumber(at: next) != nil else { return nil }
        continue
      }
      guard case .day(let lastDay, let month) = last.period.start.part, day < lastDay else {
        return nil
      }
      let start = CalendarUnit(year: last.period.start.year, part: .day(day, month: month))
      if count == 1, lastDay == day + 1, !isListed(before: index) {
        return DateMatch(end: last.end, period: CalendarSpan(start, to: last.period.start))
      }
      return DateMatch(end: index + 1, period: CalendarSpan(start))
    }
    return nil
  }

  /// Whether another day of a list stands before a number.
  private func isListed(before index: Int) -> Bool {
    (self[index - 1].isComma || means(index - 1, .and)) && dayNumber(at: index - 2) != nil
  }

  /// `26/6/2023`, `26-5-2025`, `07 tháng 11 năm 2023`, `20/11`, without the word before.
  public func dayNumbers(at index: Int, afterDayWord: Bool) -> DateMatch? {
    guard let day = self[index].number, (1...31).contains(day), self[index].length <= 2 else {
      return nil
    }
    var next = index + 1
    if means(next, .month) {
      guard let month = monthNumber(at: next + 1), day <= CalendarUnit.days(of: month) else {
        return nil
      }
      next += 2
      let year = yearBehind(next)
      guard afterDayWord || year != nil else { return nil }
      return DateMatch(
        end: year?.end ?? next,
        period: CalendarSpan(CalendarUnit(year: year?.year, part: .day(day, month: month))))
    }
    let separator = self[next]
    guard separator.isSlash || separator.isDash || separator.isStop,
      separator.isSlash || !separator.isSpaced && !self[next + 1].isSpaced || afterDayWord,
      let month = monthNumber(at: next + 1), day <= CalendarUnit.days(of: month)
    else { return nil }
    next += 2
    if self[next].kind == .mark, self[next].key == separator.key, self[next + 1].kind == .number {
      guard separator.isSlash || !self[next].isSpaced && !self[next + 1].isSpaced || afterDayWord,
        let year = year(at: next + 1), !isCodeBehind(year.end)
      else { return nil }
      return DateMatch(
        end: year.end,
        period: CalendarSpan(CalendarUnit(year: year.year, part: .day(day, month: month))))
    }
    if separator.isSlash, let year = yearBehind(next), means(next, .year) {
      return DateMatch(
        end: year.end,
        period: CalendarSpan(CalendarUnit(year: year.year, part: .day(day, month: month))))
    }
    guard separator.isSlash || afterDayWord && isHyphenated(day, month, before: next),
      !isCodeBehind(next)
    else { return nil }
    guard afterDayWord || !self[next - 2].isSpaced && !self[next - 1].isSpaced else { return nil }
    return DateMatch(
      end: next, period: CalendarSpan(CalendarUnit(year: nil, part: .day(day, month: month))))
  }

  /// Whether a day stands close to its month with a hyphen or a full stop between, `ngày 15-5`, `ngày 10.10`; `ngày 2-5` may be several days,
  /// and so may `ngày 15-16/5`.
  private func isHyphenated(_ day: Int, _ month: Int, before index: Int) -> Bool {
    day >= month && !self[index - 2].isSpaced && !self[index - 1].isSpaced
      && !means(index, .month) && !self[index].isSlash
  }

  /// `ngày … tháng … năm 2023`, `ngày   /9/2024`: what is left blank is left out.
  private func blankDay(at index: Int) -> DateMatch? {
    var next = afterBlank(index)
    if self[next].isSlash {
      let month = monthNumber(at: next + 1)
      next = month == nil ? afterBlank(next + 1) : next + 2
      guard self[next].isSlash, let year = year(at: next + 1) else { return nil }
      let part = month.map(CalendarUnit.Part.month) ?? .year
      return DateMatch(
        end: year.end, period: CalendarSpan(CalendarUnit(year: year.year, part: part)))
    }
    guard means(next, .month) else { return nil }
    let month = monthNumber(at: next + 1)
    next = month == nil ? afterBlank(next + 1) : next + 2
    guard let year = yearBehind(next) else { return nil }
    let part = month.map(CalendarUnit.Part.month) ?? .year
    return DateMatch(end: year.end, period: CalendarSpan(CalendarUnit(year: year.year, part: part)))
  }

  func afterBlank(_ index: Int) -> Int {
    var next = index
    while self[next].isStop || self[next].isMark(Code.ellipsis) || self[next].isMark(0x5F) {
      next += 1
    }
    return next
  }

  /// What a number begins: `26/6/2023`, `20/11`, `2021 - 2025`, `6 tháng đầu năm`, `2005` after đến.
  func numbers(at index: Int) -> DateMatch? {
    let before = self[index - 1]
    let isJoined =
      !self[index].isSpaced && index > 0
      && !(before.kind == .mark && TokenisedText.opensDate(before))
    if isJoined { return nil }
    if let number = self[index].number {
      if let part = partOfYear(at: index, months: number) { return part }
      if CalendarUnit.years.contains(number), self[index].length == 4 {
        return bareYears(at: index, year: number)
      }
    }
    if let month = bareMonth(at: index) ?? listedMonth(at: index) { return month }
    if let range = dayRange(at: index) { return range }
    if let listed = listedDay(at: index), listed.period.start.year != nil,
      !isPreceded(at: index, by: .ordering) || means(index - 1, .day)
    {
      return listed
    }
    if let feast = feastDay(at: index) { return feast }
    // Tối 18-5, trước 15-4
    let isDay =
      means(index - 1, [.partOfDay, .due, .until, .from])
      || phrase(at: index - 2, meaning: .untilEnd)?.end == index
    guard let first = dayNumbers(at: index, afterDayWord: isDay && !self[index + 1].isSpaced)
    else { return nil }
    guard first.period.start.year == nil else { return span(from: first) }
    let isFeast = isFeast(at: index, first) || isDay && isDayAlone(first, from: index)
    if let span = optionalSpan(from: first),
      isFeast || span.period.start.year != nil
        || (isDay || self[index - 1].isMark(UInt8(ascii: "("))) && endsInDay(span)
    {
      return span
    }
    return isFeast ? first : nil
  }

  /// Whether a day and a month behind a word for a time are no share: `trước 5/9`, `tối 18-5`, not `từ 2/3 tổng số`.
  private func isDayAlone(_ match: DateMatch, from index: Int) -> Bool {
    guard case .day(let day, let month) = match.period.start.part else { return false }
    if day > month { return phrase(at: match.end, meaning: .unit) == nil }
    let next = self[match.end]
    return !means(index - 1, [.inside, .from, .until]) && next.kind != .word
      && next.kind != .number && !next.isMark(UInt8(ascii: "%"))
  }

  /// Whether the last day of a span can be no share: `từ 01/01 đến 31/3`, not `từ 1/3 đến 1/2 số hộ`.
  private func endsInDay(_ span: DateMatch) -> Bool {
    guard case .day(let day, let month)? = span.period.end?.part else { return false }
    return day > month && phrase(at: span.end, meaning: .unit) == nil
  }

  /// `11-13/9/2001`: the first of two days has its month and year from the second.
  private func dayRange(at index: Int) -> DateMatch? {
    guard let day = self[index].number, (1...31).contains(day), self[index].length <= 2,
      self[index + 1].isDash, let second = dayNumbers(at: index + 2, afterDayWord: false),
      case .day(let last, let month) = second.period.start.part, day < last,
      let year = second.period.start.year
    else { return nil }
    let start = CalendarUnit(year: year, part: .day(day, month: month))
    return DateMatch(end: second.end, period: CalendarSpan(start, to: second.period.start))
  }

  /// `từ 5/1992`, `(4/2026)`: a month without its word, where the words before tell that it is one.
  private func bareMonth(at index: Int) -> DateMatch? {
    guard let month = monthNumber(at: index), self[index + 1].isSlash, !self[index + 1].isSpaced,
      !self[index + 2].isSpaced, let year = yearNumber(at: index + 2), !isCodeBehind(index + 3),
      means(index - 1, .beforeYear)
        || self[index - 1].isMark(UInt8(ascii: "(")) && self[index + 3].isMark(UInt8(ascii: ")"))
    else { return nil }
    let unit = CalendarUnit(year: year, part: .month(month))
    return DateMatch(end: index + 3, period: CalendarSpan(unit))
  }

  /// Marks that a date may touch.
  private static func opensDate(_ token: Token) -> Bool {
    token.isMark(UInt8(ascii: "(")) || token.isMark(Code.openingQuote)
      || token.isMark(UInt8(ascii: "\"")) || token.isMark(UInt8(ascii: ":")) || token.isDash
      || token.isMark(UInt8(ascii: "["))
  }
}
