/// A list of plain values that is filled again and again: without reference counts or checks of who else
/// holds it, because nobody does.
@safe public struct PlainBuffer<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<Element>
  @usableFromInline var capacity: Int
  @usableFromInline var filled = 0

  /// How many values there are.
  @inlinable public var count: Int { filled }

  /// Makes an empty list with room for some values; it grows beyond.
  @inlinable
  public init(capacity: Int = 64) {
    unsafe base = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  @inlinable deinit { unsafe base.deallocate() }

  /// The value at a place, which must be in the list.
  @inlinable
  public subscript(place: Int) -> Element {
    @inline(__always) get {
      assert(place < count)
      return unsafe base[place]
    }
    @inline(__always) set {
      assert(place < count)
      unsafe base[place] = newValue
    }
  }

  /// The values at some places, until the list is changed.
  @inlinable @inline(__always)
  public func values(_ places: Range<Int>) -> UnsafeBufferPointer<Element> {
    assert(places.upperBound <= count)
    return unsafe UnsafeBufferPointer(start: base + places.lowerBound, count: places.count)
  }

  /// Forgets the values from a place on.
  @inlinable @inline(__always)
  public mutating func removeAll(from place: Int = 0) { filled = place }

  /// Adds a value.
  @inlinable @inline(__always)
  public mutating func append(_ value: Element) {
    if count == capacity { grow(by: 1) }
    unsafe (base + count).initialize(to: value)
    filled += 1
  }

  /// Adds values that stand elsewhere.
  @inlinable @inline(__always)
  public mutating func append(_ values: UnsafeBufferPointer<Element>) {
    guard let start = values.baseAddress else { return }
    if values.count > capacity - count { grow(by: values.count) }
    unsafe (base + count).initialize(from: start, count: values.count)
    filled += values.count
  }

  /// Adds one value as often as is said.
  @inlinable
  public mutating func append(_ value: Element, count added: Int) {
    if added > capacity - count { grow(by: added) }
    unsafe (base + count).initialize(repeating: value, count: added)
    filled += added
  }

  @inlinable
  mutating func grow(by added: Int) {
    let larger = max(capacity * 2, count + added)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    unsafe moved.moveInitialize(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = unsafe moved
    capacity = larger
  }
}

extension PlainBuffer<UInt8> {
  /// Adds some of the bytes that stand elsewhere, which are few as a rule.
  @inlinable @inline(__always)
  public mutating func append(few places: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    let size = 16
    // Sixteen are copied where there are as many, and those that are too many are written over.
    guard places.count <= size, places.lowerBound &+ size <= bytes.count, size <= capacity &- count,
      let start = bytes.baseAddress
    else { return unsafe append(UnsafeBufferPointer(rebasing: bytes[places])) }
    let sixteen = unsafe UnsafeRawPointer(start + places.lowerBound).loadUnaligned(
      as: SIMD2<UInt64>.self)
    unsafe UnsafeMutableRawPointer(base + count).storeBytes(of: sixteen, as: SIMD2<UInt64>.self)
    filled &+= places.count
  }

  /// Adds a scalar in UTF-8; what is no scalar becomes U+FFFD.
  @inlinable
  public mutating func append(utf8 scalar: UInt32) {
    if scalar < 0x80 {
      append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    } else {
      let scalar = Unicode.Scalar(scalar)?.value ?? 0xFFFD
      if scalar < 0x10000 {
        append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      } else {
        append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
        append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      }
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }
}
