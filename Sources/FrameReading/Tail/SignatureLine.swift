internal import DocumentLines
internal import VietnameseText

/// A line of a signature and what it is.
///
/// ```swift
/// SignatureLine("TM. ỦY BAN NHÂN DÂN")  // authority
/// SignatureLine("PHÓ CHỦ TỊCH")         // position
/// SignatureLine("(Đã ký)")              // remark
/// SignatureLine("TS. Nguyễn Văn An")    // name, "Nguyễn Văn An"
/// SignatureLine("TỈNH ĐỒNG BẰNG")       // other: goes on with the line above
/// ```
struct SignatureLine: Hashable {
  /// What lines of a signature are.
  enum Kind: Hashable {
    /// For whom or instead of whom (`TM.`, `KT.`, `TL.`, `TUQ.`).
    case authority
    /// The position (chức vụ).
    case position
    /// The name of a person.
    case name
    /// A line that names a body or that none of the rules knows.
    case other
    /// `(Đã ký)`, `(ký, đóng dấu)`, dots and the like.
    case remark
  }

  /// What the line is.
  var kind: Kind

  /// Its words: of a name the degrees, ranks and remarks are left out.
  var words: String

  /// Reads a line.
  init(_ line: String) {
    let cursor = LineCursor(squeezed(line))
    words = cursor.words(0..<cursor.text.count)
    kind = .other
    let bare = Self.withoutRemarks(cursor)
    if bare.isEmpty {
      kind = .remark
    } else if Self.isAuthority(bare) {
      kind = .authority
    } else if Self.isPosition(bare) {
      kind = .position
    } else if let name = Self.name(bare) {
      kind = .name
      words = name
    }
  }
}

extension SignatureLine {
  /// The line without brackets and `đã ký` at its ends.
  private static func withoutRemarks(_ cursor: LineCursor) -> String {
    var start = 0
    var end = cursor.text.count
    trim(cursor, &start, &end)
    while cursor.code(at: start) == UInt8(ascii: "("),
      let close = (start..<end).first(where: { cursor.code(at: $0) == UInt8(ascii: ")") })
    {
      start = close + 1
      trim(cursor, &start, &end)
    }
    while end > start, cursor.code(at: end - 1) == UInt8(ascii: ")"),
      let open = (start..<end).last(where: { cursor.code(at: $0) == UInt8(ascii: "(") })
    {
      end = open
      trim(cursor, &start, &end)
    }
    if opensRemark(cursor, at: start) {
      guard let colon = (start..<end).first(where: { cursor.code(at: $0) == UInt8(ascii: ":") })
      else { return "" }
      start = colon + 1
      trim(cursor, &start, &end)
    }
    for remark in signed {
      let place = end - remark.codes.count
      if place > start, cursor.text.end(of: remark, at: place) == end { end = place }
    }
    trim(cursor, &start, &end)
    return cursor.words(start..<end)
  }

  private static let signed = ["đã ký", "đã kí"].map { Keyword($0) }

  private static func opensRemark(_ cursor: LineCursor, at start: Int) -> Bool {
    SignatureWords.remarks.contains { cursor.text.end(of: $0, at: start) != nil }
  }

  /// Leaves out everything but words and brackets at both ends.
  private static func trim(_ cursor: LineCursor, _ start: inout Int, _ end: inout Int) {
    while start < end, !isKept(cursor.code(at: start)) { start += 1 }
    while end > start, !isKept(cursor.code(at: end - 1)) { end -= 1 }
  }

  private static func isKept(_ code: UInt8) -> Bool {
    Code.isWord(code) || code == UInt8(ascii: "(") || code == UInt8(ascii: ")")
  }

  private static let authorities: Set<[UInt8]> = Set(
    ["tm", "kt", "tl", "tuq", "tun"].map { Keyword($0).codes })
  private static let authorityWords = ["thay mặt", "thừa lệnh", "thừa ủy quyền", "ký thay"]
    .map { Keyword($0) }

  /// Whether the line opens with `TM.`, `T/M`, `tm .`, `KT/`, `TUQ.` and so on, and goes on.
  private static func isAuthority(_ line: String) -> Bool {
    var cursor = LineCursor(line)
    if cursor.takeAny(authorityWords) { return !cursor.isAtEnd }
    var letters: [UInt8] = []
    while letters.count < 3, Code.isLetter(cursor.code) {
      letters.append(cursor.code)
      cursor.index += 1
      if authorities.contains(letters), !Code.isWord(cursor.code) { return !cursor.isAtEnd }
      _ = cursor.takeMark("./")
      cursor.skipBlanks()
    }
    return false
  }

  private static let acting = ["quyền", "q", "p", "phụ trách", "nguyên"].map { Keyword($0) }

