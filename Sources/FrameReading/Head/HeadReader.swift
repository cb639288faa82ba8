internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Reads the letterhead and the title that open a part, and says where its text starts.
///
/// ```text
/// ĐẢNG BỘ TỈNH SÔNG LAM          superior
/// HUYỆN ỦY BÌNH TRÚC             issuer
/// Số      -CTr/HU                number
/// CHƯƠNG TRÌNH                   type
/// Công tác quý IV/2023           title
/// Quý IV/2023, Đảng bộ …         (the text starts)
/// ```
struct HeadReader {
  /// All lines of the document.
  let lines: [Line]

  /// The part that is read.
  private(set) var part: Part

  var text = FoldedText()
  var following = FoldedText()
  private var start = 0
  var names: [Piece] = []
  var hasEvidence = false
  var hasType = false
  var hasSubject = false
  var titleCount = 0
  private var hasNumber = false
  var isTitled = false
  var isAttached = false
  var isTitleOver = false
  var lastRole: DocumentLine.Role?

  /// A name, and its place among the lines of the part.
  struct Piece {
    var place: Int
    var text: FoldedText
  }

  /// The most words of a line with the type and its issuer: `QUYẾT ĐỊNH CỦA BỘ TRƯỞNG BỘ TÀI CHÍNH`.
  private static let mostTypeWords = 12

  /// How far a letterhead reaches at most.
  private static let mostLines = 80

  /// How many lines of one look-ahead are read.
  private static let lookAhead = 12

  /// Starts to read a part.
  init(_ lines: [Line], isAppendix: Bool) {
    self.lines = lines
    part = Part(isAppendix: isAppendix)
  }

  /// Reads from a line on; the result is the first line of the text.
  mutating func read(from start: Int) -> Int {
    self.start = start
    var index = start
    let end = min(lines.count, start + HeadReader.mostLines)
    while index < end {
      let line = lines[index]
      if line.table != nil || !readLine(line, at: index) { break }
      index += 1
    }
    guard hasEvidence || part.isAppendix else {
      part = Part(isAppendix: part.isAppendix)
      return start
    }
    tellNames()
    return index
  }

  /// Takes a line into the head; false where the text starts.
  private mutating func readLine(_ line: Line, at index: Int) -> Bool {
    if line.text.utf8.contains(0x0A), readBrokenLine(line, at: index) { return true }
    text.fold(line.text, limit: 400)
    if line.label != nil && !line.isInCell && (hasType || titleCount > 0) { return false }
    let ranges = line.text.utf8.count < 360 ? Columns.ranges(in: text) : []
    if ranges.count > 1, readColumns(ranges, of: line, at: index, needsAll: true) { return true }
    if let role = role(of: text, line, at: index) {
      add(role, line.text, line)
      return true
    }
    if ranges.count > 1, !opensOutline(line),
      readColumns(ranges, of: line, at: index, needsAll: false)
    {
      return true
    }
    if isTitle(line, at: index) {
      add(.title, line.text, line)
      return true
    }
    guard !hasType, !hasSubject, isBeforeEvidence(line, at: index) else { return false }
    addName(line.text, text, line)
    return true
  }

  /// Takes a paragraph with line breaks in it line by line, if all of it belongs to the head.
  private mutating func readBrokenLine(_ line: Line, at index: Int) -> Bool {
    let before = self
    for words in line.text.split(separator: "\n") {
      var piece = line
      piece.text = Line.trimmed(String(words))
      guard !piece.text.isEmpty else { continue }
      text.fold(piece.text, limit: 400)
      piece.shape = LineShape(piece.text, folded: text, opening: 0..<text.count)
      guard readLine(piece, at: index) else {
        self = before
        return false
      }
    }
    return true
  }

