internal import ProgrammeModel
internal import VietnameseText

/// Makes blocks of the tags and texts of an HTML page.
struct HTMLBuilder {
  /// A list that is open.
  private struct OpenList {
    var isOrdered: Bool
    var number = 0
    var place: Int
  }

  /// A table that is open, with the blocks that stood before it.
  private struct OpenTable {
    var outer: [SourceBlock]
    var rows: [SourceRow] = []
    var cells: [SourceCell] = []
    var isHeader = false
  }

  /// The blocks so far, of the innermost table's cell where one is open.
  private(set) var blocks: [SourceBlock] = []
  /// How many visible characters were met.
  private(set) var metCharacters = 0
  /// How many paragraphs were made.
  private(set) var paragraphCount = 0

  private var bytes: [UInt8] = []
  private var runs: [TextRun] = []
  private var label: ListLabel?
  private var heading: Int?
  private var lists: [OpenList] = []
  private var listCount = 0
  private var tables: [OpenTable] = []
  private var silence = 0
  private var emphasis: [RunStyle: Int] = [:]
  private var isPreformatted = false

  /// More lists or tables in one another than that are read as if they were beside one another.
  private static let mostOpen = 32

  mutating func start(_ tag: HTMLTag) {
    if Self.isSilent(tag) { silence += 1 }
    guard silence == 0 else { return }
    if let style = Self.style(of: tag) {
      closeRun()
      emphasis[style, default: 0] += 1
    }
    switch tag {
    case .br: if !bytes.isEmpty { bytes.append(0x0A) }
    case .ul, .ol:
      endParagraph()
      listCount += 1
      if lists.count < Self.mostOpen {
        lists.append(OpenList(isOrdered: tag == .ol, place: listCount))
      }
    case .li:
      endParagraph()
      startItem()
    case .table:
      endParagraph()
      guard tables.count < Self.mostOpen else { break }
      tables.append(OpenTable(outer: blocks))
      blocks = []
    case .tr, .td, .th:
      endParagraph()
      if tag == .th, let table = tables.indices.last { tables[table].isHeader = true }
      if tag == .tr, let table = tables.indices.last, tables[table].cells.isEmpty {
        // A caption stands before its table.
        tables[table].outer += blocks
        blocks = []
      }
    case _ where Self.isBlock(tag):
      endParagraph()
      heading = Self.headings.firstIndex(of: tag)
      isPreformatted = tag == .pre
    default: break
    }
  }

  mutating func end(_ tag: HTMLTag) {
    if Self.isSilent(tag) {
      silence = max(0, silence - 1)
      return
    }
    guard silence == 0 else { return }
    if let style = Self.style(of: tag) {
      closeRun()
      emphasis[style] = max(0, (emphasis[style] ?? 0) - 1)
    }
    switch tag {
    case .ul, .ol:
      endParagraph()
      _ = lists.popLast()
    case .td, .th: endCell()
    case .tr: endRow()
    case .table: endTable()
    case .li: endParagraph()
    case _ where Self.isBlock(tag):
      endParagraph()
      heading = nil
      isPreformatted = false
    default: break
    }
  }

  /// Adds text; white space is one blank, except in `pre`.
  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    guard silence == 0 else { return }
    metCharacters += unsafe text.visibleCharacterCount
    if isPreformatted {
      unsafe bytes.append(contentsOf: text)
      return
    }
    for index in text.indices {
      let byte = unsafe text[index]
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        if let last = bytes.last, last != 0x20, last != 0x0A { bytes.append(0x20) }
      } else {
        bytes.append(byte)
      }
    }
  }

  /// Ends everything that is still open.
  mutating func endPage() {
    endParagraph()
    while !tables.isEmpty { endTable() }
  }

  private mutating func startItem() {
    guard let list = lists.indices.last else { return }
    lists[list].number += 1
    label = ListLabel(
      text: lists[list].isOrdered ? "\(lists[list].number)." : "•", level: min(list, 8),
      list: lists[list].place, value: lists[list].isOrdered ? lists[list].number : nil)
  }

  private mutating func closeRun() {
    guard bytes.count > runs.last?.end ?? 0 else { return }
    var style: RunStyle = []
    for (one, depth) in emphasis where depth > 0 { style.insert(one) }
    runs.append(TextRun(end: bytes.count, font: nil, style: style))
  }

  private mutating func endParagraph() {
    closeRun()
    while let last = bytes.last, last == 0x20 || last == 0x0A { bytes.removeLast() }
    defer {
      bytes.removeAll(keepingCapacity: true)
      runs.removeAll(keepingCapacity: true)
    }
    guard !bytes.isEmpty else { return }
    paragraphCount += 1
    while let last = runs.last, last.end > bytes.count {
      runs.removeLast()
      if runs.last?.end ?? 0 < bytes.count {
        runs.append(TextRun(end: bytes.count, font: nil, style: last.style))
      }
    }
    blocks.append(
      .paragraph(
        SourceParagraph(
          text: String(decoding: bytes, as: UTF8.self), runs: runs, label: label,
          format: ParagraphFormat(outlineLevel: heading),
          location: Location(line: paragraphCount))))
    label = nil
  }

  private mutating func endCell() {
    endParagraph()
    guard let table = tables.indices.last else { return }
    tables[table].cells.append(SourceCell(blocks: blocks, column: tables[table].cells.count))
    blocks = []
  }

  private mutating func endRow() {
    if !bytes.isEmpty { endCell() }
    guard let table = tables.indices.last, !tables[table].cells.isEmpty else { return }
    tables[table].rows.append(
      SourceRow(cells: tables[table].cells, isHeader: tables[table].isHeader))
    tables[table].cells = []
    tables[table].isHeader = false
  }

  private mutating func endTable() {
    endParagraph()
    endRow()
    guard let table = tables.popLast() else { return }
    let left = blocks
    blocks = table.outer
    if !table.rows.isEmpty {
      let place = Location(line: max(paragraphCount, 1))
      blocks.append(.table(SourceTable(rows: table.rows, hasBorders: true, location: place)))
    }
    blocks += left
  }

  private static let headings: [HTMLTag] = [.h1, .h2, .h3, .h4, .h5, .h6]

  private static func isSilent(_ tag: HTMLTag) -> Bool {
    [.script, .style, .title, .template].contains(tag)
  }

  private static func isBlock(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .p, .div, .hr, .h1, .h2, .h3, .h4, .h5, .h6, .pre, .blockquote, .dl, .dt, .dd, .section,
      .article, .header, .footer, .center, .caption, .body, .html:
      true
    default: false
    }
  }

  private static func style(of tag: HTMLTag) -> RunStyle? {
    switch tag {
    case .b, .strong: .bold
    case .i, .em: .italic
    case .u: .underlined
    default: nil
    }
  }
}
