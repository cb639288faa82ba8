internal import ProgrammeModel
internal import VietnameseText

/// Reads a document of Word 97-2003 (.doc, .dot).
///
/// The text of all stories lies one behind the other. A paragraph's properties are those at its mark, a
/// table is told by how deep its paragraphs say they stand, and what notes, headers and text boxes hold is
/// found by positions. The builder does what all Word documents have in common.
struct BinaryReader: ~Copyable {
  /// What the file holds.
  let document: BinaryDocument
  /// What makes blocks of it.
  var builder: WordBuilder
  /// The characters of the body that refer to notes, in order.
  var noteReferences: [NoteMark] = []
  /// The text boxes and drawn words of the body and of headers.
  var drawings = Drawings()
  /// The texts of text boxes, once one is read.
  var textBoxes: [Story: [StoryText]] = [:]
  /// The text boxes that are read, by story and number.
  var readTextBoxes: Set<[Int]> = []
  /// The sections of the body.
  let sections: [Section]

  /// How many bytes of lists of the stream `Data` paragraphs took.
  private var dataBytes = 0
  /// How many they may take: lists may lie over one another there, and real documents have few.
  private static let mostDataBytes = 64 << 20

  /// The fonts, by their indices among names, whose codes are pictures.
  private let symbolFonts: Set<Int32>
  private var looks: [LookKey: CharacterLook] = [:]

  /// What a look depends on.
  private struct LookKey: Hashable {
    var offset: Int
    var modifier: Int
    var style: Int32?
    var table: Int32?
  }

  /// Starts to read.
  private init(
    _ document: BinaryDocument, named name: String, limits: ReadingLimits, budget: ReadingBudget
  ) {
    self.document = document
    sections = Section.all(in: document)
    symbolFonts = Set(
      document.fonts.fonts.lazy.filter { $0.isSymbol && SymbolFont(named: $0.name) != nil }
        .compactMap(\.index))
    builder = WordBuilder(
      file: name, part: Story.main.name, styles: document.sheet.styles,
      numbering: document.numbering, fonts: document.fontNames, limits: limits, budget: budget)
    builder.diagnostics = document.diagnostics
  }

  /// Reads the document in a container.
  static func read(
    _ container: CompoundFile, named name: String, limits: ReadingLimits
  ) throws(ReadingError) -> Outcome<SourceDocument> {
    let document = try BinaryDocument(container, named: name, limits: limits)
    var reader = BinaryReader(
      document, named: name, limits: limits, budget: ReadingBudget(limits))
    try reader.builder.use(
      document.sheet.styles.list.count
        + Numbering.levelCount
        * (document.numbering.abstracts.count + document.numbering.instances.count),
      of: .definitions)
    return try reader.readAll(named: name)
  }

  private mutating func readAll(named name: String) throws(ReadingError) -> Outcome<SourceDocument>
  {
    var source = SourceDocument(name: name, format: .doc)
    noteReferences = NoteMark.all(in: document)
    drawings = Drawings(document)
    let body = try texts(of: .main, cutAt: [document.range(of: .main)])
    var flow = BlockFlow(isBody: true)
    for text in body {
      source.paragraphCount = text.paragraphs.last?.number ?? 0
      try readBlocks(of: text, into: &flow)
    }
    if sections.last?.isContinuous ?? false { flow.joinPages() }
    builder.finish(&flow)
    source.blocks = flow.blocks
    source.notes = try notes(.footnote) + notes(.endnote)
    source.furniture = try furniture()
    source.blocks += try looseTextBoxes(of: .textBoxes)
    source.furniture += pieces(of: try looseTextBoxes(of: .headerTextBoxes), isHeader: true)
    try countComments()
    source.fonts = builder.fonts.names
    builder.complete(&source)
    return Outcome(source, diagnostics: builder.diagnostics)
  }
}

// Properties.
extension BinaryReader {
  /// What the properties of a run say, in a paragraph of a style.
  mutating func look(
    of run: BinaryDocument.PropertyRun, style: Int32?, inTable table: Int32?
  ) -> CharacterLook {
    let key = LookKey(offset: run.offset, modifier: run.modifier, style: style, table: table)
    if let known = looks[key] { return known }
    let base = builder.styles.base(of: style, inTable: table)
    var look = CharacterLook(run: base)
    for list in document.lists(of: run) {
      look.apply(
        list, over: base, fonts: document.fonts, styles: document.sheet.characterLists)
    }
    looks[key] = look
    return look
  }

