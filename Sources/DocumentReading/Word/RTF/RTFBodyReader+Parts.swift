internal import ProgrammeModel
internal import VietnameseText

/// A field whose group is open.
struct RTFField {
  /// The letters of its code.
  var code: [UInt8] = []
  /// How many visible characters the paragraph had where its result begins, or `nil` before that.
  var resultStart: Int?
}

/// A header or footer of some section.
struct RTFFurniture {
  var isHeader: Bool
  var pages: RTFStory.Pages
  var blocks: [SourceBlock]
}

// Fields: `{\field{\*\fldinst …}{\fldrslt …}}`; what is read of a field is its result.
extension RTFBodyReader {
  mutating func beginField() {
    guard group.destination == .text else { return }
    fields.append(RTFField())
    group.endings.append(.field)
    var paragraph = takeParagraph()
    builder.beginField(in: &paragraph)
    story.paragraph = consume paragraph
  }

  /// Reads what a form field shows: the entry that is chosen, or a box that is checked or not.
  mutating func readFormField() throws(ReadingError) {
    var entries: [RTFLetters] = []
    var type = 0
    var chosen: Int?
    var usual = 0
    var nested = RTFNestedGroup()
    while let token = tokenizer.next(in: &nested) {
      switch token {
      case .word(.fftype, let number): type = number ?? 0
      // 25 stands for a field that was not filled in.
      case .word(.ffres, let number): chosen = number == 25 ? nil : number
      case .word(.ffdefres, let number): usual = number ?? 0
      case .word(.ffl, _): entries.append(RTFLetters())
      case .text(let range):
        guard let last = entries.indices.last else { break }
        for byte in tokenizer.bytes[range] { entries[last].append(byte: byte) }
      default:
        if let last = entries.indices.last { entries[last].take(token) }
      }
    }
    try close()
    let result = chosen ?? usual
    var form: String?
    if type == 1 { form = result > 0 ? "☒" : "☐" }
    if type == 2, entries.indices.contains(result) {
      form = entries[result].text(in: definitions.font(group.format.font).page)
    }
    guard !fields.isEmpty, var paragraph = story.paragraph.take() else { return }
    if let field = paragraph.fields.indices.last { paragraph.fields[field].form = form }
    story.paragraph = consume paragraph
  }

  /// Turns from the code of the innermost field to its result.
  mutating func turnToResult() {
    guard group.destination == .text, let field = fields.indices.last else { return }
    var paragraph = takeParagraph()
    builder.appendCode(fields[field].code, to: &paragraph)
    builder.separateField(in: &paragraph)
    fields[field].resultStart = paragraph.visibleCount
    story.paragraph = consume paragraph
  }

  /// Ends the innermost field.
  mutating func endField() {
    guard let field = fields.popLast() else { return }
    var paragraph = takeParagraph()
    if field.resultStart == nil { builder.appendCode(field.code, to: &paragraph) }
    builder.endField(in: &paragraph)
    story.paragraph = consume paragraph
    if field.resultStart == nil || field.resultStart == story.visibleCount {
      appendSymbol(of: String(decoding: field.code, as: UTF8.self))
    }
  }

  /// Adds the character of a `SYMBOL` field, such as `SYMBOL 183 \f "Symbol"`, which has no result.
  private mutating func appendSymbol(of code: String) {
    let field = FieldCode(code)
    guard field.name == "SYMBOL", let argument = field.argument, !group.format.isDeleted else {
      return
    }
    let number =
      argument.lowercased().hasPrefix("0x")
      ? UInt32(argument.dropFirst(2), radix: 16) : UInt32(argument)
    guard let number, number >= 0x20 else { return }
    let font = Self.fontName(in: code) ?? definitions.font(group.format.font).name
    var paragraph = takeParagraph()
    paragraph.closeRun(story.look)
    let isHidden = group.format.toggles.contains(.hidden)
    builder.appendSymbol(
      number, font: font, RunLook(font: nil, style: [], isHidden: isHidden), to: &paragraph)
    story.lastFormat = group.format
    story.paragraph = consume paragraph
  }

  /// The name in quotation marks behind `\f`.
  private static func fontName(in code: String) -> String? {
    guard let name = code.firstRange(of: "\\f") else { return nil }
    let quoted = code[name.upperBound...].split(separator: "\"", omittingEmptySubsequences: false)
    return quoted.count > 1 ? String(quoted[1]) : nil
  }
}

// Shapes: `{\shp{\*\shpinst … {\shptxt …}}{\shprslt …}}`, in older files `{\*\do … {\dptxbxtext …}}`.
extension RTFBodyReader {
  mutating func beginDrawing() {
    guard group.destination == .text || group.destination == .drawing else { return }
    group.destination = .drawing
    if let shape = outer.indices.last { outer[shape].hasShape = true }
  }

