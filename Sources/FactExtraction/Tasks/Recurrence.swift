internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Finds times that recur (định kỳ, hằng tháng), which have no date.
extension TokenisedText {
  /// Where a recurring time ends that begins at a token, or `nil`.
  ///
  /// ```text
  /// Định kỳ hằng quý        Hằng tháng, …           trước ngày 25 hằng tháng
  /// Định kỳ 6 tháng, 1 năm  định kỳ mỗi tháng 01 lần
  /// Định kỳ trước 16 giờ ngày thứ Sáu hằng tuần      trong tháng 01 hằng năm
  /// ```
  func recurrence(
    at index: Int, in sentence: Range<Int>, isFirstClause: Bool
  ) -> Int? {
    let opens = self[index].opens
    if opens.contains(.periodic), let word = phrase(at: index, meaning: .periodic),
      isAdverb(index, in: sentence, isFirstClause: isFirstClause)
    {
      return repeatedTerm(at: word.end)
        ?? recurringTime(at: word.end, in: sentence, isPeriodic: true) ?? word.end
    }
    if opens.contains(.every), means(index, .every), let end = recurrenceEnd(index),
      isFreeRecurrence(index, end, in: sentence)
    {
      return end
    }
    guard !opens.isDisjoint(with: [.due, .day, .clock]) || self[index].kind == .number,
      isTimeStart(index, in: sentence)
    else { return nil }
    return recurringTime(at: index, in: sentence)
  }

  /// Whether the word for a recurring time tells when.
  ///
  /// It is an adjective in `họp giao ban định kỳ quí III` and `báo cáo định kỳ`.
  private func isAdverb(
    _ index: Int, in sentence: Range<Int>, isFirstClause: Bool
  ) -> Bool {
    if index == afterMarks(sentence.lowerBound, until: sentence.upperBound) { return true }
    let end = phrase(at: index, meaning: .periodic)?.end ?? index + 1
    if recurringTime(at: end, in: sentence) != nil || repeatedTerm(at: end) != nil { return true }
    let isFollowed = phrase(at: end, meaning: [.verb, .continuing]) != nil
    let before = self[index - 1]
    return isFollowed
      && (before.kind == .mark || phrase(at: index - 2, meaning: .joins)?.end == index)
      && !before.isMark(UInt8(ascii: "("))
      && isFirstClause
  }

  /// Whether a recurring time stands for itself.
  ///
  /// So it does at the beginning of a clause, and months, quarters and weeks at the end of the sentence;
  /// `dự toán ngân sách hằng năm` says which budget.
  private func isFreeRecurrence(_ index: Int, _ end: Int, in sentence: Range<Int>) -> Bool {
    let first = afterMarks(sentence.lowerBound, until: sentence.upperBound)
    if index == first { return true }
    let before = self[index - 1]
    if before.isComma || before.isMark(UInt8(ascii: ";")) || before.isMark(UInt8(ascii: "(")) {
      return self[end].kind == .mark || self[end].opens.contains(.verb) || !before.isComma
        || phrase(at: end, meaning: TokenisedText.predicates) != nil
    }
    if phrase(at: index - 2, meaning: .joins)?.end == index { return true }
    // Sở Nội vụ hằng quý tổng hợp …
    if phrase(at: end, meaning: [.verb, .continuing]) != nil,
      let subject = actors(at: first, until: index, as: .subject), subject.end == index
    {
      return true
    }
    let isEnd =
      end >= sentence.upperBound || self[end].kind == .mark && end + 1 >= sentence.upperBound
    return isEnd && !means(index + 1, [.year, .day])
  }

  /// Whether a time may begin at the token that tells when something is due: behind words of deadlines,
  /// or at the beginning of a clause.
  private func isTimeStart(_ index: Int, in sentence: Range<Int>) -> Bool {
    if phrase(at: index, meaning: .due) != nil { return true }
    return index == afterMarks(sentence.lowerBound, until: sentence.upperBound)
      || self[index - 1].isComma
  }

