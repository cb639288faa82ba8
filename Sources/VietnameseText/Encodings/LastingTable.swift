/// A table that is made once and never freed, such as that of an encoding: it is read letter by letter
/// without counting who uses it.
@safe struct LastingTable<Element: BitwiseCopyable>: @unchecked Sendable {
  private let base: UnsafeMutableBufferPointer<Element>

  /// Makes a table for as long as the process runs.
  init(_ values: [Element]) {
    unsafe base = .allocate(capacity: values.count)
    _ = unsafe base.initialize(fromContentsOf: values)
  }

  /// How many values there are.
  var count: Int { unsafe base.count }

  /// The value at a place, which must be in the table.
  @inline(__always)
  subscript(place: Int) -> Element { unsafe base[place] }
}
