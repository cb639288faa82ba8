/// Paths as strings, whatever bytes the system spells them with.
///
/// A path on Linux is bytes, and old archives have names that are not UTF-8. A byte that is not UTF-8 stands in
/// the string as one private scalar, `SystemPath.scalars`, so that the file can still be opened and named:
///
/// ```swift
/// let path = SystemPath.text(of: [0x6B, 0xE9, 0x2E, 0x74, 0x78, 0x74])  // "k\u{10FEE9}.txt"
/// path.systemName                                                    // the same bytes and a zero byte
/// SystemPath.escaped(path)                                           // "k%E9.txt"
/// ```
///
/// A name that really holds such a scalar is spelled byte by byte in the same way, so that no two names are one.
package enum SystemPath {
  /// The scalars that stand for the bytes 0x80 to 0xFF.
  private static let scalars: ClosedRange<UInt32> = 0x10FE80...0x10FEFF

  /// The byte that a scalar stands for, or `nil`.
  fileprivate static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    scalars.contains(scalar.value) ? UInt8(truncatingIfNeeded: scalar.value) : nil
  }

  /// The string for a path of these bytes.
  package static func text(of bytes: some Collection<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self), !hasBytes(text) { return text }
    var text = String.UnicodeScalarView()
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var parsed = bytes.startIndex
    func spelled(_ count: Int) -> [Unicode.Scalar] {
      let end = bytes.index(parsed, offsetBy: count)
      defer { parsed = end }
      return bytes[parsed..<end].compactMap {
        Unicode.Scalar(scalars.lowerBound - 0x80 + UInt32($0))
      }
    }
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        if byte(of: scalar) == nil {
          text.append(scalar)
          bytes.formIndex(&parsed, offsetBy: encoded.count)
        } else {
          text.append(contentsOf: spelled(encoded.count))
        }
      case .error(let length): text.append(contentsOf: spelled(length))
      case .emptyInput: return String(text)
      }
    }
  }

  /// The string for a path that the system hands over.
  @unsafe
  package static func text(cString: UnsafePointer<CChar>) -> String {
    let bytes = unsafe UnsafeBufferPointer(start: cString, count: strlen(cString))
    return text(of: unsafe bytes.map(UInt8.init(bitPattern:)))
  }

  /// A path as results and reports spell it: `%` and bytes that are not UTF-8 as `%XX`.
  package static func escaped(_ path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: "%")) || hasBytes(path) else { return path }
    return path.unicodeScalars.reduce(into: "") { text, scalar in
      switch byte(of: scalar) {
      case let byte?: text += "%" + String(byte, radix: 16, uppercase: true)
      case nil: text += scalar == "%" ? "%25" : String(scalar)
      }
    }
  }

  /// A path as part of an address: what means something else there is written `%XX`.
  static func address(_ path: String) -> String {
    let plain = UInt8(ascii: "a")...UInt8(ascii: "z")
    return escaped(path).unicodeScalars.reduce(into: "") { link, scalar in
      guard let byte = UInt8(exactly: scalar.value), byte < 0x80, !plain.contains(byte | 0x20),
        !"0123456789-._~/%".utf8.contains(byte)
      else {
        link.unicodeScalars.append(scalar)
        return
      }
      link += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }

  /// A path, or a line with paths in it, as people read it: a byte that is not UTF-8 is a replacement
  /// character, and control characters, which could write anything on a terminal, stand escaped (`\x1b`, `\n`).
  package static func shown(_ path: String) -> String {
    let text =
      hasBytes(path)
      ? String(decoding: path.systemName.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
      : path
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    return text.unicodeScalars.reduce(into: "") { shown, scalar in
      switch scalar {
      case "\n": shown += "\\n"
      case "\r": shown += "\\r"
      case "\t": shown += "\\t"
      case _ where isControl(scalar):
        let digits = String(scalar.value, radix: 16)
        shown +=
          scalar.value < 0x100 ? "\\x" + (digits.count < 2 ? "0" : "") + digits : "\\u" + digits
      default: shown.unicodeScalars.append(scalar)
      }
    }
  }

  /// Whether a scalar controls a terminal: it moves, ends lines or turns the direction of what follows.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      || (0x2028...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  /// Whether a string holds scalars that stand for bytes.
  fileprivate static func hasBytes(_ text: String) -> Bool {
    // All of them begin with the same byte of UTF-8, which texts hardly ever hold.
    text.utf8.contains(0xF4) && text.unicodeScalars.contains { byte(of: $0) != nil }
  }

  /// The arguments that this process was started with, without its name.
  package static var arguments: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      unsafe CommandLine.unsafeArgv[index].map { unsafe text(cString: $0) }
    }
  }
}

extension String {
  /// The bytes of a path, by which two are told apart: strings are equal where they differ in nothing but
  /// composed letters, files are not.
  var pathKey: [UInt8] { Array(utf8) }

  /// The bytes of a path with a zero byte behind them, as the calls of the system take it.
  package var systemName: [CChar] {
    let bytes =
      SystemPath.hasBytes(self)
      ? unicodeScalars.flatMap { scalar in
        SystemPath.byte(of: scalar).map { [$0] } ?? Array(String(scalar).utf8)
      } : Array(utf8)
    return bytes.map(CChar.init(bitPattern:)) + [0]
  }
}
