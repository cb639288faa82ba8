internal import VietnameseText

/// Finds days that are written without their word, behind the name of a feast (ngày lễ) or a clock.
extension TokenisedText {
  /// `Quốc khánh 2-9`, `lễ 30-4 và 1-5`: a hyphen joins day and month behind a feast; behind `ngày` alone it may
  /// join several days.
  func feastDay(at index: Int) -> DateMatch? {
    guard let day = self[index].number, (1...31).contains(day), self[index].length <= 2,
      self[index + 1].isDash, !self[index + 1].isSpaced, !self[index + 2].isSpaced,
      let month = monthNumber(at: index + 2), day <= CalendarUnit.days(of: month),
      self[index + 3].kind != .number, !self[index + 3].isDash, !self[index + 3].isSlash,
      !means(index + 3, .month), !isCounted(index + 3),
      (1...5).contains(where: {
        phrase(at: index - $0, meaning: .feast).map { !$0.meaning.contains(.day) } ?? false
      })
    else { return nil }
    return span(
      from: DateMatch(
        end: index + 3, period: CalendarSpan(CalendarUnit(year: nil, part: .day(day, month: month)))
      ))
  }

  /// Whether a noun in small letters stands at a token, which numbers before it count.
  private func isCounted(_ index: Int) -> Bool {
    self[index].kind == .word && !self[index].isCapital
      && phrase(at: index, meaning: [.grammar, .relation, .and, .verb]) == nil
  }

  /// Whether a day and a month without a word are a date (`20/11`), not a share (`2/3 tổng số`).
  func isFeast(at index: Int, _ match: DateMatch) -> Bool {
    guard case .day(let day, let month) = match.period.start.part else { return false }
    // Around the clock: 24/7.
    if day == 24 && month == 7 && !means(index - 1, .day) { return false }
    for step in 1...5 where phrase(at: index - step, meaning: .feast) != nil { return true }
    // 8h00 28/12, 14 giờ 30 28/12
    for step in 2...3 where means(index - step, .clock) && self[index - 1].kind == .number {
      return true
    }
    // lớp 5/1, 5/2
    var first = index
    while first > 4, self[first - 1].isComma || means(first - 1, .and),
      self[first - 2].kind == .number, self[first - 3].isSlash, self[first - 4].kind == .number
    {
      first -= 4
    }
    if isPreceded(at: first, by: .ordering) || self[index - 1].isDash && !self[index].isSpaced {
      return false
    }
    // A noun behind it is what the share is of; a word of grammar goes on with the sentence.
    let isFollowed =
      self[match.end].kind == .word && !self[match.end].isCapital
      && phrase(at: match.end, meaning: .grammar) == nil
    return !isFollowed && (day > month || day > 9 && self[match.end].kind != .word)
  }
}
