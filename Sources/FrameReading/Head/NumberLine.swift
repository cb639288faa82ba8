internal import DocumentLines
internal import VietnameseLanguage
internal import VietnameseText

/// Number and symbol (số, ký hiệu) of a document, read from their line.
///
/// ```swift
/// NumberLine("Số 139-KH/HU")        // number 139, symbol KH/HU, code 139-KH/HU, of the Party
/// NumberLine("Số: 256 /2004/QĐ-UB") // number 256, symbol 2004/QĐ-UB, of the State
/// NumberLine("Số      -CTr/HU")     // no number, symbol CTr/HU, no code
/// ```
///
/// Blanks inside and every kind of hyphen are written as they should be; letters stay as they are.
struct NumberLine: Hashable {
  /// The number, or `nil` where its place is left blank.
  var number: String?

  /// The symbol without the mark between number and symbol, or `nil` where there is none.
  var symbol: String?

  /// The mark between number and symbol: `-` for the Party, `/` for the State, or `nil`.
  var separator: UInt8?

  /// The date that stands behind it, or `nil`.
  var date: DateLine?

  /// Where the date ends, or the symbol where there is none, in scalars of the line.
  private(set) var dateEnd = 0

  /// Whether the line holds *số*, a number and at most its date, and nothing else.
  private(set) var isAlone = false

  /// Whether a line of a title holds nothing but number, symbol and date.
  var isWholeInTitle: Bool { isAlone && number != nil && symbol != nil }

  /// Number and symbol as they are cited (`139/KH-UBND`), or `nil` without a number.
  var code: String? {
    guard let number else { return nil }
    guard let symbol else { return number }
    let mark = separator.map { String(UnicodeScalar($0)) } ?? ""
    return number + mark + symbol
  }

  /// Whose form the number has, or `nil` where the form does not tell.
  var side: DocumentType.Side? {
    switch separator {
    case UInt8(ascii: "-"): .party
    case UInt8(ascii: "/"): .state
    default: nil
    }
  }

  /// The code of the type in the symbol, such as `CTr` of `CTr/HU` and `QĐ` of `2004/QĐ-UB`.
  var typeSlot: Substring? {
    guard let symbol else { return nil }
    let pieces = symbol.split { $0 == "/" || $0 == "-" || $0 == "." || $0 == "_" }
    // `166-CT` has the code of a body alone.
    guard pieces.count > 1 else { return nil }
    return pieces.first { piece in piece.utf8.contains { $0 &- 0x30 > 9 } }
  }

  /// Reads the line, or several lines of one number joined by a space; `nil` where it holds no number.
  init?(_ line: String, in lexicon: Lexicon) {
    var cursor = LineCursor(line)
    guard Self.findStart(in: &cursor, lexicon) else { return nil }
    self.init(&cursor, lexicon)
  }

  /// Reads a line that opens with *số*, or a type of document before it: `Luật số: 55/2024/QH15`.
  init?(opening text: FoldedText, _ line: String, in lexicon: Lexicon) {
    guard text.isNumberLine(in: lexicon) else { return nil }
    self.init(line, in: lexicon)
    isAlone = isAlone && text.opens(with: .number, in: lexicon)
  }

  /// Reads number, symbol and date at the cursor.
  private init(_ cursor: inout LineCursor, _ lexicon: Lexicon) {
    let isFilledIn = cursor.skipFill()
    number = Self.takeNumber(in: &cursor)
    let isCutOff = cursor.skipFill() && !isFilledIn
    if isCutOff, number == "0" { number = nil }
    separator = cursor.takeMark("/-")
    if separator != nil {
      // "Số:     /     /QĐ-UBND": the year is blank too
      cursor.skipFill()
      if cursor.code == UInt8(ascii: "/") { cursor.index += 1 }
    }
    symbol = Self.takeSymbol(in: &cursor, isNextToNumber: separator == nil)
    readDate(in: &cursor, lexicon)
  }

  /// Reads the date behind the symbol.
  private mutating func readDate(in cursor: inout LineCursor, _ lexicon: Lexicon) {
    dateEnd = cursor.index
    let rest = cursor.words(min(cursor.index, cursor.text.count)..<cursor.text.count)
    date = DateLine(rest, in: lexicon)
    _ = cursor.takeMark(",")
    cursor.skipBlanks()
    if let date, cursor.words(cursor.index..<cursor.text.count).hasPrefix(date.text) {
      cursor.index += date.range.count
      dateEnd = cursor.index
      cursor.skipFill()
    }
    isAlone = cursor.isAtEnd
  }

  /// Whether the line goes on with a symbol, as `Số: 63` and `/2025/QĐ-UBND` on two lines do.
  static func isSymbol(_ text: FoldedText) -> Bool {
    guard text.count >= 4, text.count <= 30 else { return false }
    let first = text.codes[0]
    guard first == UInt8(ascii: "-") || first == UInt8(ascii: "/") else { return false }
    return text.codes.dropFirst().contains(UInt8(ascii: "/"))
      && !text.codes.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") })
  }

