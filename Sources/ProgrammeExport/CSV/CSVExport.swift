public import ProgrammeModel

/// Writes the tasks of programmes as one table, a row a task.
///
/// ```text
/// path,sha256,issuer,…,document,node,marker_path,section,marker,kind,role,task,text,…
/// 2023/q4.docx,9f86…,HUYỆN ỦY,…,q4.docx,1.2,I > 3,NHIỆM VỤ,3.,runin,task,1.2/1,Tiếp tục …
/// ```
///
/// The columns are named in the first row; several values in a cell are joined by ` | `, markers and
/// titles of a way down the tree by ` > `. `metadata(named:)` describes the columns for machines.
public struct CSVExport: Sendable {
  /// How the table is written.
  public var options: CSVOptions

  /// Makes an export.
  public init(options: CSVOptions = CSVOptions()) {
    self.options = options
  }

  /// The table of several documents, in their order.
  public func bytes(of programmes: [Programme]) -> [UInt8] {
    programmes.reduce(into: header) { $0 += rows(of: $1) }
  }

  /// What a table begins with: the byte order mark, where one is asked for, and the header row.
  public var header: [UInt8] {
    var rows = CSVWriter(options: options)
    rows.row(CSVColumn.all.map(\.name))
    return rows.bytes
  }

  /// The rows of one document, to follow the header or the rows of another one.
  public func rows(of programme: Programme) -> [UInt8] {
    var options = options
    options.hasByteOrderMark = false
    var rows = CSVWriter(options: options)
    let document = programme.documentCells
    programme.forEachTask { task in
      if options.roles.contains(task.task.role) { task.write(behind: document, to: &rows) }
    }
    return rows.bytes
  }
}

extension Programme {
  /// The cells that all rows of the document begin with.
  fileprivate var documentCells: [String] {
    [
      source.path, source.sha256, metadata.issuer, metadata.type, metadata.code,
      metadata.date.map { $0.edtf ?? $0.text }, metadata.subject, source.name,
    ].map { $0 ?? "" }
  }
}

extension PlacedTask {
  /// Writes the row of the task, in the order of `CSVColumn.all`.
  fileprivate func write(behind document: [String], to rows: inout CSVWriter) {
    for cell in document { rows.cell(cell) }
    rows.cell(node?.id ?? appendix ?? "")
    rows.cell(markers.joined(separator: " > "))
    rows.cell(sections.joined(separator: " > "))
    rows.cell(node?.marker?.text ?? "")
    rows.cell(node?.kind.rawValue ?? "")
    rows.cell(task.role.rawValue)
    rows.cell(task.id)
    rows.cell(task.text)
    rows.cell(task.continuing ? "true" : "false")
    rows.cell(task.lead)
    rows.cell(task.leadFrom?.rawValue ?? "")
    rows.cell(task.cooperating)
    rows.cell(task.deadline?.text ?? "")
    rows.cell(task.deadline?.edtf ?? "")
    rows.cell(task.product ?? "")
    rows.cell(task.targets.map(\.summary))
    rows.cell(referenceCells)
    rows.cell(quantityCells)
    rows.cell(location.csvCell)
    rows.endRow()
  }
}

// What stands in cells of several values, here and in the workbook.
extension PlacedTask {
  /// The documents cited, by their code, or by their name where they have none.
  package var referenceCells: [String] {
    facts.compactMap { fact in
      guard case .reference(let reference) = fact.value else { return nil }
      return reference.code ?? reference.title ?? fact.text
    }
  }

  /// The quantities, in the words of the text.
  package var quantityCells: [String] {
    facts.compactMap { fact in
      guard case .quantity = fact.value else { return nil }
      return fact.text
    }
  }
}

extension Location {
  /// The place in one cell: `word/document.xml#12`, or the number of a paragraph or line alone.
  package var csvCell: String {
    if let paragraph { return part.map { "\($0)#\(paragraph)" } ?? String(paragraph) }
    return line.map(String.init) ?? ""
  }
}
