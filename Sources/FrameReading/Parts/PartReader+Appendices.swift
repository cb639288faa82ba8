internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Tells where letterheads behind the text, appendices and attached documents start.
extension PartReader {
  /// Takes a letterhead that was moved behind the text; the result is the line after it, or `nil`.
  mutating func movedHead(at index: Int) -> Int? {
    guard !part.body.isEmpty, opensLetterhead(at: index) else { return nil }
    var head = HeadReader(lines, isAppendix: false, in: lexicon)
    let end = head.read(from: index)
    guard end > index else { return nil }
    part.lines.append(contentsOf: head.part.lines)
    return end
  }

  /// Whether a name of a body stands here and a motto soon after, or a motto itself.
  mutating func opensLetterhead(at index: Int) -> Bool {
    let shape = lines[index].shape
    guard shape.length < 200, shape.wordCount <= PartReader.mostWords else { return false }
    // `TỔ TRƯỞNG` opens like a body does.
    if let tail, !tail.reader.hasName, SignatureLine.isPosition(text, in: lexicon) { return false }
    let isMotto = text.opens(with: .motto, in: lexicon)
    guard isMotto || text.opensBody(in: lexicon), lines[index].table == nil,
      lines[index].label == nil
    else { return false }
    if isMotto { return shape.wordCount <= 14 }
    guard shape.finalMark == .none else { return false }
    for range in Columns.ranges(in: text, lexicon).dropFirst()
    where text.end(of: .motto, in: lexicon, at: range.lowerBound) != nil {
      return true
    }
    guard shape.isCapitals || lines[index].isInCell || lines[index].isCentred else { return false }
    for place in (index + 1)..<max(index + 1, min(index + 1 + PartReader.lookAhead, lines.count)) {
      guard lines[place].shape.wordCount <= 20 else { return false }
      next.fold(lines[place].text, limit: 200)
      if next.opens(with: .motto, in: lexicon) { return true }
    }
    return false
  }

  mutating func opensAppendix(at index: Int) -> Bool {
    guard index > 0, lines[index].shape.wordCount <= PartReader.mostWords,
      lines[index].table == nil, lines[index].label == nil
    else {
      return false
    }
    if let end = text.end(of: .appendix, in: lexicon),
      opensAppendixTitle(at: index, wordEnd: end)
    {
      return true
    }
    if text.isTypeAlone(in: lexicon), opensAttachment(at: index) { return true }
    return (tail != nil || !part.body.isEmpty) && opensLetterhead(at: index) && typeFollows(index)
  }

  /// Whether a line that starts with *Phụ lục*, *Mẫu số* and the like is the title of an appendix.
  private func opensAppendixTitle(at index: Int, wordEnd: Int) -> Bool {
    let shape = lines[index].shape
    guard shape.wordCount <= 12, shape.finalMark != .semicolon,
      shape.finalMark != .comma,
      shape.finalMark != .colon
    else { return false }
    let isSet = shape.isCapitals || lines[index].isCentred || lines[index].startsPage
    let isProper = text.opens(with: .properAppendix, in: lexicon)
    guard isProper else {
      return tail != nil && isSet && shape.isCapitals
    }
    // `Mẫu số 1a          CỘNG HÒA XÃ HỘI …`: the letterhead of a form beside its number.
    if tail != nil, Columns.ranges(in: text, lexicon).count > 1 { return true }
    let isShort = shape.wordCount <= 4
    if tail != nil || part.isAppendix { return isSet || isShort }
    return (isSet && shape.wordCount <= 8)
      || (isShort && attachmentFollows(index, within: 4))
  }

  /// Whether a type of document alone on its line opens an attached document.
  private func opensAttachment(at index: Int) -> Bool {
    let shape = lines[index].shape
    guard shape.finalMark == .none else { return false }
    guard shape.isCapitals || lines[index].isCentred || tail != nil else {
      // A transcript may have lost its capitals.
      return !shape.startsSmall && attachmentFollows(index, within: 2)
    }
    return attachmentFollows(index, within: 6)
      || (tail?.reader.hasName == true && shape.isCapitals)
  }

  func attachmentFollows(_ index: Int, within count: Int) -> Bool {
    var next = FoldedText()
    return lines[(index + 1)...].prefix(count).contains { line in
      next.fold(line.text, limit: 300)
      return next.opens(with: .attachment, in: lexicon) || next.holdsAttachment(in: lexicon)
    }
  }

  func typeFollows(_ index: Int) -> Bool {
    var next = FoldedText()
    for line in lines[(index + 1)...].prefix(14) where line.table == nil {
      next.fold(line.text, limit: 120)
      if next.isTypeLine(in: lexicon) { return true }
      if line.shape.wordCount > 40 { return false }
    }
    return false
  }
}
