/// A cell of a workbook: a text, and what it is to a spreadsheet program.
public struct WorkbookCell: Hashable, Sendable {
  /// What a cell is.
  enum Kind: UInt8 {
    /// Letters as they stand: never a number, never a formula.
    case text = 0x74  // t
    /// A number.
    case number = 0x6E  // n
    /// A day, `YYYY-MM-DD`.
    case date = 0x64  // d
    /// The path of the document's file, which it leads to.
    case file = 0x66  // f
    /// The path of the document, which leads to its row among the documents.
    case document = 0x72  // r
  }

  /// What it is.
  var kind: Kind

  /// What stands in it.
  var text: String

  /// A cell with nothing in it.
  static let empty = text(nil)

  /// A text.
  static func text(_ text: String?) -> WorkbookCell { WorkbookCell(kind: .text, text: text ?? "") }

  /// Several values, joined as in CSV.
  static func texts(_ texts: [String]) -> WorkbookCell { text(texts.joined(separator: " | ")) }

  /// A number.
  static func number(_ number: Int) -> WorkbookCell {
    WorkbookCell(kind: .number, text: String(number))
  }

  /// A number.
  static func number(_ number: Double) -> WorkbookCell {
    WorkbookCell(kind: .number, text: number.description)
  }

  /// A day `YYYY-MM-DD`, or nothing.
  static func date(_ day: String?) -> WorkbookCell {
    day.map { WorkbookCell(kind: .date, text: $0) } ?? .empty
  }
}

/// A row of one of the sheets.
public struct WorkbookRow: Hashable, Sendable {
  /// The sheet.
  public var sheet: WorkbookSheet

  /// The cells in the order of the sheet's columns.
  public var cells: [WorkbookCell]
}

// Rows go from the threads that read documents to the one that writes the workbook as bytes.

extension WorkbookRow {
  /// What stands between two cells, and behind a row: signs that no text of a cell has.
  private static let (cellEnd, rowEnd) = (UInt8(0x1F), UInt8(0x1E))

  /// The bytes of rows; `rows(of:)` gives them back.
  public static func bytes(of rows: [WorkbookRow]) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in rows {
      bytes.append(contentsOf: row.sheet.rawValue.utf8)
      for cell in row.cells {
        bytes.append(cellEnd)
        bytes.append(cell.kind.rawValue)
        // A spreadsheet cannot show these two signs, and would not keep them.
        bytes.append(contentsOf: cell.text.utf8.map { $0 == cellEnd || $0 == rowEnd ? 0x20 : $0 })
      }
      bytes.append(rowEnd)
    }
    return bytes
  }

  /// The rows that bytes hold.
  public static func rows(of bytes: [UInt8]) -> [WorkbookRow] {
    bytes.split(separator: rowEnd).compactMap { row in
      let cells = row.split(separator: cellEnd, omittingEmptySubsequences: false)
      guard let sheet = WorkbookSheet(rawValue: String(decoding: cells[0], as: UTF8.self)) else {
        return nil
      }
      return WorkbookRow(
        sheet: sheet,
        cells: cells.dropFirst().map { cell in
          WorkbookCell(
            kind: cell.first.flatMap(WorkbookCell.Kind.init) ?? .text,
            text: String(decoding: cell.dropFirst(), as: UTF8.self))
        })
    }
  }
}
