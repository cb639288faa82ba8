internal import CXML2

/// What comes next in a part.
enum XMLEvent {
  /// A start tag.
  case start(XMLElement)
  /// Text between two tags, or a piece of it.
  case text(XMLBytes)
  /// The end tag of the innermost open element.
  case end
  /// The end of the part.
  case finish
}

/// A start tag: which element, and where its attributes are.
///
/// It is small: an event fits into registers.
@safe struct XMLElement {
  /// The local name as written, for messages about elements that are not known, or `nil` for that of `name`.
  var spelling: UnsafePointer<xmlChar>?
  /// The known attributes, places on the tape.
  var attributes: XMLTape.Places
  /// The number of the block of properties that it is, or -1: blocks of a number are the same.
  var block: Int16 = -1
  /// The namespace, or `.other`.
  var namespace: XMLNamespace
  /// The local name, or `.other`.
  var name: XMLName

  /// Whether this is an element of WordprocessingML.
  var isWord: Bool { namespace == .word }

  /// The local name as written.
  var localName: String {
    unsafe spelling.map { unsafe String(cString: $0) } ?? name.rawValue
  }
}

/// Bytes of a text or of an attribute's value in UTF-8, valid until the reader's next event.
@safe struct XMLBytes {
  /// The bytes.
  let buffer: UnsafeBufferPointer<UInt8>

  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    unsafe self.buffer = unsafe buffer
  }

  /// Whether the bytes are those of an ASCII text.
  static func == (bytes: XMLBytes, text: StaticString) -> Bool {
    guard unsafe bytes.buffer.count == text.utf8CodeUnitCount else { return false }
    for index in unsafe bytes.buffer.indices {
      if unsafe bytes.buffer[index] != text.utf8Start[index] { return false }
    }
    return true
  }

  /// Whether the bytes are not those of an ASCII text.
  static func != (bytes: XMLBytes, text: StaticString) -> Bool { !(bytes == text) }

  /// Whether the bytes are these.
  func equals(_ bytes: [UInt8]) -> Bool {
    unsafe bytes.withUnsafeBytes { bytes in
      guard unsafe bytes.count == buffer.count else { return false }
      var index = 0
      // Ids and names of fonts are asked for at every run: eight bytes are compared at once.
      while index + 8 <= bytes.count {
        guard
          unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            == UnsafeRawBufferPointer(buffer).loadUnaligned(fromByteOffset: index, as: UInt64.self)
        else { return false }
        index += 8
      }
      while index < bytes.count {
        guard unsafe bytes[index] == buffer[index] else { return false }
        index += 1
      }
      return true
    }
  }

  /// The bytes as text.
  var string: String { unsafe String(decoding: buffer, as: UTF8.self) }

  /// The whole number the bytes spell, kept within ±`largestNumber`, or `nil`.
  ///
  /// Word writes `w:val="720"` and, from some converters, `720.0`: what follows the digits is ignored.
  var integer: Int? {
    var index = 0
    var isNegative = false
    let count = unsafe buffer.count
    while index < count, unsafe buffer[index] == 0x20 { index += 1 }
    if index < count, unsafe buffer[index] == 0x2D || buffer[index] == 0x2B {
      isNegative = unsafe buffer[index] == 0x2D
      index += 1
    }
    let first = index
    var value = 0
    while index < count {
      let digit = unsafe Int(buffer[index]) - 0x30
      guard digit >= 0, digit <= 9 else { break }
      value = min(value * 10 + digit, Self.largestNumber)
      index += 1
    }
    guard index > first else { return nil }
    return isNegative ? -value : value
  }

  /// The number that hexadecimal digits spell, up to U+10FFFF, or `nil`.
  var hexadecimal: UInt32? {
    var value: UInt32 = 0
    for index in unsafe buffer.indices {
      let byte = unsafe buffer[index]
      let digit: UInt32
      switch byte {
      case 0x30...0x39: digit = UInt32(byte) - 0x30
      case 0x41...0x46: digit = UInt32(byte) - 0x41 + 10
      case 0x61...0x66: digit = UInt32(byte) - 0x61 + 10
      default: return nil
      }
      value = value << 4 | digit
      if value > 0x10FFFF { return nil }
    }
    return unsafe buffer.isEmpty ? nil : value
  }

  /// Whether the bytes say that a property is off (ECMA-376 Part 1, 17.17.4).
  var isOff: Bool { self == "0" || self == "false" || self == "off" }

  /// Numbers in attributes end here: ids are 32-bit, and hostile ones must not overflow.
  private static let largestNumber = 0x7FFF_FFFF
}
