internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Telling the lines of a title from the authority, the bases, the lists and the sentences below it.
extension HeadReader {
  /// Whether a line without a role of its own goes on with the title.
  mutating func isTitle(_ line: Line, at index: Int) -> Bool {
    guard
      hasType || hasSubject || (part.isAppendix && hasEvidence) || lastRole == .title
        || isAboveAttachment(line, at: index),
      !isTitleOver
    else { return false }
    if line.outlineLevel != nil, hasType, !isStyledTitle(line, at: index) { return false }
    // Behind `(Kèm theo …)` only what is set as a title goes on with it.
    if isAttached, !line.shape.isCapitals, !line.isCentred, !line.isBold, !goesOn(line) {
      return false
    }
    // A name of the letterhead of an attached document, its type still to come.
    if part.isAppendix, !hasType, titleCount == 0, isBeforeEvidence(line, at: index) {
      return false
    }
    var shape = line.shape
    // Room to be filled in ends no sentence: `Kết quả từ năm …… đến năm ……`.
    if text.endsInRoom, shape.finalMark == .period { shape.finalMark = .none }
    if text.opens(with: .attachment, in: lexicon) { return line.shape.wordCount < 60 }
    if text.opens(with: [.legalBasis, .today], in: lexicon) || opensAgenda { return false }
    // The first heading of a table that lost its cells.
    if text.end(of: .rowNumber, in: lexicon) == text.count { return false }
    if hasType, titleCount > 0, opensSentence(at: index) { return false }
    if shape.wordCount > 70 || (shape.isFinished && shape.wordCount > 20) { return false }
    if shape.finalMark == .colon
      || (shape.finalMark == .period && shape.wordCount > 12 && !goesOn(line))
    {
      return false
    }
    if opensOutline(line) || opensList { return false }
    if isAuthority(line, at: index) { return false }
    if titleCount > 0 {
      // A sentence: what ends a title with a period goes on with the line above.
      if shape.finalMark == .period, shape.wordCount > 5, !goesOn(line), !shape.isCapitals,
        !line.isCentred, !line.isBold
      {
        return false
      }
      if text.opens(with: .basis, in: lexicon) && (shape.length > 140 || shape.isFinished) {
        return false
      }
      if !goesOn(line), isUnlikeTitle(line) { return false }
    } else if shape.length > 420 {
      return false
    }
    return true
  }

  /// Whether a paragraph in a style of headings is plainly letterhead; any other opens the text.
  ///
  /// The type above it has such a style too, or it is the first line below the type, and its words or what
  /// follows say so.
  private mutating func isStyledTitle(_ line: Line, at index: Int) -> Bool {
    if isTypeStyled { return true }
    guard titleCount == 0, lastRole == .type else { return false }
    if text.opens(with: [.subject, .subjectStart], in: lexicon) { return true }
    guard index + 1 < lines.count, lines[index + 1].table == nil else { return false }
    following.fold(lines[index + 1].text, limit: 60)
    return following.isRule
      || following.opens(with: [.legalBasis, .attachment, .addressees], in: lexicon)
  }

  /// Whether the line stands at the start, and soon below it what the text is attached to:
  /// `PHƯƠNG ÁN TRỒNG RỪNG`, `(Kèm theo Quyết định số …)`.
  mutating func isAboveAttachment(_ line: Line, at index: Int) -> Bool {
    guard !hasEvidence, names.isEmpty || part.isAppendix else { return false }
    var last = line
    for next in lines[(index + 1)...].prefix(4) {
      guard last.shape.wordCount <= 25, last.shape.finalMark == .none, next.table == nil else {
        return false
      }
      following.fold(next.text, limit: 60)
      if following.opens(with: .attachment, in: lexicon) { return true }
      last = next
    }
    return false
  }

  /// Whether the last line of the title opened a bracket that is still open.
  var isInsideBrackets: Bool {
    guard lastRole == .title, let last = part.lastTitle?.text.utf8 else { return false }
    return last.first == UInt8(ascii: "(") && !last.contains(UInt8(ascii: ")"))
  }

  /// Whether the line opens a day of a schedule or a field of an agenda: `Thứ Hai, ngày …`, `Địa điểm: …`.
  private var opensAgenda: Bool {
    if text.opens(with: .weekday, in: lexicon) || text.isDayPart(in: lexicon) { return true }
    guard let end = text.end(of: .agendaField, in: lexicon) else { return false }
    let mark = text.skippingBlanks(end)
    return mark < text.count && text.codes[mark] == UInt8(ascii: ":")
  }

