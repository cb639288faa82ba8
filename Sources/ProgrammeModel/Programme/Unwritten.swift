/// A value that is known while a document is converted, and that no output holds.
///
/// Programmes are compared by what an output says, so all such values are equal:
///
/// ```swift
/// @Unwritten public var spans = SourceSpans()
/// ```
@propertyWrapper
public struct Unwritten<Value: Sendable>: Hashable, Sendable {
  /// The value.
  public var wrappedValue: Value

  /// Keeps a value.
  @inlinable
  public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }

  /// Always true.
  public static func == (one: Unwritten, other: Unwritten) -> Bool { true }

  /// Takes nothing into a hash.
  public func hash(into hasher: inout Hasher) {}
}
