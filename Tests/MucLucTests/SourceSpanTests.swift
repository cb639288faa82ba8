import Foundation
import MucLuc
import ProgrammeModel
import TestSupport
import Testing

@Suite struct SourceSpanTests {
  /// Documents of every format in the fixtures and, where it is there, in the shared corpus.
  static let documents: [URL] = {
    let shared = Shared.folder?.appendingPathComponent("corpus")
    let formats = ["docx", "doc", "rtf", "html", "txt"]
    return ([Fixtures.folder] + (shared.map { [$0] } ?? [])).flatMap { folder -> [URL] in
      let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
      return (names ?? []).sorted().map { folder.appendingPathComponent($0) }
        .filter { formats.contains($0.pathExtension) }
    }
  }()

  @Test(arguments: documents)
  func `every text stands where its spans say, and every letter of the source in one of them`(
    _ file: URL
  ) throws {
    let bytes = try [UInt8](Data(contentsOf: file))
    guard let conversion = try? Pipeline().convert(bytes, named: file.lastPathComponent) else {
      return
    }
    let account = SpanAccount(conversion)
    #expect(account.faults.prefix(3).isEmpty)
    #expect(account.unplaced.prefix(3).isEmpty)
  }

  @Test func `spans of wrapped lines, columns, cells and labels`() throws {
    let lines = """
      SỞ NỘI VỤ          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      KẾ HOẠCH
      Công tác năm 2030
      I. NHIỆM VỤ
      1. Sở Nội vụ chủ trì rà soát danh mục vị trí việc làm của các đơn vị sự nghiệp trước
      ngày 15/5/2030, báo cáo kết quả bằng văn bản về Văn phòng.
      2. Công tác dân vận: Tiếp tục vận động nhân dân.
      """
    let conversion = try Pipeline().convert(Array(lines.utf8), named: "a.txt")
    let programme = conversion.programme
    let heading = try #require(programme.outline.first)
    #expect(programme.lines.first?.spans.pieces.map(\.span.range) == [0..<15])
    #expect(programme.metadata.spans[.issuer] == [SourceSpan(paragraph: 0, range: 0..<15)])
    #expect(programme.metadata.spans[.subject] == [SourceSpan(paragraph: 2, range: 0..<20)])
    #expect(programme.metadata.spans[.number] == nil)
    #expect(programme.metadata.spans[.security] == nil)
    #expect(heading.markerSpans.first == SourceSpan(paragraph: 3, range: 0..<2))
    #expect(heading.titleSpans.first == SourceSpan(paragraph: 3, range: 3..<15))
    guard case .paragraph(let first) = heading.children[0].content[0] else { return }
    #expect(first.spans.pieces.map(\.span.paragraph) == [4, 5])
    #expect(first.spans.pieces.map(\.span.range.lowerBound) == [3, 0])
    let runIn = heading.children[1]
    #expect(runIn.titleSpans.first?.range == 3..<24)
    #expect(runIn.content[0].firstSpan == SourceSpan(paragraph: 6, range: 26..<64))
  }

  @Test(
    arguments: [
      // Blanks in front of the line, letters with their marks apart, and a line that is cut.
      ("  3. Hai.", 0..<2, 3..<5), ("A\u{302}\u{301}y 3. Hai.", 5..<7, 6..<8),
      ("3. Hai.", 2..<2, 3..<3), ("\t3. Hai.", 3..<6, 5..<8),
      ("x\u{C}3. Hai.", 0..<2, nil),
    ] as [(String, Range<Int>, Range<Int>?)])
  func `columns are those of the file`(
    _ line: String, _ range: Range<Int>, _ expected: Range<Int>?
  ) throws {
    let conversion = try Pipeline().convert(Array("Một.\n\(line)\nBa.".utf8), named: "a.txt")
    let number = line.utf8.contains(0x0C) ? 2 : 1
    let span = SourceSpan(paragraph: number, range: range)
    #expect(conversion.text.columns(of: [span]) == [expected])
    #expect(
      conversion.text.columns(of: [nil, SourceSpan(paragraph: 9, range: 0..<1)]) == [nil, nil])
  }

  @Test func `columns in a legacy encoding are those of its bytes`() throws {
    // 3. and 5. below 1., in VNI: each letter with its marks is two or three bytes.
    let lines = """
      SÔÛ NOÄI VUÏ
      KEÁ HOAÏCH
      Coâng taùc naêm 2030
      1. Toå chöùc hoäi nghò trieån khai nhieäm vuï coâng taùc.
      2. Taêng cöôøng coâng taùc kieåm tra, giaùm saùt.
      """
    let bytes = lines.unicodeScalars.map { UInt8($0.value) }
    let conversion = try Pipeline().convert(bytes, named: "a.txt")
    let task = try #require(conversion.programme.outline.last)
    #expect(conversion.programme.source.encoding == "vni")
    guard case .paragraph(let paragraph) = task.content[0] else { return }
    let columns = conversion.text.columns(of: [task.markerSpans.first, paragraph.spans.first])
    #expect(columns == [1..<3, 4..<50])
  }

  @Test func `a doubt names its words`() throws {
    let lines = "I. NHIỆM VỤ\n1. Làm một việc.\n   3. Làm hai việc ở đọan đường.\n4. Hết."
    let conversion = try Pipeline().convert(Array(lines.utf8), named: "a.txt")
    let doubts = conversion.programme.diagnostics
    let columns = conversion.text.columns(of: doubts.map(\.span))
    let named = zip(doubts, columns).compactMap { doubt, columns in
      columns.map { "\(doubt.code) \($0.lowerBound)-\($0.upperBound)" }
    }
    #expect(named.contains("outline.numbering-gap 4-6"))
    #expect(named.contains("extract.misplaced-tone 22-26"))
  }

  @Test(arguments: [
    (0..<5, [SourceSpan(paragraph: 2, range: 10..<15)]),
    (3..<8, [SourceSpan(paragraph: 2, range: 13..<15), SourceSpan(paragraph: 4, range: 0..<2)]),
    (6..<9, [SourceSpan(paragraph: 4, range: 0..<3)]),
    // What stands nowhere: a separator, no text, what is behind the end.
    (5..<6, [SourceSpan(paragraph: 2, range: 15..<15)]),
    (0..<0, [SourceSpan(paragraph: 2, range: 10..<10)]),
    (7..<7, [SourceSpan(paragraph: 4, range: 1..<1)]),
    (20..<30, [SourceSpan(paragraph: 4, range: 3..<3)]),
  ])
  func `a slice of a text of two pieces`(_ range: Range<Int>, _ expected: [SourceSpan]) {
    var spans = SourceSpans(SourceSpan(paragraph: 2, range: 10..<15))
    spans.append(SourceSpans(SourceSpan(paragraph: 4, range: 0..<3)), at: 6)
    #expect(spans.slice(range).pieces.map(\.span) == expected)
  }

  @Test func `a slice of a text that stands nowhere stands nowhere`() {
    #expect(SourceSpans().slice(0..<3).pieces.isEmpty)
    #expect(SourceSpans().start.pieces.isEmpty)
  }

  @Test(arguments: [
    ([TextRange(0, 2), TextRange(2, 3)], [0..<4, 4..<7]),
    ([TextRange(1, 1), TextRange(3, 9)], [1..<1, 7..<8]),
    // Out of order, behind the end, and turned around.
    ([TextRange(2, 3), TextRange(0, 1)], [4..<7, 0..<1]), ([TextRange(9, 12)], [8..<8]),
    ([TextRange(3, 1)], [7..<7]),
  ])
  func `code points become bytes`(_ slices: [TextRange], _ bytes: [Range<Int>]) {
    #expect("a\u{20AC}\u{1EA5}b".byteRanges(of: slices) == bytes)
  }
}

