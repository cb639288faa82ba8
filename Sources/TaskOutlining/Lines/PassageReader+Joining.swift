internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Joins the wrapped lines of a paragraph.
extension PassageReader {
  /// Whether a line without marker goes on with the passage before it.
  func joins(_ line: Line) -> Bool {
    guard let last = passages.indices.last, passages[last].table == nil,
      !line.startsPage || !line.endsParagraph
    else { return false }
    let shape = passages[last].looks.shape
    // The family of the marker where it is read in one way.
    let title = passages[last].candidates.first?.family
    if let title {
      // The marker stands alone: what follows is its title.
      if isBareMarker(last) { return line.shape.wordCount <= 60 }
      if title.namesTopics, line.shape.isCapitals, shape.isCapitals, shape.finalMark != .period,
        shape.finalMark != .colon,
        line.outlineLevel == nil || line.outlineLevel == passages[last].looks.outlineLevel
      {
        return true
      }
    }
    guard !line.endsParagraph,
      isUnfinished(last) || isCutBehindSemicolon(last, line) || isCutBehindColon(last),
      !isCaption(folded), !isCaption(at: last)
    else { return false }
    if line.shape.startsSmall || line.shape.startsWithDigit {
      return !shape.isCapitals || line.shape.isCapitals
    }
    if let first = line.text.utf8.first, first < 0x41, first != UInt8(ascii: "\""),
      first != UInt8(ascii: "("), first != UInt8(ascii: "*"), first != UInt8(ascii: "#")
    {
      return true
    }
    // Formulas and forms break their lines anywhere; where nothing tells of wrapping only sentences go on.
    if wrapWidth != nil || title != nil && shape.wordCount >= PassageReader.fewestWords,
      endsInside(passages[last].text)
    {
      return true
    }
    guard let wrapWidth else { return false }
    // Where lines are wrapped a text without marker ends with a mark; a full line goes on whatever letter the
    // next one starts with.
    if title == nil && !shape.isCapitals && !line.shape.isCapitals { return true }
    if goesOnByItsList(last) { return true }
    guard passages[last].lastLineLength * 5 >= wrapWidth * 4 else { return false }
    return shape.isCapitals == line.shape.isCapitals || shape.wordCount > 12
  }

  /// Whether a line is the caption of a day or of a part of one.
  private func isCaption(_ text: FoldedText) -> Bool {
    text.isDayPart(in: lexicon) || UnmarkedHeading.isDayCaption(text, lexicon)
  }

  /// Whether a passage is one.
  private func isCaption(at place: Int) -> Bool {
    guard passages[place].candidates.isEmpty,
      passages[place].looks.shape.wordCount <= PassageReader.mostTitleWords
    else { return false }
    return isCaption(FoldedText(passages[place].text))
  }

  /// Whether a full line of wrapped text ends with a semicolon and the next one starts small.
  private func isCutBehindSemicolon(_ place: Int, _ line: Line) -> Bool {
    guard let wrapWidth, passages[place].looks.shape.finalMark == .semicolon,
      line.shape.startsSmall || folded.opens(with: .provision, in: lexicon)
    else { return false }
    return passages[place].lastLineLength * 2 >= wrapWidth
  }

  /// Whether the numbers of documents go on behind a colon: `các Thông tư của Bộ Tài chính:` / `số 80/2018/TT-BTC …`.
  private func isCutBehindColon(_ place: Int) -> Bool {
    guard passages[place].looks.shape.finalMark == .colon,
      let number = folded.end(of: .number, in: lexicon)
    else { return false }
    let digit = folded.skippingBlanks(number)
    return digit < folded.count && Code.isDigit(folded.codes[digit]) && !folded.capitals[0]
  }

  /// Whether the dash before the line is that of two numbers between which the line was wrapped: `1` / `- 2 lò`.
  func isCutRange(_ line: Line, _ candidates: [MarkerCandidate]) -> Bool {
    guard wrapWidth != nil, candidates.first?.family == .dash,
      let last = passages.indices.last, passages[last].table == nil,
      let digit = passages[last].text.utf8.last, Code.isDigit(digit),
      isUnfinished(last), let start = candidates.first?.textStart, start < folded.count
    else { return false }
    return Code.isDigit(folded.codes[start])
  }

  /// Whether the line opens inside words that were wrapped and no marker can part: the number behind `số`, the rest
  /// of a name behind its dash, `Sở Lao động` / `- Thương binh và Xã hội`.
  func isCutPhrase(_ line: Line, _ candidates: [MarkerCandidate]) -> Bool {
    guard !line.endsParagraph, let family = candidates.first?.family,
      let last = passages.indices.last, passages[last].table == nil, isUnfinished(last)
    else { return false }
    let ending = FoldedText(String(passages[last].text.unicodeScalars.suffix(40)))
    guard family == .dash else {
      // Quyết định số / 112/QĐ-TTg; not: Thư viện số / 2. Mua sách.
      guard opensSymbol(folded),
        let number = ending.start(of: .number, in: lexicon, endingAt: ending.count),
        let type = ending.codes[..<number].lastIndex(where: { !Code.isSpace($0) })
      else { return false }
      return ending.start(of: .typeWord, in: lexicon, endingAt: type + 1) != nil
    }
    let opening = FoldedText(String(line.text.unicodeScalars.prefix(40)))
    var joined = FoldedText()
    joined.fold(
      String(passages[last].text.unicodeScalars.suffix(40)) + " "
        + String(line.text.unicodeScalars.prefix(40)))
    return ending.codes.indices.contains {
      ending.isWordBoundary($0) && Code.isLetter(ending.codes[$0])
        && joined.end(of: [.field, .body, .lawName], in: lexicon, at: $0).map {
          $0 > joined.count - opening.count + 1
        } == true
    }
  }

