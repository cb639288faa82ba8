import ProgrammeExport
import ProgrammeModel
import Testing

@Suite struct TextExportTests {
  @Test func `labels stand before their text, one paragraph a line`() {
    let document = SourceDocument(
      name: "a.docx", format: .docx,
      blocks: [
        .paragraph(paragraph("CÔNG TÁC ĐẢNG", label: "I.")), .paragraph(paragraph("  ")),
        .paragraph(paragraph("hai\ndòng\tmột cột")), .paragraph(paragraph("", label: "-")),
      ],
      notes: [SourceNote(id: "1", kind: .footnote, blocks: [.paragraph(paragraph("Chú thích."))])],
      furniture: [PageFurniture(kind: .page, paragraph: paragraph("2"))])
    #expect(
      text(of: document) == "I. CÔNG TÁC ĐẢNG\nhai dòng\tmột cột\n- \n[1] Chú thích.\n2\n")
  }

  @Test(arguments: [
    (true, "STT\tNhiệm vụ lớn\n1.\t- Họp - Báo cáo\n"),
    (false, "STT\nNhiệm vụ\nlớn\n1.\n- Họp\n- Báo\tcáo\n"),
  ])
  func `a table with borders is a row a line, one without is layout`(
    _ hasBorders: Bool, _ expected: String
  ) {
    let rows = [
      [[paragraph("STT")], [paragraph("Nhiệm vụ"), paragraph("lớn")]],
      [
        [paragraph(""), paragraph("1.")],
        [paragraph("Họp", label: "-"), paragraph("Báo\tcáo", label: "-")],
      ],
      [[], [paragraph(" ")]],
    ]
    let table = SourceTable(
      rows: rows.map { cells in
        SourceRow(
          cells: cells.enumerated().map {
            SourceCell(blocks: $1.map { .paragraph($0) }, column: $0)
          })
      }, hasBorders: hasBorders, location: Samples.at(1))
    #expect(
      text(of: SourceDocument(name: "a.docx", format: .docx, blocks: [.table(table)])) == expected)
  }

  private func paragraph(_ text: String, label: String? = nil) -> SourceParagraph {
    SourceParagraph(
      text: text, label: label.map { ListLabel(text: $0, level: 0, list: 1, value: 1) },
      location: Samples.at(1))
  }

  private func text(of document: SourceDocument) -> String {
    String(decoding: TextExport().bytes(of: document), as: UTF8.self)
  }
}
