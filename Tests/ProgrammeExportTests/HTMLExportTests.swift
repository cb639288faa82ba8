import Foundation
import ProgrammeModel
import TestSupport
import Testing

@testable import ProgrammeExport

@Suite struct HTMLExportTests {
  @Test func `a text cannot leave its place in the page`() {
    let page = page(of: Samples.odd)
    #expect(!page.contains("<script>alert"))
    #expect(page.contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &lt;b&gt;"))
    #expect(!page.contains("</style>\u{0}") && page.components(separatedBy: "</style>").count == 2)
    #expect(page.components(separatedBy: "</script>").count == 2)
  }

  @Test(arguments: Samples.all)
  func `the page asks the network for nothing`(_ sample: Sample) throws {
    let page = page(of: sample.programme)
    #expect(!page.contains(/(src|href|action|url)\s*[=(]\s*["']?(https?:)?\/\//))
    #expect(page.contains("default-src &#39;none&#39;"))
    #expect(page.contains("sha256-\(ReviewPage.scriptDigest)&#39;"))
  }

  @Test func `base 64 is that of RFC 4648`() {
    let examples = ["": "", "66": "Zg==", "666f": "Zm8=", "666f6f": "Zm9v", "666f6f62": "Zm9vYg=="]
    for (digits, text) in examples { #expect(ReviewPage.base64(hexadecimal: digits) == text) }
  }

  @Test func `both languages name everything, and the page opens in the one asked for`() {
    let page = page(of: Samples.everything, language: .english)
    #expect(page.contains("<html lang=\"vi\" data-language=\"en\">"))
    let vietnamese = page.components(separatedBy: "class=\"w\" lang=\"vi\"").count
    #expect(vietnamese > 20)
    #expect(vietnamese == page.components(separatedBy: "class=\"w\" lang=\"en\"").count)
    #expect(page.contains(">3. đứng sau 1.: thiếu một số</span>"))
  }

  @Test(arguments: [
    ("2008-05-14", "14/5/2008", "14/5/2008"), ("2025-10", "tháng 10/2025", "10/2025"),
    ("2026", "năm 2026", "2026"), ("2023-36", "quý IV/2023", "quarter IV/2023"),
    ("2023-40", "6 tháng đầu năm 2023", "first half of 2023"), ("XXXX-11-20", "20/11", "20/11"),
    ("XXXX-35", "quý III", "quarter III"),
    ("2011-12-26/2011-12-27", "26/12/2011 - 27/12/2011", "26/12/2011 - 27/12/2011"),
    ("2021/2025", "năm 2021 - năm 2025", "2021 - 2025"),
  ])
  func `dates stand as people write them`(
    _ edtf: String, _ vietnamese: String, _ english: String
  ) {
    #expect(ReviewWord(date: edtf) == ReviewWord(vietnamese, english))
  }

  @Test(arguments: [
    "", "20XX", "XXXX", "2023-13", "2023-00-01", "2023-1", "2023-01-32", "2023-01-01/", "a/b/c",
    "2023-42", "<b>", "2023-01-01/2023-01-02/2023-01-03", "XXXX-40",
  ])
  func `what is no date has no words`(_ edtf: String) {
    #expect(ReviewWord(date: edtf) == nil)
  }

  @Test func `an entry shows why: who, when and how much are marked in its text`() {
    let text = "Sở Y tế chủ trì, phối hợp Sở Y tế dự phòng đạt 98 % trước 30/6/2023."
    var task = ProgrammeTask(
      id: "1/1", text: text, range: TextRange(10, 10 + text.unicodeScalars.count))
    task.mentions = [
      .init(.deadline, TextRange(52, 67)), .init(.lead, TextRange(0, 7)),
      .init(.cooperating, TextRange(26, 42)),
      // What overlaps another, is empty or stands behind the end is left out.
      .init(.product, TextRange(30, 50)), .init(.product, TextRange(45, 45)),
      .init(.product, TextRange(67, 90)),
    ]
    task.targets = [
      Target(
        indicator: "x", comparator: .equal, value: .number(98), unit: "%", range: TextRange(57, 61)),
      // It stands in front of the entry.
      Target(
        indicator: "x", comparator: .equal, value: .number(9), unit: "%", range: TextRange(3, 5)),
    ]
    let scalars = Array(text.unicodeScalars)
    let marked = task.reasons.map { "\($0.kind) \(string(scalars[$0.range]))" }
    #expect(
      marked == [
        "organization Sở Y tế", "organization Sở Y tế dự phòng", "quantity 98 %",
        "date trước 30/6/2023",
      ])
  }

