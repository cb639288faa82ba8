/// A stretch of bytes of a file, read with every place checked.
///
/// Offsets and counts come from the file and may say anything: what lies outside is `nil` or is cut off,
/// never an error of arithmetic. Numbers of the file have 32 bits, so sums of a few of them cannot
/// overflow an `Int`.
///
/// ```swift
/// let view = ByteView([0x34, 0x12, 0xFF])
/// view.uint16(at: 0)  // 0x1234
/// view.uint16(at: 2)  // nil
/// ```
struct ByteView {
  private let bytes: [UInt8]
  private let start: Int
  /// How many bytes there are.
  let count: Int

  /// No bytes.
  static let empty = ByteView([])

  /// Views all bytes of an array.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    start = 0
    count = bytes.count
  }

  private init(_ bytes: [UInt8], from start: Int, count: Int) {
    self.bytes = bytes
    self.start = start
    self.count = count
  }

  /// Whether there is no byte.
  var isEmpty: Bool { count == 0 }

  /// The bytes themselves.
  var slice: ArraySlice<UInt8> { bytes[start..<(start + count)] }

  /// Whether `length` bytes at an offset are all there.
  private func holds(_ length: Int, at offset: Int) -> Bool {
    offset >= 0 && length >= 0 && offset <= count && length <= count - offset
  }

  /// The byte at an offset.
  func uint8(at offset: Int) -> Int? {
    holds(1, at: offset) ? Int(bytes[start + offset]) : nil
  }

  /// The number of two bytes, the low one first.
  func uint16(at offset: Int) -> Int? {
    guard holds(2, at: offset) else { return nil }
    let index = start + offset
    return Int(bytes[index]) | Int(bytes[index + 1]) << 8
  }

  /// The number of two bytes with a sign.
  func int16(at offset: Int) -> Int? {
    uint16(at: offset).map { $0 < 0x8000 ? $0 : $0 - 0x1_0000 }
  }

  /// The number of four bytes.
  func uint32(at offset: Int) -> Int? {
    guard holds(4, at: offset) else { return nil }
    let index = start + offset
    return Int(bytes[index]) | Int(bytes[index + 1]) << 8 | Int(bytes[index + 2]) << 16
      | Int(bytes[index + 3]) << 24
  }

  /// The number of four bytes with a sign.
  func int32(at offset: Int) -> Int? {
    uint32(at: offset).map { $0 < 0x8000_0000 ? $0 : $0 - 0x1_0000_0000 }
  }

  /// A stretch of these bytes, or `nil` where it does not lie inside.
  func view(at offset: Int, count length: Int) -> ByteView? {
    holds(length, at: offset) ? ByteView(bytes, from: start + offset, count: length) : nil
  }

  /// A stretch of these bytes as far as it lies inside.
  func clipped(at offset: Int, count length: Int) -> ByteView {
    guard offset >= 0, offset < count, length > 0 else { return .empty }
    return ByteView(bytes, from: start + offset, count: min(length, count - offset))
  }

  /// The UTF-16 text of a stretch as far as it lies inside; half of a pair is U+FFFD.
  func utf16(at offset: Int, units: Int) -> String {
    let stretch = clipped(at: offset, count: units * 2)
    var codes: [UInt16] = []
    codes.reserveCapacity(stretch.count / 2)
    for offset in stride(from: 0, to: stretch.count - 1, by: 2) {
      codes.append(UInt16(stretch.uint16(at: offset) ?? 0))
    }
    return String(decoding: codes, as: UTF16.self)
  }
}
