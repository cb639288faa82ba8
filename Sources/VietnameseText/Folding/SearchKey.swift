/// What a text is looked up by: small letters without any mark, `đ` as `d`, and `i` for `y` in the words that are
/// spelled both ways.
///
/// ```swift
/// SearchKey.of("NƯỚC SẠCH")            // "nuoc sach"
/// SearchKey.of("Quí IV, hoà bình")     // "qui iv, hoa binh", as of "Quý IV, hòa bình"
/// SearchKey.of("kỹ thuật")             // "ki thuat", as of "kĩ thuật"
/// SearchKey.of("tay")                  // "tay": another word than "tai"
/// ```
///
/// Spelling is never changed in a text; whoever searches compares the keys of both sides. What is no Vietnamese
/// letter stands in the key as it stands in the text.
public enum SearchKey {
  /// The key of a text in NFC.
  public static func of(_ text: String) -> String {
    let folded = FoldedText(text)
    var key: [UInt8] = []
    key.reserveCapacity(folded.count)
    text.withBytes { bytes in
      for index in 0..<folded.count {
        let code = folded.codes[index]
        // Signs fold to one another (– to -), letters of Vietnamese to what they are: only these are taken.
        let letter = Code.isWord(code) ? plain[Int(code)] : 0
        if letter == UInt8(ascii: "y") && isSpelledBothWays(key, folded, index) {
          key.append(UInt8(ascii: "i"))
        } else if letter != 0 {
          key.append(letter)
        } else {
          for place in Int(folded.offsets[index])..<Int(folded.offsets[index + 1]) {
            key.append(bytes[place])
          }
        }
      }
    }
    return String(decoding: key, as: UTF8.self)
  }

  /// What to replace in words for the key where marks fall off by themselves, as in an index of SQLite: `đ`, and the
  /// syllables that are spelled with y or i, with a blank at either end.
  public static var spellings: [(written: String, key: String)] {
    let syllables = (onsets + ["qu"]).flatMap { onset in
      "yỳỷỹýỵYỲỶỸÝỴ".map { (written: " \(onset)\($0) ", key: " \(onset)i ") }
    }
    return syllables + [("đ", "d"), ("Đ", "d")]
  }

  /// The letters after which i and y are one sound: kỹ, lý, mỹ, sỹ, tỷ.
  private static let onsets = ["h", "k", "l", "m", "s", "t"]

  /// Whether the y at a place ends a word that is also spelled with i; the key so far ends before it.
  private static func isSpelledBothWays(
    _ key: [UInt8], _ folded: FoldedText, _ index: Int
  ) -> Bool {
    guard index + 1 >= folded.count || !Code.isWord(folded.codes[index + 1]) else { return false }
    var onset: [UInt8] = []
    var start = index
    while start > 0, Code.isWord(folded.codes[start - 1]) {
      guard onset.count < 2 else { return false }
      start -= 1
      onset.append(plain[Int(folded.codes[start])])
    }
    return onset.count == 1 && lone[Int(onset[0])]
      || onset == [UInt8(ascii: "u"), UInt8(ascii: "q")]
  }

  private static let lone: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for onset in onsets { for byte in onset.utf8 { table[Int(byte)] = true } }
    return table
  }()

  /// The letter without marks for every folded byte, 0 for what is no letter of Vietnamese; ASCII is itself.
  private static let plain: [UInt8] = {
    var table = (0...255).map { $0 < 0x80 ? UInt8($0) : 0 }
    for (letter, marked) in [
      ("a", "àảãáạăằẳẵắặâầẩẫấậ"), ("d", "đ"), ("e", "èẻẽéẹêềểễếệ"), ("i", "ìỉĩíị"),
      ("o", "òỏõóọôồổỗốộơờởỡớợ"), ("u", "ùủũúụưừửữứự"), ("y", "ỳỷỹýỵ"),
    ] {
      for scalar in marked.unicodeScalars {
        table[Int(Code.letter(scalar))] = letter.utf8.first ?? 0
      }
    }
    return table
  }()
}
