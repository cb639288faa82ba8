internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseText

/// Finds the time that a title plans or reports.
///
/// ```swift
/// PeriodReader.period(in: "Công tác quí IV/2023")          // 2023-36, from 1/10 to 31/12/2023
/// PeriodReader.period(in: "Kết quả 6 tháng đầu năm 2024")  // 2024-40
/// PeriodReader.period(in: "Thi hành Luật Đất đai năm 2024") // nil: the year belongs to the law
/// ```
///
/// The first period of the title is taken; only days written out (*từ ngày … đến ngày …*) go before the
/// number of a week. A year that the words do not give is not looked for elsewhere: *quý III* stays
/// `XXXX-35`, without first and last day. Dates of documents that the title cites are no periods.
struct PeriodReader {
  private var cursor: LineCursor

  /// The period of a title, or `nil` where it names none.
  static func period(in title: String) -> Period? {
    var reader = PeriodReader(cursor: LineCursor(title))
    var week: Period?
    while !reader.cursor.isAtEnd {
      let start = reader.cursor.index
      if reader.cursor.text.isWordBoundary(start), let span = reader.takeSpan(after: week != nil) {
        let text = reader.cursor.words(start..<reader.cursor.index)
        let period = span.period(text)
        guard span.isWeek, week == nil else { return period }
        week = period
      } else if reader.cursor.index == start {
        reader.cursor.index += 1
      }
    }
    return week
  }

  /// Takes a period that starts at the cursor; where a week is known already, only days count.
  private mutating func takeSpan(after isWeekKnown: Bool) -> PeriodSpan? {
    let start = cursor.index
    if let span = takeDays() { return span }
    if cursor.index > start || isWeekKnown { return nil }
    let takers: [(inout PeriodReader) -> PeriodSpan?] = [
      { $0.takeWeek() }, { $0.takeQuarters() }, { $0.takePartOfYear() }, { $0.takeMonths() },
      { $0.takeYears() },
    ]
    for take in takers {
      if let span = take(&self) { return span }
      cursor.index = start
    }
    return nil
  }
}

extension PeriodReader {
  private static let day = Keyword("ngày")
  private static let month = Keyword("tháng")
  private static let year = Keyword("năm")
  private static let from = Keyword("từ")
  private static let until = ["đến hết", "đến"].map { Keyword($0) }
  private static let and = ["và"].map { Keyword($0) }
  private static let weeks = ["tuần thứ", "tuần lễ", "tuần"].map { Keyword($0) }
  private static let quarters = ["quý", "quí"].map { Keyword($0) }
  private static let spans = [
    "giai đoạn", "nhiệm kỳ", "nhiệm kì", "năm học", "niên độ", "niên khóa", "thời kỳ", "thời kì",
  ].map { Keyword($0) }
  private static let beginning = Keyword("đầu")
  private static let end = Keyword("cuối")
  private static let counts: [(Keyword, Int)] = [
    (Keyword("ba"), 3), (Keyword("sáu"), 6), (Keyword("chín"), 9),
  ]

  /// Takes `từ ngày 22/6/2026 đến ngày 25/6/2026`; goes over a day that is no period.
  private mutating func takeDays() -> PeriodSpan? {
    let start = cursor.index
    let hasFrom = cursor.take(Self.from)
    cursor.skipBlanks()
    let hasDay = cursor.takeStart(Self.day)
    cursor.skipBlanks()
    guard hasFrom || hasDay, let first = takeDay() else {
      cursor.index = start
      return nil
    }
    let end = cursor.index
    guard takeJoint(Self.until) else { return nil }
    cursor.skipBlanks()
    _ = cursor.takeStart(Self.day)
    cursor.skipBlanks()
    guard let last = takeDay(), let month = last.month else {
      cursor.index = end
      return nil
    }
    var opening = first
    opening.month = opening.month ?? month
    opening.year = opening.year ?? last.year
    return .days(opening, last)
  }

  /// Takes `22`, `22/6`, `22/6/2026`, `22 tháng 6 năm 2026`.
  private mutating func takeDay() -> PeriodSpan.Day? {
    let start = cursor.index
    guard let day = cursor.takeNumber(atMost: 2), (1...31).contains(day) else {
      cursor.index = start
      return nil
    }
    var found = PeriodSpan.Day(day: day)
    let afterDay = cursor.index
    let isWritten = cursor.takeMark("/.") == nil
    cursor.skipBlanks()
    if isWritten, !cursor.take(Self.month) {
      cursor.index = afterDay
      return found
    }
    cursor.skipBlanks()
    guard let month = cursor.takeNumber(atMost: 2), (1...12).contains(month) else {
      cursor.index = afterDay
      return found
    }
    found.month = month
    found.year = takeYearBehind()
    return found
  }

