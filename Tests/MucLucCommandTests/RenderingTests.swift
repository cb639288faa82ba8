import ProgrammeModel
import Testing

@testable import BatchConversion
@testable import MucLucCommand

@Suite struct RenderingTests {
  @Test(arguments: [
    ("", 0), ("Đảng bộ", 7), ("Đa\u{309}ng", 4), ("ư\u{31B}\u{301}", 1), ("漢字", 4),
    ("a\u{200B}b", 2), ("tab\t", 3), ("├─ ▸", 4), ("1\u{301}", 1),
  ])
  func `marks over letters take no column`(_ text: String, _ columns: Int) {
    #expect(TextWidth.columns(of: text) == columns)
  }

  @Test(arguments: [
    ("Chương trình công tác", 10, "Chương tr…"), ("Chương", 6, "Chương"), ("Chương", 5, "Chươ…"),
    ("Đa\u{309}ng", 4, "Đa\u{309}ng"), ("Đa\u{309}ng", 3, "Đa\u{309}…"), ("", 5, ""),
    ("abc", 0, ""),
    ("漢字", 3, "漢…"), ("a\nb\tc", 9, "a b c"), ("\u{1B}[31mđỏ", 20, "[31mđỏ"),
  ])
  func `texts are cut to the columns`(_ text: String, _ width: Int, _ cut: String) {
    #expect(TextWidth.cut(text, to: width) == cut)
    #expect(TextWidth.columns(of: TextWidth.cut(text, to: width)) <= width)
  }

  @Test func `progress tells how far, how fast and how long`() {
    let line = Progress.line(
      done: 500, total: 2000, elapsed: .seconds(5), current: "a.txt", width: 100,
      language: .english)
    #expect(line == "█████░░░░░░░░░░░░░░░  500 of 2000  100/s  15 s left  a.txt")
    let vietnamese = Progress.line(
      done: 500, total: 2000, elapsed: .seconds(5), current: "a.txt", width: 100,
      language: .vietnamese)
    #expect(vietnamese == "█████░░░░░░░░░░░░░░░  500/2000 tệp  100/s  còn 15 giây  a.txt")
    let narrow = Progress.line(
      done: 500, total: 2000, elapsed: .seconds(5), current: "a.txt", width: 30,
      language: .english)
    #expect(TextWidth.columns(of: narrow) == 29)
    let log = Progress.line(
      done: 500, total: 2000, elapsed: .seconds(5), current: "a.txt", width: nil,
      language: .english)
    #expect(log == "500 of 2000  100/s  15 s left  a.txt")
    let unknown = Progress.line(
      done: 0, total: nil, elapsed: .zero, current: "a.txt", width: 80, language: .english)
    #expect(unknown == "0  0/s  a.txt")
  }

  @Test func `a tree shows kinds, markers, deadlines and doubts in place`() {
    let text = TreeRendering(width: nil, isColoured: false).text(of: Self.programme)
    #expect(text == Self.expected)
  }

  @Test(arguments: [20, 40, 60, 80])
  func `no line is wider than the terminal`(_ width: Int) {
    let text = TreeRendering(width: width, isColoured: false).text(of: Self.programme)
    for line in text.split(separator: "\n") {
      #expect(TextWidth.columns(of: String(line)) <= max(width, 24))
    }
  }

  @Test func `colours change nothing but the colours`() {
    let plain = TreeRendering(width: 50, isColoured: false).text(of: Self.programme)
    var coloured = TreeRendering(width: 50, isColoured: true).text(of: Self.programme)
    #expect(coloured.contains("\u{1B}[1m▸ I. CÔNG TÁC"))
    for style in ["0", "1", "2", "33", "36"] {
      coloured = coloured.replacing("\u{1B}[\(style)m", with: "")
    }
    #expect(coloured == plain)
  }

