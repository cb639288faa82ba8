/// Months, quarters, halves, years and stretches of years, and what goes on from one date to another.
extension TokenisedText {
  // MARK: Months, quarters, halves

  /// `tháng 4/2026`, `tháng 9`, `tháng 3 đến tháng 9 năm 2024`.
  func months(at index: Int) -> DateMatch? {
    // `ngày 30 tháng 2` is no date, and no month either.
    guard self[index - 1].kind != .number || !means(index - 2, .day),
      let first = month(at: index)
    else { return nil }
    if let pair = pair(of: first) { return pair }
    var match = span(from: first)
    if match.end == index + 2, match.period.start.year == nil {
      match.period.start.year = yearOfList(from: index + 1)
    }
    return match
  }

  /// The year that stands behind a list of three months or more: `tháng 7, 8 và 9 năm 2024`.
  private func yearOfList(from index: Int) -> Int? {
    var next = index
    while next < index + 24, joinsMonths(next + 1), monthNumber(at: next + 2) != nil {
      next += 2
      if let year = yearBehind(next + 1, joined: true) { return year.year }
    }
    return nil
  }

  /// Whether the next number of a list of months stands behind a token.
  private func joinsMonths(_ index: Int) -> Bool {
    self[index].isComma && self[index + 1].isSpaced || means(index, .and)
  }

  /// A month of a list behind the first: the 8 and the 9 of `tháng 7, 8 và 9 năm 2024`.
  func listedMonth(at index: Int) -> DateMatch? {
    guard let month = monthNumber(at: index), joinsMonths(index - 1) else { return nil }
    var first = index
    while first > max(2, index - 24), joinsMonths(first - 1), monthNumber(at: first - 2) != nil {
      first -= 2
    }
    // Two months are one interval, which begins with the first.
    guard means(first - 1, .month) else { return nil }
    let own = yearBehind(index + 1, joined: true)
    guard let year = own?.year ?? yearOfList(from: index) else { return nil }
    return DateMatch(
      end: own?.end ?? index + 1,
      period: CalendarSpan(CalendarUnit(year: year, part: .month(month))))
  }

  /// `tháng 11, 12/2026`, `tháng 6 và 7 năm 2026`: two months are one interval.
  private func pair(of first: DateMatch) -> DateMatch? {
    guard first.period.start.year == nil, case .month(let month) = first.period.start.part,
      self[first.end].isComma && self[first.end + 1].isSpaced || means(first.end, .and),
      let last = monthNumber(at: first.end + 1), month < last,
      let year = yearBehind(first.end + 2, joined: true)
    else { return nil }
    let end = CalendarUnit(year: year.year, part: .month(last))
    return DateMatch(end: year.end, period: CalendarSpan(first.period.start, to: end))
  }

  func month(at index: Int) -> DateMatch? {
    guard means(index, .month), let month = monthNumber(at: index + 1) else { return nil }
    var unit = CalendarUnit(year: nil, part: .month(month))
    guard let year = yearBehind(index + 2, joined: true) else {
      // `tháng 5/12` is no month of this calendar.
      guard !isCodeBehind(index + 2) else { return nil }
      return DateMatch(end: index + 2, period: CalendarSpan(unit))
    }
    unit.year = year.year
    return DateMatch(end: year.end, period: CalendarSpan(unit))
  }

