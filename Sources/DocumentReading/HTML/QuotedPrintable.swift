/// The encoding of bytes in which mail writes text (RFC 2045, 6.7): `=C6=AF` for a letter, `=` before a line
/// break that is none.
enum QuotedPrintable {
  /// Decodes bytes; a `=` that begins no code stays as it is.
  static func decode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "=") else {
        decoded.append(bytes[index])
        index += 1
        continue
      }
      if index + 2 < bytes.count, let high = bytes[index + 1].hexadecimalDigit,
        let low = bytes[index + 2].hexadecimalDigit
      {
        decoded.append(high << 4 | low)
        index += 3
      } else if let next = softBreak(in: bytes, at: index) {
        index = next
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return decoded
  }

  /// Where the text goes on behind a `=` at the end of a line, or `nil`; blanks may follow the `=`.
  private static func softBreak(in bytes: [UInt8], at offset: Int) -> Int? {
    var index = offset + 1
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    guard index < bytes.count else { return index }
    if bytes[index] == 0x0D {
      index += index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
    } else if bytes[index] == 0x0A {
      index += 1
    } else {
      return nil
    }
    return index
  }

  /// The text of a file that is written so, or `nil` where it is not.
  ///
  /// Every `=` has to begin a code or end a line, and the codes have to be letters of UTF-8: a formula or
  /// an address with `=` is neither.
  static func text(of bytes: [UInt8]) -> [UInt8]? {
    guard bytes.contains(UInt8(ascii: "=")) else { return nil }
    var codes = 0
    for index in bytes.indices {
      if bytes[index] >= 0x80 { return nil }
      guard bytes[index] == UInt8(ascii: "=") else { continue }
      if index + 2 < bytes.count, bytes[index + 1].isCapitalDigit, bytes[index + 2].isCapitalDigit {
        codes += 1
      } else if softBreak(in: bytes, at: index) == nil {
        return nil
      }
    }
    guard codes >= 4 else { return nil }
    let decoded = decode(bytes)
    let letters = decoded.count { $0 >= 0xC0 }
    guard letters * 3 >= codes, String(validating: decoded, as: UTF8.self) != nil else {
      return nil
    }
    return decoded
  }
}

extension UInt8 {
  /// Whether it is a hexadecimal digit in capitals, as RFC 2045 wants them.
  fileprivate var isCapitalDigit: Bool {
    hexadecimalDigit != nil && !(UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
  }
}
