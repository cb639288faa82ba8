import ProgrammeModel
import TaskOutlining
import Testing

@Suite struct `Outlines of Word documents` {
  @Test func `letterhead and signature in tables without borders give lines`() {
    let lines = Documents.dump(
      Word.document(
        Word.table([
          [
            ["ĐẢNG BỘ XÃ BẾN RỪNG", "CHI BỘ ẤP ĐÔNG", "*", "Số 05-CTr/CB"],
            ["ĐẢNG CỘNG SẢN VIỆT NAM", "Bến Rừng, ngày 03 tháng 4 năm 2031"],
          ]
        ]),
        Word.paragraph("CHƯƠNG TRÌNH", .center), Word.paragraph("việc làm quý II", .center),
        Word.paragraph("1. Đắp bờ."), Word.paragraph("2. Khơi kênh."),
        Word.table([
          [
            ["Nơi nhận:", "- Như trên,", "- Lưu CB."],
            ["T/M CHI BỘ", "BÍ THƯ", "", "Trần Văn Bưởi"],
          ]
        ])))
    #expect(
      lines == [
        "superior: ĐẢNG BỘ XÃ BẾN RỪNG", "issuer: CHI BỘ ẤP ĐÔNG", "rule: *",
        "number: Số 05-CTr/CB", "motto: ĐẢNG CỘNG SẢN VIỆT NAM",
        "placedate: Bến Rừng, ngày 03 tháng 4 năm 2031", "type: CHƯƠNG TRÌNH",
        "title: việc làm quý II", "recipients: Nơi nhận:", "recipients: - Như trên,",
        "recipients: - Lưu CB.", "signature: T/M CHI BỘ", "signature: BÍ THƯ",
        "signature: Trần Văn Bưởi", "item `1.` decimal 1: Đắp bờ.",
        "item `2.` decimal 2: Khơi kênh.",
      ], "\n\(lines.joined(separator: "\n"))")
  }

  @Test func `automatic labels open nodes on the levels of their list`() {
    let lines = Documents.dump(
      Word.document(
        Word.paragraph("VIỆC CHUNG", label: ("I.", 0, 1)),
        Word.paragraph("Việc đồng", label: ("1.", 1, 1)),
        Word.paragraph("Gieo mạ.", label: ("a)", 2, 1)),
        Word.paragraph("Gặt lúa.", label: ("b)", 2, 2)),
        Word.paragraph("Việc nhà", label: ("2.", 1, 2)),
        Word.paragraph("Quét sân.", label: ("-", 2, nil)),
        Word.paragraph("VIỆC RIÊNG", label: ("II.", 0, 2)),
        Word.paragraph("Cày ruộng.", label: ("1.", 1, 1))))
    #expect(
      lines == [
        "heading `I.` roman 1 automatic: VIỆC CHUNG",
        "  heading `1.` decimal 1 automatic: Việc đồng",
        "    item `a)` letter 1 automatic: Gieo mạ.", "    item `b)` letter 2 automatic: Gặt lúa.",
        "  heading `2.` decimal 2 automatic: Việc nhà",
        "    item `-` dash 1 automatic: Quét sân.", "heading `II.` roman 2 automatic: VIỆC RIÊNG",
        "  item `1.` decimal 1 automatic: Cày ruộng.",
      ], "\n\(lines.joined(separator: "\n"))")
  }

  @Test func `bold at the start of a paragraph ends a heading that runs in`() {
    let lines = Documents.dump(
      Word.document(
        Word.paragraph("1. Phối hợp: Họp với ấp bên.", bold: 12),
        Word.paragraph("2. Phối hợp với ấp bên: họp, bàn, chia việc.")))
    #expect(
      lines == [
        "runin `1.` decimal 1: Phối hợp", "  text: Họp với ấp bên.",
        "item `2.` decimal 2: Phối hợp với ấp bên: họp, bàn, chia việc.",
      ], "\n\(lines.joined(separator: "\n"))")
  }

  @Test func `outline levels of Word open headings without a marker`() {
    let lines = Documents.dump(
      Word.document(
        Word.paragraph("Việc đồng", outlineLevel: 0), Word.paragraph("Cả ấp ra đồng."),
        Word.paragraph("Gieo mạ", outlineLevel: 1), Word.paragraph("Chọn hạt mẩy."),
        Word.paragraph("Việc nhà", outlineLevel: 0), Word.paragraph("Nhà nào lo nhà ấy.")))
    #expect(
      lines == [
        "heading: Việc đồng", "  text: Cả ấp ra đồng.", "  heading: Gieo mạ",
        "    text: Chọn hạt mẩy.", "heading: Việc nhà", "  text: Nhà nào lo nhà ấy.",
      ], "\n\(lines.joined(separator: "\n"))")
  }

  @Test func `notes stay at their place behind marker and heading`() {
    var item = Word.source("- Đắp bờ bao.")
    item.notes = [NoteReference(id: "1", offset: "- Đắp bờ".utf8.count)]
    var run = Word.source("1. Việc đồng: Cả ấp ra đồng.")
    run.notes = [NoteReference(id: "2", offset: "1. Việc đồng: Cả ấp".utf8.count)]
    let lines = Documents.dump(Word.document(.paragraph(run), .paragraph(item)))
    #expect(
      lines == [
        "runin `1.` decimal 1: Việc đồng", "  text: Cả ấp ra đồng. [note 2 at 5]",
        "  item `-` dash 1: Đắp bờ bao. [note 1 at 6]",
      ], "\n\(lines.joined(separator: "\n"))")
  }

  @Test func `an appendix on a new page holds its own outline`() {
    let lines = Documents.dump(
      Word.document(
        Word.paragraph("I. VIỆC CHUNG"), Word.paragraph("1. Đắp bờ."),
        Word.paragraph("Phụ lục I", .center, startsPage: true),
        Word.paragraph("DANH SÁCH HỘ", .center),
        Word.paragraph("(Kèm theo Kế hoạch số 05-KH/CB)", .center),
        Word.paragraph("1. Hộ ông Bưởi."),
        Word.paragraph("2. Hộ bà Mít.")))
    #expect(
      lines == [
        "heading `I.` roman 1: VIỆC CHUNG", "  item `1.` decimal 1: Đắp bờ.", "appendix",
        "  title: Phụ lục I", "  title: DANH SÁCH HỘ", "  title: (Kèm theo Kế hoạch số 05-KH/CB)",
        "  item `1.` decimal 1: Hộ ông Bưởi.", "  item `2.` decimal 2: Hộ bà Mít.",
      ], "\n\(lines.joined(separator: "\n"))")
  }

  @Test func `a task table keeps header, sections and rows, each cell once`() {
    let lines = Documents.dump(
      Word.document(
        Word.paragraph("1. Phân công"),
        Word.table(
          [
            [["STT"], ["Việc"], ["Thời gian"], ["Chủ trì"]], [["I"], ["Việc đồng"], [], []],
            [["1"], ["Gieo mạ", "Be bờ"], ["Tháng 4"], ["Tổ 1"]],
          ], borders: true)))
    #expect(
      lines == [
        "heading `1.` decimal 1: Phân công", "  table",
        "    header: STT | Việc | Thời gian | Chủ trì", "    row: I | Việc đồng |  | ",
        "    row: 1 | Gieo mạ⏎Be bờ | Tháng 4 | Tổ 1",
      ], "\n\(lines.joined(separator: "\n"))")
  }

  @Test func `a header over two rows is joined column by column`() {
    let table = SourceTable(
      rows: [
        SourceRow(cells: [
          Word.cell(["STT"], 0), Word.cell(["Việc"], 1), Word.cell(["Phân công"], 2, span: 2),
        ]),
        SourceRow(cells: [
          SourceCell(blocks: [], column: 0, continuesAbove: true),
          SourceCell(blocks: [], column: 1, continuesAbove: true), Word.cell(["Chủ trì"], 2),
          Word.cell(["Phối hợp"], 3),
        ]),
        SourceRow(cells: [
          Word.cell(["1"], 0), Word.cell(["Gieo mạ"], 1), Word.cell(["Tổ 1"], 2),
          Word.cell(["Tổ 2"], 3),
        ]),
      ], hasBorders: true, location: Word.location)
    let lines = Documents.dump(
      Word.document(Word.paragraph("Bảng 2. Phân công từng tổ"), .table(table)))
    #expect(
      lines == [
        "table: Bảng 2. Phân công từng tổ",
        "  header: STT | Việc | Phân công⏎Chủ trì | Phối hợp", "  row: 1 | Gieo mạ | Tổ 1 | Tổ 2",
      ], "\n\(lines.joined(separator: "\n"))")
  }
}

