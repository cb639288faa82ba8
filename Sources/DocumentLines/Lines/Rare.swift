/// Holds a value that few have in a place of its own, so that those without one take eight bytes for it.
///
/// ```swift
/// var table: Rare<SourceTable>?
/// ```
///
/// Lines and passages are many, and moved around: with their tables and labels in them they would take twice
/// the memory.
package final class Rare<Value: Sendable>: Sendable {
  /// The value.
  package let value: Value

  /// Finds a place for a value.
  package init(_ value: Value) { self.value = value }
}
