import Foundation
import TestSupport
import Testing

@testable import DocumentReading

/// What is taken out of a part before it is parsed changes nothing of what reading takes from it.
@Suite struct SieveTests {
  private static let declared =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:x=\"urn:x\""

  static let parts = [
    // What is taken out.
    "<w:p w:rsidR='00AB12CD' w:rsidRDefault=\"00AB12CD\"><w:sz w:val='28'/><w:t>a</w:t></w:p>",
    "<x:unknown/><x:unknown /><x:unknown  a='1'  b=\"2\" /><w:t>a</w:t>",
    "<w:b w:val='0' w:other='1'/><w:b x:val=\"0\"/><w:b   w:other='1'   w:val='0'  />",
    "<w:lastRenderedPageBreak/><w:continuationSeparator/><w:eastAsianLayout w:id='1'/>",
    // Wrappers in which nothing is left.
    "<w:r><w:rPr><w:sz w:val='1'/></w:rPr><w:t>a</w:t></w:r>", "<w:rPr w:x='1'></w:rPr><w:rPr/>",
    "<x:a><x:b><w:sz/></x:b></x:a>", "<w:pPr><w:rPr/></w:pPr>", "<x:a w:val='ế'></x:a>",
    "<x:a>b</x:a>", "<w:rPr> </w:rPr>", "<w:rPr><w:b/></w:rPr>", "<w:b></w:b><w:p></w:p>",
    "<x:a xmlns:y='urn:y'></x:a>", "<w:rPr></w:rPr ><x:a ></x:a>",
    // What stays: references, letters beyond ASCII, line breaks, the other quote, namespaces.
    "<w:lvlText w:val='&#x110;i&#7873;u %1'/><w:sz w:val='&amp;'/><w:name w:val='Kế hoạch'/>",
    "<w:kế/><w:kế w:val='1'>a</w:kế><kế:b xmlns:kế='urn:x' kế:val='1'/>",
    "<w:sz\nw:val='28'/><w:b\tw:val='0'/><w:b w:val\n=\n'0'/><w:b w:val = '0' w:x = '1'/>",
    "<w:b w:val='a\"b' w:x='a\"b>c'/><w:b w:val=\"a'b>\" w:x=\"/>\"/><w:t>'/>\"</w:t>",
    "<y:b xmlns:y='http://schemas.openxmlformats.org/wordprocessingml/2006/main' y:val='0'/>",
    "<b xmlns='http://schemas.openxmlformats.org/wordprocessingml/2006/main' val='0'/>",
    "<w:t xml:space='preserve' xml:lang='vi'> a </w:t>",
    // Where `<` may be text.
    "<w:t><!-- <w:sz w:val='28'/> --><![CDATA[<w:sz w:val='28'/><b/>]]>a</w:t><w:sz/>",
    "<w:t>a<?x <w:sz w:val='?><w:b/>b</w:t><w:sz w:val='28'/>",
    // Mistakes.
    "<w:p><w:sz w:val='28'></w:p>", "<w:sz w:val='28'w:x='1'/>", "<w:sz w:val=28/>",
    "<w:sz w:val='<'/>", "<w:b w:val='0' w:val='1'/>", "<w:sz w:val='2", "<w:sz ", "<w:", "<",
    "<w:t>a", "<w:sz/ >", "<w:sz/", "< w:sz/>", "<w:sz w:val='&x;'/>", "<1/>", "<w:1/>", "<w1/>",
    "< />",
    "<1:sz/>", "<w:b 1:x='1'/>", "<w:b w:1x='1'/>", "<é:sz/>", "<_:sz/>", "<w:s!z/>",
    "<w:b w:x-y='1' w:x.y='2'/>",
    "<w: />", "<>", "</>", "<w:rPr></w:pPr>", "<w:rPr></w:rPrx>",
    "<w:rPrx></w:rPr>", "<x:a><x:b></x:a>", "<x:a></x:a", "<x:a></x", "<x:a></",
    "<x:a></x:a></x:a>", "</w:p>",
    "<w:tc<w:tcPr/>/>", "<w:tc <w:tcPr/>w:x='1'/>", "<w:tc w:x='<w:tcPr/>'/>", "</w:p<w:tcPr/>>",
    "<w:tc></w:tc<w:sz/>>", "<x:a></x:a<w:p/>>", "</<w:p/>w:document>", "<w:b :val='0'/>",
    "<w:b w::val='0'/>",
    "<w:b w:x:val='0'/>", "<w:p><w:b :val='0'/></w:p>", "<w:p><w:b w:x:val='0'/></w:p>", "<w:x:p/>",
    "<:p/>",
    "<w:p w:x='1'p/>", "<x:p w:x='1'p/>", "<w:b w:x='1'w/>", "<w:p w:x='0'1/>", "<w:p w:x='1'=''/>",
    "<w:sz w:val='\u{1}'/>", "<w:sz =''/>", "<w:sz ''/>", "<w:sz w:='1'/>", "<w:sz :val='1'/>",
  ]

