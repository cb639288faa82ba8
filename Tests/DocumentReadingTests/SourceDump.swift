import ProgrammeModel
import TestSupport

@testable import DocumentReading

/// A document as text, one paragraph a line, for comparing at a glance.
///
/// A label stands before its text as printed. Cells of a row are joined by ` | ` and rows stand behind
/// `║`; `\n` and `\t` show as ⏎ and ⇥.
func dump(_ document: SourceDocument) -> String {
  var lines: [String] = document.blocks.flatMap(dump)
  for note in document.notes {
    lines += note.blocks.flatMap(dump).map { "\(note.kind.rawValue) \(note.id): \($0)" }
  }
  for piece in document.furniture {
    lines.append("\(piece.kind.rawValue): \(dump(piece.paragraph))")
  }
  return lines.joined(separator: "\n")
}

private func dump(_ block: SourceBlock) -> [String] {
  switch block {
  case .paragraph(let paragraph): return [dump(paragraph)]
  case .table(let table):
    return table.rows.map { row in
      "║ "
        + row.cells.map { cell in
          cell.continuesAbove ? "^" : cell.blocks.flatMap(dump).joined(separator: " / ")
        }.joined(separator: " | ")
    }
  }
}

private func dump(_ paragraph: SourceParagraph) -> String {
  let text = paragraph.text.replacing("\n", with: "⏎").replacing("\t", with: "⇥")
  return paragraph.label.map { text.isEmpty ? $0.text : "\($0.text) \(text)" } ?? text
}

/// Reads a document that was built in memory.
func read(
  _ docx: DocxBuilder, limits: ReadingLimits = ReadingLimits()
) throws(ReadingError) -> SourceDocument {
  try DocumentReader(limits: limits).read(docx.bytes(), named: "test.docx").value
}

/// Reads a document whose body is given and dumps it.
func dump(body: String) throws -> String {
  dump(try read(DocxBuilder(body: body)))
}

/// A paragraph of plain text.
func p(_ text: String, _ properties: String = "") -> String {
  let format = properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>"
  return "<w:p>\(format)<w:r><w:t>\(text)</w:t></w:r></w:p>"
}

/// A paragraph in a list.
func item(_ text: String, _ list: Int, _ level: Int? = 0, style: String? = nil) -> String {
  let styled = style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? ""
  let leveled = level.map { "<w:ilvl w:val=\"\($0)\"/>" } ?? ""
  return p(text, "\(styled)<w:numPr>\(leveled)<w:numId w:val=\"\(list)\"/></w:numPr>")
}

/// A level of a list.
func level(
  _ index: Int, _ format: String, _ text: String, start: Int = 1, _ more: String = ""
) -> String {
  """
  <w:lvl w:ilvl="\(index)"><w:start w:val="\(start)"/><w:numFmt w:val="\(format)"/>\
  \(more)<w:lvlText w:val="\(text)"/></w:lvl>
  """
}

/// A list with an id, its levels, and one instance of the same id.
func list(_ id: Int, _ levels: String...) -> String {
  abstract(id, levels.joined()) + instance(id, of: id)
}

/// A list without an instance.
func abstract(_ id: Int, _ content: String) -> String {
  "<w:abstractNum w:abstractNumId=\"\(id)\">\(content)</w:abstractNum>"
}

/// An instance of a list.
func instance(_ id: Int, of list: Int, _ overrides: String = "") -> String {
  "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(list)\"/>\(overrides)</w:num>"
}

/// An override of a level's first number.
func restart(_ level: Int, at start: Int = 1) -> String {
  "<w:lvlOverride w:ilvl=\"\(level)\"><w:startOverride w:val=\"\(start)\"/></w:lvlOverride>"
}

/// A document with lists, and styles where given.
func numbered(_ numbering: String, _ body: String, styles: String = "") -> DocxBuilder {
  var docx = DocxBuilder(body: body)
  docx.addPart("word/numbering.xml", type: "numbering", "<w:numbering>\(numbering)</w:numbering>")
  if !styles.isEmpty {
    docx.addPart("word/styles.xml", type: "styles", "<w:styles>\(styles)</w:styles>")
  }
  return docx
}

/// The names and the bytes of the parts of a package.
func packageParts(of file: [UInt8]) throws -> [(name: String, bytes: [UInt8])] {
  let limits = ReadingLimits()
  return try ZIPArchive.read(file, file: "", limits: limits, budget: ReadingBudget(limits)) {
    (archive) throws(ReadingError) in
    var parts: [(name: String, bytes: [UInt8])] = []
    for part in archive.unopened {
      if var entry = try archive.open(part) { parts.append((part, try entry.readAll())) }
    }
    return parts
  }
}
