internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Finds when a task is due (thời hạn).
///
/// ```text
/// trước ngày 24/4/2026              2026-04-24
/// hoàn thành trong Quý II/2026      trong Quý II/2026, 2026-34
/// chậm nhất là ngày 15 tháng 12     XXXX-12-15
/// trong vòng 05 ngày làm việc       no date: it runs from an event
/// Định kỳ hằng quý                  no date: it recurs
/// ```
///
/// A date without such words is no deadline: `năm 2023` in *tổng kết năm 2023* says what is summed up.
extension TokenisedText {
  /// The deadline of a sentence; `dates` are the dates that stand in it.
  func deadline(in sentence: Range<Int>, dates: [(tokens: Range<Int>, edtf: String)]) -> Deadline? {
    for date in dates {
      guard let start = deadlineStart(before: date.tokens, in: sentence) else { continue }
      return Deadline(text: squeezed(start..<date.tokens.upperBound), edtf: date.edtf)
    }
    return openDeadline(in: sentence)
  }

  /// Where the words begin that make a date a deadline, or `nil` where there are none.
  private func deadlineStart(before date: Range<Int>, in sentence: Range<Int>) -> Int? {
    var start = date.lowerBound
    let first = sentence.lowerBound
    // Words between: trước *ngày*, đến *hết*, chậm nhất *là vào*.
    while start > first, start > date.lowerBound - 4, isDeadlineLink(start - 1) { start -= 1 }
    if start >= first + 2, phraseIs(TaskWord.latest, at: start - 2) { return start - 2 }
    if start < date.lowerBound { return start }
    // Thời gian hoàn thành: tháng 6/2026
    if self[start - 1].isMark(UInt8(ascii: ":")) {
      for step in 2...6 where start - step >= first && self[start - step].key == TaskWord.time {
        return start
      }
    }
    if start >= first + 2, phraseIs(TaskWord.complete, at: start - 2) { return start }
    // (tháng 4/2026)
    if self[start - 1].isMark(UInt8(ascii: "(")), self[date.upperBound].isMark(UInt8(ascii: ")")),
      means(date.lowerBound, [.month, .quarter])
    {
      return start
    }
    return nil
  }

  private func isDeadlineLink(_ index: Int) -> Bool {
    let key = self[index].key
    switch key {
    case TaskWord.before, TaskWord.end, TaskWord.isWord: return true
    case TaskWord.inside:
      return true
    case Word.until:
      return self[index + 1].key == TaskWord.end
        || self[index + 1].key == Word.day
          && self[index - 1].key != Word.from
    case TaskWord.at:
      return self[index + 1].key != Word.year
    default: return false
    }
  }

  /// A deadline without a date: it recurs, or runs from an event.
  private func openDeadline(in sentence: Range<Int>) -> Deadline? {
    guard !opens.isDisjoint(with: [.signal, .time]) else { return nil }
    let day = Word.day
    for index in sentence {
      if self[index].key == day {
        if let words = recurringDay(index, in: sentence) {
          return Deadline(text: squeezed(words), edtf: nil)
        }
        continue
      }
      guard self[index].opens.contains(.signal) else { continue }
      let isFirst = index == sentence.lowerBound
      if phraseIs(TaskWord.periodic, at: index) {
        if let end = recurrenceEnd(index + 2) {
          return Deadline(text: squeezed(index..<end), edtf: nil)
        }
        if let match = quantity(at: index + 2), phrase(at: match.unit, meaning: .duration) != nil {
          return Deadline(text: squeezed(index..<match.end), edtf: nil)
        }
      }
      // Hằng tháng, …; …, hằng quý, …; … hằng tháng. – but not the budget `hằng năm cho …`.
      if let end = recurrenceEnd(index),
        isFirst
          || self[end].kind != .word
            && (self[index - 1].isComma || end >= sentence.upperBound || !self[end].isComma)
      {
        return Deadline(text: squeezed(index..<end), edtf: nil)
      }
      var next = index
      if phraseIs(TaskWord.withinTerm, at: index) {
        next += 3
      } else if phraseIs(TaskWord.within, at: index) {
        next += 2
      } else if phraseIs(TaskWord.latest, at: index) {
        next += 2
        while next < index + 5, self[next].kind == .word { next += 1 }
      } else {
        continue
      }
      if let match = quantity(at: next), match.end <= sentence.upperBound,
        phrase(at: match.unit, meaning: .duration) != nil
      {
        return Deadline(text: squeezed(index..<match.end), edtf: nil)
      }
    }
    return nil
  }

  /// A day that comes again: `trước ngày 25 hằng tháng`, `trước ngày 15 của tháng cuối quý`.
  private func recurringDay(_ index: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard self[index + 1].kind == .number, self[index + 1].length <= 2 else { return nil }
    var start = index
    while start > sentence.lowerBound, start > index - 3, isDeadlineLink(start - 1) { start -= 1 }
    if start >= sentence.lowerBound + 2, phraseIs(TaskWord.latest, at: start - 2) { start -= 2 }
    if let end = recurrenceEnd(index + 2) { return start..<end }
    guard start < index, self[index + 2].key == Word.by, TaskWord.isStretch(self[index + 3].key),
      self[index + 4].kind != .number
    else { return nil }
    // tháng kế tiếp, tháng cuối quý, tháng sau
    var end = index + 4
    while end < index + 8, TaskWord.isNext(self[end].key) { end += 1 }
    return start..<end
  }

  /// Where `hằng tháng`, `hàng quý, năm` ends.
  private func recurrenceEnd(_ index: Int) -> Int? {
    guard TaskWord.isRecurring(self[index].key), TaskWord.isStretch(self[index + 1].key) else {
      return nil
    }
    var end = index + 2
    while self[end].isComma || self[end].key == Word.and,
      TaskWord.isStretch(self[end + 1].key)
        || TaskWord.isRecurring(self[end + 1].key) && TaskWord.isStretch(self[end + 2].key)
    {
      end += TaskWord.isStretch(self[end + 1].key) ? 2 : 3
    }
    return end
  }
}
