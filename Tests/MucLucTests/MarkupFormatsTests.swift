import Foundation
import MucLuc
import TestSupport
import Testing

/// A document says the same in every format it is saved in.
@Suite struct MarkupFormatsTests {
  private static let lines = [
    "HUYỆN ỦY SÔNG LAM", "Số 05-CTr/HU", "CHƯƠNG TRÌNH", "Công tác quý IV/2023",
    "I. NHIỆM VỤ TRỌNG TÂM",
    "1. Công tác dân vận: Tiếp tục rà soát các chỉ tiêu trước ngày 20/11/2023.", "2. Về kinh tế:",
    "- Sở Tài chính phân bổ 12,5 tỷ đồng cho các xã.", "- Giải ngân ít nhất 55% vốn đầu tư công.",
    "II. TỔ CHỨC THỰC HIỆN", "1. Văn phòng theo dõi, báo cáo.", "a) Hằng quý & hằng năm;",
    "b) {Khi cần}.",
  ]

  private static var text: [UInt8] { Array(lines.joined(separator: "\n").utf8) }

  private static var richText: [UInt8] {
    let paragraphs = lines.map { line in
      line.unicodeScalars.map { scalar in
        switch scalar {
        case "{", "}", "\\": "\\\(scalar)"
        case _ where scalar.isASCII: String(scalar)
        default: "\\u\(scalar.value)?"
        }
      }.joined()
    }
    return Array("{\\rtf1\\ansi\\uc1 \(paragraphs.joined(separator: "\\par\n"))\\par}".utf8)
  }

  private static var page: [UInt8] {
    let paragraphs = lines.map { "<p>\($0.replacing("&", with: "&amp;"))</p>" }
    return Array("<html><meta charset=utf-8>\(paragraphs.joined(separator: "\n"))</html>".utf8)
  }

  private static var archive: [UInt8] {
    let encoded = Data(page).base64EncodedString()
    return Array(
      """
      MIME-Version: 1.0\r
      Content-Type: multipart/related; boundary="b"\r
      \r
      --b\r
      Content-Type: text/html\r
      Content-Transfer-Encoding: base64\r
      \r
      \(encoded)\r
      --b--
      """.utf8)
  }

  private static var docx: [UInt8] {
    DocxBuilder(
      body: lines.map {
        "<w:p><w:r><w:t>\($0.replacing("&", with: "&amp;"))</w:t></w:r></w:p>"
      }.joined()
    ).bytes()
  }

  @Test func `RTF, HTML and a web archive give the tree that .docx gives`() throws {
    let expected = try Pipeline().convert(Self.docx, named: "a.docx").programme
    #expect(expected.outline.count == 2)
    for (bytes, format) in [
      (Self.richText, "rtf"), (Self.page, "html"), (Self.archive, "html"),
    ] {
      let programme = try Pipeline().convert(bytes, named: "a.doc").programme
      #expect(programme.source.format.rawValue == format)
      #expect(programme.metadata == expected.metadata)
      #expect(programme.coverage.isComplete)
      #expect(titles(of: programme.outline) == titles(of: expected.outline))
    }
  }

  @Test func `the output names the format, the place and the encoding`() throws {
    let rich = try Pipeline().convert(Self.richText, named: "a.rtf").programme
    #expect(rich.source.encoding == nil)
    #expect(rich.outline.first?.location.part == nil)
    #expect(rich.outline.first?.location.paragraph == 5)
    #expect(rich.outline.first?.location.line == nil)
    let page = try Pipeline().convert(Self.page, named: "a.html").programme
    #expect(page.source.encoding == "utf-8")
    #expect(page.outline.first?.location.paragraph == 5)
  }

  /// Ids, markers and titles of all nodes.
  private func titles(of nodes: [Node]) -> [String] {
    nodes.flatMap { node in
      ["\(node.id) \(node.kind) \(node.marker?.text ?? "") \(node.title ?? "")"]
        + titles(of: node.children)
    }
  }
}
