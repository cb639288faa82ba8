internal import ProgrammeModel
internal import VietnameseText

/// Records what is changed in a document.
///
/// A document in a legacy encoding changes at almost every word, and few words make most of it: each substitution
/// is kept once, and a change names it by number.
struct ChangeRecorder {
  /// What was put in the place of what.
  private(set) var substitutions: [TextChanges.Substitution] = []

  /// The rule of every substitution.
  private(set) var rules: [Rule] = []

  /// The number of the substitution of every decoded word, or -1.
  private var numbers: [Int] = []

  private var entries: [TextChanges.Entry] = []
  private var paragraphs: [TextChanges.Paragraph] = []

  /// The number of a substitution: a new one, or that of the last where it is the same.
  ///
  /// A long line may hold the same change a million times.
  mutating func add(_ rule: Rule, before: String, after: String) -> Int {
    // Not ==, which takes canonically equivalent texts for equal.
    if let last = substitutions.last, rules.last == rule,
      last.before.utf8.elementsEqual(before.utf8), last.after.utf8.elementsEqual(after.utf8)
    {
      return substitutions.count - 1
    }
    return append(rule, before: before, after: after)
  }

  private mutating func append(_ rule: Rule, before: String, after: String) -> Int {
    substitutions.append(
      TextChanges.Substitution(rule: rule.name, before: before, after: after))
    rules.append(rule)
    return substitutions.count - 1
  }

  /// The number of the substitution that a decoded word is, where it was made before.
  func substitution(ofDecoded place: Int) -> Int? {
    guard place < numbers.count, numbers[place] >= 0 else { return nil }
    return numbers[place]
  }

  /// The number of the new substitution that a decoded word is.
  mutating func add(
    decoded place: Int, from encoding: LegacyEncoding?, before: String, after: String
  ) -> Int {
    while numbers.count <= place { numbers.append(-1) }
    numbers[place] = append(.decoding(encoding), before: before, after: after)
    return numbers[place]
  }

  /// Forgets the numbers of decoded words, which mean others from now on.
  mutating func forgetDecodedWords() { numbers.removeAll() }

  /// Records the changes of a paragraph.
  mutating func record(_ changes: [TextChanges.Entry], of paragraph: Int, at location: Location) {
    paragraphs.append(
      TextChanges.Paragraph(
        number: paragraph, location: location,
        entries: entries.count..<entries.count + changes.count))
    entries.append(contentsOf: changes)
  }

  /// Everything that was recorded.
  var changes: TextChanges {
    TextChanges(substitutions: substitutions, entries: entries, paragraphs: paragraphs)
  }
}
