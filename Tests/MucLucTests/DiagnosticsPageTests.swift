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