  /// Whether a number with a symbol opens the line: `112/QĐ-TTg`, `09-CTr/TU`.
  private func opensSymbol(_ text: FoldedText) -> Bool {
    guard let mark = text.codes.firstIndex(where: { !Code.isDigit($0) }), mark > 0,
      mark + 1 < text.count
    else { return false }
    return (text.codes[mark] == UInt8(ascii: "/") || text.codes[mark] == UInt8(ascii: "-"))
      && Code.isWord(text.codes[mark + 1])
  }

  /// Whether the item of the list before this one ended with a semicolon: this one has not ended yet.
  private func goesOnByItsList(_ place: Int) -> Bool {
    guard let own = passages[place].candidates.first, own.ordinal > 1, !own.family.isBullet,
      !own.family.namesTopics, place > 0
    else { return false }
    return passages[place - 1].looks.shape.finalMark == .semicolon
      && passages[place - 1].candidates.contains {
        $0.family == own.family && $0.ordinal == own.ordinal - 1
      }
  }

  /// Whether the text ends inside a bracket, or with a word that something must follow: `tại Điều 3 của`.
  private func endsInside(_ text: String) -> Bool {
    let utf8 = text.utf8
    if let open = utf8.suffix(80).lastIndex(of: UInt8(ascii: "(")), open > utf8.startIndex,
      !utf8[open...].contains(UInt8(ascii: ")"))
    {
      return true
    }
    let ending = FoldedText(String(text.unicodeScalars.suffix(PassageReader.longestEnding)))
    guard let start = ending.start(of: .joining, in: lexicon, endingAt: ending.count) else {
      return false
    }
    // CỦA ends a title in capitals as any word does.
    return start > 0 && !ending.capitals[start]
  }

  /// How many words tell a sentence that was cut from a cell or a formula.
  private static let fewestWords = 8

  /// How many scalars at its end are looked at for the word that a text ends with.
  private static let longestEnding = 24

  /// Whether the last line of a passage is so long that the next may go on with it: headings are short.
  func isFull(_ place: Int) -> Bool {
    guard let wrapWidth else {
      return passages[place].looks.shape.wordCount > PassageReader.mostTitleWords
        && !passages[place].looks.shape.isCapitals
    }
    return passages[place].lastLineLength * 3 >= wrapWidth * 2
  }

  func isUnfinished(_ place: Int) -> Bool {
    !passages[place].looks.shape.isFinished && passages[place].looks.shape.length > 0
  }

  /// Whether nothing but a marker stands in a passage.
  private func isBareMarker(_ place: Int) -> Bool {
    guard passages[place].looks.label == nil, let candidate = passages[place].candidates.first
    else { return false }
    return passages[place].looks.shape.length <= 40 && candidate.textStart == candidate.end
      && candidate.end > 0 && passages[place].text.unicodeScalars.count <= candidate.end
  }

  mutating func join(_ line: Line) {
    guard let last = passages.indices.last else { return }
    // The text that a bare marker was waiting for.
    let isTitle = isBareMarker(last)
    // In its place: a passage that is copied would be copied with its text for every line.
    passages[last].join(line, asTitle: isTitle)
  }

  /// The length at which the lines of a text are wrapped, in bytes, or `nil` where a line is a paragraph.
  static func wrapWidth(of lines: PartLines) -> Int? {
    var lengths: [Int] = []
    for index in 0..<lines.count where !lines[index].endsParagraph && lines[index].table == nil {
      lengths.append(lines[index].shape.length)
    }
    guard lengths.count >= 8 else { return nil }
    lengths.sort()
    let width = lengths[lengths.count * 9 / 10]
    // A line of a page holds about a hundred letters, some of three bytes.
    guard width <= 170 else { return nil }
    let full = (0..<lines.count).count {
      lines[$0].shape.length * 5 >= width * 3 && !lines[$0].shape.isFinished
    }
    return full * 4 >= lengths.count || goingOn(lines, width) * 8 >= lengths.count ? width : nil
  }

  /// How many lines start small behind a full line that has no final mark.
  private static func goingOn(_ lines: PartLines, _ width: Int) -> Int {
    (1..<lines.count).count { index in
      let shape = lines[index - 1].shape
      return lines[index].shape.startsSmall && shape.length * 5 >= width * 3 && !shape.isFinished
        && !lines[index].text.utf8.prefix(3).contains(UInt8(ascii: ")"))
    }
  }
}

extension Passage {
  /// Goes on with a line, which is its title where only a marker stands here.
  fileprivate mutating func join(_ line: Line, asTitle isTitle: Bool) {
    let start = text.utf8.count + 1
    looks.append(line, behind: " ")
    looks.notes += line.notes.map { NoteReference(id: $0.id, offset: $0.offset + start) }
    let isCapitals = (looks.shape.isCapitals || isTitle) && line.shape.isCapitals
    looks.shape.finalMark = line.shape.finalMark
    looks.shape.length += 1 + line.shape.length
    looks.shape.wordCount += line.shape.wordCount
    looks.shape.isCapitals = isCapitals
    lastLineLength = line.shape.length
    guard isTitle else { return }
    for index in candidates.indices { candidates[index].textStart = candidates[index].end + 1 }
  }
}