extension Block {
  fileprivate var firstSpan: SourceSpan? {
    switch self {
    case .paragraph(let paragraph): paragraph.spans.first
    case .table(let table): table.spans.first
    }
  }
}

/// Lays all texts of an output over the source by their spans.
private struct SpanAccount {
  /// Texts that do not stand where their spans say, and places that two texts claim.
  private(set) var faults: [String] = []

  /// Letters of the source that no text claims.
  private(set) var unplaced: [String] = []

  private var source: [[UInt8]] = []
  private var claimed: [[Bool]] = []

  init(_ conversion: Conversion) {
    conversion.text.document.forEachParagraph { source.append(Array($0.text.utf8)) }
    claimed = source.map { Array(repeating: false, count: $0.count) }
    let programme = conversion.programme
    for line in programme.lines { claim(line.text, line.spans) }
    claim(programme.preamble + programme.closing)
    claim(programme.outline)
    for appendix in programme.appendices {
      if appendix.title.count != appendix.titleSpans.count { faults.append("spans of a title") }
      for (text, spans) in zip(appendix.title, appendix.titleSpans) { claim(text, spans) }
      for line in appendix.lines { claim(line.text, line.spans) }
      claim(appendix.preamble + appendix.closing)
      claim(appendix.outline)
    }
    for note in programme.notes { claim(note.content) }
    for paragraph in source.indices {
      let rest = zip(source[paragraph], claimed[paragraph]).filter { !$1 }.map(\.0)
      let visible = String(decoding: rest, as: UTF8.self).unicodeScalars.filter {
        !$0.properties.isWhitespace && $0 != ":"
      }
      if !visible.isEmpty { unplaced.append("\(paragraph): \(String.UnicodeScalarView(visible))") }
    }
  }

  private mutating func claim(_ nodes: [Node]) {
    for node in nodes {
      if node.markerSpans.first == nil { faults.append("\(node.id) stands nowhere") }
      if let marker = node.marker, marker.origin == .typed { claim(marker.text, node.markerSpans) }
      if let title = node.title { claim(title, node.titleSpans) }
      claim(node.content)
      claim(node.children)
    }
  }

  private mutating func claim(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): claim(paragraph.text, paragraph.spans)
      case .table(let table):
        claim(table.plainText, table.spans, isTable: true)
        if let caption = table.caption { claim(caption, table.captionSpans) }
      }
    }
  }

  private mutating func claim(_ text: String, _ spans: SourceSpans, isTable: Bool = false) {
    let bytes = Array(text.utf8)
    var end = 0
    for piece in spans.pieces {
      let span = piece.span
      guard piece.start >= end, piece.end <= bytes.count,
        source.indices.contains(span.paragraph),
        span.range.upperBound <= source[span.paragraph].count
      else {
        faults.append("\(piece) is no piece of \(text)")
        return
      }
      if source[span.paragraph][span.range] != bytes[piece.start..<piece.end] {
        faults.append("\(piece) of \(text)")
      }
      // A label that Word prints stands in a cell alone.
      if !isTable, bytes[end..<piece.start].contains(where: { $0 > 0x20 }) {
        faults.append("\(text) before \(piece)")
      }
      for place in span.range {
        if claimed[span.paragraph][place] { faults.append("\(piece) of \(text) is claimed twice") }
        claimed[span.paragraph][place] = true
      }
      end = piece.end
    }
    if !isTable, bytes[end...].contains(where: { $0 > 0x20 }) {
      faults.append("the end of \(text)")
    }
  }
}
