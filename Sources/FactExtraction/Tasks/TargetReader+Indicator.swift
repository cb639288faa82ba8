internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// What a figure measures, and the target that it is.
extension TargetReader {
  func target(_ figure: Figure, clause: Range<Int>) -> Target? {
    guard let amount = QuantityRecogniser.amount(of: figure.quantity, from: figure.number, in: text)
    else { return nil }
    let indicator = indicator(figure, clause: clause)
    guard !indicator.isEmpty else { return nil }
    let scalars = text.scalars(figure.start..<figure.end)
    var unit = QuantityRecogniser.unit(of: figure.quantity, in: text)
    // % GDP
    if isShare(figure), text[figure.quantity.end].isUppercase, text[figure.quantity.end].length > 2
    {
      unit += " " + text.slice(figure.quantity.end..<figure.quantity.end + 1)
    }
    if figure.end > figure.quantity.end, figure.comparator == .atMost,
      text.phrase(at: figure.start, meaning: .rankGroup) != nil
    {
      unit = text.squeezed(figure.quantity.unit..<figure.end)
    }
    return Target(
      indicator: indicator, comparator: figure.comparator, value: amount, unit: unit,
      by: time(near: figure, until: clause.upperBound),
      range: TextRange(scalars.lowerBound, scalars.upperBound))
  }

  /// The time of the sentence, otherwise of the title.
  private func time(near figure: Figure, until end: Int) -> String? {
    // 5.500 tấn vào năm 2026, 7.000 tấn vào năm 2030: the time behind the figure in its own part.
    if let own = dates.first(from: figure.end),
      own.tokens.lowerBound < min(end, text.segmentEnd(from: figure.end, until: end)),
      text.phrase(before: own.tokens.lowerBound, meaning: .noIndicator) == nil
    {
      return own.edtf
    }
    let due = dates.all.first {
      text.phrase(before: $0.tokens.lowerBound, meaning: .noIndicator) == nil
    }
    return due?.edtf ?? titleTime
  }