  @Test func `a wrapped text marks its lines, and no page number between them`() {
    let lines = ["I. CÔNG TÁC ĐẢNG", "1. Giải ngân 12,5 tỷ", "2", "đồng trong năm.", "Hết."]
    let location = Samples.line(2)
    var spans = SourceSpans(SourceSpan(paragraph: 1, range: 3..<lines[1].utf8.count))
    spans.append(
      SourceSpans(SourceSpan(paragraph: 3, range: 0..<lines[3].utf8.count)),
      at: lines[1].utf8.count - 2)
    var programme = Samples.empty
    programme.lines = [
      DocumentLine(
        role: .page, text: "2", location: Samples.line(3),
        spans: SourceSpans(SourceSpan(paragraph: 2, range: 0..<1)))
    ]
    programme.outline = [
      Node(
        id: "1", kind: .item,
        marker: Marker(text: "1.", style: .decimal, ordinal: 1, origin: .typed), title: nil,
        content: [
          .paragraph(
            Paragraph(
              text: "Giải ngân 12,5 tỷ đồng trong năm.", location: location,
              facts: [
                Fact(
                  text: "12,5 tỷ đồng", range: TextRange(10, 22),
                  value: .quantity(.number(12.5), unit: "tỷ đồng"))
              ], spans: spans))
        ], location: location,
        markerSpans: SourceSpans(SourceSpan(paragraph: 1, range: 0..<2)))
    ]
    let text = ReviewedSource(source(of: lines), programme)
    #expect(text.paragraphs.map(\.node) == [nil, "1", nil, "1", nil])
    #expect(text.paragraphs.map(\.role) == [nil, nil, .page, nil, nil])
    let marked = zip(lines, text.paragraphs).flatMap { line, paragraph in
      paragraph.facts.map { String(decoding: Array(line.utf8)[$0.range], as: UTF8.self) }
    }
    #expect(marked == ["12,5 tỷ", "đồng"])
  }

  @Test(arguments: [
    SourceSpan(paragraph: 1, range: 0..<1), SourceSpan(paragraph: 0, range: 0..<7),
    SourceSpan(paragraph: -1, range: 0..<1),
  ])
  func `a place that the source does not have is passed over`(_ span: SourceSpan) {
    var programme = Samples.empty
    programme.lines = [
      DocumentLine(
        role: .rule, text: "-", location: Samples.line(1), spans: SourceSpans(span))
    ]
    let text = ReviewedSource(source(of: ["------"]), programme)
    #expect(text.paragraphs.map(\.role) == [nil])
  }

  private func page(
    of programme: Programme, language: MessageLanguage = .vietnamese
  ) -> String {
    let bytes = HTMLExport(language: language).bytes(
      of: programme, source: Samples.source(of: programme))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func source(of lines: [String]) -> SourceDocument {
    SourceDocument(
      name: "a.txt", format: .txt,
      blocks: zip(lines, 1...).map {
        .paragraph(SourceParagraph(text: $0, location: Samples.line($1)))
      })
  }

  private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

extension Samples {
  /// A source that holds the paragraphs of a programme, a paragraph a text.
  static func source(of programme: Programme) -> SourceDocument {
    var paragraphs: [SourceBlock] = []
    func add(_ text: String, _ location: Location) {
      paragraphs.append(.paragraph(SourceParagraph(text: text, location: location)))
    }
    func add(_ nodes: [Node]) {
      for node in nodes {
        for case .paragraph(let paragraph) in node.content {
          let opening = [node.marker?.text, node.title.map { $0 + ":" }].compactMap { $0 }
          add((opening + [paragraph.text]).joined(separator: " "), paragraph.location)
        }
        add(node.children)
      }
    }
    for line in programme.lines { add(line.text, line.location) }
    add(programme.outline)
    return SourceDocument(
      name: programme.source.name, format: programme.source.format, blocks: paragraphs)
  }
}
