/// Keeps a value that few have in a place of its own, so that those without one take eight bytes for it.
///
/// ```swift
/// @Rare var table: SourceTable?
/// ```
///
/// Lines and passages are many, and moved around: with their tables and labels in them they would take twice
/// the memory.
@propertyWrapper
package struct Rare<Value> {
  fileprivate final class Place {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  private var place: Place?

  /// The value, or `nil`; to change it is to find it a new place.
  package var wrappedValue: Value? {
    get { place?.value }
    set { place = newValue.map(Place.init) }
  }

  /// Finds a place for a value.
  package init(wrappedValue: Value?) {
    place = wrappedValue.map(Place.init)
  }
}

extension Rare.Place: Sendable where Value: Sendable {}

extension Rare: Sendable where Value: Sendable {}
