import Foundation
import TestSupport
import Testing

/// The page about the documents, whose sections comments cite by number.
@Suite struct DocumentsPageTests {
  @Test func `every section that a comment cites stands in the page`() throws {
    let page = try String(
      contentsOf: Fixtures.project.appendingPathComponent("Documentation/documents.md"),
      encoding: .utf8)
    let sections = Set(page.matches(of: /(?m)^#+ ([0-9.]*[0-9])/).map { String($0.output.1) })
    var cited = 0
    for file in try Self.sources() {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /documents\.md ([0-9]+(\.[0-9]+)?)/) {
        cited += 1
        let section = String(match.output.1)
        #expect(sections.contains(section), "\(file.lastPathComponent) cites \(section)")
      }
    }
    #expect(cited > 0)
  }

  private static func sources() throws -> [URL] {
    try ["Sources", "Tests", "Tables"].flatMap { name in
      let folder = Fixtures.project.appendingPathComponent(name)
      return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(".swift") || $0.hasSuffix(".tsv") }
        .map { folder.appendingPathComponent($0) }
    }
  }
}