  /// Whether the line opens with the word of a position, `Q.` and `P.` before it left out.
  private static func isPosition(_ line: String) -> Bool {
    var cursor = LineCursor(line)
    if cursor.takeAny(acting) {
      _ = cursor.takeMark("./")
      cursor.skipBlanks()
    }
    return opens(SignatureWords.positions, cursor.text, at: cursor.index)
  }

  private static func opens(_ words: [Keyword], _ text: FoldedText, at index: Int) -> Bool {
    words.contains { text.end(of: $0, at: index) != nil }
  }

  /// The position and the name in one line, `CHỦ TỊCH: Lê Văn An` or `CHỦ TỊCH Lê Văn An`, as two lines;
  /// the line alone where it holds no name.
  ///
  /// Only a colon or the change from capitals tells where a name begins: *Giám đốc Sở Hà Nội* has none.
  static func lines(_ line: String) -> [SignatureLine] {
    let whole = SignatureLine(line)
    guard whole.kind == .position || whole.kind == .authority else { return [whole] }
    let cursor = LineCursor(whole.words)
    let colon = cursor.text.codes.firstIndex(of: UInt8(ascii: ":"))
    guard let place = colon ?? nameStart(in: cursor.text) else { return [whole] }
    let name = SignatureLine(cursor.words(place..<cursor.text.count))
    guard name.kind == .name else { return [whole] }
    return [SignatureLine(kind: whole.kind, words: cursor.words(0..<place)), name]
  }

  private init(kind: Kind, words: String) {
    self.kind = kind
    self.words = words
  }

  /// Where words of capital letters end and words with one capital letter begin, or `nil`.
  private static func nameStart(in text: FoldedText) -> Int? {
    var start: Int?
    for index in text.codes.indices where Code.isLetter(text.codes[index]) {
      let isFirst = index == 0 || !Code.isLetter(text.codes[index - 1])
      if isFirst, text.capitals[index] {
        let isMixed =
          index + 1 < text.count && Code.isLetter(text.codes[index + 1])
          && !text.capitals[index + 1]
        if isMixed, start == nil { start = index }
        if !isMixed, start != nil { return nil }
      } else if isFirst || start == nil && !text.capitals[index] {
        return nil
      }
    }
    return start == 0 ? nil : start
  }

  /// The name that the line is, without degrees and ranks, or `nil` where it is no name of a person.
  private static func name(_ line: String) -> String? {
    var cursor = LineCursor(line)
    while cursor.takeAny(SignatureWords.titles) {
      while !cursor.isAtEnd, !Code.isLetter(cursor.code) { cursor.index += 1 }
    }
    let start = cursor.index
    guard start < cursor.text.count, !opens(SignatureWords.bodies, cursor.text, at: start),
      isName(cursor.text, from: start)
    else { return nil }
    return cursor.words(start..<cursor.text.count)
  }

  /// Two to six words of letters, each with a capital letter; where all letters are capitals or all are
  /// not, as in texts from fonts of capitals, the first word must be a surname.
  private static func isName(_ text: FoldedText, from start: Int) -> Bool {
    var words: [Range<Int>] = []
    var wordStart: Int?
    for index in start...text.count {
      let code = index < text.count ? text.codes[index] : 0x20
      if Code.isSpace(code) {
        if let first = wordStart { words.append(first..<index) }
        wordStart = nil
      } else if Code.isLetter(code) || isInName(code) {
        if wordStart == nil { wordStart = index }
      } else {
        return false
      }
    }
    guard (2...6).contains(words.count), let surname = words.first else { return false }
    let letters = words.joined().filter { Code.isLetter(text.codes[$0]) }
    let capitals = letters.count { text.capitals[$0] }
    if capitals == 0 || capitals == letters.count {
      return SignatureWords.surnames.contains { $0.codes == Array(text.codes[surname]) }
    }
    return words.allSatisfy { text.capitals[$0.lowerBound] }
  }

  /// Marks inside names: `K'Sor`, `H.`, `Y-Bliu`.
  private static func isInName(_ code: UInt8) -> Bool {
    code == UInt8(ascii: "'") || code == UInt8(ascii: ".") || code == UInt8(ascii: "-")
  }
}

/// The text with every run of white space as one blank, and none at its ends.
func squeezed(_ text: String) -> String {
  if isSqueezed(text) { return text }
  let pieces = text.unicodeScalars.split { $0.properties.isWhitespace }
  return pieces.map { String($0) }.joined(separator: " ")
}

/// Whether a look at the bytes is enough to see that squeezing changes nothing.
private func isSqueezed(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 { bytes in
    var last: UInt8 = 0x20
    for index in 0..<bytes.count {
      let byte = unsafe bytes[index]
      switch byte {
      case 0..<0x20: return false
      case 0x20: if last == 0x20 { return false }
      // U+0085 and U+00A0; what begins with E2 or E3; U+1680.
      case 0xC2, 0xE2, 0xE3: return false
      case 0x9A: if last == 0xE1 { return false }
      default: break
      }
      last = byte
    }
    return last != 0x20
  }
}
