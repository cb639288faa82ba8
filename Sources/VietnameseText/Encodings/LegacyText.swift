/// A text as legacy encodings see it: its scalars, and the byte that each of them stands for.
public struct LegacyText: Sendable {
  /// The scalars.
  public let scalars: [UInt32]

  /// For every scalar the byte of Windows-1252 or Latin-1, over 0xFF where it is in neither.
  public let bytes: [UInt16]

  /// Takes scalars for bytes.
  public init(_ scalars: [UInt32]) {
    self.scalars = scalars
    bytes = scalars.map { LegacyText.byte(of: $0) }
  }

  /// The byte of Windows-1252 or Latin-1 that a scalar stands for, over 0xFF where it is in neither.
  @inline(__always)
  static func byte(of scalar: UInt32) -> UInt16 {
    scalar < 0x100 ? UInt16(scalar) : WindowsCodePage.byte(of: scalar).map { UInt16($0) } ?? .max
  }

  /// Takes the letters of a text for bytes.
  public init(_ text: String) {
    var text = text
    self = text.withUTF8 { unsafe LegacyText($0) }
  }

  /// Takes the letters of well-formed UTF-8 for bytes.
  public init(_ utf8: UnsafeBufferPointer<UInt8>) {
    unsafe self.init(LegacyText.scalars(of: utf8))
  }

  /// The scalars of a text.
  public static func scalars(of text: String) -> [UInt32] {
    var text = text
    return text.withUTF8 { unsafe scalars(of: $0) }
  }

  /// The scalars of well-formed UTF-8.
  public static func scalars(of utf8: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    unsafe Array(unsafeUninitializedCapacity: utf8.count) { scalars, count in
      unsafe forEachScalar(of: utf8) { scalar in
        unsafe scalars[count] = scalar
        count += 1
      }
    }
  }

  /// Calls `body` with the scalars of well-formed UTF-8.
  @inlinable @inline(__always)
  public static func forEachScalar(of utf8: UnsafeBufferPointer<UInt8>, _ body: (UInt32) -> Void) {
    var open: UInt32 = 0
    for index in 0..<utf8.count {
      let byte = unsafe utf8[index]
      if byte < 0x80 {
        body(UInt32(byte))
        continue
      }
      if byte >= 0xC0 {
        open = UInt32(byte) & (byte < 0xE0 ? 0x1F : byte < 0xF0 ? 0x0F : 0x07)
      } else {
        open = open << 6 | UInt32(byte & 0x3F)
      }
      let isLast = index + 1 == utf8.count || (unsafe utf8[index + 1]) & 0xC0 != 0x80
      if isLast { body(open) }
    }
  }

  /// Shows the letters to a closure.
  public func withLetters<Result>(_ body: (LegacyLetters) -> Result) -> Result {
    unsafe scalars.withUnsafeBufferPointer { scalars in
      unsafe bytes.withUnsafeBufferPointer { bytes in
        body(unsafe LegacyLetters(scalars: scalars, bytes: bytes))
      }
    }
  }
}

/// The letters of a text as `LegacyText` has them, in memory that someone else keeps.
@safe public struct LegacyLetters {
  /// The scalars.
  public let scalars: UnsafeBufferPointer<UInt32>
  private let bytes: UnsafeBufferPointer<UInt16>

  /// Takes as many bytes as scalars, which must stay where they are.
  public init(scalars: UnsafeBufferPointer<UInt32>, bytes: UnsafeBufferPointer<UInt16>) {
    unsafe self.scalars = unsafe scalars
    unsafe self.bytes = unsafe bytes
  }

  /// How many there are.
  public var count: Int { unsafe scalars.count }

  /// The scalar at a place.
  @inline(__always)
  public func scalar(at index: Int) -> UInt32 { unsafe scalars[index] }

  /// The byte of Windows-1252 or Latin-1 of the scalar at a place, over 0xFF where it is in neither.
  @inline(__always)
  public func byte(at index: Int) -> UInt16 { unsafe bytes[index] }
}

/// Room for the letters of short texts, one after the other.
@safe public struct LegacyRoom: ~Copyable, @unchecked Sendable {
  private let scalars: UnsafeMutablePointer<UInt32>
  private let bytes: UnsafeMutablePointer<UInt16>
  private let capacity: Int
  private var count = 0

  /// Makes room for texts of so many bytes of UTF-8 at most.
  public init(capacity: Int) {
    self.capacity = capacity
    unsafe scalars = .allocate(capacity: capacity)
    unsafe bytes = .allocate(capacity: capacity)
  }

  deinit {
    unsafe scalars.deallocate()
    unsafe bytes.deallocate()
  }

  /// Takes the letters of well-formed UTF-8 in the place of those that stood here.
  public mutating func read(_ utf8: UnsafeBufferPointer<UInt8>) {
    precondition(utf8.count <= capacity)
    var count = 0
    unsafe LegacyText.forEachScalar(of: utf8) { scalar in
      unsafe scalars[count] = scalar
      unsafe bytes[count] = LegacyText.byte(of: scalar)
      count += 1
    }
    self.count = count
  }

  /// The letters, until others are taken.
  public var letters: LegacyLetters {
    unsafe LegacyLetters(
      scalars: UnsafeBufferPointer(start: scalars, count: count),
      bytes: UnsafeBufferPointer(start: bytes, count: count))
  }
}
