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
  /// A bit for each meaning, in the order of the table.
  @usableFromInline var bits: SIMD4<UInt64>

  /// How many meanings there is room for; Scripts/generate-vocabulary refuses a longer table.
  static let capacity = 256

  /// No meaning.
  @inlinable
  public init() { bits = SIMD4() }

  /// The meaning in a row of the table.
  @inlinable
  init(row: Int) {
    bits = SIMD4()
    bits[row / 64] = 1 << UInt64(row % 64)
  }

  @inlinable
  init(bits: SIMD4<UInt64>) { self.bits = bits }

  /// Joins meanings.
  @inlinable
  public init(arrayLiteral meanings: Meaning...) {
    bits = SIMD4()
    for meaning in meanings { bits |= meaning.bits }
  }

  /// Whether there is no meaning.
  @inlinable
  public var isEmpty: Bool { bits == SIMD4() }

  /// Whether all of the other meanings are among these.
  @inlinable
  public func contains(_ other: Meaning) -> Bool { bits & other.bits == other.bits }

  /// Whether none of the other meanings is among these.
  @inlinable
  public func isDisjoint(with other: Meaning) -> Bool { bits & other.bits == SIMD4() }

  /// These meanings and the others.
  @inlinable
  public func union(_ other: Meaning) -> Meaning { Meaning(bits: bits | other.bits) }

  /// The meanings that are among both.
  @inlinable
  public func intersection(_ other: Meaning) -> Meaning { Meaning(bits: bits & other.bits) }

  /// The meanings that are among one of both only.
  @inlinable
  public func symmetricDifference(_ other: Meaning) -> Meaning { Meaning(bits: bits ^ other.bits) }

  /// Adds the others.
  @inlinable
  public mutating func formUnion(_ other: Meaning) { bits |= other.bits }

  /// Keeps those that are among the others too.
  @inlinable
  public mutating func formIntersection(_ other: Meaning) { bits &= other.bits }

  /// Keeps those that are among one of both only.
  @inlinable
  public mutating func formSymmetricDifference(_ other: Meaning) { bits ^= other.bits }

  /// Adds meanings, and says whether they were missing.
  @inlinable @discardableResult
  public mutating func insert(_ other: Meaning) -> (inserted: Bool, memberAfterInsert: Meaning) {
    defer { formUnion(other) }
    return (!contains(other), other)
  }

  /// Takes meanings away, and returns those that were there.
  @inlinable @discardableResult
  public mutating func remove(_ other: Meaning) -> Meaning? {
    defer { bits &= ~other.bits }
    return isDisjoint(with: other) ? nil : intersection(other)
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
  public static let unit: Meaning = [.measure, .scale, .duration, .noun, .listed, .classifier]

  /// Everything that the name of a body can begin with in running text.
  public static let bodies: Meaning = [.body, .office, .generic]

  /// Everything that a line opens with that names a body.
  public static let bodyLines: Meaning = [.body, .office, .generic, .bodyLine]

  /// Everything that a line of a signature opens with, the name of the person apart.
  public static let signatureLines: Meaning = [.position, .authority]

  /// Everything that a fact can begin with, numbers and references apart.
  public static let named: Meaning = [
    .time, .campaign, .body, .office, .generic, .place, .numbered,
  ]

  /// Everything that a fact can begin with, numbers apart.
  public static let fact = named.union(.documentType)
}
