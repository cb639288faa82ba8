internal import ProgrammeModel

extension HTMLWriter {
  /// Writes the text of the document, paragraphs and tables as they stand, facts marked.
  mutating func source(_ source: SourceDocument, _ text: ReviewedSource) {
    raw(
      "<section class=\"pane source\" id=\"source\" aria-labelledby=\"source-title\"><div class=\"bar\">"
    )
    raw("<h2 id=\"source-title\">")
    word(.text)
    raw("</h2>")
    legend(text)
    raw("</div><div class=\"page\" lang=\"vi\">")
    var sheet = SourceSheet(text: text)
    for block in source.blocks { sheet.block(block, in: &self) }
    if !source.notes.isEmpty {
      raw("<div class=\"notes\">")
      for note in source.notes {
        sheet.opening = "[\(note.id)]"
        for block in note.blocks { sheet.block(block, in: &self) }
      }
      raw("</div>")
    }
    if !source.furniture.isEmpty {
      raw("<div class=\"furniture\">")
      for piece in source.furniture { sheet.paragraph(piece.paragraph, in: &self) }
      raw("</div>")
    }
    raw("</div></section>")
  }

  /// Writes the legend: a checkbox for each kind of fact in the document.
  private mutating func legend(_ text: ReviewedSource) {
    var counts: [String: Int] = [:]
    for paragraph in text.paragraphs {
      for found in paragraph.facts { counts[found.fact.kind, default: 0] += 1 }
    }
    guard !counts.isEmpty else { return }
    raw("<fieldset class=\"legend\"><legend class=\"unseen\">")
    word(.markedFacts)
    raw("</legend>")
    for kind in FactKind.allCases {
      guard let count = counts[kind.rawValue] else { continue }
      raw("<label class=\"\(kind)\"><input type=\"checkbox\" checked value=\"\(kind)\"><span>")
      word(ReviewWord(kind.label.vietnamese, kind.label.english))
      raw(" <span class=\"count\">\(count)</span></span></label>")
    }
    raw("</fieldset>")
  }
}

/// The text as far as it is written.
private struct SourceSheet {
  let text: ReviewedSource

  /// What stands before the next paragraph, such as the sign of a note.
  var opening: String?

  /// The place of the next paragraph in `text.paragraphs`.
  private var place = 0

  init(text: ReviewedSource) {
    self.text = text
  }

  mutating func block(_ block: SourceBlock, in page: inout HTMLWriter) {
    switch block {
    case .paragraph(let paragraph): self.paragraph(paragraph, in: &page)
    case .table(let table):
      page.raw("<div class=\"scroll\"><table class=\"\(table.hasBorders ? "ruled" : "layout")\"")
      // A table without borders only lays out the page; to a screen reader it is none.
      page.raw(table.hasBorders ? ">" : " role=\"presentation\">")
      for row in table.rows {
        page.raw("<tr>")
        for cell in row.cells {
          let span = cell.columnSpan > 1 ? "\(min(cell.columnSpan, 100))" : nil
          page.open(row.isHeader ? "th" : "td", ["colspan": span])
          for block in cell.blocks { self.block(block, in: &page) }
          page.close(row.isHeader ? "th" : "td")
        }
        page.raw("</tr>")
      }
      page.raw("</table></div>")
    }
  }

  mutating func paragraph(_ paragraph: SourceParagraph, in page: inout HTMLWriter) {
    defer { place += 1 }
    let found = text.paragraphs[place]
    let label = paragraph.label?.text ?? ""
    if paragraph.text.unicodeScalars.allSatisfy(\.properties.isWhitespace), label.isEmpty { return }
    let alignment =
      switch paragraph.format.alignment {
      case .start: ""
      case .center: " center"
      case .end: " end"
      }
    page.open(
      "p",
      [
        "id": "p\(place)", "data-node": found.node,
        "class": "\(found.role.map { "role-\($0.rawValue)" } ?? "text")\(alignment)",
      ])
    if let opening { page.element("sup", [:], opening + " ") }
    opening = nil
    if !label.isEmpty { page.element("span", ["class": "label"], label + " ") }
    write(paragraph.text, found.facts, in: &page)
    page.close("p")
  }

  /// Writes a text with an element around every fact; facts that overlap one before them are left out.
  private func write(
    _ text: String, _ facts: [ReviewedSource.FoundFact], in page: inout HTMLWriter
  ) {
    let bytes = Array(text.utf8)
    func words(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    var end = 0
    for found in facts.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard found.range.lowerBound >= end else { continue }
      page.text(words(end..<found.range.lowerBound))
      page.open("mark", ["class": found.fact.kind, "title": found.fact.summary])
      page.text(words(found.range))
      page.close("mark")
      end = found.range.upperBound
    }
    page.text(words(end..<bytes.count))
  }
}

extension Fact {
  /// What the fact means, in a few words and figures.
  var summary: String {
    switch value {
    case .reference(let reference):
      [reference.code ?? reference.title ?? reference.type, reference.date, reference.issuer]
        .compactMap { $0 }.joined(separator: " · ")
    case .date(let edtf): ReviewWord(date: edtf)?.vietnamese ?? edtf
    default:
      value.name.map { "\($0.kind) · \($0.name)" }
        ?? value.amount.map { "\($0.amount.words) \($0.unit)" } ?? text
    }
  }
}

extension Amount {
  /// The amount as people write it in a text of figures.
  fileprivate var words: String {
    switch self {
    case .number(let number): Int(exactly: number).map(String.init) ?? number.description
    case .text(let text): text
    }
  }
}
