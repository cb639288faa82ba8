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

  /// What of a part reaches the parser.
  private func parsed(_ part: String) throws -> String {
    var archive = ArchiveWriter()
    archive.add("part.xml", Array(part.utf8))
    return try unsafe archive.bytes().withUnsafeBufferPointer { bytes in
      let limits = ReadingLimits()
      let archive = try unsafe ZIPArchive(
        reading: bytes, file: "a.docx", limits: limits, budget: ReadingBudget(limits))
      guard var entry = try archive.open("part.xml") else { return "" }
      var sieve = XMLSieve(isOpen: true)
      var text = ""
      while !sieve.isFinished {
        text += try unsafe String(decoding: sieve.read(from: &entry), as: UTF8.self)
      }
      return numbered(text)
    }
  }

  /// Writes `0` and `1` for the names of numbered blocks, which are drawn anew for every process.
  private func numbered(_ text: String) -> String {
    (0..<10).reduce(text) { text, number in
      var letters = [UInt8](repeating: 0, count: BlockName.length)
      unsafe letters.withUnsafeMutableBufferPointer {
        if let start = $0.baseAddress { unsafe BlockName.write(number, to: start) }
      }
      let name = String(decoding: letters, as: UTF8.self)
      #expect(BlockName.number(of: name) == number)
      return text.replacingOccurrences(of: name, with: "\(number)")
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
    ("<w:rPr><w:b/></w:rPr><w:rPr/>", "<0><w:rPr><w:b/></w:rPr></0>"),
    (
      "<w:pPr><w:b/></w:pPr><w:rPr><w:b/></w:rPr><w:tcPr><w:b/></w:tcPr>",
      "<0><w:pPr><w:b/></w:pPr></0><1><w:rPr><w:b/></w:rPr></1><2><w:tcPr><w:b/></w:tcPr></2>"
    ),
    (
      "<w:rPr><w:b/><w:sz w:val='1'/></w:rPr><w:rPr><w:sz w:val='2'/><w:b w:x='1'/></w:rPr>",
      "<0><w:rPr><w:b/></w:rPr></0><0><w:rPr><w:b/></w:rPr></0>"
    ),
    ("<w:rPr><w:sz/></w:rPr><w:rPr><w:sz/></w:rPr>a<w:rPr><w:sz/></w:rPr>", "a"),
    ("<w:pPr><w:q><w:sz/></w:q><x:a><x:q/></x:a></w:pPr>a", "a"),
    ("<x:a><x:q><x:z><w:sz/></x:z><w:sz/></x:q></x:a>a", "a"),
    ("<x:a><x:q></x:q>b<x:z></x:z></x:a>", "<x:a>b</x:a>"),
    // Blocks that have no number: their end is not surely theirs, or their meaning not surely the same.
    ("<w:rPr ><w:b/></w:rPr>", "<w:rPr ><w:b/></w:rPr>"),
    ("<w:rPr><x:c/><w:b/></w:rPr>", "<w:rPr><w:b/></w:rPr>"),
    ("<w:rPr>\n<w:b/></w:rPr>", "<w:rPr>\n<w:b/></w:rPr>"),
    (
      "<w:rPr><w:b/><w:q><w:rPr><w:i/></w:rPr></w:q></w:rPr>",
      "<w:rPr><w:b/><w:q><0><w:rPr><w:i/></w:rPr></0></w:q></w:rPr>"
    ),
    (
      "<w:rPr><w:b/></w:rPr><w:p xmlns:w='urn:x'><w:rPr><w:b/></w:rPr></w:p>",
      "<0><w:rPr><w:b/></w:rPr></0><w:p xmlns:w='urn:x'><w:rPr><w:b/></w:rPr></w:p>"
    ),
    (
      "<w:rPr><w:b/></w:rPr><w:p\txmlns:w\n='urn:x'><w:rPr><w:b/></w:rPr></w:p>",
      "<0><w:rPr><w:b/></w:rPr></0><w:p\txmlns:w\n='urn:x'><w:rPr><w:b/></w:rPr></w:p>"
    ),
    ("<w:lastRenderedPageBreak/><w:tab/>", "<w:tab/>"),
    ("<w:sz w:val='&amp;'/><w:sz w:val='ế'/>", "<w:sz w:val='&amp;'/><w:sz w:val='ế'/>"),
    ("<x:a>b</x:a><x:a z='1'>b</x:a>", "<x:a>b</x:a><x:a z='1'>b</x:a>"),
    ("<x:a></x:b>", "<x:a></x:b>"),
    ("<w:sz\nw:val='1'/>", "<w:sz\nw:val='1'/>"),
    ("<w:sz/><!-- --><w:sz/>", "<!-- --><w:sz/>"),
  ])
  func `this is left of a part`(_ part: String, _ left: String) throws {
    #expect(try parsed("<w:p>\(part)</w:p>") == "<w:p>\(left)</w:p>")
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