  @Test(arguments: parts)
  func `the plainest tags and attributes are taken out and nothing else`(_ content: String) {
    for head in [
      "", "<?xml version='1.0' encoding=\"UTF-8\" standalone=\"yes\"?>\n", "\u{FEFF}",
      "<?xml version='1.0' encoding=\"ISO-8859-1\"?>", "<!-- a -->",
    ] {
      let part = Array("\(head)<w:document \(Self.declared)>\(content)</w:document>".utf8)
      #expect(PartEvents.events(of: part, sifts: true) == PartEvents.events(of: part, sifts: false))
    }
  }

  /// What of a part reaches the parser; `#` stands for what was read before.
  private func parsed(_ part: String) throws -> String {
    var archive = ArchiveWriter()
    archive.add("part.xml", Array(part.utf8))
    return try unsafe archive.bytes().withUnsafeBufferPointer { bytes in
      let limits = ReadingLimits()
      let archive = try unsafe ZIPArchive(
        reading: bytes, file: "a.docx", limits: limits, budget: ReadingBudget(limits))
      let names = try #require(XMLNames())
      guard var entry = try archive.open("part.xml") else { return "" }
      var sieve = XMLSieve(isOpen: true)
      var tape = XMLTape(names: names, limits: limits)
      var text = ""
      while !sieve.isFinished {
        text += try unsafe String(decoding: sieve.read(from: &entry, onto: &tape), as: UTF8.self)
      }
      let name = String(decoding: GroupName.bytes, as: UTF8.self)
      #expect(GroupName.matches(name))
      return text.replacingOccurrences(of: "<\(name)/>", with: "#")
    }
  }

  @Test(arguments: [
    (
      "<w:p w:rsidR='00AB12CD' w:x=\"1\"><w:sz w:val='28'/><w:t>a</w:t></w:p>",
      "<w:p><w:t>a</w:t></w:p>"
    ),
    ("<w:r><w:rPr><w:sz w:val='1'/><w:lang/></w:rPr><w:t>a</w:t></w:r>", "<w:r><w:t>a</w:t></w:r>"),
    ("<w:b w:x='1' w:val='0' />", "<w:b w:val='0' />"),
    ("<x:a><x:q w:z='1'/></x:a>c", "c"),
    ("<w:rPr><w:b/></w:rPr><w:rPr/>", "<w:rPr><w:b/></w:rPr>"),
    ("<w:rPr><w:sz/></w:rPr><w:rPr><w:sz/></w:rPr>a<w:rPr><w:sz/></w:rPr>", "a"),
    ("<w:pPr><w:q><w:sz/></w:q><x:a><x:q/></x:a></w:pPr>a", "a"),
    ("<x:a><x:q><x:z><w:sz/></x:z><w:sz/></x:q></x:a>a", "a"),
    ("<x:a><x:q></x:q>b<x:z></x:z></x:a>", "<x:a>b</x:a>"),
    ("<w:lastRenderedPageBreak/><w:tab/>", "<w:tab/>"),
    ("<w:sz w:val='&amp;'/><w:sz w:val='ế'/>", "<w:sz w:val='&amp;'/><w:sz w:val='ế'/>"),
    ("<x:a>b</x:a><x:a z='1'>b</x:a>", "<x:a>b</x:a><x:a z='1'>b</x:a>"),
    ("<x:a></x:b>", "<x:a></x:b>"),
    ("<w:sz\nw:val='1'/>", "<w:sz\nw:val='1'/>"),
    ("<w:sz/><!-- --><w:sz/>", "<!-- --><w:sz/>"),
  ])
  func `this is left of a part whose prefixes are not declared`(_ part: String, _ left: String)
    throws
  {
    #expect(try parsed("<w:p>\(part)</w:p>") == "<w:p>\(left)</w:p>")
  }

