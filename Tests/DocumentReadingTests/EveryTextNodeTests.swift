import Foundation
import ProgrammeModel
import TestSupport
import Testing
import VietnameseText

@testable import DocumentReading

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
    for (part, count) in try TextNodes.counts(of: bytes) {
      let found = account[part] ?? 0
      #expect(found >= count, "\(part): \(count) in text nodes, \(found) accounted for")
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
  func `the test itself sees what a page shows`(_ body: String, _ count: Int) throws {
    let counts = try TextNodes.counts(of: DocxBuilder(body: body).bytes())
    #expect(counts.first { $0.part == "word/document.xml" }?.count == count)
  }
}

/// Counts the visible characters in the text elements of a part that a page shows, with a walk that knows nothing
/// of runs, tables and fields but which of them are deleted, codes or alternatives.
private struct TextNodes {
  /// An element that is open.
  private struct Element {
    var name: XMLName
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

  /// Counts the parts of a package; of a part that is broken, what stands before the break.
  static func counts(of file: [UInt8]) throws -> [(part: String, count: Int)] {
    let limits = ReadingLimits()
    return try ZIPArchive.read(file, file: "", limits: limits, budget: ReadingBudget(limits)) {
      (archive) throws(ReadingError) in
      var counts: [(String, Int)] = []
      for part in archive.unopened where part.hasSuffix(".xml") {
        guard let entry = try archive.open(part) else { continue }
        var xml = try XMLPullReader(entry, parser: .libXMLAlone)
        var nodes = TextNodes()
        try? nodes.walk(&xml)
        counts.append((part, nodes.count))
      }
      return counts
    }
  }

  private mutating func walk(_ xml: inout XMLPullReader) throws {
    while true {
      switch try xml.nextEvent() {
      case .start(let element): begin(element, xml)
      case .text(let text):
        if open.last?.isText ?? false, !open.contains(where: \.isSkipped), !codes.contains(true) {
          count += xml.bytes(of: text).visibleCharacterCount
        }
      case .end:
        guard let element = open.popLast() else { return }
        if element.isSkipped { count = element.start }
        if element.name == .choice || element.name == .fallback, count > element.start,
          let last = open.indices.last
        {
          open[last].isRead = true
        }
      case .finish: return
      }
    }
  }

  private mutating func begin(_ start: XMLElement, _ xml: borrowing XMLPullReader) {
    var element = Element(name: start.name, start: count)
    switch (start.namespace, start.name) {
    case (.word, .t), (.math, .t), (.drawing, .t), (.chart, .v): element.isText = true
    case (.word, .del), (.word, .moveFrom):
      element.isSkipped = true
      if open.last?.name == .trPr, open.count > 1 { open[open.count - 2].isSkipped = true }
    case (.word, .cellDel): if open.count > 1 { open[open.count - 2].isSkipped = true }
    case (.word, .p): codes = []
    case (.word, .fldChar):
      switch xml.value(.fldCharType, of: start) {
      case "begin": codes.append(true)
      case "separate": if let last = codes.indices.last { codes[last] = false }
      default: _ = codes.popLast()
      }
    case (.compatibility, .choice), (.compatibility, .fallback):
      element.isSkipped = open.last?.isRead ?? false
    default: break
    }
    open.append(element)
  }
}
