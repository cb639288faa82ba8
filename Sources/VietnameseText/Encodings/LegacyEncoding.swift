/// An encoding of Vietnamese from before Unicode.
///
/// ```swift
/// LegacyEncoding.tcvn3.decode(Array("quyÕt ®Þnh".unicodeScalars.map { UInt8($0.value) }))  // "quyết định"
/// LegacyEncoding.vni.encode("Cần")  // 43 61 E0 6E, "Caàn" as Windows shows it
/// ```
///
/// The letters stand in Tables/encodings; what a table does not name is the character of Windows-1252.
public enum LegacyEncoding: String, Hashable, Sendable, CaseIterable, BitwiseCopyable {
  /// TCVN3 (ABC), the fonts .Vn*: the most frequent in archives of the State.
  case tcvn3
  /// VNI for Windows, the fonts VNI-*: the most frequent in the south.
  case vni
  /// VPS.
  case vps
  /// VISCII 1.1.
  case viscii
  /// BK HCM 1, one byte a letter.
  case bkhcm1
  /// BK HCM 2, two bytes a letter.
  case bkhcm2
  /// Vietware F, one byte a letter.
  case vietwareF = "vietware-f"
  /// Vietware X, two bytes a letter.
  case vietwareX = "vietware-x"
  /// Windows-1258.
  case windows1258 = "windows-1258"
  /// TCVN 5712:1993 VN1, with capitals among the control characters.
  case vn1
  /// TCVN 5712:1993 VN2.
  case vn2
  /// VIQR, letters and marks in ASCII.
  case viqr

  /// The encoding of a name as people write it, such as `TCVN3`, `abc` or `cp1258`, or `nil`.
  public init?(named name: String) {
    let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
    if let found = Self.allCases.first(where: {
      $0.rawValue.filter { $0.isLetter || $0.isNumber } == plain
    }) {
      self = found
      return
    }
    switch plain {
    case "abc", "vn3", "tcvn57123": self = .tcvn3
    case "vniwin", "vniwindows": self = .vni
    case "cp1258": self = .windows1258
    case "vscii", "vscii1", "tcvn", "tcvn5712", "tcvn57121", "tcvn57121993": self = .vn1
    case "vscii2", "tcvn57122": self = .vn2
    case "bk1": self = .bkhcm1
    case "bk2": self = .bkhcm2
    default: return nil
    }
  }

  /// Whether a small letter may stand among capitals: the encoding has no capitals with a tone.
  public var lacksCapitals: Bool { self == .tcvn3 || self == .vietwareF }

  /// Whether text in ASCII means itself in the encoding, so that it is left as it is.
  public var keepsASCII: Bool { table.keepsASCII }

  /// Its letters.
  var table: EncodingTable {
    switch self {
    case .tcvn3: EncodingTable.tcvn3
    case .vni: EncodingTable.vni
    case .vps: EncodingTable.vps
    case .viscii: EncodingTable.viscii
    case .bkhcm1: EncodingTable.bkhcm1
    case .bkhcm2: EncodingTable.bkhcm2
    case .vietwareF: EncodingTable.vietwareF
    case .vietwareX: EncodingTable.vietwareX
    case .windows1258: EncodingTable.windows1258
    case .vn1: EncodingTable.vn1
    case .vn2: EncodingTable.vn2
    case .viqr: EncodingTable.viqr
    }
  }

  /// The literal of its letters.
  private var letters: StaticString {
    switch self {
    case .tcvn3: EncodingTable.tcvn3Letters
    case .vni: EncodingTable.vniLetters
    case .vps: EncodingTable.vpsLetters
    case .viscii: EncodingTable.visciiLetters
    case .bkhcm1: EncodingTable.bkhcm1Letters
    case .bkhcm2: EncodingTable.bkhcm2Letters
    case .vietwareF: EncodingTable.vietwareFLetters
    case .vietwareX: EncodingTable.vietwareXLetters
    case .windows1258: EncodingTable.windows1258Letters
    case .vn1: EncodingTable.vn1Letters
    case .vn2: EncodingTable.vn2Letters
    case .viqr: EncodingTable.viqrLetters
    }
  }

  /// The bytes by letter, as they are written, for every encoding: few programs write one.
  private static let codes: [LegacyEncoding: [UInt16: [UInt8]]] = {
    var codes: [LegacyEncoding: [UInt16: [UInt8]]] = [:]
    for encoding in allCases {
      EncodingLetter.forEach(in: encoding.letters) { letter in
        guard letter.isWritten else { return }
        codes[encoding, default: [:]][letter.scalar] = (0..<letter.length).map {
          UInt8(truncatingIfNeeded: letter.code >> UInt32(8 * (letter.length - 1 - $0)))
        }
      }
    }
    return codes
  }()
}

extension LegacyEncoding {
  /// Decodes bytes into NFC.
  public func decode(_ bytes: [UInt8]) -> String {
    let letters = LegacyText(bytes.map { UInt32($0) })
    let table = table
    var text = String.UnicodeScalarView()
    var index = 0
    while index < bytes.count {
      let letter = table.letter(in: letters, at: index, end: bytes.count)
      let value =
        letter.scalar != 0 ? UInt32(letter.scalar) : WindowsCodePage.scalar(of: bytes[index])
      // `\` makes the mark after it a mark of its own.
      if letter.scalar == 0, self == .viqr, bytes[index] == 0x5C, index + 1 < bytes.count {
        text.append(Unicode.Scalar(bytes[index + 1]))
        index += 2
        continue
      }
      text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
      index += letter.length
    }
    return String(text).composed
  }

  /// Encodes NFC text, or `nil` where the encoding has no code for one of its letters.
  public func encode(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    let codes = LegacyEncoding.codes[self] ?? [:]
    for scalar in text.unicodeScalars {
      if let code = codes[UInt16(truncatingIfNeeded: scalar.value)], scalar.value <= 0xFFFF {
        bytes.append(contentsOf: code)
      } else if let byte = WindowsCodePage.byte(of: scalar.value),
        table.single(byte) == 0
      {
        bytes.append(byte)
      } else {
        return nil
      }
    }
    return bytes
  }
}
