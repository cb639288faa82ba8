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
    guard table.rows.count <= mostListedRows, table.rows.allSatisfy({ $0.cells.count <= 3 }) else {
      return false
    }
    var folded = FoldedText()
    guard table.rows.count <= mostRows else { return opensRecipients(table, &folded, lexicon) }
    var found = false
    for row in table.rows {
      for cell in row.cells {
        for case .paragraph(let paragraph) in cell.blocks where !found && !paragraph.text.isEmpty {
          let text = Line.trimmed(paragraph.text)
          folded.fold(text, limit: 60)
          found =
            folded.opens(with: [.motto, .recipients], in: lexicon)
            || (folded.count < 60 && SignatureLine.isAuthority(folded, in: lexicon))
            || (folded.count < 40 && !table.hasBorders && table.rows.count <= mostSignatureRows
              && SignatureLine.isPosition(folded, in: lexicon) && folded.capitals[0]
              && folded.capitals[1])
        }
      }
    }
    return found
  }

  /// Whether the first row opens the recipients.
  private static func opensRecipients(
    _ table: SourceTable, _ folded: inout FoldedText, _ lexicon: Lexicon
  ) -> Bool {
    for cell in table.rows.first?.cells ?? [] {
      for case .paragraph(let paragraph) in cell.blocks where !paragraph.text.isEmpty {
        folded.fold(
          Line.trimmed(paragraph.text), limit: 60)
        if folded.opens(with: .recipients, in: lexicon) { return true }
      }
    }
    return false
  }
}
