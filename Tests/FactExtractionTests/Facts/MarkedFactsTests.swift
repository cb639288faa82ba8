import Foundation
import ProgrammeModel
import TestSupport
import Testing

@testable import FactExtraction

/// The samples of Fixtures/facts: every fact of the file's kinds is marked in them, and nothing else is.
struct MarkedFactsTests {
  @Test(arguments: [
    ("facts/dates.md", ["date"]), ("facts/quantities.md", ["quantity"]),
    ("facts/references.md", ["reference"]),
    ("facts/names.md", ["organization", "place", "campaign"]),
  ])
  func `what is marked is found, and nothing else`(_ name: String, _ kinds: [String]) throws {
    let file = try SampleFile(name)
    #expect(file.samples.count >= 60)
    var reader = FactReader()
    for sample in file.samples {
      let expected = MarkedText(sample.text)
      let marks = reader.facts(in: expected.text).map(\.mark).filter { kinds.contains($0.kind) }
      let location = SourceLocation(
        fileID: "FactExtractionTests/\(name)", filePath: file.path, line: sample.line, column: 1)
      #expect(
        MarkedText(text: expected.text, marks: marks).marked == sample.text,
        sourceLocation: location)
    }
  }

  @Test func `a marked text is what it marks`() {
    let marked = MarkedText("trước ⟦date:ngày 30/6/2025|2025-06-30⟧ ạ")
    #expect(marked.text == "trước ngày 30/6/2025 ạ")
    #expect(
      marked.marks == [.init(kind: "date", range: TextRange(6, 20), value: "2025-06-30")])
    #expect(marked.marked == "trước ⟦date:ngày 30/6/2025|2025-06-30⟧ ạ")
  }
}

extension Fact {
  /// The fact as samples mark it.
  fileprivate var mark: MarkedText.Mark {
    let (kind, value) =
      switch self.value {
      case .reference(let reference):
        (
          "reference",
          [
            reference.code ?? reference.symbol ?? reference.title ?? reference.number,
            reference.date,
          ]
          .compactMap { $0 }.joined(separator: " ")
        )
      case .date(let edtf): ("date", edtf)
      case .quantity(.number(let amount), let unit):
        ("quantity", "\(amount == amount.rounded() ? "\(Int(amount))" : "\(amount)") \(unit)")
      case .quantity(.text(let amount), let unit): ("quantity", "\(amount) \(unit)")
      case .organization(let name): ("organization", name.kind)
      case .place(let name): ("place", name.kind)
      case .campaign(let name): ("campaign", name.name)
      }
    return MarkedText.Mark(kind: kind, range: range, value: value)
  }
}