  /// Goes behind the word *số* and its colon; a line that goes on from the one before has none.
  private static func findStart(in cursor: inout LineCursor, _ lexicon: Lexicon) -> Bool {
    for index in cursor.text.codes.indices {
      guard let end = cursor.text.end(of: [.number, .numberLine], in: lexicon, at: index) else {
        continue
      }
      cursor.index = end
      let hasColon = cursor.takeMark(":") != nil
      cursor.skipBlanks()
      if hasColon || cursor.isAtEnd || opensNumber(cursor.code) { return true }
    }
    cursor.index = 0
    cursor.skipBlanks()
    return opensNumber(cursor.code)
  }

  private static func opensNumber(_ code: UInt8) -> Bool {
    Code.isDigit(code) || LineCursor.isFill(code) || code == UInt8(ascii: "/")
      || code == UInt8(ascii: "-")
  }

  /// Takes `139`, `30a` or `66.15`.
  private static func takeNumber(in cursor: inout LineCursor) -> String? {
    let start = cursor.index
    guard cursor.takeDigits(atMost: 7) else { return nil }
    if cursor.code == UInt8(ascii: "."), Code.isDigit(cursor.code(at: cursor.index + 1)) {
      cursor.index += 1
      _ = cursor.takeDigits(atMost: 3)
    }
    let isSuffix = Code.isLetter(cursor.code) && !Code.isWord(cursor.code(at: cursor.index + 1))
    if isSuffix { cursor.index += 1 }
    return cursor.words(start..<cursor.index)
  }

  /// Takes the symbol: letters and digits with marks between them, blanks beside the marks left out.
  ///
  /// A blank that is not beside a mark ends it: what follows is the place, the date or the subject.
  private static func takeSymbol(in cursor: inout LineCursor, isNextToNumber: Bool) -> String? {
    var symbol = ""
    cursor.skipBlanks()
    // "Số 5 của Sở": only a word with a mark in it is a symbol that follows a number without one
    if isNextToNumber, !hasMarkInWord(cursor) { return nil }
    while !cursor.isAtEnd {
      let code = cursor.code
      if Code.isWord(code) {
        symbol.unicodeScalars.append(contentsOf: scalars(of: cursor))
        cursor.index += 1
      } else if let mark = takeSymbolMark(in: &cursor, after: symbol) {
        symbol += mark
      } else {
        break
      }
    }
    while let last = symbol.unicodeScalars.last, !isSymbolEnd(last) {
      symbol.unicodeScalars.removeLast()
    }
    return symbol.isEmpty ? nil : symbol
  }

  private static func scalars(of cursor: LineCursor) -> String.UnicodeScalarView {
    cursor.text.slice(cursor.line, cursor.index..<cursor.index + 1).unicodeScalars
  }

  private static func isSymbolEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
  }

  private static func hasMarkInWord(_ cursor: LineCursor) -> Bool {
    var cursor = cursor
    while Code.isWord(cursor.code) { cursor.index += 1 }
    return cursor.takeMark("/-") != nil
  }

  /// Takes a mark with the blanks beside it, or `nil` where the symbol ends.
  private static func takeSymbolMark(in cursor: inout LineCursor, after symbol: String) -> String? {
    var next = cursor.index
    while Code.isSpace(cursor.code(at: next)) { next += 1 }
    let hasBlankBefore = next > cursor.index
    let mark = cursor.code(at: next)
    var follower = next + 1
    while Code.isSpace(cursor.code(at: follower)) { follower += 1 }
    let hasBlank = hasBlankBefore || follower > next + 1
    switch mark {
    case UInt8(ascii: "/"):
      guard !symbol.isEmpty, follower < cursor.text.count else { return nil }
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
      guard !symbol.isEmpty else { return nil }
      if hasBlank, !isCode(at: follower, in: cursor) { return nil }
    case UInt8(ascii: "&"), UInt8(ascii: ","), Code.ellipsis:
      guard !symbol.isEmpty, !hasBlank, follower < cursor.text.count else { return nil }
    default: return nil
    }
    cursor.index = follower
    return mark == Code.ellipsis ? "…" : String(UnicodeScalar(mark))
  }

  /// Whether a code such as `UBND`, `TTg`, `2004` stands at the index, not a word such as `Hà`.
  private static func isCode(at index: Int, in cursor: LineCursor) -> Bool {
    var end = index
    var capitals = 0
    while Code.isWord(cursor.code(at: end)) {
      if cursor.text.capitals[end] || Code.isDigit(cursor.code(at: end)) { capitals += 1 }
      end += 1
    }
    return capitals >= min(2, end - index) && end > index
  }
}