/// Blocks of Word documents made by hand.
extension `Outlines of Word documents` {
  @Test func `a paragraph in a style of headings is a heading, whatever its words`() {
    let lines = Documents.dump(
      Word.document(
        Word.paragraph("CHƯƠNG TRÌNH"), Word.paragraph("việc làm quý II"),
        Word.paragraph("VIỆC ĐỒNG", outlineLevel: 0),
        Word.paragraph("Ban Quản lý bến", outlineLevel: 1), Word.paragraph("Sửa bến."),
        Word.paragraph("Gieo mạ.", outlineLevel: 1), Word.paragraph("Chọn hạt mẩy."),
        Word.paragraph("TỔ CHỨC THỰC HIỆN", outlineLevel: 0), Word.paragraph("Ấp nào lo ấp ấy.")))
    #expect(
      lines == [
        "type: CHƯƠNG TRÌNH", "title: việc làm quý II", "heading: VIỆC ĐỒNG",
        "  heading: Ban Quản lý bến", "    text: Sửa bến.", "  heading: Gieo mạ.",
        "    text: Chọn hạt mẩy.", "heading: TỔ CHỨC THỰC HIỆN", "  text: Ấp nào lo ấp ấy.",
      ], "\n\(lines.joined(separator: "\n"))")
  }

  @Test func `what is plainly letterhead stays so in a style of headings`() {
    let lines = Documents.dump(
      Word.document(
        Word.paragraph("QUYẾT ĐỊNH"), Word.paragraph("Về việc trồng tre", outlineLevel: 0),
        Word.paragraph("-----"), Word.paragraph("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ", outlineLevel: 0),
        Word.paragraph("Căn cứ Luật Trồng tre năm 2031;"),
        Word.paragraph("QUYẾT ĐỊNH:", outlineLevel: 0), Word.paragraph("Điều 1. Trồng tre.")))
    #expect(
      lines == [
        "type: QUYẾT ĐỊNH", "title: Về việc trồng tre", "rule: -----",
        "preamble: CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ", "preamble: Căn cứ Luật Trồng tre năm 2031;",
        "preamble: QUYẾT ĐỊNH:", "item `Điều 1.` article 1: Trồng tre.",
      ], "\n\(lines.joined(separator: "\n"))")
  }
}

