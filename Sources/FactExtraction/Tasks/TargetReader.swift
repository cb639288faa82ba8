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
  let text: TokenisedText
  let sentence: Range<Int>
  /// Whether the sentence stands under a title of goals or targets.
  let isGoal: Bool
  let dates: PlacedDates
  /// The time that the title gives.
  let titleTime: String?
  /// The token that the predicate of the subject begins with.
  let predicate: Int?
  /// The last number of the sentence.
  let lastNumber: Int
  /// Whether the sentence says that something recurs.
  let recurs: Bool
  /// Whether a figure was read.
  var hasFigure = false

  /// Makes a reader of a sentence.
  init(
    _ text: TokenisedText, _ sentence: Range<Int>, isGoal: Bool, dates: PlacedDates,
    titleTime: String?, predicate: Int?
  ) {
    self.text = text
    self.sentence = sentence
    self.isGoal = isGoal
    self.dates = dates
    self.titleTime = titleTime
    self.predicate = predicate
    lastNumber = sentence.last { text[$0].kind == .number } ?? sentence.lowerBound
    recurs = sentence.contains {
      text.means($0, .every) && text.phrase(at: $0 + 1, meaning: .stretch) != nil
    }
  }

  /// How far before a figure its words are looked for, in tokens.
  static let reach = 80

  /// A figure with the words around it.
  struct Figure {
    /// The first token of comparator and figure.
    var start: Int
    /// The token behind the unit and what bounds it.
    var end: Int
    /// The token of the number.
    var number: Int
    var quantity: QuantityRecogniser.QuantityMatch
    var comparator: Target.Comparator
    /// Whether words say that it is to be reached.
    var isBounded: Bool
    /// Whether it is a change: `tăng 5%`.
    var isChange: Bool
  }

  /// The longest measure, in bytes, that changes behind it are named by: a result must not grow by what is
  /// written once and named in every change.
  private static let longestMeasure = 300

  /// The targets, in the order of the text.
  mutating func targets() -> [Target] {
    var targets: [Target] = []
    var clause = sentence.lowerBound
    var index = sentence.lowerBound
    // What stands behind a target without a separator belongs to it: ít nhất 05 sản phẩm đạt 4 sao.
    var isDivided = true
    // What the last target with a name of its own is about.
    var measure = ""
    while index < sentence.upperBound {
      if text[index].isMark(UInt8(ascii: ";")) { clause = index + 1 }
      isDivided =
        isDivided || text[index].isComma || text[index].isMark(UInt8(ascii: ";"))
        || text.means(index, .and)
      if let date = dates.starting(at: index) {
        index = date.tokens.upperBound
        continue
      }
      guard text[index].kind == .number, let figure = figure(at: index) else {
        index += 1
        continue
      }
      if isBase(figure) {
        index = figure.end
        continue
      }
      let stop = clauseEnd(from: figure.end)
      let start = min(clause, figure.start)
      if isDivided, isTarget(figure, clause: start),
        var target = target(figure, clause: start..<stop)
      {
        // đạt 15.200 tỷ đồng, tăng 12%: what changes was said before.
        if figure.isChange, !targets.isEmpty, start > sentence.lowerBound,
          target.indicator == text.squeezed(changeWord(figure)).lowercased(),
          !text[start - 1].isMark(UInt8(ascii: ";"))
        {
          if !measure.isEmpty { target.indicator = measure + " " + target.indicator }
        } else {
          measure = target.indicator.utf8.count <= Self.longestMeasure ? target.indicator : ""
        }
        targets.append(target)
        clause = figure.end
        isDivided = false
      }
      hasFigure = true
      index = figure.end
    }
    return targets
  }

  // MARK: Figures

  private func figure(at number: Int) -> Figure? {
    guard let quantity = QuantityRecogniser.quantity(at: number, in: text), !quantity.isRatio,
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
      if word.meaning.contains(.change) { figure.isChange = true }
      if figure.comparator == .equal { figure.comparator = comparator(word.meaning) }
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
          || text[end + 1].kind == .number && text[end + 1].isSpaced
          || text.phrase(at: end + 1, meaning: .atLeast) != nil,
        end < lastNumber
      {
        return end
      }
      end += 1
    }
    return end
  }

  // MARK: Which figures are targets

  /// Whether a figure is what the measure counts by: `Số giường bệnh trên 10.000 dân: 32 giường`.
  private func isBase(_ figure: Figure) -> Bool {
    guard figure.comparator == .above, figure.end < lastNumber else { return false }
    var next = figure.end
    if text[next].isMark(UInt8(ascii: ":")) {
      next += 1
    } else if let word = text.phrase(at: next, meaning: .reaches) {
      next = word.end
    } else {
      return false
    }
    if let bound = text.phrase(at: next, meaning: [.atLeast, .atMost, .above, .below]) {
      next = bound.end
    }
    return text[next].kind == .number
  }

  private func isTarget(_ figure: Figure, clause: Int) -> Bool {
    let unit = figure.quantity.unit
    let isShare = text[unit].isMark(UInt8(ascii: "%")) || text.isShareUnit(unit)
    // so với năm 2025; từ 06 đến dưới 16 tuổi; trẻ em dưới 6 tuổi
    if phraseNear(figure.start, .noIndicator) || text.means(unit, .age) { return false }
    if isInParentheses(figure.number) { return false }
    if text.phrase(at: unit, meaning: .duration) != nil { return isGoal && figure.isBounded }
    if isGoal {
      // Phát triển mới 300 doanh nghiệp, 25 hợp tác xã
      let isListed = text[figure.start - 1].isComma || text.means(figure.start - 1, .and)
      return isShare || figure.isBounded || !hasFigure || isListed
    }
    if isShare {
      return figure.isBounded || text[figure.number].number == 100
        || opensWithGoal(clause, figure.start)
    }
    // A number of things: only where it is to be reached, not how often something is done.
    // phấn đấu khởi công 02 dự án: the verb of reaching stands before it in its own clause.
    if !figure.isBounded { return !recurs && isAimed(clause, figure.start) }
    guard figure.comparator != .equal || opensWithGoal(clause, figure.start) else { return false }
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

  /// Whether `phấn đấu` stands before the figure with no comma between.
  private func isAimed(_ clause: Int, _ end: Int) -> Bool {
    for index in stride(from: end - 1, through: max(clause, end - 12), by: -1) {
      if text[index].isComma, dates.ending(at: index) == nil { return false }
      if text.phrase(at: index, meaning: .aims) != nil { return true }
    }
    return false
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
}

extension TokenisedText {
  /// Whether a unit is a share: `phần trăm`.
  func isShareUnit(_ unit: Int) -> Bool { means(unit, .percent) }
}
