/// A growing buffer of plain values without reference counts or checks of uniqueness, for the tape.
///
/// Its owner frees it; values need no destruction.
@safe struct TapeBuffer<Element: BitwiseCopyable> {
  /// The first value.
  private(set) var base: UnsafeMutablePointer<Element>
  /// How many values there are.
  var count = 0
  private var capacity: Int

  init(capacity: Int) {
    unsafe base = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  /// Frees the memory; the buffer is not used afterwards.
  func free() {
    unsafe base.deallocate()
  }

  /// Adds a value.
  @inline(__always)
  mutating func append(_ value: Element) {
    if count == capacity { grow(by: 1) }
    unsafe (base + count).initialize(to: value)
    count += 1
  }

  /// Adds values.
  @inline(__always)
  mutating func append(_ start: UnsafePointer<Element>, count added: Int) {
    if added > capacity - count { grow(by: added) }
    unsafe (base + count).initialize(from: start, count: added)
    count += added
  }

  private mutating func grow(by added: Int) {
    let larger = max(capacity * 2, count + added)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    unsafe moved.moveInitialize(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = unsafe moved
    capacity = larger
  }
}
