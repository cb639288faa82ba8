import Foundation
import TestSupport
import Testing

/// What is made from the schema and the files of the review page.
@Suite struct EmbeddedFilesTests {
  @Test func `what is generated is what is committed`() throws {
    guard let python = Python.path else {
      print("skipped: /usr/bin/python3 is missing")
      return
    }
    let script = Fixtures.project.appendingPathComponent("Scripts/generate-embedded")
    let output = try Tool.run(python, [script.path, "--check"])
    #expect(output.status == 0, "\(String(decoding: output.bytes, as: UTF8.self))")
  }
}
