/// A list of plain values that is filled again and again, without reference counts: it has one owner.
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

  /// The value at a place; traps where there is none.
  @inlinable
  public subscript(place: Int) -> Element {
    @inline(__always) get {
      precondition(place >= 0 && place < filled)
      return unsafe base[place]
    }
    @inline(__always) set {
      precondition(place >= 0 && place < filled)
      unsafe base[place] = newValue
    }
  }

  /// The values at some places, valid until the list is changed; traps where there are fewer.
  @unsafe @inlinable @inline(__always)
  public func values(_ places: Range<Int>) -> UnsafeBufferPointer<Element> {
    precondition(places.lowerBound >= 0 && places.upperBound <= filled)
    return unsafe UnsafeBufferPointer(start: base + places.lowerBound, count: places.count)
  }

  /// Forgets the values from a place on.
  @inlinable @inline(__always)
  public mutating func removeAll(from place: Int = 0) {
    precondition(place >= 0 && place <= filled)
    filled = place
  }

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