enum Word {
  static let location = Location(part: "word/document.xml", paragraph: 1)

  static func document(_ blocks: SourceBlock...) -> NormalisedDocument { Documents.word(blocks) }

  static func source(_ text: String) -> SourceParagraph {
    SourceParagraph(
      text: text, runs: [TextRun(end: text.utf8.count, font: nil)], location: location)
  }

  static func paragraph(
    _ text: String, _ alignment: ParagraphFormat.Alignment = .start,
    label: (text: String, level: Int, value: Int?)? = nil, bold: Int = 0,
    outlineLevel: Int? = nil, startsPage: Bool = false
  ) -> SourceBlock {
    var paragraph = source(text)
    if bold > 0 {
      let end = String(text.unicodeScalars.prefix(bold)).utf8.count
      paragraph.runs = [
        TextRun(end: end, font: nil, style: .bold), TextRun(end: text.utf8.count, font: nil),
      ]
    }
    paragraph.label = label.map {
      ListLabel(text: $0.text, level: $0.level, list: 1, value: $0.value)
    }
    paragraph.format = ParagraphFormat(
      alignment: alignment, outlineLevel: outlineLevel, startsPage: startsPage)
    return .paragraph(paragraph)
  }

  static func cell(_ texts: [String], _ column: Int, span: Int = 1) -> SourceCell {
    SourceCell(
      blocks: texts.map { .paragraph(source($0)) }, column: column, columnSpan: span)
  }

  static func table(_ rows: [[[String]]], borders: Bool = false) -> SourceBlock {
    .table(
      SourceTable(
        rows: rows.map { row in
          SourceRow(cells: row.enumerated().map { cell($1, $0) })
        }, hasBorders: borders, location: location))
  }
}
