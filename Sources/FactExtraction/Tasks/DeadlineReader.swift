internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Finds when a task is due (thời hạn).
///
/// ```text
/// trước ngày 24/4/2026              2026-04-24
/// hoàn thành trong Quý II/2026      trong Quý II/2026, 2026-34
/// trước 11g00 ngày 06/11/2024       2024-11-06
/// trong vòng 05 ngày làm việc       no date: it runs from an event
/// Định kỳ hằng quý                  no date: it recurs
/// ```
///
/// A date without such words is no deadline: `năm 2023` in *tổng kết năm 2023* says what is summed up,
/// and `Tính đến ngày 15/11/2024` says how things stand.
extension TokenisedText {
  /// When what a sentence says is due, and the tokens that say so; `dates` are the dates that stand in it.
  func deadline(
    in sentence: Range<Int>, dates: PlacedDates
  ) -> (value: Deadline, tokens: Range<Int>)? {
    // Most texts hold no word that a time begins with.
    guard hasNumber || !dates.all.isEmpty || !opens.isDisjoint(with: TokenisedText.timeWords)
    else { return nil }
    var index = sentence.lowerBound
    // What a later clause does now and then is no deadline of the whole.
    var isFirstClause = true
    while index < sentence.upperBound {
      let token = self[index]
      if token.isMark(UInt8(ascii: ";")) { isFirstClause = false }
      if token.kind == .number || !token.opens.isDisjoint(with: TokenisedText.timeWords),
        let end = recurrence(at: index, in: sentence, isFirstClause: isFirstClause)
          ?? term(at: index, in: sentence)
      {
        return (Deadline(text: squeezed(index..<end), edtf: nil), index..<end)
      }
      if let date = dates.starting(at: index) {
        // Từ ngày 01/5 đến ngày 31/5, …
        if opensClause(index - 1, in: sentence), means(index - 1, .from), date.isSpanOfDays,
          self[date.tokens.upperBound].isComma
        {
          let tokens = index - 1..<date.tokens.upperBound
          return (Deadline(text: squeezed(tokens), edtf: date.edtf), tokens)
        }
        if let start = deadlineStart(before: date.tokens, in: sentence) {
          let tokens = start..<date.tokens.upperBound
          return (Deadline(text: squeezed(tokens), edtf: date.edtf), tokens)
        }
        index = date.tokens.upperBound
        continue
      }
      index += 1
    }
    return nil
  }

  /// What a time opens with that has no date: a number, or one of these.
  private static var timeWords: Meaning { [.periodic, .every, .due, .day, .clock, .term] }

  // MARK: Dates

  /// Whether a token is the first of its sentence, or stands behind a semicolon or a colon.
  private func opensClause(_ index: Int, in sentence: Range<Int>) -> Bool {
    index >= sentence.lowerBound
      && (index == afterMarks(sentence.lowerBound, until: sentence.upperBound)
        || self[index - 1].isMark(UInt8(ascii: ";")) || self[index - 1].isMark(UInt8(ascii: ":")))
  }

  /// Where the words begin that make a date a deadline, or `nil` where there are none.
  private func deadlineStart(before date: Range<Int>, in sentence: Range<Int>) -> Int? {
    let first = sentence.lowerBound
    let start = hourStart(before: date.lowerBound, in: sentence)
    // từ tháng 5 đến tháng 8 is one date; a date behind từ is a beginning, behind tính đến a state.
    let reachable = max(first, start - 4)
    for index in reachable..<max(reachable, start) {
      if let word = phrase(at: index, meaning: .notDue), word.end >= start { return nil }
    }
    for index in reachable..<max(reachable, start) {
      guard let word = phrase(at: index, meaning: [.due, .onward]), word.end == start else {
        continue
      }
      if !word.meaning.contains(.due) {
        guard isOnwardDue(index, date: date, in: sentence) else { continue }
      } else if means(index, .inside), isWorkDone(before: index, in: sentence) {
        return nil
      }
      return index
    }
    if start < date.lowerBound { return start }
    // Thời gian hoàn thành: tháng 6/2026
    if self[start - 1].isMark(UInt8(ascii: ":")), hasDueLabel(before: start - 1, from: first) {
      return start
    }
    // Hoàn thành tháng 6/2026
    if start - 2 >= first, phrase(at: start - 2, meaning: .dueLabel)?.end == start,
      phrase(at: start, meaning: .stage) == nil
    {
      return start
    }
    // (tháng 4/2026)
    if self[start - 1].isMark(UInt8(ascii: "(")), self[date.upperBound].isMark(UInt8(ascii: ")")),
      means(start, [.month, .quarter])
    {
      return start
    }
    return nil
  }

