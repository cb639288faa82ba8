internal import VietnameseText

/// The bytes of a part that are being read: one piece of it, behind what was cut off at the end of the last.
///
/// Behind the last byte stands a zero, so that a loop that stops at a zero stops there. Every access is
/// checked.
@safe struct ByteWindow: ~Copyable {
  /// How much is inflated at once: so little that memory stays flat and the cache warm.
  private static let chunkSize = 1 << 14
  /// A longer tag does not fit.
  private static let capacity = 2 * chunkSize

  /// How many bytes there are.
  private(set) var count = 0
  /// Whether the part ends with them.
  private(set) var isLast = false

  private let base: UnsafeMutablePointer<UInt8>

  /// Makes an empty window.
  init() {
    unsafe base = .allocate(capacity: Self.capacity + 1)
    unsafe base.initialize(repeating: 0, count: Self.capacity + 1)
  }

  deinit { unsafe base.deallocate() }

  /// The byte at a place, or the zero behind the last.
  subscript(place: Int) -> UInt8 {
    precondition(place >= 0 && place <= count)
    return unsafe base[place]
  }

  /// Keeps the bytes from a place on and inflates the next ones behind them.
  ///
  /// - Returns: whether there was room.
  mutating func fill(from entry: inout ZIPEntry, keeping first: Int) throws(ReadingError) -> Bool {
    precondition(first >= 0 && first <= count)
    let kept = count - first
    guard kept + Self.chunkSize <= Self.capacity else { return false }
    unsafe base.update(from: base + first, count: kept)
    let added = try unsafe entry.read(
      into: UnsafeMutableBufferPointer(start: base + kept, count: Self.chunkSize))
    count = kept + added
    unsafe base[count] = 0
    isLast = added == 0
    return true
  }

  /// Forgets everything.
  mutating func clear() {
    count = 0
    isLast = false
    unsafe base[0] = 0
  }

  /// Adds some of the bytes to others.
  func append(_ places: Range<Int>, to bytes: inout [UInt8]) {
    unsafe bytes.append(contentsOf: buffer(places))
  }

  /// Whether the bytes from a place on are those of others.
  func matches(_ others: [UInt8], _ places: Range<Int>, at start: Int) -> Bool {
    guard start >= 0, start + places.count <= count else { return false }
    for offset in 0..<places.count where self[start + offset] != others[places.lowerBound + offset]
    {
      return false
    }
    return true
  }

  /// Some of the bytes as text.
  func string(_ places: Range<Int>) -> String {
    unsafe String(decoding: buffer(places), as: UTF8.self)
  }

  /// Some of the bytes, until the window is filled again.
  @unsafe func buffer(_ places: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    precondition(places.lowerBound >= 0 && places.upperBound <= count)
    return unsafe UnsafeBufferPointer(start: base + places.lowerBound, count: places.count)
  }
}

extension ArraySlice<UInt8> {
  /// How many scalars of this UTF-8 are not white space.
  var visibleCharacterCount: Int {
    unsafe withUnsafeBufferPointer { unsafe $0.visibleCharacterCount }
  }
}
