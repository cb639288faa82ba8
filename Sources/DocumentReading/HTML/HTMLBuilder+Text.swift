internal import ProgrammeModel
internal import VietnameseText

// Text.
extension HTMLBuilder {
  /// Adds text; white space is one blank, except in `pre`.
  mutating func text(_ text: [UInt8]) {
    switch current?.mode ?? .shown {
    case .silent: break
    case .styleSheet: styleText.append(contentsOf: text)
    case .unread(let element): skip(text[...].visibleCharacterCount, element: element)
    case .label: labelText.append(contentsOf: inSymbolFont(text))
    case .shown: show(inSymbolFont(text))
    }
  }

  private mutating func show(_ text: [UInt8]) {
    let style = current?.style ?? HTMLStyle()
    take(Look(font: style.font.flatMap { fonts.index(of: $0) }, style: style.runStyle))
    let start = bytes.count
    let isPreformatted = style.isPreformatted ?? false
    for byte in text {
      switch byte {
      case 0x0D where isPreformatted: break
      case 0x0A where isPreformatted: if !bytes.isEmpty { bytes.append(byte) }
      case 0x20 where isPreformatted, 0x09 where isPreformatted: bytes.append(byte)
      case 0x20, 0x09...0x0D:
        if let last = bytes.last, last != 0x20, last != 0x0A, last != 0x09 { bytes.append(0x20) }
      case 0..<0x20: break
      default: bytes.append(byte)
      }
    }
    if !hasWideCharacters { hasWideCharacters = text.contains { $0 >= 0xC4 } }
    let added = bytes[start...]
    metCharacters += String(decoding: added, as: UTF8.self).visibleCharacterCount
  }

  /// Codes of a symbol font, which pages write as the letters of the same number.
  func inSymbolFont(_ text: [UInt8]) -> [UInt8] {
    guard let font = current?.style.font, SymbolFont(named: font) != nil else { return text }
    // Blanks are blanks in any font.
    let blank = "\u{F0A0}"
    return Array(
      String(decoding: text, as: UTF8.self).inSymbolFont.replacing(blank, with: "\u{A0}").utf8)
  }

  /// Ends the run that is open where the look changes.
  mutating func take(_ next: Look) {
    guard next != look else { return }
    closeRun()
    look = next
  }

  private mutating func closeRun() {
    guard bytes.count > runs.last?.end ?? 0 else { return }
    runs.append(TextRun(end: bytes.count, font: look.font.map(Int.init), style: look.style))
  }

  /// Breaks the line; two breaks end the paragraph, as a reader sees it.
  mutating func breakLine() {
    while bytes.last == 0x20 { bytes.removeLast() }
    trimRuns()
    guard let last = bytes.last else { return }
    if last == 0x0A { endParagraph() } else { bytes.append(0x0A) }
  }

  /// Ends runs at the end of the text.
  private mutating func trimRuns() {
    while let last = runs.last, last.end > bytes.count {
      runs.removeLast()
      if runs.last?.end ?? 0 < bytes.count {
        runs.append(TextRun(end: bytes.count, font: last.font, style: last.style))
      }
    }
  }

  /// Ends the paragraph and puts it into the blocks, if it has text.
  mutating func endParagraph() {
    closeRun()
    while let last = bytes.last, last == 0x20 || last == 0x0A || last == 0x09 { bytes.removeLast() }
    guard !bytes.isEmpty else {
      runs.removeAll(keepingCapacity: true)
      return
    }
    trimRuns()
    for index in references.indices {
      references[index].offset = min(references[index].offset, bytes.count)
    }
    emit(String(decoding: bytes, as: UTF8.self))
  }

  mutating func emit(_ text: String) {
    paragraphCount += 1
    if !account.budget.use(1, of: .paragraphs) { fail(.paragraphs) }
    let style = current?.style ?? HTMLStyle()
    blocks.append(
      .paragraph(
        SourceParagraph(
          text: text, runs: runs, label: label,
          format: ParagraphFormat(
            alignment: style.alignment ?? .start, outlineLevel: current?.heading,
            startsPage: startsPage),
          notes: references, location: Location(part: nil, paragraph: paragraphCount))))
    bytes.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    references.removeAll(keepingCapacity: true)
    label = nil
    startsPage = false
  }

  /// Counts characters that are not read.
  mutating func skip(_ count: Int, element: String) {
    guard count > 0 else { return }
    metCharacters += count
    if let index = unread.firstIndex(where: { $0.element == element }) {
      unread[index].count += count
    } else {
      unread.append(UnreadContent(part: Unread.wholeFile, element: element, count: count))
    }
  }
}