  /// Takes `tuần 02 tháng 6 năm 2026`, `tuần 25/2026`.
  private mutating func takeWeek() -> PeriodSpan? {
    guard cursor.takeAny(Self.weeks) else { return nil }
    cursor.skipBlanks()
    guard let week = cursor.takeNumber(atMost: 2), (1...53).contains(week) else { return nil }
    let afterWeek = cursor.index
    _ = cursor.takeMark(",")
    cursor.skipBlanks()
    if cursor.take(Self.month) {
      cursor.skipBlanks()
      if let month = cursor.takeNumber(atMost: 2), (1...12).contains(month) {
        return .week(year: takeYearBehind(), month: month)
      }
    }
    cursor.index = afterWeek
    return .week(year: takeYearBehind(), month: nil)
  }

  /// Takes `quý IV/2023`, `quí 3 năm 2024`, `quý III và quý IV/2023`.
  private mutating func takeQuarters() -> PeriodSpan? {
    guard let first = takeQuarter() else { return nil }
    if let year = takeYearBehind() { return .quarters(year, first...first) }
    let end = cursor.index
    if takeJoint(Self.until + Self.and) {
      cursor.skipBlanks()
      if let last = takeQuarter(isWordNeeded: false), last > first {
        return .quarters(takeYearBehind(), first...last)
      }
    }
    cursor.index = end
    return .quarters(nil, first...first)
  }

  private mutating func takeQuarter(isWordNeeded: Bool = true) -> Int? {
    guard cursor.takeAny(Self.quarters) || !isWordNeeded else { return nil }
    cursor.skipBlanks()
    let start = cursor.index
    while Code.isWord(cursor.code) { cursor.index += 1 }
    switch cursor.words(start..<cursor.index) {
    case "I", "i", "1", "01": return 1
    case "II", "Ii", "ii", "2", "02": return 2
    case "III", "Iii", "iii", "3", "03": return 3
    case "IV", "Iv", "iv", "4", "04": return 4
    default: return nil
    }
  }

  /// Takes `6 tháng đầu năm 2023`, `03 tháng cuối năm`, `9 tháng năm 2024`.
  private mutating func takePartOfYear() -> PeriodSpan? {
    guard let count = takeCount(), (1...11).contains(count) else { return nil }
    cursor.skipBlanks()
    guard cursor.take(Self.month) else { return nil }
    cursor.skipBlanks()
    let isEnd = cursor.take(Self.end)
    let isNamed = isEnd || cursor.take(Self.beginning)
    cursor.skipBlanks()
    guard cursor.take(Self.year) else { return nil }
    let afterYear = cursor.index
    cursor.skipBlanks()
    let year = cursor.takeYear()
    if year == nil { cursor.index = afterYear }
    guard isNamed || year != nil else { return nil }
    return isEnd ? .lastMonths(year, count) : .firstMonths(year, count)
  }

  private mutating func takeCount() -> Int? {
    for (keyword, count) in Self.counts where cursor.take(keyword) { return count }
    return cursor.takeNumber(atMost: 2)
  }

  /// Takes `tháng 11/2023`, `tháng 5 năm 2026`, `từ tháng 1 đến tháng 6 năm 2023`, `tháng 11`.
  private mutating func takeMonths() -> PeriodSpan? {
    _ = cursor.take(Self.from)
    cursor.skipBlanks()
    guard let first = takeMonth() else { return nil }
    if let year = takeYearBehind() { return .months(year, first...first) }
    let end = cursor.index
    if takeJoint(Self.until + Self.and) {
      cursor.skipBlanks()
      if let last = takeMonth(isWordNeeded: false), last > first {
        return .months(takeYearBehind(), first...last)
      }
    }
    cursor.index = end
    return .months(nil, first...first)
  }

  private mutating func takeMonth(isWordNeeded: Bool = true) -> Int? {
    guard cursor.take(Self.month) || !isWordNeeded else { return nil }
    cursor.skipBlanks()
    guard let month = cursor.takeNumber(atMost: 2), (1...12).contains(month),
      !Code.isLetter(cursor.code)
    else { return nil }
    return month
  }