  /// Whether a font has pictures in the place of letters.
  func isSymbol(_ font: Int32?) -> Bool {
    font.map { symbolFonts.contains($0) } ?? false
  }

  /// The style of a paragraph, an index into the styles; the first where its number is none.
  func style(of paragraph: StoryText.Paragraph) -> Int32? {
    let styles = builder.styles.list
    let style = styles.indices.contains(paragraph.record.style) ? paragraph.record.style : 0
    return styles.isEmpty ? nil : Int32(truncatingIfNeeded: style)
  }
}

// Stories.
extension BinaryReader {
  /// Cuts the parts of a story into paragraphs, which are counted through the story.
  mutating func texts(
    of story: Story, cutAt ranges: [Range<Int>]
  ) throws(ReadingError) -> [StoryText] {
    var texts: [StoryText] = []
    var number = 0
    for range in ranges {
      var text = StoryText()
      (text.fieldMarks, text.openFields) = document.fieldMarks(in: range)
      if text.openFields > 0 { builder.note(.openFields, String(text.openFields)) }
      try cut(range, of: story, into: &text, countingFrom: &number)
      texts.append(text)
    }
    return texts
  }

  private mutating func cut(
    _ range: Range<Int>, of story: Story, into text: inout StoryText, countingFrom number: inout Int
  ) throws(ReadingError) {
    let characters = document.pieces.characters
    var start = range.lowerBound
    var field = 0
    var codeDepth = 0
    for position in range {
      while field < text.fieldMarks.count, text.fieldMarks[field].position <= position {
        codeDepth = text.fieldMarks[field].codeDepth
        field += 1
      }
      let character = characters[position]
      guard
        character == Mark.cell || character == Mark.paragraph
          || character == Mark.page && story == .main
      else { continue }
      var section: Int?
      if character == Mark.page {
        section = sectionEnding(behind: position)
        if section == nil { continue }
      }
      // The mark of a paragraph in a code is no more text than the code.
      if character == Mark.paragraph, codeDepth > 0 {
        number += 1
        continue
      }
      try append(
        start..<position, endsCell: character == Mark.cell, section, to: &text, &number)
      start = position + 1
    }
    if start < range.upperBound {
      try append(start..<range.upperBound, endsCell: false, nil, to: &text, &number)
    }
  }

  private mutating func append(
    _ range: Range<Int>, endsCell: Bool, _ section: Int?, to text: inout StoryText,
    _ number: inout Int
  ) throws(ReadingError) {
    try builder.use(1, of: .paragraphs)
    var record = ParagraphRecord()
    if let index = BinaryDocument.index(of: range.upperBound, in: document.paragraphRuns) {
      let run = document.paragraphRuns[index]
      if run.offset > 0 {
        // The list of a paragraph begins with its style (2.9.114).
        let list = document.information.main.clipped(at: run.offset, count: run.count)
        record.style = list.uint16(at: 0) ?? 0
      }
      for (index, list) in document.lists(of: run).enumerated() {
        let skipped = index == 0 && run.offset > 0 ? 2 : 0
        record.apply(
          list.clipped(at: skipped, count: list.count),
          data: dataBytes < Self.mostDataBytes ? document.data : .empty)
      }
      dataBytes += record.dataBytes
    }
    var paragraph = StoryText.Paragraph(
      start: range.lowerBound, end: range.upperBound, record: record, number: number,
      endsCell: endsCell || record.endsInnerCell || record.endsRow, endingSection: section)
    if !paragraph.isRowMark {
      number += 1
      paragraph.number = number
    }
    text.paragraphs.append(paragraph)
  }

  /// Counts the visible characters of a stretch that is not read, without codes of fields and what is
  /// deleted.
  mutating func visibleCharacters(in range: Range<Int>) -> Int {
    let fieldMarks = document.fieldMarks(in: range).marks
    var letters: [UInt16] = []
    var codeDepth = 0
    var field = 0
    var run = BinaryDocument.index(of: range.lowerBound, in: document.characterRuns) ?? 0
    for position in range {
      while field < fieldMarks.count, fieldMarks[field].position <= position {
        codeDepth = fieldMarks[field].codeDepth
        field += 1
      }
      while run + 1 < document.characterRuns.count,
        document.characterRuns[run + 1].start <= position
      {
        run += 1
      }
      let character = document.pieces.characters[position]
      guard character > Mark.blank, codeDepth == 0,
        !look(of: document.characterRuns[run], style: nil, inTable: nil).isDeleted
      else { continue }
      letters.append(character)
    }
    return String(decoding: letters, as: UTF16.self).visibleCharacterCount
  }
}
