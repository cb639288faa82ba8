public import ProgrammeModel

/// Writes a document as plain text: every number and bullet as printed on the page, one paragraph a
/// line.
///
/// ```text
/// II. CÔNG TÁC XÂY DỰNG ĐẢNG
/// 1. Công tác dân vận: Tiếp tục …
/// STT⇥Nhiệm vụ⇥Thời gian          a row of a table with borders; cells are joined by tabs
/// ```
///
/// A table without borders only lays out the page, so its paragraphs stand one a line like all others.
/// Notes follow the body, then what every page repeats. The bytes are UTF-8.
public struct TextExport: Sendable {
  /// Makes an export.
  public init() {}

  /// The text of a document.
  public func bytes(of document: SourceDocument) -> [UInt8] {
    var text = PlainText()
    text.bytes.reserveCapacity(1024 + min(document.characterCount, 1 << 24) * 2)
    for block in document.blocks { text.append(block) }
    for note in document.notes {
      text.open("[\(note.id)] ")
      for block in note.blocks { text.append(block) }
    }
    for piece in document.furniture { text.append(piece.paragraph) }
    return text.bytes
  }
}

/// The text as far as it is written.
private struct PlainText {
  var bytes: [UInt8] = []

  /// What the next line begins with.
  private var opening = ""

  mutating func open(_ text: String) {
    opening = text
  }

  mutating func append(_ block: SourceBlock) {
    switch block {
    case .paragraph(let paragraph): append(paragraph)
    case .table(let table) where table.hasBorders:
      for row in table.rows { append(row) }
    case .table: block.forEachParagraph { append($0) }
    }
  }

  mutating func append(_ paragraph: SourceParagraph) {
    guard paragraph.isVisible else { return }
    bytes.append(contentsOf: opening.utf8)
    opening = ""
    appendOnOneLine(paragraph, tab: UInt8(ascii: "\t"))
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ row: SourceRow) {
    let start = bytes.count
    var isBlank = true
    for (place, cell) in row.cells.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: "\t")) }
      var isFirst = true
      for block in cell.blocks {
        block.forEachParagraph { paragraph in
          guard paragraph.isVisible else { return }
          if !isFirst { bytes.append(UInt8(ascii: " ")) }
          appendOnOneLine(paragraph, tab: UInt8(ascii: " "))
          isFirst = false
          isBlank = false
        }
      }
    }
    if isBlank {
      bytes.removeLast(bytes.count - start)
    } else {
      bytes.append(UInt8(ascii: "\n"))
    }
  }

  /// Appends label and text; line breaks inside become blanks.
  private mutating func appendOnOneLine(_ paragraph: SourceParagraph, tab: UInt8) {
    if let label = paragraph.label, !label.text.isEmpty {
      bytes.append(contentsOf: label.text.utf8)
      bytes.append(UInt8(ascii: " "))
    }
    for byte in paragraph.text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "\t"): bytes.append(tab)
      default: bytes.append(byte)
      }
    }
  }
}

extension SourceParagraph {
  /// Whether it prints anything.
  fileprivate var isVisible: Bool {
    if let label, !label.text.isEmpty { return true }
    return text.utf8.contains { $0 > UInt8(ascii: " ") }
  }
}
