internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// What a line of a letterhead is by its words alone.
struct HeadLine {
  /// Its role.
  var role: DocumentLine.Role

  /// What it says; `nil` where that is read from the role.
  var content: FrameLine.Content?

  /// The longest line of a sender, in scalars: `BỘ TRƯỞNG BỘ Y TẾ điện:`.
  private static let longestSender = 120

  /// Makes a reading.
  init(_ role: DocumentLine.Role, _ content: FrameLine.Content? = nil) {
    self.role = role
    self.content = content
  }

  /// Reads a line, folded and as written; `nil` where its words do not tell.
  init?(_ text: FoldedText, _ words: String, in lexicon: Lexicon) {
    if text.isRule {
      self.init(.rule)
    } else if MottoLine.isMotto(text, in: lexicon) {
      self.init(.motto)
    } else if let number = NumberLine(opening: text, words, in: lexicon) {
      self.init(.number, .number(number))
    } else if let date = DateLine(opening: text, words, in: lexicon) {
      self.init(.placedate, .date(date))
    } else if MarkLine.isMark(text, in: lexicon) {
      self.init(.mark)
    } else if text.opens(with: .addressees, in: lexicon)
      || text.codes.last == UInt8(ascii: ":") && text.count < HeadLine.longestSender
        && text.start(of: .telegraphs, in: lexicon, endingAt: text.count - 1) != nil
    {
      self.init(.addressees)
    } else {
      return nil
    }
  }
}

/// Telling mottos.
enum MottoLine {
  /// Whether the line is a motto; `Đoàn TNCS Hồ Chí Minh tỉnh …` and `Đảng Cộng sản Việt Nam lần thứ …` go on
  /// as names.
  static func isMotto(_ text: FoldedText, in lexicon: Lexicon) -> Bool {
    guard var end = text.end(of: .motto, in: lexicon) else { return false }
    let isSet = text.capitals.dropFirst().first == true
    let isOfStateOrParty =
      text.end(of: [.stateMotto, .partyMotto], in: lexicon) != nil
    while let next = text.end(of: .motto, in: lexicon, at: text.skippingBlanks(end)) { end = next }
    return isSet && isOfStateOrParty || !text.codes[end...].contains(where: Code.isLetter)
  }

  /// Whose motto it is, or `nil` for those of mass organisations.
  static func side(of text: FoldedText, in lexicon: Lexicon) -> DocumentType.Side? {
    let holds = { (meaning: Meaning) in
      text.codes.indices.contains { text.end(of: meaning, in: lexicon, at: $0) != nil }
    }
    return holds(.partyMotto) ? .party : holds(.stateMotto) ? .state : nil
  }
}

/// Telling types of documents that stand at the start of a line.
extension FoldedText {
  /// Whether the line is a type of document alone, or the type in capitals with the start of the title.
  func isTypeLine(in lexicon: Lexicon) -> Bool {
    guard let end = headingType(in: lexicon)?.end else { return false }
    if end == count { return true }
    guard codes[end] != UInt8(ascii: ":") else { return false }
    return (0..<end).allSatisfy { capitals[$0] || !Code.isLetter(codes[$0]) }
  }

  /// Whether the line ends in dots to be written on: `từ năm …… đến năm ……`.
  var endsInRoom: Bool {
    codes.last == Code.ellipsis
      || codes.last == UInt8(ascii: ".") && codes.dropLast().last == UInt8(ascii: ".")
  }

  /// Whether the line holds dots to be written on, numbers of notes, and no letters.
  var isRoom: Bool {
    codes.contains(Code.ellipsis) && !codes.contains(where: Code.isLetter)
      || count > 4 && codes.allSatisfy { $0 == UInt8(ascii: ".") || Code.isSpace($0) }
  }

  /// Whether the line is a type of document and nothing else.
  func isTypeAlone(in lexicon: Lexicon) -> Bool { headingType(in: lexicon)?.end == count }

  /// The type that opens the line, *dự thảo* and *bản* before it left out, if it is one that heads documents.
  private func headingType(in lexicon: Lexicon) -> (type: DocumentType, end: Int)? {
    var start = end(of: .draft, in: lexicon).map { skippingBlanks($0) } ?? 0
    start = end(of: .sheet, in: lexicon, at: start).map { skippingBlanks($0) } ?? start
    guard let found = documentType(in: lexicon, at: start), found.type.headsDocuments else {
      return nil
    }
    return found
  }

  /// Whether a bracket behind the title says to what the text is attached:
  /// `LÀM VIỆC CỦA CHI BỘ (Ban hành kèm theo Quyết định số 7/QĐ)`.
  func holdsAttachment(in lexicon: Lexicon) -> Bool {
    codes.indices.contains {
      codes[$0] == UInt8(ascii: "(") && end(of: .attachment, in: lexicon, at: $0) != nil
    }
  }

  /// Whether the line opens with the name of a body, not of a territory that goes on with one.
  func opensBody(in lexicon: Lexicon) -> Bool {
    phrase(.bodyLines, in: lexicon).map { !$0.meaning.contains(.territory) } ?? false
  }

  /// Whether the line holds nothing but the number of a page: `12`, `- 3 -`, `PAGE 16`, `Trang 2/5`.
  func isPageNumber(in lexicon: Lexicon) -> Bool {
    guard count <= 14 else { return false }
    var index = end(of: .pageLine, in: lexicon) ?? 0
    let hasWord = index > 0
    var digits = 0
    while index < count {
      let code = codes[index]
      if Code.isDigit(code) {
        digits += 1
      } else if !Code.isSpace(code) && code != UInt8(ascii: "-") && code != UInt8(ascii: "/") {
        return false
      }
      index += 1
    }
    return hasWord || (digits > 0 && digits <= 3 && !codes.contains(UInt8(ascii: "/")))
  }
}
