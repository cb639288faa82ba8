import Foundation
import TestSupport
import Testing

@testable import DocumentReading

/// What is taken out of a part before it is parsed changes nothing of what reading takes from it.
@Suite struct SieveTests {
  /// What reading takes from a part: tags that are known, texts, and the error at the end.
  ///
  /// Elements that are not known and empty say nothing.
  private func events(_ part: [UInt8], sifts: Bool) -> [String] {
    var archive = ArchiveWriter()
    archive.add("part.xml", part)
    return events(of: "part.xml", in: archive.bytes(), sifts: sifts)
  }

  private func events(of part: String, in file: [UInt8], sifts: Bool) -> [String] {
    unsafe file.withUnsafeBufferPointer { bytes in
      var events: [String] = []
      do {
        let limits = ReadingLimits()
        let archive = try unsafe ZIPArchive(
          reading: bytes, file: "a.docx", limits: limits, budget: ReadingBudget(limits))
        guard let names = XMLNames(), let entry = try archive.open(part) else { return ["none"] }
        var xml = try XMLPullReader(entry, names: names, limits: limits, sifts: sifts)
        loop: while true {
          switch try xml.next() {
          case .start(let element):
            let values = XMLName.allCases.compactMap { name in
              xml.value(name, of: element).map { "\(name)=\($0.string)" }
            }
            events.append("<\(element.namespace).\(element.name) \(values)")
          case .text(let text): events.append(text.string)
          case .end:
            if let last = events.last, Self.saysNothing(last) {
              events.removeLast()
            } else {
              events.append(">")
            }
          case .finish: break loop
          }
        }
      } catch {
        events.append("\(error)")
      }
      return join(events)
    }
  }

  /// Whether a start tag says nothing where an end tag follows it.
  private static func saysNothing(_ event: String) -> Bool {
    let names = XMLName.wrappers.union([.other])
    return event.hasPrefix("<") && names.contains { event.contains(".\($0) ") }
  }

  /// Texts that stand together are one text, wherever a chunk ended.
  private func join(_ events: [String]) -> [String] {
    events.reduce(into: []) { joined, event in
      if let last = joined.last, !last.hasPrefix("<"), last != ">", !event.hasPrefix("<"),
        event != ">"
      {
        joined[joined.count - 1] = last + event
      } else {
        joined.append(event)
      }
    }
  }

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
    "<w:t>a", "<w:sz/ >", "<w:sz/", "< w:sz/>", "<w:sz w:val='&x;'/>", "<1/>", "<w:1/>", "< />",
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
      #expect(events(part, sifts: true) == events(part, sifts: false))
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
      return text
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
      #expect(events(part, sifts: true) == events(part, sifts: false))
    }
  }

  @Test func `a tag may lie across the end of a chunk at every byte`() {
    let tags =
      "<w:p w:rsidR='00AB12CD'><w:sz w:val='28'/><w:b w:x='1' w:val='0'/><x:y z='ế'/><w:r><w:rPr><w:sz/></w:rPr><w:t>ab</w:t></w:r></w:p>"
    for length in (1 << 14) - 320..<(1 << 14) - 120 {
      let filler = String(repeating: "a", count: length)
      let part = Array("<w:document \(Self.declared)>\(filler)\(tags)</w:document>".utf8)
      #expect(events(part, sifts: true) == events(part, sifts: false), "after \(length) letters")
    }
  }

  @Test(arguments: [10, 16_000, 16_400, 33_000, 70_000])
  func `a tag may be longer than a chunk`(_ length: Int) {
    let value = String(repeating: "a", count: length)
    let part = Array(
      "<w:document \(Self.declared)><w:sz w:val='\(value)'/><w:b w:val='0' w:x='\(value)'/></w:document>"
        .utf8)
    #expect(events(part, sifts: true) == events(part, sifts: false))
  }

  @Test func `every part of every fixture says the same`() throws {
    let files = try #require(
      FileManager.default.enumerator(at: Fixtures.folder, includingPropertiesForKeys: nil))
    var count = 0
    for case let url as URL in files where url.pathExtension == "docx" {
      let file = try Array(Data(contentsOf: url))
      for part in ["document", "styles", "numbering", "footnotes", "header1", "theme/theme1"] {
        let name = "word/\(part).xml"
        let sifted = events(of: name, in: file, sifts: true)
        #expect(
          sifted == events(of: name, in: file, sifts: false), "\(url.lastPathComponent) \(name)")
        count += sifted.count
      }
    }
    #expect(count > 1000)
  }
}
