internal import VietnameseLanguage
internal import VietnameseText

/// The type of a document (tên loại), read from its line, and what else the line says.
///
/// ```swift
/// TypeLine("QUYẾT ĐỊNH")                    // the type alone
/// TypeLine("QUYẾT ĐỊNH của Bộ trưởng")      // with the body that issued it
/// TypeLine("CHƯƠNG TRÌNH HỌP CHI BỘ")       // with the beginning of the subject
/// TypeLine("DỰ THẢO KẾ HOẠCH")              // a draft
/// ```
struct TypeLine {
  /// The type word as written; the whole line where the word is not in the vocabulary.
  var word: String

  /// The type, or `nil` where the vocabulary does not have it.
  var type: DocumentType?

  /// The body named behind *của*, or `nil`.
  var issuer: String?

  /// The beginning of the subject, or `nil`.
  var subject: String?

  /// Everything behind the type word where it is longer than the name of a body: the subject of a line
  /// such as *Thông báo kết luận của lãnh đạo Sở tại hội nghị tổng kết năm 2010*.
  var rest: String?

  /// Number and date that stand in the line, as in *Nghị định của Chính phủ số 114/2003/NĐ-CP*.
  var number: NumberLine?

  /// Whether the line calls the document a draft.
  var isDraft: Bool

  /// The line as written.
  private let line: String

  private let lexicon: Lexicon

  /// Whether the line has nothing but the type.
  var isTypeAlone: Bool {
    type != nil && issuer == nil && subject == nil && rest == nil && number == nil
  }

  /// Reads the line, or several lines of one type joined by a space.
  init(_ line: String, in lexicon: Lexicon) {
    self.line = squeezed(line)
    self.lexicon = lexicon
    var cursor = LineCursor(self.line)
    while !cursor.isAtEnd, !Code.isWord(cursor.code) { cursor.index += 1 }
    isDraft = cursor.take(.draft, in: lexicon)
    cursor.skipBlanks()
    if cursor.take(.sheet, in: lexicon) { cursor.skipBlanks() }
    guard let found = cursor.text.documentType(in: lexicon, at: cursor.index) else {
      word = cursor.words(0..<cursor.text.count)
      return
    }
    type = found.type
    word = cursor.words(cursor.index..<found.end)
    cursor.index = found.end
    readRest(&cursor)
  }

  /// The line with a line of the title, where that only goes on with it, or `nil`:
  /// *Nghị định* / *của Chính phủ số 29/1998/NĐ-CP …*, *Thông tư* / *Liên tịch Bộ Tài chính …*, and, where lines of
  /// the title follow (`goesOn`), *Nghị quyết* / *của Ban Thường vụ Tỉnh ủy* / *về …*.
  func joined(with title: String, goesOn: Bool) -> TypeLine? {
    guard isTypeAlone else { return nil }
    let text = FoldedText(title)
    let opensIssuer = text.opens(with: .of, in: lexicon)
    guard opensIssuer || text.opens(with: .jointly, in: lexicon) else { return nil }
    let joined = TypeLine(line + " " + title, in: lexicon)
    let isIssuer =
      goesOn && joined.subject == nil
      && joined.issuer.map { FoldedText($0).opensBody(in: lexicon) } == true
    return opensIssuer && (joined.number != nil || isIssuer) || joined.type != type ? joined : nil
  }

  /// Reads `của <body>`, `số <number> ngày <date>` or the beginning of the subject.
  private mutating func readRest(_ cursor: inout LineCursor) {
    while !cursor.isAtEnd, !Code.isWord(cursor.code), cursor.code != UInt8(ascii: "(") {
      cursor.index += 1
    }
    let all = cursor.text.count
    var start = cursor.index
    if cursor.take(.of, in: lexicon) {
      let meeting = placeOfMeeting(in: cursor, before: all)
      var end = issuerEnd(in: cursor)
      // tại hội nghị triển khai công tác: what the meeting was about ends no issuer.
      if let meeting, meeting < end { end = all }
      issuer = cursor.words(cursor.index..<min(meeting ?? end, end))
      if end == all, meeting != nil || start + Self.longestBody < all {
        rest = cursor.words(start..<all)
      }
      start = end
    }
    guard start < all else { return }
    if cursor.text.end(of: .number, in: lexicon, at: start) != nil,
      let found = NumberLine(cursor.words(start..<all), in: lexicon), found.symbol != nil
    {
      number = found
      start += found.dateEnd
    }
    let words = cursor.words(start..<all)
    if !words.isEmpty { subject = words }
  }

  /// The longest names of bodies in letterheads, in scalars.
  private static let longestBody = 60

  /// Where the words begin that say at which meeting the issuer spoke: `của lãnh đạo Sở tại hội nghị …`.
  private func placeOfMeeting(in cursor: LineCursor, before end: Int) -> Int? {
    let text = cursor.text
    return (cursor.index + 1..<max(cursor.index + 1, end)).first {
      text.isWordBoundary($0) && text.end(of: .locative, in: lexicon, at: $0) != nil
    }
  }

  /// Where the issuer ends: before *số* and a number, before the words that open a subject, or at the
  /// end of the line.
  private func issuerEnd(in cursor: LineCursor) -> Int {
    let text = cursor.text
    return (cursor.index..<text.count).first { index in
      guard let found = text.phrase([.subjectStart, .number], in: lexicon, at: index) else {
        return false
      }
      if found.meaning.contains(.subjectStart) { return true }
      return Code.isDigit(cursor.code(at: text.skippingBlanks(found.end)))
    } ?? text.count
  }
}
