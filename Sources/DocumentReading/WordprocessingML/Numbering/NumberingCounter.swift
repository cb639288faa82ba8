internal import ProgrammeModel
internal import VietnameseText

/// Counts the paragraphs of one story and prints their labels as Word does.
///
/// The body with its tables is one story; every text box, note, header and footer is one of its own.
struct NumberingCounter {
  /// The counters of one list.
  private struct Counters {
    /// The last number of every level, or `nil` before its first.
    var numbers = [Int?](repeating: nil, count: Numbering.levelCount)
    /// The instance that counted a level last.
    var owners = [Int?](repeating: nil, count: Numbering.levelCount)
    /// The level whose `startOverride` was spent by the paragraph before, or `nil`.
    var lastOverride: Int?
  }

  /// Instances share the counters of their list.
  private var counters: [Int: Counters] = [:]
  /// The levels of instances whose `startOverride` is spent.
  private var spent: Set<Int> = []
  /// The instances met.
  private var met: Set<Int> = []

  /// Counts a paragraph and prints its label, or `nil` where the level prints none.
  mutating func label(
    instance: Int, level: Int, isFromStyle: Bool, in numbering: Numbering, fonts: FontTable
  ) -> ListLabel? {
    guard let definition = numbering.level(level, of: instance) else { return nil }
    let list = numbering.instances[instance].abstract
    var counters = counters[list] ?? Counters()
    advance(&counters, instance, level, definition, isFromStyle, numbering)
    self.counters[list] = counters
    return Self.label(
      of: definition, level: level, instance: instance, numbers: counters.numbers, in: numbering,
      fonts: fonts)
  }

  /// Gives the level its next number and forgets those of deeper levels.
  private mutating func advance(
    _ counters: inout Counters, _ instance: Int, _ level: Int, _ definition: ListLevel,
    _ isFromStyle: Bool, _ numbering: Numbering
  ) {
    let isNew = met.insert(instance).inserted
    if let start = overridingStart(counters, instance, level, isFromStyle, isNew, numbering) {
      counters.numbers[level] = start
      counters.lastOverride = level
      spent.insert(instance * Numbering.levelCount + level)
    } else {
      counters.lastOverride = nil
      counters.numbers[level] =
        counters.numbers[level].map { min($0 + 1, Numbering.largestNumber) } ?? definition.start
    }
    counters.owners[level] = instance
    for deeper in level + 1..<max(Numbering.levelCount, level + 1) {
      guard counters.numbers[deeper] != nil else { continue }
      let restart = numbering.level(deeper, of: instance)?.restart
      // `lvlRestart` counts levels from one: after level k or a higher one. 0 is never.
      if let restart, level >= restart { continue }
      counters.numbers[deeper] = nil
    }
  }

  /// The number that `startOverride` sets, where it fires: once, the first time the instance is used at
  /// the level.
  private func overridingStart(
    _ counters: Counters, _ instance: Int, _ level: Int, _ isFromStyle: Bool, _ isNew: Bool,
    _ numbering: Numbering
  ) -> Int? {
    guard let start = numbering.instances[instance].starts[level],
      !spent.contains(instance * Numbering.levelCount + level)
    else { return nil }
    // A heading style's own instance goes on below a parent that another instance counts.
    if isFromStyle, level > 0, let owner = counters.owners[level - 1], owner != instance {
      return nil
    }
    // Right after a deeper level that started anew the list goes on, unless the instance is new.
    if let last = counters.lastOverride, last > level, !isNew { return nil }
    return start
  }

  private static func label(
    of definition: ListLevel, level: Int, instance: Int, numbers: [Int?],
    in numbering: Numbering, fonts: FontTable
  ) -> ListLabel? {
    if definition.run.on.contains(.hidden) { return nil }
    var text = ""
    for piece in definition.pieces {
      switch piece {
      case .literal(let letters): text += letters
      case .counter(let index):
        if definition.format == .none { continue }
        guard let counted = numbering.level(index, of: instance) else { continue }
        let number = numbers[index] ?? counted.start
        if definition.isLegal, counted.format.isCounted {
          text += String(number)
        } else {
          text += counted.format.text(of: number)
        }
      }
    }
    if definition.run.on.contains(.capitals) { text = text.uppercased() }
    let printed = text.trimmingBlanks
    guard !printed.isEmpty else { return nil }
    return ListLabel(
      text: printed, level: level, list: numbering.instances[instance].abstract,
      value: definition.format.isCounted ? numbers[level] : nil)
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmingBlanks: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
