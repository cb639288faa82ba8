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
  init?(of bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(encoding: .utf16LittleEndian, start: 2)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(encoding: .utf16BigEndian, start: 2)
    } else if let encoding = TextForm.utf16(bytes) {
      self.init(encoding: encoding, start: 0)
    } else {
      guard TextForm.isText(bytes) else { return nil }
      let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      let isUTF8 = bytes.span.isUTF8
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
  private static func utf16(_ bytes: [UInt8]) -> TextEncoding? {
    let sample = min(bytes.count, 4096) & ~1
    guard sample >= 4 else { return nil }
    var zeros = (even: 0, odd: 0)
    var highs = (even: 0, odd: 0)
    for index in 0..<sample {
      let byte = bytes[index]
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
  private static func isText(_ bytes: [UInt8]) -> Bool {
    var controls = 0
    for index in 0..<bytes.count {
      let byte = bytes[index]
      if byte >= 0x20 { continue }
      if byte == 0 { return false }
      controls += byte < 0x09 || byte > 0x0D ? 1 : 0
    }
    return controls <= bytes.count / 10
  }
}
