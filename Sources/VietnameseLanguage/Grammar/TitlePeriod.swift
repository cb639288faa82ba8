/// The time that a title plans or reports.
///
/// ```swift
/// TitlePeriod("Công tác quí IV/2023")?.edtf          // "2023-36"
/// TitlePeriod("Kết quả 6 tháng đầu năm 2024")?.edtf  // "2024-40"
/// TitlePeriod("Thi hành Luật Đất đai năm 2024")      // nil: the year belongs to the law
/// ```
///
/// The first period of the title is taken; only days written out (*từ ngày … đến ngày …*) go before the
/// number of a week, and everything before a horizon (*đến năm 2030*). A year that the words do not give is not looked for elsewhere: *quý III* stays
/// `XXXX-35`, without first and last day. Dates of documents that the title cites are no periods.
public struct TitlePeriod: Hashable, Sendable {
  /// The words.
  public var text: String

  /// The period in EDTF (ISO 8601-2).
  public var edtf: String

  /// Its first day, `YYYY-MM-DD`, or `nil` where the words do not give it.
  public var firstDay: String?

  /// Its last day, `YYYY-MM-DD`, or `nil` where the words do not give it.
  public var lastDay: String?

  /// Reads a title; `nil` where it names no period.
  public init?(_ title: String, lexicon: Lexicon = .standard) {
    let text = TokenisedText(title, lexicon: lexicon)
    var week: TitlePeriod?
    var horizon: TitlePeriod?
    var index = 0
    while index < text.count {
      if let found = text.week(at: index) {
        if week == nil { week = found.period }
        index = found.end
      } else if let match = text.date(at: index), !match.period.start.isHalfBlank {
        if let period = text.horizon(match, from: index) {
          horizon = horizon ?? period
        } else if let period = text.period(match, from: index), week == nil || text.isDays(match) {
          self = period
          return
        }
        index = match.end
      } else {
        index += 1
      }
    }
    guard let period = week ?? horizon else { return nil }
    self = period
  }

  fileprivate init(_ text: String, edtf: String, firstDay: String? = nil, lastDay: String? = nil) {
    (self.text, self.edtf, self.firstDay, self.lastDay) = (text, edtf, firstDay, lastDay)
  }
}

extension TokenisedText {
  /// The week of a month or a year; which days it has depends on who counts: `tuần 02 tháng 6 năm 2026`,
  /// `tuần 25/2026`.
  fileprivate func week(at index: Int) -> (period: TitlePeriod, end: Int)? {
    guard let word = phrase(at: index, meaning: .week), let week = self[word.end].number,
      (1...53).contains(week)
    else { return nil }
    var end = word.end + 1
    let next = self[end].isComma ? end + 1 : end
    var unit = CalendarUnit(year: nil)
    if let month = date(at: next), case .month = month.period.start.part, month.period.end == nil {
      (unit, end) = (month.period.start, month.end)
    } else if let year = yearBehind(end, joined: true) {
      (unit.year, end) = year
    }
    return (TitlePeriod(slice(index..<end), edtf: unit.edtf), end)
  }

  /// Whether a date is a span of days.
  fileprivate func isDays(_ match: DateMatch) -> Bool {
    if case .day = match.period.start.part { match.period.end != nil } else { false }
  }

  /// The horizon that a date of a title is, `đến năm 2030`, or `nil` where it is none or belongs to the name of
  /// a document that is carried out: *thực hiện Chiến lược đến năm 2030*.
  fileprivate func horizon(_ match: DateMatch, from index: Int) -> TitlePeriod? {
    guard case .year = match.period.start.part, match.period.end == nil,
      self[index].kind == .word, let until = untilStart(before: index),
      !isInNameOfDocument(until)
    else { return nil }
    let last = match.period.start
    return TitlePeriod(slice(until..<match.end), edtf: "../\(last.edtf)", lastDay: last.lastDay)
  }

  /// Whether the name of a document that is carried out goes on at a token: no mark stands in between.
  private func isInNameOfDocument(_ index: Int) -> Bool {
    for place in stride(from: index - 1, through: max(1, index - Self.nameReach), by: -1) {
      if self[place].kind == .mark, !self[place].isDash { return false }
      guard self[place].isCapital, phrase(at: place, meaning: .typeWord) != nil else { continue }
      return (1...2).contains { phrase(at: place - $0, meaning: .basis)?.end == place }
    }
    return false
  }

  /// How many tokens the name of a document has before its horizon.
  private static let nameReach = 16

  /// The period that a date of a title is, or `nil` where it is none.
  fileprivate func period(_ match: DateMatch, from index: Int) -> TitlePeriod? {
    let isWord = self[index].kind == .word
    let isFrom = means(index - 1, .from)
    let span = schoolYear(match, from: index) ?? match.period
    switch span.start.part {
    // The date of a document, or of an anniversary.
    case .day: guard isDays(match), isWord || isFrom else { return nil }
    // A year alone needs its word, and is no part of the name of a law.
    case .year where span.end == nil:
      guard isWord, untilStart(before: index) == nil, !isInNameOfLaw(index) else { return nil }
    // *kỷ niệm 50 năm (1975 - 2025)* tells how old something is.
    case .year: guard isWord || !isAnniversary(before: index) else { return nil }
    case .half, .quarter, .month: break
    }
    let start = isFrom && !isStage(index) ? index - 1 : index
    return TitlePeriod(
      slice(start..<match.end), edtf: span.edtf, firstDay: span.start.firstDay,
      lastDay: (span.end ?? span.start).lastDay)
  }

  /// The months of a school year, `năm học 2023 - 2024`: from September to June.
  private func schoolYear(_ match: DateMatch, from index: Int) -> CalendarSpan? {
    guard means(index, .year), means(index + 1, .schoolYear),
      let first = match.period.start.year, let last = match.period.end?.year, last == first + 1
    else { return nil }
    return CalendarSpan(
      CalendarUnit(year: first, part: .month(9)), to: CalendarUnit(year: last, part: .month(6)))
  }

  private func isStage(_ index: Int) -> Bool { phrase(at: index, meaning: .stage) != nil }

  /// Where `đến` or `đến hết` begins before a token, or `nil`.
  private func untilStart(before index: Int) -> Int? {
    if index > 1, phrase(at: index - 2, meaning: .untilEnd)?.end == index { return index - 2 }
    return means(index - 1, .until) ? index - 1 : nil
  }

  /// How many tokens before a year are looked at for what it belongs to.
  private static let reach = 8

  /// How many tokens before a year are searched for the word for an anniversary.
  private static let anniversaryReach = 16

  private func isAnniversary(before index: Int) -> Bool {
    (max(0, index - Self.anniversaryReach)..<index).contains {
      phrase(at: $0, meaning: .anniversary) != nil
    }
  }

  /// Whether the year belongs to the name of a law, as in *Luật Đất đai năm 2024*.
  ///
  /// The name of a law is a few words; a mark or *pháp luật* in between ends it.
  private func isInNameOfLaw(_ index: Int) -> Bool {
    for place in stride(from: index - 1, through: max(0, index - Self.reach), by: -1) {
      let token = self[place]
      if token.kind == .mark, !token.isDash { return false }
      if phrase(at: place, meaning: .lawCompound) != nil { return false }
      guard token.isCapital, let name = phrase(at: place, meaning: .typeWord), name.type >= 0,
        lexicon.documentTypes[name.type].isLaw
      else { continue }
      return phrase(at: place - 1, meaning: .lawCompound).map { $0.end <= place } ?? true
    }
    return false
  }
}
