internal import VietnameseText

/// The changes that normalising made to a document, in the order of the source.
///
/// A document in a legacy encoding changes at almost every word, and few words make most of it: what was
/// put in the place of what is kept once, and a change is three numbers.
public struct TextChanges: RandomAccessCollection, Hashable, Sendable {
  /// What was put in the place of what.
  private struct Substitution: Hashable {
    /// The rule, by its place in `rules`.
    var rule: Int
    var before: String
    var after: String
    /// How often it was made.
    var count = 0
    /// By how many visible characters it makes the text longer.
    var growth: Int
  }

  /// A paragraph with changes.
  private struct Place: Hashable {
    var paragraph: Int
    var location: Location
  }

  /// The names of the rules that asked for changes.
  private(set) var rules: [String] = []

  private var substitutions: [Substitution] = []
  private var places: [Place] = []
  private var entries: [Made] = []

  /// Makes a record without changes.
  public init() {}

  /// The place of the first change.
  public var startIndex: Int { 0 }

  /// The place behind the last change.
  public var endIndex: Int { entries.count }

  /// The change at a place.
  public subscript(position: Int) -> TextChange {
    let entry = entries[position]
    let place = places[Int(entry.place)]
    let made = substitutions[Int(entry.substitution)]
    return TextChange(
      rule: rules[made.rule], paragraph: place.paragraph, location: place.location,
      offset: entry.offset, before: made.before, after: made.after)
  }

  /// The paragraph of a change.
  func paragraph(of change: Int) -> Int { places[Int(entries[change].place)].paragraph }

  /// The rule of those that count which wrote most of a paragraph, for every paragraph that has any.
  func mainRules(where counts: [Bool]) -> [(paragraph: Int, rule: Int)] {
    var result: [(paragraph: Int, rule: Int)] = []
    var bytes = [Int](repeating: 0, count: rules.count)
    var next = 0
    while next < entries.count {
      let place = entries[next].place
      var main: Int?
      var most = 0
      while next < entries.count, entries[next].place == place {
        let substitution = Int(entries[next].substitution)
        let rule = substitutions[substitution].rule
        bytes[rule] += substitutions[substitution].after.utf8.count
        next += 1
      }
      for rule in rules.indices where bytes[rule] > 0 {
        let written = bytes[rule]
        bytes[rule] = 0
        guard counts[rule] else { continue }
        if written > most || written == most && main.map({ rules[rule] < rules[$0] }) ?? true {
          main = rule
          most = written
        }
      }
      if let main { result.append((places[Int(place)].paragraph, main)) }
    }
    return result
  }

  // MARK: Recording

  /// Begins with the changes of a paragraph.
  public mutating func begin(_ paragraph: SourceParagraph, number: Int) {
    places.append(Place(paragraph: number, location: paragraph.location))
  }

  /// The number of a substitution that changes of this record can be made of; that of the last one where
  /// it is the same.
  public mutating func substitution(rule: String, before: String, after: String) -> Int {
    // A long line may hold the same change a million times.
    if let last = substitutions.last, last.before.utf8.count == before.utf8.count,
      last.before == before, last.after == after, rules[last.rule] == rule
    {
      return substitutions.count - 1
    }
    return add(
      rule: rule, before: before, after: after,
      growth: after.visibleCharacterCount - before.visibleCharacterCount)
  }

  /// The number of a new substitution, which makes the text longer by so many visible characters.
  public mutating func add(rule: String, before: String, after: String, growth: Int) -> Int {
    let place = rules.firstIndex(of: rule) ?? rules.count
    if place == rules.count { rules.append(rule) }
    substitutions.append(
      Substitution(rule: place, before: before, after: after, growth: growth))
    return substitutions.count - 1
  }

  /// A change that was made: what stands at `offset`, in UTF-8 bytes of the normalised text, was put there
  /// by a substitution of this record.
  public struct Made: Hashable, BitwiseCopyable, Sendable {
    /// The paragraph by its place in `places`, once it is recorded.
    fileprivate var place: Int32 = 0
    fileprivate var substitution: Int32
    fileprivate var offset: Int

    /// Makes a change.
    public init(_ substitution: Int, at offset: Int) {
      self.substitution = Int32(truncatingIfNeeded: substitution)
      self.offset = offset
    }
  }

  /// Records changes of the paragraph that was begun last.
  public mutating func append(_ made: UnsafeBufferPointer<Made>) {
    guard !places.isEmpty else { return }
    let place = Int32(truncatingIfNeeded: places.count - 1)
    let first = entries.count
    unsafe entries.append(contentsOf: made)
    unsafe substitutions.withUnsafeMutableBufferPointer { substitutions in
      unsafe entries.withUnsafeMutableBufferPointer { entries in
        for index in first..<entries.count {
          unsafe entries[index].place = place
          let substitution = unsafe Int(entries[index].substitution)
          precondition(substitution < substitutions.count)
          unsafe substitutions[substitution].count += 1
        }
      }
    }
  }

  // MARK: Counting

  /// How often each rule was applied, in the order of the first time.
  public var countsByRule: [RuleCount] {
    var counts = rules.map { RuleCount(rule: $0, count: 0) }
    for substitution in substitutions { counts[substitution.rule].count += substitution.count }
    return counts.filter { $0.count > 0 }
  }

  /// How many more visible characters there are after the changes than before; negative where
  /// composing and decoding made the text shorter.
  public var visibleCharacterGrowth: Int {
    substitutions.reduce(0) { $0 + $1.count * $1.growth }
  }
}