  /// What is measured: the words before the figure, or where none stand there but goals and times, the
  /// words behind it.
  private func indicator(_ figure: Figure, clause: Range<Int>) -> String {
    let verb =
      figure.start == figure.number
      ? verbBefore(figure.start, from: clause.lowerBound) : nil
    let opening =
      verb
      ?? max(clause.lowerBound, figure.start - TargetReader.reach)
    // Who acts is not what is measured.
    let first = predicate.map { opening < $0 && $0 < figure.start ? $0 : opening } ?? opening
    let before = words(first..<figure.start, isBehindFigure: isBehindFigure(first))
    let behind = words(
      figure.end..<min(clause.upperBound, figure.end + TargetReader.reach))
    let hasMeasure = (min(opening, figure.start)..<figure.start).contains {
      text.phrase(at: $0, meaning: .measured) != nil
    }
    if text.phrase(at: figure.start, meaning: .rankGroup) != nil {
      // Tỉnh thuộc nhóm 10 tỉnh dẫn đầu về chỉ số đọc sách; Chỉ số … thuộc nhóm 40 nước hàng đầu thế giới
      if let about = (figure.end..<min(figure.end + 8, clause.upperBound)).first(where: {
        text.means($0, .about)
      }) {
        return words(about + 1..<clause.upperBound)
      }
      return before.isEmpty ? behind : before
    }
    var parts: [String]
    if before.isEmpty || text.means(figure.start - 1, .with), !isShare(figure), !behind.isEmpty {
      parts = [counted(figure), behind]
    } else if hasNounBehind(figure), !behind.isEmpty {
      parts = [before, behind]
    } else if text.phrase(at: figure.start, meaning: .reaches) != nil, figure.isBounded,
      before.split(separator: " ").count > 2
    {
      // giải ngân vốn đầu tư công, bảo đảm … đạt tối thiểu 60% kế hoạch được giao
      parts = [before]
    } else if before.isEmpty
      || isShare(figure) && !hasMeasure && holdsVerb(figure.end..<clause.upperBound)
    {
      parts = [behind]
    } else if hasMeasure || figure.isChange || behind.isEmpty
      || text.phrase(at: figure.start, meaning: .reaches) != nil && figure.isBounded
    {
      parts = [before]
      // phấn đấu khởi công ít nhất 02 dự án: a verb alone needs what is counted.
      if behind.isEmpty, !isShare(figure), !hasMeasure, !figure.isChange,
        text.phrase(at: first, meaning: [.verb, .predicate]) != nil
          || before.split(separator: " ").count <= 2
      {
        parts.append(counted(figure))
      }
    } else {
      // Giải ngân 100% vốn đầu tư công; Xây dựng mới 24 hồ bơi lắp ghép
      parts = [before, counted(figure), behind]
    }
    if figure.isChange { parts.append(text.squeezed(changeWord(figure)).lowercased()) }
    if parts.allSatisfy(\.isEmpty),
      text[figure.start - 1].isComma || text.means(figure.start - 1, .and)
    {
      // 300 doanh nghiệp, 25 hợp tác xã
      parts = [counted(figure)]
    }
    if parts.allSatisfy(\.isEmpty) {
      // phấn đấu đạt trên 300 người: what is measured stands in the clause before.
      let start = max(sentence.lowerBound, clause.lowerBound - TargetReader.reach)
      let earlier = words(start..<clause.lowerBound)
      parts = [earlier]
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The verb directly before a figure, which alone belongs to what is measured: `… các giải pháp, giải
  /// ngân 100% vốn đầu tư công`.
  private func verbBefore(_ end: Int, from start: Int) -> Int? {
    (max(start, end - 3)..<max(start, end)).first {
      text.phrase(at: $0, meaning: .verb)?.end == end
        && text.phrase(at: $0, meaning: .strives) == nil
    }
  }

  /// What is counted, without a measure: `doanh nghiệp`, nothing for `triệu đồng`.
  private func counted(_ figure: Figure) -> String {
    let unit = figure.quantity.unit
    return text.phrase(at: unit, meaning: [.measure, .scale]) != nil
      ? "" : text.squeezed(unit..<figure.quantity.end)
  }

  /// Whether the word before a figure needs the noun behind it: `cho 100% công dân`.
  private func hasNounBehind(_ figure: Figure) -> Bool {
    text.means(figure.start - 1, [.of, .onBehalf])
  }

  func isShare(_ figure: Figure) -> Bool {
    text[figure.quantity.unit].isMark(UInt8(ascii: "%"))
  }

  /// Whether a verb tells what those do or have who are counted: `70% hộ chăn nuôi tiêm phòng`.
  private func holdsVerb(_ tokens: Range<Int>) -> Bool {
    tokens.dropFirst().prefix(TargetReader.reach).contains {
      text.phrase(at: $0, meaning: [.verb, .passive, .predicate]) != nil
        && text.phrase(at: $0 - 1, meaning: .hiding)?.end ?? 0 <= $0
    }
  }

  func changeWord(_ figure: Figure) -> Range<Int> {
    let word = (figure.start..<figure.number).first {
      text.phrase(at: $0, meaning: .change) != nil
    }
    guard let word, let phrase = text.phrase(at: word, meaning: .change) else {
      return figure.start..<figure.start
    }
    // giảm ít nhất 10%
    let isBound = !phrase.meaning.isDisjoint(with: [.atLeast, .atMost, .above, .below])
    return word..<(isBound ? word + 1 : min(phrase.end, figure.number))
  }

  /// The words of a stretch without goal verbs at its start, times, and marks at its ends; behind the last
  /// comma where a goal verb follows it.
  private func words(_ range: Range<Int>, isBehindFigure: Bool = false) -> String {
    var start = range.lowerBound
    var end = range.upperBound
    guard start < end else { return "" }
    // What follows another figure stands behind the next comma: … 2% GDP, trong đó nguồn ngoài ngân sách
    if isBehindFigure, start > sentence.lowerBound,
      text[start - 1].kind != .mark || text[start - 1].isMark(UInt8(ascii: "%")),
      let comma = (start..<min(start + 6, end)).first(where: {
        text[$0].isComma || text[$0].isMark(UInt8(ascii: ";"))
      })
    {
      start = comma
    }
    start = afterGoal(start, until: end)
    // What a goal verb in a later clause measures stands before the comma, unless it says so itself:
    // số hóa hồ sơ …, phấn đấu đạt; tháo gỡ khó khăn …, phấn đấu khởi công.
    if let comma = (start..<max(start, end)).last(where: {
      text[$0].isComma && text.phrase(at: $0 + 1, meaning: .strives) != nil
    }) {
      let later = afterGoal(comma, until: end)
      if later < end { start = later } else { end = comma }
    }
    var moved = true
    while moved, end > start {
      moved = false
      if text[end - 1].kind == .mark, !text[end - 1].isMark(UInt8(ascii: ")")) {
        end -= 1
        moved = true
      } else if let date = dates.ending(at: end), date.tokens.lowerBound >= start {
        end = date.tokens.lowerBound
        moved = true
      } else if let word = (max(start, end - 4)..<end).first(where: {
        text.phrase(at: $0, meaning: [.due, .onward, .strives, .noIndicator])?.end == end
      }) {
        end = word
        moved = true
      }
    }
    return end > start ? text.squeezed(start..<end) : ""
  }

  /// Behind the goal verbs, times and marks that a stretch begins with.
  private func afterGoal(_ first: Int, until end: Int) -> Int {
    var start = first
    var isTime = false
    while start < end {
      if text[start].kind == .mark || text.means(start, .and) {
        start += 1
      } else if let date = dates.starting(at: start) {
        start = date.tokens.upperBound
      } else if isTime, text.means(start, .stretch) {
        // đến hết năm
        start += 1
      } else if let word = text.phrase(
        at: start, meaning: [.strives, .due, .onward, .joins, .change, .atLeast, .reaches, .about]),
        text.phrase(at: start, meaning: .measured) == nil,
        !word.meaning.contains(.change) || isGoalChange(start, word.end)
      {
        start = min(word.end, end)
        isTime = !word.meaning.isDisjoint(with: [.due, .onward])
      } else {
        break
      }
    }
    return start
  }

  /// Whether a number stands directly before a stretch.
  private func isBehindFigure(_ start: Int) -> Bool {
    (max(sentence.lowerBound, start - 6)..<start).contains { text[$0].kind == .number }
  }

  /// Whether `giảm` before a rate says no more than the figure: `Giảm tỷ lệ hộ nghèo còn dưới 1%`.
  private func isGoalChange(_ start: Int, _ end: Int) -> Bool {
    text.phrase(at: end, meaning: .measured) != nil
  }
}
