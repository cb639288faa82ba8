/// A table that is made once and never freed, such as that of an encoding: it is read letter by letter
/// without counting who uses it.
@safe struct LastingTable<Element: BitwiseCopyable>: BitwiseCopyable, @unchecked Sendable {
  private let base: UnsafeMutablePointer<Element>

  /// Makes a table for as long as the process runs.
  init(_ values: [Element]) {
    let table = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(values.count, 1))
    _ = unsafe table.initialize(fromContentsOf: values)
    unsafe base = unsafe table.baseAddress.unsafelyUnwrapped
  }

  /// The value at a place, which must be in the table.
  @inline(__always)
  subscript(place: Int) -> Element { unsafe base[place] }
}
