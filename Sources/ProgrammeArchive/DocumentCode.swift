internal import VietnameseText

/// The number and symbol that identify a document.
enum DocumentCode {
  /// What two spellings of a code have in common: no blanks, no marks, small letters, one kind of dash, no
  /// zeros in front of the number; `05-NQ/TW` and `5 – nq/TW` are one.
  static func key(_ code: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in SearchKey.of(code).unicodeScalars {
      switch scalar.value {
      case 0x20, 0x09, 0xA0: continue
      case 0x2010...0x2015, 0x2212: key.append("-")
      default: key.append(scalar)
      }
    }
    let digits = key.prefix { ("0"..."9").contains($0) }
    let zeros = digits.prefix { $0 == "0" }.count
    return String(key.dropFirst(min(zeros, max(digits.count - 1, 0))))
  }
}