  /// Takes `giai đoạn 2021 - 2025`, `nhiệm kỳ 2020-2025`, `năm 2023`, `đến năm 2030`, `2021 - 2025`.
  private mutating func takeYears() -> PeriodSpan? {
    let start = cursor.index
    let hasUntil = cursor.takeAny(Self.until)
    cursor.skipBlanks()
    let isSpan = !hasUntil && cursor.takeAny(Self.spans)
    cursor.skipBlanks()
    _ = cursor.take(Self.from)
    cursor.skipBlanks()
    let hasYear = cursor.take(Self.year)
    cursor.skipBlanks()
    guard !opensFigure(cursor.index), let first = cursor.takeYear(), !isInsideCode(cursor.index)
    else { return nil }
    if hasUntil { return hasYear ? .until(first) : nil }
    let afterFirst = cursor.index
    if takeJoint(Self.until) {
      cursor.skipBlanks()
      _ = cursor.take(Self.year)
      cursor.skipBlanks()
      if let last = cursor.takeYear(), last > first, !isInsideCode(cursor.index) {
        return isSpan || hasYear || !isAnniversary(before: start) ? .years(first, last) : nil
      }
    }
    cursor.index = afterFirst
    guard isSpan || hasYear, !isNameOfLaw(before: start) else { return nil }
    return .years(first, first)
  }

  private static let anniversary = Keyword("kỷ niệm")

  /// Whether an anniversary is named shortly before: *kỷ niệm 50 năm (1975 - 2025)* tells how old it is.
  private func isAnniversary(before index: Int) -> Bool {
    (max(0, index - Self.reach)..<index).contains {
      cursor.text.end(of: Self.anniversary, at: $0) != nil
    }
  }

  /// How many scalars before a year are looked at for what it belongs to: eight long words.
  private static let reach = 80

  /// Takes what joins two ends of a period: a hyphen, or one of the words.
  private mutating func takeJoint(_ words: [Keyword]) -> Bool {
    let start = cursor.index
    if cursor.takeMark("-") != nil { return true }
    cursor.skipBlanks()
    if cursor.takeAny(words) { return true }
    cursor.index = start
    return false
  }

  /// Takes the year behind a quarter, a month or a day: `/2023`, `-2023`, ` năm 2023`.
  private mutating func takeYearBehind() -> Int? {
    let start = cursor.index
    if cursor.takeMark("/-.,") != nil { cursor.skipBlanks() }
    cursor.skipBlanks()
    _ = cursor.take(Self.year)
    cursor.skipBlanks()
    if let year = cursor.takeYear(), !Code.isWord(cursor.code) { return year }
    cursor.index = start
    return nil
  }

  /// Whether a mark of a number stands just before the index: `30/1998`, `5.2021`.
  private func opensFigure(_ index: Int) -> Bool {
    let before = cursor.code(at: index - 1)
    return before == UInt8(ascii: "/") || before == UInt8(ascii: ".") || before == UInt8(ascii: "-")
  }

  /// Whether the digits that end at the index go on as a code: `2023/QĐ-UBND`, `2021.5`.
  private func isInsideCode(_ index: Int) -> Bool {
    let mark = cursor.code(at: index)
    return Code.isWord(mark) || mark == UInt8(ascii: "/")
      || (mark == UInt8(ascii: ".") && Code.isWord(cursor.code(at: index + 1)))
  }

  private static let laws = ["luật", "bộ luật", "pháp lệnh", "hiến pháp"].map { Keyword($0) }
  private static let compounds = ["pháp luật", "kỷ luật", "kỉ luật"].map { Keyword($0) }

  /// Whether the year belongs to the name of a law, as in *Luật Đất đai năm 2024*.
  ///
  /// The name of a law is a few words with capital letters; a comma or a verb in between ends it, so
  /// at most eight words without a mark are looked at.
  private func isNameOfLaw(before index: Int) -> Bool {
    var place = index
    var words = 0
    while place > 0, words <= 8, index - place < Self.reach {
      place -= 1
      let code = cursor.code(at: place)
      if !Code.isWord(code) && !Code.isSpace(code) && code != UInt8(ascii: "-") { return false }
      guard cursor.text.isWordBoundary(place), Code.isWord(code) else { continue }
      if !Code.isWord(cursor.code(at: place - 1)) || place == 0 { words += 1 }
      let isCompound = Self.compounds.contains {
        cursor.text.end(of: $0, at: place) != nil
      }
      if isCompound { return false }
      let isLaw = Self.laws.contains { cursor.text.end(of: $0, at: place) != nil }
      if isLaw, cursor.text.capitals[place] { return !isCompoundWord(at: place) }
    }
    return false
  }

  /// Whether the word before belongs to this one, as in *PHÁP LUẬT*.
  private func isCompoundWord(at place: Int) -> Bool {
    var start = place - 1
    while start > 0, Code.isSpace(cursor.code(at: start)) { start -= 1 }
    while start > 0, Code.isWord(cursor.code(at: start - 1)) { start -= 1 }
    return Self.compounds.contains { cursor.text.end(of: $0, at: max(start, 0)) != nil }
  }
}