  /// Takes a line of several columns with roles of their own, all of them or at least one.
  private mutating func readColumns(
    _ ranges: [Range<Int>], of line: Line, at index: Int, needsAll: Bool
  ) -> Bool {
    let whole = text
    let pieces = ranges.map { whole.slice(line.text, $0) }
    let roles = pieces.map { piece in
      text.fold(piece)
      return role(of: text, line, at: index)
    }
    text = whole
    if needsAll && roles.contains(where: { $0 == nil }) { return false }
    guard roles.contains(where: { $0 != nil }) || (!hasType && names.isEmpty && ranges.count == 2)
    else {
      return false
    }
    for (piece, role) in zip(pieces, roles) {
      if let role {
        add(role, piece, line)
      } else if hasType || hasSubject {
        add(.title, piece, line)
      } else {
        text.fold(piece)
        addName(piece, text, line)
      }
    }
    return true
  }

  /// The role of a line or column, from its words and from what was read before.
  private func role(of text: FoldedText, _ line: Line, at index: Int) -> DocumentLine.Role? {
    if isInsideBrackets, line.shape.wordCount < 60 { return .title }
    if let role = HeadLine.role(of: text) {
      if role == .rule { return isTitleOver && titleCount > 0 && !line.isInCell ? nil : .rule }
      return isInsideTitle(text, role) ? .title : role
    }
    if !hasType, !hasSubject, opensOwnTitle(text, line, at: index) { return .title }
    if text.opens(withAny: Phrases.attachments), hasEvidence || hasSubject { return .title }
    if lastRole == .number, HeadLine.isSymbolTail(text) { return .number }
    if lastRole == .placedate, text.opens(withAny: HeadReader.datePieces), text.count < 40 {
      return .placedate
    }
    if lastRole == .addressees, isAddressee(text) { return .addressees }
    if text.opens(withAny: Phrases.subjects), !isTitleOver,
      !hasType || titleCount == 0 || lastRole == .number || lastRole == .placedate,
      hasEvidence || text.codes[0] == UInt8(ascii: "v")
    {
      return .title
    }
    if !hasType, !hasSubject,
      HeadLine.isType(text) || opensLaw(text, line, at: index) || namesOwnIssuer(text, line)
    {
      return .type
    }
    return nil
  }

  /// Whether a line that opens as a number or a date does goes on with a title:
  /// `Thông tư số 99/1998/TT-BTC`, `ngày 26/8/1999 của Thủ tướng Chính phủ`.
  private func isInsideTitle(_ text: FoldedText, _ role: DocumentLine.Role) -> Bool {
    guard titleCount > 0 || hasType, !isTitleOver, lastRole == .title || lastRole == .type else {
      return false
    }
    switch role {
    // The number of the document itself stands above: this is one that the title cites.
    case .number: return hasNumber
    case .placedate:
      return text.opens(withAny: HeadReader.days)
        && text.codes.count(where: Code.isLetter) > HeadReader.mostDateLetters
    default: return false
    }
  }

  private static let datePieces = Phrases.keywords("tháng", "năm")

  private static let days = Phrases.keywords("ngày")

  /// The letters of a date without place are those of *ngày tháng năm*, and a few more.
  private static let mostDateLetters = 14

  /// Whether the first line of an appendix says so, in a file of its own too.
  private func opensOwnTitle(_ text: FoldedText, _ line: Line, at index: Int) -> Bool {
    guard index == start, line.shape.wordCount <= 12, !line.shape.isFinished else { return false }
    return text.opens(withAny: part.isAppendix ? Phrases.appendices : Phrases.properAppendices)
  }

  private func isAddressee(_ text: FoldedText) -> Bool {
    guard let first = text.codes.first else { return false }
    return (first == UInt8(ascii: "-") || first == UInt8(ascii: "+")) && text.count > 2
  }

  /// Whether a type word in small letters opens the first line of a legal text, its title behind it.
  private func opensLaw(_ text: FoldedText, _ line: Line, at index: Int) -> Bool {
    guard index == 0, !line.shape.isFinished, let (type, _) = text.documentType(in: .standard),
      type.headsDocuments, text.capitals[0]
    else { return false }
    var next = FoldedText()
    return lines.dropFirst().prefix(4).contains { line in
      next.fold(line.text, limit: 40)
      return next.opens(withAny: Phrases.legalBases)
    }
  }

