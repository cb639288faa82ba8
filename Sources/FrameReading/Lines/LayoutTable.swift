internal import DocumentLines
internal import ProgrammeModel
internal import VietnameseLanguage
internal import VietnameseText

/// Telling a table that lays out the page from one that holds data.
enum LayoutTable {
  /// How many rows a letterhead or a signature has at most.
  private static let mostRows = 12

  /// How many rows there are at most where every recipient has one.
  private static let mostListedRows = 40

  /// How many rows a signature without authority has at most: position, remark, name.
  private static let mostSignatureRows = 3

  /// Whether the cells are parts of the page: a letterhead, recipients beside a signature, or a box
  /// around text.
  static func isLayout(_ table: SourceTable, in lexicon: Lexicon) -> Bool {
    if table.rows.allSatisfy({ $0.cells.count <= 1 }) { return true }
    guard table.rows.count <= mostListedRows else { return false }
    var folded = FoldedText()
    let opensRecipients =
      table.rows.first.map { row in
        holds(row) { blocks in
          openings(of: blocks, &folded) { $0.opens(with: .recipients, in: lexicon) }
        }
      } ?? false
    if table.rows.contains(where: { $0.cells.count > 3 }) {
      return opensRecipients && isShort(table)
    }
    if opensRecipients { return true }
    guard table.rows.count <= mostRows else { return false }
    return isSigned(table, in: lexicon) || holdsSigners(table, in: lexicon)
      || table.rows.contains { row in
        holds(row) { blocks in
          openings(of: blocks, &folded) { text in
            text.opens(with: [.motto, .recipients], in: lexicon)
              || SignatureLine.isAuthority(text, in: lexicon)
              || (text.count < 40 && !table.hasBorders && table.rows.count <= mostSignatureRows
                && SignatureLine.isPosition(text, in: lexicon)
                && text.capitals[0] && text.capitals[1])
          }
        }
      }
  }

  /// Whether positions in whatever letters stand above remarks such as `(Ký, họ tên)`.
  private static func isSigned(_ table: SourceTable, in lexicon: Lexicon) -> Bool {
    guard !table.hasBorders, table.rows.count <= mostSignatureRows else { return false }
    var folded = FoldedText()
    var (hasPosition, hasRemark) = (false, false)
    for row in table.rows {
      _ = holds(row) { blocks in
        openings(of: blocks, &folded) { text in
          hasPosition =
            hasPosition || text.count < 40 && SignatureLine.isPosition(text, in: lexicon)
          hasRemark =
            hasRemark
            || text.codes.first == UInt8(ascii: "(") && SignatureLine.isSigned(text, in: lexicon)
          return false
        }
      }
    }
    return hasPosition && hasRemark
  }

  /// Whether every column that is not blank opens with a position and ends with a name, in whatever letters:
  /// `Người lập biểu | Kế toán trưởng | Giám đốc`; without borders, the names of some may be missing.
  private static func holdsSigners(_ table: SourceTable, in lexicon: Lexicon) -> Bool {
    guard table.rows.count <= mostSignatureRows,
      let width = table.rows.first?.cells.count, width > 1,
      table.rows.allSatisfy({ $0.cells.count == width })
    else { return false }
    let columns = (0..<width).map { column in
      table.rows.flatMap { paragraphs(of: $0.cells[column].blocks) }
    }.filter { !$0.isEmpty }
    guard columns.count > 1,
      columns.allSatisfy({ $0[0].count < 40 && SignatureLine.isPosition($0[0], in: lexicon) })
    else { return false }
    let signed = columns.count { texts in
      guard texts.count > 1, let last = texts.last, last.count < 40 else { return false }
      return SignatureLine.isName(last, in: lexicon)
    }
    let isBlank = { (texts: [FoldedText]) in texts.count == 1 }
    return signed == columns.count
      || !table.hasBorders && signed > 0 && signed + columns.count(where: isBlank) == columns.count
  }

  /// The paragraphs of a cell that are not blank.
  private static func paragraphs(of blocks: [SourceBlock]) -> [FoldedText] {
    blocks.compactMap { block in
      guard case .paragraph(let paragraph) = block else { return nil }
      let text = Line.trimmed(paragraph.text)
      return text.isEmpty ? nil : FoldedText(text)
    }
  }

  /// Whether a table of many columns holds recipients and signature and no more, such as notes below them.
  private static func isShort(_ table: SourceTable) -> Bool {
    var count = 0
    for row in table.rows.dropFirst() {
      for cell in row.cells where !isEmpty(cell.blocks) { count += cell.blocks.count }
    }
    return table.rows.count <= mostRows && count <= mostParagraphs
  }

  /// The most paragraphs below the first row of such a table: position, remark and name, some of them blank.
  private static let mostParagraphs = 10

  private static func holds(_ row: SourceRow, _ isWanted: ([SourceBlock]) -> Bool) -> Bool {
    row.cells.contains { isWanted($0.blocks) }
  }

  /// Whether the opening of a paragraph is as wanted, in the tables among the blocks too.
  private static func openings(
    of blocks: [SourceBlock], _ folded: inout FoldedText, _ isWanted: (FoldedText) -> Bool
  ) -> Bool {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        guard !paragraph.text.isEmpty else { continue }
        folded.fold(Line.trimmed(paragraph.text), limit: 60)
        if folded.count > 0, isWanted(folded) { return true }
      case .table(let table):
        for row in table.rows {
          for cell in row.cells where openings(of: cell.blocks, &folded, isWanted) { return true }
        }
      }
    }
    return false
  }

  private static func isEmpty(_ blocks: [SourceBlock]) -> Bool {
    blocks.allSatisfy {
      if case .paragraph(let paragraph) = $0 { Line.trimmed(paragraph.text).isEmpty } else { false }
    }
  }
}
