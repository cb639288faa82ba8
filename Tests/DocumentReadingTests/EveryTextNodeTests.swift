import Foundation
import ProgrammeModel
import TestSupport
import Testing
import VietnameseText

@testable import DocumentReading

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Every text node of every part of a package is placed or counted, as a parser that is not ours sees them.
@Suite struct EveryTextNodeTests {
  private func check(_ file: URL) throws {
    let bytes = [UInt8](try Data(contentsOf: file))
    guard let document = try? DocumentReader().read(bytes, named: file.lastPathComponent).value
    else { return }
    var account: [String: Int] = [:]
    document.forEachParagraph { paragraph in
      account[paragraph.location.part ?? "", default: 0] += paragraph.text.visibleCharacterCount
    }
    for unread in document.unread { account[unread.part, default: 0] += unread.count }
    for (part, xml) in try packageParts(of: bytes) where part.hasSuffix(".xml") {
      let nodes = TextNodes(of: xml)
      let found = account[part] ?? 0
      #expect(found >= nodes.count, "\(part): \(nodes.count) in text nodes, \(found) accounted for")
    }
  }

  @Test(arguments: CoverageTests.fixtures)
  func `every text node of a fixture is accounted for`(_ file: URL) throws {
    try check(file)
  }

  @Test(
    .enabled(if: Shared.folder != nil, "the shared documents are not here"),
    arguments: CoverageTests.corpus)
  func `every text node of a shared document is accounted for`(_ file: URL) throws {
    try check(file)
  }

  @Test(arguments: [
    ("<w:p><w:r><w:t>một</w:t></w:r></w:p>", 3),
    ("<w:p><w:del><w:r><w:t>bỏ</w:t></w:r></w:del></w:p>", 0),
    ("<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>\(p("bỏ"))</w:tc></w:tr></w:tbl>", 0),
    ("<w:p><w:r><w:instrText>DATE</w:instrText></w:r></w:p>", 0),
    (
      "<mc:AlternateContent><mc:Choice Requires=\"wps\">\(p("hai"))</mc:Choice><mc:Fallback>\(p("ba"))</mc:Fallback></mc:AlternateContent>",
      3
    ),
    (
      "<mc:AlternateContent><mc:Choice Requires=\"wps\"/><mc:Fallback>\(p("ba"))</mc:Fallback></mc:AlternateContent>",
      2
    ),
    ("<w:p>lạc</w:p>", 0),
    ("<w:p><w:r><w:drawing><a:p><a:r><a:t>vẽ</a:t></a:r></a:p></w:drawing></w:r></w:p>", 2),
  ])
  func `the test itself sees what a page shows`(_ body: String, _ count: Int) {
    let document = DocxBuilder.declared("<w:document><w:body>\(body)</w:body></w:document>")
    #expect(TextNodes(of: Array(document.utf8)).count == count)
  }
}

/// Counts the visible characters in the text elements of a part that a page shows.
private final class TextNodes: NSObject, XMLParserDelegate {
  /// An element that is open.
  private struct Element {
    var name: String
    var isText = false
    var isSkipped = false
    /// How many characters were counted when it began.
    var start = 0
    /// Of an alternative, whether one with text was read.
    var isRead = false
  }

  private(set) var count = 0
  private var open: [Element] = []
  private var codes: [Bool] = []

  init(of xml: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(xml))
    parser.shouldProcessNamespaces = true
    parser.delegate = self
    _ = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let namespace = namespaceURI ?? ""
    var element = Element(name: name, start: count)
    let isWord = namespace.contains("wordprocessingml/")
    if isWord {
      element.isText = name == "t"
      element.isSkipped = name == "del" || name == "moveFrom"
      let around = open.last?.name
      if name == "del" || name == "moveFrom", around == "trPr", open.count > 1 {
        open[open.count - 2].isSkipped = true
      }
      if name == "cellDel", open.count > 1 { open[open.count - 2].isSkipped = true }
      if name == "p" { codes = [] }
      if name == "fldChar" {
        switch attributes["w:fldCharType"] {
        case "begin": codes.append(true)
        case "separate": if let last = codes.indices.last { codes[last] = false }
        default: _ = codes.popLast()
        }
      }
    } else {
      let isKnown =
        namespace.contains("/math") || namespace.contains("drawingml/2006/main")
        || namespace.contains("ooxml/drawingml/main")
      element.isText = name == "t" && isKnown || name == "v" && namespace.contains("/chart")
      if namespace.contains("markup-compatibility"), name == "Fallback" || name == "Choice",
        let around = open.last
      {
        element.isSkipped = around.isRead
      }
    }
    open.append(element)
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    guard open.last?.isText ?? false, !open.contains(where: \.isSkipped), !codes.contains(true)
    else { return }
    count += string.visibleCharacterCount
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard let element = open.popLast() else { return }
    if element.isSkipped { count = element.start }
    if name == "Choice" || name == "Fallback", count > element.start, let last = open.indices.last {
      open[last].isRead = true
    }
  }
}
