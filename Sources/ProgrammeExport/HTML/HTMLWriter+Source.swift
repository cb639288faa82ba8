internal import ProgrammeModel

extension HTMLWriter {
  /// Writes the text of the document, paragraphs and tables as they stand, facts marked.
  mutating func source(_ source: SourceDocument, _ text: ReviewText) {
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

  /// The kinds of facts that the document holds, each with a box that shows and hides them.
  private mutating func legend(_ text: ReviewText) {
    var counts: [String: Int] = [:]
    for paragraph in text.paragraphs {
      for mark in paragraph.facts { counts[mark.fact.kind, default: 0] += 1 }
    }
    guard !counts.isEmpty else { return }
    raw("<fieldset class=\"legend\"><legend class=\"unseen\">")
    word(.markedFacts)
    raw("</legend>")
    for (kind, name) in Self.factKinds {
      guard let count = counts[kind] else { continue }
      raw("<label class=\"\(kind)\"><input type=\"checkbox\" checked value=\"\(kind)\"><span>")
      word(name)
      raw(" <span class=\"count\">\(count)</span></span></label>")
    }
    raw("</fieldset>")
  }

  private static let factKinds = [
    ("reference", ReviewWord.references), ("date", ReviewWord.dates),
    ("quantity", ReviewWord.quantities),
    ("organization", ReviewWord.bodies), ("place", ReviewWord.places),
    ("campaign", ReviewWord.campaigns),
  ]
}

/// The text as far as it is written.
private struct SourceSheet {
  let text: ReviewText

  /// What stands before the next paragraph, such as the sign of a note.
  var opening: String?

  /// The place of the next paragraph in `text.paragraphs`.
  private var place = 0

  init(text: ReviewText) {
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
    guard text.paragraphs.indices.contains(place) else { return }
    let found = text.paragraphs[place]
    let label = paragraph.label?.text ?? ""
    if found.text.allSatisfy(\.properties.isWhitespace) && label.isEmpty { return }
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
    marked(found, in: &page)
    page.close("p")
  }

  /// Writes the text with a `mark` around every fact; facts that overlap one before them are left out.
  private func marked(_ paragraph: ReviewText.Paragraph, in page: inout HTMLWriter) {
    var end = 0
    for mark in paragraph.facts.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard mark.range.lowerBound >= end else { continue }
      page.text(paragraph.text[end..<mark.range.lowerBound])
      page.open("mark", ["class": mark.fact.kind, "title": mark.fact.summary])
      page.text(paragraph.text[mark.range])
      page.close("mark")
      end = mark.range.upperBound
    }
    page.text(paragraph.text[end...])
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
    case .quantity(.number(let number), let unit):
      "\(Int(exactly: number).map(String.init) ?? number.description) \(unit)"
    case .quantity(.text(let text), let unit): "\(text) \(unit)"
    case .organization(let name), .place(let name), .campaign(let name):
      "\(name.kind) · \(name.name)"
    }
  }
}
