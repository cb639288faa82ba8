/// Sixteen bytes that are compared together.
///
/// Each question is one or two instructions of the processor. `SIMD16` answers most of its own questions
/// byte by byte; this type holds those that it does not.
@safe public struct SixteenBytes {
  @usableFromInline let bytes: SIMD16<UInt8>

  @inlinable @inline(__always)
  init(_ bytes: SIMD16<UInt8>) {
    self.bytes = bytes
  }

  /// Takes the sixteen bytes from a place on; traps where there are fewer.
  @inlinable @inline(__always)
  public init(_ bytes: Span<UInt8>, at place: Int) {
    // The load checks that sixteen bytes stand there.
    self.bytes = unsafe bytes.bytes.unsafeLoadUnaligned(
      fromByteOffset: place, as: SIMD16<UInt8>.self)
  }

  /// The places of one byte.
  @inlinable @inline(__always)
  public func places(of byte: UInt8) -> Places {
    Places(bytes .== SIMD16(repeating: byte))
  }

  /// The places where other bytes stand there.
  @inlinable @inline(__always)
  public func places(differingFrom other: SixteenBytes) -> Places { Places(bytes .!= other.bytes) }

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

  /// The first bytes as two numbers, with zeros in the place of the others; the first byte is the lowest.
  @inlinable @inline(__always)
  public func first(_ count: Int) -> SIMD2<UInt64> {
    let halves = unsafe unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
    return halves & Places.first(count).halves
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

    /// The first place, 16 where there is none.
    @inlinable @inline(__always)
    public var firstPlace: Int {
      let halves = halves
      return halves[0] != 0
        ? halves[0].trailingZeroBitCount / 8 : 8 + halves[1].trailingZeroBitCount / 8
    }

    /// The places as two numbers: the byte of a place that is set is 0xFF, and the first is the lowest.
    @inlinable @inline(__always)
    public var halves: SIMD2<UInt64> { unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self) }

    /// Calls `body` with every place, the first one first.
    @inlinable @inline(__always)
    public func forEach(_ body: (Int) -> Void) {
      let halves = halves
      for half in 0..<2 {
        var places = halves[half]
        while places != 0 {
          let place = places.trailingZeroBitCount / 8
          body(8 * half + place)
          places &= ~(0xFF &<< UInt64(8 * place))
        }
      }
    }

    /// Whether there are none.
    @inlinable @inline(__always)
    public var isEmpty: Bool {
      let halves = halves
      return halves[0] | halves[1] == 0
    }
  }

  /// Counts how often each of sixteen places was set, up to 255 times.
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

    /// The sum of the counts.
    @inlinable @inline(__always)
    public var sum: Int {
      let halves = unsafe unsafeBitCast(counts, to: SIMD2<UInt64>.self)
      // Pairs of bytes are added in sixteen bits each; the product leaves the sum of all in the highest.
      let mask: UInt64 = 0x00FF_00FF_00FF_00FF
      let low = (halves[0] & mask) &+ (halves[0] >> 8 & mask)
      let high = (halves[1] & mask) &+ (halves[1] >> 8 & mask)
      return Int(((low &+ high) &* 0x0001_0001_0001_0001) >> 48)
    }
  }
}
