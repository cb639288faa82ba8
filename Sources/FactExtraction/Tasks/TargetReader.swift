internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Finds the figures to be reached (chỉ tiêu) in a sentence.
///
/// ```text
/// Tỷ lệ hộ dùng nước sạch đạt 98% trở lên      >= 98 %, what is measured stands before
/// Bảo đảm 100% học sinh được tham gia          = 100 %, what is measured stands behind
/// Giảm tỷ lệ hộ nghèo còn dưới 1% …            < 1 %
/// Số lượt mượn sách tăng 8 - 10%/năm           between 8-10 %/năm
/// ```
///
/// Ratios of what was done (`40/62 xã`), limits of how something is done and the number of things that an
/// action makes are none, unless they stand under a title of goals.
struct TargetReader {
  private let text: TokenisedText
  private let sentence: Range<Int>
  /// Whether the sentence stands under a title of goals or targets.
  private let isGoal: Bool
  private let dates: PlacedDates
  /// The time that the title gives.
  private let titleTime: String?
  /// The last number of the sentence.
  private let lastNumber: Int
  /// Whether the sentence says that something recurs.
  private let recurs: Bool
  /// Whether a figure was read.
  private var hasFigure = false

  /// Makes a reader of a sentence.
  init(
    _ text: TokenisedText, _ sentence: Range<Int>, isGoal: Bool, dates: PlacedDates,
    titleTime: String?
  ) {
    self.text = text
    self.sentence = sentence
    self.isGoal = isGoal
    self.dates = dates
    self.titleTime = titleTime
    lastNumber = sentence.last { text[$0].kind == .number } ?? sentence.lowerBound
    recurs = sentence.contains { text.means($0, .every) }
  }

  /// How far before a figure its words are looked for, in tokens.
  private static let reach = 80

  /// A figure with the words around it.
  private struct Figure {
    /// The first token of comparator and figure.
    var start: Int
    /// The token behind the unit and what bounds it.
    var end: Int
    /// The token of the number.
    var number: Int
    var quantity: TokenisedText.QuantityMatch
    var comparator: Target.Comparator
    /// Whether words say that it is to be reached.
    var isBounded: Bool
    /// Whether it is a change: `tăng 5%`.
    var isChange: Bool
  }