  /// Where the hour begins that stands before a date: `11g00 ngày 06/11/2024`, `16 giờ 30 ngày …`.
  private func hourStart(before date: Int, in sentence: Range<Int>) -> Int {
    let first = sentence.lowerBound
    for start in stride(from: date - 1, through: max(first, date - 5), by: -1)
    where self[start].kind == .number {
      let clock = clockEnd(at: start)
      if clock == date || clock == date - 1 && self[date - 1].isComma { return start }
    }
    return date
  }

  /// Where a time of day ends that begins with a number: `16 giờ`, `11g00`, `8h30`, `14 giờ 30 phút`.
  func clockEnd(at index: Int) -> Int? {
    guard self[index].kind == .number, self[index].length <= 2, means(index + 1, .clock) else {
      return nil
    }
    var end = index + 2
    if self[end].kind == .number, self[end].length <= 2 {
      end += 1
      if means(end, .minute) { end += 1 }
    }
    return end
  }

  /// Whether `đến` before a date tells when something is due: where it opens a clause, or `hết` or a day
  /// follows and no `từ` stands before.
  private func isOnwardDue(_ index: Int, date: Range<Int>, in sentence: Range<Int>) -> Bool {
    guard !means(index - 1, .from), phrase(before: index, meaning: .notDue) == nil else {
      return false
    }
    if index == sentence.lowerBound || self[index - 1].kind == .mark
      || phrase(before: index, meaning: [.strives, .completes]) != nil
    {
      return true
    }
    return means(date.lowerBound, .day)
  }

  /// Whether `trong năm 2026` tells when something was done that is summed up: `rà soát 11 hoạt động dự
  /// kiến thực hiện trong năm 2026`.
  private func isWorkDone(before index: Int, in sentence: Range<Int>) -> Bool {
    guard phrase(before: index, meaning: .inWork) != nil else { return false }
    let start = afterMarks(sentence.lowerBound, until: index)
    return phrase(at: start, meaning: .summing) != nil
  }

  private func hasDueLabel(before colon: Int, from first: Int) -> Bool {
    for start in max(first, colon - 6)..<max(first, colon) {
      if let label = phrase(at: start, meaning: [.fieldTime, .dueLabel]), label.end == colon {
        return true
      }
    }
    return false
  }

  // MARK: Terms

  /// Where a term ends that runs from an event: `trong thời hạn 07 ngày làm việc kể từ ngày …`.
  private func term(at index: Int, in sentence: Range<Int>) -> Int? {
    guard self[index].opens.contains(.term), let word = phrase(at: index, meaning: .term) else {
      return nil
    }
    var start = word.end
    while start < word.end + 2, self[start].kind == .word, !self[start].isCapital { start += 1 }
    guard let amount = QuantityRecogniser.quantity(at: start, in: self),
      amount.end <= sentence.upperBound,
      phrase(at: amount.unit, meaning: .duration) != nil
    else { return nil }
    let event = self[amount.end].isComma ? amount.end + 1 : amount.end
    guard phrase(at: event, meaning: .sinceEvent) != nil else {
      return word.meaning.contains(.afterTerm) ? nil : amount.end
    }
    let end = segmentEnd(from: event, until: sentence.upperBound)
    return self[end - 1].isStop ? end - 1 : end
  }

  // MARK: Sentences of their own

  /// Whether a sentence only says when, as `Hoàn thành trước ngày 20/12/2026` does.
  func saysOnlyWhen(_ sentence: Range<Int>, dates: PlacedDates) -> Bool {
    var index = afterMarks(sentence.lowerBound, until: sentence.upperBound)
    guard let label = phrase(at: index, meaning: .dueLabel) else { return false }
    index = label.end
    // Thời gian hoàn thành rà soát: trước ngày …
    let colon = (index..<min(index + 7, sentence.upperBound)).first {
      self[$0].isMark(UInt8(ascii: ":"))
    }
    if let colon, (index..<colon).allSatisfy({ self[$0].kind == .word }) { index = colon + 1 }
    while index < sentence.upperBound {
      if let date = dates.starting(at: index) {
        index = date.tokens.upperBound
      } else if let end = recurringTime(at: index, in: sentence) ?? term(at: index, in: sentence) {
        index = end
      } else if let word = phrase(at: index, meaning: [.due, .onward, .dueLabel, .from, .often]) {
        index = word.end
      } else if self[index].kind == .mark || means(index, .and) {
        index += 1
      } else {
        return false
      }
    }
    return true
  }
}
