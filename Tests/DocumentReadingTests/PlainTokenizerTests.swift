import Foundation
import TestSupport
import Testing

@testable import DocumentReading

/// The tokenizer of plain XML reads what libxml2 reads, or hands over to it.
@Suite struct PlainTokenizerTests {
  private static let declared =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:x=\"urn:x\""

  /// Expects both readings of a part to give the same events and the same error.
  ///
  /// - Returns: whether the tokenizer read all of it.
  @discardableResult
  private func compare(
    _ part: [UInt8], _ comment: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) -> Bool {
    let plainFirst = PartEvents(of: part, .plainFirst)
    let alone = PartEvents(of: part, .libXMLAlone)
    #expect(
      plainFirst.lines == alone.lines,
      "\(comment) \(String(decoding: part.prefix(3000), as: UTF8.self))",
      sourceLocation: sourceLocation)
    return plainFirst.isPlain
  }

  private func compare(
    document content: String, sourceLocation: SourceLocation = #_sourceLocation
  ) -> Bool {
    compare(
      Array("<w:document \(Self.declared)>\(content)</w:document>".utf8),
      sourceLocation: sourceLocation)
  }

  static let plain = [
    "", "a", "<w:p w:rsidR='00AB12CD' w:rsidRDefault=\"00AB12CD\"><w:sz w:val='28'/></w:p>",
    "<x:unknown/><x:unknown /><x:unknown  a='1'  b=\"2\" /><w:t>a</w:t>", "<x:a><x:b>c</x:b></x:a>",
    "<w:b\nw:val='0'\tw:x=''\r\n/>", "<w:p></w:p >", "<w:p\n></w:p\n>", "<w:x1y/>",
    "<w:b w:val='a\"b>' w:x=\"a'b/>\"/>", "<w:b w:val=']]>'/>",
    "<w:name w:val='Kế hoạch &amp; &lt;&gt;&quot;&apos; &#x110;i&#7873;u &amp;#38;'/>",
    "<w:sz w:val='&amp;'/><x:a w:val='&amp;&amp;'/>",
    "<w:t>&lt;a&gt; &amp; &quot;&apos;&#x1EBF;&#7871;&#x1F600;</w:t>", "<w:t>a&amp;#38;b</w:t>",
    "<w:t>a>b]c]]d] ]</w:t>", "<w:t>]</w:t>", "<w:t>]]</w:t>", "a\nb\tc\r\nd\r\n\r\n",
    "<w:t>é\u{7FF}\u{800}ế\u{D7FF}\u{E000}\u{FFFD}\u{10000}\u{10FFFF}\u{7F}\u{80}\u{9F}</w:t>",
    "<w:t xml:space='preserve' xml:lang='vi'> a </w:t>",
    // Elements that are left out join what stands around them.
    "a<w:proofErr/>b<w:tabs><w:tab>c</w:tab></w:tabs>d<x:a/>e",
    // Namespaces.
    "<y:b xmlns:y='http://schemas.openxmlformats.org/wordprocessingml/2006/main' y:val='0'/>",
    "<b xmlns='http://schemas.openxmlformats.org/wordprocessingml/2006/main' val='0'><t/></b><t/>",
    "<x:a xmlns:x='urn:y'><x:a xmlns:x='urn:z'/><x:a/></x:a><x:a/>",
    "<w:p xmlns:w='urn:x'><w:p/></w:p><w:p/>", "<w:p xmlns:w='urn:x'/><w:p/>",
    "<a xmlns='urn:y'><b xmlns=''><c/></b><d/></a><e/>",
    "<w:p><x:a xmlns:w='urn:x'><w:p/></x:a><w:p/></w:p>", "<x:p w:val='1' x:val='2' val='3'/>",
    "<w:b y:val='0'/>",
    // Namespaces of attributes are not asked for, nor does libxml2 refuse one that is declared twice.
    "<w:b w:val='0' xmlns:q='http://schemas.openxmlformats.org/wordprocessingml/2006/main' q:val='1'/>",
  ]

  @Test(arguments: plain)
  func `plain spelling is read without libxml2`(_ content: String) {
    #expect(compare(document: content))
  }

  static let handedOver = [
    // Well-formed, in another spelling.
    "<w:t><!-- <w:sz w:val='28'/> --><![CDATA[<w:sz w:val='28'/><b/>]]>a</w:t><w:sz/>",
    "<w:t>a<?x <w:sz w:val='?><w:b/>b</w:t><w:sz w:val='28'/>", "<!---->", "a<![CDATA[]]>b",
    "<w:kế/><w:kế w:val='1'>a</w:kế>", "<kế:b xmlns:kế='urn:x' kế:val='1'/>",
    "<w:b w:val = '0' w:x = '1'/>", "<w:b w:val\n=\n'0'/>", "<w:b w:val='a\nb\tc\r\nd'/>",
    "<x:a xmlns:y='urn:&amp;'/>", "a\rb", "<w:t>a&#13;b&#10;c&#9;</w:t>", "<y:a/>",
    "<xml:a/>", "<w:x:p/>", "<w:b w:x:val='0'/>",
    "<x:a xmlns:y=''/>", "<x:a xmlns:xml='http://www.w3.org/XML/1998/namespace'/>",
    "<x:a xmlns:y='http://www.w3.org/XML/1998/namespace'><y:b/></x:a>",
    "<x:a xmlns='http://www.w3.org/2000/xmlns/'/>", "<x:a xmlns:xmlns='urn:x'/>",
    // Mistakes.
    "<w:p><w:sz w:val='28'></w:p>", "<w:sz w:val='28'w:x='1'/>", "<w:sz w:val=28/>",
    "<w:sz w:val='<'/>", "<w:b w:val='0' w:val='1'/>", "<w:p w:rsidR='0' w:b='' w:rsidR='0'/>",
    "<x:a xmlns:y='urn:y' xmlns:y='urn:y'/>", "<w:b w:val='a&#10;b'/>", "<w:b w:x='&#9;'/>",
    "<w:sz w:val='2", "<w:sz ", "<w:", "<",
    "<w:t>a", "<w:sz/ >", "<w:sz/", "< w:sz/>", "<w:sz w:val='&x;'/>", "&x;", "&", "&amp", "&;",
    "&#;", "&#x;", "&#xD800;", "&#0;", "&#x110000;", "&#xFFFE;", "&#+65;", "&#x-1;", "&AMP;",
    "&#X41;", "&#99999999999;", "<1/>", "<w:1/>", "<w1/></w2>", "< />", "<1:sz/>", "<w:b 1:x='1'/>",
    "<w:b w:1x='1'/>", "<é:sz/>", "<w:s!z/>", "<w: />", "<>", "</>", "<w:rPr></w:pPr>",
    "<w:rPr></w:rPrx>", "<w:rPrx></w:rPr>", "<x:a><x:b></x:a>", "<x:a></x:a", "<x:a></x",
    "<x:a></", "<x:a></x:a></x:a>", "</w:p>", "<x:a></x: a>", "<w:tc<w:tcPr/>/>",
    "<w:tc <w:tcPr/>w:x='1'/>", "<w:tc w:x='<w:tcPr/>'/>", "</w:p<w:tcPr/>>",
    "<w:tc></w:tc<w:sz/>>", "</<w:p/>w:document>", "<w:b :val='0'/>", "<w:b w::val='0'/>", "<:p/>",
    "<w:p w:x='1'p/>", "<w:p w:x='0'1/>", "<w:p w:x='1'=''/>", "<w:sz w:val='\u{1}'/>",
    "<w:sz =''/>", "<w:sz ''/>", "<w:sz w:='1'/>", "<w:sz w:val/>", "a\u{0}b", "a\u{1}b",
    "a]]>b", "]]]>", "\u{FFFE}", "\u{FFFF}", "<w:b w:val='\u{FFFF}'/>", "</w:document><x:a/>",
    "</w:document>a", "</w:document></w:document>", "</w:document>&#32;",
  ]

  @Test(arguments: handedOver)
  func `another spelling and every mistake is left to libxml2`(_ content: String) {
    #expect(!compare(document: content))
  }

  @Test(arguments: [
    ("\u{FEFF}", true), ("<?xml version='1.0'?>", true),
    ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n", true),
    ("\u{FEFF}<?xml version='1.0' encoding='utf-8'?>\n\n", true),
    ("<?xml  version='1.0'  standalone='no' ?> ", true),
    ("<?xml version='1.0' encoding=\"ISO-8859-1\"?>", false),
    ("<?xml version='1.0' encoding=\"UTF-16\"?>", false), ("<?xml version='1.1'?>", false),
    ("<?xml version='1.0\"?>", false), ("<?xml version='1.0' encoding='utf8'?>", false),
    ("<?xml encoding='utf-8'?>", false), ("<?xml version='1.0' standalone='maybe'?>", false),
    ("<?xml version='1.0' standalone='no' encoding='utf-8'?>", false), ("<?xml?>", false),
    ("<?xmlversion='1.0'?>", false), ("<?xml version='1.0'? >", false), (" ", false),
    (" <?xml version='1.0'?>", false), ("\n", false), ("<!-- a -->", false), ("a", false),
    ("<x/>", false), ("<!DOCTYPE a>", false), ("<!DOCTYPE a [<!ENTITY b 'c'>]>", false),
    ("\u{FEFF}\u{FEFF}", false), ("<?x y?>", false),
  ])
  func `the head of a part is plain or left to libxml2`(_ head: String, _ isPlain: Bool) {
    let part = Array("\(head)<w:document \(Self.declared)><w:t>Kế</w:t></w:document>\r\n ".utf8)
    #expect(compare(part) == isPlain)
  }

  @Test(arguments: [
    "", "<", "<a", "<a/>", "<a></a>", "a", " ", "\u{FEFF}", "<?xml version='1.0'?>",
  ])
  func `a part may be as small as can be`(_ part: String) { compare(Array(part.utf8)) }

  @Test(
    arguments: [
      // Of a letter of three bytes, one too few; too long; a surrogate; beyond the last.
      [0x61, 0xE1, 0xBA, 0x62], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x80, 0x80, 0x80], [0x80], [0xFF], [0xEF, 0xBF, 0xBE],
      [0xE1, 0xBA, 0x3C, 0x62, 0x2F, 0x3E, 0xBF],
    ] as [[UInt8]])
  func `bytes that are no UTF-8 are left to libxml2`(_ bytes: [UInt8]) {
    let head = "<w:document \(Self.declared)>"
    #expect(!compare(Array("\(head)<w:t>a".utf8) + bytes + Array("b</w:t></w:document>".utf8)))
    #expect(
      !compare(Array("\(head)<w:b w:val='a".utf8) + bytes + Array("b'/></w:document>".utf8)))
  }

  @Test func `a token may lie across the end of a chunk at every byte`() {
    let tokens =
      "<w:p w:rsidR='00AB12CD'><w:b w:x='1' w:val='&amp;ế'/><x:y z='ế'></x:y><w:t>Kế&#x1EBF;]]&lt;\r\n]</w:t></w:p>"
    let mistakes = ["]]>", "<!-- -->", "&x;", "</w:q>", "\u{FFFF}"]
    for length in stride(from: (1 << 14) - 280, to: (1 << 14) - 100, by: 1) {
      let head = "<w:document \(Self.declared)>\(String(repeating: "a", count: length))"
      #expect(compare(Array("\(head)\(tokens)</w:document>".utf8), "after \(length) letters"))
      let mistake = mistakes[length % mistakes.count]
      #expect(
        !compare(Array("\(head)\(tokens)\(mistake)</w:document>".utf8), "after \(length) letters"))
    }
  }

  @Test(arguments: [10, 16_000, 33_000, 70_000])
  func `a tag may be longer than a chunk`(_ length: Int) {
    let value = String(repeating: "a", count: length)
    #expect(
      compare(document: "<w:sz w:val='\(value)'/><w:b w:val='0' w:x='\(value)'/>")
        == (length < 1 << 14))
  }

  @Test func `all the text between two tags is one event`() throws {
    let text = String(repeating: "Kế hoạch &amp;\n<w:proofErr/>", count: 5000)
    let part = Array("<w:document \(Self.declared)>\(text)<w:p/></w:document>".utf8)
    #expect(compare(part))
    #expect(PartEvents(of: part, .plainFirst).lines.count == 5)
  }

  @Test func `deep elements are counted as libxml2 counts them`() {
    for depth in [3, 150, 250, 255, 256, 300] {
      let nested =
        String(repeating: "<x:a>", count: depth) + "a" + String(repeating: "</x:a>", count: depth)
      _ = compare(document: nested)
    }
  }

  @Test func `many names, long names and many attributes are read`() {
    #expect(compare(document: (0..<3000).map { "<x:n\($0) b\($0)='1'/>" }.joined()))
    // These have one hash, which is that of sixteen letters.
    let alike = ["w:suppressAutoHyphens", "w:suppressAutoHyphenated", "w:suppressAutoHyp"]
    let elements = (alike + alike).map { "<\($0) \($0)1='' \($0)2=''>a</\($0)>" }.joined()
    #expect(compare(document: elements))
    #expect(!compare(document: "<x:a \(alike[0])='' \(alike[1])='' \(alike[0])=''/>"))
    // Names of 15, 16, 17, 31, 32 and 33 bytes, and of ever more.
    for length in [15, 16, 17, 31, 32, 33, 300] {
      let long = "x:" + String(repeating: "n", count: length - 2)
      let isPlain = length <= 32
      #expect(compare(document: "<\(long)>a<w:b x\(long)='1'/></\(long)>") == (length < 32))
      #expect(compare(document: "<\(long)></\(long)>") == isPlain)
      #expect(!compare(document: "<\(long)></\(long)n>"))
      #expect(!compare(document: "<\(long)n></\(long)>"))
      #expect(!compare(document: "<\(long)></\(long.dropLast())m>"))
    }
    for count in [99, 100, 101, 2000] {
      let attributes = (0..<count).map { " b\($0)='1'" }.joined()
      #expect(compare(document: "<w:b\(attributes)/>") == (count <= 100))
    }
  }

  private static let compatible =
    "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' mc:Ignorable='x'"

  @Test(arguments: [
    // One letter more, less or other.
    "<w:b w:val='0'/><w:b w:val='0'/><w:b w:val='1'/><w:b w:val='01'/><w:b w:val=''/><w:b/><w:b />",
    "<w:t>a</w:t><w:t/><w:t>b</w:t><w:t xml:space='preserve'> </w:t><w:t xml:space='preserve'> </w:t>",
    "<w:name w:val='0123456789abcde'/><w:name w:val='0123456789abcdf'/><w:name w:val='0123456789abcde'/>",
    // Values that hold the end of a tag, or references.
    "<w:name w:val='>'/><w:name w:val='>'/><w:name w:val='>a'/><w:name w:val='/>'/>",
    "<w:name w:val='&amp;'/><w:name w:val='&amp;'/><w:name w:val='&#38;'/>",
    // The prefix stands for something else.
    "<w:b w:val='0'/><x:a xmlns:w='urn:x'><w:b w:val='0'/></x:a><w:b w:val='0'/>",
    "<w:sz w:val='1'/><x:a xmlns:w='urn:x'><w:sz w:val='1'>a</w:sz></x:a><w:sz w:val='1'>b</w:sz>",
    "<x:a xmlns:w='urn:x'><w:sz w:val='1'>a</w:sz></x:a><w:sz w:val='1'>b</w:sz>",
    "<a/><x:a xmlns='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><a/><p/></x:a><p/>",
    "<x:a xmlns:y='urn:y'><y:b/></x:a><x:a xmlns:y='urn:y'><y:b/></x:a>",
    // What may be left out here may not there.
    "<x:a>b</x:a><w:p \(compatible)><x:a>b</x:a></w:p><x:a>b</x:a><w:p \(compatible)><x:a/>c</w:p>",
    // In what is left out a tag stands as well.
    "<w:tabs><w:tab w:val='a'/></w:tabs><w:tab w:val='a'/><w:tabs><w:tab w:val='a'/></w:tabs>",
  ])
  func `a tag that comes again says what it says there`(_ content: String) {
    #expect(compare(document: content))
  }

  @Test(arguments: [
    "<x:a xmlns:y='urn:y'><y:b/></x:a><y:b/>", "<w:b w:val='0'/><w:b w:val='0'",
    "<w:b w:val='0'/><w:b w:val='0'x/>", "<w:p><w:b/></w:p><w:p><w:b></w:p>",
    "<w:b w:val='0' w:x='&x;'/>", "<w:b w:val='0'/><w:b w:val='0' w:val='0'/>",
  ])
  func `a mistake beside tags that come again is left to libxml2`(_ content: String) {
    #expect(!compare(document: content))
  }

  @Test func `tags come again behind more than are remembered`() {
    let many = (0..<6000).map { "<w:b w:val='\($0)'/><w:i/><w:name w:val='\($0 % 7)'/>" }.joined()
    #expect(compare(document: many + many))
  }

  @Test func `whatever is written says the same`() {
    let seed = UInt64.random(in: 0...999_999)
    var random = SeededGenerator(seed: seed)
    let units = [
      "<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p>", "<w:p w:rsidR='00AB12CD'/>", "&amp;", "&#65;",
      "<w:p><w:pPr><w:jc w:val='center'/><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:rPr><w:b/></w:rPr>",
      "<w:t xml:space='preserve'> a b </w:t>", "</w:r></w:p>", "<w:br/>", "<w:tc><w:tcPr/>",
      "</w:tc>", "<w:proofErr/>", "<x:a>b</x:a>", "text", "<w:q>", "</w:q>", "\r\n", "]]",
      "<w:tabs><w:tab/></w:tabs>", "<w:sdtPr><w:b/>c</w:sdtPr>", "<x:a xmlns:w='urn:x'>", "</x:a>",
    ]
    let letters = Array("<>/ w:pr='\"&;]\n\r\u{1}é\u{FFFE}!?-x".utf8)
    var plainCount = 0
    for _ in 0..<3000 {
      var content: [UInt8] = []
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        content += (units.randomElement(using: &random) ?? "").utf8
      }
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let place = Int.random(in: 0..<content.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: content[place] = letters.randomElement(using: &random) ?? 0x20
        case 1: content.insert(letters.randomElement(using: &random) ?? 0x20, at: place)
        default: content.remove(at: place)
        }
        if content.isEmpty { content = [0x20] }
      }
      let part = Array("<w:body \(Self.declared)>".utf8) + content + Array("</w:body>".utf8)
      if compare(part, "seed \(seed)") { plainCount += 1 }
    }
    #expect(plainCount > 20)
  }

  @Test(arguments: [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian])
  func `a part in UTF-16 is left to libxml2`(_ encoding: String.Encoding) throws {
    let text = "<w:document \(Self.declared)><w:b w:val='0' w:x='1'/><w:t>Kế</w:t></w:document>"
    #expect(!compare(try Array(#require(text.data(using: encoding)))))
  }

  @Test func `every part of every fixture is plain and says the same`() throws {
    let files = try #require(
      FileManager.default.enumerator(at: Fixtures.folder, includingPropertiesForKeys: nil))
    var plainCount = 0
    var count = 0
    for case let url as URL in files where url.pathExtension == "docx" {
      let file = try Array(Data(contentsOf: url))
      for part in ["document", "styles", "numbering", "footnotes", "header1", "theme/theme1"] {
        let plainFirst = PartEvents(of: "word/\(part).xml", in: file, .plainFirst)
        let alone = PartEvents(of: "word/\(part).xml", in: file, .libXMLAlone)
        #expect(plainFirst.lines == alone.lines, "\(url.lastPathComponent) \(part)")
        if !plainFirst.lines.isEmpty { count += 1 }
        if plainFirst.isPlain { plainCount += 1 }
      }
    }
    #expect(plainCount > 10 && plainCount == count, "\(plainCount) of \(count)")
  }
}
