/// Counts the paragraphs of one story and prints their labels as Word does.
///
/// The body with its tables is one story; every text box, note, header and footer is one of its own.
struct NumberingCounter {
  /// The counters of one list.
  private struct Counters {
    /// The last number of every level, or -1 before its first.
    var numbers = [Int](repeating: -1, count: Numbering.levelCount)
    /// The instance that counted a level last, or -1.
    var owners = [Int](repeating: -1, count: Numbering.levelCount)
    /// The level whose `startOverride` was spent by the paragraph before, or -1.
    var lastOverride = -1
  }

  /// Instances share the counters of their list; lists that are not met yet have none.
  private var counters: [Counters?] = []
  /// The levels of instances whose `startOverride` is spent.
  private var spent: Set<Int> = []
  /// The instances met.
  private var met: Set<Int> = []
  /// The counters of `AUTONUM` fields and their like, by name; of each nine outline levels and body text.
  private var automatic: [String: [Int]] = [:]
  /// The counters of Word's built-in list for `LISTNUM` fields.
  private var builtIn = [Int](repeating: 0, count: Numbering.levelCount)

  /// The number of a level of a list, or `nil` before its first.
  func number(at level: Int, ofList list: Int) -> Int? {
    guard counters.indices.contains(list), let number = counters[list]?.numbers[level] else {
      return nil
    }
    return number < 0 ? nil : number
  }

  /// Gives a level of an instance its next number and forgets those of deeper levels.
  ///
  /// `start` is a number to go on with instead, from a `LISTNUM` field.
  mutating func count(
    instance: Int, level: Int, _ definition: ListLevel, isFromStyle: Bool,
    in numbering: Numbering, start: Int? = nil
  ) {
    let list = numbering.instances[instance].abstract
    while counters.count <= list { counters.append(nil) }
    var counters = self.counters[list] ?? Counters()
    self.counters[list] = nil
    defer { self.counters[list] = counters }

    let isNew = met.insert(instance).inserted
    let number = counters.numbers[level]
    if let start {
      counters.numbers[level] = min(max(start, 0), numbering.largestNumber)
    } else if let start = overridingStart(
      counters, instance, level, isFromStyle, isNew, numbering)
    {
      counters.numbers[level] = min(start, numbering.largestNumber)
      counters.lastOverride = level
      spent.insert(instance * Numbering.levelCount + level)
    } else {
      counters.lastOverride = -1
      counters.numbers[level] =
        min(number < 0 ? definition.start : number + 1, numbering.largestNumber)
    }
    counters.owners[level] = instance
    // Parents that were passed over count as met: below `2.` a first `2.a.I` is followed by `2.b`.
    for parent in 0..<level where counters.numbers[parent] < 0 {
      counters.numbers[parent] = numbering.level(parent, of: instance)?.start ?? 0
    }
    for deeper in (level + 1)..<max(Numbering.levelCount, level + 1) {
      guard counters.numbers[deeper] >= 0 else { continue }
      // `lvlRestart` counts levels from one: the counter starts again after level k or a higher one, 0
      // is never. Word knows 0 to 7 (MS-OI29500, 2.1.289).
      if let restart = numbering.level(deeper, of: instance)?.restart, (0...7).contains(restart),
        level >= restart
      {
        continue
      }
      counters.numbers[deeper] = -1
    }
  }

  /// The number that `startOverride` sets, where it fires: once, the first time the instance is used at
  /// the level.
  private func overridingStart(
    _ counters: Counters, _ instance: Int, _ level: Int, _ isFromStyle: Bool, _ isNew: Bool,
    _ numbering: Numbering
  ) -> Int? {
    guard numbering.instances[instance].hasOverrides,
      let start = numbering.instances[instance].starts[level],
      !spent.contains(instance * Numbering.levelCount + level)
    else { return nil }
    // A heading style's own instance goes on below a parent that another instance counts.
    if isFromStyle, level > 0, counters.owners[level - 1] >= 0,
      counters.owners[level - 1] != instance
    {
      return nil
    }
    // Right after a deeper level that started anew the list goes on, unless the instance is new.
    if counters.lastOverride > level, !isNew { return nil }
    return start
  }

