internal import VietnameseText

/// The changes that normalising made to a document, in the order of the source.
///
/// A document in a legacy encoding changes at almost every word, and few words make most of it. Each substitution is
/// therefore kept once, and a change names it by number.
public struct TextChanges: RandomAccessCollection, Hashable, Sendable {
  /// What was put in the place of what.
  public struct Substitution: Hashable, Sendable {
    /// The rule that asked for it.
    public var rule: String

    /// What stood there.
    public var before: String

    /// What stands there now.
    public var after: String

    /// Makes a substitution.
    public init(rule: String, before: String, after: String) {
      self.rule = rule
      self.before = before
      self.after = after
    }
  }

  /// A change of a paragraph.
  public struct Entry: Hashable, Sendable {
    /// The number of the substitution.
    public var substitution: Int

    /// Where the new text starts, in UTF-8 bytes from the start of the normalised paragraph.
    public var offset: Int

    /// Makes an entry.
    public init(substitution: Int, offset: Int) {
      self.substitution = substitution
      self.offset = offset
    }
  }

  /// A paragraph with changes.
  public struct Paragraph: Hashable, Sendable {
    /// The paragraph, counted from zero in the order of `SourceDocument.forEachParagraph`.
    public var number: Int

    /// Where the paragraph stands in the source.
    public var location: Location

    /// Its changes.
    public var entries: Range<Int>

    /// Names the changes of a paragraph.
    public init(number: Int, location: Location, entries: Range<Int>) {
      self.number = number
      self.location = location
      self.entries = entries
    }
  }

  /// The substitutions.
  public let substitutions: [Substitution]

  /// The changes.
  public let entries: [Entry]

  /// The paragraphs that were changed.
  public let paragraphs: [Paragraph]

  /// Joins changes with the substitutions and paragraphs that they name.
  public init(
    substitutions: [Substitution] = [], entries: [Entry] = [], paragraphs: [Paragraph] = []
  ) {
    self.substitutions = substitutions
    self.entries = entries
    self.paragraphs = paragraphs
  }

  /// The place of the first change.
  public var startIndex: Int { 0 }

  /// The place behind the last change.
  public var endIndex: Int { entries.count }

  /// The change at a place.
  public subscript(position: Int) -> TextChange {
    // The last paragraph that begins no later than the change.
    var low = 0
    var high = paragraphs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if paragraphs[middle].entries.lowerBound <= position { low = middle } else { high = middle }
    }
    return change(entries[position], in: paragraphs[low])
  }

  /// The changes of a paragraph.
  public func changes(of paragraph: Paragraph) -> [TextChange] {
    entries[paragraph.entries].map { change($0, in: paragraph) }
  }

  private func change(_ entry: Entry, in paragraph: Paragraph) -> TextChange {
    let substitution = substitutions[entry.substitution]
    return TextChange(
      rule: substitution.rule, paragraph: paragraph.number, location: paragraph.location,
      offset: entry.offset, before: substitution.before, after: substitution.after)
  }

  // MARK: Counting

  /// How often each rule was applied, in the order of the first time.
  public var countsByRule: [RuleCount] {
    var counts: [RuleCount] = []
    for (substitution, count) in usedSubstitutions {
      let rule = substitutions[substitution].rule
      if let place = counts.firstIndex(where: { $0.rule == rule }) {
        counts[place].count += count
      } else {
        counts.append(RuleCount(rule: rule, count: count))
      }
    }
    return counts
  }

  /// How many more visible characters there are after the changes than before; negative where
  /// composing and decoding made the text shorter.
  public var visibleCharacterGrowth: Int {
    usedSubstitutions.reduce(0) { sum, used in
      let substitution = substitutions[used.substitution]
      return sum + used.count
        * (substitution.after.visibleCharacterCount - substitution.before.visibleCharacterCount)
    }
  }

  /// The substitutions that were made, in the order of their first use, and how often each.
  private var usedSubstitutions: [(substitution: Int, count: Int)] {
    var counts = [Int](repeating: 0, count: substitutions.count)
    var order: [Int] = []
    for entry in entries {
      if counts[entry.substitution] == 0 { order.append(entry.substitution) }
      counts[entry.substitution] += 1
    }
    return order.map { ($0, counts[$0]) }
  }
}