  /// Whether the type stands in small letters with its issuer: `Nghị định của Chính phủ`.
  private func namesOwnIssuer(_ text: FoldedText, _ line: Line) -> Bool {
    guard !line.shape.isFinished, line.shape.wordCount <= 30,
      let (type, end) = text.documentType(in: .standard), type.headsDocuments
    else { return false }
    return text.end(of: HeadReader.issuedBy, at: text.skippingBlanks(end)) != nil
  }

  private static let issuedBy = Keyword("của")

  /// Whether more of a letterhead follows, so that this line is a name in it.
  mutating func isBeforeEvidence(_ line: Line, at index: Int) -> Bool {
    guard line.shape.wordCount <= 25, line.shape.finalMark != .colon, !opensOutline(line) else {
      return false
    }
    if part.isAppendix, isAboveAttachment(line, at: index) { return false }
    for next in lines[(index + 1)...].prefix(HeadReader.lookAhead) where next.table == nil {
      following.fold(next.text, limit: 200)
      if let role = HeadLine.role(of: following), role != .rule, role != .addressees { return true }
      if HeadLine.isTypeAlone(following) { return true }
      for range in Columns.ranges(in: following).dropFirst() {
        let column = FoldedText(following.slice(next.text, range))
        if let role = HeadLine.role(of: column), role != .rule { return true }
      }
    }
    return false
  }

  private mutating func add(_ role: DocumentLine.Role, _ words: String, _ line: Line) {
    part.add(role, words, line.location)
    lastRole = role
    switch role {
    case .number: (hasEvidence, hasNumber) = (true, true)
    case .motto, .placedate: hasEvidence = true
    case .type:
      (hasEvidence, hasType) = (true, true)
      // `Quyết định quy định chức năng …`: the line holds the title too.
      isTitled = line.shape.wordCount > HeadReader.mostTypeWords
    case .title:
      titleCount += 1
      isAttached = isAttached || text.opens(withAny: Phrases.attachments)
      hasSubject = hasSubject || !hasType
      hasEvidence = true
    case .rule: isTitleOver = titleCount > 0 || (hasType && isTitleOver)
    case .addressees:
      isTitleOver = true
      hasEvidence = true
    default: break
    }
  }

  private mutating func addName(_ words: String, _ text: FoldedText, _ line: Line) {
    names.append(Piece(place: part.lines.count, text: text))
    part.add(.issuer, words, line.location)
    lastRole = .issuer
  }

  /// Tells the issuer, which comes last, from the bodies above it; what is no name is a mark.
  private mutating func tellNames() {
    var groups: [[Int]] = []
    // The stamp of an electronic signature above the letterhead: who signed, and when.
    if let last = names.lastIndex(where: { $0.text.opens(withAny: HeadReader.signingTimes) }) {
      for name in names[...last] { part.lines[name.place].role = .mark }
      names.removeSubrange(...last)
    }
    for (index, name) in names.enumerated() {
      let isBody = name.text.opens(withAny: Phrases.bodies)
      let isWhole = index == 0 || !HeadReader.isUnfinishedName(names[index - 1].text)
      if isBody && isWhole || groups.isEmpty && isBody {
        groups.append([name.place])
      } else if groups.isEmpty || (name.text.codes.contains(where: Code.isDigit) && !isBody) {
        part.lines[name.place].role = .mark
      } else {
        groups[groups.count - 1].append(name.place)
      }
    }
    if groups.isEmpty, let last = names.last { groups = [[last.place]] }
    for (index, group) in groups.enumerated() {
      for place in group {
        part.lines[place].role = index == groups.count - 1 ? .issuer : .superior
      }
    }
  }

  /// Whether a name goes on in the next line whatever opens it: `BAN CHẤP HÀNH`, `ỦY BAN NHÂN DÂN VÀ`.
  private static func isUnfinishedName(_ text: FoldedText) -> Bool {
    if text.codes.suffix(2) == Keyword("và").codes[...] || text.codes.last == UInt8(ascii: "-") {
      return true
    }
    return text.end(ofAny: openNames) == text.count
  }

  private static let signingTimes = Phrases.keywords("thời gian ký", "ngày ký:")

  private static let openNames = Phrases.keywords("ban chấp hành", "ban thường vụ", "đoàn chủ tịch")
}
