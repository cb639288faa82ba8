extension String {
  /// Calls `body` with the text in UTF-8; every access to a byte is checked.
  @inlinable @inline(__always)
  public func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    // `withUTF8` changes a text that does not stand in one piece, and so it needs a copy.
    if let result = unsafe utf8.withContiguousStorageIfAvailable({ unsafe body($0.span) }) {
      return result
    }
    var text = self
    return text.withUTF8 { unsafe body($0.span) }
  }
}

extension StaticString {
  /// Calls `body` with the text in UTF-8; every access to a byte is checked.
  @inlinable @inline(__always)
  public func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    withUTF8Buffer { unsafe body($0.span) }
  }
}

extension String {
  /// Makes a text of bytes in UTF-8; what is not well-formed becomes U+FFFD.
  public init(decoding bytes: Span<UInt8>) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

extension Array where Element: BitwiseCopyable {
  /// Appends some of the elements of a span.
  @inlinable
  public mutating func append(contentsOf elements: Span<Element>, _ range: Range<Int>) {
    unsafe elements.extracting(range).withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

extension OutputSpan<UInt8> {
  /// Appends bytes in one piece; traps where there is no room for them.
  @inlinable @inline(__always)
  public mutating func append(contentsOf bytes: Span<UInt8>) {
    unsafe withUnsafeMutableBufferPointer { buffer, count in
      precondition(bytes.count <= buffer.count - count)
      _ = unsafe bytes.withUnsafeBufferPointer {
        unsafe buffer[count...].update(fromContentsOf: $0)
      }
      count += bytes.count
    }
  }
}

extension Span<UInt8> {
  /// Eight bytes from a place on as one number, the first the lowest; zeros stand for those behind the end.
  @inlinable @inline(__always)
  public func eight(at place: Int) -> UInt64 { unsafe bytes.eight(at: place) }
}

extension Span<Bool> {
  /// Eight values from a place on as the bytes of one number, 1 for `true`, the first the lowest.
  @inlinable @inline(__always)
  public func eight(at place: Int) -> UInt64 { unsafe bytes.eight(at: place) }
}

extension RawSpan {
  @inlinable @inline(__always)
  func eight(at place: Int) -> UInt64 {
    // The load checks that eight bytes stand there.
    if byteCount >= 8 {
      let start = min(place, byteCount - 8)
      let bytes = unsafe unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
      return UInt64(littleEndian: bytes) >> UInt64(8 * (place - start))
    }
    var bytes: UInt64 = 0
    for behind in (place..<byteCount).reversed() {
      bytes = unsafe bytes << 8 | UInt64(unsafeLoad(fromByteOffset: behind, as: UInt8.self))
    }
    return bytes
  }
}
