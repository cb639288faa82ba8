internal import ProgrammeModel

/// The marks of Markdown in a text file, as programmes that read scanned pages write them.
///
/// ```text
/// # THÔNG TƯ                     a heading: bold
/// **KT. THỐNG ĐỐC**              bold
/// *Hà Nội, ngày 28 tháng 6 …*    italic
/// | STT | Việc |                 a table, where `|---|---|` follows
/// ```
///
/// The marks are looks, not text: runs say what they mean, and they are counted as unread. A text with less
/// than three headings and bold lines is no Markdown, and its stars stay.
struct MarkdownMarks {
  /// How many headings and bold lines make a text Markdown.
  private static let fewestMarks = 3

  private var blocks: [SourceBlock] = []
  private var removed = 0

  /// Takes the marks out of a document that has some.
  static func remove(from document: inout SourceDocument) {
    var count = 0
    for case .paragraph(let paragraph) in document.blocks
    where headingLength(paragraph.text.utf8) > 0 || isBoldLine(paragraph.text.utf8) {
      count += 1
      if count == fewestMarks { break }
    }
    guard count == fewestMarks else { return }
    var marks = MarkdownMarks()
    marks.blocks.reserveCapacity(document.blocks.count)
    marks.read(document.blocks)
    document.blocks = marks.blocks
    if marks.removed > 0 {
      document.unread.append(
        UnreadContent(part: "text", element: "markdown", count: marks.removed))
    }
  }

  private mutating func read(_ source: [SourceBlock]) {
    var index = 0
    while index < source.count {
      if let end = MarkdownMarks.tableEnd(source, from: index) {
        appendTable(source[index..<end])
        index = end
        continue
      }
      if case .paragraph(let paragraph) = source[index] {
        let plain = self.plain(paragraph)
        if !plain.text.isEmpty { blocks.append(.paragraph(plain)) }
      } else {
        blocks.append(source[index])
      }
      index += 1
    }
  }

  // MARK: Headings and emphasis

  /// How many bytes the marks of a heading and the blank behind them take, 0 where there are none.
  private static func headingLength(_ bytes: String.UTF8View) -> Int {
    let count = bytes.prefix(7).prefix { $0 == UInt8(ascii: "#") }.count
    guard count > 0, count <= 6, bytes.dropFirst(count).first == 0x20 else { return 0 }
    return count + 1
  }

  /// Whether all of the line is bold.
  private static func isBoldLine(_ bytes: String.UTF8View) -> Bool {
    bytes.first == star && bytes.count > 5 && bytes.dropFirst().first == star
      && bytes.suffix(2).allSatisfy { $0 == star } && bytes.dropFirst(2).first != star
  }

  private static let star = UInt8(ascii: "*")

