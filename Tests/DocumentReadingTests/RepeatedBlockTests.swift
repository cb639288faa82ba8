import Foundation
import TestSupport
import Testing

@testable import DocumentReading

/// Blocks of properties that stand again and again are parsed once and mean the same everywhere.
@Suite struct RepeatedBlockTests {
  private static let word =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:x=\"urn:x\""

  /// Checks that a part says the same with blocks that are parsed once as without.
  private func check(_ content: String, _ comment: Comment? = nil) {
    let part = Array("<w:document \(Self.word)>\(content)</w:document>".utf8)
    let sifted = PartEvents.events(of: part, sifts: true)
    #expect(sifted == PartEvents.events(of: part, sifts: false), comment)
  }

  /// Enough to fill several chunks.
  private static let filler = "<w:t>\(String(repeating: "kế hoạch ", count: 1200))</w:t>"

  static let blocks = [
    "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:b w:val='0'/><w:rFonts w:ascii='.VnTime'/></w:rPr>",
    "<w:pPr><w:jc w:val='center'/><w:rPr><w:i/><w:sz w:val='2'/></w:rPr></w:pPr>",
    "<w:tcPr><w:gridSpan w:val='2'/><w:tcBorders><w:top w:val='nil'/></w:tcBorders></w:tcPr>",
    "<w:rPr><w:sz w:val='28'/></w:rPr>", "<w:rPr></w:rPr>", "<w:pPr><w:rPr/></w:pPr>",
    // Left out or not known where reading looks.
    "<w:sdtPr><w:rPr><w:b/></w:rPr></w:sdtPr>",
    "<w:pPr><w:pPrChange><w:pPr><w:i/></w:pPr></w:pPrChange></w:pPr>",
    "<w:rPr><w:rPrChange><w:rPr><w:i/></w:rPr></w:rPrChange><w:b/></w:rPr>",
    // What should not stand in one.
    "<w:rPr>text</w:rPr>", "<w:rPr><w:t>a</w:t><w:p/></w:rPr>", "<w:rPr>\n<w:b/>\n</w:rPr>",
    "<w:rPr><!-- </w:rPr> --><w:b/></w:rPr>", "<w:rPr><x:b/><w:b/></w:rPr>",
    "<w:rPr><w:rFonts w:ascii='Á&#xE1;&amp;'/></w:rPr>",
    "<w:pPr><w:sectPr><w:type w:val='continuous'/></w:sectPr></w:pPr>", "<w:rPr ><w:b/></w:rPr>",
    "<w:rPr><w:b/></w:rPr >", "<w:rPr><w:b></w:b></w:rPr>", "<rPr xmlns='urn:x'><w:b/></rPr>",
  ]

  @Test(arguments: blocks)
  func `a block says the same wherever it stands`(_ block: String) {
    let run = "<w:r>\(block)<w:t>a</w:t></w:r>\(block)b"
    check("\(run)\(run)\(Self.filler)\(run)<w:p>\(run)</w:p>\(Self.filler)\(run)\(run)")
  }

  @Test func `a block that was left out is not repeated as if it had been kept`() {
    let block = "<w:rPr><w:b/></w:rPr>"
    check("<w:sdtPr>\(block)</w:sdtPr>\(Self.filler)\(block)\(Self.filler)\(block)")
    check("\(block)\(Self.filler)<w:sdtPr>\(block)</w:sdtPr>\(block)\(Self.filler)\(block)")
  }

  @Test func `a prefix that is declared anew gives a block another meaning`() {
    let block = "<w:rPr><w:b/></w:rPr>"
    for tag in [
      "w:p xmlns:w='urn:x'", "x:p\nxmlns:w\t=\n'urn:x'", "x:p x:a='&amp;' xmlns:w='urn:x'",
    ] {
      let end = tag.prefix(3)
      check("\(block)\(Self.filler)\(block)<\(tag)>\(block)\(Self.filler)\(block)</\(end)>\(block)")
    }
  }

  @Test func `a block may lie across the end of a chunk at every byte`() {
    let block =
      "<w:pPr><w:jc w:val='center'/><w:rPr><w:b/><w:sz/></w:rPr></w:pPr><w:r><w:rPr><w:i/></w:rPr></w:r>"
    for length in (1 << 13) - 420..<(1 << 13) - 120 {
      let text = String(repeating: "a", count: length)
      check("\(block)\(text)\(block)\(block)\(Self.filler)\(block)", "after \(length) letters")
    }
  }