  static let expected = """
    issuer      HUYỆN ỦY TÂN MỸ
    type        CHƯƠNG TRÌNH
    title       Công tác quý I năm 2030

    (preamble)
    ¶ Căn cứ Chương trình số 12-CTr/TU, Huyện ủy đề ra:  ‹facts: 1›
    └─ ▸ I. CÔNG TÁC XÂY DỰNG ĐẢNG
       ▦ table of 1 rows  STT | Nhiệm vụ
       ├─ ▹ 1. Dân vận: Tiếp tục vận động.
       │    → Ban Dân vận, due ngày 15/3
       └─ 3. Tổ chức hội nghị. Báo cáo kết quả.  ‹tasks: 2›
          ! warning: 3. follows 1. [outline.numbering-gap]
          ¶ Phần nói thêm.
    (closing)
    ¶ Các chi bộ căn cứ thực hiện.

    signature   BÍ THƯ

    2 characters not taken over: word/comments.xml w:comment
    ! note: nothing else [outline.nothing]

    """

  static var programme: Programme {
    let places = (1...20).map { Location(line: $0) }
    func paragraph(_ text: String, _ line: Int, tasks: [ProgrammeTask] = []) -> Block {
      .paragraph(Paragraph(text: text, location: places[line], tasks: tasks))
    }
    func marker(_ text: String, _ style: Marker.Style, _ ordinal: Int) -> Marker {
      Marker(text: text, style: style, ordinal: ordinal, origin: .typed)
    }
    let due = ProgrammeTask(
      id: "1.1/1", text: "", range: nil, lead: ["Ban Dân vận"], leadFrom: .heading,
      deadline: Deadline(text: "ngày 15/3", edtf: nil))
    let other = ProgrammeTask(id: "1.2/1", text: "", range: nil)
    let reference = Fact(
      text: "Chương trình số 12-CTr/TU", range: TextRange(7, 32),
      value: .reference(Reference(type: "Chương trình", typeCode: "CTr")))
    let tree = TaskTree(
      lines: [
        DocumentLine(role: .issuer, text: "HUYỆN ỦY TÂN MỸ", location: places[0]),
        DocumentLine(role: .rule, text: "*", location: places[1]),
        DocumentLine(role: .type, text: "CHƯƠNG TRÌNH", location: places[2]),
        DocumentLine(role: .title, text: "Công tác quý I năm 2030", location: places[3]),
        DocumentLine(role: .signature, text: "BÍ THƯ", location: places[15]),
      ],
      preamble: [
        .paragraph(
          Paragraph(
            text: "Căn cứ Chương trình số 12-CTr/TU, Huyện ủy đề ra:", location: places[4],
            facts: [reference]))
      ],
      outline: [
        Node(
          id: "1", kind: .heading, marker: marker("I.", .roman, 1),
          title: "CÔNG TÁC XÂY DỰNG ĐẢNG",
          content: [
            .table(
              Table(header: ["STT", "Nhiệm vụ"], rows: [["1", "Họp"]], location: places[6]))
          ],
          children: [
            Node(
              id: "1.1", kind: .runin, marker: marker("1.", .decimal, 1), title: "Dân vận",
              content: [paragraph("Tiếp tục vận động.", 7, tasks: [due])], location: places[7]),
            Node(
              id: "1.2", kind: .item, marker: marker("3.", .decimal, 3), title: nil,
              content: [
                paragraph("Tổ chức hội nghị. Báo cáo kết quả.", 8, tasks: [other, other]),
                paragraph("Phần nói thêm.", 9),
              ], location: places[8]),
          ], location: places[5])
      ], closing: [paragraph("Các chi bộ căn cứ thực hiện.", 14)])
    return Programme(
      source: SourceDescription(
        name: "a.txt", format: .txt, byteCount: 1, sha256: "", encoding: "utf-8",
        paragraphCount: 12),
      metadata: Metadata(), tree: tree, normalization: [],
      coverage: Coverage(
        sourceCharacters: 0, placedCharacters: 0,
        unread: [UnreadContent(part: "word/comments.xml", element: "w:comment", count: 2)]),
      diagnostics: [
        Diagnostic(
          Diagnostic.Kind(.warning, "outline.numbering-gap", "{0} follows {1}", "{0} sau {1}"),
          "3.", "1.", at: places[8]),
        Diagnostic(Diagnostic.Kind(.note, "outline.nothing", "nothing else", "không có gì")),
      ])
  }
}
