internal import ProgrammeModel
internal import VietnameseText

extension BinaryReader {
  /// Reads a paragraph and puts it into the flow.
  mutating func read(
    _ paragraph: StoryText.Paragraph, of text: StoryText, into flow: inout BlockFlow
  ) throws(ReadingError) {
    if let section = paragraph.endingSection, sections[section].isContinuous {
      flow.joinPages()
    }
    var open = builder.openParagraph(number: paragraph.number, in: &flow)
    builder.apply(stated(paragraph, inTable: flow.tableStyle), to: &open, in: flow)
    if paragraph.record.hasOlderNumber, builder.listPlace(of: open) == nil {
      builder.note(.undefinedList, "ANLD", at: builder.location(of: paragraph.number))
    }
    try readText(of: paragraph, text, &open, into: &flow)
    builder.end(open, into: &flow)
  }

  /// The look at a character of a paragraph.
  mutating func look(
    at position: Int, of paragraph: StoryText.Paragraph, inTable table: Int32?
  ) -> CharacterLook {
    guard let index = BinaryDocument.index(of: position, in: document.characterRuns) else {
      return CharacterLook()
    }
    return look(of: document.characterRuns[index], style: style(of: paragraph), inTable: table)
  }

  /// What a paragraph says of itself.
  private mutating func stated(
    _ paragraph: StoryText.Paragraph, inTable table: Int32?
  ) -> StatedProperties {
    var stated = StatedProperties()
    stated.style = style(of: paragraph)
    stated.paragraph = paragraph.record.properties
    // A level beyond the ninth takes the paragraph out of its list (2.6.2, sprmPIlvl).
    if let level = stated.paragraph.listLevel, level >= Numbering.levelCount {
      stated.paragraph.list = 0
      stated.paragraph.listLevel = nil
    }
    let mark = look(at: paragraph.end, of: paragraph, inTable: table)
    if mark.run.on.contains(.hidden) { stated.mark.set(.hidden, true) }
    if mark.run.on.contains(.capitals) { stated.mark.set(.capitals, true) }
    stated.isMarkDeleted = mark.isDeleted
    if mark.separatesStyles { stated.isStyleSeparator = true }
    stated.hasTrackedChanges = mark.isDeleted || mark.isInserted
    stated.endsSection = paragraph.endingSection != nil
    return stated
  }

  private mutating func readText(
    of paragraph: StoryText.Paragraph, _ text: StoryText, _ open: inout OpenParagraph,
    into flow: inout BlockFlow
  ) throws(ReadingError) {
    let table = flow.tableStyle
    let runs = document.characterRuns
    let style = style(of: paragraph)
    var position = paragraph.start
    var index = BinaryDocument.index(of: position, in: runs) ?? 0
    var state = TextState(
      fieldMark: text.fieldMark(from: position), codeDepth: text.codeDepth(at: position),
      reference: noteReference(from: position))
    while position < paragraph.end, runs.indices.contains(index) {
      let next = index + 1 < runs.count ? runs[index + 1].start : paragraph.end
      let end = min(max(position, next), paragraph.end)
      let look = look(of: runs[index], style: style, inTable: table)
      if look.isDeleted || look.isInserted { builder.hasTrackedChanges = true }
      let isSymbol = runs[index].isNarrow && isSymbol(look.look.font)
      try read(position..<end, look, isSymbol: isSymbol, text, &state, &open, into: &flow)
      open.closeRun(look.look)
      position = end
      index += 1
    }
  }

  /// Where the reading of a paragraph's text stands.
  private struct TextState {
    /// The next mark of a field.
    var fieldMark: Int
    /// In how many codes of fields the text stands.
    var codeDepth: Int
    /// The next reference to a note.
    var reference: Int
    /// What the form field shows whose end has not come yet.
    var form: String?
  }

  /// Reads a stretch of one look.
  private mutating func read(
    _ range: Range<Int>, _ look: CharacterLook, isSymbol: Bool, _ text: StoryText,
    _ state: inout TextState, _ open: inout OpenParagraph, into flow: inout BlockFlow
  ) throws(ReadingError) {
    let characters = document.pieces.characters
    let hasSymbol = look.symbol != nil
    var letters = LetterBytes(isSymbol: isSymbol)
    for position in range {
      let character = characters[position]
      if noteReferences.indices.contains(state.reference),
        noteReferences[state.reference].position == position
      {
        add(&letters, look, &state, to: &open)
        refer(to: noteReferences[state.reference], look, state, in: &open)
        state.reference += 1
      }
      if character >= Mark.blank && !(hasSymbol && character == Mark.parenthesis)
        || character == Mark.tab
      {
        letters.append(character)
      } else {
        add(&letters, look, &state, to: &open)
        try readMark(character, at: position, look, text, &state, &open, into: &flow)
      }
    }
    add(&letters, look, &state, to: &open)
  }