  @Test func `mistakes behind blocks are told with the line they are on`() {
    let blocks = String(repeating: "<w:rPr><w:b/></w:rPr>\n<w:rPr>\n<w:i/></w:rPr>", count: 2000)
    for mistake in [
      "<w:b>", "</w:b>", "<w:rPr><w:b></w:rPr>", "<w:rPr><w:b/></w:pPr>", "<w:rPr><w:b/>",
    ] {
      let part = Array("<w:document \(Self.word)>\(blocks)\(mistake)</w:document>".utf8)
      let errors = [true, false].map {
        PartEvents.events(of: part, sifts: $0).last?.split(separator: "\n").last
      }
      #expect(errors[0] == errors[1])
      #expect(errors[0]?.hasPrefix("<!malformedXML") == true, "\(mistake)")
    }
  }

  @Test func `more blocks than have numbers are read all the same`() {
    let blocks = (0..<6000).map { "<w:rPr><w:rFonts w:ascii='font \($0)'/></w:rPr>" }.joined()
    check(blocks + blocks)
    let long = (0..<900).map {
      "<w:pPr><w:pStyle w:val='\($0)\(String(repeating: "a", count: 1900))'/></w:pPr>"
    }
    .joined()
    check(long + long)
  }

  @Test func `any order of blocks says the same`() {
    let seed = UInt64.random(in: 0...999_999)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      var content = ""
      for _ in 0..<Int.random(in: 1...900, using: &random) {
        let block = Self.blocks.randomElement(using: &random) ?? ""
        if !block.contains("<!") || Int.random(in: 0..<2000, using: &random) == 0 {
          content += block
        }
        if Bool.random(using: &random) { content += "<w:t>kế hoạch</w:t>" }
      }
      check(content, "seed \(seed)")
    }
  }

  @Test func `bytes are found again, equal ones under one number`() {
    var strings = ByteStrings(most: 1 << 4, bytes: 400)
    func index(_ text: String) -> Int? {
      unsafe Array(text.utf8).withUnsafeBufferPointer { unsafe strings.index(of: $0) }
    }
    #expect(index("kế hoạch") == 0)
    #expect(index("kế hoạch 2024") == 1)
    #expect(index("kế hoạch 2025") == 2)
    #expect(index("kế hoạch 2024") == 1)
    #expect(index("kế hoạch") == 0)
    #expect(index(String(repeating: "a", count: 400)) == nil)
    for number in 3..<16 { #expect(index("kế hoạch số \(number)") == number) }
    #expect(index("kế hoạch số 16") == nil)
    #expect(index("kế hoạch số 15") == 15)
  }

  /// Paragraphs and tables with whatever properties may say.
  private static let unit = """
    <w:p><w:pPr><w:pStyle w:val="V"/><w:jc w:val="center"/><w:rPr><w:caps/></w:rPr></w:pPr>\
    <w:r><w:rPr><w:b/><w:rFonts w:ascii="Arial" w:hAnsi=".VnTime"/></w:rPr><w:t>một</w:t></w:r></w:p>\
    <w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>hai</w:t></w:r></w:p>\
    <w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:t>ba</w:t></w:r></w:p>\
    <w:p><w:pPr><w:outlineLvl w:val="1"/><w:rPr><w:specVanish/></w:rPr></w:pPr><w:r><w:t>bốn</w:t></w:r></w:p>\
    <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>năm</w:t></w:r></w:p>\
    <w:p><w:pPr><w:sectPr><w:type w:val="continuous"/></w:sectPr></w:pPr><w:r><w:t>sáu</w:t></w:r></w:p>\
    <w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>\
    <w:p><w:pPr><w:ind w:left="720" w:hanging="x"/><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>bảy</w:t></w:r></w:p>\
    <w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc>\
    <w:tc><w:tcPr><w:vMerge w:val="restart"/><w:tcBorders><w:top w:val="single"/></w:tcBorders></w:tcPr>\
    <w:p><w:r><w:t>tám</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc>\
    <w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>che</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
    """

  @Test func `a document of repeated properties is read as if each were read anew`() throws {
    let body = String(repeating: Self.unit, count: 60)
    func document(_ body: String) throws -> String {
      var docx = DocxBuilder(body: body)
      docx.addPart(
        "word/styles.xml", type: "styles",
        "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"V\"><w:rPr><w:i/></w:rPr></w:style></w:styles>"
      )
      docx.addPart(
        "word/numbering.xml", type: "numbering",
        """
        <w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>\
        <w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>\
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
        """)
      return try String(describing: read(docx))
    }
    // A blank in the start tag, and a block has no number.
    let anew = ["pPr", "rPr", "tcPr"].reduce(body) {
      $0.replacingOccurrences(of: "<w:\($1)>", with: "<w:\($1) >")
    }
    #expect(try document(body) == document(anew))
  }
}
