internal import ProgrammeModel

/// In which form the bytes of a file hold text, and where the text starts.
struct TextForm: Hashable {
  /// How the bytes are read.
  var encoding: TextEncoding

  /// Where the text starts, after the byte order mark.
  var start: Int

  /// Tells the form from the bytes, or `nil` where they are no text.
  ///
  /// A byte order mark comes first, then UTF-16 by its zeros, then strict UTF-8; everything else is
  /// left to normalising, unless it is binary: a NUL, or more than a tenth of control characters.
  /// A field mark (U+0003, U+001F) here and there is no sign of it: old text has them, and
  /// VISCII, VPS and VN1 have letters there.
  init?(of bytes: UnsafeBufferPointer<UInt8>) {
    if unsafe bytes.starts(with: [0xFF, 0xFE]) {
      self.init(encoding: .utf16LittleEndian, start: 2)
    } else if unsafe bytes.starts(with: [0xFE, 0xFF]) {
      self.init(encoding: .utf16BigEndian, start: 2)
    } else if let encoding = unsafe TextForm.utf16(bytes) {
      self.init(encoding: encoding, start: 0)
    } else {
      guard unsafe TextForm.isText(bytes) else { return nil }
      let start = unsafe bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      let isUTF8 = unsafe UTF8Check.isValid(bytes)
      self.init(encoding: isUTF8 ? .utf8 : .bytes, start: isUTF8 ? start : 0)
    }
  }

  private init(encoding: TextEncoding, start: Int) {
    self.encoding = encoding
    self.start = start
  }

  /// UTF-16 without a byte order mark, or `nil` where the bytes are none.
  ///
  /// The high bytes of Vietnamese are 00, 01, 03, 1E or 20: of one half of the bytes nearly all are
  /// these and many are zero, of the other half none is zero.
  private static func utf16(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    let sample = min(bytes.count, 4096) & ~1
    guard sample >= 4 else { return nil }
    var zeros = (even: 0, odd: 0)
    var highs = (even: 0, odd: 0)
    for index in 0..<sample {
      let byte = unsafe bytes[index]
      let isHigh = byte < 0x04 || byte == 0x1E || byte == 0x20
      if index & 1 == 0 {
        zeros.even += byte == 0 ? 1 : 0
        highs.even += isHigh ? 1 : 0
      } else {
        zeros.odd += byte == 0 ? 1 : 0
        highs.odd += isHigh ? 1 : 0
      }
    }
    let half = sample / 2
    if zeros.even == 0, zeros.odd * 4 >= half, highs.odd * 10 >= half * 9 {
      return .utf16LittleEndian
    }
    if zeros.odd == 0, zeros.even * 4 >= half, highs.even * 10 >= half * 9 {
      return .utf16BigEndian
    }
    return nil
  }

  /// Whether there is no NUL and at most a tenth of control characters.
  private static func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var controls = 0
    for index in 0..<bytes.count {
      let byte = unsafe bytes[index]
      if byte >= 0x20 { continue }
      if byte == 0 { return false }
      controls += byte < 0x09 || byte > 0x0D ? 1 : 0
    }
    return controls <= bytes.count / 10
  }
}

/// The strict check of UTF-8 (Unicode, table 3-7).
enum UTF8Check {
  /// Whether the bytes are UTF-8 from the first to the last.
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    let count = bytes.count
    while index < count {
      if index + 8 <= count {
        let eight = unsafe UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped)
          .loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if eight & 0x8080_8080_8080_8080 == 0 {
          index += 8
          continue
        }
      }
      let lead = unsafe bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
      guard length > 0, index + length <= count else { return false }
      let second = unsafe bytes[index + 1]
      guard second & 0xC0 == 0x80 else { return false }
      switch lead {
      case 0xE0: guard second >= 0xA0 else { return false }
      case 0xED: guard second < 0xA0 else { return false }
      case 0xF0: guard second >= 0x90 else { return false }
      case 0xF4: guard second < 0x90 else { return false }
      default: break
      }
      if length > 2 { guard unsafe bytes[index + 2] & 0xC0 == 0x80 else { return false } }
      if length > 3 { guard unsafe bytes[index + 3] & 0xC0 == 0x80 else { return false } }
      index += length
    }
    return true
  }
}
