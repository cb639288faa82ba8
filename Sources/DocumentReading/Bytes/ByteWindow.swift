internal import VietnameseText

/// The bytes of a part that are being read: one piece of it, behind what was cut off at the end of the last.
///
/// Behind the last byte stand zeros, so that a loop that stops at a zero stops there.
struct ByteWindow: ~Copyable {
  /// How much is inflated at once: so little that memory stays flat and the cache warm.
  private static let chunkSize = 1 << 14
  /// A longer tag does not fit.
  private static let capacity = 2 * chunkSize
  /// How many zeros stand behind the last byte.
  static let padding = 16

  /// How many bytes there are.
  private(set) var count = 0
  /// Whether the part ends with them.
  private(set) var isLast = false
  /// The memory of the bytes, of which `paddedCount` are in use.
  private(set) var bytes = [UInt8](repeating: 0, count: capacity + padding)

  /// How many bytes there are with the zeros behind them.
  var paddedCount: Int { count + Self.padding }

  /// Keeps the bytes from a place on and inflates the next ones behind them.
  ///
  /// - Returns: whether there was room.
  mutating func fill(from entry: inout ZIPEntry, keeping first: Int) throws(ReadingError) -> Bool {
    precondition(first >= 0 && first <= count)
    let kept = count - first
    guard kept + Self.chunkSize <= Self.capacity else { return false }
    for place in 0..<kept { bytes[place] = bytes[first + place] }
    let added = try entry.read(into: &bytes, kept..<kept + Self.chunkSize)
    count = kept + added
    for place in count..<count + Self.padding { bytes[place] = 0 }
    isLast = added == 0
    return true
  }
}

// The bytes of a window with the zeros behind them.
extension Span<UInt8> {
  /// The place behind the last byte, that of the first zero.
  var end: Int { count - ByteWindow.padding }

  /// The place behind the last letter that certainly does not go on behind the end: one of several bytes may.
  var endOfLetters: Int {
    var place = end
    while place > 0, end - place < 3, self[place - 1] & 0xC0 == 0x80 { place -= 1 }
    return place > 0 && self[place - 1] >= 0xC0 ? place - 1 : place
  }

  /// Whether the bytes are UTF-8 from the first to the last (Unicode, table 3-7).
  var isUTF8: Bool {
    // The standard library of older systems of Apple can only make a text of them.
    if #available(macOS 26, *) { return (try? UTF8Span(validating: self)) != nil }
    var copy: [UInt8] = []
    copy.append(contentsOf: self, indices)
    return String(validating: copy, as: UTF8.self) != nil
  }

  /// Goes to the next byte from a place on that is a control character or one of `<&]"'`, or that begins a
  /// letter like U+FFFF, and says where not all before it is ASCII.
  @inline(__always)
  func skipPlainLetters(from place: inout Int, _ isASCII: inout Bool) {
    var others = SixteenBytes.Places.none
    var length = 16
    while length == 16 {
      let bytes = SixteenBytes(self, at: place)
      // `&` and `'` differ in the last bit.
      let stops =
        bytes.places(below: 0x20) | bytes.places(of: UInt8(ascii: "<"))
        | bytes.setting(1).places(of: UInt8(ascii: "'")) | bytes.places(of: UInt8(ascii: "\""))
        | bytes.places(of: UInt8(ascii: "]")) | bytes.places(of: 0xEF)
      others = others | bytes.places(in: 0x80...0xFF)
      length = stops.firstPlace
      place += length
    }
    if !others.isEmpty { isASCII = false }
  }

  /// Whether the bytes from a place on are these.
  func starts(with text: String, at place: Int) -> Bool {
    place + text.utf8.count <= end
      && text.utf8.enumerated().allSatisfy { self[place + $0.offset] == $0.element }
  }

  /// Some of the bytes as text.
  func string(_ places: Range<Int>) -> String { String(decoding: extracting(places)) }
}

/// The letters of a name of at most 32 bytes, which are compared together.
struct ShortName: Equatable {
  /// How many bytes it has.
  let count: Int
  /// The letters, with zeros behind them.
  private let letters: SIMD4<UInt64>

  /// The longest name.
  static let longest = 32

  /// No letters.
  init() { (count, letters) = (0, SIMD4()) }

  /// Takes the letters that stand at some places of a window.
  @inline(__always)
  init(_ window: Span<UInt8>, _ places: Range<Int>) {
    count = places.count
    let first = SixteenBytes(window, at: places.lowerBound).first(min(count, 16))
    var rest = SIMD2<UInt64>()
    if count > 16 { rest = SixteenBytes(window, at: places.lowerBound + 16).first(count - 16) }
    letters = SIMD4(lowHalf: first, highHalf: rest)
  }

  /// A number that is the same for the same letters; names seldom differ behind their first sixteen alone.
  var hash: UInt64 { (letters[0] ^ letters[1] &* 31) &* 0x9E37_79B9_7F4A_7C15 }
}

extension ArraySlice<UInt8> {
  /// How many scalars of this UTF-8 are not white space.
  var visibleCharacterCount: Int { span.visibleCharacterCount }
}
