internal import DocumentLines
internal import ProgrammeModel
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
struct TypeLine: Hashable {
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
  var numberAndDate: String?

  /// Whether the line calls the document a draft.
  var isDraft: Bool

  /// Whether the line has nothing but the type.
  var isTypeAlone: Bool {
    type != nil && issuer == nil && subject == nil && rest == nil && numberAndDate == nil
  }

  /// Reads the line, or several lines of one type joined by a space.
  init(_ line: String) {
    var cursor = LineCursor(line)
    while !cursor.isAtEnd, !Code.isWord(cursor.code) { cursor.index += 1 }
    isDraft = cursor.take(Self.draft)
    cursor.skipBlanks()
    if cursor.take(Self.sheet) { cursor.skipBlanks() }
    let start = cursor.index
    type = cursor.text.documentType(in: .standard, at: start)?.type
    guard let end = cursor.text.documentType(in: .standard, at: start)?.end else {
      word = cursor.words(0..<cursor.text.count)
      return
    }
    word = cursor.words(start..<end)
    cursor.index = end
    readRest(&cursor)
  }

  private static let draft = Keyword("dự thảo")
  private static let sheet = Keyword("bản")
  private static let of = Keyword("của")
  private static let number = Keyword("số")

  /// Reads `của <body>`, `số <number> ngày <date>` or the beginning of the subject.
  private mutating func readRest(_ cursor: inout LineCursor) {
    while !cursor.isAtEnd, !Code.isWord(cursor.code), cursor.code != UInt8(ascii: "(") {
      cursor.index += 1
    }
    let all = cursor.text.count
    var start = cursor.index
    if cursor.take(Self.of) {
      let end = issuerEnd(in: cursor)
      issuer = cursor.words(cursor.index..<end)
      if end == all, start + Self.longestBody < all { rest = cursor.words(start..<all) }
      start = end
    }
    guard start < all else { return }
    cursor.index = start
    if let end = takeNumberAndDate(&cursor) {
      numberAndDate = cursor.words(start..<end)
      start = end
    }
    let words = cursor.words(start..<all)
    if !words.isEmpty { subject = words }
  }

  /// Goes over *số*, a number and its date, and says where they end; `nil` where none stand here.
  private func takeNumberAndDate(_ cursor: inout LineCursor) -> Int? {
    let start = cursor.index
    guard cursor.text.end(of: Self.number, at: start) != nil,
      let number = NumberLine(cursor.words(start..<cursor.text.count)), number.symbol != nil
    else { return nil }
    var end = start + number.end
    cursor.index = end
    _ = cursor.takeMark(",")
    cursor.skipBlanks()
    if PartialDate(at: &cursor) != nil { end = cursor.index }
    return end
  }

  /// The longest names of bodies in letterheads, in scalars.
  private static let longestBody = 60

  /// The words that open a subject.
  private static let subjects = [
    "về việc", "về", "v/v", "quy định", "qui định", "ban hành", "hướng dẫn", "phê duyệt",
  ].map { Keyword($0) }

  /// Where the issuer ends: before *số* and a number, before the words that open a subject, or at the
  /// end of the line.
  private func issuerEnd(in cursor: LineCursor) -> Int {
    (cursor.index..<cursor.text.count).first { index in
      if Self.subjects.contains(where: { cursor.text.end(of: $0, at: index) != nil }) {
        return true
      }
      guard let end = cursor.text.end(of: Self.number, at: index) else { return false }
      var next = end
      while Code.isSpace(cursor.code(at: next)) { next += 1 }
      return Code.isDigit(cursor.code(at: next))
    } ?? cursor.text.count
  }
}