  /// How many lines of a text file a sentence may take.
  private static let mostSentenceLines = 14

  /// Whether a wrapped sentence starts below the title: its line starts with a capital letter, is longer than
  /// those of the title, and lines in small letters go on with it to a period or a colon.
  private func opensSentence(at index: Int) -> Bool {
    let line = lines[index]
    guard !line.endsParagraph, !line.shape.startsSmall, !line.shape.isCapitals,
      line.shape.finalMark == .none || line.shape.finalMark == .comma,
      let above = part.lastTitle?.text, above.utf8.last != UInt8(ascii: ","),
      line.shape.length * 4 > above.utf8.count * 5
    else { return false }
    var last = line.shape
    for next in lines[(index + 1)...].prefix(HeadReader.mostSentenceLines) {
      guard next.table == nil, next.label == nil,
        next.shape.startsSmall || next.shape.startsWithDigit || last.length > line.shape.length / 2,
        !next.shape.isCapitals
      else { return false }
      if next.shape.finalMark == .period || next.shape.finalMark == .colon { return true }
      if next.shape.finalMark == .semicolon { return false }
      last = next.shape
    }
    return false
  }

  /// Whether the line opens with a bullet, as bases and items do.
  private var opensList: Bool {
    guard text.count > 2, text.codes[0] == UInt8(ascii: "-") || text.codes[0] == UInt8(ascii: "+"),
      Code.isSpace(text.codes[1])
    else { return false }
    return Code.isLetter(text.codes[text.skippingBlanks(1)])
  }

  /// Whether the line goes on with the line of the title above it, which ended inside a sentence.
  private func goesOn(_ line: Line) -> Bool {
    guard lastRole == .title, line.shape.startsSmall else { return false }
    switch part.lastTitle?.text.utf8.last {
    case UInt8(ascii: ")"), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), nil:
      return false
    default: return true
    }
  }

  /// Whether Word sets the line otherwise than the title before it.
  private func isUnlikeTitle(_ line: Line) -> Bool {
    guard line.endsParagraph, !line.isInCell else {
      return !line.endsParagraph && line.shape.length > 200
    }
    return !line.isCentred && !line.isBold && !line.shape.isCapitals
  }

  /// Whether the line opens an outline.
  func opensOutline(_ line: Line) -> Bool {
    if line.label != nil || text.opens(with: .foreword, in: lexicon) { return true }
    return MarkerReader(text: text, lexicon: lexicon).candidates().contains {
      ($0.ordinal == 1 || $0.family.namesTopics || $0.family == .article) && $0.strength >= 20
    }
  }

  /// Whether the line names the issuer once more, before the bases.
  private mutating func isAuthority(_ line: Line, at index: Int) -> Bool {
    // The first line of a title may open like a body does: «PHÒNG CHÁY, CHỮA CHÁY …», «HỢP TÁC XÃ».
    guard text.opensBody(in: lexicon) || text.opens(with: .position, in: lexicon),
      line.shape.wordCount <= (titleCount > 0 || isTitled ? 14 : 5), !isLawTitle(index),
      line.shape.finalMark != .comma, !endsInYear, index + 1 < lines.count
    else {
      return false
    }
    following.fold(lines[index + 1].text, limit: 60)
    // The session of a council: «Khóa X, kỳ họp thứ 9».
    if following.opens(with: .session, in: lexicon), index + 2 < lines.count {
      following.fold(lines[index + 2].text, limit: 60)
    }
    let first = following.codes.first == UInt8(ascii: "-") ? following.skippingBlanks(1) : 0
    return following.end(of: .legalBasis, in: lexicon, at: first) != nil
      || (following.opens(with: .territory, in: lexicon) && index + 2 < lines.count
        && lines[index + 2].shape.isFinished)
  }

  /// Whether a year ends the line, as it ends no name: `Trường Tiểu học An Hòa giai đoạn 2031-2035`.
  private var endsInYear: Bool {
    let digits = text.codes[..<text.count].suffix(4)
    return digits.count == 4 && digits.allSatisfy(Code.isDigit)
  }

  /// Whether the line is the first below `LUẬT`, whose title it is: a law has no authority there.
  private func isLawTitle(_ index: Int) -> Bool {
    guard titleCount == 0, !isTitled, lastRole == .type, let type = part.lines.last?.type else {
      return false
    }
    return type.isTypeAlone && type.type?.isLaw == true
  }
}
