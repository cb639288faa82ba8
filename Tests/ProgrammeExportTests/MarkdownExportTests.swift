import Foundation
import ProgrammeExport
import ProgrammeModel
import TestSupport
import Testing

@testable import ProgrammeExport

@Suite struct MarkdownExportTests {
  @Test func `headings and lists follow the tree`() {
    #expect(
      markdown(of: Samples.everything).contains(
        """
        Căn cứ Kế hoạch số 139-KH/HU ngày 26[^1]/6/2023 của Ban Thường vụ Huyện ủy;

        ## I. NHIỆM VỤ TRỌNG TÂM NĂM 2023

        - 1\\. Giải ngân 12,5 tỷ đồng, đạt 100%. Văn phòng chủ trì, phối hợp các ban báo cáo trước \
        ngày 20/11 tăng 16 - 18%/năm.
        - 3\\. **Công tác dân vận:** Tiếp tục phong trào "Dân vận khéo" tại xã Hòa An.
        """))
  }

  @Test(arguments: [
    ("1. không phải mục", "1\\. không phải mục"), ("12) hai", "12\\) hai"), ("- gạch", "\\- gạch"),
    ("+ cộng", "\\+ cộng"), ("# đề mục", "\\# đề mục"), ("=== ba", "\\=== ba"),
    ("a) nhỏ", "a) nhỏ"),
    ("năm 2025.", "năm 2025."), ("Kế hoạch - một", "Kế hoạch - một"), ("*sao*", "\\*sao\\*"),
    ("a_b_c", "a\\_b\\_c"), ("[x](y)", "\\[x\\](y)"), ("<b> & $x$", "\\<b\\> \\& \\$x\\$"),
    ("một\n- hai", "một\\\n\\- hai"), ("    lề", "lề"), ("a\tb", "a b"), ("\\", "\\\\"), ("", ""),
    ("1234567890. mười chữ số", "1234567890. mười chữ số"), ("~~bỏ~~", "\\~\\~bỏ\\~\\~"),
  ])
  func `a text prints as in the source`(_ text: String, _ escaped: String) {
    #expect(text.markdown() == escaped)
  }

  @Test(arguments: [
    ("ngân sách", "(HĐND) đạt", "ngân sách[^1]\\(HĐND) đạt"),
    ("", ": một", "[^1]\\: một"), ("a", "[b]", "a[^1]\\[b\\]"),
    // What stands apart from the sign makes nothing of it.
    ("ngân sách", " (HĐND)", "ngân sách[^1] (HĐND)"), ("a", "b (c)", "a[^1]b (c)"),
    ("a(", ")", "a([^1])"),
  ])
  func `what follows the sign of a note stays text`(
    _ before: String, _ behind: String, _ expected: String
  ) {
    var programme = Samples.empty
    programme.preamble = [
      .paragraph(
        Paragraph(
          text: before + behind, location: Location(line: 1),
          notes: [NoteMark(id: "1", at: before.unicodeScalars.count)]))
    ]
    #expect(markdown(of: programme).contains(expected + "\n"))
  }

  @Test(arguments: Samples.all)
  func `a renderer that is not ours prints every text`(_ sample: Sample) throws {
    guard let renderer = Tool.path(of: "cmark-gfm") else {
      print("skipped: Debian's cmark-gfm is missing")
      return
    }
    let bytes = MarkdownExport().bytes(of: sample.programme)
    let output = try Tool.run(
      renderer,
      ["--to", "html", "--unsafe", "-e", "table", "-e", "footnotes", "-e", "strikethrough"],
      input: bytes)
    let printed = textContent(of: String(decoding: output.bytes, as: UTF8.self))
    sample.programme.forEachTask { task in
      let text = squeezed(task.task.text)
      #expect(text.isEmpty || printed.contains(text), "\(text)")
      if let marker = task.node?.marker { #expect(printed.contains(marker.text)) }
    }
  }

  @Test(arguments: Marker.Style.allCases)
  func `a marker is never taken for a list`(_ style: Marker.Style) throws {
    guard let renderer = Tool.path(of: "cmark-gfm") else { return }
    let texts = ["1.", "-", "+", "*", "1)", "(1)", "Điều 1.", "•", "#", "1.1.", "10/"]
    var programme = Samples.empty
    programme.outline = texts.map {
      Node(
        id: "1", kind: .item, marker: Marker(text: $0, style: style, ordinal: 1, origin: .typed),
        title: nil, content: [.paragraph(Paragraph(text: "văn bản", location: Samples.line(1)))],
        location: Samples.line(1))
    }
    let output = try Tool.run(
      renderer, ["--to", "html"], input: MarkdownExport().bytes(of: programme))
    let html = String(decoding: output.bytes, as: UTF8.self)
    for text in texts { #expect(html.contains("<li>\(text) văn bản</li>")) }
  }

  private func markdown(of programme: Programme) -> String {
    String(decoding: MarkdownExport().bytes(of: programme), as: UTF8.self)
  }

  /// What a page of HTML prints, with single blanks.
  private func textContent(of html: String) -> String {
    let tagless = html.replacing(/<br ?\/?>/, with: " ").replacing(/<[^>]*>/, with: "")
    return squeezed(
      tagless.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&quot;", with: "\"").replacing("&amp;", with: "&"))
  }

  private func squeezed(_ text: String) -> String {
    text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
  }
}
