import Foundation
import MucLuc
import TestSupport
import Testing

/// The page of the documentation that lists every diagnostic.
@Suite struct DiagnosticsPageTests {
  @Test func `the page lists every diagnostic as the program words it`() throws {
    let file = Fixtures.project.appendingPathComponent(
      "Sources/MucLuc/MucLuc.docc/Diagnostics.md")
    #expect(try Golden.difference(page, recordedAt: file) == nil)
  }

  @Test func `every kind of diagnostic has a code of its own, and its places in both languages`() {
    let kinds = Diagnostic.Kind.all
    #expect(Set(kinds.map(\.code)).count == kinds.count)
    for kind in kinds {
      #expect(Set(kind.english.places) == Set(kind.vietnamese.places), "\(kind.code)")
    }
  }

  @Test func `an argument may look like a place and like the sentence around it`() {
    let gap = Diagnostic(.numberingGap, "{1}", "follows", "2")
    #expect(gap.message(in: .english) == "{1} follows follows without 2")
    #expect(gap.message(in: .vietnamese) == "sau mục follows là mục {1}: thiếu mục 2")
  }

  private var page: String {
    let rows = Diagnostic.Kind.all.map { kind in
      let cells = [
        "`\(kind.code)`", kind.severity.rawValue, kind.english.text, kind.vietnamese.text,
      ]
      return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
    return """
      # Diagnostics

      Everything that the stages may notice, in the order of the stages.

      ## Overview

      `{0}`, `{1}` … stand for what differs. A test keeps this list; `RECORD=1 swift test --filter
      DiagnosticsPage` writes it.

      | code | severity | English | Vietnamese |
      | --- | --- | --- | --- |
      \(rows.joined(separator: "\n"))

      """
  }
}
