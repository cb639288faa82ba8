internal import ProgrammeModel
internal import VietnameseText

/// In which charset the bytes of an HTML page are.
///
/// A byte order mark comes first, then what is valid UTF-8, then what the page or the package around it
/// says. Bytes that say nothing, or only that they are Western, stand as the scalars of the same numbers,
/// so that normalising can find the encoding from before Unicode that makes Vietnamese of them.
struct HTMLCharset {
  /// What is said in the output.
  let encoding: TextEncoding
  /// Where the text starts, after the byte order mark.
  private var start = 0
  /// The code page, where there is one.
  private var page: CodePage?

  /// Takes a code page.
  init(page: CodePage) {
    self.page = page
    encoding = .legacy("windows-\(page.number)")
  }

  /// Tells the charset of a page; `name` is the charset that the package around it names.
  init(of bytes: [UInt8], named name: String?) {
    let form = TextForm(of: bytes)
    if let form, form.encoding != .bytes {
      encoding = form.encoding
      start = form.start
      return
    }
    let said = name ?? Self.declared(in: bytes)
    if let page = said.flatMap({ CodePage(named: $0) }) {
      self.page = page
      encoding = .legacy(said?.lowercased() ?? "")
    } else {
      encoding = .bytes
    }
  }

  /// The text of the page in UTF-8.
  func text(of bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    if let page {
      page.decode(bytes, into: &text)
      return text
    }
    switch encoding {
    case .utf16LittleEndian, .utf16BigEndian:
      return UTF16Text(bytes, isBigEndian: encoding == .utf16BigEndian, from: start).utf8
    case .bytes:
      text.reserveCapacity(bytes.count)
      for byte in bytes { text.appendUTF8(UInt32(byte)) }
      return text
    default: return Array(bytes[start...])
    }
  }

  /// The charset that a page names at its head, in `meta` or in the declaration of XML.
  static func declared(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4_096).map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }
    let text = String(decoding: head, as: UTF8.self).lowercased()
    var rest = text[...]
    while let name = rest.firstRange(of: "charset") ?? rest.firstRange(of: "encoding") {
      rest = rest[name.upperBound...]
      let value = rest.drop { $0 == " " }
      guard value.first == "=" else { continue }
      let name = value.dropFirst().drop { " \"'".contains($0) }
        .prefix { $0.isLetter || $0.isNumber || "-_:.".contains($0) }
      if !name.isEmpty { return String(name) }
    }
    return nil
  }
}

extension CodePage {
  /// The page of a name of a charset (WHATWG, Encoding Standard), or `nil` for names that say nothing of
  /// Vietnamese text: those of Western Europe stand on pages of every encoding, UTF-8 on broken ones.
  init?(named name: String) {
    let plain = name.lowercased()
    for prefix in ["windows-", "cp", "x-cp"] where plain.hasPrefix(prefix) {
      guard let number = Int(plain.dropFirst(prefix.count)), number != 1252,
        Self.upperHalves[number] != nil || number == 932 || number == 936 || number == 949
      else { return nil }
      self.init(number)
      return
    }
    guard let number = Self.pagesByName[plain] else { return nil }
    self.init(number)
  }

  private static let pagesByName = [
    "gb2312": 936, "gbk": 936, "gb18030": 54936, "big5": 950, "shift_jis": 932, "x-sjis": 932,
    "euc-jp": 51932, "euc-kr": 949, "ks_c_5601-1987": 949, "koi8-r": 20866, "iso-8859-2": 28592,
    "iso-8859-5": 28595, "tis-620": 874, "macintosh": 10000,
  ]
}
