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
  public func date(at index: Int) -> DateMatch? {
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

  // MARK: Days

  /// `ngày 26/6/2023`, `ngày 07 tháng 11 năm 2023`, `ngày 01 đến ngày 15/3/2024`.
  private func day(at index: Int) -> DateMatch? {
    if let first = dayNumbers(at: index + 1, afterDayWord: true) { return span(from: first) }
    if let blank = blankDay(at: index + 1) { return blank }
    // The first of two days has its month and year from the second.
    guard let day = self[index + 1].number, (1...31).contains(day), self[index + 1].length <= 2
    else { return nil }
    var next = index + 2
    guard isUntil(at: next) || means(next, .and) else { return nil }
    next += 1
    if means(next, .day) { next += 1 }
    guard let second = dayNumbers(at: next, afterDayWord: true),
      case .day(let last, let month) = second.period.start.part, day < last
    else { return nil }
    let start = CalendarUnit(year: second.period.start.year, part: .day(day, month: month))
    return DateMatch(end: second.end, period: CalendarSpan(start, to: second.period.start))
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
        let year = yearNumber(at: next + 1), !isCodeBehind(next + 2)
      else { return nil }
      return DateMatch(
        end: next + 2, period: CalendarSpan(CalendarUnit(year: year, part: .day(day, month: month)))
      )
    }
    if separator.isSlash, let year = yearBehind(next), means(next, .year) {
      return DateMatch(
        end: year.end,
        period: CalendarSpan(CalendarUnit(year: year.year, part: .day(day, month: month))))
    }
    guard separator.isSlash, !isCodeBehind(next) else { return nil }
    guard afterDayWord || !self[next - 2].isSpaced && !self[next - 1].isSpaced else { return nil }
    return DateMatch(
      end: next, period: CalendarSpan(CalendarUnit(year: nil, part: .day(day, month: month))))
  }

  /// `ngày … tháng … năm 2023`: what is left blank is left out.
  private func blankDay(at index: Int) -> DateMatch? {
    var next = afterBlank(index)
    guard means(next, .month) else { return nil }
    let month = monthNumber(at: next + 1)
    next = month == nil ? afterBlank(next + 1) : next + 2
    guard let year = yearBehind(next) else { return nil }
    let part = month.map(CalendarUnit.Part.month) ?? .year
    return DateMatch(end: year.end, period: CalendarSpan(CalendarUnit(year: year.year, part: part)))
  }

  private func afterBlank(_ index: Int) -> Int {
    var next = index
    while self[next].isStop || self[next].isMark(Code.ellipsis) || self[next].isMark(0x5F) {
      next += 1
    }
    return next
  }

  // MARK: Months, quarters, halves

  /// `tháng 4/2026`, `tháng 9`, `tháng 3 đến tháng 9 năm 2024`.
  private func months(at index: Int) -> DateMatch? {
    // `ngày 30 tháng 2` is no date, and no month either.
    guard self[index - 1].kind != .number || !means(index - 2, .day),
      let first = month(at: index)
    else { return nil }
    return span(from: first)
  }

  private func month(at index: Int) -> DateMatch? {
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
  private func quarters(at index: Int) -> DateMatch? {
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
  private func partOfYear(at index: Int, months count: Int) -> DateMatch? {
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
  private func years(at index: Int) -> DateMatch? {
    var next = index + 1
    if means(next, .schoolYear) {
      next += 1
    } else if let account = phrase(at: next, meaning: .accountYear) {
      next = account.end
    }
    guard let year = yearNumber(at: next), !isCodeBehind(next + 1) else { return nil }
    let unit = CalendarUnit(year: year)
    return span(from: DateMatch(end: next + 1, period: CalendarSpan(unit)))
  }

  /// `giai đoạn 2021 - 2025`, `nhiệm kỳ 2020 - 2025`, `giai đoạn từ năm 2021 đến năm 2025`.
  private func stage(at index: Int) -> DateMatch? {
    guard let word = phrase(at: index, meaning: .stage) else { return nil }
    var next = word.end
    if means(next, .from) { next += 1 }
    if means(next, .year) { next += 1 }
    guard let year = yearNumber(at: next), !isCodeBehind(next + 1) else { return nil }
    return span(from: DateMatch(end: next + 1, period: CalendarSpan(CalendarUnit(year: year))))
  }

  /// What a number begins: `26/6/2023`, `20/11`, `2021 - 2025`, `6 tháng đầu năm`, `2005` after đến.
  private func numbers(at index: Int) -> DateMatch? {
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
    if let month = bareMonth(at: index) { return month }
    if let range = dayRange(at: index) { return range }
    guard let first = dayNumbers(at: index, afterDayWord: false) else { return nil }
    guard first.period.start.year == nil else { return span(from: first) }
    let isFeast = isFeast(at: index, first)
    if let span = optionalSpan(from: first), isFeast || span.period.start.year != nil {
      return span
    }
    return isFeast ? first : nil
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

  /// Whether a day and a month without a word are a date (`20/11`), not a share (`2/3 tổng số`).
  private func isFeast(at index: Int, _ match: DateMatch) -> Bool {
    guard case .day(let day, let month) = match.period.start.part else { return false }
    // Around the clock: 24/7.
    if day == 24 && month == 7 && !means(index - 1, .day) { return false }
    for step in 1...5 where means(index - step, .feast) { return true }
    if isPreceded(at: index, by: .ordering) || self[index - 1].isDash && !self[index].isSpaced {
      return false
    }
    // A noun behind it is what the share is of; a word of grammar goes on with the sentence.
    let isFollowed =
      self[match.end].kind == .word && !self[match.end].isCapital
      && phrase(at: match.end, meaning: .grammar) == nil
    return !isFollowed && (day > month || day > 9 && self[match.end].kind != .word)
  }

  private func bareYears(at index: Int, year: Int) -> DateMatch? {
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

  // MARK: Spans

  /// The date, or the span that it begins.
  private func span(from first: DateMatch) -> DateMatch { optionalSpan(from: first) ?? first }

  private func optionalSpan(from first: DateMatch) -> DateMatch? {
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
      guard let other = dayNumbers(at: next, afterDayWord: true) else { return nil }
      end = other
    case .quarter, .half: return nil
    }
    let period = CalendarSpan(first.period.start, to: end.period.start)
    guard period.start.year ?? 0 <= end.period.start.year ?? .max else { return nil }
    if case .year = period.start.part, period.start.year == end.period.start.year { return nil }
    return DateMatch(end: end.end, period: period)
  }

  /// Whether a dash, `đến` or `tới` stands at the token.
  public func isUntil(at index: Int) -> Bool {
    self[index].isDash || means(index, .until)
  }

  // MARK: Numbers of the calendar

  private func monthNumber(at index: Int) -> Int? {
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

  /// The year behind a month or a quarter: `năm 2023`, `, năm 2023`; joined: `/2023`, `-2023`.
  func yearBehind(_ index: Int, joined: Bool = false) -> (year: Int, end: Int)? {
    var next = index
    if joined,
      self[next].isSlash
        || (self[next].isDash || self[next].isStop) && !self[next].isSpaced
          && !self[next + 1].isSpaced,
      let year = yearNumber(at: next + 1)
    {
      return isCodeBehind(next + 2) ? nil : (year, next + 2)
    }
    if self[next].isComma { next += 1 }
    guard means(next, .year), let year = yearNumber(at: next + 1) else { return nil }
    return (year, next + 2)
  }

  /// The number of a quarter, Roman or Arabic.
  private func quarterNumber(at index: Int) -> Int? {
    if let number = self[index].number, (1...4).contains(number), self[index].length <= 2 {
      return number
    }
    return roman(at: index).flatMap { $0 <= 4 ? $0 : nil }
  }

  /// Whether the number before goes on as a code: `2001/QĐ`, `11/2/3`.
  private func isCodeBehind(_ index: Int) -> Bool {
    let mark = self[index]
    guard mark.isSlash, !mark.isSpaced, !self[index + 1].isSpaced else { return false }
    return self[index + 1].kind == .word || self[index + 1].kind == .number
  }
}