  /// The paragraph without its marks.
  private mutating func plain(_ paragraph: SourceParagraph) -> SourceParagraph {
    let bytes = Array(paragraph.text.utf8)
    let heading = MarkdownMarks.headingLength(paragraph.text.utf8)
    let stars = MarkdownMarks.stars(in: bytes[heading...])
    guard heading > 0 || !stars.isEmpty || bytes.contains(UInt8(ascii: "\\")) else {
      return paragraph
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var runs: [TextRun] = []
    var style: RunStyle = heading > 0 ? .bold : []
    var index = heading
    var next = 0
    while index < bytes.count {
      if next < stars.count, stars[next].start == index {
        if let last = runs.last?.end ?? (text.isEmpty ? nil : 0), last < text.count {
          runs.append(TextRun(end: text.count, font: nil, style: style))
        }
        if heading == 0 || stars[next].length == 1 {
          style.formSymmetricDifference(stars[next].length == 2 ? .bold : .italic)
        }
        index += stars[next].length
        next += 1
      } else if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count,
        MarkdownMarks.isEscaped(bytes[index + 1])
      {
        text.append(bytes[index + 1])
        removed += 1
        index += 2
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    if text.count > runs.last?.end ?? 0 {
      runs.append(TextRun(end: text.count, font: nil, style: style))
    }
    removed += max(heading - 1, 0) + stars.reduce(0) { $0 + $1.length }
    var plain = paragraph
    plain.text = String(decoding: text, as: UTF8.self)
    plain.runs = runs
    return plain
  }

  /// The stars of a line that open and close emphasis, where they come in pairs.
  private static func stars(in bytes: ArraySlice<UInt8>) -> [(start: Int, length: Int)] {
    var double: [(start: Int, length: Int)] = []
    var single: [(start: Int, length: Int)] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == star, index == bytes.startIndex || bytes[index - 1] != 0x5C else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.endIndex, bytes[end] == star { end += 1 }
      let isBetweenBlanks =
        (index == bytes.startIndex || bytes[index - 1] == 0x20)
        && (end == bytes.endIndex || bytes[end] == 0x20)
      switch end - index {
      case 1 where !isBetweenBlanks: single.append((index, 1))
      case 2 where !isBetweenBlanks: double.append((index, 2))
      case 3 where !isBetweenBlanks:
        double.append((index, 2))
        single.append((index + 2, 1))
      default: break
      }
      index = end
    }
    if !double.count.isMultiple(of: 2) { double = [] }
    if !single.count.isMultiple(of: 2) { single = [] }
    return (double + single).sorted { $0.start < $1.start }
  }

  /// Whether a backslash before the byte only says that it is no mark.
  private static func isEscaped(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "-"), star, UInt8(ascii: "#"), UInt8(ascii: "_"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "+"), UInt8(ascii: "|"):
      true
    default: false
    }
  }

  // MARK: Tables

  /// The block behind a table that starts here, or `nil` where none does.
  private static func tableEnd(_ source: [SourceBlock], from start: Int) -> Int? {
    guard isRow(source[start]), start + 1 < source.count, isDivider(source[start + 1]) else {
      return nil
    }
    var end = start + 2
    while end < source.count, isRow(source[end]) { end += 1 }
    return end
  }

  private static func isRow(_ block: SourceBlock) -> Bool {
    guard case .paragraph(let paragraph) = block else { return false }
    return paragraph.text.utf8.first == UInt8(ascii: "|")
  }

  /// Whether the line divides the header of a table from its rows: `|---|:---:|`.
  private static func isDivider(_ block: SourceBlock) -> Bool {
    guard case .paragraph(let paragraph) = block, isRow(block) else { return false }
    return paragraph.text.utf8.contains(UInt8(ascii: "-"))
      && paragraph.text.utf8.allSatisfy {
        $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == 0x20
      }
  }

  private mutating func appendTable(_ lines: ArraySlice<SourceBlock>) {
    var rows: [SourceRow] = []
    var location = Location(line: 0)
    for (place, line) in lines.enumerated() {
      guard case .paragraph(let paragraph) = line else { continue }
      if place == 0 { location = paragraph.location }
      removed += paragraph.text.utf8.count { $0 == UInt8(ascii: "|") }
      if place == 1 {
        removed += paragraph.text.utf8.count { $0 != UInt8(ascii: "|") && $0 != 0x20 }
        continue
      }
      rows.append(SourceRow(cells: cells(of: paragraph), isHeader: place == 0))
    }
    blocks.append(.table(SourceTable(rows: rows, hasBorders: true, location: location)))
  }

  private mutating func cells(of row: SourceParagraph) -> [SourceCell] {
    var pieces = row.text.utf8.dropFirst().split(
      separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
    if pieces.last?.allSatisfy({ $0 == 0x20 }) == true { pieces.removeLast() }
    return pieces.enumerated().map { column, piece in
      let words = piece.drop { $0 == 0x20 }
      var cell = row
      cell.text = String(
        Substring(words.prefix(words.count - words.reversed().prefix { $0 == 0x20 }.count)))
      cell = plain(cell)
      return SourceCell(blocks: cell.text.isEmpty ? [] : [.paragraph(cell)], column: column)
    }
  }
}