  /// Adds the letters gathered so far to the text, or to the code that they stand in.
  private mutating func add(
    _ letters: inout LetterBytes, _ look: CharacterLook, _ state: inout TextState,
    to open: inout OpenParagraph
  ) {
    let bytes = letters.take()
    guard !bytes.isEmpty, !look.isDeleted else { return }
    if state.codeDepth > 0 { return builder.appendCode(bytes, to: &open) }
    builder.append(String(decoding: bytes, as: UTF8.self), look.look, to: &open)
  }

  /// Refers to a note; what is deleted or in a code refers to none.
  private mutating func refer(
    to reference: NoteMark, _ look: CharacterLook, _ state: TextState,
    in open: inout OpenParagraph
  ) {
    guard !look.isDeleted, state.codeDepth == 0 else { return }
    builder.refer(to: reference.index, reference.kind, look.look, in: &open)
  }

  /// Reads a character that is no letter.
  private mutating func readMark(
    _ character: UInt16, at position: Int, _ look: CharacterLook, _ text: StoryText,
    _ state: inout TextState, _ open: inout OpenParagraph, into flow: inout BlockFlow
  ) throws(ReadingError) {
    if text.fieldMarks.indices.contains(state.fieldMark),
      text.fieldMarks[state.fieldMark].position == position
    {
      return readFieldMark(text.fieldMarks[state.fieldMark], look, &state, &open)
    }
    if character == Mark.picture, look.isData, let offset = look.dataOffset {
      state.form = FormField(document.data, at: offset).shown
    } else if character == Mark.picture, look.isSpecial {
      builder.pictureCount += 1
    }
    if character == Mark.drawing, look.isSpecial {
      return try anchorDrawings(at: position, isShown: !look.isDeleted, in: &open)
    }
    guard state.codeDepth == 0, !look.isDeleted else { return }
    switch character {
    case Mark.lineBreak, Mark.column: builder.append("\n", look.look, to: &open)
    case Mark.page: builder.breakPage(in: &open, look.look, into: &flow)
    case Mark.noBreakHyphen: builder.append("\u{2011}", look.look, to: &open)
    case Mark.parenthesis:
      guard let symbol = look.symbol else { return }
      let fonts = document.fonts.fonts
      builder.appendSymbol(
        symbol.character, font: fonts.indices.contains(symbol.font) ? fonts[symbol.font].name : nil,
        look.look, to: &open)
    case 0x00, 0x06, Mark.lineFeed:
      // Nobody's mark: programs leave them where a blank was.
      if !look.isSpecial { builder.append(" ", look.look, to: &open) }
    default: break
    }
  }

  private mutating func readFieldMark(
    _ mark: StoryText.FieldMark, _ look: CharacterLook, _ state: inout TextState,
    _ open: inout OpenParagraph
  ) {
    switch mark.kind {
    case .begin: builder.beginField(in: &open)
    case .separator: builder.separateField(in: &open)
    case .end: builder.endField(in: &open)
    }
    state.codeDepth = mark.codeDepth
    state.fieldMark += 1
    if mark.kind == .end, let form = state.form.take(), state.codeDepth == 0, !look.isDeleted {
      builder.append(form, look.look, to: &open)
    }
  }
}

/// Letters of the text as UTF-8, from UTF-16.
private struct LetterBytes {
  private var bytes: [UInt8] = []
  private var high: UInt32?
  /// Whether letters below U+0100 are codes of a font with pictures, which stand with the offset F000.
  private let isSymbol: Bool

  init(isSymbol: Bool) {
    self.isSymbol = isSymbol
  }

  /// Adds a code unit; half of a pair without the other is U+FFFD.
  mutating func append(_ unit: UInt16) {
    let unit = UInt32(unit)
    if let first = high {
      high = nil
      if unit & 0xFC00 == 0xDC00 {
        return encode(0x1_0000 + (first & 0x3FF) << 10 + (unit & 0x3FF))
      }
      encode(0xFFFD)
    }
    switch unit & 0xFC00 {
    case 0xD800: high = unit
    case 0xDC00: encode(0xFFFD)
    default: encode(isSymbol && (0x21...0xFF).contains(unit) ? unit + 0xF000 : unit)
    }
  }

  private mutating func encode(_ scalar: UInt32) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | scalar >> shift & 0x3F) }
    switch scalar {
    case ..<0x80: bytes.append(UInt8(scalar))
    case ..<0x800:
      bytes.append(UInt8(0xC0 | scalar >> 6))
      bytes.append(tail(0))
    case ..<0x1_0000:
      bytes.append(UInt8(0xE0 | scalar >> 12))
      bytes.append(tail(6))
      bytes.append(tail(0))
    default:
      bytes.append(UInt8(0xF0 | scalar >> 18 & 7))
      bytes.append(tail(12))
      bytes.append(tail(6))
      bytes.append(tail(0))
    }
  }

  /// The bytes so far, which are forgotten.
  mutating func take() -> [UInt8] {
    if high != nil {
      high = nil
      encode(0xFFFD)
    }
    defer { bytes = [] }
    return bytes
  }
}
