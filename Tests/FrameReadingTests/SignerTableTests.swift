import FrameReading
import ProgrammeModel
import Testing
import VietnameseLanguage

@testable import DocumentLines

/// Tables of those who sign, below a text: each column a position, a remark and a name, in whatever letters.
struct SignerTableTests {
  /// A table; `|` stands between the paragraphs of a cell.
  private func table(_ rows: [[String]], hasBorders: Bool) -> SourceTable {
    var number = 10
    return SourceTable(
      rows: rows.map { row in
        SourceRow(
          cells: row.enumerated().map { column, text in
            let blocks = text.split(separator: "|").map { words -> SourceBlock in
              number += 1
              return .paragraph(
                SourceParagraph(text: String(words), location: Location(line: number)))
            }
            return SourceCell(blocks: blocks, column: column)
          })
      }, hasBorders: hasBorders, location: Location(line: 10))
  }

  private func signature(_ rows: [[String]], hasBorders: Bool) -> Signature? {
    let head = ["UBND XÃ AN HÒA", "Số: 3/BC-UBND", "BÁO CÁO", "Trồng tre", "1. Đã đào hố."]
    let blocks = head.enumerated().map { index, text in
      SourceBlock.paragraph(
        SourceParagraph(text: text, location: Location(line: index + 1)))
    }
    let document = SourceDocument(
      name: "sample.docx", format: .docx,
      blocks: blocks + [.table(table(rows, hasBorders: hasBorders))], paragraphCount: 40)
    return FrameReader().read(NormalisedDocument(document: document)).value.metadata.signature
  }

  @Test(
    arguments: [
      (
        [
          ["Người lập biểu", "Kế toán trưởng", "Giám đốc"], ["(Ký)", "(Ký)", "(Ký, đóng dấu)"],
          ["Lê Văn An", "Trần Văn Ba", "Vũ Thị Hoa"],
        ], false
      ),
      (
        [
          [
            "Người lập biểu|(Ký)|Lê Văn An", "Kế toán trưởng|(Ký)|Trần Văn Ba",
            "Giám đốc|Vũ Thị Hoa",
          ]
        ], true
      ),
      (
        [
          ["Người lập biểu", "Kế toán trưởng", "Giám đốc"], ["", "", ""],
          ["Lê Văn An", "", "Vũ Thị Hoa"],
        ], false
      ), ([["Thư ký|Lê Văn An", "", "Giám đốc|Vũ Thị Hoa"]], false),
    ])
  func `signs`(_ rows: [[String]], _ hasBorders: Bool) {
    let signature = signature(rows, hasBorders: hasBorders)
    #expect(signature?.title == "Giám đốc")
    #expect(signature?.name == "Vũ Thị Hoa")
  }

  @Test(
    arguments: [
      // A list of persons, and a table of what each is to do.
      ([["Giám đốc", "Vũ Thị Hoa"], ["Kế toán", "Lê Văn An"]], true),
      ([["Giám đốc|Lo việc chung", "Kế toán|Lo sổ sách"]], true),
      ([["Giám đốc", "Kế toán"], ["Lo việc chung", "Lo sổ sách"]], false),
      ([["Người lập biểu|Lê Văn An", "Giám đốc"]], true),
    ])
  func `signs nothing`(_ rows: [[String]], _ hasBorders: Bool) {
    #expect(signature(rows, hasBorders: hasBorders)?.name == nil)
  }
}
