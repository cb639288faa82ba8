internal import VietnameseLanguage
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
  /// The kinds of lines in a signature.
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

  /// Whether it only goes on with the position above it: `THƯỜNG TRỰC`.
  var isQualifier = false

  /// Reads a line.
  init(_ line: String, in lexicon: Lexicon) {
    let cursor = LineCursor(squeezed(line))
    words = cursor.words(0..<cursor.text.count)
    kind = .other
    let bare = Self.withoutRemarks(cursor, in: lexicon)
    let text = FoldedText(bare)
    if bare.isEmpty {
      kind = .remark
    } else if Self.isPosition(text, in: lexicon) {
      kind = .position
      isQualifier = text.opens(with: .positionQualifier, in: lexicon)
    } else if Self.isAuthority(text, in: lexicon) {
      kind = .authority
    } else if let start = Self.nameStart(text, in: lexicon) {
      kind = .name
      words = text.slice(bare, start..<text.count)
    }
  }

  private init(kind: Kind, words: String) {
    self.kind = kind
    self.words = words
  }
}

extension SignatureLine {
  /// The lines of a signature that one line holds: those between its breaks, and position and name that share
  /// one, as `CHỦ TỊCH: Lê Văn An` or `CHỦ TỊCH Lê Văn An`.
  static func lines(_ line: String, in lexicon: Lexicon) -> [SignatureLine] {
    line.unicodeScalars.split(whereSeparator: isLineBreak).flatMap { words -> [SignatureLine] in
      let whole = SignatureLine(String(words), in: lexicon)
      guard whole.kind == .position || whole.kind == .authority else { return [whole] }
      let cursor = LineCursor(whole.words)
      // Only a colon or the change from capitals tells where a name begins: *Giám đốc Sở Hà Nội* has none.
      let colon = cursor.text.codes.firstIndex(of: UInt8(ascii: ":"))
      guard let place = colon ?? mixedStart(in: cursor.text) else { return [whole] }
      let name = SignatureLine(cursor.words(place..<cursor.text.count), in: lexicon)
      guard name.kind == .name else { return [whole] }
      return [SignatureLine(kind: whole.kind, words: cursor.words(0..<place)), name]
    }
  }

  private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Whether the line says for whom somebody signs, such as `T/M BAN THƯỜNG VỤ`.
  static func isAuthority(_ text: FoldedText, in lexicon: Lexicon) -> Bool {
    guard let end = text.end(of: .authority, in: lexicon) else { return false }
    let next = text.skippingBlanks(end)
    return next < text.count && Code.isLetter(text.codes[next])
  }

  /// Whether the line names a position, such as `PHÓ BÍ THƯ THƯỜNG TRỰC`, `Q.` and `P.` before it left out.
  static func isPosition(_ text: FoldedText, in lexicon: Lexicon) -> Bool {
    var start = 0
    if let end = text.end(of: .acting, in: lexicon) {
      start = text.skippingBlanks(end)
      if start < text.count,
        text.codes[start] == UInt8(ascii: ".") || text.codes[start] == UInt8(ascii: "/")
      {
        start = text.skippingBlanks(start + 1)
      }
    }
    return text.end(of: .position, in: lexicon, at: start) != nil
  }

  /// Whether the line stands for the signature, such as `(Đã ký)`.
  static func isSigned(_ text: FoldedText, in lexicon: Lexicon) -> Bool {
    guard text.count < 60 else { return false }
    let opening = text.end(of: .signed, in: lexicon)
    if opening == text.count { return true }
    if text.codes.first == UInt8(ascii: "("),
      (opening ?? text.end(of: .signed, in: lexicon, at: text.skippingBlanks(1))) != nil
    {
      return true
    }
    return text.count < 30
      && text.codes.indices.contains { text.end(of: .signedAnywhere, in: lexicon, at: $0) != nil }
  }