  /// Where a time ends that ends with `hằng tháng` or its like: `trước 16 giờ ngày thứ Sáu hằng tuần`,
  /// `ngày 31/01 hằng năm`, `trước ngày 15 của tháng kế tiếp`.
  func recurringTime(
    at start: Int, in sentence: Range<Int>, isPeriodic: Bool = false
  ) -> Int? {
    var index = start
    if let end = recurrenceEnd(index) { return end }
    for _ in 0..<3 {
      guard let word = phrase(at: index, meaning: [.due, .onward]), word.end <= start + 5 else {
        break
      }
      index = word.end
    }
    let isDue = index > start || isPeriodic
    if let end = clockEnd(at: index) { index = end }
    if means(index, .day) { index += 1 }
    if let weekday = phrase(at: index, meaning: .weekday) {
      index = weekday.end
    } else if self[index].kind == .number, self[index].length <= 2 {
      index += 1
      if self[index].isSlash, self[index + 1].kind == .number { index += 2 }
      if means(index, .month), self[index + 1].kind == .number { index += 2 }
    } else if means(index, .month), self[index + 1].kind == .number {
      index += 2
    }
    guard index > start else { return nil }
    if let end = recurrenceEnd(index) { return end }
    // ngày 20/6 và 20/12 hằng năm
    if means(index, .and) || self[index].isComma {
      var next = index + 1
      if means(next, .day) { next += 1 }
      if self[next].kind == .number {
        next += self[next + 1].isSlash && self[next + 2].kind == .number ? 3 : 1
        if let end = recurrenceEnd(next) { return end }
      }
    }
    // của tháng kế tiếp, tháng cuối quý, tháng sau
    guard isDue, index > start + 1 else { return nil }
    if means(index, .of) { index += 1 }
    guard phrase(at: index, meaning: .stretch) != nil, self[index + 1].kind != .number else {
      return nil
    }
    var end = index + 1
    while end < index + 5, means(end, .nextOne) { end += 1 }
    return end > index + 1 ? end : nil
  }

  /// `6 tháng`, `06 tháng/01 lần`, `6 tháng, 1 năm`, `mỗi tháng 01 lần` behind `định kỳ`.
  private func repeatedTerm(at start: Int) -> Int? {
    var index = start
    if means(index, .every), phrase(at: index + 1, meaning: .stretch) != nil {
      return self[index + 2].kind == .number && means(index + 3, .times) ? index + 4 : nil
    }
    var end: Int?
    while self[index].kind == .number, phrase(at: index + 1, meaning: .duration) != nil {
      index += 2
      if self[index].isSlash, means(index + 1, .times) {
        index += 2
      } else if self[index].isSlash, self[index + 1].kind == .number, means(index + 2, .times) {
        index += 3
      } else if self[index].kind == .number || means(index, [.cardinal, .numberWord]),
        means(index + 1, .times)
      {
        index += 2
      }
      end = index
      // Định kỳ 6 tháng, năm
      if self[index].isComma || means(index, .and), means(index + 1, .stretch),
        self[index + 2].kind != .number
      {
        return index + 2
      }
      // Định kỳ 6 tháng, hằng năm
      if self[index].isComma || means(index, .and), let every = recurrenceEnd(index + 1) {
        return every
      }
      guard self[index].isComma || means(index, .and), self[index + 1].kind == .number else {
        break
      }
      index += 1
    }
    return end
  }

  /// Where `hằng tháng`, `hàng quý, năm`, `mỗi quý` ends.
  private func recurrenceEnd(_ index: Int) -> Int? {
    guard means(index, .every), let first = phrase(at: index + 1, meaning: .stretch) else {
      return nil
    }
    var end = first.end
    while self[end].isComma || means(end, .and) {
      var next = end + 1
      if means(next, .every) || self[next].kind == .number { next += 1 }
      guard let other = phrase(at: next, meaning: .stretch) else { break }
      end = other.end
    }
    return end
  }
}