  /// `quý IV/2023`, `quý I năm 2024`, `quý III và quý IV năm 2004`, `quý I, II/2024`.
  func quarters(at index: Int) -> DateMatch? {
    guard let first = quarterNumber(at: index + 1) else { return nil }
    var match = DateMatch(
      end: index + 2, period: CalendarSpan(CalendarUnit(year: nil, part: .quarter(first))))
    if let year = yearBehind(match.end, joined: true) {
      match.period.start.year = year.year
      match.end = year.end
    }
    var next = match.end
    let isJoined = means(next, .and) || self[next].isComma
    guard isJoined || isUntil(at: next) else { return match }
    next += 1
    let isNamed = means(next, .quarter)
    if isNamed { next += 1 }
    // `quý I, 3 lớp`: a bare number goes on with the quarter only where the first is Arabic too.
    guard let last = quarterNumber(at: next),
      isNamed
        || self[next].kind == self[index + 1].kind && phrase(at: next + 1, meaning: .noun) == nil
    else { return match }
    var end = CalendarUnit(year: nil, part: .quarter(last))
    next += 1
    if let year = yearBehind(next, joined: true) {
      end.year = year.year
      next = year.end
    }
    guard
      end.year == nil || match.period.start.year == nil || match.period.start.year != end.year
        || first < last
    else { return match }
    return DateMatch(end: next, period: CalendarSpan(match.period.start, to: end))
  }

  /// `6 tháng cuối năm 2023`, `9 tháng đầu năm`, `9 tháng năm 2024`.
  func partOfYear(at index: Int, months count: Int) -> DateMatch? {
    guard (1...11).contains(count), means(index + 1, .month) else { return nil }
    let isEnd = means(index + 2, .ending)
    let isNamed = isEnd || means(index + 2, .beginning)
    let word = isNamed ? index + 3 : index + 2
    guard means(word, .year) else { return nil }
    let year = yearBehind(word)
    guard isNamed || year != nil else { return nil }
    let unit = { (part: CalendarUnit.Part) in CalendarUnit(year: year?.year, part: part) }
    let end = year?.end ?? word + 1
    if count == 6 { return DateMatch(end: end, period: CalendarSpan(unit(.half(isEnd ? 2 : 1)))) }
    let first = unit(.month(isEnd ? 13 - count : 1))
    let last = unit(.month(isEnd ? 12 : count))
    return DateMatch(end: end, period: CalendarSpan(first, to: count == 1 ? nil : last))
  }

  // MARK: Years

  /// `năm 2023`, `năm 2004-2005`, `năm 2021 đến năm 2025`, `năm học 2023 - 2024`.
  func years(at index: Int) -> DateMatch? {
    var next = index + 1
    if means(next, .schoolYear) {
      next += self[next + 1].isMark(UInt8(ascii: ":")) ? 2 : 1
    } else if let account = phrase(at: next, meaning: .accountYear) {
      next = account.end
    }
    guard let year = year(at: next), !isCodeBehind(year.end) else { return nil }
    return span(from: DateMatch(end: year.end, period: CalendarSpan(CalendarUnit(year: year.year))))
  }

  /// `giai đoạn 2021 - 2025`, `nhiệm kỳ 2020 - 2025`, `giai đoạn từ năm 2021 đến năm 2025`.
  func stage(at index: Int) -> DateMatch? {
    guard let word = phrase(at: index, meaning: .stage) else { return nil }
    var next = word.end
    if means(next, .from) { next += 1 }
    if means(next, .year) { next += 1 }
    guard let year = yearNumber(at: next), !isCodeBehind(next + 1) else { return nil }
    return span(from: DateMatch(end: next + 1, period: CalendarSpan(CalendarUnit(year: year))))
  }

  func bareYears(at index: Int, year: Int) -> DateMatch? {
    let match = DateMatch(end: index + 1, period: CalendarSpan(CalendarUnit(year: year)))
    guard !isCodeBehind(index + 1), !isPreceded(at: index, by: .ordering) else { return nil }
    if let span = optionalSpan(from: match), phrase(at: span.end, meaning: .measure) == nil {
      return span
    }
    // năm 1999, 2000 và 2001
    let isListed =
      (self[index - 1].isComma || means(index - 1, .and))
      && yearNumber(at: index - 2) != nil
    guard isListed || means(index - 1, .beforeYear),
      phrase(at: match.end, meaning: [.measure, .scale, .noun, .listed, .classifier]) == nil,
      !self[match.end].isMark(UInt8(ascii: "%"))
    else { return nil }
    return match
  }
}