  /// The targets, in the order of the text.
  mutating func targets() -> [Target] {
    var targets: [Target] = []
    var clause = sentence.lowerBound
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      if text[index].isMark(UInt8(ascii: ";")) { clause = index + 1 }
      if let date = dates.starting(at: index) {
        index = date.tokens.upperBound
        continue
      }
      guard text[index].kind == .number, let figure = figure(at: index) else {
        index += 1
        continue
      }
      let stop = clauseEnd(from: figure.end)
      let start = min(clause, figure.start)
      if isTarget(figure, clause: start), let target = target(figure, clause: start..<stop) {
        targets.append(target)
        clause = figure.end
      }
      hasFigure = true
      index = figure.end
    }
    return targets
  }

  // MARK: Figures

  private func figure(at number: Int) -> Figure? {
    guard let quantity = text.quantity(at: number), !quantity.isRatio,
      text[quantity.end - 1].kind != .number
    else { return nil }
    var figure = Figure(
      start: number, end: quantity.end, number: number, quantity: quantity, comparator: .equal,
      isBounded: false, isChange: false)
    if quantity.second > 0 {
      figure.comparator = .between
      figure.isBounded = true
    }
    // The words directly before: đạt ít nhất, còn dưới, tăng trên.
    for _ in 0..<3 {
      guard let word = wordBefore(figure.start) else { break }
      if word.meaning.contains(.change) {
        figure.isChange = true
      } else if figure.comparator == .equal {
        figure.comparator = comparator(word.meaning)
      }
      figure.isBounded = true
      figure.start = word.start
    }
    if let more = text.phrase(at: figure.end, meaning: [.orMore, .orLess]) {
      figure.comparator = more.meaning.contains(.orMore) ? .atLeast : .atMost
      figure.isBounded = true
      figure.end = more.end
    } else if figure.comparator == .atLeast, text.means(figure.start, .from),
      quantity.second > 0
    {
      figure.comparator = .between
    }
    // trong nhóm 10 tỉnh dẫn đầu
    if let leader = (figure.end..<figure.end + 3).first(where: {
      text.phrase(at: $0, meaning: .leader) != nil
    }), let group = phraseBefore(figure.start, .rankGroup) {
      figure.comparator = .atMost
      figure.isBounded = true
      figure.start = group
      figure.end = text.phrase(at: leader, meaning: .leader)?.end ?? leader
    }
    return figure
  }

  private static var bounds: Meaning {
    [.atLeast, .atMost, .above, .below, .reaches, .change]
  }

  /// The longest word of a bound that ends before a token.
  private func wordBefore(_ end: Int) -> (start: Int, meaning: Meaning)? {
    for start in stride(from: max(sentence.lowerBound, end - 4), to: end, by: 1) {
      if let phrase = text.phrase(at: start, meaning: TargetReader.bounds), phrase.end == end {
        return (start, phrase.meaning)
      }
    }
    return nil
  }

  private func phraseBefore(_ end: Int, _ meaning: Meaning) -> Int? {
    (max(sentence.lowerBound, end - 3)..<end).first {
      text.phrase(at: $0, meaning: meaning)?.end == end
    }
  }

  private func comparator(_ meaning: Meaning) -> Target.Comparator {
    if meaning.contains(.atLeast) { return .atLeast }
    if meaning.contains(.atMost) { return .atMost }
    if meaning.contains(.above) { return .above }
    if meaning.contains(.below) { return .below }
    return .equal
  }

  /// The next semicolon, or the comma that another figure's words follow, or the end.
  private func clauseEnd(from index: Int) -> Int {
    var end = index
    while end < sentence.upperBound, end < index + TargetReader.reach,
      !text[end].isMark(UInt8(ascii: ";"))
    {
      if text[end].isComma,
        text.phrase(at: end + 1, meaning: [.measured, .strives, .change]) != nil
          || text[end + 1].kind == .number || text.phrase(at: end + 1, meaning: .atLeast) != nil,
        end < lastNumber
      {
        return end
      }
      end += 1
    }
    return end
  }

  // MARK: Which figures are targets

  private func isTarget(_ figure: Figure, clause: Int) -> Bool {
    let unit = figure.quantity.unit
    let isShare = text[unit].isMark(UInt8(ascii: "%")) || text.isShareUnit(unit)
    // so với năm 2025; từ 06 đến dưới 16 tuổi; trẻ em dưới 6 tuổi
    if phraseNear(figure.start, .noIndicator) || text.means(unit, .age) { return false }
    if isInParentheses(figure.number) { return false }
    if text.phrase(at: unit, meaning: .duration) != nil { return isGoal && figure.isBounded }
    if isGoal { return isShare || figure.isBounded || !hasFigure }
    if isShare {
      return figure.isBounded || text[figure.number].number == 100
        || opensWithGoal(clause, figure.start)
    }
    // A number of things: only where it is to be reached, not how often something is done.
    guard figure.isBounded, figure.comparator != .equal || opensWithGoal(clause, figure.start)
    else {
      return false
    }
    if recurs { return false }
    return opensWithGoal(clause, figure.start)
      || figure.comparator == .atLeast
        && !text.means(figure.start, .from)
  }

  /// Whether a verb of reaching stands in the clause before the figure: `phấn đấu`, `bảo đảm`.
  private func opensWithGoal(_ clause: Int, _ end: Int) -> Bool {
    let start = max(clause, end - TargetReader.reach)
    return (start..<max(start, end)).contains { text.phrase(at: $0, meaning: .strives) != nil }
      || text.phrase(at: end, meaning: .strives) != nil
  }

  private func phraseNear(_ index: Int, _ meaning: Meaning) -> Bool {
    (max(sentence.lowerBound, index - 4)..<index).contains {
      text.phrase(at: $0, meaning: meaning) != nil
    }
  }

  private func isInParentheses(_ index: Int) -> Bool {
    let first = max(sentence.lowerBound, index - TargetReader.reach)
    for place in stride(from: index, through: first, by: -1) {
      if text[place].isMark(UInt8(ascii: ")")) { return false }
      if text[place].isMark(UInt8(ascii: "(")) { return true }
    }
    return false
  }

  // MARK: Targets

  private func target(_ figure: Figure, clause: Range<Int>) -> Target? {
    guard let amount = amount(of: figure) else { return nil }
    let indicator = indicator(figure, clause: clause)
    guard !indicator.isEmpty else { return nil }
    let scalars = text.scalars(figure.start..<figure.end)
    var unit = text.squeezed(figure.quantity.unit..<figure.quantity.end)
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
      by: time(near: figure.number), range: TextRange(scalars.lowerBound, scalars.upperBound))
  }

  private func amount(of figure: Figure) -> Amount? {
    guard let first = text.numeral(at: figure.number) else { return nil }
    guard figure.quantity.second > 0 else { return .number(first.value) }
    guard let second = text.numeral(at: figure.quantity.second) else { return nil }
    return .text(first.digits + "-" + second.digits)
  }

  /// The time of the sentence, otherwise of the title.
  private func time(near number: Int) -> String? {
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
    let before = words(opening..<figure.start, isChange: figure.isChange)
    let behind = words(
      figure.end..<min(clause.upperBound, figure.end + TargetReader.reach), isChange: false)
    let hasMeasure = (min(opening, figure.start)..<figure.start).contains {
      text.phrase(at: $0, meaning: .measured) != nil
    }
    if text.phrase(at: figure.start, meaning: .rankGroup) != nil {
      // Tỉnh thuộc nhóm 10 tỉnh dẫn đầu về chỉ số đọc sách; Chỉ số … thuộc nhóm 40 nước hàng đầu thế giới
      if let about = (figure.end..<min(figure.end + 8, clause.upperBound)).first(where: {
        text.means($0, .about)
      }) {
        return words(about + 1..<clause.upperBound, isChange: false)
      }
      return before.isEmpty ? behind : before
    }
    var parts: [String]
    if before.isEmpty, !isShare(figure), !behind.isEmpty {
      parts = [text.squeezed(figure.quantity.unit..<figure.quantity.end), behind]
    } else if before.isEmpty
      || isShare(figure) && !hasMeasure && holdsVerb(figure.end..<clause.upperBound)
    {
      parts = [behind]
    } else if hasMeasure || figure.isChange || behind.isEmpty
      || text.phrase(at: figure.start, meaning: .reaches) != nil && figure.isBounded
    {
      parts = [before]
    } else {
      // Giải ngân 100% vốn đầu tư công; Xây dựng mới 24 hồ bơi lắp ghép
      let unit =
        text[figure.quantity.unit].isMark(UInt8(ascii: "%"))
        ? "" : text.squeezed(figure.quantity.unit..<figure.quantity.end)
      parts = [before, unit, behind]
    }
    if figure.isChange { parts.append(text.squeezed(changeWord(figure))) }
    if parts.allSatisfy(\.isEmpty) {
      // phấn đấu đạt trên 300 người: what is measured stands in the clause before.
      let start = max(sentence.lowerBound, clause.lowerBound - TargetReader.reach)
      let earlier = words(start..<clause.lowerBound, isChange: false)
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

  private func isShare(_ figure: Figure) -> Bool {
    text[figure.quantity.unit].isMark(UInt8(ascii: "%"))
  }

  /// Whether a verb tells what those do or have who are counted: `70% hộ chăn nuôi tiêm phòng`.
  private func holdsVerb(_ tokens: Range<Int>) -> Bool {
    tokens.dropFirst().prefix(TargetReader.reach).contains {
      text.phrase(at: $0, meaning: [.verb, .passive, .predicate]) != nil
        && text.phrase(at: $0 - 1, meaning: .hiding)?.end ?? 0 <= $0
    }
  }

  private func changeWord(_ figure: Figure) -> Range<Int> {
    let word = (figure.start..<figure.number).first {
      text.phrase(at: $0, meaning: .change) != nil
    }
    guard let word, let phrase = text.phrase(at: word, meaning: .change) else {
      return figure.start..<figure.start
    }
    return word..<min(phrase.end, figure.number)
  }

  /// The words of a stretch without goal verbs at its start, times, and marks at its ends; behind the last
  /// comma where a goal verb follows it.
  private func words(_ range: Range<Int>, isChange: Bool) -> String {
    var start = range.lowerBound
    var end = range.upperBound
    guard start < end else { return "" }
    // What follows another figure stands behind the next comma: … 2% GDP, trong đó nguồn ngoài ngân sách
    if start > sentence.lowerBound,
      text[start - 1].kind != .mark || text[start - 1].isMark(UInt8(ascii: "%")),
      let comma = (start..<min(start + 6, end)).first(where: {
        text[$0].isComma || text[$0].isMark(UInt8(ascii: ";"))
      }), isBehindFigure(start)
    {
      start = comma
    }
    var moved = true
    while moved, start < end {
      moved = false
      if text[start].kind == .mark {
        start += 1
        moved = true
      } else if let date = dates.starting(at: start) {
        start = date.tokens.upperBound
        moved = true
      } else if let word = text.phrase(
        at: start, meaning: [.strives, .due, .onward, .joins, .change, .atLeast, .reaches, .about]),
        word.end <= end, text.phrase(at: start, meaning: .measured) == nil,
        !word.meaning.contains(.change) || isGoalChange(start, word.end)
      {
        start = word.end
        moved = true
      }
    }
    // What a goal verb in a later clause measures stands before the comma: số hóa hồ sơ …, phấn đấu đạt.
    if let comma = (start..<max(start, end)).last(where: {
      text[$0].isComma && text.phrase(at: $0 + 1, meaning: .strives) != nil
    }) {
      end = comma
    }
    moved = true
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

  /// Whether a number stands directly before a stretch.
  private func isBehindFigure(_ start: Int) -> Bool {
    (max(sentence.lowerBound, start - 6)..<start).contains { text[$0].kind == .number }
  }

  /// Whether `giảm` before a rate says no more than the figure: `Giảm tỷ lệ hộ nghèo còn dưới 1%`.
  private func isGoalChange(_ start: Int, _ end: Int) -> Bool {
    text.phrase(at: end, meaning: .measured) != nil
  }
}

extension TokenisedText {
  /// Whether a unit is a share: `phần trăm`.
  fileprivate func isShareUnit(_ unit: Int) -> Bool { means(unit, .percent) }
}
