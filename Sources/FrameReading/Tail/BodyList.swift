internal import DocumentLines
internal import VietnameseLanguage
internal import VietnameseText

/// The bodies that a document is addressed or copied to, read from the lines of `Kính gửi` or
/// `Nơi nhận`.
///
/// ```swift
/// BodyList(["Nơi nhận:", "- Các Bộ, cơ quan ngang Bộ,", "cơ quan thuộc Chính phủ;", "- Lưu: VT."]).names
/// // ["Các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ", "Lưu: VT"]
/// ```
///
/// An item starts with a dash. A line without one goes on with the item above it where that has a dash
/// and did not end in `;` or `.`; in a list without dashes every line is an item, unless it begins in
/// lower case. Dashes inside a line part items where a mark or a gap stands before them, semicolons
/// where the items have no dashes.
struct BodyList {
  /// The names without dash and closing `;`, `.` or `,`.
  private(set) var names: [String] = []

  private let lexicon: Lexicon

  /// The item that is being read.
  private var item = ""

  /// Whether it opened with a dash.
  private var hasDash = false

  /// What a piece of a line begins with.
  private enum Opening {
    case dash, line, semicolon
  }

  /// Reads the lines in order; a line break inside a line counts as one.
  init(_ lines: [String], in lexicon: Lexicon) {
    self.lexicon = lexicon
    for line in lines {
      // Few lines hold a break; only controls, U+0085 and what begins with E2 can be one.
      guard line.utf8.contains(where: { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }) else {
        if !line.isEmpty { read(line) }
        continue
      }
      for part in line.split(whereSeparator: { $0.isNewline }) { read(String(part)) }
    }
    close()
  }

  /// Reads a line: its heading is left out, its items are told apart.
  private mutating func read(_ line: String) {
    var cursor = LineCursor(line)
    cursor.skipBlanks()
    if cursor.take(.listHeading, in: lexicon) {
      close()
      _ = cursor.takeMark(":")
    }
    var opening = Opening.line
    // Ø Như trên
    if cursor.text.isLostBullet(cursor.index) {
      opening = .dash
      cursor.index += 1
    }
    var start = cursor.index
    var depth = 0
    while !cursor.isAtEnd {
      switch cursor.code {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth = max(0, depth - 1)
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), Code.bullet:
        guard depth == 0, opensItem(cursor, from: start) else { break }
        add(cursor.words(start..<cursor.index), opening)
        (opening, start) = (.dash, cursor.index + 1)
      case UInt8(ascii: ";") where depth == 0:
        add(cursor.words(start..<cursor.index + 1), opening)
        (opening, start) = (.semicolon, cursor.index + 1)
      default: break
      }
      cursor.index += 1
    }
    add(cursor.words(start..<cursor.index), opening)
  }

  /// Whether the mark at the cursor opens an item: at the start of a piece, behind `.` or `:`, or behind
  /// a gap; inside words (`VT-TH`) and between them (`kinh tế - xã hội`) it does not.
  private func opensItem(_ cursor: LineCursor, from start: Int) -> Bool {
    var before = cursor.index - 1
    while before >= start, Code.isSpace(cursor.code(at: before)) { before -= 1 }
    guard before >= start else { return true }
    let blanks = cursor.index - 1 - before
    if blanks >= 3 { return true }
    let last = cursor.code(at: before)
    let isMark = last == UInt8(ascii: ".") || last == UInt8(ascii: ":") || last == UInt8(ascii: ",")
    return isMark && (blanks > 0 || Code.isSpace(cursor.code(at: cursor.index + 1)))
  }

  /// Opens an item with a piece, or adds the piece to the open one.
  private mutating func add(_ piece: String, _ opening: Opening) {
    if opening == .line, isTypistMark(piece) { return }
    guard !piece.isEmpty else {
      if opening == .dash { open() }
      return
    }
    switch opening {
    case .dash: open()
    case .line where startsItem(piece): close()
    case .semicolon where !hasDash: close()
    case .line, .semicolon: break
    }
    item += item.isEmpty ? piece : " " + piece
  }

  /// Whether a line without a dash is an item of its own.
  private func startsItem(_ line: String) -> Bool {
    if item.utf8.last == UInt8(ascii: ";") || item.utf8.last == UInt8(ascii: ".") { return true }
    let text = FoldedText(line)
    if text.opens(with: .filing, in: lexicon) { return text.capitals.first == true }
    return !hasDash && text.capitals.first == true
  }

  /// Whether a line is the mark of typist and copies below the filing line: `ABC-268`, `PL.(300)`
  /// (Hướng dẫn 36-HD/VPTW 2.4, Nghị định 30/2020/NĐ-CP Annex I).
  private func isTypistMark(_ line: String) -> Bool {
    guard line.utf8.count <= 16, FoldedText(item).opens(with: .filing, in: lexicon) else {
      return false
    }
    let text = FoldedText(line)
    let letters = text.codes.indices.filter { Code.isLetter(text.codes[$0]) }
    return text.codes.contains(where: Code.isDigit) && letters.allSatisfy { text.capitals[$0] }
      && !text.codes.contains(UInt8(ascii: ","))
  }

  private mutating func open() {
    close()
    hasDash = true
  }

  /// Closes the open item.
  private mutating func close() {
    let cursor = LineCursor(item)
    var end = cursor.text.count
    while end > 0, Self.isClosing(cursor.code(at: end - 1)) { end -= 1 }
    if cursor.text.codes[..<end].contains(where: Code.isLetter) {
      names.append(cursor.words(0..<end))
    }
    item = ""
    hasDash = false
  }

  private static func isClosing(_ code: UInt8) -> Bool {
    Code.isSpace(code) || code == UInt8(ascii: ";") || code == UInt8(ascii: ",")
      || code == UInt8(ascii: "/")
      || LineCursor.isFill(code)
  }
}