  /// Whether the line is the name of a person.
  static func isName(_ text: FoldedText, in lexicon: Lexicon) -> Bool {
    nameStart(text, in: lexicon) != nil
  }
}

extension SignatureLine {
  /// The line without brackets and `đã ký` at its ends.
  private static func withoutRemarks(_ cursor: LineCursor, in lexicon: Lexicon) -> String {
    var start = 0
    var end = cursor.text.count
    trim(cursor, &start, &end)
    while cursor.code(at: start) == UInt8(ascii: "("),
      let close = (start..<end).first(where: { cursor.code(at: $0) == UInt8(ascii: ")") })
    {
      start = close + 1
      trim(cursor, &start, &end)
    }
    // A remark that goes on in the next line.
    if cursor.code(at: start) == UInt8(ascii: "(") {
      start += 1
      trim(cursor, &start, &end)
    }
    while end > start, cursor.code(at: end - 1) == UInt8(ascii: ")"),
      let open = (start..<end).last(where: { cursor.code(at: $0) == UInt8(ascii: "(") })
    {
      end = open
      trim(cursor, &start, &end)
    }
    if cursor.text.end(of: .signed, in: lexicon, at: start) != nil {
      guard let colon = (start..<end).first(where: { cursor.code(at: $0) == UInt8(ascii: ":") })
      else { return "" }
      start = colon + 1
      trim(cursor, &start, &end)
    }
    let last = end
    if let remark = (max(start + 1, end - longestRemark)..<max(start + 1, end)).first(where: {
      cursor.text.end(of: .signedAnywhere, in: lexicon, at: $0) == last
    }) {
      end = remark
    }
    trim(cursor, &start, &end)
    return cursor.words(start..<max(start, end))
  }

  /// How long a remark behind a name is at most, in scalars.
  private static let longestRemark = 20

  /// Leaves out everything but words and brackets at both ends.
  private static func trim(_ cursor: LineCursor, _ start: inout Int, _ end: inout Int) {
    while start < end, !isKept(cursor.code(at: start)) { start += 1 }
    while end > start, !isKept(cursor.code(at: end - 1)) { end -= 1 }
  }

  private static func isKept(_ code: UInt8) -> Bool {
    Code.isWord(code) || code == UInt8(ascii: "(") || code == UInt8(ascii: ")")
  }

  /// Where words of capital letters end and words with one capital letter begin, or `nil`.
  private static func mixedStart(in text: FoldedText) -> Int? {
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

  /// Where the name begins that the line is, behind degrees and ranks, or `nil` where it is no name.
  private static func nameStart(_ text: FoldedText, in lexicon: Lexicon) -> Int? {
    guard text.count >= 4, text.count <= 80 else { return nil }
    var start = 0
    while let end = text.end(of: .personTitle, in: lexicon, at: start) {
      start = end
      while start < text.count, !Code.isLetter(text.codes[start]) { start += 1 }
    }
    // A few words of bodies are surnames too: Đoàn.
    if let body = text.phrase(.bodyLines, in: lexicon, at: start),
      !body.meaning.contains(.surname)
    {
      return nil
    }
    return start < text.count && isName(text, from: start, in: lexicon) ? start : nil
  }

  /// Two to six words of letters, each with a capital letter; where all letters are capitals or all are
  /// not, as in texts from fonts of capitals, the first word must be a surname.
  private static func isName(
    _ text: FoldedText, from start: Int, in lexicon: Lexicon
  ) -> Bool {
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
      return text.end(of: .surname, in: lexicon, at: surname.lowerBound) == surname.upperBound
    }
    return words.allSatisfy { text.capitals[$0.lowerBound] }
  }

  /// Marks inside names: `K'Sor`, `H.`, `Y-Bliu`.
  private static func isInName(_ code: UInt8) -> Bool {
    code == UInt8(ascii: "'") || code == UInt8(ascii: ".") || code == UInt8(ascii: "-")
  }
}
