import Foundation
import ProgrammeModel
import TestSupport
import Testing
import VietnameseText

@testable import DocumentReading

/// Damaged Word documents: both readings of XML say the same of each, and no character gets lost.
///
/// `MUCLUC_SEED` starts from another seed; `MUCLUC_FULL_TESTS=1` reads twenty thousand documents.
@Suite struct MutationTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["MUCLUC_FULL_TESTS"] == "1" ? 20_000 : 300
  private static let first = environment["MUCLUC_SEED"].flatMap { UInt64($0) } ?? 1

  /// The parts of the Word documents among the fixtures.
  private static let packages: [[(name: String, bytes: [UInt8])]] = CoverageTests.fixtures
    .compactMap { try? packageParts(of: [UInt8](Data(contentsOf: $0))) }
    .filter { parts in parts.contains { $0.name == "word/document.xml" } }

  private static func document(_ seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(seed: seed &* 7)
    var parts = packages.randomElement(using: &random) ?? []
    let xml = parts.indices.filter { parts[$0].name.hasSuffix("xml") }
    let main = parts.firstIndex { $0.name == "word/document.xml" } ?? 0
    let chosen =
      Int.random(in: 0..<5, using: &random) > 0 ? main : xml.randomElement(using: &random) ?? main
    var mutator = XMLMutator(seed: seed)
    parts[chosen].bytes = mutator.mutated(parts[chosen].bytes)
    var archive = ArchiveWriter()
    for part in parts { archive.add(part.name, part.bytes) }
    return archive.bytes()
  }

  private static func reading(
    _ bytes: [UInt8], alone: Bool
  ) -> Result<Outcome<SourceDocument>, ReadingError> {
    var reader = DocumentReader()
    reader.readsWithLibXMLAlone = alone
    return Result { () throws(ReadingError) in try reader.read(bytes, named: "a.docx") }
  }

  @Test func `both readings of a changed document are the same, and every character is kept`() {
    #expect(Self.packages.count > 3)
    var read = 0
    for seed in Self.first..<Self.first + UInt64(Self.count) {
      let bytes = Self.document(seed)
      switch (Self.reading(bytes, alone: false), Self.reading(bytes, alone: true)) {
      case (.success(let plain), .success(let alone)):
        read += 1
        #expect(plain.value == alone.value, "MUCLUC_SEED=\(seed)")
        #expect(plain.diagnostics == alone.diagnostics, "MUCLUC_SEED=\(seed)")
        var placed = 0
        plain.value.forEachParagraph { placed += $0.text.visibleCharacterCount }
        let unread = plain.value.unread.reduce(0) { $0 + $1.count }
        #expect(placed + unread == plain.value.characterCount, "MUCLUC_SEED=\(seed)")
      case (.failure(let plain), .failure(let alone)):
        #expect(plain == alone, "MUCLUC_SEED=\(seed)")
      case (let plain, let alone):
        #expect(Bool(false), "MUCLUC_SEED=\(seed): \(plain) \(alone)")
      }
    }
    print("\(read) of \(Self.count) changed documents are read, from MUCLUC_SEED=\(Self.first)")
    #expect(read > Self.count / 10)
  }
}
