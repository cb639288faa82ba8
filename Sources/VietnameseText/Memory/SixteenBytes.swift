/// Sixteen bytes that are looked at together.
///
/// Every question is one instruction of the processor or two. `SIMD16` answers most of its own byte by byte:
/// here stand those that it does not.
@safe public struct SixteenBytes {
  @usableFromInline let bytes: SIMD16<UInt8>

  @inlinable @inline(__always)
  init(_ bytes: SIMD16<UInt8>) {
    self.bytes = bytes
  }

  /// Takes the sixteen bytes from a place on, which must all be there.
  @inlinable @inline(__always)
  public init(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) {
    assert(place >= 0 && place <= bytes.count - 16)
    let start = unsafe UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped + place)
    self.bytes = unsafe start.loadUnaligned(as: SIMD16<UInt8>.self)
  }

  /// Takes fewer than sixteen bytes, and fills them up with one.
  @inlinable
  public init(few bytes: UnsafeBufferPointer<UInt8>, _ filling: UInt8) {
    assert(bytes.count < 16)
    var halves = SIMD2(repeating: UInt64(filling) &* 0x0101_0101_0101_0101)
    if bytes.count >= 8, let start = unsafe UnsafeRawPointer(bytes.baseAddress) {
      // The last eight reach back over the first: what is there twice is moved out.
      let (last, seen) = unsafe (start + (bytes.count - 8), UInt64(16 - bytes.count) * 8)
      halves[0] = unsafe UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
      let rest = unsafe UInt64(littleEndian: last.loadUnaligned(as: UInt64.self))
      halves[1] = rest >> seen | halves[1] & ~(.max >> seen)
    } else {
      for place in bytes.indices.reversed() {
        halves[0] = unsafe halves[0] << 8 | UInt64(bytes[place])
      }
    }
    self.bytes = unsafe unsafeBitCast(halves, to: SIMD16<UInt8>.self)
  }

  /// The places of one byte.
  @inlinable @inline(__always)
  public func places(of byte: UInt8) -> Places {
    Places(bytes .== SIMD16(repeating: byte))
  }

  /// The places of lower bytes.
  @inlinable @inline(__always)
  public func places(below byte: UInt8) -> Places {
    Places(bytes .< SIMD16(repeating: byte))
  }

  /// The bytes with some bits set.
  @inlinable @inline(__always)
  public func setting(_ bits: UInt8) -> SixteenBytes {
    SixteenBytes(bytes | SIMD16(repeating: bits))
  }

  /// The places of bytes in a range.
  @inlinable @inline(__always)
  public func places(in range: ClosedRange<UInt8>) -> Places {
    let first = SIMD16(repeating: range.lowerBound)
    return Places(bytes &- first .<= SIMD16(repeating: range.upperBound &- range.lowerBound))
  }

  /// Some places of sixteen.
  public struct Places {
    @usableFromInline let mask: SIMDMask<SIMD16<Int8>>

    @inlinable @inline(__always)
    init(_ mask: SIMDMask<SIMD16<Int8>>) {
      self.mask = mask
    }

    /// None of them.
    @inlinable @inline(__always)
    public static var none: Places { Places(SIMDMask(repeating: false)) }

    /// The first of them.
    @inlinable @inline(__always)
    public static func first(_ count: Int) -> Places {
      let places = SIMD16<UInt8>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
      return Places(places .< SIMD16(repeating: UInt8(truncatingIfNeeded: count)))
    }

    /// The places in either.
    @inlinable @inline(__always)
    public static func | (one: Places, other: Places) -> Places {
      Places(one.mask .| other.mask)
    }

    /// The places in both.
    @inlinable @inline(__always)
    public static func & (one: Places, other: Places) -> Places {
      Places(one.mask .& other.mask)
    }

    /// The other places.
    @inlinable @inline(__always)
    public static prefix func ~ (places: Places) -> Places { Places(.!places.mask) }

    /// The places as two numbers, with 0xFF in the byte of each, the first the lowest.
    @inlinable @inline(__always)
    public var halves: SIMD2<UInt64> { unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self) }

    /// Whether there are none.
    @inlinable @inline(__always)
    public var isEmpty: Bool {
      let halves = halves
      return halves[0] | halves[1] == 0
    }
  }

  /// How often each of sixteen places was met, 255 times at most.
  public struct Tally {
    @usableFromInline var counts = SIMD16<UInt8>()

    /// Starts with none.
    @inlinable @inline(__always)
    public init() {}

    /// Counts some places.
    @inlinable @inline(__always)
    public mutating func add(_ places: Places) {
      unsafe counts = counts &- unsafeBitCast(places.mask, to: SIMD16<UInt8>.self)
    }

    /// All of them together, where no place was met more than fifteen times.
    @inlinable @inline(__always)
    public var sum: Int {
      let halves = unsafe unsafeBitCast(counts, to: SIMD2<UInt64>.self)
      // The sum of eight bytes is the highest byte of the product.
      return Int(((halves[0] &+ halves[1]) &* 0x0101_0101_0101_0101) >> 56)
    }
  }
}