  @Test(arguments: [
    // Read as a whole, and what follows one another as one.
    ("<w:p/>", "#"), ("<w:p></w:p>", "#"), ("<w:p /><w:p w:rsidR='00AB12CD' ></w:p>", "#"),
    ("<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p>", "#"),
    ("<w:p><w:r><w:t xml:space='preserve'> a </w:t><w:tab/></w:r>a</w:p><w:p>b</w:p>", "#"),
    ("<w:p/>a<w:p/>", "#a#"), ("<w:p/><w:q/><w:p/>", "#"), ("<w:p/><w:tab/><w:p/>", "#<w:tab/>#"),
    ("<w:tr><w:tc><w:tcPr/><w:p/></w:tc><w:tc/></w:tr>", "<w:tr>#</w:tr>"),
    ("<w:p><w:r><w:br w:type='page'/><w:sym w:font='a' w:char='b'/></w:r></w:p>", "#"),
    (
      "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:proofErr/><w:hyperlink r:id='1'/></w:p>", "#"
    ),
    (
      "<w:p><w:del><w:r><w:delText>a</w:delText></w:r></w:del><w:sdt><w:sdtPr>a</w:sdtPr></w:sdt></w:p>",
      "#"
    ),
    ("<w:p>é\u{7FF}\u{800}ế\u{D7FF}\u{E000}\u{FFFD}\u{10000}\u{10FFFF}\u{7F}\u{80}</w:p>", "#"),
    ("<w:r><w:t>a</w:t></w:r>", "#"), ("<w:pPr><w:rPr><w:b/></w:rPr></w:pPr>", "#"),
    // Of a unit of which nothing is left nothing is left.
    ("<w:rPr/>a", "a"), ("<w:rPr><w:sz w:val='1'/></w:rPr><w:tcPr></w:tcPr>a", "a"),
    // Left to libxml2, with all around it.
    ("<w:p><x:a>b</x:a></w:p>", "<w:p><x:a>b</x:a></w:p>"),
    ("<w:p><x:a/></w:p>", "<w:p></w:p>"),
    ("<w:p><w:q>b</w:q></w:p>", "<w:p><w:q>b</w:q></w:p>"),
    ("<w:p>&amp;</w:p>", "<w:p>&amp;</w:p>"), ("<w:p>a&gt;b</w:p>", "<w:p>a&gt;b</w:p>"),
    ("<w:p>a>b</w:p>", "<w:p>a>b</w:p>"), ("<w:p>\n</w:p>", "<w:p>\n</w:p>"),
    ("<w:p>a\tb</w:p>", "<w:p>a\tb</w:p>"), ("<w:p\n/>", "<w:p\n/>"),
    ("<w:p></w:p >", "<w:p></w:p >"), ("<w:p></w:r>", "<w:p></w:r>"),
    ("<w:b w:val='&#x31;'/><w:p/>", "<w:b w:val='&#x31;'/>#"),
    ("<w:p><w:b w:val='ế'/></w:p>", "<w:p><w:b w:val='ế'/></w:p>"),
    ("<w:p><w:b w:val='0' w:val='1'/></w:p>", "<w:p><w:b w:val='0' w:val='1'/></w:p>"),
    ("<w:p><w:b w:val='0' x:val='1'/></w:p>", "<w:p><w:b w:val='0' x:val='1'/></w:p>"),
    ("<w:p><w:b w:val=0/></w:p>", "<w:p><w:b w:val=0/></w:p>"),
    ("<w:p><w:1/></w:p>", "<w:p><w:1/></w:p>"), ("<w:p><w:b/ ></w:p>", "<w:p><w:b/ ></w:p>"),
    ("<w:p>\u{FFFE}</w:p>", "<w:p>\u{FFFE}</w:p>"), ("<w:p>\u{FFFF}</w:p>", "<w:p>\u{FFFF}</w:p>"),
    ("<w:p>\u{1}</w:p>", "<w:p>\u{1}</w:p>"), ("<w:p>a]]>b</w:p>", "<w:p>a]]>b</w:p>"),
    ("<x:p/><w:pp>a</w:pp><w:p><!----></w:p>", "<x:p/><w:pp>a</w:pp><w:p><!----></w:p>"),
    // The parts of what is not plain are plain.
    ("<w:p>&amp;<w:r/><w:r>&lt;</w:r></w:p>", "<w:p>&amp;#<w:r>&lt;</w:r></w:p>"),
    (
      "<w:tc><w:tcPr><w:b/></w:tcPr><w:p/><x:a>b</x:a><w:p/></w:tc>",
      "<w:tc>#<x:a>b</x:a>#</w:tc>"
    ),
    // Another declaration of the prefix, and it may mean something else.
    ("<w:p/><w:p xmlns:w='urn:x'/><w:p/>", "#<w:p xmlns:w='urn:x'/><w:p/>"),
    ("<w:p/><x:a xmlns:w='urn:x'>b</x:a><w:p/>", "#<x:a xmlns:w='urn:x'>b</x:a><w:p/>"),
    ("<w:p/><x:a\nxmlns:w\n='urn:x'/><w:p/>", "#<x:a\nxmlns:w\n='urn:x'/><w:p/>"),
    ("<w:p/><w:p xmlns:x='urn:x'/><w:p/>", "#<w:p xmlns:x='urn:x'/>#"),
  ])
  func `this is left of a part in WordprocessingML`(_ part: String, _ left: String) throws {
    for root in ["w:body \(Self.declared)", "x:a \(Self.declared)"] {
      let end = root.prefix { $0 != " " }
      #expect(
        try parsed("<\(root)>\(part)</\(end)>") == "<\(root)>\(left)</\(end)>", "\(root)")
    }
  }

  @Test(arguments: [
    "<w:body xmlns:w='urn:x'>#</w:body>", "<w:body>#</w:body>",
    "<w:body xmlns='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>#</w:body>",
    "<x:a><w:body \(declared)>#</w:body></x:a>", "<w:body\n\(declared)>#</w:body>",
    "<w:body xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main&#x20;'>#</w:body>",
    "<w:body xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/mai'>#</w:body>",
  ])
  func `without a plain declaration on the first tag no element is read as a whole`(
    _ part: String
  ) throws {
    let part = part.replacingOccurrences(of: "#", with: "<w:p>a</w:p>")
    #expect(try parsed(part) == part)
  }

  @Test func `a unit may lie across the end of a chunk at every byte`() throws {
    let unit =
      "<w:p><w:pPr><w:jc w:val='center'/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Kế hoạch</w:t></w:r></w:p>"
    for length in (1 << 14) - 320..<(1 << 14) - 100 {
      let head = "<w:body \(Self.declared)>\(String(repeating: "a", count: length))"
      let left = try parsed("\(head)\(unit)\(unit)</w:body>")
      #expect(left.replacing("##", with: "#") == "\(head)#</w:body>", "\(length) letters")
    }
  }

  @Test func `a unit may be longer than what is looked at`() {
    for count in [30, 300, 3000] {
      let text = String(repeating: "<w:r><w:t>Kế hoạch công tác</w:t></w:r>", count: count)
      let part = Array(
        "<w:body \(Self.declared)><w:p>\(text)</w:p><w:tc><w:p>\(text)</w:p></w:tc></w:body>".utf8)
      #expect(PartEvents.events(of: part, sifts: true) == PartEvents.events(of: part, sifts: false))
    }
  }

  @Test func `units that are nested and not plain say the same`() {
    for depth in [3, 20, 31, 40, 200] {
      for text in ["a", "&amp;", String(repeating: "<w:r>a</w:r>", count: 900) + "&amp;"] {
        let nested =
          String(repeating: "<w:p>", count: depth) + text
          + String(repeating: "</w:p>", count: depth)
        let part = Array("<w:body \(Self.declared)>\(nested)\(nested)</w:body>".utf8)
        #expect(
          PartEvents.events(of: part, sifts: true) == PartEvents.events(of: part, sifts: false))
      }
    }
  }

  @Test func `elements are counted in units as elsewhere`() {
    func events(_ depth: Int, sifts: Bool) -> [String] {
      let part =
        "<w:body \(Self.declared)>\(String(repeating: "<w:ins>", count: depth - 5))<w:p><w:ins><w:ins>a<w:p/></w:ins></w:ins></w:p>"
        + "\(String(repeating: "</w:ins>", count: depth - 5))</w:body>"
      return PartEvents.events(of: Array(part.utf8), sifts: sifts)
    }
    let limit = ReadingLimits().elementDepth
    #expect(events(limit, sifts: true) == events(limit, sifts: false))
    #expect(events(limit, sifts: true).last == ">")
    #expect(events(limit + 1, sifts: true).last?.hasPrefix("<!limit") == true)
    #expect(events(limit + 1, sifts: false).last?.hasPrefix("<!limit") == true)
  }

  @Test func `whatever is written says the same`() {
    let seed = UInt64.random(in: 0...999_999)
    var random = SeededGenerator(seed: seed)
    let units = [
      "<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p>", "<w:p w:rsidR='00AB12CD'/>",
      "<w:p><w:pPr><w:jc w:val='center'/><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:rPr><w:b/></w:rPr>",
      "<w:t xml:space='preserve'> a b </w:t>", "</w:r></w:p>", "<w:br/>", "<w:tc><w:tcPr/>",
      "</w:tc>",
      "<w:proofErr/>", "<x:a>b</x:a>", "text", "<w:q>", "</w:q>", "<w:tabs><w:tab/></w:tabs>",
      "<w:sdtPr><w:b/>c</w:sdtPr>", "<w:rPr><w:sz w:val='1'/></w:rPr>",
    ]
    let letters = Array("<>/ w:pr='\"&;]\n\u{1}é\u{FFFE}!?-x".utf8)
    for _ in 0..<3000 {
      var content: [UInt8] = []
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        content += (units.randomElement(using: &random) ?? "").utf8
      }
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let place = Int.random(in: 0..<content.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: content[place] = letters.randomElement(using: &random) ?? 0x20
        case 1: content.insert(letters.randomElement(using: &random) ?? 0x20, at: place)
        default: content.remove(at: place)
        }
        if content.isEmpty { content = [0x20] }
      }
      let part = Array("<w:body \(Self.declared)>".utf8) + content + Array("</w:body>".utf8)
      let sifted = PartEvents.events(of: part, sifts: true)
      let all = PartEvents.events(of: part, sifts: false)
      // Of several mistakes another may be told, on the same line.
      let lines = [sifted, all].map { events in
        events.last.flatMap {
          $0.hasPrefix("<!malformed") ? $0.split(separator: "reason").first : nil
        }
      }
      #expect(
        sifted == all || lines[0] != nil && lines[0] == lines[1],
        "seed \(seed): \(String(decoding: content, as: UTF8.self)) \(sifted.last ?? "") \(all.last ?? "")"
      )
    }
  }

  @Test func `a part in UTF-16 is left as it is`() throws {
    let text =
      "<w:document \(Self.declared)><w:sz/><w:b w:val='0' w:x='1'/><w:t>Kế</w:t></w:document>"
    for encoding in [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian] {
      let part = try Array(#require(text.data(using: encoding)))
      #expect(PartEvents.events(of: part, sifts: true) == PartEvents.events(of: part, sifts: false))
    }
  }

  @Test func `a tag may lie across the end of a chunk at every byte`() {
    let tags =
      "<w:p w:rsidR='00AB12CD'><w:sz w:val='28'/><w:b w:x='1' w:val='0'/><x:y z='ế'/><w:r><w:rPr><w:sz/></w:rPr><w:t>ab</w:t></w:r></w:p>"
    for length in (1 << 14) - 320..<(1 << 14) - 120 {
      let filler = String(repeating: "a", count: length)
      let part = Array("<w:document \(Self.declared)>\(filler)\(tags)</w:document>".utf8)
      #expect(
        PartEvents.events(of: part, sifts: true) == PartEvents.events(of: part, sifts: false),
        "after \(length) letters")
    }
  }

  @Test(arguments: [10, 16_000, 16_400, 33_000, 70_000])
  func `a tag may be longer than a chunk`(_ length: Int) {
    let value = String(repeating: "a", count: length)
    let part = Array(
      "<w:document \(Self.declared)><w:sz w:val='\(value)'/><w:b w:val='0' w:x='\(value)'/></w:document>"
        .utf8)
    #expect(PartEvents.events(of: part, sifts: true) == PartEvents.events(of: part, sifts: false))
  }

  @Test func `every part of every fixture says the same`() throws {
    let files = try #require(
      FileManager.default.enumerator(at: Fixtures.folder, includingPropertiesForKeys: nil))
    var count = 0
    for case let url as URL in files where url.pathExtension == "docx" {
      let file = try Array(Data(contentsOf: url))
      for part in ["document", "styles", "numbering", "footnotes", "header1", "theme/theme1"] {
        let name = "word/\(part).xml"
        let sifted = PartEvents.events(of: name, in: file, sifts: true)
        #expect(
          sifted == PartEvents.events(of: name, in: file, sifts: false),
          "\(url.lastPathComponent) \(name)")
        count += sifted.count
      }
    }
    #expect(count > 1000)
  }
}