  /// Turns to the text of a shape; it stands behind the paragraph that the shape is anchored in.
  mutating func beginTextBox() throws(ReadingError) {
    guard group.destination == .text || group.destination == .drawing else { return }
    guard !group.format.isDeleted else { return try skipDeleted() }
    try beginStory(.textBox)
  }

  /// Turns to the name of a property of the shape.
  mutating func beginShapeName() {
    guard group.destination == .drawing else { return }
    gathered.removeAll(keepingCapacity: true)
    group.destination = .shapePropertyName
  }

  /// Turns to the value of a property, which is text where it is that of WordArt.
  mutating func beginShapeValue() {
    guard group.destination == .drawing else { return }
    shapeProperty = gathered
    gathered.removeAll(keepingCapacity: true)
    group.destination = .shapePropertyValue
    group.endings.append(.shapeProperty)
  }

  mutating func endShapeProperty() {
    defer { gathered.removeAll(keepingCapacity: true) }
    guard shapeProperty.elementsEqual("gtextUNICODE".utf8) else { return }
    var drawn = OpenParagraph()
    drawn.number = max(paragraphCount, 1)
    builder.append(
      String(decoding: gathered, as: UTF8.self),
      RunLook(font: nil, style: [], isHidden: group.format.toggles.contains(.hidden)), to: &drawn)
    var paragraph = takeParagraph()
    builder.anchor(drawn, in: &paragraph)
    story.paragraph = consume paragraph
  }

  private mutating func skipDeleted() throws(ReadingError) {
    builder.hasTrackedChanges = true
    try skipGroup()
  }
}

// Notes, headers and footers.
extension RTFBodyReader {
  mutating func beginNote() throws(ReadingError) {
    guard group.destination == .text else { return }
    guard !group.format.isDeleted else { return try skipDeleted() }
    try beginStory(.note)
  }

  /// Ties a note to the place of its mark; the note of a hidden mark is on no page.
  mutating func keepNote(_ note: RTFStory) {
    let kind: SourceNote.Kind = note.isEndnote ? .endnote : .footnote
    guard !note.isHidden else { return leaveOut(note.flow.blocks, element: "w:\(kind.rawValue)") }
    var paragraph = takeParagraph()
    builder.refer(
      to: notes.count, kind, RunLook(font: nil, style: [], isHidden: false), in: &paragraph)
    let id = paragraph.notes.last?.id ?? ""
    story.paragraph = consume paragraph
    notes.append(SourceNote(id: id, kind: kind, blocks: note.flow.blocks))
  }

  mutating func beginFurniture(_ word: RTFWord) throws(ReadingError) {
    guard group.destination == .text else { return }
    let isHeader = [.header, .headerl, .headerr, .headerf].contains(word)
    let pages: RTFStory.Pages =
      switch word {
      case .headerl, .footerl: .left
      case .headerf, .footerf: .first
      default: .all
      }
    try beginStory(.furniture(isHeader: isHeader, pages: pages))
  }

  /// The headers and footers that are on some page, each once; what repeats is counted as unread.
  mutating func shownFurniture() -> [PageFurniture] {
    var shown: [PageFurniture] = []
    var seen: Set<[String]> = []
    for piece in furniture {
      var pieces: [PageFurniture] = []
      for block in piece.blocks {
        block.forEachParagraph { paragraph in
          let isNumber = paragraph.location.paragraph.map {
            builder.pageNumberParagraphs.contains($0)
          }
          let kind: PageFurniture.Kind =
            isNumber ?? false ? .page : piece.isHeader ? .header : .footer
          pieces.append(PageFurniture(kind: kind, paragraph: paragraph))
        }
      }
      let isShown =
        switch piece.pages {
        case .all: true
        case .left: hasFacingPages
        case .first: hasTitlePage
        }
      let words =
        [piece.isHeader ? "header" : "footer"] + pieces.map(\.paragraph.text.inCanonicalOrder)
      if isShown, seen.insert(words).inserted {
        shown += pieces
      } else if !pieces.isEmpty {
        let name = piece.isHeader ? "header" : "footer"
        leaveOut(piece.blocks, element: piece.isHeader ? "w:hdr" : "w:ftr")
        builder.note(.repeatedFurniture, name)
      }
    }
    return shown
  }

  /// Counts text that was read as unread: no page shows it.
  private mutating func leaveOut(_ blocks: [SourceBlock], element: String) {
    var count = 0
    for block in blocks { block.forEachParagraph { count += $0.text.visibleCharacterCount } }
    builder.metCharacters -= count
    builder.skip(count, element: element)
  }
}