  /// The label's text of a level with the counters as they are.
  ///
  /// `w:isLgl` prints the counters of other levels in decimal (17.9.4).
  func text(
    of definition: ListLevel, level: Int, instance: Int, in numbering: Numbering
  ) -> String {
    let list = numbering.instances[instance].abstract
    var text = ""
    for piece in definition.pieces {
      switch piece {
      case .literal(let letters): text += letters
      case .counter(let index):
        guard let counted = numbering.level(index, of: instance) else { continue }
        let number = number(at: index, ofList: list) ?? counted.start
        // A number with a zero in front is in digits already ([MS-DOC] 2.9.150, fLegal).
        text +=
          definition.isLegal && counted.format.isCounted && !counted.format.isDecimal
          ? String(number) : counted.format.text(of: number)
      }
    }
    return text
  }

  /// The next number of a field that numbers paragraphs by their outline levels (17.16.5.5 to 17.16.5.7).
  mutating func automaticNumber(_ code: FieldCode, outlineLevel: Int?) -> String {
    let level = min(max(outlineLevel ?? Numbering.levelCount, 0), Numbering.levelCount)
    var numbers = automatic[code.name] ?? Array(repeating: 0, count: Numbering.levelCount + 1)
    numbers[level] = min(numbers[level] + 1, ReadingLimits().listNumber)
    for deeper in numbers.indices where deeper > level { numbers[deeper] = 0 }
    automatic[code.name] = numbers
    switch code.name {
    case "AUTONUMLGL":
      let number = numbers[...level].filter { $0 > 0 }.map { String($0) }.joined(separator: ".")
      return code.has("e") ? number : number + Self.separator(of: code)
    case "AUTONUMOUT" where level < Numbering.levelCount:
      let formats: [NumberFormat] = [.upperRoman, .upperLetter, .decimal, .lowerLetter]
      let format =
        level < 4 ? formats[level] : [.decimal, .lowerLetter, .lowerRoman][(level - 4) % 3]
      let number = format.text(of: numbers[level])
      return level < 3 ? "\(number)." : level == 3 ? "\(number))" : "(\(number))"
    default: return code.numberFormat.text(of: numbers[level]) + Self.separator(of: code)
    }
  }

  /// The mark behind the number: a full stop, or the one behind `\s`.
  private static func separator(of code: FieldCode) -> String {
    code.word(behind: "s").flatMap { $0.first }.map { String($0) } ?? "."
  }

  /// The next number of Word's built-in list for `LISTNUM` fields.
  ///
  /// Its levels print `1)`, `a)`, `i)`, `(1)`, `(a)`, `(i)` and so on; those of `LegalDefault` all
  /// numbers down to their own.
  mutating func builtInNumber(
    level: Int, start: Int?, isLegal: Bool, in numbering: Numbering
  ) -> String? {
    guard builtIn.indices.contains(level) else { return nil }
    builtIn[level] =
      min(start.map { max($0, 0) } ?? builtIn[level] + 1, numbering.largestNumber)
    for deeper in builtIn.indices where deeper > level { builtIn[deeper] = 0 }
    if isLegal { return builtIn[...level].map { "\(max($0, 1))." }.joined() }
    let formats: [NumberFormat] = [.decimal, .lowerLetter, .lowerRoman]
    let number = formats[level % 3].text(of: builtIn[level])
    return level < 3 ? "\(number))" : level < 6 ? "(\(number))" : "\(number)."
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmingBlanks: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return first == scalars.startIndex && scalars.index(after: last) == scalars.endIndex
      ? self : String(scalars[first...last])
  }
}
