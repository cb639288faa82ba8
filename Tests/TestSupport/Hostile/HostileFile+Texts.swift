extension HostileFile {
  /// Text files.
  public static let texts = lines + singleLines + encodings

  /// Files of many lines.
  private static let lines: [HostileFile] =
    [
      "1. Một", "1. Một:", "a) Một:", "- Một:", "+ Một:", "* Một:", "• Một", "(1) Một", "I. MỘT",
      "A. MỘT", "1.1.1.1.1 Một", "1.1.1.1.1", "Điều 1. Một", "Chương I", "PHẦN THỨ NHẤT",
      "Bước 1: Một",
      "“", "“Một", "\t", "\ta\tb\t", "\u{C}", "Nơi nhận", "Nơi nhận:", "- Lưu: VT.",
      "Kính gửi: Ủy ban",
      "Phụ lục I", "T/M BAN THƯỜNG VỤ", "CHƯƠNG TRÌNH", "Số 1-CTr/HU", "Căn cứ Luật Đất đai;", "*",
      "-----", "V/v", "Một,", "MỘT HAI", "ngày 1 tháng 1 năm 2030", "TT\tNội dung\tThời gian",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM    UBND XÃ", "|", "7", "",
      "các cơ quan, đơn vị tổ chức thực hiện tốt nhiệm vụ được giao trong năm, chú trọng",
    ].map { line in
      HostileFile(name: "lines of \(line.isEmpty ? "nothing" : named(line))") { count in
        [UInt8](String(repeating: line + "\n", count: count).utf8)
      }
    } + [
      HostileFile(name: "markers in turn") { count in
        let markers = [
          "I.", "1.", "a)", "-", "+", "*", "•", "(1)", "A.", "1.1.", "Điều 1.", "(a)", "1)",
        ]
        return [UInt8](
          (0..<count).map { "\(markers[$0 % markers.count]) Một hai:\n" }.joined().utf8)
      },
      HostileFile(name: "markers at random") { count in
        let markers = [
          "I.", "2.", "b)", "-", "+", "*", "•", "(1)", "B.", "1.1.", "Điều 3.", "(a)", "4)",
        ]
        let ends = ["", ":", ".", ";"]
        var random = SeededGenerator(seed: 7)
        return [UInt8](
          (0..<count).map { _ in
            "\(markers.randomElement(using: &random) ?? "") Một\(ends.randomElement(using: &random) ?? "")\n"
          }.joined().utf8)
      },
      HostileFile(name: "numbers that count on") { count in
        [UInt8]((1...count).map { "\($0). Một\n" }.joined().utf8)
      },
      HostileFile(name: "numbers that grow longer") { count in
        let parts = min(count, 2_000)
        return [UInt8](
          (1...parts).map { String(repeating: "1.", count: $0) + " Một:\n" }.joined().utf8)
      },
      HostileFile(name: "indentation that grows") { count in
        [UInt8](
          (1...min(count, 2_000)).map { String(repeating: " ", count: $0) + "- Một:\n" }.joined()
            .utf8)
      },
      HostileFile(name: "lines of 32 separators") { count in
        [UInt8](String(repeating: "a\u{2028}b\u{2029}c\u{85}d\u{B}\r", count: count / 4).utf8)
      },
    ]

  /// Files of one line without end.
  private static let singleLines: [HostileFile] = [
    "Kế hoạch ", "a", "1. a) - + ", "“", "(", "1", "1.", "1/", "31/12/2030 ", "12-KH/HU ",
    "Kế hoạch số 12-KH/HU ngày 01/02/2030 của ", "ngày ", "quý I, ", "5 tỷ đồng và ", "; ", ": ",
    "I",
    "e\u{302}\u{301}", "\u{301}", "\u{301}\u{323}", "\u{1100}\u{1161}", "\u{200B}", "\u{FEFF}",
    "a\u{200B}", "\u{80}", "\u{2028}", "\u{FF01}\u{FF02}", "Ủy ban nhân dân ",
    "chủ trì, phối hợp ", "trước ", "A ", "Ã¡", "\t", "\u{0}", "&amp;<b>", "=HYPERLINK(", "T/M ",
    "🇻🇳",
  ].map { piece in
    // A byte of zero stands in no text.
    HostileFile(
      name: "a line of \(named(piece))", ending: piece == "\u{0}" ? "read.not-text" : "result"
    ) { count in
      let size = count > 1_000 ? 2_000_000 : 50_000
      return [UInt8](String(repeating: piece, count: size / piece.utf8.count).utf8)
    }
  }

  /// Bytes that are not what they seem.
  private static let encodings: [HostileFile] = [
    HostileFile(name: "UTF-7") { _ in [UInt8]("+AEs- +HsI- ho+HqE-ch +ADw-script+AD4-\n".utf8) },
    HostileFile(name: "UTF-16 with half a letter") { _ in [0xFF, 0xFE, 0x4B, 0, 0x61] },
    HostileFile(name: "UTF-16 with lone surrogates") { count in
      [0xFE, 0xFF] + (0..<count).flatMap { _ in [0xD8, 0, 0, 0x61, 0xDC, 0] as [UInt8] }
    },
    HostileFile(name: "UTF-8 that is overlong") { count in
      (0..<count).flatMap { _ in [0x61, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF5, 0x20] as [UInt8] }
    },
    HostileFile(name: "a mark of UTF-8 before TCVN3") { _ in
      [0xEF, 0xBB, 0xBF]
        + [UInt8]("KÕ ho¹ch c«ng t¸c".unicodeScalars.map { UInt8($0.value & 0xFF) })
    },
    HostileFile(name: "a mark of UTF-16 before UTF-8") { _ in
      [0xFF, 0xFE] + [UInt8]("Kế hoạch công tác\n".utf8)
    },
  ]

  /// What a line is called in the name of a file.
  private static func named(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        ? String(scalar) : scalar == " " ? " " : "u" + String(scalar.value, radix: 16)
    }.joined()
  }
}
