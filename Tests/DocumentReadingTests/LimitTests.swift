import DocumentReading
import ProgrammeModel
import TestSupport
import Testing

/// What hostile input may cost.
@Suite struct LimitTests {
  private func kind(
    _ docx: DocxBuilder, _ change: (inout ReadingLimits) -> Void = { _ in }
  ) -> ReadingLimits.Kind? {
    var limits = ReadingLimits()
    change(&limits)
    do throws(ReadingError) {
      _ = try read(docx, limits: limits)
      return nil
    } catch {
      guard case .limit(_, _, let kind, _) = error else { return nil }
      return kind
    }
  }

  @Test func `the defaults let documents pass`() throws {
    #expect(kind(DocxBuilder(body: p("thân"))) == nil)
  }

  @Test func `entries are counted`() {
    #expect(kind(DocxBuilder(body: p("thân"))) { $0.entries = 2 } == .entries)
  }

  @Test func `bytes are counted while they are inflated`() {
    let docx = DocxBuilder(body: String(repeating: p("dài"), count: 1000))
    #expect(kind(docx) { $0.partBytes = 20_000 } == .partBytes)
    #expect(kind(docx) { $0.totalBytes = 20_000 } == .totalBytes)
    #expect(
      kind(docx) {
        $0.ratio = 0
        $0.ratioGrace = 20_000
      } == .ratio)
  }

  @Test(arguments: [300, 20_000])
  func `elements that nest without end are refused`(_ count: Int) {
    let docx = DocxBuilder(
      body: String(repeating: "<w:sdt>", count: count) + String(repeating: "</w:sdt>", count: count)
    )
    #expect(kind(docx) == .elementDepth)
  }

  @Test(.timeLimit(.minutes(1)), arguments: [25, 20_000])
  func `tables that nest without end are refused`(_ count: Int) {
    let docx = DocxBuilder(
      body: String(repeating: "<w:tbl><w:tr><w:tc>", count: count) + p("đáy")
        + String(repeating: "</w:tc></w:tr></w:tbl>", count: count))
    let met = kind(docx)
    #expect(met == .nesting || met == .elementDepth)
  }

  @Test func `limits that are lifted as far as can be overflow nothing`() {
    let tables = 20_000
    let docx = DocxBuilder(
      body: String(repeating: "<w:tbl><w:tr><w:tc>", count: tables) + p("đáy")
        + String(repeating: "</w:tc></w:tr></w:tbl>", count: tables))
    func lift(_ limits: inout ReadingLimits) {
      for limit in [
        \.entries, \.partBytes, \.totalBytes, \.ratio, \.ratioGrace, \.elementDepth, \.textBytes,
        \.paragraphs, \.cells, \.definitions, \.nesting, \.embedding, \.chunks, \.labelLength,
        \.listNumber,
      ] as [WritableKeyPath<ReadingLimits, Int>] {
        limits[keyPath: limit] = .max
      }
    }
    #expect(kind(docx, lift) == .nesting)
    #expect(kind(DocxBuilder(body: p("thân")), lift) == nil)
    var limits = ReadingLimits()
    lift(&limits)
    // Three bytes a letter, in 32 bits.
    #expect(limits.partBytes * 3 < Int32.max && limits.textBytes * 3 < Int32.max)
    #expect(limits.nesting == 200 && limits.embedding == 32)
  }

  @Test func `a text without end is refused`() {
    let docx = DocxBuilder(body: p(String(repeating: "a", count: 50_000)))
    #expect(kind(docx) { $0.textBytes = 40_000 } == .textBytes)
    #expect(kind(docx) == nil)
  }

  @Test func `a document in itself is refused`() {
    var docx = DocxBuilder(body: p("đáy"))
    for _ in 0..<6 {
      var outer = DocxBuilder(body: "<w:altChunk r:id=\"c\"/>")
      outer.parts.append(("word/c.docx", docx.bytes()))
      outer.relate("word/c.docx", type: "aFChunk", id: "c")
      docx = outer
    }
    #expect(kind(docx) == .embedding)
    #expect(kind(docx) { $0.embedding = 6 } == nil)
  }

  @Test(.timeLimit(.minutes(1))) func `many styles, lists and fonts take no time to themselves`()
    throws
  {
    let styles = (0..<5_000).map {
      """
      <w:style w:type="paragraph" w:styleId="S\($0)"><w:basedOn w:val="S\($0 + 1)"/><w:rPr>\
      <w:rFonts w:hAnsi="F\($0)"/></w:rPr></w:style>
      """
    }.joined()
    let lists = (0..<5_000).map { list($0, level(0, "decimal", "%1.")) }.joined()
    let body = (1..<5_000).map { item("x", $0, style: "S\($0)") }.joined()
    #expect(try read(numbered(lists, body, styles: styles)).blocks.count == 4_999)
  }

  @Test func `lists are counted as far as the limit`() throws {
    var limits = ReadingLimits()
    limits.listNumber = 5
    let docx = numbered(
      list(1, level(0, "decimal", "%1.", start: 4)), item("a", 1) + item("b", 1) + item("c", 1))
    #expect(try dump(read(docx, limits: limits)) == "4. a\n5. b\n5. c")
  }

  @Test(.timeLimit(.minutes(1))) func `hostile numbers in attributes are bounded`() throws {
    let number = "99999999999999999999"
    let body = """
      \(p("a", "<w:ind w:left=\"\(number)\" w:firstLine=\"\(number)\"/><w:outlineLvl w:val=\"\(number)\"/>"))\
      <w:tbl><w:tr><w:trPr><w:gridBefore w:val="\(number)"/></w:trPr><w:tc><w:tcPr>\
      <w:gridSpan w:val="\(number)"/></w:tcPr>\(p("b"))</w:tc></w:tr></w:tbl>\(item("c", 1, 99))\
      <w:p><w:r><w:footnoteReference w:id="\(number)"/><w:sym w:char="\(number)"/></w:r></w:p>
      """
    #expect(try dump(body: body) == "a\n║ b\nc")
  }
}
