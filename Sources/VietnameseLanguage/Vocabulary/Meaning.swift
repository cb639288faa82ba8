/// What a phrase of the vocabulary can mean; a phrase may mean several things.
///
/// Each meaning is a row of Tables/vocabulary/meanings.tsv, which says what it is; the other tables say
/// which words have it.
///
/// ```swift
/// let meaning: Meaning = [.verb, .continuing]
/// meaning.contains(.verb)            // true
/// meaning.isDisjoint(with: .bodies)  // true
/// ```
public struct Meaning: SetAlgebra, Hashable, Sendable {
  /// A bit for each meaning, in the order of the table: 64 a number.
  @usableFromInline var bits: (UInt64, UInt64, UInt64, UInt64)

  /// How many meanings there is room for; Scripts/generate-vocabulary refuses a longer table.
  static let capacity = 256

  /// The meanings whose bits are set.
  @inlinable
  init(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
    bits = (first, second, third, fourth)
  }

  /// The meaning of a row of the table.
  init(number: Int) {
    let bit = UInt64(1) << UInt64(number & 63)
    let word = number >> 6
    self.init(
      word == 0 ? bit : 0, word == 1 ? bit : 0, word == 2 ? bit : 0, word == 3 ? bit : 0)
  }

  /// No meaning.
  @inlinable
  public init() { self.init(0, 0, 0, 0) }

  /// Joins meanings.
  @inlinable
  public init(arrayLiteral meanings: Meaning...) {
    self.init()
    for meaning in meanings { formUnion(meaning) }
  }

  /// Whether two sets are equal.
  @inlinable
  public static func == (one: Meaning, other: Meaning) -> Bool { one.bits == other.bits }

  /// Hashes the bits.
  @inlinable
  public func hash(into hasher: inout Hasher) {
    hasher.combine(bits.0)
    hasher.combine(bits.1)
    hasher.combine(bits.2)
    hasher.combine(bits.3)
  }

  /// Whether there is no meaning.
  @inlinable
  public var isEmpty: Bool { bits.0 | bits.1 | bits.2 | bits.3 == 0 }

  /// Whether all of the other meanings are among these.
  @inlinable
  public func contains(_ other: Meaning) -> Bool { intersection(other) == other }

  /// Whether none of the other meanings is among these.
  @inlinable
  public func isDisjoint(with other: Meaning) -> Bool { intersection(other).isEmpty }

  /// These meanings and the others.
  @inlinable
  public func union(_ other: Meaning) -> Meaning {
    Meaning(
      bits.0 | other.bits.0, bits.1 | other.bits.1, bits.2 | other.bits.2, bits.3 | other.bits.3)
  }

  /// The meanings that are among both.
  @inlinable
  public func intersection(_ other: Meaning) -> Meaning {
    Meaning(
      bits.0 & other.bits.0, bits.1 & other.bits.1, bits.2 & other.bits.2, bits.3 & other.bits.3)
  }

  /// The meanings that are among one of both only.
  @inlinable
  public func symmetricDifference(_ other: Meaning) -> Meaning {
    Meaning(
      bits.0 ^ other.bits.0, bits.1 ^ other.bits.1, bits.2 ^ other.bits.2, bits.3 ^ other.bits.3)
  }

  /// Adds the others.
  @inlinable
  public mutating func formUnion(_ other: Meaning) { self = union(other) }

  /// Keeps those that are among the others too.
  @inlinable
  public mutating func formIntersection(_ other: Meaning) { self = intersection(other) }

  /// Keeps those that are among one of both only.
  @inlinable
  public mutating func formSymmetricDifference(_ other: Meaning) {
    self = symmetricDifference(other)
  }

  /// Adds meanings, and says whether they were missing.
  @inlinable @discardableResult
  public mutating func insert(_ other: Meaning) -> (inserted: Bool, memberAfterInsert: Meaning) {
    defer { formUnion(other) }
    return (!contains(other), other)
  }

  /// Takes meanings away, and returns those that were there.
  @inlinable @discardableResult
  public mutating func remove(_ other: Meaning) -> Meaning? {
    let removed = intersection(other)
    self = symmetricDifference(removed)
    return removed.isEmpty ? nil : removed
  }

  /// Adds meanings, and returns those that were there.
  @inlinable @discardableResult
  public mutating func update(with other: Meaning) -> Meaning? {
    defer { formUnion(other) }
    return isDisjoint(with: other) ? nil : intersection(other)
  }
}

extension Meaning {
  /// Everything that the unit of an amount can begin with.
  @inlinable public static var unit: Meaning {
    [.measure, .scale, .duration, .noun, .listed, .classifier]
  }

  /// Everything that the name of a body can begin with in running text.
  @inlinable public static var bodies: Meaning { [.body, .office, .generic] }

  /// Everything that a line opens with that names a body.
  @inlinable public static var bodyLines: Meaning { bodies.union(.bodyLine) }

  /// Everything that a line of a signature opens with, the name of the person apart.
  @inlinable public static var signatureLines: Meaning { [.position, .authority] }

  /// Everything that a fact can begin with, numbers and references apart.
  @inlinable public static var named: Meaning {
    [.time, .campaign, .body, .office, .generic, .place, .numbered]
  }

  /// Everything that a fact can begin with, numbers apart.
  @inlinable public static var fact: Meaning { named.union(.documentType) }
}
